import type { Instant } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { isSection, type SectionKey, sectionNames } from "./sections.ts";

/** A comment (ý kiến góp ý) on one section of a draft, and how the drafter took it. */
export interface Comment {
  readonly id: number;
  readonly section: CommentSection;
  readonly unitName: string | null;
  readonly authorName: string;
  readonly authorPost: string | null;
  readonly words: string;
  readonly at: Instant;
  readonly answer: Answer | null;
}

export interface Answer {
  readonly verdict: AnswerVerdict;
  readonly why: string;
  readonly actorName: string;
  readonly at: Instant;
}

export type CommentSection = SectionKey | "chung";

export const commentSectionNames: Readonly<Record<CommentSection, string>> = {
  chung: "Ý kiến chung",
  ...sectionNames,
};

export type AnswerVerdict = "taken" | "partly" | "not";

export const verdictNames: Readonly<Record<AnswerVerdict, string>> = {
  taken: "Tiếp thu",
  partly: "Tiếp thu một phần",
  not: "Không tiếp thu",
};

export const verdicts = Object.keys(verdictNames) as readonly AnswerVerdict[];

export function decideComment(
  section: string,
  words: string,
): { section: CommentSection; words: string } | Refusal {
  if (section !== "chung" && !isSection(section))
    return refuse("no-section", "Hãy chọn phần cần góp ý.", { field: "section" });
  const said = words.trim();
  if (!said) return refuse("no-words", "Hãy viết ý kiến góp ý.", { field: "words" });
  return { section, words: said };
}

/** Every comment is answered once, with a reason; “taken” may go without one. */
export function decideAnswer(
  comment: Comment,
  verdict: AnswerVerdict,
  why: string,
): Omit<Answer, "at" | "actorName"> | Refusal {
  if (comment.answer) return movedOn("already-answered", "Ý kiến này đã được trả lời.");
  if (verdict !== "taken" && !tidy(why))
    return refuse("no-why", "Hãy nêu lý do khi không tiếp thu hoặc chỉ tiếp thu một phần.", { field: "why" });
  return { verdict, why: tidy(why) };
}
