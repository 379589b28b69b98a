import { type Day, type Instant, startOf, writeDay } from "../platform/day.ts";
import { type Deadline, datedDeadline, isLate } from "../platform/deadline.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { AnswerVerdict, CoverageCount, Direction, ParentItem } from "./coverage.ts";

/**
 * A unit's own plan in answer to the launches that reach it (kế hoạch của đơn vị). Life with each launch:
 * draft → sent → accepted | returned → sent … Issued with number and signature, it may itself be launched
 * downward, and then the unit's own sub-units answer it.
 */
export interface UnitPlan {
  readonly id: number;
  readonly unit: number;
  /** The name under which the unit wrote it. */
  readonly unitName: string;
  readonly year: number;
  readonly name: string;
  readonly goal: string | null;
  readonly requirements: string | null;
  readonly arrangements: string | null;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly version: number;
  readonly issue: PlanIssue | null;
  /** The movement it became for the unit's sub-units. */
  readonly launched: number | null;
  readonly changedAt: Instant;
  /** The launches it answers, in the order in which they were joined. */
  readonly parents: readonly PlanParent[];
}

export interface PlanIssue {
  readonly number: string;
  readonly symbol: string;
  readonly on: Day;
  readonly place: string;
  readonly signerName: string;
  readonly signerOffice: string;
  readonly signerCapacity: string | null;
}

/** Where the plan stands with one launch. */
export interface PlanParent {
  readonly movement: number;
  readonly movementName: string;
  /** Issued and not closed. */
  readonly movementOpen: boolean;
  readonly receiver: number;
  readonly receiverName: string;
  readonly state: UnitPlanState;
  readonly sentAt: Instant | null;
  /** When what counts arrived: the day of receipt of a paper. */
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: PlanChannel | null;
  readonly dueOn: Day | null;
}

export type UnitPlanState = "draft" | "sent" | "returned" | "accepted";

export const planStateNames: Readonly<Record<UnitPlanState, string>> = {
  draft: "Đang soạn",
  sent: "Đã gửi, chờ tiếp nhận",
  returned: "Đã trả lại",
  accepted: "Đã tiếp nhận",
};

export type PlanChannel = "online" | "paper" | "mail" | "messenger";

export const planChannelNames: Readonly<Record<PlanChannel, string>> = {
  online: "Gửi trên hệ thống",
  paper: "Bản giấy",
  mail: "Thư điện tử",
  messenger: "Tin nhắn",
};

/** One content, target or deadline of the unit's own plan. */
export interface PlanItem {
  readonly id: number;
  readonly kind: ParentItem["kind"];
  /** The heading it stands under. */
  readonly grouping: string | null;
  readonly words: string;
  readonly responsible: string | null;
  readonly measure: string | null;
  readonly value: number | null;
  readonly valueUnit: string | null;
  readonly base: string | null;
  readonly direction: Direction | null;
  readonly deadline: Deadline | null;
}

export type NewPlanItem = Omit<PlanItem, "id">;

/** How the unit answers one item of a launch; `parent` is what it said then. */
export interface PlanAnswer {
  readonly movement: number;
  readonly key: string;
  readonly verdict: AnswerVerdict;
  readonly reason: string | null;
  readonly item: number | null;
  readonly parent: ParentItem;
}

/** The whole plan as it stands, or as it was when sent. */
export interface PlanContent {
  readonly name: string;
  readonly goal: string | null;
  readonly requirements: string | null;
  readonly arrangements: string | null;
  readonly items: readonly PlanItem[];
  readonly answers: readonly PlanAnswer[];
}

export type PlanEvent = Sending | Returning | Acceptance;

export interface Sending {
  readonly kind: "sent";
  readonly at: Instant;
  readonly arrivedAt: Instant;
  readonly late: boolean;
  readonly lateReason: string | null;
  readonly channel: PlanChannel;
  readonly receivedOn: Day | null;
  readonly remarks: string | null;
}

interface Returning {
  readonly kind: "returned";
  readonly at: Instant;
  readonly remarks: string;
  readonly dueOn: Day | null;
}

interface Acceptance {
  readonly kind: "accepted";
  readonly at: Instant;
  readonly remarks: string | null;
}

/** Folds what happened with one launch into where the plan stands with it. */
export const planStateOf = (events: readonly { readonly kind: string }[]): UnitPlanState => {
  const last = events.findLast(({ kind }) => kind === "sent" || kind === "returned" || kind === "accepted");
  return (last?.kind as UnitPlanState | undefined) ?? "draft";
};

/** With that launch the unit has still to send, or to send again. */
export const isToSend = (parent: Pick<PlanParent, "state">): boolean =>
  parent.state === "draft" || parent.state === "returned";

/** The unit may still change its plan: somewhere it has to be sent, and it is not signed yet. */
export const isBeingDrafted = (plan: Pick<UnitPlan, "parents" | "issue">): boolean =>
  plan.parents.some(isToSend) &&
  (plan.issue === null || plan.parents.some(({ state }) => state === "returned"));

export interface SendingFacts {
  readonly version: number;
  readonly deadline: Deadline | null;
  readonly items: number;
  readonly coverage: CoverageCount;
}

interface PlanArrival {
  readonly at: Instant;
  readonly channel: PlanChannel;
  readonly receivedOn: Day | null;
  readonly lateReason: string;
  readonly remarks: string | null;
  /** The sender has seen what is missing or contradicts. */
  readonly acknowledged: boolean;
}

/**
 * A plan goes to a launch that is in force, says something, and was looked through where it leaves gaps;
 * what comes late says why. A paper is only noted: nobody here can answer for what it says.
 */
export function decideSending(
  plan: Pick<UnitPlan, "version">,
  parent: PlanParent,
  facts: SendingFacts,
  arrival: PlanArrival,
): Sending | Refusal {
  if (!isToSend(parent))
    return movedOn(
      "already-sent",
      `Kế hoạch này đang ở trạng thái “${planStateNames[parent.state]}” với ${parent.receiverName} nên không gửi lại được.`,
    );
  const hindrance = refuseStale(plan.version, facts.version) ?? refuseClosed(parent);
  if (hindrance) return hindrance;
  if (arrival.channel === "online") {
    const gap = refuseGaps(facts, arrival.acknowledged);
    if (gap) return gap;
  }
  const arrivedAt = arrival.receivedOn === null ? arrival.at : startOf(arrival.receivedOn);
  const late = isLateFor(parent, facts.deadline, arrivedAt);
  const lateReason = tidy(arrival.lateReason);
  if (late && !lateReason)
    return refuse("late-without-reason", "Kế hoạch này gửi sau hạn: hãy ghi lý do gửi muộn.", {
      field: "lateReason",
    });
  const { at, channel, receivedOn, remarks } = arrival;
  return {
    kind: "sent",
    at,
    arrivedAt,
    late,
    lateReason: late ? lateReason : null,
    channel,
    receivedOn,
    remarks,
  };
}

function refuseGaps({ items, coverage }: SendingFacts, acknowledged: boolean): Refusal | null {
  if (items === 0)
    return refuse(
      "nothing-planned",
      "Kế hoạch chưa có nội dung, chỉ tiêu hay hạn nào. Hãy trả lời ít nhất một mục.",
    );
  const gaps = coverage.missing + coverage.contradicts;
  if (gaps > 0 && !acknowledged)
    return refuse(
      "not-acknowledged",
      `Còn ${gaps} mục chưa có hoặc trái với cấp trên. Hãy sửa kế hoạch, hoặc đánh dấu đã xem rồi gửi.`,
      { field: "acknowledged" },
    );
  return null;
}

/**
 * What came back keeps its first arrival, unless the return set a day for sending again; that day never cuts
 * the launch's own deadline short.
 */
function isLateFor(parent: PlanParent, deadline: Deadline | null, arrivedAt: Instant): boolean {
  if (parent.state === "returned" && parent.dueOn)
    return (
      isLate(datedDeadline("", parent.dueOn, true), arrivedAt) &&
      (deadline === null || isLate(deadline, arrivedAt))
    );
  if (parent.state === "returned" && parent.late !== null) return parent.late;
  return deadline !== null && isLate(deadline, arrivedAt);
}

const refuseClosed = ({ movementOpen }: Pick<PlanParent, "movementOpen">): Refusal | null =>
  movementOpen
    ? null
    : movedOn("movement-closed", "Phong trào đã kết thúc hoặc chưa ban hành nên không nhận kế hoạch.");

/** The standing body sends a plan back with its reason, and if it likes a day for sending again. */
export function decidePlanReturn(
  parent: PlanParent,
  given: { reason: string; dueOn: Day | null },
  at: Instant,
  today: Day,
): Returning | Refusal {
  const standing = receivable(parent, ["sent", "accepted"]);
  if (isRefusal(standing)) return standing;
  const remarks = tidy(given.reason);
  if (!remarks)
    return refuse("no-reason", "Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", { field: "reason" });
  if (given.dueOn !== null && given.dueOn < today)
    return refuse("due-in-the-past", `Ngày gửi lại ${writeDay(given.dueOn)} đã qua.`, { field: "dueOn" });
  return { kind: "returned", at, remarks, dueOn: given.dueOn };
}

export function decidePlanAcceptance(
  parent: PlanParent,
  remarks: string | null,
  at: Instant,
): Acceptance | Refusal {
  const standing = receivable(parent, ["sent"]);
  return isRefusal(standing) ? standing : { kind: "accepted", at, remarks };
}

const receivable = ({ state }: PlanParent, states: readonly UnitPlanState[]): true | Refusal =>
  states.includes(state)
    ? true
    : movedOn(
        "not-from-here",
        `Kế hoạch đang ở trạng thái “${planStateNames[state]}” nên không làm được việc này.`,
      );

/** Another window, or a colleague, changed the plan since the page was drawn. */
export const refuseStale = (version: number, seen: number): Refusal | null =>
  version === seen
    ? null
    : movedOn(
        "stale",
        "Kế hoạch đã được thay đổi ở cửa sổ khác sau khi Ông/Bà mở trang này. Phần vừa nhập vẫn còn dưới đây; hãy xem lại nội dung mới rồi làm lại.",
      );

export const refusePlanReceipt = (receivedOn: Day, today: Day): Refusal | null =>
  receivedOn > today
    ? refuse("received-in-the-future", `Ngày nhận ${writeDay(receivedOn)} chưa đến.`, { field: "receivedOn" })
    : null;
