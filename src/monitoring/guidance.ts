import type { Instant } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import type { Question } from "./question.ts";

/** An answer published to every unit of the body that gave it (hỏi – đáp). The asker is not named in it. */
export interface Guidance {
  readonly id: number;
  readonly question: number | null;
  readonly movement: number | null;
  readonly movementName: string | null;
  readonly body: number;
  readonly bodyName: string;
  readonly asked: string;
  readonly answer: string;
  readonly publishedAt: Instant;
  readonly withdrawn: { readonly why: string; readonly at: Instant; readonly actorName: string } | null;
}

/** Only what has been answered is published, in words that stand without the asker's own case. */
export function decidePublishing(
  question: Pick<Question, "state">,
  words: { readonly asked: string; readonly answer: string },
  alreadyPublished: boolean,
): { asked: string; answer: string } | Refusal {
  if (question.state === "open")
    return movedOn("not-answered", "Kiến nghị này chưa có trả lời nên chưa phổ biến được.");
  if (alreadyPublished)
    return movedOn("already-published", "Trả lời này đã được phổ biến; muốn sửa thì rút bản cũ trước.");
  const asked = words.asked.trim();
  const answer = words.answer.trim();
  if (!asked) return refuse("no-words", "Hãy viết câu hỏi.", { field: "asked" });
  if (!answer) return refuse("no-answer", "Hãy viết nội dung hướng dẫn.", { field: "published" });
  return { asked, answer };
}

/** Guidance that no longer holds stays readable with its reason. */
export function decideWithdrawal(guidance: Guidance, why: string): { why: string } | Refusal {
  if (guidance.withdrawn) return movedOn("withdrawn", "Hướng dẫn này đã được rút.");
  if (!why.trim()) return refuse("no-why", "Hãy nêu lý do rút.", { field: "why" });
  return { why: why.trim() };
}
