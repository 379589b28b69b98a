import { readTypedDay, writeDay } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { capitalise, fold, tidy } from "../platform/vietnamese.ts";
import type { Purpose } from "./deadlines.ts";
import { dotted, writeOutline } from "./outline.ts";
import type { ContentHeading, PlanReading } from "./plan-reading.ts";
import { type ProposedText, proposedTexts, type TextLine } from "./proposed-texts.ts";
import { writeRecipient } from "./sections.ts";

/**
 * What a reading proposes, item by item (điểm đề nghị), each tied to its lines. A person accepts, corrects or
 * drops each; nothing is real before adoption.
 */
export interface Proposal {
  /** Stable within one reading: `paper-0`, `theme`, `deadline-1`. */
  readonly key: string;
  readonly noun: ProposalNoun;
  readonly label: string;
  readonly fields: readonly ProposedField[];
  readonly lines: readonly number[];
  readonly note: string | null;
}

export type ProposalNoun =
  | "paper"
  | "name"
  | "theme"
  | "motto"
  | "text"
  | "list"
  | "outline"
  | "phase"
  | "deadline"
  | "target"
  | "duty"
  | "mention";

export interface ProposedField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly input: "line" | "text" | "day" | "number" | "inclusive";
  readonly optional: boolean;
}

export type Decision = "accepted" | "corrected" | "dropped";

/** What a person decided on an item, with the fields as they typed them. */
export interface Choice {
  readonly decision: Decision;
  readonly fields: Readonly<Record<string, string>>;
}

export type Choices = Readonly<Record<string, Choice>>;

const line = (name: string, label: string, value: string | null, optional = false): ProposedField => ({
  name,
  label,
  value: value ?? "",
  input: "line",
  optional,
});
const area = (name: string, label: string, value: string): ProposedField => ({
  ...line(name, label, value),
  input: "text",
});
const dayField = (name: string, label: string, value: string | null, optional = false): ProposedField => ({
  ...line(name, label, value, optional),
  input: "day",
});

const typedDay = (value: Parameters<typeof writeDay>[0] | null): string =>
  value === null ? "" : writeDay(value);

/** Everything a reading proposes, in the order of the panel. */
export function proposalsOf(reading: PlanReading, lines: readonly TextLine[]): Proposal[] {
  const { movement } = reading;
  return [
    ...reading.documents.map(paperProposal),
    nameProposal(reading),
    ...single("theme", "Chủ đề", movement.theme, movement.lines.theme, themeNote(reading)),
    ...single("motto", "Khẩu hiệu", movement.motto, movement.lines.motto, null),
    ...listed("occasions", "Dịp chào mừng", movement.occasions, movement.lines.occasions),
    ...listed(
      "grounds",
      "Căn cứ",
      reading.documents.flatMap((document) => document.grounds),
      reading.documents.flatMap((document) => document.lines.grounds),
    ),
    ...listed(
      "recipients",
      "Nơi nhận",
      reading.documents.flatMap((document) => document.recipients.map(writeRecipient)),
      reading.documents.flatMap((document) => document.lines.recipients),
    ),
    ...proposedTexts(reading.contents, lines).map(textProposal),
    ...outlineProposal(reading, lines),
    ...reading.phases.map(
      (phase, index): Proposal => ({
        key: `phase-${index}`,
        noun: "phase",
        label: "Đợt thi đua",
        fields: [
          line("name", "Tên đợt", capitalise(phase.name)),
          dayField("from", "Từ ngày", typedDay(phase.from), true),
          dayField("to", "Đến hết ngày", typedDay(phase.to), true),
        ],
        lines: [phase.line],
        note: `Văn bản ghi “${phase.fromRaw ?? "…"}” đến “${phase.toRaw ?? "…"}”.`,
      }),
    ),
    ...reading.deadlines.map(
      (deadline, index): Proposal => ({
        key: `deadline-${index}`,
        noun: "deadline",
        label: "Hạn",
        fields: [
          line("what", "Việc phải làm", capitalise(deadline.what ?? "")),
          line("audience", "Đối tượng thực hiện", deadline.audience, true),
          dayField("day", "Ngày", typedDay(deadline.date), true),
          { ...line("inclusive", "Tính cả ngày này", deadline.inclusive ? "co" : ""), input: "inclusive" },
        ],
        lines: [deadline.line],
        note: `Văn bản ghi “${deadline.raw}”.`,
      }),
    ),
    ...reading.targets.map(
      (target, index): Proposal => ({
        key: `target-${index}`,
        noun: "target",
        label: "Chỉ tiêu",
        fields: [
          line("words", "Chỉ tiêu", target.raw),
          { ...line("value", "Mức", `${target.value}`.replace(".", ",")), input: "number" },
          line("unit", "Đơn vị tính", target.unit),
        ],
        lines: [target.line],
        note: null,
      }),
    ),
    ...reading.duties.map(
      (duty, index): Proposal => ({
        key: `duty-${index}`,
        noun: "duty",
        label: "Trách nhiệm",
        fields: [line("who", "Ai", duty.who), line("what", "Việc", duty.what)],
        lines: [duty.line],
        note: null,
      }),
    ),
    ...reading.movementsMentioned.map(
      (mention, index): Proposal => ({
        key: `mention-${index}`,
        noun: "mention",
        label: "Phong trào được nhắc tới",
        fields: [line("name", "Tên phong trào", mention.name)],
        lines: [mention.line],
        note:
          mention.from === null
            ? null
            : `Giai đoạn ${mention.from}${mention.to === null ? "" : `-${mention.to}`}.`,
      }),
    ),
  ];
}

function paperProposal(document: PlanReading["documents"][number], index: number): Proposal {
  const { lines } = document;
  return {
    key: `paper-${index}`,
    noun: "paper",
    label: documentNames[document.kind] ?? "Văn bản",
    fields: [
      line("number", "Số", document.number, true),
      line("symbol", "Ký hiệu", document.symbol, true),
      dayField("issuedOn", "Ngày ban hành", typedDay(document.issuedOn), true),
      line("place", "Địa danh", document.place, true),
      line("issuer", "Cơ quan ban hành", document.issuer, true),
      line("title", "Trích yếu", document.title, true),
      line("capacity", "Thẩm quyền ký", document.signatory.capacity, true),
      line("role", "Chức vụ người ký", document.signatory.role, true),
      line("signer", "Người ký", document.signatory.name, true),
    ],
    lines: [lines.number, lines.issuedOn, lines.title, lines.signatory].filter((one) => one !== null),
    note: document.issuerDerived ? "Cơ quan ban hành suy từ ký hiệu." : null,
  };
}

export const documentNames: Readonly<Record<string, string>> = {
  QUYET_DINH: "Quyết định",
  KE_HOACH: "Kế hoạch",
  HUONG_DAN: "Hướng dẫn",
  CONG_VAN: "Công văn",
  TO_TRINH: "Tờ trình",
  BAO_CAO: "Báo cáo",
  THONG_BAO: "Thông báo",
  CHI_THI: "Chỉ thị",
  NGHI_QUYET: "Nghị quyết",
  PHAT_DONG: "Lời phát động",
  KHAC: "Văn bản",
  BAN_KY: "Bản đã ký",
};

function nameProposal(reading: PlanReading): Proposal {
  const { movement } = reading;
  return {
    key: "name",
    noun: "name",
    label: "Tên phong trào",
    fields: [
      line("name", "Tên phong trào", nameOf(reading)),
      { ...line("fromYear", "Từ năm", `${movement.from ?? movement.year ?? ""}`), input: "number" },
      { ...line("toYear", "Đến năm", `${movement.to ?? movement.year ?? ""}`), input: "number" },
    ],
    lines: [movement.lines.name, movement.lines.year].filter((one) => one !== null),
    note: null,
  };
}

/** The name a text gives, else what its title launches, else the year's movement. */
function nameOf(reading: PlanReading): string {
  const { movement } = reading;
  if (movement.name !== null) return `Phong trào thi đua “${movement.name}”`;
  for (const document of reading.documents) {
    const found = /phong trào thi đua.*$/iu.exec(tidy(document.title ?? ""));
    if (found) return capitalise(found[0].replace(/[.“”"]+$/u, ""));
  }
  return movement.year === null ? "" : `Phong trào thi đua năm ${movement.year}`;
}

const themeNote = (reading: PlanReading): string | null => {
  if (reading.movement.themeOwner === "other") return "Chủ đề của cơ quan khác, được trích lại.";
  return reading.movement.themeOwner === "document" ? "Của chính văn bản này." : null;
};

const single = (
  key: "theme" | "motto",
  label: string,
  value: string | null,
  at: number | null,
  note: string | null,
): Proposal[] =>
  value === null
    ? []
    : [
        {
          key,
          noun: key,
          label,
          fields: [line("words", label, value)],
          lines: at === null ? [] : [at],
          note,
        },
      ];

const listed = (key: string, label: string, values: readonly string[], at: readonly number[]): Proposal[] =>
  values.length === 0
    ? []
    : [
        {
          key,
          noun: "list",
          label,
          fields: [area("words", `${label}, mỗi dòng một mục`, values.join("\n"))],
          lines: [...new Set(at)],
          note: `${values.length} mục.`,
        },
      ];

const textProposal = (text: ProposedText): Proposal => ({
  key: text.key,
  noun: "text",
  label: text.label,
  fields: [area("words", text.label, text.words)],
  lines: [text.line],
  note: null,
});

/** Headings as they stand in the outline: with their dots, and whole where the reading had cut them short. */
export const headingsOf = (reading: PlanReading, lines: readonly TextLine[]): ContentHeading[] => {
  const texts = new Map(lines.map((one) => [one.number, one.text]));
  return reading.contents.map((content) => ({
    ...content,
    label: dotted(content.label),
    heading: wholeHeading(content, texts.get(content.line) ?? ""),
  }));
};

function wholeHeading(content: ContentHeading, text: string): string {
  const heading = tidy(content.heading);
  const line = tidy(text.replaceAll("**", ""));
  const at = line.indexOf(heading.slice(0, 60));
  return at >= 0 && at < 24 && line.length - at > heading.length
    ? line.slice(at, at + LONGEST_HEADING)
    : heading;
}

const LONGEST_HEADING = 1900;

const outlineProposal = (reading: PlanReading, lines: readonly TextLine[]): Proposal[] =>
  reading.contents.length === 0
    ? []
    : [
        {
          key: "contents",
          noun: "outline",
          label: "Nội dung",
          fields: [
            area(
              "words",
              "Đề mục, mỗi dòng một mục; sau dấu | là nơi chịu trách nhiệm",
              writeOutline(headingsOf(reading, lines).map((content) => ({ ...content, responsible: "" }))),
            ),
          ],
          lines: [reading.contents[0]?.line ?? 0],
          note: `${reading.contents.length} đề mục.`,
        },
      ];

/** An item with what a person typed in place of what was read. */
export const withChoice = (proposal: Proposal, choice: Choice | undefined): Proposal =>
  choice?.decision !== "corrected"
    ? proposal
    : {
        ...proposal,
        fields: proposal.fields.map((field) => ({
          ...field,
          value: choice.fields[field.name] ?? field.value,
        })),
      };

/** Whether what was typed for an item can be meant; days exist, numbers are numbers, what names it is there. */
export function decideChoice(proposal: Proposal, choice: Choice): Choice | Refusal {
  if (choice.decision !== "corrected") return { decision: choice.decision, fields: {} };
  const fields: Record<string, string> = {};
  for (const field of proposal.fields) {
    const typed = (choice.fields[field.name] ?? "").trim();
    if (typed === "" && !field.optional && field.input !== "inclusive")
      return refuse("field-empty", `${field.label} chưa điền.`, { field: field.name });
    if (field.input === "day" && typed !== "" && readTypedDay(typed) === null)
      return refuse("no-such-day", `Ngày ${typed} không có thật; hãy nhập theo dạng dd/mm/yyyy.`, {
        field: field.name,
      });
    if (field.input === "number" && typed !== "" && !/^\d{1,12}(,\d{1,4})?$/.test(typed))
      return refuse("not-a-number", `${field.label} phải là số.`, { field: field.name });
    fields[field.name] = typed;
  }
  return { decision: "corrected", fields };
}

/** What is owed, guessed from the words; a person may choose otherwise afterwards. */
export function purposeOf(what: string): Purpose {
  const words = fold(what);
  const registers = words.includes("dang ky");
  const plans = words.includes("ke hoach");
  if (registers) return plans ? "plan-and-registration" : "registration";
  if (words.includes("so ket")) return "interim-review";
  if (words.includes("tong ket")) return "final-review";
  if (words.includes("ho so") || words.includes("de nghi khen")) return "proposal";
  return plans ? "plan" : "other";
}
