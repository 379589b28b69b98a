import { z } from "zod";
import { unprintableIn } from "../documents/printable.ts";
import { optionalDay, optionalText, requiredDay, requiredText, wholeNumber } from "../web/form-fields.ts";

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
const unit = (message: string) => z.coerce.number({ error: message }).int().min(1, message);
const LONG = 20_000;

/** A number that may be left empty: `97,5`, `1.200`. */
const optionalNumber = () =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const bare = text.replace(/\s/g, "");
      if (/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare))
        return Number(bare.replaceAll(".", "").replace(",", "."));
      context.addIssue({ code: "custom", message: "Hãy nhập một số, ví dụ 85 hoặc 97,5.", input: text });
      return z.NEVER;
    });

export const StartForm = z.object({
  cluster: unit("Hãy chọn cụm."),
  year: z.coerce.number().int().min(1945).max(2199),
});

export const ConferenceForm = z.object({
  version,
  heldOn: optionalDay(),
  time: forPaper(optionalText(40)),
  place: forPaper(optionalText(300)),
  chair: forPaper(optionalText(200)),
  secretary: forPaper(optionalText(200)),
  leader: forPaper(optionalText(200)),
  guests: forPaper(optionalText(2000)),
  agenda: forPaper(optionalText(4000)),
  proceedings: forPaper(optionalText(LONG)),
});

export const AttendanceForm = z.object({
  version,
  attendance: z.array(
    z.object({
      unit: unit("Thiếu đơn vị."),
      presence: z.enum(["present", "absent", "represented"], {
        error: "Hãy chọn có mặt, cử người hay vắng.",
      }),
      name: forPaper(optionalText(120)),
      title: forPaper(optionalText(160)),
    }),
    { error: "Hãy điểm danh từng đơn vị." },
  ),
});

export const NothingForm = z.object({});
export const OpenSigningForm = z.object({ version, signBy: optionalDay() });

export const PlanForm = z.object({
  from: z.coerce.number().int().min(0),
  sections: z
    .array(
      z.object({
        title: forPaper(z.string().max(300).optional().default("")),
        text: forPaper(z.string().max(LONG, "Mục này dài quá 20.000 ký tự.").optional().default("")),
      }),
    )
    .max(40),
});

export const CommentForm = z.object({
  unit: unit("Hãy chọn đơn vị góp ý."),
  section: optionalText(300),
  words: forPaper(requiredText("Hãy ghi nội dung góp ý.", 4000)),
});

export const AnswerForm = z.object({
  verdict: z.enum(["taken", "partly", "declined"], { error: "Hãy chọn tiếp thu hay giải trình." }),
  answer: forPaper(requiredText("Hãy ghi nội dung trả lời.", 4000)),
});

export const AdoptForm = z.object({
  version,
  onDay: requiredDay("Hãy nhập ngày thông qua."),
  inFavour: wholeNumber({ most: 1000 }),
  against: wholeNumber({ most: 1000 }),
  abstained: wholeNumber({ most: 1000 }),
  remarks: forPaper(optionalText(1000)),
});

const reason = z.string().max(1000).optional().default("");

export const CommonForm = z.object({
  version,
  common: forPaper(requiredText("Hãy ghi phần nội dung chung của giao ước.", LONG)),
  reason,
});

export const PromiseForm = z.object({
  unit: unit("Hãy chọn đơn vị."),
  version: z.coerce.number().int().min(0).optional().default(0),
  words: forPaper(requiredText("Hãy ghi nội dung cam kết.", 1000)),
  title: optionalText(60),
  figure: optionalText(120),
  measure: forPaper(optionalText(60)),
  target: optionalNumber(),
  reason,
});

export const WithdrawPromiseForm = z.object({ version, reason });

export const SignForm = z.object({
  unit: unit("Thiếu đơn vị ký."),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const PaperSignatureForm = z.object({
  unit: unit("Hãy chọn đơn vị đã ký."),
  signerName: forPaper(requiredText("Hãy ghi họ tên người ký.", 120)),
  postTitle: forPaper(requiredText("Hãy ghi chức vụ người ký.", 160)),
  signedOn: requiredDay("Hãy nhập ngày ký trên bản giấy."),
});

export const TaskForm = z.object({
  unit: unit("Hãy chọn đơn vị thực hiện."),
  directedBy: forPaper(requiredText("Hãy ghi lãnh đạo đã chỉ đạo.", 200)),
  words: forPaper(requiredText("Hãy ghi nội dung chỉ đạo.", 2000)),
  wording: optionalText(300),
  dueOn: optionalDay(),
});

export const ReportForm = z.object({ version, result: requiredText("Hãy ghi kết quả thực hiện.", 4000) });

export const ClosingForm = z.object({
  version,
  verdict: z.enum(["done", "open"], { error: "Hãy chọn xác nhận hay đề nghị thực hiện tiếp." }),
  remarks: z.string().max(1000).optional().default(""),
});

export const OutcomeForm = z.object({
  version,
  result: z.enum(["done", "partly", "not"], { error: "Hãy chọn kết quả." }),
  value: optionalNumber(),
  evidence: requiredText("Hãy ghi minh chứng hoặc lý do.", 4000),
});

export const SendForm = z.object({ lateReason: reason, remarks: optionalText(1000) });

export const ReturnForm = z.object({ version, reason: requiredText("Hãy ghi lý do trả lại.", 1000) });
export const AcceptForm = z.object({ version, remarks: optionalText(1000) });

export const ReceiptForm = z.object({
  cluster: unit("Hãy chọn cụm."),
  year: z.coerce.number({ error: "Hãy nhập năm." }).int().min(1945).max(2199),
  channel: z.enum(["paper", "mail", "messenger"], { error: "Hãy chọn cách nhận." }),
  receivedOn: requiredDay("Hãy nhập ngày nhận; ngày này quyết định đúng hạn hay muộn."),
  lateReason: reason,
  remarks: optionalText(1000),
});
