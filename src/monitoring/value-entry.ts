import type { Day } from "../platform/day.ts";
import type { Share } from "./share.ts";
import type { Target } from "./target.ts";
import { periodEnding, periodsOf } from "./target-period.ts";
import type { EntryFacts, Value } from "./value.ts";

/** What is known of a share beside its numbers, as the store gives it. */
interface Known {
  readonly parts: number;
  readonly endedOn: Day | null;
  readonly followers: readonly string[];
  readonly carried: boolean;
}

/** Gathers what an entry for the period ending on a day is judged by. */
export function entryFactsOf(
  target: Target,
  share: Share,
  known: Known,
  standing: readonly Value[],
  to: Day,
): EntryFacts {
  const own = standing.filter((value) => value.share === share.id);
  const periods = periodsOf(target);
  const index = periods.findIndex((period) => period.to === to);
  return {
    target,
    period: periodEnding(target, to),
    parts: known.parts,
    ended: known.endedOn === null ? null : { on: known.endedOn, followers: known.followers },
    carried: known.carried,
    unitName: share.unitName,
    standing: own.find((value) => value.to === to) ?? null,
    before: own.find((value) => value.to === periods[index - 1]?.to) ?? null,
  };
}
