import { z } from "zod";
import type { Audience } from "../org/scope.ts";
import { audienceNames } from "../org/scope.ts";
import { nfc, tidy } from "../platform/vietnamese.ts";
import {
  optionalDay,
  optionalPick,
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
  ticked,
  wholeNumber,
} from "../web/form-fields.ts";
import { readRecipient } from "./adoption.ts";
import { purposes } from "./deadlines.ts";
import { kinds } from "./movement.ts";
import { readOutline } from "./outline.ts";
import type { SectionKey } from "./sections.ts";

/** What a browser may send for each section of a launch; long texts keep their line breaks. */
const LONG = 60_000;

const kind = z.enum(kinds as [string, ...string[]], { error: "Hãy chọn loại phong trào." });
const year = () => wholeNumber({ least: 1945, most: 2199 });

export const NewMovementForm = z.object({
  launcher: z
    .string({ error: "Hãy chọn cơ quan phát động." })
    .regex(/^\d+$/, "Hãy chọn cơ quan phát động.")
    .transform(Number),
  kind,
  name: requiredText("Hãy đặt tên cho phong trào.", 500),
  fromYear: year(),
  toYear: year(),
});

export const CopyForm = z.object({
  movement: z.string({ error: "Hãy chọn phong trào để lập theo." }).regex(/^\d+$/).transform(Number),
  year: year(),
});

const lines = (longest = LONG) =>
  optionalText(longest).transform((text) =>
    (text ?? "")
      .split("\n")
      .map(tidy)
      .filter((line) => line !== ""),
  );

const stated = () =>
  lines().transform((texts) => texts.map((words) => ({ words, line: null as number | null })));

const ids = () => severalOf(z.string().regex(/^\d+$/).transform(Number));

const groups = () => severalOf(z.enum(Object.keys(audienceNames) as [Audience, ...Audience[]]));

/** Needed once the launch is in force; absent while it is written. */
const amendment = z
  .object({
    symbol: requiredText("Hãy nhập số, ký hiệu của văn bản điều chỉnh.", 100),
    day: requiredDay("Hãy nhập ngày của văn bản điều chỉnh."),
    reason: requiredText("Hãy ghi lý do điều chỉnh.", 2000),
  })
  .optional()
  .transform((given) => given ?? null);

const frame = { version: wholeNumber(), amendment };

const outline = () =>
  optionalText(LONG).transform((text, context) => {
    const read = readOutline(text ?? "");
    if (!("refusal" in read)) return read;
    context.addIssue({ code: "custom", message: read.sentence, input: text });
    return z.NEVER;
  });

const decimal = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return null;
    if (/^\d{1,12}([.,]\d{1,4})?$/.test(text)) return Number(text.replace(",", "."));
    context.addIssue({ code: "custom", message: "Hãy nhập một số, ví dụ 97,5.", input: text });
    return z.NEVER;
  });

/** Rows left wholly empty are not there; a row begun must say what it is. */
const rowsOf = <Row extends z.ZodRawShape>(shape: Row) => z.array(z.object(shape)).optional();

export const sectionForms = {
  ten: z
    .object({
      ...frame,
      name: requiredText("Hãy đặt tên cho phong trào.", 500),
      spellings: lines(),
      kind,
      fromYear: year(),
      toYear: year(),
      theme: optionalText(1000),
      motto: optionalText(1000),
      onPortal: ticked(),
      parents: ids(),
      related: ids(),
    })
    .transform(({ parents, related, ...rest }) => ({ ...rest, linked: { parent: parents, related } })),
  "muc-dich": z.object({ ...frame, goal: optionalText(LONG), requirements: optionalText(LONG) }),
  "doi-tuong": z
    .object({
      ...frame,
      scopeWords: optionalText(LONG),
      subjects: optionalText(LONG),
      groups: groups(),
      named: ids(),
      excluded: ids(),
      add: optionalPick(),
      remove: optionalPick(),
    })
    .transform(({ groups: chosen, named, excluded, ...rest }) => ({
      ...rest,
      scope: { groups: chosen, named, excluded },
    })),
  "noi-dung": z.object({ ...frame, contents: outline(), solutions: optionalText(LONG) }),
  "tieu-chi": z.object({
    ...frame,
    criteria: optionalText(LONG),
    expectedCommendation: optionalText(LONG),
    funding: optionalText(LONG),
  }),
  "chi-tieu": z.object({
    ...frame,
    targets: rowsOf({
      id: optionalText(20),
      words: optionalText(2000),
      measure: optionalText(500),
      value: decimal,
      unit: optionalText(50),
      base: optionalText(500),
    }).transform((rows) =>
      (rows ?? []).flatMap((row) =>
        row.words === null
          ? []
          : [
              {
                ...row,
                words: row.words,
                id: row.id === null ? null : Number(row.id) || null,
                line: null as number | null,
              },
            ],
      ),
    ),
  }),
  dot: z.object({
    ...frame,
    phases: rowsOf({ name: optionalText(300), from: optionalDay(), to: optionalDay() }).transform((rows) =>
      (rows ?? []).flatMap((row) =>
        row.name === null && row.from === null && row.to === null
          ? []
          : [
              {
                ...row,
                name: row.name ?? "Đợt thi đua",
                fromWording: null,
                toWording: null,
                line: null as number | null,
              },
            ],
      ),
    ),
  }),
  "can-cu": z.object({
    ...frame,
    grounds: stated(),
    occasions: stated(),
    recipients: lines().transform((texts) => texts.map(readRecipient)),
  }),
} as const;

export type FormSection = Exclude<SectionKey, "han">;

export const DeadlineForm = z.object({
  ...frame,
  what: requiredText("Hãy ghi việc phải làm.", 1000),
  purpose: z.enum(purposes as [string, ...string[]], { error: "Hãy chọn loại việc." }),
  day: optionalDay(),
  inclusive: z.enum(["co", "khong"]).default("co"),
  event: optionalText(500),
  audienceWords: requiredText("Hãy ghi đối tượng thực hiện.", 1000),
  groups: groups(),
  named: ids(),
  add: optionalPick(),
});

export const SettlementForm = z.object({
  way: z.enum(["correction", "set-here", "left-open", "event-day", "amendment"], {
    error: "Hãy chọn cách xử lý.",
  }),
  day: optionalDay(),
  inclusive: z.enum(["co", "khong"]).default("co"),
  instrumentSymbol: optionalText(100),
  instrumentDay: optionalDay(),
  reason: optionalText(2000),
  question: optionalText(2000),
});

export const WithdrawalForm = z.object({ ...frame });

export const RemarksForm = z.object({ remarks: optionalText(2000) });

export const SignatureForm = z.object({
  capacity: optionalText(100),
  role: requiredText("Hãy nhập chức vụ người ký.", 200),
  name: requiredText("Hãy nhập họ tên người ký.", 200),
  on: requiredDay("Hãy nhập ngày ký."),
});

export const NumberForm = z.object({
  number: requiredText("Hãy nhập số văn bản.", 20),
  symbol: requiredText("Hãy nhập ký hiệu văn bản.", 60),
  on: requiredDay("Hãy nhập ngày văn bản."),
  place: requiredText("Hãy nhập địa danh.", 100),
});

export const IssueForm = z.object({ acknowledged: ticked() });

export const ElsewhereForm = z.object({
  number: requiredText("Hãy nhập số văn bản.", 20),
  symbol: requiredText("Hãy nhập ký hiệu văn bản.", 60),
  on: requiredDay("Hãy nhập ngày văn bản."),
  place: optionalText(100).transform((text) => text ?? ""),
  capacity: optionalText(100),
  role: requiredText("Hãy nhập chức vụ người ký.", 200),
  name: requiredText("Hãy nhập họ tên người ký.", 200),
  sameDocument: ticked(),
});

export const CommentForm = z.object({
  section: z.string({ error: "Hãy chọn phần cần góp ý." }).min(1, "Hãy chọn phần cần góp ý."),
  words: requiredText("Hãy viết ý kiến góp ý.", 10_000).transform(nfc),
});

export const AnswerForm = z.object({
  verdict: z.enum(["taken", "partly", "not"], { error: "Hãy chọn cách trả lời." }),
  why: optionalText(5000).transform((text) => text ?? ""),
});

export const ServedForm = z.object({ positions: ids() });

export const UploadForm = z.object({
  body: z
    .string({ error: "Hãy chọn cơ quan phát động." })
    .regex(/^\d+$/, "Hãy chọn cơ quan phát động.")
    .transform(Number),
  file: z.file({ error: "Hãy chọn tệp văn bản." }).optional(),
});

export const AdoptionForm = z.object({
  kind,
  as: z.enum(["issued", "draft"], { error: "Hãy chọn lập thành gì." }),
  onPortal: ticked(),
  sameDocument: ticked(),
});

export const ByHandForm = NewMovementForm.omit({ launcher: true });
