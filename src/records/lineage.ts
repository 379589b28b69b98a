import { firstDayOf, lastDayOf, type Validity } from "../platform/day.ts";
import type { FactValues } from "./fact.ts";

/**
 * Whose facts count as a unit's own in a year (kế tục): its own while it existed, before that those of the
 * units it follows. How achievements are counted over a merger is for Thông tư 15/2025/TT-BNV, whose text
 * was not seen; so of several forerunners only what all of them reached is carried over.
 */
export interface Lineage {
  readonly validity: ReadonlyMap<number, Validity>;
  /** The units that each follows directly. */
  readonly forerunners: ReadonlyMap<number, readonly number[]>;
}

/** The units whose facts of that year count for the unit; empty when none of them existed yet. */
export function bearersIn(unit: number, year: number, lineage: Lineage): number[] {
  const bearers = new Set<number>();
  const seen = new Set<number>();
  const climb = (one: number): void => {
    if (seen.has(one)) return;
    seen.add(one);
    const validity = lineage.validity.get(one);
    if (validity && existedIn(validity, year)) bearers.add(one);
    else if (validity?.from != null && validity.from > lastDayOf(year))
      for (const before of lineage.forerunners.get(one) ?? []) climb(before);
  };
  climb(unit);
  return [...bearers].sort((left, right) => left - right);
}

const existedIn = ({ from, to }: Validity, year: number): boolean =>
  (from === null || from <= lastDayOf(year)) && (to === null || to > firstDayOf(year));

/** A unit and its forerunners: all whose facts may count for it. */
export function lineOf(unit: number, { forerunners }: Lineage): number[] {
  const line = new Set([unit]);
  for (const one of line) for (const before of forerunners.get(one) ?? []) line.add(before);
  return [...line];
}

type Borne = FactValues & { readonly unit: number | null };

/** What counts for the unit of all that is known of its line: its own, and what every forerunner of a year reached. */
export function carriedTo<Known extends Borne>(
  unit: number,
  facts: readonly Known[],
  lineage: Lineage,
): Known[] {
  const bearers = new Map<number, readonly number[]>();
  const bearersOf = (year: number): readonly number[] => {
    const known = bearers.get(year) ?? bearersIn(unit, year, lineage);
    bearers.set(year, known);
    return known;
  };
  return facts.filter((fact) => {
    if (fact.unit === unit) return true;
    if (fact.kind !== "grade" && fact.kind !== "honour") return false;
    const those = bearersOf(fact.year);
    // One row stands for all: the first bearer's, when every other has one that says the same.
    return (
      those[0] === fact.unit &&
      those.every((one) => facts.some((other) => other.unit === one && sameReached(fact, other)))
    );
  });
}

const sameReached = (fact: FactValues, other: FactValues): boolean =>
  fact.year === other.year &&
  ((fact.kind === "grade" && other.kind === "grade" && fact.grade === other.grade) ||
    (fact.kind === "honour" &&
      other.kind === "honour" &&
      fact.code === other.code &&
      other.revokedOn === null));
