import { countingPosts } from "../org/reach.ts";
import { act } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { findComment, saveAnswer, saveComment } from "./comment.store.ts";
import { type AnswerVerdict, decideAnswer, decideComment } from "./comment.ts";
import { loadAsSeen } from "./loading.acts.ts";
import { mayComment, mayDraft } from "./movement.may.ts";
import { isInScope } from "./scope.store.ts";

interface CommentInput {
  readonly movementId: number;
  readonly section: string;
  readonly words: string;
}

/** Somebody asked says what they think of a section of the draft. */
export const commentOnMovement = act({
  name: "movement.comment",
  async run(work, { movementId, section, words }: CommentInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const within = countingPosts(work.actor).flatMap((post) => post.within);
    const allowed = mayComment(work.actor, movement, await isInScope(work.tx, movement.id, within));
    if (isRefusal(allowed)) return allowed;
    const comment = decideComment(section, words);
    if (isRefusal(comment)) return comment;
    const id = await saveComment(work.tx, movement.id, comment, work.actor, work.at);
    work.record("movement.commented", movement.id, { section: comment.section });
    return id;
  },
});

interface AnswerInput {
  readonly movementId: number;
  readonly commentId: number;
  readonly verdict: AnswerVerdict;
  readonly why: string;
}

/** The drafter answers: taken, partly, not, and why. */
export const answerComment = act({
  name: "movement.answer",
  async run(work, { movementId, commentId, verdict, why }: AnswerInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayDraft(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const comment = await findComment(work.tx, movement.id, commentId);
    if (!comment) return movedOn("no-such-comment", "Không còn ý kiến này.");
    const answer = decideAnswer(comment, verdict, why);
    if (isRefusal(answer)) return answer;
    await saveAnswer(work.tx, comment.id, answer, work.actor, work.at);
    work.record("movement.answered", movement.id, { verdict });
    return comment.id;
  },
});
