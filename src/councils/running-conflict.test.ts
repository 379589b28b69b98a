import { beforeAll, expect, test } from "vitest";
import {
  aSession,
  awardItem,
  buildCouncil,
  type SmallCouncil,
  sitting,
  sure,
} from "../../test/councils-world.ts";
import { world } from "../../test/world.ts";
import { castPlain } from "../ballots/cast.acts.ts";
import { countFactsOf, historyOf } from "../ballots/count.store.ts";
import { closePoll, countPoll } from "../ballots/counting.acts.ts";
import { lockShare, openPoll } from "../ballots/opening.acts.ts";
import { pollOf } from "../ballots/poll.store.ts";
import { newOwnCode } from "../ballots/tracking.cipher.ts";
import { reader } from "../platform/db.ts";
import { noteAttendance } from "./attendance.acts.ts";
import { declareConflict, reportConflict } from "./conflict.acts.ts";
import { authorisePresiding, callSession, openSession } from "./session.acts.ts";
import { callVote } from "./vote.acts.ts";

const small = world();
let council: SmallCouncil;
beforeAll(async () => {
  council = await buildCouncil(small);
});

/** A meeting with everybody there, and a call for a secret vote on all its items. */
async function meeting(nominees: readonly number[]) {
  const { session, items } = await aSession(
    council,
    nominees.map((person) => awardItem(person)),
  );
  const secretary = await sitting(council.secretary);
  sure(await callSession(secretary, { sessionId: session }));
  const noted = council.voters.map((person) => ({ person, standing: "present" as const, reason: null }));
  sure(await noteAttendance(secretary, { sessionId: session, noted }));
  sure(await openSession(secretary, { sessionId: session }));
  const call = () =>
    callVote(secretary, {
      sessionId: session,
      items,
      mode: "secret",
      tellers: council.voters.slice(7, 10),
      knowing: true,
    });
  return { session, items, call, secretary };
}

test("a conflict declared while the vote runs takes the item off a ballot not yet cast, and off no other", async () => {
  const { session, items, call, secretary } = await meeting(council.nominees.slice(0, 2));
  const pollId = sure(await call());
  const tellers = council.voters.slice(7, 9);
  for (const teller of tellers)
    sure(await lockShare(await sitting(teller), { pollId, passphrase: `cụm mật khẩu ${teller} đủ dài` }));
  sure(await openPoll(secretary, { pollId }));
  const [first, second] = [council.voters[3]!, council.voters[4]!];
  const both = [1, 2].map((question) => ({
    question,
    choice: { kind: "approve" as const, answer: "yes" as const },
  }));
  sure(await castPlain(await sitting(first), { pollId, ownCode: newOwnCode(), answers: both }));
  const told = { sessionId: session, itemId: items[1]!, ground: "kinship" as const, words: "là em ruột" };
  expect(await declareConflict(await sitting(first), told)).toMatchObject({ refusal: "after-the-vote" });
  sure(await reportConflict(secretary, { ...told, person: first }));
  sure(await declareConflict(await sitting(second), told));
  const roll = (await pollOf(reader(), pollId))!.roll;
  const closed = (person: number) => roll.find((voter) => voter.person === person)!.excluded;
  expect([closed(first), closed(second).map(({ question, nominee }) => [question, nominee])]).toEqual([
    [],
    [[2, null]],
  ]);
  // Answers to the closed item are not taken: one slip is sealed, for the other item.
  sure(await castPlain(await sitting(second), { pollId, ownCode: newOwnCode(), answers: both }));
  sure(await closePoll(secretary, { pollId }));
  const passphrases = tellers.map((person) => ({ person, passphrase: `cụm mật khẩu ${person} đủ dài` }));
  sure(await countPoll(await sitting(tellers[0]!), { pollId, opening: { passphrases, recovery: null } }));
  const facts = (await countFactsOf(reader(), pollId))!;
  expect(facts.result.questions.map(({ valid }) => valid)).toEqual([2, 1]);
  expect(facts.happened).toEqual([
    expect.stringMatching(/^Ủy viên E không bỏ phiếu nội dung 2: Mục này đóng với đồng chí theo quy chế/),
  ]);
  expect((await historyOf(reader(), pollId)).map(({ kind }) => kind)).toContain("conflict-noted");
});

test("who presides and is considered hands over first; the vote is refused until then", async () => {
  const [chair, vice] = council.voters;
  const { session, call, secretary } = await meeting([chair!]);
  expect(await call()).toMatchObject({
    refusal: "nominee-in-charge",
    sentence: expect.stringMatching(/^Ủy viên A là người được xét .* nên không chủ trì/),
  });
  sure(await authorisePresiding(secretary, { sessionId: session, person: vice! }));
  const pollId = sure(await call());
  const { officers } = (await pollOf(reader(), pollId))!;
  expect(officers.find(({ role }) => role === "chair")?.person).toBe(vice);
});

test("a secretary who is considered takes no part in running that vote", async () => {
  const { call } = await meeting([council.secretary]);
  const { officers } = (await pollOf(reader(), sure(await call())))!;
  expect(officers.map(({ role }) => role)).toEqual(["chair", "teller-head", "teller", "teller"]);
});
