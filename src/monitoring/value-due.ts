import { type Day, type Instant, onDay } from "../platform/day.ts";
import type { Target } from "./target.ts";
import { type Period, periodsOf } from "./target-period.ts";

/** A share that reports, with the days its standing entries speak of and when each arrived first. */
export interface ReportingShare {
  readonly share: number;
  readonly unit: number;
  readonly unitName: string;
  readonly endedOn: Day | null;
  readonly carried: boolean;
  readonly entries: readonly { readonly to: Day; readonly firstAt: Instant }[];
}

/** A period of one share: whether its number is there, and since when. */
export interface DuePeriod {
  readonly share: number;
  readonly unit: number;
  readonly unitName: string;
  readonly target: Target;
  readonly period: Period;
  /** When the first number that covers the whole period arrived; null while there is none. */
  readonly doneAt: Instant | null;
}

/**
 * The periods a share reports, whether they are over or not. A number entered before the period's last day is
 * provisional: it counts, but the report is still owed.
 */
export const duePeriodsOf = (target: Target, share: ReportingShare): DuePeriod[] =>
  periodsOf(target)
    .filter((period) => share.endedOn === null || share.carried || period.from < share.endedOn)
    .map((period) => ({
      share: share.share,
      unit: share.unit,
      unitName: share.unitName,
      target,
      period,
      doneAt: arrivalOf(share, period),
    }));

const arrivalOf = ({ entries }: ReportingShare, period: Period): Instant | null =>
  entries.find(({ to, firstAt }) => to === period.to && onDay(firstAt) >= period.to)?.firstAt ?? null;

/** The numbers one unit enters for the periods that end on one day. */
export interface UnitToEnter {
  readonly unit: number;
  readonly unitName: string;
  readonly to: Day;
  readonly label: string;
  readonly reportBy: Day;
  readonly total: number;
  readonly missing: number;
}

/** What is over and not yet reported, by unit and period; the oldest first. */
export function toEnter(dues: readonly DuePeriod[], today: Day): UnitToEnter[] {
  const groups = new Map<string, DuePeriod[]>();
  for (const due of dues) {
    if (due.period.to >= today) continue;
    const key = `${due.unit}/${due.period.to}`;
    groups.set(key, [...(groups.get(key) ?? []), due]);
  }
  return [...groups.values()]
    .map((group) => {
      const [first] = group;
      const labels = [...new Set(group.map(({ period }) => period.label))];
      return {
        unit: first!.unit,
        unitName: first!.unitName,
        to: first!.period.to,
        label: labels.join(", "),
        reportBy: group
          .map(({ period }) => period.reportBy)
          .reduce((one, other) => (one < other ? one : other)),
        total: group.length,
        missing: group.filter(({ doneAt }) => doneAt === null).length,
      };
    })
    .filter(({ missing }) => missing > 0)
    .toSorted((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : one.unit - other.unit));
}
