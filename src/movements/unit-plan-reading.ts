import { type Deadline, datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import { isRefusal } from "../platform/refusal.ts";
import { capitalise, fold } from "../platform/vietnamese.ts";
import { directionOf } from "./coverage.ts";
import { readOutline } from "./outline.ts";
import type { PlanDeadline, PlanFinding, PlanReading } from "./plan-reading.ts";
import { proposalsOf } from "./proposal.ts";
import { proposedTexts, type TextLine } from "./proposed-texts.ts";
import type { NewPlanItem } from "./unit-plan.ts";

/** A unit's own document on its way into its plan: what was read waits for a person. */
export interface PlanDocumentReading {
  readonly state: "waiting" | "read" | "unreadable" | "taken";
  /** Why it could not be read. */
  readonly sentence: string | null;
  readonly items: readonly NewPlanItem[];
  /** Purpose and requirements as the document words them. */
  readonly texts: { readonly goal: string | null; readonly requirements: string | null };
  readonly findings: readonly Pick<PlanFinding, "severity" | "message" | "line">[];
  /** Number, symbol and day as read, to be checked when the plan is issued. */
  readonly paper: {
    readonly number: string | null;
    readonly symbol: string | null;
    readonly on: string | null;
  };
}

export const waitingReading: PlanDocumentReading = {
  state: "waiting",
  sentence: null,
  items: [],
  texts: { goal: null, requirements: null },
  findings: [],
  paper: { number: null, symbol: null, on: null },
};

const bare: Omit<NewPlanItem, "kind" | "words"> = {
  grouping: null,
  responsible: null,
  measure: null,
  value: null,
  valueUnit: null,
  base: null,
  direction: null,
  deadline: null,
};

/** What the reader found in a unit's document, as items a person may put into the plan. */
export function planReadingOf(reading: PlanReading, lines: readonly TextLine[]): PlanDocumentReading {
  const paper = reading.documents.find(({ number }) => number !== null) ?? reading.documents[0];
  return {
    state: "read",
    sentence: null,
    items: [
      ...contentsOf(reading, lines),
      ...reading.targets.map(
        (target): NewPlanItem => ({
          ...bare,
          kind: "target",
          words: target.raw,
          value: target.value,
          valueUnit: target.unit,
          direction: directionOf(target.raw),
        }),
      ),
      ...reading.deadlines.map(
        (deadline): NewPlanItem => ({
          ...bare,
          kind: "deadline",
          words: capitalise(deadline.what ?? deadline.raw),
          deadline: deadlineRead(deadline),
        }),
      ),
    ],
    texts: textsOf(reading, lines),
    findings: reading.findings.map(({ severity, message, line }) => ({ severity, message, line })),
    paper: {
      number: paper?.number ?? null,
      symbol: paper?.symbol ?? null,
      on: paper?.issuedOn ?? null,
    },
  };
}

function textsOf(reading: PlanReading, lines: readonly TextLine[]): PlanDocumentReading["texts"] {
  const texts = proposedTexts(reading.contents, lines);
  const wordsOf = (key: "goal" | "requirements") => texts.find((text) => text.key === key)?.words ?? null;
  return { goal: wordsOf("goal"), requirements: wordsOf("requirements") };
}

/** Parts of a plan that are no content of the emulation itself. */
const FRAME = /^(muc dich|muc tieu|yeu cau|to chuc thuc hien|phan cong|kinh phi|pham vi|doi tuong|can cu)/;

/** Leaves of the document's outline below their headings, without its purpose, arrangements and the like. */
function contentsOf(reading: PlanReading, lines: readonly TextLine[]): NewPlanItem[] {
  const proposed = proposalsOf(reading, lines).find(({ noun }) => noun === "outline");
  const outline = readOutline(proposed?.fields[0]?.value ?? "");
  if (isRefusal(outline)) return [];
  const above: (typeof outline)[number][] = [];
  return outline.flatMap((line, index): NewPlanItem[] => {
    while ((above.at(-1)?.level ?? 0) >= line.level) above.pop();
    const grouping = above.at(-1)?.heading ?? null;
    above.push(line);
    const isLeaf = (outline[index + 1]?.level ?? 0) <= line.level;
    const isFrame = above.some(({ heading }) => FRAME.test(fold(heading)));
    return isLeaf && !isFrame ? [{ ...bare, kind: "content", grouping, words: line.heading }] : [];
  });
}

function deadlineRead({ raw, date, inclusive, impossible }: PlanDeadline): Deadline {
  if (impossible) return { ...undatedDeadline(raw, "impossible"), inclusive };
  return date === null ? undatedDeadline(raw, "event-bound") : datedDeadline(raw, date, inclusive);
}
