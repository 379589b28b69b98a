import { z } from "zod";
import { unprintableIn } from "../documents/printable.ts";
import { type Code, isCode } from "../law/codes.ts";
import {
  optionalDay,
  optionalPick,
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredText,
} from "../web/form-fields.ts";

/** Text that goes on paper: a character no document font has is refused while it can still be mended. */
const forPaper = <Schema extends z.ZodType<string | null>>(schema: Schema) =>
  schema.superRefine((text, context) => {
    const unprintable = text === null ? [] : unprintableIn(text);
    if (unprintable.length > 0)
      context.addIssue({
        code: "custom",
        message: `Ký tự ${unprintable.join(" ")} không in được trên văn bản; hãy bỏ đi.`,
        input: text,
      });
  });

const version = z.coerce.number().int().min(1);

const title = z
  .string({ error: "Hãy chọn danh hiệu, hình thức đăng ký." })
  .refine(isCode, "Hãy chọn danh hiệu, hình thức đăng ký trong danh mục.")
  .transform((code) => code as Code);

export const SubmitForm = z.object({ version, lateReason: optionalText(1000), remarks: optionalText(1000) });

export const WithdrawForm = z.object({ reason: requiredText("Hãy ghi lý do rút đăng ký.", 1000) });

export const ReturnForm = z.object({
  version,
  reason: requiredText("Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", 1000),
  dueOn: optionalDay(),
});

export const AcceptForm = z.object({ version, remarks: optionalText(1000) });

/** A line: its kind says which of the three fields names the subject. */
export const LineForm = z.object({
  kind: z.enum(["individual", "collective", "household"], { error: "Hãy chọn đăng ký cho ai." }),
  person: optionalPick(),
  collective: optionalWholeNumber(),
  household: forPaper(optionalText(200)),
  title,
  commitment: optionalText(1000),
  version: version.optional(),
});

export type LineValues = z.output<typeof LineForm>;

/** A line of one's own: only the title is asked. */
export const OwnLineForm = z.object({ title, commitment: optionalText(1000) });

export const AnswerForm = z.object({
  verdict: z.enum(["listed", "declined"], { error: "Hãy chọn đưa vào danh sách hoặc không." }),
  answer: z.string().max(1000).optional().default(""),
});

export const RemoveForm = z.object({ version });

export const TargetForm = z.object({
  words: forPaper(requiredText("Hãy ghi nội dung chỉ tiêu.", 1000)),
  measure: forPaper(optionalText(300)),
  value: z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const bare = text.replace(/\s/g, "");
      if (/^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare))
        return Number(bare.replaceAll(".", "").replace(",", "."));
      context.addIssue({ code: "custom", message: "Hãy nhập một số, ví dụ 85 hoặc 97,5.", input: text });
      return z.NEVER;
    }),
  valueUnit: forPaper(optionalText(60)),
  version: version.optional(),
});

const chain = z
  .enum(["vertical", "territorial", "both"], { error: "Hãy chọn nơi trình." })
  .transform((chosen) => (chosen === "both" ? null : chosen));

export const PaperForm = z.object({
  number: requiredText("Hãy nhập số, ký hiệu của bản đã ký.", 60),
  day: requiredDay("Hãy nhập ngày của bản đã ký."),
  chain,
});

export const ReceiptForm = z.object({
  movement: z.coerce.number({ error: "Hãy chọn phong trào." }).int().min(1, "Hãy chọn phong trào."),
  unit: z.coerce.number({ error: "Hãy chọn đơn vị." }).int().min(1, "Hãy chọn đơn vị."),
  channel: z.enum(["paper", "mail", "messenger"], { error: "Hãy chọn cách nhận." }),
  receivedOn: requiredDay("Hãy nhập ngày nhận; ngày này quyết định đúng hạn hay muộn."),
  lateReason: optionalText(1000),
  remarks: optionalText(1000),
  number: optionalText(60),
  day: optionalDay(),
});

export const ExtensionForm = z.object({
  unit: z
    .string({ error: "Hãy chọn đơn vị." })
    .min(1, "Hãy chọn một đơn vị hoặc tất cả.")
    .transform((text) => (text === "tat-ca" ? null : Number(text))),
  day: requiredDay("Hãy nhập ngày gia hạn."),
  reason: requiredText("Hãy ghi lý do gia hạn.", 1000),
});

export const StartForm = z.object({
  movement: z.coerce.number().int().min(1),
  unit: z.coerce.number().int().min(1),
});
