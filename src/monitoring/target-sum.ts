import { exactly } from "./decimals.ts";
import { numberOf } from "./forecast.ts";
import type { Rolled } from "./roll-up.ts";
import { isRatio, type Target } from "./target.ts";

/** A unit's part of a target, rolled up. */
interface Part {
  readonly target: Target;
  readonly rolled: Rolled;
  readonly within: boolean;
}

/** One target over a set of units. */
export interface TargetSum {
  readonly target: Target;
  /** The shares that make it up, none of them counted in another. */
  readonly shares: readonly number[];
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Null while nothing was entered. */
  readonly actual: number | null;
  /** What all of them are to reach; of a share or an average only where all are asked the same. */
  readonly goal: number | null;
}

/** What several units have reached of each target together: numerators and denominators summed apart, each entry once. */
export function sumsOver(parts: readonly Part[]): TargetSum[] {
  const byTarget = Map.groupBy(
    parts.filter(({ within }) => !within),
    ({ target }) => target.id,
  );
  return [...byTarget.values()].map((own) => {
    const { target } = own[0]!;
    const numerator = total(own.map(({ rolled }) => rolled.numerator));
    const denominator = total(own.map(({ rolled }) => rolled.denominator));
    return {
      target,
      shares: own.map(({ rolled }) => rolled.share),
      numerator,
      denominator,
      actual: numberOf(target, numerator, denominator),
      goal: goalOver(
        target,
        own.map(({ rolled }) => rolled.goal),
      ),
    };
  });
}

function goalOver(target: Target, goals: readonly (number | null)[]): number | null {
  if (goals.includes(null)) return null;
  if (!isRatio(target.measure)) return total(goals);
  return new Set(goals).size === 1 ? goals[0]! : null;
}

const total = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((sum, one) => (one === null ? sum : exactly((sum ?? 0) + one)), null);
