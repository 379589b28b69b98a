import { type Day, type Instant, writeDay, yearOf } from "../platform/day.ts";
import { type Deadline, datedDeadline, lastDayInTime } from "../platform/deadline.ts";
import { type Extension, putOff } from "../platform/extension.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { mostIn, type TiesAtCut } from "./grade.ts";
import type { CriteriaTable } from "./table.ts";

/**
 * A cluster's year of scoring (chấm điểm thi đua của cụm): by which table, by when what is due, and how the
 * cluster votes by its working rules. Units score themselves; members and ministry units give opinions; the
 * standing body verifies; then totals, grades and ranks are published (Thông tư 05/2018/TT-BTP, Điều 6, 40).
 */
export interface ScoringYear {
  readonly id: number;
  readonly cluster: number;
  readonly clusterName: string;
  readonly year: number;
  /** The body that founded the cluster; its standing officers verify. */
  readonly founder: number;
  readonly founderName: string;
  readonly table: number;
  readonly calendar: ScoringCalendar;
  /** How who tie at the last place of a grade are taken; null until somebody must say. */
  readonly tiesAtCut: TiesAtCut | null;
  readonly voting: VotingRules;
  readonly version: number;
  readonly publishedAt: Instant | null;
  readonly publishedBy: string | null;
}

/** Every day counts: what is done on the last day is in time. */
export interface ScoringCalendar {
  readonly selfFrom: Day;
  readonly selfUntil: Day;
  readonly opinionsUntil: Day;
  readonly verifyUntil: Day;
  readonly publishOn: Day;
}

/** How the cluster votes by its rules of the year (quy chế hoạt động của cụm). */
export interface VotingRules {
  readonly method: "secret" | "hands";
  /** Hundredths of a per cent of the base that a unit must have. */
  readonly threshold: number;
  readonly base: "members" | "present";
  readonly ties: "second-round" | "higher-score" | "head-decides";
  /** The paper in which the rules stand. */
  readonly paper: string | null;
}

export const methodNames = { secret: "Bỏ phiếu kín", hands: "Biểu quyết giơ tay" } as const;
export const baseNames = { members: "Tổng số đơn vị thành viên", present: "Số đơn vị có mặt" } as const;
export const tieNames = {
  "second-round": "Bầu lại giữa các đơn vị bằng phiếu",
  "higher-score": "Đơn vị có tổng điểm cao hơn",
  "head-decides": "Trưởng cụm quyết định",
} as const;

/** Where the year stands on a day. */
export type Phase = "before" | "self" | "opinions" | "verifying" | "publishing" | "published";

export const phaseNames: Readonly<Record<Phase, string>> = {
  before: "Chưa mở",
  self: "Đang tự chấm",
  opinions: "Đang lấy ý kiến",
  verifying: "Đang thẩm định",
  publishing: "Chờ công bố",
  published: "Đã công bố",
};

export function phaseOf({ calendar, publishedAt }: ScoringYear, today: Day): Phase {
  if (publishedAt !== null) return "published";
  if (today < calendar.selfFrom) return "before";
  if (today <= calendar.selfUntil) return "self";
  if (today <= calendar.opinionsUntil) return "opinions";
  return today <= calendar.verifyUntil ? "verifying" : "publishing";
}

/** By when a unit sends its self score. */
export const selfDeadline = ({ calendar }: Pick<ScoringYear, "calendar">): Deadline =>
  datedDeadline(`chậm nhất ngày ${writeDay(calendar.selfUntil)}`, calendar.selfUntil, true);

/** What names the self score that a unit owes: for reminders and extensions. */
export const scoreObligation = (scoring: number): { kind: string; subject: string } => ({
  kind: "cluster-score",
  subject: `cluster-year-${scoring}`,
});

/** The year as it stands for one unit, whose last day to score itself may have been put off. */
export function yearFor(
  scoring: ScoringYear,
  unit: number,
  extensions: readonly Pick<Extension, "unit" | "day">[],
): ScoringYear {
  const deadline = putOff(unit, selfDeadline(scoring), extensions);
  const selfUntil = (deadline && lastDayInTime(deadline)) ?? scoring.calendar.selfUntil;
  return { ...scoring, calendar: { ...scoring.calendar, selfUntil } };
}

export const verifyDeadline = ({ calendar }: Pick<ScoringYear, "calendar">): Deadline =>
  datedDeadline(`chậm nhất ngày ${writeDay(calendar.verifyUntil)}`, calendar.verifyUntil, true);

export interface Opening {
  readonly year: number;
  readonly calendar: ScoringCalendar;
  readonly voting: VotingRules;
}

/** A year is opened with a published table of that year, a roster and days that follow each other. */
export function decideOpening(
  opening: Opening,
  facts: { readonly table: CriteriaTable | null; readonly members: number },
): Opening | Refusal {
  const { table, members } = facts;
  if (members < 2)
    return refuse(
      "no-roster",
      `Cụm chưa có danh sách thành viên năm ${opening.year}; hãy lập danh sách ở mục Tổ chức trước.`,
      { field: "year" },
    );
  if (table?.state !== "published")
    return refuse("table-not-published", "Hãy chọn bảng tiêu chí đã ban hành.", { field: "table" });
  if (table.year !== opening.year)
    return refuse(
      "table-of-another-year",
      `Bảng này của năm ${table.year}, không phải năm ${opening.year}.`,
      {
        field: "table",
      },
    );
  return refuseCalendar(opening) ?? refuseQuotas(table, members) ?? opening;
}

function refuseCalendar({ calendar, year }: Opening): Refusal | null {
  const days: readonly (readonly [keyof ScoringCalendar, string])[] = [
    ["selfFrom", "ngày mở tự chấm"],
    ["selfUntil", "hạn tự chấm"],
    ["opinionsUntil", "hạn cho ý kiến"],
    ["verifyUntil", "hạn thẩm định"],
    ["publishOn", "ngày công bố"],
  ];
  for (const [at, [key, name]] of days.entries()) {
    const before = days[at - 1];
    if (before && calendar[key] < calendar[before[0]])
      return refuse(
        "days-out-of-order",
        `${name} ${writeDay(calendar[key])} đứng trước ${before[1]} ${writeDay(calendar[before[0]])}.`,
        { field: key },
      );
  }
  // The review of a year may run into January of the next (26 and 29/01/2026)
  const far = days.find(([key]) => yearOf(calendar[key]) < year || yearOf(calendar[key]) > year + 1);
  return far
    ? refuse("day-of-another-year", `Ngày này không thuộc năm ${year} hoặc đầu năm sau.`, { field: far[0] })
    : null;
}

function refuseQuotas(table: CriteriaTable, members: number): Refusal | null {
  const empty = table.criteria.grades.find(({ quota }) => quota !== null && mostIn(quota, members) < 1);
  return empty
    ? refuse(
        "quota-without-place",
        `Với ${members} đơn vị, loại ${empty.code} không có suất nào theo bảng tiêu chí; hãy dùng bảng khác hoặc lập phiên bản mới.`,
        { field: "table" },
      )
    : null;
}

/** What is published stays; who else has changed the year meanwhile is seen first. */
export function refuseYearChange(scoring: ScoringYear, seen: number): Refusal | null {
  if (scoring.publishedAt !== null)
    return movedOn("already-published", "Kết quả năm này đã công bố nên không thay đổi được nữa.");
  return scoring.version === seen
    ? null
    : movedOn(
        "stale",
        "Năm chấm điểm này đã được thay đổi ở cửa sổ khác sau khi Ông/Bà mở trang. Phần vừa nhập vẫn còn dưới đây; hãy xem lại rồi lưu lại.",
      );
}

/** The table may be changed for another version only while no sheet has ever been sent. */
export const refuseTableChange = (scoring: ScoringYear, table: number, sent: number): Refusal | null =>
  table === scoring.table || sent === 0
    ? null
    : refuse(
        "scored-already",
        `Đã có ${sent} đơn vị gửi phiếu theo bảng hiện tại nên không đổi bảng giữa chừng được.`,
        { field: "table" },
      );
