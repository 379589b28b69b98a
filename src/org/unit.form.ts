import { z } from "zod";
import {
  optionalDay,
  optionalPick,
  optionalText,
  requiredDay,
  requiredText,
  ticked,
} from "../web/form-fields.ts";
import { unitKinds } from "./unit.ts";

const kind = z.enum(unitKinds as [(typeof unitKinds)[number], ...(typeof unitKinds)[number][]], {
  error: "Hãy chọn loại đơn vị.",
});

const naming = {
  name: requiredText("Hãy nhập tên đơn vị.", 300),
  shortName: optionalText(100),
  code: requiredText("Hãy nhập mã đơn vị.", 40),
};

const instrument = {
  symbol: optionalText(100),
  signed: optionalDay(),
  remarks: optionalText(1000),
};

const on = requiredDay("Hãy nhập ngày có hiệu lực.");

/** Adding a unit. */
export const UnitForm = z.object({
  ...naming,
  kind,
  parent: optionalPick(),
  guidedBy: optionalPick(),
  province: z
    .string()
    .regex(/^(\d{2})?$/, "Mã tỉnh gồm hai chữ số.")
    .optional()
    .transform((code) => code || null),
  small: ticked(),
  noAccounts: ticked(),
  from: on,
});

export const RenamingForm = z.object({ ...naming, ...instrument, on });

export const FactsForm = z.object({
  address: optionalText(500),
  email: z
    .email()
    .optional()
    .or(z.literal(""))
    .transform((email) => email || null),
  smallCollective: ticked(),
  hasAccounts: ticked(),
});

export const TransferForm = z.object({ parent: optionalPick(), guidedBy: optionalPick(), ...instrument, on });

/** What a merger begins with: the receiving unit stands in the address. */
export const MergerForm = z.object({
  from: z.array(optionalPick(), { error: "Hãy chọn ít nhất một đơn vị được sáp nhập." }),
  ...instrument,
  on,
});

/** The same facts, settled, as the preview sends them. */
export const SettledMergerForm = z.object({
  units: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .transform((text) => text.split(",").map(Number)),
  ...instrument,
  on,
});

export const DissolutionForm = z.object({ ...instrument, on });

export const SplitForm = z.object({
  parts: z.array(
    z.object({
      name: z.string().optional(),
      shortName: optionalText(100),
      code: z.string().optional(),
      kind: kind.optional(),
    }),
  ),
  goesOn: ticked(),
  ...instrument,
  on,
});
