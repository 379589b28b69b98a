import { type Day, writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";

/**
 * How a unit brought a launch to its people (quán triệt, phát động). Every single person is to be reached, so
 * each occasion counts only those reached for the first time, and their sum is never above the staff.
 */
export interface LaunchReach {
  readonly id: number;
  readonly unit: number;
  readonly way: ReachWay;
  readonly on: Day;
  readonly reached: number;
  /** Everybody in the unit on that day. */
  readonly staff: number;
  readonly words: string | null;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly withdrawn: boolean;
  readonly actorName: string;
}

export type ReachWay = "conference" | "meeting" | "paper" | "online" | "notice" | "other";

export const wayNames: Readonly<Record<ReachWay, string>> = {
  conference: "Hội nghị phát động",
  meeting: "Họp đơn vị, sinh hoạt chuyên đề",
  paper: "Văn bản gửi tới từng người",
  online: "Trực tuyến, nhóm tin nhắn",
  notice: "Niêm yết, trang thông tin",
  other: "Hình thức khác",
};

export const ways = Object.keys(wayNames) as readonly ReachWay[];

export interface NewReach {
  readonly way: ReachWay;
  readonly on: Day;
  readonly reached: number;
  readonly staff: number;
  readonly words: string | null;
}

/** An occasion is not before the launch nor still to come, and reaches nobody twice. */
export function decideReach(
  given: NewReach,
  before: readonly Pick<LaunchReach, "reached" | "withdrawn">[],
  launchedOn: Day | null,
  today: Day,
): NewReach | Refusal {
  if (given.on > today)
    return refuse("not-yet", `Ngày ${writeDay(given.on)} chưa đến; chỉ ghi việc đã làm.`, { field: "on" });
  if (launchedOn !== null && given.on < launchedOn)
    return refuse(
      "before-launch",
      `Ngày ${writeDay(given.on)} trước ngày phát động (${writeDay(launchedOn)}).`,
      {
        field: "on",
      },
    );
  const already = reachedBy(before);
  if (already + given.reached > given.staff)
    return refuse(
      "more-than-staff",
      `Đã ghi ${writeNumber(already)} người được phổ biến; thêm ${writeNumber(given.reached)} người thì vượt số ${writeNumber(given.staff)} người của đơn vị. Chỉ đếm người được phổ biến lần đầu.`,
      { field: "reached" },
    );
  return given;
}

/** How many people were reached on all occasions that stand. */
export const reachedBy = (occasions: readonly Pick<LaunchReach, "reached" | "withdrawn">[]): number =>
  occasions.reduce((sum, { reached, withdrawn }) => (withdrawn ? sum : sum + reached), 0);

/** A unit beside a launch: how many it reached, of how many. */
export interface UnitReach {
  readonly unit: number;
  readonly unitName: string;
  readonly occasions: number;
  readonly reached: number;
  /** As last noted; null where nothing is noted. */
  readonly staff: number | null;
  readonly lastOn: Day | null;
}

interface ReachTotals {
  readonly units: number;
  /** Units that noted at least one occasion. */
  readonly noted: number;
  /** Units that reached everybody. */
  readonly complete: number;
  readonly reached: number;
  readonly staff: number;
}

export const reachTotals = (units: readonly UnitReach[]): ReachTotals => ({
  units: units.length,
  noted: units.filter(({ occasions }) => occasions > 0).length,
  complete: units.filter(({ staff, reached }) => staff !== null && reached >= staff).length,
  reached: units.reduce((sum, { reached }) => sum + reached, 0),
  staff: units.reduce((sum, { staff }) => sum + (staff ?? 0), 0),
});

/** “83,3%”, rounded down to a tenth, so that 100% is said only when everybody was reached. */
export function writeShare(reached: number, staff: number): string {
  if (staff === 0) return "";
  const tenths = Math.floor((1000 * reached) / staff);
  return `${writeNumber(tenths / 10)}%`;
}
