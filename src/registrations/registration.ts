import { type Day, type Instant, startOf, writeDay } from "../platform/day.ts";
import { type Deadline, datedDeadline, isLate } from "../platform/deadline.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * A unit's registration of the titles it aims at in one movement (đăng ký thi đua).
 * Life: draft → submitted → accepted | returned → submitted …; a submitted one may be withdrawn
 * until it is accepted. The standing body receives it; nominations build on it.
 */
export interface Registration {
  readonly id: number;
  readonly movement: number;
  readonly movementName: string;
  readonly year: number;
  readonly unit: number;
  /** The name under which the unit registered. */
  readonly unitName: string;
  /** The body whose standing officers take it. */
  readonly receiver: number;
  readonly receiverName: string;
  /** All bodies it goes to, the receiver first. */
  readonly addressees: readonly number[];
  readonly state: RegistrationState;
  /** Grows with every change, so that nobody sends what they have not seen. */
  readonly version: number;
  /** When the submission that counts arrived. */
  readonly submittedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: Channel | null;
  /** Set by a return: the day by which to send again. */
  readonly dueOn: Day | null;
  readonly changedAt: Instant;
}

export type RegistrationState = "draft" | "submitted" | "returned" | "accepted" | "withdrawn";

export const stateNames: Readonly<Record<RegistrationState, string>> = {
  draft: "Bản nháp",
  submitted: "Đã gửi, chờ tiếp nhận",
  returned: "Đã trả lại",
  accepted: "Đã tiếp nhận",
  withdrawn: "Đã rút",
};

export const isRegistrationState = (text: string): text is RegistrationState => text in stateNames;

/** How a registration came in; what did not come here was entered by the standing officer. */
export type Channel = "online" | "paper" | "mail" | "messenger";

export const channelNames: Readonly<Record<Channel, string>> = {
  online: "Gửi trên hệ thống",
  paper: "Bản giấy",
  mail: "Thư điện tử",
  messenger: "Tin nhắn",
};

export type RegistrationEvent = Submission | Withdrawal | Return | Acceptance;

export interface Submission {
  readonly kind: "submitted";
  readonly at: Instant;
  readonly late: boolean;
  readonly lateReason: string | null;
  readonly channel: Channel;
  /** Day of receipt of what came otherwise than here. */
  readonly receivedOn: Day | null;
  readonly remarks: string | null;
}

interface Withdrawal {
  readonly kind: "withdrawn";
  readonly at: Instant;
  readonly reason: string;
}

interface Return {
  readonly kind: "returned";
  readonly at: Instant;
  readonly reason: string;
  readonly dueOn: Day | null;
}

interface Acceptance {
  readonly kind: "accepted";
  readonly at: Instant;
  readonly remarks: string | null;
}

/** Folds what happened into where the registration stands now. */
export const stateOf = (events: readonly Pick<RegistrationEvent, "kind">[]): RegistrationState =>
  events.at(-1)?.kind ?? "draft";

/** The unit may still change what it registers. */
export const isOpen = (state: RegistrationState): boolean =>
  state === "draft" || state === "returned" || state === "withdrawn";

/** What a submission is judged by, beside the registration itself. */
export interface SubmissionFacts {
  readonly version: number;
  readonly deadline: Deadline | null;
  readonly movementOpen: boolean;
  readonly listed: number;
  readonly targets: number;
  /** Set when the unit ended on or before this day. */
  readonly ended: UnitEnd | null;
}

export interface UnitEnd {
  readonly on: Day;
  readonly successors: readonly string[];
}

export interface Arrival {
  readonly at: Instant;
  readonly channel: Channel;
  readonly receivedOn: Day | null;
  readonly lateReason: string;
  readonly remarks: string | null;
}

/** A submission needs something registered, an open movement and, when it is late, a reason. */
export function decideSubmission(
  registration: Registration,
  facts: SubmissionFacts,
  arrival: Arrival,
): Submission | Refusal {
  const hindrance = hindranceOf(registration, facts);
  if (hindrance) return hindrance;
  const late = isLateArrival(registration, facts, arrival);
  const lateReason = tidy(arrival.lateReason);
  if (late && !lateReason)
    return refuse("late-without-reason", "Đăng ký này gửi sau hạn: hãy ghi lý do gửi muộn.", {
      field: "lateReason",
    });
  return {
    kind: "submitted",
    at: arrival.at,
    late,
    lateReason: late ? lateReason : null,
    channel: arrival.channel,
    receivedOn: arrival.receivedOn,
    remarks: arrival.remarks,
  };
}

function hindranceOf(registration: Registration, facts: SubmissionFacts): Refusal | null {
  if (!isOpen(registration.state))
    return movedOn(
      "already-submitted",
      `Đăng ký này đang ở trạng thái “${stateNames[registration.state]}” nên không gửi lại được.`,
    );
  const stale = refuseStale(registration.version, facts.version);
  if (stale) return stale;
  const ended = refuseEnded(registration.unitName, facts.ended);
  if (ended) return ended;
  if (!facts.movementOpen)
    return movedOn("movement-closed", "Phong trào đã kết thúc hoặc chưa ban hành nên không nhận đăng ký.");
  if (facts.listed + facts.targets === 0)
    return refuse(
      "nothing-registered",
      "Chưa có danh hiệu, hình thức khen thưởng hay chỉ tiêu nào trong đăng ký. Hãy thêm ít nhất một dòng.",
    );
  return null;
}

/**
 * What was returned for mending keeps its first arrival, unless the return set a day for sending again;
 * what was withdrawn arrives anew.
 */
function isLateArrival(registration: Registration, facts: SubmissionFacts, arrival: Arrival): boolean {
  const arrivedAt = countedArrival(arrival.at, arrival.receivedOn);
  if (registration.state === "returned" && registration.dueOn)
    return isLate(datedDeadline("", registration.dueOn, true), arrivedAt);
  if (registration.state === "returned" && registration.late !== null) return registration.late;
  return facts.deadline !== null && isLate(facts.deadline, arrivedAt);
}

/** A paper counts as received on its day, whenever it was entered. */
export const countedArrival = (at: Instant, receivedOn: Day | null): Instant =>
  receivedOn === null ? at : startOf(receivedOn);

/** A withdrawal is possible until the standing body has accepted. */
export function decideWithdrawal(
  registration: Registration,
  reason: string,
  at: Instant,
): Withdrawal | Refusal {
  if (registration.state === "accepted")
    return movedOn(
      "already-accepted",
      "Đăng ký đã được tiếp nhận; đề nghị Thường trực trả lại trước khi rút.",
    );
  if (registration.state !== "submitted") return movedOn("not-submitted", "Chỉ rút được đăng ký đã gửi.");
  const words = tidy(reason);
  if (!words) return refuse("no-reason", "Hãy ghi lý do rút đăng ký.", { field: "reason" });
  return { kind: "withdrawn", at, reason: words };
}

/** The standing body returns what was sent or even accepted, with its reason; the unit mends and sends again. */
export function decideReturn(
  registration: Registration,
  given: { version: number; reason: string; dueOn: Day | null },
  at: Instant,
  today: Day,
): Return | Refusal {
  const standing = receivable(registration, given.version, ["submitted", "accepted"]);
  if (isRefusal(standing)) return standing;
  const reason = tidy(given.reason);
  if (!reason)
    return refuse("no-reason", "Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", { field: "reason" });
  if (given.dueOn !== null && given.dueOn < today)
    return refuse("due-in-the-past", `Ngày gửi lại ${writeDay(given.dueOn)} đã qua.`, { field: "dueOn" });
  return { kind: "returned", at, reason, dueOn: given.dueOn };
}

/** The standing body takes what was sent as it stands. */
export function decideAcceptance(
  registration: Registration,
  given: { version: number; remarks: string | null; listed: number; targets: number },
  at: Instant,
): Acceptance | Refusal {
  const standing = receivable(registration, given.version, ["submitted"]);
  if (isRefusal(standing)) return standing;
  if (given.listed + given.targets === 0)
    return refuse(
      "nothing-registered",
      "Đăng ký chưa có dòng nào: hãy nhập danh sách theo bản giấy trước khi tiếp nhận.",
    );
  return { kind: "accepted", at, remarks: given.remarks };
}

function receivable(
  registration: Registration,
  version: number,
  states: readonly RegistrationState[],
): true | Refusal {
  if (!states.includes(registration.state))
    return movedOn(
      "not-submitted",
      `Đăng ký đang ở trạng thái “${stateNames[registration.state]}” nên không làm được việc này.`,
    );
  return refuseStale(registration.version, version) ?? true;
}

/** Somebody else, or another window, has changed the registration since the page was drawn. */
const refuseStale = (version: number, seen: number): Refusal | null =>
  version === seen
    ? null
    : movedOn(
        "stale",
        "Đăng ký đã được thay đổi ở cửa sổ khác sau khi Ông/Bà mở trang này. Phần vừa nhập vẫn còn dưới đây; hãy xem lại nội dung mới rồi gửi lại.",
      );

/** A unit that has ended registers no more; its successor does. */
export function refuseEnded(unitName: string, ended: UnitEnd | null): Refusal | null {
  if (!ended) return null;
  const followed =
    ended.successors.length > 0
      ? `; đơn vị kế tục là ${ended.successors.join(", ")}, đề nghị đăng ký tại đó`
      : " và không có đơn vị kế tục";
  return movedOn("unit-ended", `${unitName} đã kết thúc hoạt động từ ngày ${writeDay(ended.on)}${followed}.`);
}

/** What was received on paper has a day of receipt that is not still to come. */
export const refuseReceipt = (receivedOn: Day, today: Day): Refusal | null =>
  receivedOn > today
    ? refuse("received-in-the-future", `Ngày nhận ${writeDay(receivedOn)} chưa đến.`, { field: "receivedOn" })
    : null;
