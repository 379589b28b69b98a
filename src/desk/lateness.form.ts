import { z } from "zod";
import { requiredDay, requiredText } from "../web/form-fields.ts";

/** A new last day and the reason. */
export const DueExtensionForm = z.object({
  day: requiredDay("Hãy nhập hạn mới."),
  reason: requiredText("Hãy ghi lý do gia hạn.", 1000),
});
