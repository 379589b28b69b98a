import { z } from "zod";
import {
  decimalNumber,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
  ticked,
  wholeNumber,
} from "../web/form-fields.ts";
import {
  type Counting,
  countingNames,
  type Direction,
  directionNames,
  type Measure,
  measureNames,
  type Rhythm,
  rhythmNames,
} from "./target.ts";
import { type SourceCode, sources, TYPED } from "./target-source.ts";

const oneOf = <Name extends string>(names: Readonly<Record<Name, unknown>>, message: string) =>
  z.enum(Object.keys(names) as [Name, ...Name[]], { error: message });

const id = (message: string) =>
  z
    .string({ error: message })
    .regex(/^\d{1,15}$/, message)
    .transform(Number);

/** Sent empty where nothing stands yet. */
const optionalId = () =>
  z
    .string()
    .regex(/^\d{0,15}$/)
    .optional()
    .transform((text) => (text ? Number(text) : null));

/** A number with a decimal comma that may be left empty; empty is null. */
const optionalDecimal = () =>
  z.preprocess((value) => (value === undefined || value === "" ? null : value), decimalNumber().nullable());

const said = {
  year: wholeNumber({ least: 1945, most: 2199 }),
  name: requiredText("Hãy ghi tên chỉ tiêu.", 500),
  measure: oneOf<Measure>(measureNames, "Hãy chọn loại chỉ tiêu."),
  counted: optionalText(60).transform((text) => text ?? ""),
  counting: oneOf<Counting>(countingNames, "Hãy chọn cách cộng các kỳ."),
  direction: oneOf<Direction>(directionNames, "Hãy chọn chiều của chỉ tiêu."),
  from: requiredDay(),
  to: requiredDay(),
  rhythm: oneOf<Rhythm>(rhythmNames, "Hãy chọn nhịp báo cáo."),
  reportDays: wholeNumber({ least: 0, most: 60 }),
  source: z
    .enum([TYPED, ...(Object.keys(sources) as SourceCode[])], { error: "Hãy chọn nguồn số liệu." })
    .default(TYPED),
  beyond: ticked(),
  base: optionalDecimal(),
  goal: decimalNumber(),
  paperSymbol: optionalText(100),
  paperDay: optionalDay(),
  paperLink: optionalText(500),
};

/** What a browser may send to set a target. */
export const NewTargetForm = z.object({
  ...said,
  owner: id("Hãy chọn đơn vị chủ trì."),
  movement: optionalId(),
  movementPosition: optionalId(),
  takenWords: optionalText(2000),
});

export const ChangeTargetForm = z.object({ ...said, seen: id("Hãy mở lại trang này.") });

export const WithdrawForm = z.object({ reason: optionalText(2000).transform((text) => text ?? "") });

const partFields = z.object({
  chosen: ticked(),
  base: optionalDecimal(),
  goal: optionalDecimal(),
});

/** A row for every unit that may be given a part: `parts.u{unit}.goal`. */
export const DivisionForm = z.object({
  /** “12-15”: the units that were on the page. */
  shown: optionalText(5000).transform((text) => (text?.match(/\d{1,15}/g) ?? []).map(Number)),
  parts: z.record(z.string().regex(/^u\d{1,15}$/), partFields).default({}),
});

const entryFields = z.object({
  numerator: optionalDecimal(),
  denominator: optionalDecimal(),
  note: optionalText(1000).transform((text) => text ?? ""),
  seen: optionalId(),
});

/** A row for every share of one period: `entries.s{share}.numerator`; rows left empty are passed over. */
export const EntriesForm = z.object({
  to: requiredDay("Hãy chọn kỳ báo cáo."),
  entries: z.record(z.string().regex(/^s\d{1,15}$/), entryFields).default({}),
});
