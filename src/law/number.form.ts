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

const hundredths = decimalNumber({ least: 0 }).transform((value, context) => {
  const times = Math.round(value * 100);
  if (Math.abs(times - value * 100) < 1e-6) return times;
  context.addIssue({ code: "custom", message: "Hệ số có nhiều nhất hai chữ số thập phân, ví dụ 0,45." });
  return z.NEVER;
});

const common = {
  of: requiredText("Hãy chọn số này là của nội dung nào.", 200),
  from: requiredDay("Hãy nhập ngày có hiệu lực."),
  to: optionalDay(),
  instrument: requiredText("Hãy nhập số, ký hiệu văn bản.", 100),
  basis: requiredText("Hãy nhập điều, khoản làm căn cứ.", 300),
  verified: ticked(),
  corrects: ticked(),
  note: optionalText(1000),
};

const plain = {
  ...common,
  value: wholeNumber(),
  ceiling: z
    .string()
    .optional()
    .transform(() => false),
};

/** A new number: a coefficient is typed with a decimal comma and kept in hundredths. */
export const NumberForm = z.discriminatedUnion(
  "kind",
  [
    z.object({ ...common, kind: z.literal("coefficient"), value: hundredths, ceiling: ticked() }),
    z.object({ ...plain, kind: z.enum(["base-salary", "threshold", "ratio", "deadline"]) }),
  ],
  { error: "Hãy chọn loại số." },
);
