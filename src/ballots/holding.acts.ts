import { randomBytes } from "node:crypto";
import { loadNumbers } from "../law/number.store.ts";
import type { Work } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { destroyBoxJob } from "./box.acts.ts";
import { ballotsIn, dropShares, emptyBox } from "./box.store.ts";
import { whyClosed } from "./casting.ts";
import { faultOfDraft, faultOfNewcomer, mayStillClose } from "./holding.ts";
import { loadPoll } from "./poll.store.ts";
import type { Poll, PollDraft, Threshold, VoterDraft } from "./poll.ts";
import {
  saveExclusion,
  saveNewPoll,
  savePollChange,
  savePollEvent,
  saveVoter,
  saveVoterEnd,
  saveWithdrawal,
} from "./poll-save.store.ts";
import { thresholdOf } from "./threshold.ts";

/**
 * What the stages that hold votes call inside their own acts, in their own transaction: the right to hold the vote
 * is theirs to check.
 */
const MARK_BYTES = 12;

/** Makes a vote ready: its questions with their thresholds, its roll, its counting team. Answers its id. */
export async function createPoll(work: Work, draft: PollDraft): Promise<number | Refusal> {
  const fault = faultOfDraft(draft);
  if (fault) return fault;
  const numbers = await loadNumbers(work.tx);
  const thresholds: (Threshold | null)[] = [];
  for (const question of draft.questions) {
    const asked = question.kind === "rank" ? null : question.threshold;
    const threshold = asked === null ? null : thresholdOf(asked, draft.members, draft.on, numbers);
    if (isRefusal(threshold)) return threshold;
    thresholds.push(threshold);
  }
  const mark = randomBytes(MARK_BYTES).toString("base64url");
  const id = await saveNewPoll(work.tx, draft, mark, thresholds);
  await savePollEvent(work.tx, id, "created", work.actor);
  work.record("poll.created", id, { origin: draft.origin.subject, mode: draft.mode, round: draft.round });
  return id;
}

const unknown = (): Refusal => refuse("no-such-poll", "Không có cuộc bỏ phiếu này.");

const isRunning = (poll: Poll): boolean => poll.state === "prepared" || poll.state === "voting";

/** A nominee withdraws before or during the vote: no ballot is touched, choices for them count for nobody. */
export async function withdrawNominee(
  work: Work,
  asked: {
    readonly poll: number;
    readonly question: number;
    readonly nominee: number;
    readonly reason: string;
  },
): Promise<number | Refusal> {
  const poll = await loadPoll(work.tx, asked.poll);
  if (!poll) return unknown();
  if (!isRunning(poll) && poll.state !== "closed")
    return movedOn("counted", "Cuộc bỏ phiếu đã kiểm xong nên không rút đề cử được nữa.");
  const question = poll.questions.find(({ ordinal }) => ordinal === asked.question);
  const nominee = question?.nominees.find(({ ordinal }) => ordinal === asked.nominee);
  if (!nominee) return refuse("no-such-nominee", "Không có đề cử này trong cuộc bỏ phiếu.");
  await saveWithdrawal(
    work.tx,
    { poll: poll.id, question: asked.question, ordinal: asked.nominee },
    asked.reason,
  );
  await savePollEvent(work.tx, poll.id, "nominee-withdrawn", work.actor, `${nominee.name}: ${asked.reason}`);
  work.record("poll.nominee-withdrawn", poll.id, { question: asked.question, nominee: asked.nominee });
  return poll.id;
}

/** Somebody arrives after the roll was drawn up; from then on they may vote. */
export async function admitVoter(
  work: Work,
  asked: { readonly poll: number; readonly voter: VoterDraft },
): Promise<number | Refusal> {
  const poll = await loadPoll(work.tx, asked.poll);
  if (!poll) return unknown();
  if (!isRunning(poll))
    return movedOn("closed", "Cuộc bỏ phiếu đã khép nên không thêm người bỏ phiếu được nữa.");
  const fault = faultOfNewcomer(poll, asked.voter);
  if (fault) return fault;
  await saveVoter(work.tx, poll.id, poll.roll.length + 1, asked.voter);
  await savePollEvent(work.tx, poll.id, "voter-admitted", work.actor, asked.voter.name);
  work.record("poll.voter-admitted", poll.id, { person: asked.voter.person });
  return poll.id;
}

/** Membership ended, or a conflict that closes the vote: no ballot from then on; one already cast stays. */
export async function endVoter(
  work: Work,
  asked: { readonly poll: number; readonly person: number; readonly reason: string },
): Promise<number | Refusal> {
  const poll = await loadPoll(work.tx, asked.poll);
  if (!poll) return unknown();
  const voter = poll.roll.find(({ person }) => person === asked.person);
  if (!voter) return refuse("not-on-roll", "Người này không có trong danh sách bỏ phiếu.");
  if (!isRunning(poll)) return movedOn("closed", "Cuộc bỏ phiếu đã khép; danh sách không đổi được nữa.");
  await saveVoterEnd(work.tx, poll.id, asked.person, asked.reason);
  await savePollEvent(work.tx, poll.id, "voter-ended", work.actor, `${voter.name}: ${asked.reason}`);
  work.record("poll.voter-ended", poll.id, { person: asked.person });
  return poll.id;
}

/**
 * A conflict declared while the vote is prepared or held closes the question to whoever has not voted: their
 * ballot carries it no more, and one sealed before is sent back. Answers false where it is too late for that: they
 * have voted or took a paper, or papers without names are out; then nothing is touched.
 */
export async function closeQuestion(
  work: Work,
  asked: {
    readonly poll: number;
    readonly person: number;
    readonly question: number;
    readonly reason: string;
  },
): Promise<boolean | Refusal> {
  const poll = await loadPoll(work.tx, asked.poll);
  if (!poll) return unknown();
  const voter = poll.roll.find(({ person }) => person === asked.person);
  const question = poll.questions.find(({ ordinal }) => ordinal === asked.question);
  if (!voter || !question || !mayStillClose(poll, voter)) return false;
  if (whyClosed(voter, question) !== null) return true;
  await saveExclusion(work.tx, poll.id, voter.person, [
    ...voter.excluded.filter((one) => one.question !== asked.question),
    { question: asked.question, nominee: null, reason: asked.reason },
  ]);
  await savePollEvent(
    work.tx,
    poll.id,
    "conflict-noted",
    work.actor,
    `${voter.name} không bỏ phiếu nội dung ${asked.question}: ${asked.reason}`,
  );
  work.record("poll.question-closed", poll.id, { person: asked.person, question: asked.question });
  return true;
}

/** A conflict found after voting: written down with the chair's decision, never mended by touching a ballot. */
export async function noteConflict(
  work: Work,
  asked: { readonly poll: number; readonly person: number; readonly decision: string },
): Promise<number | Refusal> {
  const poll = await loadPoll(work.tx, asked.poll);
  if (!poll) return unknown();
  const voter = poll.roll.find(({ person }) => person === asked.person);
  if (!voter) return refuse("not-on-roll", "Người này không có trong danh sách bỏ phiếu.");
  await savePollEvent(work.tx, poll.id, "conflict-noted", work.actor, `${voter.name}: ${asked.decision}`);
  work.record("poll.conflict-noted", poll.id, { person: asked.person });
  return poll.id;
}

/** Quorum lost, or called off: ends uncounted. What was cast stays sealed and can be opened by nobody. */
export async function abandonPoll(
  work: Work,
  asked: { readonly poll: number; readonly reason: string },
): Promise<number | Refusal> {
  const poll = await loadPoll(work.tx, asked.poll);
  if (!poll) return unknown();
  if (poll.state === "counted" || poll.state === "abandoned")
    return movedOn("ended", "Cuộc bỏ phiếu đã kết thúc nên không dừng được nữa.");
  if (poll.state === "voting") await emptyBox(work.tx, poll.id, await ballotsIn(work.tx, poll.id));
  await dropShares(work.tx, poll.id);
  await savePollChange(work.tx, poll.id, { state: "abandoned" });
  await savePollEvent(work.tx, poll.id, "abandoned", work.actor, asked.reason);
  work.record("poll.abandoned", poll.id, { reason: asked.reason });
  destroyBoxJob(work, poll.id);
  if (poll.origin.tell)
    work.enqueue(poll.origin.tell, { poll: poll.id, subject: poll.origin.subject, state: "abandoned" });
  return poll.id;
}
