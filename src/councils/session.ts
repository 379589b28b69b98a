import type { Day, Instant } from "../platform/day.ts";
import { writeDay } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { Quorum } from "./quorum.ts";

/**
 * A session of a council (phiên họp), or a whole round by written opinion (lấy phiếu xin ý kiến bằng văn
 * bản). Life: preparing → called → open → closed; it may be cancelled until it is opened.
 */
export interface Session {
  readonly id: number;
  readonly council: number;
  readonly kind: SessionKind;
  readonly title: string;
  /** Awards are considered, so the larger quorum holds. */
  readonly considersAwards: boolean;
  readonly day: Day;
  readonly startsAt: string | null;
  readonly place: string | null;
  /** The last day for written opinions. */
  readonly lettersBy: Day | null;
  readonly state: SessionState;
  /** Who presides: the chair or a vice-chair whom the chair authorised; they vote like the others. */
  readonly presidedBy: number | null;
  readonly openItem: number | null;
  readonly change: number;
  readonly version: number;
}

export type SessionKind = "meeting" | "written";

export const sessionKindNames: Readonly<Record<SessionKind, string>> = {
  meeting: "Phiên họp",
  written: "Lấy phiếu xin ý kiến bằng văn bản",
};

export type SessionState = "preparing" | "called" | "open" | "closed" | "cancelled";

export const sessionStateNames: Readonly<Record<SessionState, string>> = {
  preparing: "Đang chuẩn bị",
  called: "Đã triệu tập",
  open: "Đang họp",
  closed: "Đã bế mạc",
  cancelled: "Đã hủy",
};

export type SessionEventKind =
  | "called"
  | "opened"
  | "quorum-lost"
  | "quorum-regained"
  | "item-opened"
  | "vote-opened"
  | "vote-closed"
  | "item-withdrawn"
  | "closed"
  | "cancelled";

export interface SessionEvent {
  readonly kind: SessionEventKind;
  readonly item: number | null;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
}

const folded: Partial<Record<SessionEventKind, SessionState>> = {
  called: "called",
  opened: "open",
  closed: "closed",
  cancelled: "cancelled",
};

/** Folds what happened into where the session stands. */
export const stateOf = (events: readonly Pick<SessionEvent, "kind">[]): SessionState =>
  events.reduce<SessionState>((state, { kind }) => folded[kind] ?? state, "preparing");

export interface NewSession {
  readonly kind: SessionKind;
  readonly title: string;
  readonly considersAwards: boolean;
  readonly day: Day;
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly lettersBy: Day | null;
}

/** A session needs a title; a written round needs its last day, which is the day it ends. */
export function decideSession(asked: NewSession): NewSession | Refusal {
  const title = tidy(asked.title);
  if (!title) return refuse("no-title", "Hãy nhập tên phiên họp.", { field: "title" });
  if (asked.kind === "written" && asked.lettersBy === null)
    return refuse("no-day-for-letters", "Hãy nhập hạn gửi phiếu xin ý kiến.", { field: "lettersBy" });
  if (asked.lettersBy !== null && asked.lettersBy > asked.day)
    return refuse(
      "letters-after-the-session",
      `Hạn gửi phiếu xin ý kiến phải không muộn hơn ngày ${writeDay(asked.day)}.`,
      { field: "lettersBy" },
    );
  return { ...asked, title };
}

/** Whether the agenda, the papers and the facts of a session may still be written. */
export const isBeingPrepared = (session: Pick<Session, "state">): boolean =>
  session.state === "preparing" || session.state === "called";

export const refuseUnprepared = (session: Pick<Session, "state">): Refusal | null =>
  isBeingPrepared(session)
    ? null
    : movedOn(
        "session-moved-on",
        `Phiên này “${sessionStateNames[session.state].toLocaleLowerCase("vi")}” nên chương trình không sửa được nữa.`,
      );

/** Members are called once there is something on the agenda. */
export function decideCall(session: Session, items: number): "called" | Refusal {
  if (session.state !== "preparing")
    return movedOn("already-called", "Phiên này đã được triệu tập hoặc đã kết thúc.");
  return items === 0
    ? refuse("empty-agenda", "Chương trình chưa có mục nào; hãy thêm ít nhất một mục trước khi triệu tập.")
    : "called";
}

/** A meeting opens when enough members take part; a written round opens as it is sent out. */
export function decideOpening(session: Session, quorum: Quorum, today: Day): "opened" | Refusal {
  if (session.state !== "called")
    return movedOn("not-called", "Chỉ khai mạc được phiên đã triệu tập và chưa khai mạc.");
  if (session.kind === "written") return "opened";
  if (session.day > today)
    return refuse("not-yet", `Phiên họp vào ngày ${writeDay(session.day)}; chưa đến ngày khai mạc.`);
  return quorum.met ? "opened" : refuse("no-quorum", quorum.words, { basis: quorum.basis });
}

/** A vote is opened only while enough members take part and nothing else is being voted on. */
export function decideVoteOpening(
  session: Session,
  quorum: Quorum,
  votingNow: boolean,
): "vote-opened" | Refusal {
  if (session.state !== "open") return movedOn("not-open", "Chỉ bỏ phiếu được khi phiên đang họp.");
  if (votingNow) return movedOn("vote-under-way", "Đang có một lượt bỏ phiếu chưa đóng.");
  if (session.kind === "meeting" && !quorum.met)
    return refuse("no-quorum", `${quorum.words} Chưa mở bỏ phiếu được.`, {
      basis: quorum.basis,
      kind: "moved-on",
    });
  return "vote-opened";
}

/** A session ends when no vote is running. */
export function decideClosing(session: Session, votingNow: boolean): "closed" | Refusal {
  if (session.state !== "open") return movedOn("not-open", "Phiên này không đang họp.");
  return votingNow
    ? movedOn("vote-under-way", "Còn một lượt bỏ phiếu chưa đóng; hãy đóng bỏ phiếu trước khi bế mạc.")
    : "closed";
}

export function decideCancelling(session: Session, reason: string): "cancelled" | Refusal {
  if (!isBeingPrepared(session)) return movedOn("session-moved-on", "Chỉ hủy được phiên chưa khai mạc.");
  return tidy(reason) ? "cancelled" : refuse("no-reason", "Hãy ghi lý do hủy phiên.", { field: "reason" });
}

/** What a change of attendance does to the quorum of an open meeting; null when it stays as it was. */
export const quorumChange = (
  before: Pick<Quorum, "met">,
  after: Pick<Quorum, "met">,
): "quorum-lost" | "quorum-regained" | null =>
  before.met === after.met ? null : after.met ? "quorum-regained" : "quorum-lost";
