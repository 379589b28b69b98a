import { z } from "zod";
import { optionalText, requiredDay, requiredText } from "../web/form-fields.ts";
import { type QuestionKind, questionKindNames } from "./question.ts";

const id = (message: string) =>
  z
    .string({ error: message })
    .regex(/^[1-9]\d{0,14}$/, message)
    .transform(Number);

const kinds = Object.keys(questionKindNames) as [QuestionKind, ...QuestionKind[]];

export const AskForm = z.object({
  unit: id("Hãy chọn đơn vị gửi."),
  movement: z
    .string()
    .regex(/^\d{0,15}$/, "Hãy chọn một phong trào trong danh sách.")
    .optional()
    .transform((text) => (text ? Number(text) : null)),
  receiver: id("Hãy chọn nơi nhận."),
  kind: z.enum(kinds, { error: "Hãy chọn loại kiến nghị." }),
  title: requiredText("Hãy ghi vấn đề trong một dòng.", 200),
  words: requiredText("Hãy viết nội dung cần hướng dẫn.", 10_000),
});

export const ReplyForm = z.object({ answer: requiredText("Hãy viết nội dung hướng dẫn, trả lời.", 10_000) });

export const EscalateForm = z.object({
  body: id("Hãy chọn một cơ quan cấp trên để chuyển."),
  why: requiredText("Hãy nêu lý do chuyển, ví dụ vượt thẩm quyền.", 2_000),
  dueOn: requiredDay("Hãy ghi ngày đề nghị trả lời."),
});

export const AgainForm = z.object({ again: requiredText("Hãy viết điều còn chưa rõ.", 10_000) });

export const CloseForm = z.object({ closing: optionalText(2_000) });

export const PublishForm = z.object({
  asked: requiredText("Hãy viết câu hỏi.", 2_000),
  published: requiredText("Hãy viết nội dung hướng dẫn.", 10_000),
});

export const WithdrawForm = z.object({ why: requiredText("Hãy nêu lý do rút.", 1_000) });
