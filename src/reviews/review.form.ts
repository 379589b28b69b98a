import { z } from "zod";
import { unprintableIn } from "../documents/printable.ts";
import {
  optionalDay,
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredText,
} from "../web/form-fields.ts";
import { reviewKinds } from "./period.ts";
import { sectionKinds } from "./section.ts";

const LONGEST_SECTION = 50_000;

/** Text that goes on paper: a character no document font has is refused while it can still be mended. */
const forPaper = z
  .string()
  .max(LONGEST_SECTION, "Mục này dài quá 50.000 ký tự; hãy chuyển phần chi tiết thành phụ lục.")
  .superRefine((text, context) => {
    const unprintable = unprintableIn(text);
    if (unprintable.length > 0)
      context.addIssue({
        code: "custom",
        message: `Ký tự ${unprintable.join(" ")} không in được trên văn bản; hãy bỏ đi.`,
        input: text,
      });
  });

const version = z.coerce.number().int().min(1);
const id = z.coerce.number().int().min(1);
const year = z.coerce
  .number({ error: "Hãy chọn năm." })
  .int("Năm là một số có bốn chữ số.")
  .min(1945, "Năm sớm nhất là 1945.")
  .max(2199, "Năm muộn nhất là 2199.");
const kind = z.enum(reviewKinds as readonly ["interim", "final", "whole"], { error: "Hãy chọn kỳ báo cáo." });

/** An empty choice is none. */
const optionalId = z
  .string()
  .optional()
  .transform((text) => (text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null));

export const StartForm = z.object({
  unit: z.coerce.number({ error: "Hãy chọn nơi báo cáo." }).int().min(1, "Hãy chọn nơi báo cáo."),
  movement: optionalId,
  kind,
  year,
});

/** The words of all sections, in the order of their positions. */
export const WordsForm = z.object({ version, section: z.array(forPaper).optional().default([]) });

export const SubmitForm = z.object({
  version,
  signatory: z.coerce.number({ error: "Hãy chọn người ký." }).int().min(1, "Hãy chọn người ký."),
  lateReason: optionalText(1000),
  remarks: optionalText(1000),
});

export const ReturnForm = z.object({
  version,
  reason: requiredText("Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", 1000),
  dueOn: optionalDay(),
});

export const WithdrawForm = z.object({
  version,
  reason: requiredText("Hãy ghi lý do rút lại báo cáo.", 1000),
});

export const AcceptForm = z.object({ version, remarks: optionalText(1000) });

export const OverrideForm = z.object({
  value: z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const bare = text.replace(/\s/g, "");
      if (/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare))
        return Number(bare.replaceAll(".", "").replace(",", "."));
      context.addIssue({ code: "custom", message: "Hãy nhập một số, ví dụ 85 hoặc 97,5.", input: text });
      return z.NEVER;
    }),
  reason: requiredText("Hãy ghi lý do dùng số khác với số liệu của hệ thống.", 1000),
});

export const QuoteForm = z.object({
  position: z.coerce.number().int().min(0),
  source: id,
  sourcePosition: z.coerce.number().int().min(0),
  paragraph: z.coerce.number().int().min(0),
});

export const ReceiptForm = z.object({
  movement: optionalId,
  unit: z.coerce.number({ error: "Hãy chọn đơn vị." }).int().min(1, "Hãy chọn đơn vị."),
  kind,
  year,
  channel: z.enum(["paper", "mail", "messenger"], { error: "Hãy chọn cách nhận." }),
  receivedOn: requiredDay("Hãy nhập ngày nhận; ngày này quyết định đúng hạn hay muộn."),
  lateReason: optionalText(1000),
  remarks: optionalText(1000),
  number: optionalText(60),
  day: optionalDay(),
});

export const PaperForm = z.object({
  number: requiredText("Hãy nhập số, ký hiệu của báo cáo đã ký.", 60),
  day: requiredDay("Hãy nhập ngày của báo cáo đã ký."),
});

export const NewTemplateForm = z.object({ body: id, year, kind, from: optionalId });

/** Rows of sections; one without a heading is left out by the decision. */
export const TemplateForm = z.object({
  name: requiredText("Hãy ghi tên mẫu.", 200),
  dueOn: optionalDay(),
  sections: z
    .array(
      z.object({
        heading: z.string().max(300).optional().default(""),
        order: optionalWholeNumber({ most: 999 }),
        guidance: optionalText(1000),
        kind: z.enum(sectionKinds as readonly ["text", "figures", "faults", "lessons", "proposals"]),
        codes: z.preprocess(
          (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
          z.array(z.string().regex(/^[a-z]+\.[a-z-]*$/)),
        ),
      }),
    )
    .optional()
    .default([]),
});
