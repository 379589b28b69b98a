import type { Day } from "../platform/day.ts";
import { exactly } from "./decimals.ts";
import { numberOf } from "./forecast.ts";
import type { Target } from "./target.ts";
import { type Period, periodsOf } from "./target-period.ts";

/** One period as the page shows it: its own number, and how far the year had come with it. */
export interface PeriodLine {
  readonly period: Period;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly told: number;
  /** The period's own number, share or average. */
  readonly own: number | null;
  /** From the year's beginning to the period's end. */
  readonly soFar: number | null;
  readonly state: "over" | "running" | "to-come";
}

interface Summed {
  readonly to: Day;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly told: number;
}

/** All periods of a target with what was summed for each; numerators and denominators are added up apart. */
export function periodLines(target: Target, sums: readonly Summed[], today: Day): PeriodLine[] {
  let numerator: number | null = null;
  let denominator: number | null = null;
  return periodsOf(target).map((period) => {
    const sum = sums.find(({ to }) => to === period.to);
    if (sum && target.counting === "running") [numerator, denominator] = [sum.numerator, sum.denominator];
    else if (sum)
      [numerator, denominator] = [plus(numerator, sum.numerator), plus(denominator, sum.denominator)];
    return {
      period,
      numerator: sum?.numerator ?? null,
      denominator: sum?.denominator ?? null,
      told: sum?.told ?? 0,
      own: sum ? numberOf(target, sum.numerator, sum.denominator) : null,
      soFar: sum ? numberOf(target, numerator, denominator) : null,
      state: period.to < today ? "over" : period.from <= today ? "running" : "to-come",
    };
  });
}

const plus = (one: number | null, other: number | null): number | null =>
  other === null ? one : exactly((one ?? 0) + other);
