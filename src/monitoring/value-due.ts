import { type Day, type Instant, onDay } from "../platform/day.ts";
import type { Target } from "./target.ts";
import { type Period, periodsOf } from "./target-period.ts";

/** A share that reports, with the days its standing entries speak of and when each arrived first. */
export interface ReportingShare {
  readonly share: number;
  readonly unit: number;
  readonly unitName: string;
  /** Who reports: the unit itself, or the one that followed it. */
  readonly owedBy: number;
  readonly endedOn: Day | null;
  readonly carried: boolean;
  readonly entries: readonly { readonly to: Day; readonly firstAt: Instant }[];
}

/** A period of one share: whether its number is there, and since when. */
export interface DuePeriod {
  readonly share: number;
  readonly unit: number;
  readonly unitName: string;
  readonly owedBy: number;
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
      owedBy: share.owedBy,
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
  /** Whose target it is, or the first of them. */
  readonly ownerName: string;
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
        reportBy: group.map(({ period }) => period.reportBy).toSorted()[0]!,
        ownerName: first!.target.ownerName,
        total: group.length,
        missing: group.filter(({ doneAt }) => doneAt === null).length,
      };
    })
    .filter(({ missing }) => missing > 0)
    .toSorted((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : one.unit - other.unit));
}

/** All numbers that one unit reports on one day: one obligation, done when the last of them has come. */
export interface Report {
  readonly unit: number;
  readonly to: Day;
  readonly label: string;
  readonly reportBy: Day;
  readonly count: number;
  readonly doneAt: Instant | null;
}

/** Obligations to report, by unit, period and reporting day. */
export function reportsOf(periods: readonly DuePeriod[]): Report[] {
  const groups = new Map<string, DuePeriod[]>();
  for (const one of periods) {
    const key = `${one.owedBy}/${one.period.to}/${one.period.reportBy}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    const { owedBy, period } = group[0]!;
    return {
      unit: owedBy,
      to: period.to,
      label: period.label,
      reportBy: period.reportBy,
      count: group.length,
      doneAt: lastOf(group.map(({ doneAt }) => doneAt)),
    };
  });
}

/** Null while one of them has not come. */
const lastOf = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.includes(null) ? null : (instants.toSorted((one, other) => +one! - +other!).at(-1) ?? null);
