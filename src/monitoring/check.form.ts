import { z } from "zod";
import {
  optionalDay,
  optionalText,
  requiredDay,
  requiredPick,
  requiredText,
  wholeNumber,
} from "../web/form-fields.ts";
import { type Severity, severityNames } from "./check.ts";

const id = (message: string) =>
  z
    .string({ error: message })
    .regex(/^[1-9]\d{0,14}$/, message)
    .transform(Number);

export const PlanForm = z.object({
  body: id("Hãy chọn cơ quan kiểm tra."),
  year: wholeNumber({ least: 1945, most: 2199 }),
  name: requiredText("Hãy ghi tên kế hoạch.", 300),
  purpose: optionalText(3_000),
  paperSymbol: optionalText(60),
  paperDay: optionalDay(),
});

export const VisitForm = z.object({
  body: id("Hãy chọn cơ quan kiểm tra."),
  plan: z
    .string()
    .regex(/^\d{0,15}$/, "Hãy chọn một kế hoạch trong danh sách.")
    .optional()
    .transform((text) => (text ? Number(text) : null)),
  unit: requiredPick("Hãy chọn đơn vị được kiểm tra."),
  plannedOn: requiredDay("Hãy ghi ngày kiểm tra dự kiến."),
  contents: requiredText("Hãy ghi nội dung kiểm tra.", 3_000),
  team: optionalText(1_000),
});

export const HoldingForm = z.object({
  heldOn: requiredDay("Hãy ghi ngày kiểm tra."),
  summary: requiredText("Hãy ghi kết quả chung của cuộc kiểm tra.", 10_000),
});

export const CancelForm = z.object({ why: requiredText("Hãy nêu lý do hủy.", 1_000) });

const severities = Object.keys(severityNames) as [Severity, ...Severity[]];

/** A fault; its severity is never guessed. */
export const FaultForm = z.object({
  words: requiredText("Hãy ghi tồn tại, hạn chế.", 5_000),
  severity: z.enum(severities, { error: "Hãy chọn mức độ của tồn tại." }),
  demand: optionalText(3_000),
  dueOn: optionalDay(),
});

export const PracticeForm = z.object({ practice: requiredText("Hãy ghi cách làm hay.", 5_000) });

export const ShowForm = z.object({ shown: requiredText("Hãy ghi đã khắc phục thế nào.", 5_000) });

export const RefuseForm = z.object({
  refusal: requiredText("Hãy nêu điều còn phải khắc phục.", 3_000),
  newDueOn: requiredDay("Hãy ghi hạn khắc phục mới."),
});
