import { z } from "zod";
import {
  optionalDay,
  optionalPick,
  optionalText,
  requiredDay,
  requiredPick,
  requiredText,
  severalOf,
  ticked,
} from "../web/form-fields.ts";

export const ClusterForm = z.object({
  name: requiredText("Hãy nhập tên cụm, khối, khu vực.", 300),
  code: requiredText("Hãy nhập mã.", 40),
  kind: z.enum(["CLUSTER", "BLOC", "REGION"], { error: "Hãy chọn loại." }),
  founder: requiredPick("Hãy chọn cơ quan thành lập."),
  outside: ticked(),
  from: requiredDay("Hãy nhập ngày thành lập."),
});

/** The roster of a year: members ticked, more of them found; its head and deputies with the unit each is from. */
export const ClusterYearForm = z.object({
  year: z
    .string()
    .regex(/^(19|20|21)\d{2}$/, "Năm gồm bốn chữ số.")
    .transform(Number),
  on: requiredDay("Hãy nhập ngày bắt đầu."),
  members: severalOf(z.string().regex(/^\d+$/).transform(Number)),
  more: z.array(optionalPick()).optional().default([]),
  head: optionalPick(),
  deputies: z.array(optionalPick()).optional().default([]),
  symbol: optionalText(100),
  signed: optionalDay(),
});
