import { z } from "zod";
import {
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredText,
  wholeNumber,
} from "../web/form-fields.ts";
import { type CostSource, costSourceNames } from "./cost.ts";

const id = (message: string) =>
  z
    .string({ error: message })
    .regex(/^[1-9]\d{0,14}$/, message)
    .transform(Number);
const sources = Object.keys(costSourceNames) as [CostSource, ...CostSource[]];

export const CostForm = z.object({
  unit: id("Hãy chọn đơn vị."),
  movement: id("Hãy chọn phong trào."),
  activity: requiredText("Hãy ghi hoạt động đã chi.", 300),
  source: z.enum(sources, { error: "Hãy chọn nguồn kinh phí." }),
  planned: optionalWholeNumber(),
  spent: wholeNumber(),
  spentOn: requiredDay("Hãy ghi ngày chi."),
  note: optionalText(1_000),
});

export const VoidForm = z.object({ why: requiredText("Hãy nêu lý do hủy ghi.", 1_000) });
