import { z } from "zod";
import {
  decimalNumber,
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredText,
} from "../web/form-fields.ts";

const points = () =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const read = decimalNumber({ least: 0 }).safeParse(text);
      if (read.success) return read.data;
      context.addIssue({ code: "custom", message: "Hãy nhập một số từ 0, ví dụ 92,5.", input: text });
      return z.NEVER;
    });

/** A paper sent to a cluster led outside, or the result it gave. */
export const ClusterRecordForm = z.object({
  kind: z.enum(["sent", "score"], { error: "Hãy chọn loại." }),
  year: z
    .string()
    .regex(/^(19|20|21)\d{2}$/, "Năm gồm bốn chữ số.")
    .transform(Number),
  unit: z.string().regex(/^\d+$/, "Hãy chọn đơn vị tham gia.").transform(Number),
  title: requiredText("Hãy ghi tên văn bản hoặc kết quả.", 300),
  on: requiredDay("Hãy nhập ngày gửi hoặc ngày công bố."),
  symbol: optionalText(100),
  points: points(),
  pointsOf: points(),
  rank: optionalWholeNumber({ least: 1, most: 1000 }),
  rankOf: optionalWholeNumber({ least: 1, most: 1000 }),
  note: optionalText(1000),
});
