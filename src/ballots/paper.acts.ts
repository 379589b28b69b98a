import { act } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { dropShares, saveReceipt } from "./box.store.ts";
import { savePapers } from "./count.store.ts";
import { abandonPoll } from "./holding.acts.ts";
import { noSuchPoll, unkept } from "./opening.acts.ts";
import { faultOfPapers, type PaperCounts } from "./papers.ts";
import { mayCount, mayDecide } from "./poll.may.ts";
import { loadPoll } from "./poll.store.ts";
import { savePollChange, savePollEvent } from "./poll-save.store.ts";

/**
 * Paper joins a secret vote at any moment: together with the ballots already cast, or instead of them all. With two
 * shares lost it is the only way on. The chair decides, and it is recorded why.
 */
export const moveToPaper = act({
  name: "poll.move-to-paper",
  async run(
    work,
    asked: { readonly pollId: number; readonly papers: "together" | "instead"; readonly reason: string },
  ): Promise<number | Refusal> {
    const poll = await loadPoll(work.tx, asked.pollId);
    if (!poll) return noSuchPoll();
    const allowed = mayDecide(work.actor, poll);
    if (isRefusal(allowed)) return allowed;
    if (poll.mode !== "secret") return movedOn("on-paper-already", "Cuộc này không bỏ phiếu trên máy.");
    if (poll.papers === "instead")
      return movedOn("on-paper-already", "Cuộc bỏ phiếu đã chuyển hẳn sang phiếu giấy.");
    if (poll.state !== "voting" && poll.state !== "closed")
      return movedOn("not-voting", "Chỉ chuyển sang phiếu giấy khi đang bỏ phiếu hoặc chưa kiểm phiếu.");
    if (poll.state === "closed" && asked.papers === "together")
      return movedOn("closed", "Hòm phiếu đã khép; chỉ còn bỏ phiếu lại toàn bộ trên giấy.");
    if (asked.papers === "instead") await dropShares(work.tx, poll.id);
    await savePollChange(work.tx, poll.id, { papers: asked.papers });
    const how = asked.papers === "together" ? "Đếm chung với phiếu trên máy" : "Bỏ lại toàn bộ trên giấy";
    await savePollEvent(work.tx, poll.id, "moved-to-paper", work.actor, `${how}. ${asked.reason}`);
    work.record("poll.moved-to-paper", poll.id, { papers: asked.papers, reason: asked.reason });
    return poll.id;
  },
});

/** A paper is handed to somebody who has not voted on a screen; from then on the screen is closed to them. */
export const issuePaper = unkept(
  act({
    name: "poll.issue-paper",
    async run(work, asked: { readonly pollId: number; readonly person: number }): Promise<number | Refusal> {
      const poll = await loadPoll(work.tx, asked.pollId);
      if (!poll) return noSuchPoll();
      const allowed = mayCount(work.actor, poll);
      if (isRefusal(allowed)) return allowed;
      if (poll.state !== "voting" || poll.papers !== "together")
        return movedOn("no-papers-now", "Lúc này không phát phiếu giấy theo tên.");
      const voter = poll.roll.find(({ person }) => person === asked.person);
      if (!voter || voter.ended)
        return refuse("not-on-roll", "Người này không có quyền bỏ phiếu ở cuộc này.");
      if (voter.voted)
        return movedOn(
          "voted-already",
          `${voter.name} ${voter.voted === "paper" ? "đã nhận phiếu giấy" : "đã bỏ phiếu trên máy"} nên không phát thêm phiếu.`,
        );
      await saveReceipt(work.tx, poll.id, voter.person, "paper");
      return poll.id;
    },
  }),
);

/** The counting team enters papers or hands; what does not add up is sent back with the sum that fails. */
export const enterPapers = act({
  name: "poll.enter-papers",
  async run(
    work,
    asked: { readonly pollId: number; readonly counts: PaperCounts },
  ): Promise<number | Refusal> {
    const poll = await loadPoll(work.tx, asked.pollId);
    if (!poll) return noSuchPoll();
    const allowed = mayCount(work.actor, poll);
    if (isRefusal(allowed)) return allowed;
    if (poll.mode === "secret" && poll.papers === "none")
      return movedOn("no-papers", "Cuộc bỏ phiếu này không có phiếu giấy.");
    if (poll.state !== "closed")
      return movedOn("not-closed", "Nhập số phiếu sau khi khép bỏ phiếu và trước khi kiểm phiếu.");
    const fault = faultOfPapers(poll, asked.counts);
    if (fault) return fault;
    await savePapers(work.tx, poll.id, asked.counts, work.actor);
    work.record("poll.papers-entered", poll.id);
    return poll.id;
  },
});

/** Called off by the chair on our own page: quorum lost, or anything else that ends it uncounted. */
export const callOff = act({
  name: "poll.call-off",
  async run(work, asked: { readonly pollId: number; readonly reason: string }): Promise<number | Refusal> {
    const poll = await loadPoll(work.tx, asked.pollId);
    if (!poll) return noSuchPoll();
    const allowed = mayDecide(work.actor, poll);
    return isRefusal(allowed) ? allowed : abandonPoll(work, { poll: poll.id, reason: asked.reason });
  },
});
