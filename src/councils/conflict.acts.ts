import { closeQuestion, noteConflict } from "../ballots/holding.acts.ts";
import { pollOf } from "../ballots/poll.store.ts";
import { act, type Work } from "../platform/act.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { declaredIn, saveDeclaration, saveRuling } from "./conflict.store.ts";
import { closedSentence, closesBy, type DeclaredGround, groundNames } from "./conflict.ts";
import { mayConduct, mayPreside, mayTakePart } from "./council.may.ts";
import { itemFor } from "./item.acts.ts";
import { saveItemState } from "./item.store.ts";
import { type LoadedSession, loadSession } from "./session.acts.ts";
import { touchSession } from "./session.store.ts";
import { votesOf } from "./vote.store.ts";

interface Told {
  readonly sessionId: number;
  readonly itemId: number;
  readonly ground: DeclaredGround;
  readonly words: string;
}

/**
 * A member says that they stand in conflict with an item, before they have voted on it. Where the rules shut the
 * item on that ground, a ballot not yet cast carries it no more; one cast stays.
 */
export const declareConflict = act({
  name: "council-conflict.declare",
  async run(work, told: Told): Promise<number | Refusal> {
    const loaded = await loadSession(work, told.sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayTakePart(loaded.council);
    if (isRefusal(allowed)) return allowed;
    const item = itemFor(work, loaded, told.itemId);
    if (isRefusal(item)) return item;
    const person = work.actor.person!;
    const words = told.words.trim() || groundNames[told.ground];
    const voted = await hasVoted(work, loaded, item.id, person);
    if (loaded.session.state === "closed" || voted || item.state !== "waiting")
      return movedOn(
        "after-the-vote",
        "Đã bỏ phiếu về mục này; hãy báo chủ tọa để ghi nhận xung đột phát hiện sau khi bỏ phiếu. Phiếu đã bỏ không bị hủy.",
      );
    const id = await saveDeclaration(
      work.tx,
      { item: item.id, person, ground: told.ground, words, afterVote: false },
      work.actor,
    );
    const closed = await closeOnBallots(work, loaded, { ...told, person });
    if (isRefusal(closed)) return closed;
    await touchSession(work.tx, loaded.session.id);
    work.record("council-conflict.declared", item.id, { person, ground: told.ground });
    return id;
  },
});

/** Takes the item off this member's ballot in every vote that still can be mended so. */
async function closeOnBallots(
  work: Work,
  { session, whole }: LoadedSession,
  { itemId, ground, person }: Told & { person: number },
): Promise<null | Refusal> {
  if (!closesBy(ground, whole.rules)) return null;
  for (const vote of await votesOf(work.tx, session.id)) {
    const asked = vote.questions.find(({ item }) => item === itemId);
    if (!asked) continue;
    const reason = closedSentence(ground);
    const closed = await closeQuestion(work, { poll: vote.poll, person, question: asked.question, reason });
    if (isRefusal(closed)) return closed;
  }
  return null;
}

async function hasVoted(work: Work, { session }: LoadedSession, item: number, person: number) {
  for (const vote of await votesOf(work.tx, session.id)) {
    if (!vote.questions.some((asked) => asked.item === item)) continue;
    const poll = await pollOf(work.tx, vote.poll);
    if (poll?.roll.some((voter) => voter.person === person && voter.voted !== null)) return true;
  }
  return false;
}

/** A conflict that comes to light after the vote is recorded; no ballot is touched. */
export const reportConflict = act({
  name: "council-conflict.report",
  async run(work, { person, ...told }: Told & { person: number }): Promise<number | Refusal> {
    const loaded = await loadSession(work, told.sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayConduct(work.actor, loaded.council, loaded.session);
    if (isRefusal(allowed)) return allowed;
    const item = itemFor(work, loaded, told.itemId);
    if (isRefusal(item)) return item;
    if (!loaded.whole.voters.some((voter) => voter.person === person))
      return refuse("not-a-member", "Hãy chọn một thành viên Hội đồng vào ngày họp.", { field: "person" });
    const words = told.words.trim();
    if (!words) return refuse("no-words", "Hãy ghi xung đột là gì và ai phát hiện.", { field: "words" });
    const voted = await hasVoted(work, loaded, item.id, person);
    const id = await saveDeclaration(
      work.tx,
      { item: item.id, person, ground: told.ground, words, afterVote: voted || item.state === "decided" },
      work.actor,
    );
    const closed = voted ? null : await closeOnBallots(work, loaded, { ...told, person });
    if (isRefusal(closed)) return closed;
    await touchSession(work.tx, loaded.session.id);
    work.record("council-conflict.reported", item.id, { person, ground: told.ground });
    return id;
  },
});

interface Ruled {
  readonly sessionId: number;
  readonly conflictId: number;
  readonly resultStands: boolean;
  readonly reason: string;
}

/** Who presides rules on it under the council's rules: the result stands, or the item is voted on anew. */
export const ruleOnConflict = act({
  name: "council-conflict.rule",
  async run(work, ruled: Ruled): Promise<number | Refusal> {
    const loaded = await loadSession(work, ruled.sessionId);
    if (isRefusal(loaded)) return loaded;
    const allowed = mayPreside(work.actor, loaded.council, loaded.session);
    if (isRefusal(allowed)) return allowed;
    const conflict = (await declaredIn(work.tx, loaded.session.id)).find(({ id }) => id === ruled.conflictId);
    if (!conflict?.afterVote) return mayNot("no-such-conflict", "Không có xung đột này.");
    if (conflict.person === work.actor.person)
      return mayNot("own-conflict", "Chủ tọa không tự quyết định về xung đột của chính mình.");
    const item = itemFor(work, loaded, conflict.item);
    if (isRefusal(item)) return item;
    const reason = ruled.reason.trim();
    if (!reason) return refuse("no-reason", "Hãy ghi lý do của quyết định.", { field: "reason" });
    const decision = `${ruled.resultStands ? "Giữ kết quả" : "Bỏ phiếu lại"}: ${reason}`;
    for (const vote of await votesOf(work.tx, loaded.session.id)) {
      if (!vote.questions.some((asked) => asked.item === item.id)) continue;
      const noted = await noteConflict(work, { poll: vote.poll, person: conflict.person, decision });
      if (isRefusal(noted)) return noted;
    }
    await saveRuling(work.tx, conflict.id, { resultStands: ruled.resultStands, reason }, work.actor);
    if (!ruled.resultStands) await saveItemState(work.tx, [item.id], "waiting");
    await touchSession(work.tx, loaded.session.id);
    work.record("council-conflict.ruled", conflict.id, { resultStands: ruled.resultStands });
    return loaded.session.id;
  },
});
