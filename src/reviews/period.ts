import type { MovementDeadline, Purpose } from "../movements/deadlines.ts";
import { type Day, day, firstDayOf, lastDayOf, yearOf } from "../platform/day.ts";

/**
 * What a review looks back on: half a year (sơ kết), a year (tổng kết), or the whole of a movement that
 * lasts several years (tổng kết giai đoạn).
 */
export type ReviewKind = "interim" | "final" | "whole";

export const kindNames: Readonly<Record<ReviewKind, string>> = {
  interim: "Sơ kết",
  final: "Tổng kết năm",
  whole: "Tổng kết giai đoạn",
};

export const reviewKinds = Object.keys(kindNames) as readonly ReviewKind[];

export const isReviewKind = (text: string): text is ReviewKind => text in kindNames;

export interface Period {
  readonly kind: ReviewKind;
  /** The year reviewed; of the whole, its last year. */
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
}

/** The years of a movement; null for the work of a year outside any movement. */
export interface Span {
  readonly fromYear: number;
  readonly toYear: number;
}

/** All periods reviewed in a movement, in their order: each year's two, and the whole when it has several. */
export function periodsOf(span: Span): Period[] {
  const years = Array.from({ length: span.toYear - span.fromYear + 1 }, (_none, at) => span.fromYear + at);
  const yearly = years.flatMap((year) => [periodOf("interim", year, span), periodOf("final", year, span)]);
  return span.toYear > span.fromYear ? [...yearly, periodOf("whole", span.toYear, span)] : yearly;
}

export const periodOf = (kind: ReviewKind, year: number, span: Span): Period => {
  if (kind === "interim") return { kind, year, from: firstDayOf(year), to: day(`${year}-06-30`) };
  return { kind, year, from: firstDayOf(kind === "whole" ? span.fromYear : year), to: lastDayOf(year) };
};

/** Whether a movement has such a period. */
export const hasPeriod = (span: Span, kind: ReviewKind, year: number): boolean =>
  periodsOf(span).some((period) => period.kind === kind && period.year === year);

export const purposeOf = (kind: ReviewKind): Purpose =>
  kind === "interim" ? "interim-review" : "final-review";

/** Papers often ask for a year's final review in the first weeks of the next (004: tổng kết vào tháng 01). */
const LAST_MONTH_OF_REPORTS = 3;

const yearReviewedBy = (due: Day, kind: ReviewKind): number =>
  kind !== "interim" && Number(due.slice(5, 7)) <= LAST_MONTH_OF_REPORTS ? yearOf(due) - 1 : yearOf(due);

/**
 * The deadlines of a movement that ask for one period. A movement of one year has no others; of several years
 * each day belongs to its own year, and one without a day asks every year.
 */
export const deadlinesOfPeriod = (
  deadlines: readonly MovementDeadline[],
  span: Span,
  { kind, year }: Pick<Period, "kind" | "year">,
): MovementDeadline[] =>
  deadlines.filter(
    (deadline) =>
      deadline.purpose === purposeOf(kind) &&
      (span.fromYear === span.toYear || deadline.day === null || yearReviewedBy(deadline.day, kind) === year),
  );

/** “6 tháng đầu năm 2026”, “năm 2026”, “giai đoạn 2021-2025”. */
export const writePeriod = ({ kind, year, from }: Period): string => {
  if (kind === "interim") return `6 tháng đầu năm ${year}`;
  return yearOf(from) === year ? `năm ${year}` : `giai đoạn ${yearOf(from)}-${year}`;
};

/** “Sơ kết 6 tháng đầu năm 2026”, “Tổng kết năm 2026”. */
export const writeReviewed = (period: Period): string =>
  `${period.kind === "interim" ? "Sơ kết" : "Tổng kết"} ${writePeriod(period)}`;
