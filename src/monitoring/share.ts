import { writeNumber } from "../platform/money.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { fold } from "../platform/vietnamese.ts";
import { type Dimension, exactly, partsOfOne } from "./decimals.ts";
import { faultOfBase, faultOfGoal, isRatio, type Target } from "./target.ts";

/** A unit's part of a target (phần chỉ tiêu của đơn vị); the whole is the part of the owner. */
export interface Share {
  readonly id: number;
  readonly target: number;
  readonly parent: number | null;
  readonly unit: number;
  readonly unitName: string;
  readonly base: number | null;
  /** Null while no number was given. */
  readonly goal: number | null;
}

/** Those whose unit's name holds every word, without regard to diacritics. */
export function unitsNamed<One extends { readonly unitName: string }>(
  all: readonly One[],
  words: string,
): One[] {
  const asked = fold(words).split(/\s+/).filter(Boolean);
  return all.filter(({ unitName }) => asked.every((word) => fold(unitName).includes(word)));
}

/** What is asked of one unit in a division. */
export interface Part {
  readonly unit: number;
  readonly base: number | null;
  readonly goal: number | null;
}

export const ways = {
  equal: "Chia đều",
  "by-base": "Chia theo mức gốc",
} as const;

export type Way = keyof typeof ways;

export const isWay = (text: string): text is Way => text in ways;

/**
 * Proposes goals for the parts, as fine as the whole was said, that add up to it exactly: what is left over by
 * rounding goes one each to those with the largest remainders. A share or an average is asked of everybody alike.
 */
export function proposeParts(
  { measure }: Pick<Target, "measure">,
  whole: number,
  parts: readonly Part[],
  way: Way,
): Part[] | Refusal {
  if (parts.length === 0)
    return refuse("nobody-chosen", "Hãy chọn ít nhất một đơn vị để chia.", { field: "parts" });
  if (isRatio(measure)) return parts.map((part) => ({ ...part, goal: whole }));
  if (way === "equal") return shared(whole, parts, () => 1);
  const without = parts.filter(({ base }) => base === null || base <= 0);
  if (without.length > 0)
    return refuse(
      "base-missing",
      `Chia theo mức gốc cần mức gốc lớn hơn 0 của mọi đơn vị; còn thiếu ${without.length} đơn vị.`,
      { field: `parts.u${without[0]!.unit}.base` },
    );
  return shared(whole, parts, ({ base }) => base ?? 0);
}

function shared(whole: number, parts: readonly Part[], weightOf: (part: Part) => number): Part[] {
  const fine = partsOfOne(whole);
  const pieces = Math.round(whole * fine);
  const weights = parts.reduce((sum, part) => sum + weightOf(part), 0);
  const floors = parts.map((part) => Math.floor((pieces * weightOf(part)) / weights));
  const left = pieces - floors.reduce((sum, one) => sum + one, 0);
  const order = parts
    .map((part, index) => ({ index, rest: (pieces * weightOf(part)) % weights }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index);
  const more = new Set(order.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => ({
    ...part,
    goal: exactly((floors[index]! + (more.has(index) ? 1 : 0)) / fine),
  }));
}

/** How the parts stand against the whole: their sum, or for a share or an average the lowest that was asked. */
export interface Comparison {
  readonly given: number;
  readonly missing: number;
  /** Zero when they make the whole; null where parts do not add up. */
  readonly difference: number | null;
  readonly words: string;
}

export function compareParts(
  target: Pick<Target, "measure">,
  whole: number | null,
  parts: readonly Part[],
): Comparison {
  const goals = parts.flatMap(({ goal }) => (goal === null ? [] : [goal]));
  const given = exactly(goals.reduce((sum, goal) => sum + goal, 0));
  const missing = parts.length - goals.length;
  const numbers = { given, missing };
  if (isRatio(target.measure))
    return {
      ...numbers,
      difference: null,
      words:
        goals.length === 0
          ? "Chưa giao mức nào."
          : `Mức giao thấp nhất ${writeNumber(Math.min(...goals))}, cao nhất ${writeNumber(Math.max(...goals))}; tỷ lệ chung cộng từ tử số và mẫu số của các đơn vị.`,
    };
  const difference = whole === null ? null : exactly(given - whole);
  return { ...numbers, difference, words: differenceWords(given, whole, difference) };
}

function differenceWords(given: number, whole: number | null, difference: number | null): string {
  if (whole === null || difference === null) return `Tổng đã chia ${writeNumber(given)}.`;
  const sum = `Tổng đã chia ${writeNumber(given)} trên ${writeNumber(whole)}`;
  if (difference === 0) return `${sum}: vừa đủ.`;
  return difference > 0
    ? `${sum}: vượt ${writeNumber(difference)}.`
    : `${sum}: còn thiếu ${writeNumber(-difference)}.`;
}

/** The parts of units that the page did not show; they stay. */
export function partsElsewhere(
  standing: readonly Part[],
  shown: readonly number[] | null,
  given: readonly Part[],
): Part[] {
  if (shown === null) return [];
  const named = new Set([...shown, ...given.map(({ unit }) => unit)]);
  return standing
    .filter(({ unit }) => !named.has(unit))
    .map(({ unit, base, goal }) => ({ unit, base, goal }));
}

/** What is left of a whole for the page's units once the others have theirs; a share or an average is not used up. */
export function leftFor(
  { measure }: Pick<Target, "measure">,
  whole: number,
  others: readonly Part[],
): number {
  if (isRatio(measure)) return whole;
  return Math.max(0, exactly(others.reduce((left, { goal }) => left - (goal ?? 0), whole)));
}

/** The division that may stand: every goal possible, and nobody dropped whose numbers already count. */
export function decideDivision(
  target: Dimension & Pick<Target, "direction" | "beyond">,
  parts: readonly Part[],
  dropped: readonly { readonly unitName: string; readonly values: number; readonly parts: number }[],
): readonly Part[] | Refusal {
  for (const part of parts) {
    const fault =
      faultOfBase(target, part.base, `parts.u${part.unit}.base`) ??
      (part.goal === null ? null : faultOfGoal(target, part.goal, `parts.u${part.unit}.goal`));
    if (fault) return fault;
  }
  const held = dropped.find(({ values, parts: below }) => values > 0 || below > 0);
  if (held)
    return refuse(
      "share-in-use",
      `${held.unitName} đã có số liệu hoặc đã chia tiếp nên không bỏ được; phần chia cũ giữ nguyên.`,
      { field: "parts" },
    );
  return parts;
}
