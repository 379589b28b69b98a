import type { Day, Instant } from "../platform/day.ts";
import { writeDay } from "../platform/day.ts";
import type { Deadline } from "../platform/deadline.ts";
import { lateFrom } from "../platform/deadline.ts";
import type { ReviewState } from "./review.ts";

/** A unit or a cluster whose report a superior gathers, with what it has sent. */
export interface Reporter {
  readonly unit: number;
  readonly unitName: string;
  readonly level: "unit" | "cluster";
  readonly deadline: Deadline | null;
  readonly review: number | null;
  readonly state: ReviewState | null;
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
  /** Set when the unit has ended: who follows it. */
  readonly ended: { readonly on: Day; readonly successors: readonly string[] } | null;
}

export type ReporterStanding = "accepted" | "sent" | "returned" | "overdue" | "missing" | "followed";

export const reporterStandingNames: Readonly<Record<ReporterStanding, string>> = {
  accepted: "Đã tiếp nhận",
  sent: "Đã gửi, chờ tiếp nhận",
  returned: "Đã trả lại để sửa",
  overdue: "Quá hạn, chưa gửi",
  missing: "Chưa gửi",
  followed: "Đơn vị kế tục báo cáo",
};

/**
 * Where one stands. Whatever a unit sent before it was merged stays; one that had sent nothing owes nothing
 * any more, since its successor reports for it.
 */
export function standingOf(reporter: Reporter, at: Instant): ReporterStanding {
  if (reporter.state === "accepted") return "accepted";
  if (reporter.state === "submitted") return "sent";
  if (reporter.ended) return "followed";
  if (reporter.state === "returned") return "returned";
  const from = reporter.deadline && lateFrom(reporter.deadline);
  return from && at.getTime() >= from.getTime() ? "overdue" : "missing";
}

/** Reports that are here: sent, whether accepted yet or not. */
export const hasSent = (standing: ReporterStanding): boolean =>
  standing === "accepted" || standing === "sent";

export const isMissing = (standing: ReporterStanding): boolean =>
  standing === "returned" || standing === "overdue" || standing === "missing";

export interface GatherTally {
  readonly sent: number;
  readonly total: number;
  readonly late: number;
}

/** How many have sent of those who still owe or have sent. */
export function tallyOf(reporters: readonly Reporter[], at: Instant): GatherTally {
  const standings = reporters.map((reporter) => standingOf(reporter, at));
  const counted = standings.filter((standing) => standing !== "followed");
  return {
    sent: counted.filter(hasSent).length,
    total: counted.length,
    late: reporters.filter(({ late }) => late === true).length,
  };
}

/** “đã sáp nhập vào Sở Tư pháp tỉnh A từ ngày 01/7/2025”. */
export const writeEnd = ({ on, successors }: NonNullable<Reporter["ended"]>): string =>
  successors.length > 0
    ? `từ ngày ${writeDay(on)} kế tục là ${successors.join(", ")}`
    : `kết thúc hoạt động từ ngày ${writeDay(on)}`;
