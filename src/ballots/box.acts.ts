import { act, type Work } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { mayNot } from "../platform/refusal.ts";
import { destroyBox } from "./box.files.ts";
import { loadPoll } from "./poll.store.ts";

export const DESTROY_BOX = "ballots.destroy-box";

/** Has the box's key destroyed as soon as what depends on it has committed, and again until it succeeds. */
export const destroyBoxJob = (work: Work, poll: number): void =>
  work.enqueue(DESTROY_BOX, { poll }, { key: `${DESTROY_BOX} ${poll}` });

/** Destroys the wrapping's key of a vote that is over. Bears being run again. */
export const destroyBoxOf = act({
  name: "poll.destroy-box",
  async run(work, { pollId }: { readonly pollId: number }) {
    if (!isSystem(work.actor))
      return mayNot("not-system", "Việc này hệ thống tự làm khi cuộc bỏ phiếu khép.");
    const poll = await loadPoll(work.tx, pollId);
    if (poll && poll.state !== "prepared" && poll.state !== "voting") await destroyBox(pollId);
    return pollId;
  },
});
