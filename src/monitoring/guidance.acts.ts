import { act } from "../platform/act.ts";
import { isRefusal, mayNot, movedOn, type Refusal } from "../platform/refusal.ts";
import { findGuidance, guidanceFrom, saveGuidance, saveWithdrawal } from "./guidance.store.ts";
import { decidePublishing, decideWithdrawal } from "./guidance.ts";
import { mayAnswer } from "./question.may.ts";
import { lockQuestion } from "./question.store.ts";
import { questionReachOf } from "./question-reach.store.ts";

interface Publishing {
  readonly questionId: number;
  readonly asked: string;
  readonly answer: string;
}

/** The body that answered makes its guidance known to all units below it. */
export const publishGuidance = act({
  name: "guidance.publish",
  async run(work, input: Publishing): Promise<number | Refusal> {
    const question = await lockQuestion(work.tx, input.questionId);
    if (!question) return movedOn("no-such-question", "Không có kiến nghị này.");
    const { serves } = await questionReachOf(work.tx, work.actor);
    const allowed = mayAnswer(serves, question);
    if (isRefusal(allowed)) return allowed;
    const before = await guidanceFrom(work.tx, question.id);
    const words = decidePublishing(question, input, before !== null);
    if (isRefusal(words)) return words;
    const body = { body: question.holder, bodyName: question.holderName };
    const id = await saveGuidance(
      work.tx,
      { question: question.id, movement: question.movement, ...body, ...words },
      work.actor,
    );
    work.record("guidance.published", id, { question: question.id });
    return id;
  },
});

/** Guidance that no longer holds is withdrawn with its reason; it stays readable as withdrawn. */
export const withdrawGuidance = act({
  name: "guidance.withdraw",
  async run(work, input: { guidanceId: number; why: string }): Promise<number | Refusal> {
    const { serves } = await questionReachOf(work.tx, work.actor);
    const guidance = await findGuidance(work.tx, input.guidanceId, serves);
    if (!guidance) return mayNot("not-the-publisher", "Chỉ cơ quan đã phổ biến mới rút được hướng dẫn này.");
    const withdrawal = decideWithdrawal(guidance, input.why);
    if (isRefusal(withdrawal)) return withdrawal;
    await saveWithdrawal(work.tx, guidance.id, withdrawal.why, work.actor);
    work.record("guidance.withdrawn", guidance.id, {});
    return guidance.id;
  },
});
