import { z } from "zod";
import { requiredDay, requiredText } from "../web/form-fields.ts";

const id = z.string().regex(/^\d+$/, "Hãy chọn đơn vị.").transform(Number);

/** Which follower keeps the place of which ended member, by which decision. */
export const PlaceForm = z.object({
  year: z
    .string()
    .regex(/^(19|20|21)\d{2}$/, "Năm gồm bốn chữ số.")
    .transform(Number),
  from: id,
  to: id,
  symbol: requiredText("Hãy ghi số, ký hiệu quyết định.", 100),
  signed: requiredDay("Hãy nhập ngày ký quyết định."),
});
