import type { Audience } from "../org/scope.ts";
import { type Day, readTypedDay } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { capitalise, tidy } from "../platform/vietnamese.ts";
import { readAudience } from "./audience.ts";
import type { MovementDraft, NewDeadline, NewDocument } from "./draft.ts";
import type { Level, MovementKind, Phase } from "./movement.ts";
import { readOutline, withLinesOf } from "./outline.ts";
import type { PlanReading } from "./plan-reading.ts";
import { type Choices, headingsOf, type Proposal, proposalsOf, purposeOf, withChoice } from "./proposal.ts";
import type { TextLine } from "./proposed-texts.ts";
import type { SettlementRequest } from "./settlement.ts";

/** What still blocks adoption: a finding that only a person can settle. */
export interface Blocker {
  /** The item it speaks of: `deadline-1`, `phase-0`. */
  readonly key: string;
  readonly sentence: string;
  readonly raw: string;
  readonly line: number;
  readonly index: number;
}

/** How an impossible deadline was settled on the import page, by its item. */
export type Settlements = Readonly<Record<string, SettlementRequest>>;

/** Findings that block: impossible deadlines and phases that nobody has settled, corrected or dropped. */
export function blockersOf(reading: PlanReading, choices: Choices, settlements: Settlements): Blocker[] {
  const deadlines = reading.deadlines.flatMap((deadline, index): Blocker[] => {
    const key = `deadline-${index}`;
    const choice = choices[key];
    const settled = settlements[key] !== undefined || choice?.decision === "dropped";
    const corrected = choice?.decision === "corrected" && readTypedDay(choice.fields.day ?? "") !== null;
    if (!deadline.impossible || settled || corrected) return [];
    const finding = reading.findings.find(
      (one) => one.severity === "block" && one.line === deadline.line && deadline.raw.includes(one.raw),
    );
    const sentence = finding?.message ?? `“${deadline.raw}” không phải là một ngày có thật.`;
    return [{ key, sentence, raw: deadline.raw, line: deadline.line, index }];
  });
  const phases = reading.findings
    .filter((finding) => finding.severity === "block")
    .flatMap((finding): Blocker[] => {
      const index = reading.phases.findIndex((phase) => phase.line === finding.line);
      const key = `phase-${index}`;
      const decided = choices[key]?.decision;
      const isDeadline = reading.deadlines.some((one) => one.impossible && one.line === finding.line);
      if (index < 0 || isDeadline || decided === "dropped" || decided === "corrected") return [];
      return [{ key, sentence: finding.message, raw: finding.raw, line: finding.line, index }];
    });
  return [...deadlines, ...phases];
}

export interface AdoptionTarget {
  readonly launcher: number;
  readonly draftedIn: number | null;
  readonly kind: MovementKind;
  readonly level: Level;
  readonly onPortal: boolean;
  /** Groups the launcher reaches; audiences of deadlines are narrowed to them. */
  readonly reachable: readonly Audience[];
  readonly file: { readonly hash: string; readonly name: string };
  /** Movements known under the names that the paper mentions. */
  readonly known: ReadonlyMap<string, { readonly id: number; readonly name: string }>;
}

export interface ImportedPlan {
  readonly reading: PlanReading;
  readonly lines: readonly TextLine[];
  readonly choices: Choices;
  readonly settlements: Settlements;
}

/** The movement that a reading becomes, with what a person decided on each item; refused while something blocks. */
export function decideAdoptionOf(plan: ImportedPlan, target: AdoptionTarget): MovementDraft | Refusal {
  const [blocker] = blockersOf(plan.reading, plan.choices, plan.settlements);
  if (blocker)
    return refuse(
      "blocking-finding",
      `Chưa lập được phong trào: dòng ${blocker.line}, ${blocker.sentence} Hãy xử lý điểm này trước.`,
    );
  const items = acceptedItems(plan);
  const name = items.find((item) => item.noun === "name");
  const fromYear = Number(value(name, "fromYear"));
  if (!Number.isInteger(fromYear) || fromYear === 0)
    return refuse("no-year", "Chưa rõ năm của phong trào; hãy sửa mục Tên phong trào.", { field: "name" });
  const outline = outlineOf(plan, items);
  if ("refusal" in outline) return outline;
  const texts = (key: string) => value(byKey(items, key), "words") || null;
  return {
    kind: target.kind,
    level: target.level,
    launcher: target.launcher,
    draftedIn: target.draftedIn,
    origin: "imported",
    copiedFrom: null,
    name: tidy(value(name, "name")),
    spellings: [],
    fromYear,
    toYear: Number(value(name, "toYear")) || fromYear,
    theme: texts("theme"),
    motto: texts("motto"),
    onPortal: target.onPortal,
    goal: texts("goal"),
    requirements: texts("requirements"),
    scopeWords: texts("scopeWords"),
    subjects: texts("subjects"),
    criteria: texts("criteria"),
    expectedCommendation: texts("expectedCommendation"),
    funding: texts("funding"),
    solutions: texts("solutions"),
    scope: { groups: [], named: [], excluded: [] },
    occasions: stated(
      byKey(items, "occasions"),
      plan.reading.movement.occasions,
      plan.reading.movement.lines.occasions,
    ),
    grounds: stated(
      byKey(items, "grounds"),
      plan.reading.documents.flatMap((document) => document.grounds),
      plan.reading.documents.flatMap((document) => document.lines.grounds),
    ),
    recipients: linesOf(value(byKey(items, "recipients"), "words")).map(readRecipient),
    contents: outline,
    phases: items.filter((item) => item.noun === "phase").map((item) => phaseOf(item, plan)),
    targets: items
      .filter((item) => item.noun === "target")
      .map((item) => ({
        id: null,
        words: value(item, "words"),
        measure: null,
        value: numberIn(value(item, "value")),
        unit: value(item, "unit") || null,
        base: null,
        line: item.lines[0] ?? null,
      })),
    deadlines: items.filter((item) => item.noun === "deadline").map((item) => deadlineOf(item, plan, target)),
    duties: items
      .filter((item) => item.noun === "duty")
      .map((item) => ({ who: value(item, "who"), what: value(item, "what"), line: item.lines[0] ?? null })),
    documents: documentsOf(items, plan, target),
    links: items.flatMap((item) => {
      const known = item.noun === "mention" ? target.known.get(value(item, "name")) : undefined;
      return known ? [{ kind: "related" as const, other: known.id, name: known.name }] : [];
    }),
  };
}

/** The items that go into the movement: all but those dropped, each as it was corrected. */
export const acceptedItems = (plan: Pick<ImportedPlan, "reading" | "lines" | "choices">): Proposal[] =>
  proposalsOf(plan.reading, plan.lines)
    .filter((item) => plan.choices[item.key]?.decision !== "dropped")
    .map((item) => withChoice(item, plan.choices[item.key]));

const byKey = (items: readonly Proposal[], key: string): Proposal | undefined =>
  items.find((item) => item.key === key);

const value = (item: Proposal | undefined, field: string): string =>
  item?.fields.find((one) => one.name === field)?.value ?? "";

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map(tidy)
    .filter((one) => one !== "");

const dayIn = (text: string): Day | null => readTypedDay(text);

const numberIn = (text: string): number | null => (text === "" ? null : Number(text.replace(",", ".")));

function stated(item: Proposal | undefined, read: readonly string[], at: readonly number[]) {
  return linesOf(value(item, "words")).map((words) => {
    const index = read.findIndex((one) => tidy(one) === words);
    return { words, line: at[index] ?? null };
  });
}

/** “Các Thứ trưởng (để biết)”. */
export function readRecipient(text: string): { name: string; purpose: string | null } {
  const parts = /^(?:[-–+]\s*)?(?<name>.+?)(?:\s*\((?<purpose>[^()]+)\))?[;.,]?$/u.exec(tidy(text))?.groups;
  return { name: parts?.name ?? tidy(text), purpose: parts?.purpose ?? null };
}

function outlineOf(plan: ImportedPlan, items: readonly Proposal[]): MovementDraft["contents"] | Refusal {
  const outline = readOutline(value(byKey(items, "contents"), "words"));
  if ("refusal" in outline) return outline;
  const read = headingsOf(plan.reading, plan.lines);
  const levels = new Map(read.map((content) => [content.line, content.level]));
  return withLinesOf(outline, read).map((content) => ({
    ...content,
    level: content.line === null ? content.level : (levels.get(content.line) ?? content.level),
    units: [],
  }));
}

const indexOf = (item: Proposal): number => Number(item.key.split("-").at(-1));

function phaseOf(item: Proposal, plan: ImportedPlan): Phase {
  const read = plan.reading.phases[indexOf(item)];
  return {
    name: value(item, "name"),
    from: dayIn(value(item, "from")),
    to: dayIn(value(item, "to")),
    fromWording: read?.fromRaw ?? null,
    toWording: read?.toRaw ?? null,
    line: read?.line ?? null,
  };
}

function deadlineOf(item: Proposal, plan: ImportedPlan, target: AdoptionTarget): NewDeadline {
  const read = plan.reading.deadlines[indexOf(item)];
  const day = dayIn(value(item, "day"));
  const what = value(item, "what");
  const audienceWords = capitalise(value(item, "audience")) || "Các đơn vị trong phạm vi";
  const named = readAudience(audienceWords);
  const groups = named.filter((group) => target.reachable.includes(group));
  const settlement = plan.settlements[item.key] ?? null;
  const dated = day !== null && !read?.impossible;
  return {
    what,
    purpose: purposeOf(`${what} ${audienceWords}`),
    wording: read?.raw ?? what,
    kind: dated ? "dated" : read?.impossible ? "impossible" : "event-bound",
    day,
    inclusive: value(item, "inclusive") !== "",
    audienceWords,
    groups:
      groups.length > 0
        ? groups
        : named.length === 0
          ? target.reachable.filter((one) => one !== "cluster")
          : named,
    named: [],
    line: read?.line ?? null,
    settlement,
  };
}

function documentsOf(items: readonly Proposal[], plan: ImportedPlan, target: AdoptionTarget): NewDocument[] {
  const papers = items
    .filter((item) => item.noun === "paper")
    .map((item): NewDocument => {
      const read = plan.reading.documents[indexOf(item)];
      return {
        kind: read?.kind ?? "KHAC",
        number: value(item, "number") || null,
        symbol: value(item, "symbol") || null,
        issuer: target.launcher,
        issuerName: value(item, "issuer") || null,
        place: value(item, "place") || null,
        issuedOn: dayIn(value(item, "issuedOn")),
        title: value(item, "title") || null,
        signatory: {
          capacity: value(item, "capacity") || null,
          role: value(item, "role") || null,
          name: value(item, "signer") || null,
        },
        file: target.file.hash,
        fileName: target.file.name,
      };
    });
  return papers.length > 0 ? papers : [fileAlone(target.file)];
}

/** A kept file that says nothing of itself yet. */
export const fileAlone = (file: { hash: string; name: string }): NewDocument => ({
  kind: "KHAC",
  number: null,
  symbol: null,
  issuer: null,
  issuerName: null,
  place: null,
  issuedOn: null,
  title: file.name,
  signatory: { capacity: null, role: null, name: null },
  file: file.hash,
  fileName: file.name,
});

/** Whether the paper was issued: it bears a number and a day. */
export const isIssuedPaper = (documents: readonly Pick<NewDocument, "number" | "issuedOn">[]): boolean =>
  documents.some((paper) => paper.number !== null && paper.issuedOn !== null);
