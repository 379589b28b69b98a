import { z } from "zod";
import { optionalDay, optionalText, requiredDay, requiredText } from "../web/form-fields.ts";
import { requiredHundredths } from "./number.form.ts";

const WHOLE = 100_00;

/** Days, table and rules of voting of a cluster's year. */
const YearFields = z.object({
  table: z.coerce.number({ error: "Hãy chọn bảng tiêu chí." }).int().min(1, "Hãy chọn bảng tiêu chí."),
  selfFrom: requiredDay("Hãy nhập ngày mở tự chấm."),
  selfUntil: requiredDay("Hãy nhập hạn tự chấm."),
  opinionsUntil: requiredDay("Hãy nhập hạn cho ý kiến."),
  verifyUntil: requiredDay("Hãy nhập hạn thẩm định."),
  publishOn: requiredDay("Hãy nhập ngày công bố."),
  method: z.enum(["secret", "hands"], { error: "Hãy chọn cách suy tôn." }),
  threshold: requiredHundredths("Hãy nhập tỷ lệ phiếu cần đạt.")
    .refine((share) => share > 0 && share <= WHOLE, "Tỷ lệ phải trên 0 và không quá 100 %.")
    .refine((share) => share % 100 === 0, "Tỷ lệ phải là số nguyên phần trăm."),
  base: z.enum(["members", "present"], { error: "Hãy chọn cách tính tỷ lệ." }),
  ties: z.enum(["second-round", "higher-score", "head-decides"], {
    error: "Hãy chọn cách xử lý khi bằng phiếu.",
  }),
  paper: optionalText(300),
});

const asChoices = (form: z.output<typeof YearFields>) => ({
  table: form.table,
  calendar: {
    ...{ selfFrom: form.selfFrom, selfUntil: form.selfUntil, opinionsUntil: form.opinionsUntil },
    ...{ verifyUntil: form.verifyUntil, publishOn: form.publishOn },
  },
  voting: {
    ...{ method: form.method, threshold: form.threshold, base: form.base, ties: form.ties },
    paper: form.paper,
  },
});

export const OpenForm = YearFields.extend({
  cluster: z.coerce.number({ error: "Hãy chọn cụm." }).int().min(1, "Hãy chọn cụm."),
  year: z.coerce.number().int().min(1945).max(2199),
}).transform((form) => ({ cluster: form.cluster, year: form.year, ...asChoices(form) }));

export const ChangeForm = YearFields.extend({ version: z.coerce.number().int().min(1) }).transform(
  (form) => ({
    version: form.version,
    ...asChoices(form),
  }),
);

const version = z.coerce.number().int().min(1);

export const StartSheetForm = z.object({ unit: z.coerce.number().int().min(1) });

export const TakeOverForm = z.object({
  sheet: z.coerce.number().int().min(1),
  unit: z.coerce.number().int().min(1),
});

export const SendForm = z.object({ version, remarks: optionalText(1000) });

export const ReturnSheetForm = z.object({
  version,
  remarks: requiredText("Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", 1000),
  dueOn: optionalDay(),
});

export const ReopenForm = z.object({ version, remarks: requiredText("Hãy ghi lý do thẩm định lại.", 1000) });

export const PaperForm = z.object({
  receivedOn: requiredDay("Hãy nhập ngày nhận bản giấy; ngày này quyết định đúng hạn hay muộn."),
  lateReason: z.string().max(1000).optional().default(""),
  remarks: optionalText(1000),
});

export const PublishResultsForm = z.object({
  version,
  ties: z
    .enum(["all-in", "all-out", ""])
    .optional()
    .transform((ties) => ties || null),
});
