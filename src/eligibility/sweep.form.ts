import { z } from "zod";
import { optionalDay, requiredPick, wholeNumber } from "../web/form-fields.ts";

export const SweepForm = z.object({
  unit: requiredPick("Hãy chọn đơn vị."),
  province: z
    .string()
    .regex(/^(\d{2})?$/)
    .optional()
    .transform((code) => code || null),
  year: wholeNumber({ least: 2017, most: 2199 }),
  receivedOn: optionalDay(),
});
