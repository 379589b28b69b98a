import { type Deadline, lastDayInTime, writeDeadline } from "../platform/deadline.ts";
import { writeNumber } from "../platform/money.ts";
import { fold, tidy } from "../platform/vietnamese.ts";

/**
 * Coverage (đối chiếu): how a unit's plan answers one launch. Every content, target and deadline that the
 * launch asks of the unit has an answer, has none, is left out with a reason, or is contradicted: a later
 * deadline, a weaker target. What cannot be compared says so and is never counted as a fault.
 */
export type ParentItem = ParentContent | ParentTarget | ParentDeadline;

interface Asked {
  /** Names the item within its launch: `content-3`, `target-12`, `deadline-7`. */
  readonly key: string;
  readonly words: string;
}

interface ParentContent extends Asked {
  readonly kind: "content";
  readonly label: string;
  /** The heading it stands under, when it stands under one. */
  readonly grouping: string | null;
}

interface ParentTarget extends Asked {
  readonly kind: "target";
  readonly value: number | null;
  readonly valueUnit: string | null;
  readonly base: string | null;
  readonly measure: string | null;
  readonly direction: Direction;
}

interface ParentDeadline extends Asked {
  readonly kind: "deadline";
  readonly deadline: Deadline;
}

/** Whether more is better (`at-least`) or less is (`at-most`). */
export type Direction = "at-least" | "at-most";

const AT_MOST = /\b(khong qua|toi da|nhieu nhat|giam con|giam xuong|duoi muc|khong vuot)\b/;

/** What the words of a target say of its direction; most ask for at least so much. */
export const directionOf = (words: string): Direction => (AT_MOST.test(fold(words)) ? "at-most" : "at-least");

/** What the unit's plan says, as far as it is compared. */
export type OwnItem =
  | { readonly kind: "content" }
  | {
      readonly kind: "target";
      readonly value: number | null;
      readonly valueUnit: string | null;
      readonly direction?: Direction | null;
    }
  | { readonly kind: "deadline"; readonly deadline: Deadline };

export type AnswerVerdict = "taken" | "adapted" | "left";

/** An answer to one item of a launch; only what is left out has no item of its own. */
export interface Answered {
  readonly key: string;
  readonly verdict: AnswerVerdict;
  readonly reason: string | null;
  readonly item: OwnItem | null;
}

export type Standing = "answered" | "left" | "missing" | "contradicts" | "unclear";

export const standingNames: Readonly<Record<Standing, string>> = {
  answered: "Đã có",
  left: "Không đưa vào",
  missing: "Chưa có",
  contradicts: "Trái với cấp trên",
  unclear: "Không so sánh được",
};

export interface CoverageLine {
  readonly parent: ParentItem;
  readonly standing: Standing;
  /** Why it is contradicted or cannot be compared; the reason of what is left. */
  readonly note: string | null;
}

/** Lays a plan's answers beside everything one launch asks, in the launch's order. */
export function coverageOf(asked: readonly ParentItem[], answers: readonly Answered[]): CoverageLine[] {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  return asked.map((parent) => ({ parent, ...judge(parent, byKey.get(parent.key)) }));
}

function judge(parent: ParentItem, answer: Answered | undefined): Pick<CoverageLine, "standing" | "note"> {
  if (!answer) return { standing: "missing", note: null };
  if (answer.verdict === "left" || answer.item === null) return { standing: "left", note: answer.reason };
  if (parent.kind === "target" && answer.item.kind === "target") return compareTargets(parent, answer.item);
  if (parent.kind === "deadline" && answer.item.kind === "deadline")
    return compareDeadlines(parent.deadline, answer.item.deadline);
  return { standing: "answered", note: null };
}

const answered = { standing: "answered", note: null } as const;
const unclear = (note: string) => ({ standing: "unclear", note }) as const;

function compareTargets(
  parent: ParentTarget,
  own: Extract<OwnItem, { kind: "target" }>,
): Pick<CoverageLine, "standing" | "note"> {
  if (parent.value === null) return answered;
  if (own.value === null) return unclear("Chỉ tiêu của đơn vị chưa có mức bằng số.");
  if (!sameUnit(parent.valueUnit, own.valueUnit))
    return unclear(
      `Đơn vị tính khác nhau: cấp trên “${parent.valueUnit ?? "không ghi"}”, đơn vị “${own.valueUnit ?? "không ghi"}”.`,
    );
  // Words that say nothing are read as “at least”, so only a plain “at most” tells of another direction.
  if (own.direction === "at-most" && parent.direction === "at-least")
    return unclear("Chiều khác nhau: cấp trên đặt mức ít nhất, đơn vị đặt mức không quá.");
  const weaker = parent.direction === "at-least" ? own.value < parent.value : own.value > parent.value;
  if (!weaker) return answered;
  const word = parent.direction === "at-least" ? "thấp hơn" : "cao hơn";
  return {
    standing: "contradicts",
    note: `Mức ${amount(own.value, own.valueUnit)} ${word} mức ${amount(parent.value, parent.valueUnit)} của cấp trên.`,
  };
}

const sameUnit = (left: string | null, right: string | null): boolean =>
  fold(tidy(left ?? "")) === fold(tidy(right ?? ""));

const amount = (value: number, unit: string | null): string =>
  unit === null
    ? writeNumber(value)
    : unit === "%"
      ? `${writeNumber(value)}%`
      : `${writeNumber(value)} ${unit}`;

function compareDeadlines(parent: Deadline, own: Deadline): Pick<CoverageLine, "standing" | "note"> {
  const asked = lastDayInTime(parent);
  if (asked === null)
    return unclear(
      parent.kind === "impossible"
        ? `Hạn của cấp trên là ngày không có thật (“${parent.wording}”), chờ nơi ban hành đính chính.`
        : `Hạn của cấp trên theo sự kiện (“${parent.wording}”), chưa có ngày.`,
    );
  const given = lastDayInTime(own);
  if (given === null) return unclear("Hạn của đơn vị chưa có ngày.");
  if (given <= asked) return answered;
  return {
    standing: "contradicts",
    note: `Hạn của đơn vị (${writeDeadline(own)}) sau hạn của cấp trên (${writeDeadline(parent)}).`,
  };
}

export type CoverageCount = Readonly<Record<Standing, number>> & { readonly asked: number };

export function countCoverage(lines: readonly Pick<CoverageLine, "standing">[]): CoverageCount {
  const count = (standing: Standing) => lines.filter((line) => line.standing === standing).length;
  return {
    asked: lines.length,
    answered: count("answered"),
    left: count("left"),
    missing: count("missing"),
    contradicts: count("contradicts"),
    unclear: count("unclear"),
  };
}

export interface ParentChange {
  readonly key: string;
  readonly kind: "changed" | "removed";
  readonly before: string;
  readonly after: string;
}

/**
 * What the launch says otherwise than when the unit answered it: changed wording, numbers or days, and items
 * gone. `known` are the items as they stood then; what came since has no answer and stands as missing.
 */
export function parentChanges(known: readonly ParentItem[], now: readonly ParentItem[]): ParentChange[] {
  const current = new Map(now.map((item) => [item.key, item]));
  return known.flatMap((before): ParentChange[] => {
    const after = current.get(before.key);
    if (!after) return [{ key: before.key, kind: "removed", before: writeParentItem(before), after: "" }];
    const [was, is] = [writeParentItem(before), writeParentItem(after)];
    return was === is ? [] : [{ key: before.key, kind: "changed", before: was, after: is }];
  });
}

/** An item of a launch in one line. */
export function writeParentItem(item: ParentItem): string {
  if (item.kind === "content") return tidy(`${item.label} ${item.words}`);
  if (item.kind === "deadline") return `${item.words}: ${writeDeadline(item.deadline)}`;
  return item.value === null ? item.words : `${item.words}: ${amount(item.value, item.valueUnit)}`;
}
