import {
  addDays,
  addMonths,
  type Day,
  dateOf,
  day,
  firstDayOf,
  lastDayOf,
  monthOf,
  writeDay,
  yearOf,
} from "../platform/day.ts";
import type { Rhythm, Target } from "./target.ts";

/** A reporting period (kỳ báo cáo) of a target; both days count. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly label: string;
  /** The last day on which its value is reported in time. */
  readonly reportBy: Day;
}

export type Span = Pick<Target, "from" | "to" | "rhythm" | "reportDays">;

const months: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3, "half-year": 6 };

/** The periods of a target in their order; the last one ends with the target. */
export function periodsOf(span: Span): Period[] {
  const periods: Period[] = [];
  for (let from = span.from; from <= span.to; ) {
    const next = addMonths(from, months[span.rhythm]);
    const to = next <= span.to ? addDays(next, -1) : span.to;
    periods.push({
      from,
      to,
      label: labelOf(span, from, to, periods.length),
      reportBy: addDays(to, span.reportDays),
    });
    from = next;
  }
  return periods;
}

/** “Quý II/2026” where it is one of the calendar's; otherwise “Quý 1 (01/10/2025–31/12/2025)” of the working year. */
function labelOf({ rhythm }: Span, from: Day, to: Day, index: number): string {
  const whole = dateOf(from) === 1 && to === addDays(addMonths(from, months[rhythm]), -1);
  if (!whole) return `Từ ${writeDay(from)} đến ${writeDay(to)}`;
  if (rhythm === "month") return `Tháng ${monthOf(from)}/${yearOf(from)}`;
  if (rhythm === "quarter" && (monthOf(from) - 1) % 3 === 0)
    return `Quý ${["I", "II", "III", "IV"][(monthOf(from) - 1) / 3]}/${yearOf(from)}`;
  if (rhythm === "half-year" && monthOf(from) === 1) return `6 tháng đầu năm ${yearOf(from)}`;
  if (rhythm === "half-year" && monthOf(from) === 7) return `6 tháng cuối năm ${yearOf(from)}`;
  return `Kỳ ${index + 1} (${writeDay(from)} đến ${writeDay(to)})`;
}

/** The period that ends on a day; undefined when there is none. */
export const periodEnding = (span: Span, to: Day): Period | undefined =>
  periodsOf(span).find((period) => period.to === to);

/** The last period that is over on a day; undefined in the first. */
export const lastEnded = (span: Span, today: Day): Period | undefined =>
  periodsOf(span).findLast((period) => period.to < today);

/** The last period whose reporting day has passed: without its value a unit's progress is stale. */
export const lastOwed = (span: Span, today: Day): Period | undefined =>
  periodsOf(span).findLast((period) => period.reportBy < today);

/** The working years: 01/01–31/12, and 01/10–30/09 of the enforcement bodies, named by the year in which it ends. */
export const workingYear = (year: number): { from: Day; to: Day } => ({
  from: firstDayOf(year),
  to: lastDayOf(year),
});

export const enforcementYear = (year: number): { from: Day; to: Day } => ({
  from: day(`${year - 1}-10-01`),
  to: day(`${year}-09-30`),
});
