import { type Day, type Instant, startOf, writeDay } from "../platform/day.ts";
import { type Deadline, datedDeadline, isLate } from "../platform/deadline.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { Period, ReviewKind } from "./period.ts";

/**
 * An interim or final review (báo cáo sơ kết, tổng kết) of a unit, of a cluster or of a body over all its
 * units, in one movement or of the year's work. Life: draft → submitted → accepted | returned → submitted …
 * The body's own review goes to nobody: once sent it stands.
 */
export interface Review extends Period {
  readonly id: number;
  readonly level: ReviewLevel;
  readonly movement: number | null;
  readonly movementName: string | null;
  readonly unit: number;
  /** The name under which the unit reports. */
  readonly unitName: string;
  readonly receiver: number | null;
  readonly receiverName: string | null;
  readonly state: ReviewState;
  /** Grows with every change, so that nobody sends what they have not seen. */
  readonly version: number;
  readonly submittedAt: Instant | null;
  /** When the first one sent counts as arrived: the request's arrival, or the day of receipt. */
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: Channel | null;
  /** Set by a return: the day by which to send again. */
  readonly dueOn: Day | null;
  readonly changedAt: Instant;
}

export type ReviewLevel = "unit" | "cluster" | "sector";

export const levelNames: Readonly<Record<ReviewLevel, string>> = {
  unit: "Đơn vị",
  cluster: "Cụm, khối, khu vực",
  sector: "Toàn cơ quan, ngành",
};

export const isReviewLevel = (text: string): text is ReviewLevel => text in levelNames;

export type ReviewState = "draft" | "submitted" | "returned" | "accepted";

export const stateNames: Readonly<Record<ReviewState, string>> = {
  draft: "Bản nháp",
  submitted: "Đã gửi, chờ tiếp nhận",
  returned: "Đã trả lại",
  accepted: "Đã tiếp nhận",
};

export const isReviewState = (text: string): text is ReviewState => text in stateNames;

/** What the state is called: a body's own review waits for nobody once it is sent. */
export const stateNameOf = ({ state, receiver }: Pick<Review, "state" | "receiver">): string =>
  state === "submitted" && receiver === null ? "Đã ký gửi" : stateNames[state];

export type Channel = "online" | "paper" | "mail" | "messenger";

export const channelNames: Readonly<Record<Channel, string>> = {
  online: "Gửi trên hệ thống",
  paper: "Bản giấy",
  mail: "Thư điện tử",
  messenger: "Tin nhắn",
};

/** Whose name stands under the review: somebody who may sign for the unit on the day it is sent. */
export interface Signatory {
  readonly person: number;
  readonly name: string;
  readonly title: string;
  /** A deputy signs for the head, or somebody empowered does (Nghị định 30/2020/NĐ-CP, Điều 13). */
  readonly signsFor: SigningFor | null;
}

export interface SigningFor {
  readonly capacity: "KT." | "TUQ.";
  /** The office signed for: “Giám đốc”. */
  readonly office: string;
}

/** “Nguyễn Văn An, Phó Giám đốc (ký thay Giám đốc)”. */
export function writeSignatory({ name, title, signsFor }: Omit<Signatory, "person">): string {
  if (!signsFor) return `${name}, ${title}`;
  const how = signsFor.capacity === "KT." ? "ký thay" : "ký thừa ủy quyền";
  return `${name}, ${title} (${how} ${signsFor.office})`;
}

export type ReviewEvent = Submission | Return | Acceptance | Withdrawal;

export interface Submission {
  readonly kind: "submitted";
  readonly at: Instant;
  readonly late: boolean;
  readonly lateReason: string | null;
  readonly channel: Channel;
  readonly receivedOn: Day | null;
  readonly remarks: string | null;
  readonly signatory: Signatory | null;
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

/** The sender takes it back before it was accepted: it stands again as it did before it was sent. */
interface Withdrawal {
  readonly kind: "withdrawn";
  readonly at: Instant;
  readonly reason: string;
  /** The day that the return before asked for, when it had been sent back. */
  readonly dueOn: Day | null;
}

/** Folds what happened into where the review stands now. */
export function stateOf(events: readonly Pick<ReviewEvent, "kind">[]): ReviewState {
  const last = events.at(-1)?.kind ?? "draft";
  if (last !== "withdrawn") return last;
  return events.some(({ kind }) => kind === "returned") ? "returned" : "draft";
}

/** Its writers may still change it. */
export const isOpen = (state: ReviewState): boolean => state === "draft" || state === "returned";

/** What a sending is judged by, beside the review itself. */
export interface SubmissionFacts {
  readonly version: number;
  readonly deadline: Deadline | null;
  /** Headings that still wait for words. */
  readonly empty: readonly string[];
  /** Who may sign for the unit today, its head first; nobody where it has none. */
  readonly signers: readonly Signatory[];
  /** The person the page named as signing; null when it came otherwise than here. */
  readonly named: number | null;
}

export interface Arrival {
  readonly at: Instant;
  readonly channel: Channel;
  readonly receivedOn: Day | null;
  readonly lateReason: string;
  readonly remarks: string | null;
}

/**
 * A review is sent whole, under the name of whoever heads the unit that day and, when it is late, with the
 * reason. What came on paper was signed there: it needs neither words nor a head here.
 */
export function decideSubmission(
  review: Review,
  facts: SubmissionFacts,
  arrival: Arrival,
): Submission | Refusal {
  const hindrance = hindranceOf(review, facts) ?? (arrival.channel === "online" ? unready(facts) : null);
  if (hindrance) return hindrance;
  const late = isLateArrival(review, facts.deadline, arrival);
  const lateReason = tidy(arrival.lateReason);
  if (late && !lateReason)
    return refuse("late-without-reason", "Báo cáo này gửi sau hạn: hãy ghi lý do gửi muộn.", {
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
    signatory: arrival.channel === "online" ? signerNamed(facts) : null,
  };
}

function hindranceOf(review: Review, facts: SubmissionFacts): Refusal | null {
  if (!isOpen(review.state))
    return movedOn(
      "already-submitted",
      `Báo cáo đang ở trạng thái “${stateNameOf(review)}” nên không gửi lại được.`,
    );
  return refuseStale(review.version, facts.version);
}

const signerNamed = ({ signers, named }: SubmissionFacts): Signatory | null =>
  signers.find(({ person }) => person === named) ?? null;

function unready(facts: SubmissionFacts): Refusal | null {
  const { empty, signers } = facts;
  if (empty.length > 0)
    return refuse("sections-empty", `Còn mục chưa viết: ${empty.join("; ")}. Phần đã viết vẫn được giữ.`);
  const [first] = signers;
  if (!first)
    return refuse(
      "no-head",
      "Hôm nay đơn vị chưa có người đứng đầu hoặc người phụ trách để ký báo cáo; đề nghị cập nhật chức trách rồi gửi.",
    );
  if (!signerNamed(facts))
    return movedOn(
      "head-changed",
      `Người đã chọn hôm nay không ký được báo cáo này; người ký hôm nay là ${signers.map(writeSignatory).join("; ")}. Hãy chọn lại người ký. Báo cáo vẫn được giữ.`,
    );
  return null;
}

/** What was returned keeps its first arrival, unless the return set a day for sending again. */
export function isLateArrival(
  review: Pick<Review, "state" | "dueOn" | "late">,
  deadline: Deadline | null,
  { at, receivedOn }: Pick<Arrival, "at" | "receivedOn">,
): boolean {
  const arrivedAt = countedArrival(at, receivedOn);
  if (review.state === "returned" && review.dueOn)
    return isLate(datedDeadline("", review.dueOn, true), arrivedAt);
  if (review.state === "returned" && review.late !== null) return review.late;
  return deadline !== null && isLate(deadline, arrivedAt);
}

/** A paper counts as received on its day, whenever it was entered. */
export const countedArrival = (at: Instant, receivedOn: Day | null): Instant =>
  receivedOn === null ? at : startOf(receivedOn);

/** The receiver sends it back with its reasons, even once accepted. */
export function decideReturn(
  review: Review,
  given: { version: number; reason: string; dueOn: Day | null },
  at: Instant,
  today: Day,
): Return | Refusal {
  const standing = receivable(review, given.version, ["submitted", "accepted"]);
  if (isRefusal(standing)) return standing;
  const reason = tidy(given.reason);
  if (!reason)
    return refuse("no-reason", "Hãy ghi lý do trả lại để đơn vị biết phải sửa gì.", { field: "reason" });
  if (given.dueOn !== null && given.dueOn < today)
    return refuse("due-in-the-past", `Ngày gửi lại ${writeDay(given.dueOn)} đã qua.`, { field: "dueOn" });
  return { kind: "returned", at, reason, dueOn: given.dueOn };
}

/** Its writers take back what they sent, with the reason, as long as it was not accepted. */
export function decideWithdrawal(
  review: Review,
  given: { version: number; reason: string },
  earlier: readonly Pick<ReviewEvent, "kind">[],
  returnedTo: Day | null,
  at: Instant,
): { event: Withdrawal; state: ReviewState } | Refusal {
  if (review.state !== "submitted")
    return movedOn(
      "not-submitted",
      `Báo cáo đang ở trạng thái “${stateNameOf(review)}” nên không rút lại được.`,
    );
  if (review.channel !== "online")
    return movedOn(
      "came-on-paper",
      "Báo cáo này nơi nhận đã nhập từ bản giấy nên không rút lại ở đây; hãy đề nghị nơi nhận trả lại.",
    );
  const stale = refuseStale(review.version, given.version);
  if (stale) return stale;
  const reason = tidy(given.reason);
  if (!reason) return refuse("no-reason", "Hãy ghi lý do rút lại báo cáo.", { field: "reason" });
  const event = { kind: "withdrawn", at, reason, dueOn: returnedTo } as const;
  return { event, state: stateOf([...earlier, event]) };
}

export function decideAcceptance(
  review: Review,
  given: { version: number; remarks: string | null },
  at: Instant,
): Acceptance | Refusal {
  const standing = receivable(review, given.version, ["submitted"]);
  return isRefusal(standing) ? standing : { kind: "accepted", at, remarks: given.remarks };
}

function receivable(review: Review, version: number, states: readonly ReviewState[]): true | Refusal {
  if (review.receiver === null)
    return movedOn("nobody-receives", "Báo cáo này không gửi cho cơ quan nào nên không có việc tiếp nhận.");
  if (!states.includes(review.state))
    return movedOn(
      "not-submitted",
      `Báo cáo đang ở trạng thái “${stateNameOf(review)}” nên không làm được việc này.`,
    );
  return refuseStale(review.version, version) ?? true;
}

/** Somebody else, or another window, has changed it since the page was drawn. */
export const refuseStale = (version: number, seen: number): Refusal | null =>
  version === seen
    ? null
    : movedOn(
        "stale",
        "Báo cáo đã được thay đổi ở cửa sổ khác sau khi Ông/Bà mở trang này. Phần vừa nhập vẫn còn dưới đây; hãy xem lại nội dung mới rồi lưu lại.",
      );

/** Words are changed while it is with its writers. */
export const refuseClosed = (review: Pick<Review, "state" | "receiver">): Refusal | null =>
  isOpen(review.state)
    ? null
    : movedOn("already-submitted", `Báo cáo đang ở trạng thái “${stateNameOf(review)}” nên không sửa được.`);

/** What was received on paper has a day of receipt that is not still to come. */
export const refuseReceipt = (receivedOn: Day, today: Day): Refusal | null =>
  receivedOn > today
    ? refuse("received-in-the-future", `Ngày nhận ${writeDay(receivedOn)} chưa đến.`, { field: "receivedOn" })
    : null;

/** “Báo cáo sơ kết”, as the shortest name of the paper. */
export const nameOf = (kind: ReviewKind): string =>
  kind === "interim" ? "Báo cáo sơ kết" : "Báo cáo tổng kết";
