import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { daysOf, type Progress, progressOf } from "./forecast.ts";
import { sumsBelow, sumsOfTargets } from "./roll-up.store.ts";
import { type Counted, type Rolled, rollUp, type ShareSum } from "./roll-up.ts";
import type { Share } from "./share.ts";
import { findTargets } from "./target.store.ts";
import type { Target } from "./target.ts";
import { lastOwed } from "./target-period.ts";

/** A share with its target, what it rolls up to and how that is judged. */
export interface TrackedShare {
  readonly share: Share;
  readonly target: Target;
  readonly rolled: Rolled;
  readonly progress: Progress;
  /** Counted already in another of the shares asked about, at whatever level. */
  readonly within: boolean;
}

/** How the shares of a target are counted as of a day. */
function countedAs(target: Target, day: Day): Counted {
  const owed = lastOwed(target, day);
  return {
    measure: target.measure,
    running: target.counting === "running",
    days: daysOf(target),
    owedFrom: owed?.from ?? null,
    owedTo: owed?.to ?? null,
  };
}

/**
 * These shares with all that stands below them rolled up: three statements, however many there are. A report of past
 * days counts only periods that were over by its last day.
 */
export async function trackShares(
  reader: Reader,
  shares: readonly Share[],
  day: Day,
  until: Day | null = null,
): Promise<TrackedShare[]> {
  const ids = [...new Set(shares.map(({ target }) => target))];
  const wholes = shares.every(({ parent }) => parent === null);
  const targets = new Map((await findTargets(reader, ids, day)).map((target) => [target.id, target]));
  const sums = wholes
    ? await sumsOfTargets(reader, ids, day, until)
    : await sumsBelow(
        reader,
        shares.map(({ id }) => id),
        day,
        until,
      );
  const asked = new Set(shares.map(({ id }) => id));
  const rolled = rollUpAll(sums, targets, day);
  return shares.flatMap((share) => {
    const target = targets.get(share.target);
    const one = rolled.get(share.id);
    return target && one
      ? [
          {
            share,
            target,
            rolled: one,
            progress: progressOf(target, one, day),
            within: standsWithin(one, asked, rolled),
          },
        ]
      : [];
  });
}

/** Whether what it is counted in, or what that is counted in, was asked about too. */
function standsWithin(
  { parent }: Rolled,
  asked: ReadonlySet<number>,
  rolled: ReadonlyMap<number, Rolled>,
): boolean {
  for (let above = parent; above !== null; above = rolled.get(above)?.parent ?? null)
    if (asked.has(above)) return true;
  return false;
}

/** Shares of several targets, each target by its own way of counting. */
export function rollUpAll(
  sums: readonly ShareSum[],
  targets: ReadonlyMap<number, Target>,
  day: Day,
): ReadonlyMap<number, Rolled> {
  const byTarget = new Map<number, ShareSum[]>();
  for (const sum of sums) {
    const group = byTarget.get(sum.target);
    if (group) group.push(sum);
    else byTarget.set(sum.target, [sum]);
  }
  const rolled = new Map<number, Rolled>();
  for (const [id, group] of byTarget) {
    const target = targets.get(id);
    if (!target) continue;
    for (const [share, one] of rollUp(group, countedAs(target, day))) rolled.set(share, one);
  }
  return rolled;
}
