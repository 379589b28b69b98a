import { act } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { loadFor, loadSeen } from "./loading.acts.ts";
import { commentsOf, plansOf, saveAnswer, saveComment, savePlan } from "./plan.store.ts";
import { type CommentVerdict, decideAnswer, decideSections, type Section, writePlan } from "./plan.ts";
import { mayRun, mayWriteFor } from "./pledge.may.ts";
import { touchPledge } from "./pledge.store.ts";
import { type KeptPaper, planIsOpen, stateNames } from "./pledge.ts";
import { tellCluster, tellUnit } from "./telling.acts.ts";

interface DraftInput {
  readonly pledgeId: number;
  /** Number of the version that was on the page; 0 for none. */
  readonly from: number;
  readonly sections: readonly Section[];
  readonly source: KeptPaper | null;
}

/** Saves a new version of the draft; the versions before stay. The same words make no new version. */
export const draftPlan = act({
  name: "pledge.draft-plan",
  async run(work, input: DraftInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    if (!planIsOpen(pledge.state))
      return movedOn(
        "already-adopted",
        `Kế hoạch đang ở bước “${stateNames[pledge.state]}” nên không sửa được nữa.`,
      );
    const [latest] = await plansOf(work.tx, pledge.id);
    if ((latest?.number ?? 0) !== input.from)
      return movedOn(
        "plan-moved-on",
        "Dự thảo vừa được lưu ở cửa sổ khác. Phần vừa nhập vẫn còn dưới đây; hãy xem bản mới rồi lưu lại.",
      );
    const sections = decideSections(input.sections);
    if (isRefusal(sections)) return sections;
    if (latest && writePlan(latest.sections) === writePlan(sections)) return latest.number;
    const number = input.from + 1;
    const source = { file: input.source?.file ?? null, fileName: input.source?.fileName ?? null };
    await savePlan(work.tx, pledge.id, { number, sections, ...source }, work.actor, work.at);
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.plan-drafted", pledge.id, { number });
    return number;
  },
});

interface CommentInput {
  readonly pledgeId: number;
  readonly unit: number;
  readonly section: string | null;
  readonly words: string;
}

/** A member comments on the draft, or a delegate's words at the conference are written down for it. */
export const commentOnPlan = act({
  name: "pledge.comment",
  async run(work, input: CommentInput): Promise<number | Refusal> {
    const pledge = await loadSeen(work, input.pledgeId);
    if (isRefusal(pledge)) return pledge;
    const own = mayWriteFor(work.actor, pledge, input.unit);
    const allowed = isRefusal(own) ? mayRun(work.actor, pledge) : own;
    if (isRefusal(allowed)) return allowed;
    const member = pledge.members.find(({ unit }) => unit === input.unit);
    if (!member) return refuse("not-a-member", "Hãy chọn đơn vị góp ý.", { field: "unit" });
    if (pledge.state !== "in-comment")
      return movedOn("not-in-comment", "Dự thảo không ở bước lấy ý kiến nên chưa nhận góp ý.");
    const words = tidy(input.words);
    if (!words) return refuse("no-words", "Hãy ghi nội dung góp ý.", { field: "words" });
    const [plan] = await plansOf(work.tx, pledge.id);
    const comment = {
      ...{ unit: member.unit, unitName: member.name, planVersion: plan?.number ?? 0 },
      ...{ section: input.section, words },
    };
    await saveComment(work.tx, pledge.id, comment, work.actor, work.at);
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.commented", pledge.id, { unit: member.unit });
    await tellCluster(
      work,
      pledge,
      `${member.name} góp ý dự thảo kế hoạch của ${pledge.clusterName}.`,
      "/ke-hoach",
    );
    return pledge.id;
  },
});

interface AnswerInput {
  readonly pledgeId: number;
  readonly commentId: number;
  readonly verdict: CommentVerdict;
  readonly answer: string;
}

/** The cluster answers a comment: taken, in part, or declined with the reason. */
export const answerComment = act({
  name: "pledge.answer-comment",
  async run(work, input: AnswerInput): Promise<number | Refusal> {
    const pledge = await loadFor(work, input.pledgeId, (one) => mayRun(work.actor, one));
    if (isRefusal(pledge)) return pledge;
    const comment = (await commentsOf(work.tx, pledge.id)).find(({ id }) => id === input.commentId);
    if (!comment) return refuse("no-such-comment", "Không có ý kiến này.", { kind: "moved-on" });
    const words = decideAnswer(comment, input.answer);
    if (isRefusal(words)) return words;
    await saveAnswer(work.tx, comment.id, { verdict: input.verdict, words }, work.actor, work.at);
    await touchPledge(work.tx, pledge.id, work.at);
    work.record("pledge.comment-answered", pledge.id, { comment: comment.id, verdict: input.verdict });
    const sentence = `${pledge.clusterName} đã trả lời góp ý của ${comment.unitName}.`;
    await tellUnit(work, pledge, comment.unit, sentence, "/ke-hoach");
    return pledge.id;
  },
});
