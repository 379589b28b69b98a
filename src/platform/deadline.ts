import { addDays, type Day, daysBetween, type Instant, onDay, startOf, writeDay } from "./day.ts";

/**
 * A deadline (hạn) keeps the wording that set it. “Chậm nhất ngày D” includes its day, “trước ngày D”
 * does not. It may be impossible (30/02) or bound to an event (“cùng với tổng kết công tác tư pháp năm”);
 * then it has no day until a person sets one, and nobody is late before.
 */
export interface Deadline {
  readonly wording: string;
  readonly kind: DeadlineKind;
  /** The day named, when there is one. */
  readonly day: Day | null;
  readonly inclusive: boolean;
}

export type DeadlineKind = "dated" | "impossible" | "event-bound";

export const datedDeadline = (wording: string, day: Day, inclusive: boolean): Deadline => ({
  wording,
  kind: "dated",
  day,
  inclusive,
});

export const undatedDeadline = (wording: string, kind: "impossible" | "event-bound"): Deadline => ({
  wording,
  kind,
  day: null,
  inclusive: true,
});

/** The last day on which something is in time; null while the deadline has no day. */
export const lastDayInTime = (deadline: Deadline): Day | null =>
  deadline.day === null ? null : deadline.inclusive ? deadline.day : addDays(deadline.day, -1);

/** The first instant that is late; null while the deadline has no day. */
export const lateFrom = (deadline: Deadline): Instant | null => {
  const last = lastDayInTime(deadline);
  return last === null ? null : startOf(addDays(last, 1));
};

/** Whether what arrived at that instant is late. What counts is the arrival of the request. */
export const isLate = (deadline: Deadline, arrivedAt: Instant): boolean => {
  const from = lateFrom(deadline);
  return from !== null && arrivedAt.getTime() >= from.getTime();
};

/** Whole days left, counted on the calendar: 0 on the last day in time, negative when late; null without a day. */
export const daysLeft = (deadline: Deadline, at: Instant): number | null => {
  const last = lastDayInTime(deadline);
  return last === null ? null : daysBetween(onDay(at), last);
};

/** “chậm nhất 27/02/2021, tính cả ngày này” or “trước 30/01/2018, không tính ngày này”. */
export const writeDeadline = (deadline: Deadline): string => {
  if (deadline.day === null) return deadline.wording;
  return deadline.inclusive
    ? `chậm nhất ${writeDay(deadline.day)}, tính cả ngày này`
    : `trước ${writeDay(deadline.day)}, không tính ngày này`;
};

/** “Còn 9 ngày”, “Hôm nay”, “Quá hạn 1 ngày”; the wording when nobody can be late yet. */
export const writeDaysLeft = (deadline: Deadline, at: Instant): string => {
  const left = daysLeft(deadline, at);
  if (left === null) return deadline.kind === "impossible" ? "Ngày không có thật" : "Chưa định ngày";
  if (left === 0) return "Hôm nay là hạn cuối";
  return left > 0 ? `Còn ${left} ngày` : `Quá hạn ${-left} ngày`;
};
