import type { Day } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Share } from "./share.ts";
import type { Target } from "./target.ts";
import { periodEnding, periodsOf } from "./target-period.ts";
import { decideValue, type Entry, type EntryFacts, type Value } from "./value.ts";

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

/** A share as the form or the sheet has it for one period. */
export interface EntryRow {
  readonly share: Share;
  readonly target: Target;
  readonly facts: EntryFacts;
}

interface Enterable {
  readonly share: Share;
  readonly target: Target;
  readonly facts: Known;
  readonly values: readonly Value[];
}

/** The ends of all periods that have begun, the newest first. */
export function periodEnds(shares: readonly Pick<Enterable, "target">[], today: Day): Day[] {
  const ends = shares.flatMap(({ target }) =>
    periodsOf(target)
      .filter((period) => period.from <= today)
      .map(({ to }) => to),
  );
  return [...new Set(ends)].toSorted().toReversed();
}

/** The shares that have a period ending on that day and are not past their unit's end. */
export const rowsFor = (shares: readonly Enterable[], to: Day): EntryRow[] =>
  shares
    .filter(({ target }) => periodEnding(target, to) !== undefined)
    .map(({ share, target, facts, values }) => ({
      share,
      target,
      facts: entryFactsOf(target, share, facts, values, to),
    }))
    .filter(({ facts }) => !facts.ended || facts.carried || facts.period!.from < facts.ended.on);

interface Sent {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string;
  readonly seen: number | null;
}

/** The rows in which something was entered; a note alone is nothing. */
export const givenIn = (
  sent: Readonly<Record<string, Sent>>,
  rows: readonly EntryRow[],
): (Entry & { shareId: number })[] =>
  rows.flatMap(({ share }) => {
    const entry = sent[`s${share.id}`];
    return !entry || (entry.numerator === null && entry.denominator === null)
      ? []
      : [{ ...entry, shareId: share.id }];
  });

/** Everything wrong with what was entered, a sentence a field, before any of it is written. */
export function faultsIn(
  given: readonly (Entry & { shareId: number })[],
  rows: readonly EntryRow[],
  today: Day,
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const entry of given) {
    const row = rows.find(({ share }) => share.id === entry.shareId);
    const decided = row && decideValue(entry, row.facts, today);
    if (decided && isRefusal(decided) && decided.refusal !== "entered-meanwhile")
      faults[`entries.s${entry.shareId}.${decided.field ?? "numerator"}`] = decided.sentence;
  }
  return faults;
}
