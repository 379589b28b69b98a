import type { Instant } from "../platform/day.ts";

/** Where a member stands in a session: present, absent with a reason, by letter, or gone before its end. */
export type Standing = "present" | "absent" | "by-letter" | "left";

export const standingNames: Readonly<Record<Standing, string>> = {
  present: "Có mặt",
  absent: "Vắng mặt",
  "by-letter": "Gửi phiếu xin ý kiến",
  left: "Ra về giữa phiên",
};

export const isStanding = (text: string): text is Standing => text in standingNames;

export interface AttendanceEvent {
  readonly person: number;
  readonly standing: Standing;
  readonly reason: string | null;
  readonly at: Instant;
}

/** What was last noted of each member, and when they first came. */
export interface Attendance {
  readonly standing: Standing;
  readonly reason: string | null;
  readonly at: Instant;
  /** When they came, where that was after the opening. */
  readonly cameLateAt: Instant | null;
}

/** Folds what was noted, oldest first. */
export function attendanceOf(
  events: readonly AttendanceEvent[],
  openedAt: Instant | null,
): ReadonlyMap<number, Attendance> {
  const known = new Map<number, Attendance>();
  for (const { person, standing, reason, at } of events) {
    const before = known.get(person);
    const first = standing === "present" && before?.standing !== "left" && before?.standing !== "present";
    const late = first && openedAt !== null && at.getTime() > openedAt.getTime() ? at : null;
    known.set(person, { standing, reason, at, cameLateAt: late ?? before?.cameLateAt ?? null });
  }
  return known;
}

/** How many of these members stand so. */
export const countStanding = (
  known: ReadonlyMap<number, Attendance>,
  members: readonly number[],
  standing: Standing,
): number => members.filter((person) => known.get(person)?.standing === standing).length;
