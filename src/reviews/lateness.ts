import type { Day, Instant } from "../platform/day.ts";
import { isLate, lastDayInTime, lateFrom } from "../platform/deadline.ts";
import type { DueItem, Figure } from "../platform/offered.ts";

/** How an obligation stands at an instant. */
export type DueStanding = "on-time" | "late" | "overdue" | "open";

export const dueStandingNames: Readonly<Record<DueStanding, string>> = {
  "on-time": "Đúng hạn",
  late: "Muộn",
  overdue: "Quá hạn, chưa có",
  open: "Chưa đến hạn",
};

export function standingOfDue({ deadline, doneAt }: DueItem, at: Instant): DueStanding {
  if (doneAt !== null) return isLate(deadline, doneAt) ? "late" : "on-time";
  const from = lateFrom(deadline);
  return from !== null && at.getTime() >= from.getTime() ? "overdue" : "open";
}

/** Obligations whose last day lies in the period; both days count. */
export const duesWithin = (dues: readonly DueItem[], from: Day, to: Day): DueItem[] =>
  dues.filter(({ deadline }) => {
    const last = lastDayInTime(deadline);
    return last !== null && from <= last && last <= to;
  });

/** The page that lists the obligations of a report. */
export const duesAddress = (review: number): string => `/so-ket-tong-ket/${review}/thoi-han`;

/** Figures gathered before their report had a number open to its obligations once it has one. */
export const withDuesOf = (review: number, figures: readonly Figure[]): Figure[] =>
  figures.map((figure) =>
    figure.code.startsWith("lateness.") ? { ...figure, href: duesAddress(review) } : figure,
  );

/**
 * The period's deadlines as figures: how many fell due, how many were kept, late and missed, and the share
 * kept of those already due. What is not yet due counts for nothing; with nothing due the share is not known.
 */
export function latenessFigures(dues: readonly DueItem[], at: Instant, href: string): Figure[] {
  const standings = dues.map((due) => standingOfDue(due, at)).filter((standing) => standing !== "open");
  const count = (standing: DueStanding) => standings.filter((one) => one === standing).length;
  const share = standings.length === 0 ? null : tenths((count("on-time") * 100) / standings.length);
  return [
    { code: "lateness.due", label: "Việc đến hạn trong kỳ", value: standings.length, measure: "việc", href },
    { code: "lateness.share", label: "Tỷ lệ thực hiện đúng hạn", value: share, measure: "%", href },
    { code: "lateness.late", label: "Việc thực hiện muộn", value: count("late"), measure: "việc", href },
    {
      code: "lateness.overdue",
      label: "Việc quá hạn, chưa thực hiện",
      value: count("overdue"),
      measure: "việc",
      href,
    },
  ];
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
