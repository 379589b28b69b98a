import { abandonPoll, createPoll } from "../ballots/holding.acts.ts";
import { pollOf, resultOf } from "../ballots/poll.store.ts";
import type { PollMode } from "../ballots/poll.ts";
import { placeOfPapers } from "../org/place.ts";
import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { mayConduct } from "./council.may.ts";
import { findCouncil } from "./council.store.ts";
import { saveItemState } from "./item.store.ts";
import { membersOf } from "./member.store.ts";
import { outcomeOf } from "./outcome.ts";
import { loadSession } from "./session.acts.ts";
import { lockSession, saveSessionEvent } from "./session.store.ts";
import { decideVoteOpening } from "./session.ts";
import { saveOutcomes, saveVote, sessionOfPoll, votesOf } from "./vote.store.ts";
import { draftVote, secretaryOf } from "./vote.ts";
import { isVoting } from "./voting.store.ts";
import { wholeOf } from "./whole.store.ts";
import { quorumIn, reachableNow, type WholeSession } from "./whole.ts";

interface Call {
  readonly sessionId: number;
  readonly items: readonly number[];
  readonly mode: PollMode;
  readonly tellers: readonly number[];
  /** Said after reading that a threshold can no longer be reached. */
  readonly knowing: boolean;
}

/** Calls a vote on items of the agenda; the counting team then opens it on the ballots' own page. */
export const callVote = act({
  name: "council-session.call-vote",
  async run(work, call: Call): Promise<number | Refusal> {
    const loaded = await loadSession(work, call.sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session, whole, council } = loaded;
    const allowed = mayConduct(work.actor, council, session);
    if (isRefusal(allowed)) return allowed;
    const decided = decideVoteOpening(session, quorumIn(whole), await isVoting(work.tx, session.id));
    if (isRefusal(decided)) return decided;
    const beyond = outOfReach(whole, call);
    if (beyond) return beyond;
    const draft = draftVote(whole, call, await bodyOf(work, whole), secretaryOf(whole));
    if (isRefusal(draft)) return draft;
    const poll = await createPoll(work, draft);
    if (isRefusal(poll)) return poll;
    const asked = whole.items.filter(({ id }) => call.items.includes(id)).map(({ id }) => id);
    await saveVote(work.tx, { poll, session: session.id, round: draft.round, at: work.at }, asked);
    await saveSessionEvent(work.tx, session, { kind: decided }, work.actor);
    work.record("council-session.vote-called", session.id, { poll, items: asked, mode: call.mode });
    return poll;
  },
});

/** Before a vote whoever calls it must have read which thresholds on all members are out of reach. */
function outOfReach(whole: WholeSession, call: Call): Refusal | null {
  if (call.knowing) return null;
  const item = whole.items
    .filter(({ id }) => call.items.includes(id))
    .find((one) => one.kind !== "other" && !reachableNow(whole, one).reachable);
  return item
    ? refuse("out-of-reach", `Mục “${item.title}”: ${reachableNow(whole, item).words}`, { field: "knowing" })
    : null;
}

async function bodyOf(work: Work, { council, session }: WholeSession) {
  const body = await findUnit(work.tx, council.body, session.day);
  return {
    unit: council.body,
    superior: (body?.name ?? council.bodyName).toLocaleUpperCase("vi"),
    place: placeOfPapers(body?.name ?? council.bodyName),
  };
}

/** The vote is called off: quorum lost, or a mistake in its questions. Nothing is opened, nothing counts. */
export const callOffVote = act({
  name: "council-session.call-off-vote",
  async run(
    work,
    { sessionId, poll, reason }: { sessionId: number; poll: number; reason: string },
  ): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayConduct(work.actor, loaded.council, loaded.session);
    if (isRefusal(allowed)) return allowed;
    if (!(await votesOf(work.tx, sessionId)).some((vote) => vote.poll === poll))
      return mayNot("no-such-vote", "Không có lượt bỏ phiếu này.");
    const words = reason.trim();
    if (!words) return refuse("no-reason", "Hãy ghi lý do hủy lượt bỏ phiếu.", { field: "reason" });
    const abandoned = await abandonPoll(work, { poll, reason: words });
    if (isRefusal(abandoned)) return abandoned;
    work.record("council-session.vote-called-off", sessionId, { poll, reason: words });
    return sessionId;
  },
});

/** The ballots stage tells that a vote was counted or called off: items get what it came to, once. */
export const hearCount = act({
  name: "council-session.hear-count",
  async run(work, { poll }: { poll: number }): Promise<number | Refusal> {
    if (!isSystem(work.actor)) return mayNot("system-only", "Việc này chỉ do hệ thống ghi.");
    const sessionId = await sessionOfPoll(work.tx, poll);
    const session = sessionId === null ? null : await lockSession(work.tx, sessionId);
    const council = session && (await findCouncil(work.tx, session.council, session.day));
    if (!session || !council) return movedOn("no-such-vote", "Không có lượt bỏ phiếu này.");
    const whole = await wholeOf(work.tx, session, council, await membersOf(work.tx, council.id, session.day));
    const vote = (await votesOf(work.tx, session.id)).find((one) => one.poll === poll)!;
    const held = await pollOf(work.tx, poll);
    const result = await resultOf(work.tx, poll);
    const waiting = whole.items.filter(
      ({ id, state }) => state === "waiting" && vote.questions.some(({ item }) => item === id),
    );
    // Told twice, it is heard once.
    if (result && waiting.length === 0) return session.id;
    const outcomes = result
      ? waiting.flatMap((item) => outcomeOf(result, vote, item, whole.voters.length))
      : [];
    await saveOutcomes(work.tx, outcomes, work.at);
    await saveItemState(
      work.tx,
      outcomes.map(({ item }) => item),
      "decided",
    );
    await saveSessionEvent(
      work.tx,
      session,
      { kind: "vote-closed", remarks: held?.state === "abandoned" ? "Lượt bỏ phiếu bị hủy." : null },
      work.actor,
    );
    work.record("council-session.count-heard", session.id, { poll, items: outcomes.length });
    return session.id;
  },
});
