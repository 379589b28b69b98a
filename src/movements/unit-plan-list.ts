import type { Day, Instant } from "../platform/day.ts";
import { type Deadline, isLate } from "../platform/deadline.ts";
import { fold } from "../platform/vietnamese.ts";
import type { PlanChannel, UnitPlanState } from "./unit-plan.ts";

/** A unit that owes a launch its plan, and where it stands with it. */
export interface PlanOwing {
  readonly unit: number;
  readonly unitName: string;
  readonly clusters: readonly number[];
  /** Whose the work is today: the unit itself, or those that follow it once it has ended. */
  readonly writers: readonly number[];
  /** Names of the followers of a unit that has ended; none while it exists. */
  readonly followers: readonly string[];
  readonly deadline: Deadline | null;
  /** The deadline that binds the unit. */
  readonly boundBy: number | null;
  readonly plan: OwedPlan | null;
  readonly remindedOn: Day | null;
}

interface OwedPlan {
  readonly id: number;
  readonly state: UnitPlanState;
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: PlanChannel | null;
  readonly items: number;
  /** The unit's own launch that came of it. */
  readonly launched: number | null;
}

export type PlanStanding = "accepted" | "sent" | "sent-late" | "returned" | "drafting" | "not-begun";

export const planStandingNames: Readonly<Record<PlanStanding, string>> = {
  accepted: "Đã tiếp nhận",
  sent: "Đã gửi đúng hạn",
  "sent-late": "Đã gửi muộn",
  returned: "Đã trả lại, chờ gửi lại",
  drafting: "Đang soạn",
  "not-begun": "Chưa bắt đầu",
};

export const isPlanStanding = (text: string): text is PlanStanding => text in planStandingNames;

export function planStandingOf({ plan }: Pick<PlanOwing, "plan">): PlanStanding {
  if (plan === null) return "not-begun";
  if (plan.state === "accepted" || plan.state === "returned") return plan.state;
  if (plan.state === "sent") return plan.late ? "sent-late" : "sent";
  return "drafting";
}

/** The unit has still to send: it has not begun, is drafting, or has it back. */
export const owesPlan = ({ plan }: Pick<PlanOwing, "plan">): boolean =>
  plan === null || plan.state === "draft" || plan.state === "returned";

/** It owes and its deadline has passed; nobody is late before a deadline has its day. */
export const isPlanOverdue = (owing: Pick<PlanOwing, "plan" | "deadline">, at: Instant): boolean =>
  owesPlan(owing) && owing.deadline !== null && isLate(owing.deadline, at);

interface PlanTally {
  readonly total: number;
  readonly sent: number;
  readonly late: number;
  readonly toAccept: number;
  readonly returned: number;
  readonly overdue: number;
}

export const tallyPlans = (owing: readonly PlanOwing[], at: Instant): PlanTally => ({
  total: owing.length,
  sent: owing.filter((one) => !owesPlan(one)).length,
  late: owing.filter((one) => !owesPlan(one) && one.plan?.late).length,
  toAccept: owing.filter(({ plan }) => plan?.state === "sent").length,
  returned: owing.filter(({ plan }) => plan?.state === "returned").length,
  overdue: owing.filter((one) => isPlanOverdue(one, at)).length,
});

/** How the list is narrowed: words, standing, cluster, and whether late. */
interface PlanFilter {
  readonly words: string;
  readonly standing: PlanStanding | "owing" | null;
  readonly cluster: number | null;
  readonly late: "late" | "in-time" | null;
}

export function narrowPlans(owing: readonly PlanOwing[], filter: PlanFilter, at: Instant): PlanOwing[] {
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  return owing.filter((one) => {
    const late = one.plan?.late === true || isPlanOverdue(one, at);
    return (
      words.every((word) => fold(one.unitName).includes(word)) &&
      (filter.standing === null ||
        (filter.standing === "owing" ? owesPlan(one) : planStandingOf(one) === filter.standing)) &&
      (filter.cluster === null || one.clusters.includes(filter.cluster)) &&
      (filter.late === null || (filter.late === "late") === late)
    );
  });
}

/** The one page that urges, narrowed to the plans one launch still waits for. */
export const urgeHref = (year: number, movementName: string): string =>
  `/don-doc/gui-nhac?nam=${year}&loai=unit-plan&tinh-trang=chua-xong&q=${encodeURIComponent(`“${movementName}”`)}`;
