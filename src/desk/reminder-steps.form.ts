import { z } from "zod";
import { requiredText } from "../web/form-fields.ts";

const days = z.string().max(60, "Danh sách ngày quá dài.").optional().default("");

/** Which body, and the days before and after a deadline on which it reminds. */
export const StepsForm = z.object({
  body: requiredText("Hãy chọn cơ quan.", 20).pipe(
    z.string().regex(/^\d+$/, "Hãy chọn cơ quan.").transform(Number),
  ),
  before: days,
  after: days,
});
