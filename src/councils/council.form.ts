import { z } from "zod";
import { isCode } from "../law/codes.ts";
import { scopeNames } from "../records/fact.ts";
import {
  optionalDay,
  optionalPick,
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredPick,
  requiredText,
  severalOf,
  ticked,
  wholeNumber,
} from "../web/form-fields.ts";
import { declaredGrounds } from "./conflict.ts";
import { councilKindNames } from "./council.ts";
import { itemKindNames } from "./item.ts";
import { roles } from "./member.ts";
import { tieNames } from "./rules.ts";
import { sessionKindNames } from "./session.ts";

const namesOf = <Names extends object>(names: Names) =>
  Object.keys(names) as [keyof Names & string, ...(keyof Names & string)[]];

const paper = {
  paperSymbol: requiredText("Hãy nhập số, ký hiệu quyết định.", 100),
  paperDay: requiredDay("Hãy nhập ngày quyết định."),
};

const version = z.coerce.number().int().min(1);

export const FoundForm = z.object({
  body: requiredPick("Hãy chọn cơ quan, đơn vị lập Hội đồng."),
  kind: z.enum(namesOf(councilKindNames), { error: "Hãy chọn loại Hội đồng." }),
  name: requiredText("Hãy nhập tên Hội đồng.", 200),
  foundedOn: requiredDay("Hãy nhập ngày bắt đầu hoạt động."),
  ...paper,
});

export const SeatForm = z.object({
  person: requiredPick("Hãy chọn người."),
  role: z.enum(roles as [(typeof roles)[number], ...(typeof roles)[number][]], {
    error: "Hãy chọn vai trò.",
  }),
  from: requiredDay("Hãy nhập ngày bắt đầu."),
  ...paper,
});

export const LeaveForm = z.object({
  on: requiredDay("Hãy nhập ngày thôi."),
  endSymbol: requiredText("Hãy nhập số, ký hiệu quyết định.", 100),
});

export const EndForm = z.object({
  on: requiredDay("Hãy nhập ngày kết thúc."),
  endSymbol: requiredText("Hãy nhập số, ký hiệu quyết định.", 100),
});

/** “2/3” or “80” (percent). */
const share = (message: string) =>
  requiredText(message, 10).transform((text, context) => {
    const fraction = /^(\d{1,2})\s*\/\s*(\d{1,2})$/.exec(text);
    const percent = /^(\d{1,3})\s*%?$/.exec(text);
    const value = fraction
      ? { share: Number(fraction[1]), of: Number(fraction[2]) }
      : percent
        ? { share: Number(percent[1]), of: 100 }
        : null;
    if (value && value.share >= 1 && value.share <= value.of) return value;
    context.addIssue({ code: "custom", message: "Hãy ghi như 2/3 hoặc 80 %.", input: text });
    return z.NEVER;
  });

export const RulesForm = z.object({
  fromDay: requiredDay("Hãy nhập ngày áp dụng."),
  quorum: share("Hãy nhập tỷ lệ dự họp."),
  awardQuorum: share("Hãy nhập tỷ lệ dự họp khi xét khen thưởng."),
  thresholdPercent: optionalWholeNumber({ least: 1, most: 100 }),
  secret: z.enum(["kin", "cong-khai"]).transform((value) => value === "kin"),
  tie: z.enum(namesOf(tieNames), { error: "Hãy chọn cách xử lý khi số phiếu bằng nhau." }),
  countsLetters: ticked(),
  closesOwnUnit: ticked(),
  closesKinship: ticked(),
  closesAuthorship: ticked(),
  remarks: optionalText(1000),
  ...paper,
});

const timeOfDay = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    const parts = /^(\d{1,2})[:h.](\d{2})$/.exec(text.trim());
    if (parts && Number(parts[1]) < 24 && Number(parts[2]) < 60)
      return `${parts[1]!.padStart(2, "0")}:${parts[2]}`;
    context.addIssue({ code: "custom", message: "Hãy ghi giờ như 08:30.", input: text });
    return z.NEVER;
  });

export const SessionForm = z.object({
  kind: z.enum(namesOf(sessionKindNames), { error: "Hãy chọn hình thức." }),
  title: requiredText("Hãy nhập tên phiên họp.", 300),
  considersAwards: ticked(),
  day: requiredDay("Hãy nhập ngày họp, hoặc ngày kết thúc đợt lấy ý kiến."),
  startsAt: timeOfDay,
  place: optionalText(200),
  lettersBy: optionalDay(),
  version: version.optional(),
});

export const ReasonForm = z.object({ reason: requiredText("Hãy ghi lý do.", 1000) });

export const PresideForm = z.object({ person: wholeNumber({ least: 1 }) });

const award = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    if (isCode(text)) return text;
    context.addIssue({ code: "custom", message: "Hãy chọn trong danh mục.", input: text });
    return z.NEVER;
  });

export const ItemForm = z.object({
  kind: z.enum(namesOf(itemKindNames), { error: "Hãy chọn loại mục." }),
  title: requiredText("Hãy nhập nội dung của mục.", 500),
  person: optionalPick(),
  unit: optionalPick(),
  award,
  scope: z
    .enum(namesOf(scopeNames))
    .or(z.literal("").transform(() => null))
    .optional()
    .transform((value) => value ?? null),
  author1: optionalPick(),
  author2: optionalPick(),
  author3: optionalPick(),
  summary: optionalText(4000),
  version: version.optional(),
});

export const NotesForm = z.object({ notes: optionalText(8000) });

export const VoteForm = z.object({
  items: severalOf(z.coerce.number().int().min(1)),
  mode: z.enum(["secret", "paper", "hands"], { error: "Hãy chọn hình thức bỏ phiếu." }),
  teller1: wholeNumber({ least: 1 }),
  teller2: wholeNumber({ least: 1 }),
  teller3: wholeNumber({ least: 1 }),
  knowing: ticked(),
});

export const CallOffForm = z.object({
  reason: requiredText("Hãy ghi lý do hủy lượt bỏ phiếu.", 1000),
});

export const DeclareForm = z.object({
  item: z.coerce.number({ error: "Hãy chọn mục." }).int().min(1),
  ground: z.enum(declaredGrounds, { error: "Hãy chọn loại xung đột." }),
  words: requiredText("Hãy ghi rõ quan hệ, ví dụ “là em ruột của người được xét”.", 500),
});

export const ReportForm = DeclareForm.extend({ person: wholeNumber({ least: 1 }) });

export const RulingForm = z.object({
  conflict: wholeNumber({ least: 1 }),
  ruling: z.enum(["giu", "bo-phieu-lai"], { error: "Hãy chọn quyết định." }),
  reason: requiredText("Hãy ghi lý do của quyết định.", 1000),
});

export const RecogniseForm = z.object({
  recognised: z.enum(["co", "khong"], { error: "Hãy chọn công nhận hay không." }),
  paperSymbol: requiredText("Hãy nhập số, ký hiệu quyết định.", 100),
  paperDay: requiredDay("Hãy nhập ngày quyết định."),
  decidedBy: requiredText("Hãy nhập người quyết định công nhận.", 200),
});

export const SignedMinutesForm = z.object({
  number: requiredText("Hãy nhập số, ký hiệu biên bản.", 100),
  day: requiredDay("Hãy nhập ngày biên bản."),
});

/** A step that asks nothing but to be done. */
export const NoForm = z.object({});

/** What a member says of themselves before a meeting. */
export const AbsenceForm = z.object({
  standing: z.enum(["by-letter", "absent"], { error: "Hãy chọn một cách." }),
  reason: requiredText("Hãy ghi lý do vắng mặt.", 500),
});
