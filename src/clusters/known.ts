import { daysBetween, type Instant, onDay } from "../platform/day.ts";
import { lastDayInTime } from "../platform/deadline.ts";
import type { DueItem } from "../platform/offered.ts";
import type { Criterion } from "./criteria.ts";
import { type Hundredths, writeHundredths } from "./points.ts";
import type { KnownValue } from "./sheet.ts";

/** What the product knows of a unit's year: what it owed with when it came, and how far its targets came. */
export interface KnownFacts {
  readonly dues: readonly DueItem[];
  /** Hundredths of a per cent of each target's goal; null while unknown. */
  readonly targets: readonly {
    readonly name: string;
    readonly reached: Hundredths | null;
    readonly href: string;
  }[];
}

/** The value that fills a criterion in; null where nothing is known or nothing fills it. */
export function knownValue(
  criterion: Pick<Criterion, "source" | "rule">,
  facts: KnownFacts,
  at: Instant,
): KnownValue | null {
  if (criterion.source === "lateness")
    return lateness(criterion.rule?.kind === "DEDUCT_PER_EVENT", facts, at);
  return criterion.source === "targets" ? reached(criterion.rule?.kind ?? null, facts) : null;
}

const ONE = 100;

/** The most days late in the year, or, where points go by events, how often. */
function lateness(byEvents: boolean, { dues }: KnownFacts, at: Instant): KnownValue | null {
  if (dues.length === 0) return null;
  const late = dues.map((due) => ({ due, days: daysLateOf(due, at) })).filter(({ days }) => days > 0);
  const [worst] = late.toSorted((left, right) => right.days - left.days);
  if (!worst)
    return {
      actual: 0,
      planned: null,
      words: `${dues.length} việc có hạn trong năm, không việc nào muộn`,
      href: null,
    };
  const told = `${late.length} việc muộn trong ${dues.length} việc; muộn nhất ${worst.days} ngày: ${worst.due.what}`;
  const actual = (byEvents ? late.length : worst.days) * ONE;
  return { actual, planned: null, words: told, href: worst.due.href };
}

/** Days after the last day in time on which it came, or on which it still has not. */
function daysLateOf({ deadline, doneAt }: DueItem, at: Instant): number {
  const last = lastDayInTime(deadline);
  return last === null ? 0 : Math.max(0, daysBetween(last, onDay(doneAt ?? at)));
}

const WHOLE = 100_00;

/** The average share of the registered targets; a target of which nothing is known keeps all from being known. */
function reached(rule: string | null, { targets }: KnownFacts): KnownValue | null {
  const known = targets.flatMap(({ reached: share }) => (share === null ? [] : [share]));
  if (known.length === 0 || known.length < targets.length) return null;
  const average = Math.floor(known.reduce((sum, share) => sum + share, 0) / known.length);
  const asShare = rule === "PROPORTIONAL" || rule === "OVERFULFIL";
  return {
    ...{ actual: average, planned: asShare ? WHOLE : null, href: targets[0]!.href },
    words: `${targets.length} chỉ tiêu, bình quân đạt ${writeHundredths(average)} %`,
  };
}

/** A value filled in before is another now. */
export const hasChanged = (before: KnownValue | null, now: KnownValue | null): boolean =>
  before !== null && (now === null || before.actual !== now.actual || before.planned !== now.planned);
