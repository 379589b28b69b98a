import type { Audience } from "../org/scope.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Deadline, DeadlineKind } from "../platform/deadline.ts";
import { type BoundUnit, binds } from "./audience.ts";

/**
 * A deadline of a movement (hạn): what is owed, whom it binds, and the wording that set it. The day that
 * holds may differ from the paper's: settlements say why, and the wording stays.
 */
export interface MovementDeadline {
  readonly id: number;
  readonly what: string;
  readonly purpose: Purpose;
  readonly wording: string;
  /** What the paper's wording is; `day` and `inclusive` are what holds now. */
  readonly kind: DeadlineKind;
  readonly day: Day | null;
  readonly inclusive: boolean;
  /** Whom it binds, as written. */
  readonly audienceWords: string;
  readonly groups: readonly Audience[];
  readonly named: readonly number[];
  readonly line: number | null;
  /** No longer asked for, by an amendment. */
  readonly withdrawn: boolean;
  readonly settlements: readonly Settlement[];
}

/** What is owed by a deadline, so that the stage that receives it knows its own. */
export type Purpose =
  | "plan"
  | "registration"
  | "plan-and-registration"
  | "interim-review"
  | "final-review"
  | "proposal"
  | "other";

export const purposeNames: Readonly<Record<Purpose, string>> = {
  plan: "Kế hoạch của đơn vị",
  registration: "Đăng ký thi đua",
  "plan-and-registration": "Kế hoạch và đăng ký thi đua",
  "interim-review": "Báo cáo sơ kết",
  "final-review": "Báo cáo tổng kết",
  proposal: "Hồ sơ đề nghị khen thưởng",
  other: "Việc khác",
};

export const purposes = Object.keys(purposeNames) as readonly Purpose[];

/** Correction by the issuer (văn bản đính chính), a day set here with its reason, left open, or an event's day. */
export type SettlementWay = "correction" | "set-here" | "left-open" | "event-day" | "amendment";

export const wayNames: Readonly<Record<SettlementWay, string>> = {
  correction: "Văn bản đính chính của nơi ban hành",
  "set-here": "Xác định tại đây, có lý do",
  "left-open": "Để trống và hỏi nơi ban hành",
  "event-day": "Đã có ngày của sự kiện",
  amendment: "Văn bản điều chỉnh",
};

export interface Settlement {
  readonly way: SettlementWay;
  readonly day: Day | null;
  readonly inclusive: boolean;
  readonly instrumentSymbol: string | null;
  readonly instrumentDay: Day | null;
  readonly reason: string | null;
  readonly dayBefore: Day | null;
  readonly at: Instant;
  readonly actorName: string;
}

/** The deadline as the engine of deadlines counts it: dated once a day holds. */
export const asDeadline = (deadline: MovementDeadline): Deadline => ({
  wording: deadline.wording,
  kind: deadline.day === null ? deadline.kind : "dated",
  day: deadline.day,
  inclusive: deadline.inclusive,
});

/** An impossible one that nobody has settled, not even by leaving it open with a question. */
export const isUnsettled = (deadline: MovementDeadline): boolean =>
  deadline.kind === "impossible" && deadline.day === null && deadline.settlements.length === 0;

/** Waits for the issuer's word: nobody is late before. */
export const isLeftOpen = (deadline: MovementDeadline): boolean =>
  deadline.day === null && deadline.settlements.at(-1)?.way === "left-open";

const asksFor = (deadline: MovementDeadline, purpose: Purpose): boolean =>
  deadline.purpose === purpose ||
  (deadline.purpose === "plan-and-registration" && (purpose === "registration" || purpose === "plan"));

/**
 * The deadline that binds a unit for one purpose. One that names the unit goes before one that names its
 * group; among equals the earlier day holds, since both papers are then obeyed.
 */
export function deadlineFor(
  deadlines: readonly MovementDeadline[],
  purpose: Purpose,
  unit: BoundUnit,
): MovementDeadline | null {
  const binding = deadlines.filter(
    (deadline) => !deadline.withdrawn && asksFor(deadline, purpose) && binds(deadline, unit),
  );
  const named = binding.filter((deadline) => deadline.named.includes(unit.id));
  const [first] = (named.length > 0 ? named : binding).sort(byDay);
  return first ?? null;
}

const byDay = (left: MovementDeadline, right: MovementDeadline): number => {
  if (left.day === right.day) return 0;
  if (left.day === null) return 1;
  if (right.day === null) return -1;
  return left.day < right.day ? -1 : 1;
};
