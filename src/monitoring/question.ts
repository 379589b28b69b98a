import { type Day, type Instant, writeDay } from "../platform/day.ts";
import { type Deadline, datedDeadline } from "../platform/deadline.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/**
 * What a unit raises to the standing body (khó khăn, vướng mắc, kiến nghị): it is answered, or passed to a
 * body above with its own deadline, and stays open work of whoever holds it (252/QĐ-BTP, last paragraph).
 */
export const questionKindNames = {
  difficulty: "Khó khăn, vướng mắc",
  question: "Đề nghị hướng dẫn",
  proposal: "Kiến nghị, đề xuất",
} as const;

export type QuestionKind = keyof typeof questionKindNames;

export const questionStateNames = {
  open: "Chờ trả lời",
  answered: "Đã trả lời",
  closed: "Đã kết thúc",
} as const;

export type QuestionState = keyof typeof questionStateNames;

export const isQuestionState = (text: string): text is QuestionState => text in questionStateNames;
export const isQuestionKind = (text: string): text is QuestionKind => text in questionKindNames;

/** Working days within which the body that holds a question answers or passes it on; whoever passes it may set another day. */
export const ANSWER_WITHIN = 10;

export interface Question {
  readonly id: number;
  readonly unit: number;
  readonly unitName: string;
  readonly movement: number | null;
  readonly movementName: string | null;
  readonly kind: QuestionKind;
  readonly title: string;
  /** The body that must answer now, or that answered last. */
  readonly holder: number;
  readonly holderName: string;
  /** Every body that has held it, the first one first. */
  readonly path: readonly number[];
  readonly state: QuestionState;
  readonly dueOn: Day;
  readonly askedAt: Instant;
}

export type QuestionStepKind = "asked" | "answered" | "escalated" | "reopened" | "closed";

/** One thing that happened to a question; its state and holder are the fold of all. */
export interface QuestionStep {
  readonly kind: QuestionStepKind;
  readonly words: string | null;
  readonly holder: number;
  readonly dueOn: Day | null;
}

/** State, holder and path after the steps so far; a question begins by being asked. */
export function foldQuestion(
  steps: readonly QuestionStep[],
): Pick<Question, "state" | "holder" | "path" | "dueOn"> | null {
  const last = steps.at(-1);
  const due = steps.findLast((step) => step.dueOn !== null)?.dueOn;
  if (!last || !due) return null;
  const state = last.kind === "answered" ? "answered" : last.kind === "closed" ? "closed" : "open";
  return { state, holder: last.holder, path: [...new Set(steps.map(({ holder }) => holder))], dueOn: due };
}

export const dueOf = (question: Pick<Question, "dueOn">): Deadline =>
  datedDeadline(`trả lời đến hết ngày ${writeDay(question.dueOn)}`, question.dueOn, true);

interface Asked {
  readonly kind: QuestionKind;
  readonly title: string;
  readonly words: string;
  readonly receiver: number;
}

/** A unit asks a body above it that has somebody to answer. */
export function decideAsking(asked: Asked, receivers: readonly number[], dueOn: Day): QuestionStep | Refusal {
  if (!tidy(asked.title)) return refuse("no-title", "Hãy ghi vấn đề trong một dòng.", { field: "title" });
  if (!asked.words.trim()) return refuse("no-words", "Hãy viết nội dung cần hướng dẫn.", { field: "words" });
  if (!receivers.includes(asked.receiver))
    return refuse(
      "no-such-receiver",
      "Hãy chọn cơ quan thường trực cấp trên của đơn vị để gửi; nội dung đã viết vẫn còn.",
      { field: "receiver" },
    );
  return { kind: "asked", words: asked.words.trim(), holder: asked.receiver, dueOn };
}

export function decideAnswering(question: Question, words: string): QuestionStep | Refusal {
  if (question.state !== "open") return notOpen;
  if (!words.trim()) return refuse("no-answer", "Hãy viết nội dung hướng dẫn, trả lời.", { field: "answer" });
  return { kind: "answered", words: words.trim(), holder: question.holder, dueOn: null };
}

const notOpen = movedOn("not-open", "Kiến nghị này không còn chờ trả lời; hãy xem lại diễn biến bên dưới.");

/** Beyond one's own power: passed to a body above, with the reason and the day by which it should answer. */
export function decideEscalating(
  question: Question,
  to: { readonly body: number; readonly why: string; readonly dueOn: Day },
  receivers: readonly number[],
  today: Day,
): QuestionStep | Refusal {
  if (question.state !== "open") return notOpen;
  if (!receivers.includes(to.body))
    return refuse("no-such-receiver", "Hãy chọn một cơ quan cấp trên để chuyển.", { field: "body" });
  if (!tidy(to.why))
    return refuse("no-why", "Hãy nêu lý do chuyển, ví dụ vượt thẩm quyền.", { field: "why" });
  if (to.dueOn < today)
    return refuse("due-in-the-past", `Ngày ${writeDay(to.dueOn)} đã qua; hãy chọn một ngày sau.`, {
      field: "dueOn",
    });
  return { kind: "escalated", words: to.why.trim(), holder: to.body, dueOn: to.dueOn };
}

/** The answer leaves something open: the unit asks the same body again. */
export function decideReopening(question: Question, words: string, dueOn: Day): QuestionStep | Refusal {
  if (question.state !== "answered")
    return movedOn("not-answered", "Chỉ hỏi lại được khi kiến nghị đã có trả lời và chưa kết thúc.");
  if (!words.trim()) return refuse("no-words", "Hãy viết điều còn chưa rõ.", { field: "again" });
  return { kind: "reopened", words: words.trim(), holder: question.holder, dueOn };
}

/** The unit is content, or takes the question back before it is answered, saying why. */
export function decideClosing(question: Question, words: string): QuestionStep | Refusal {
  if (question.state === "closed") return movedOn("closed", "Kiến nghị này đã kết thúc.");
  if (question.state === "open" && !words.trim())
    return refuse("no-why", "Chưa có trả lời mà kết thúc thì hãy ghi lý do rút.", { field: "closing" });
  return { kind: "closed", words: words.trim() || null, holder: question.holder, dueOn: null };
}
