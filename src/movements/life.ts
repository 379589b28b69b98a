import type { Day, Instant } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * The life of a movement: draft → open for comment (may be skipped) → adopted → printed for signature →
 * signed → numbered → issued → running → closed. A paper signed elsewhere becomes issued in one step; a
 * launch on its way may be given back with a reason, and is a draft again.
 */
export type MovementState =
  | "draft"
  | "open"
  | "adopted"
  | "printed"
  | "signed"
  | "numbered"
  | "issued"
  | "running"
  | "closed";

export type MovementEventKind =
  | "drafted"
  | "opened"
  | "adopted"
  | "returned"
  | "printed"
  | "signed"
  | "numbered"
  | "issued"
  | "issued-elsewhere"
  | "started"
  | "closed"
  | "amended";

/** One step: who, when, on whose behalf, with what remark. */
export interface MovementEvent {
  readonly kind: MovementEventKind;
  readonly at: Instant;
  readonly onDay: Day;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a decision answers: the step to be written, before who and when are added. */
export interface NewMovementEvent {
  readonly kind: MovementEventKind;
  readonly onDay: Day;
  readonly remarks: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

export const stateNames: Readonly<Record<MovementState, string>> = {
  draft: "Đang soạn",
  open: "Đang lấy ý kiến",
  adopted: "Đã thông qua",
  printed: "Đã in trình ký",
  signed: "Đã ký",
  numbered: "Đã cấp số",
  issued: "Đã ban hành",
  running: "Đang thực hiện",
  closed: "Đã kết thúc",
};

export const states = Object.keys(stateNames) as readonly MovementState[];

/** What each step leads to; `null` leaves the state as it is. */
const leadsTo: Readonly<Record<MovementEventKind, MovementState | null>> = {
  drafted: "draft",
  opened: "open",
  adopted: "adopted",
  returned: "draft",
  printed: "printed",
  signed: "signed",
  numbered: "numbered",
  issued: "issued",
  "issued-elsewhere": "issued",
  started: "running",
  closed: "closed",
  amended: null,
};

/** From where each step may be taken. */
const mayFollow: Readonly<Record<MovementEventKind, readonly MovementState[]>> = {
  drafted: [],
  opened: ["draft"],
  adopted: ["draft", "open"],
  returned: ["open", "adopted", "printed"],
  printed: ["adopted"],
  signed: ["printed"],
  numbered: ["signed"],
  issued: ["numbered"],
  "issued-elsewhere": ["draft"],
  started: ["issued"],
  closed: ["issued", "running"],
  amended: ["issued", "running"],
};

export const stepNames: Readonly<Record<MovementEventKind, string>> = {
  drafted: "soạn dự thảo",
  opened: "gửi lấy ý kiến",
  adopted: "thông qua dự thảo",
  returned: "trả lại để soạn tiếp",
  printed: "in bản trình ký",
  signed: "ghi nhận đã ký",
  numbered: "cấp số, ngày ban hành",
  issued: "ban hành",
  "issued-elsewhere": "lập từ văn bản đã ban hành",
  started: "bắt đầu thực hiện",
  closed: "kết thúc phong trào",
  amended: "điều chỉnh",
};

/** Folds what happened into where the movement stands now. */
export const stateOf = (events: readonly Pick<MovementEvent, "kind">[]): MovementState =>
  events.reduce<MovementState>((state, event) => leadsTo[event.kind] ?? state, "draft");

export const stateAfter = (state: MovementState, kind: MovementEventKind): MovementState =>
  leadsTo[kind] ?? state;

/** While it is written, its content changes freely; afterwards only by amendment. */
export const isBeingWritten = (state: MovementState): boolean => state === "draft" || state === "open";

/** The units in scope see it and answer it. */
export const isInForce = (state: MovementState): boolean =>
  state === "issued" || state === "running" || state === "closed";

/** Whether the next step may be taken from here; the refusal says where it stands. */
export function decideStep(
  state: MovementState,
  kind: MovementEventKind,
  onDay: Day,
  remarks: string | null = null,
): NewMovementEvent | Refusal {
  if (!mayFollow[kind].includes(state))
    return movedOn(
      "not-from-here",
      `Không ${stepNames[kind]} được: phong trào đang ở bước “${stateNames[state]}”. Hãy mở lại trang để xem tình trạng mới nhất.`,
    );
  return { kind, onDay, remarks: remarks === null ? null : tidy(remarks) || null };
}

/** A launch given back says why. */
export function decideReturn(state: MovementState, reason: string, onDay: Day): NewMovementEvent | Refusal {
  if (!tidy(reason)) return refuse("no-reason", "Hãy ghi lý do trả lại.", { field: "remarks" });
  return decideStep(state, "returned", onDay, reason);
}

/** A draft goes on to adoption only when every comment has its answer. */
export function decideAdoption(
  state: MovementState,
  unanswered: number,
  onDay: Day,
  remarks: string | null,
): NewMovementEvent | Refusal {
  if (unanswered > 0)
    return refuse(
      "comments-unanswered",
      `Còn ${unanswered} ý kiến góp ý chưa được trả lời; hãy trả lời từng ý kiến trước khi thông qua.`,
    );
  return decideStep(state, "adopted", onDay, remarks);
}

/** Who signed, in which capacity, and on which day; not before the launch was adopted. */
export function decideSignature(
  state: MovementState,
  signed: { capacity: string | null; role: string; name: string; on: Day },
  adoptedOn: Day | null,
  today: Day,
): NewMovementEvent | Refusal {
  if (signed.on > today) return refuse("signed-in-future", "Ngày ký không thể sau hôm nay.", { field: "on" });
  if (adoptedOn !== null && signed.on < adoptedOn)
    return refuse("signed-before-adoption", "Ngày ký không thể trước ngày dự thảo được thông qua.", {
      field: "on",
    });
  const step = decideStep(state, "signed", signed.on);
  return isRefusal(step)
    ? step
    : { ...step, data: { capacity: signed.capacity, role: signed.role, name: signed.name } };
}

/** A movement ends with its final review; ended before its last day it says why. */
export function decideClosing(
  state: MovementState,
  lastDay: Day,
  today: Day,
  remarks: string | null,
): NewMovementEvent | Refusal {
  if (today < lastDay && !tidy(remarks ?? ""))
    return refuse("closed-early", "Phong trào chưa hết thời gian thực hiện; hãy ghi lý do kết thúc sớm.", {
      field: "remarks",
    });
  return decideStep(state, "closed", today, remarks);
}
