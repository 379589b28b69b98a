import { beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  aSession,
  atTen,
  awardItem,
  buildCouncil,
  type SmallCouncil,
  sitting,
  sure,
} from "../../test/councils-world.ts";
import { as } from "../../test/registrations-world.ts";
import { anActor, world } from "../../test/world.ts";
import { castPlain } from "../ballots/cast.acts.ts";
import { closePoll, countPoll } from "../ballots/counting.acts.ts";
import { lockShare, openPoll } from "../ballots/opening.acts.ts";
import { pollOf, turnoutOf } from "../ballots/poll.store.ts";
import { newOwnCode } from "../ballots/tracking.cipher.ts";
import { systemActor } from "../platform/actor.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { noteAttendance } from "./attendance.acts.ts";
import { allCouncilPages } from "./councils.part.ts";
import { callSession, openSession } from "./session.acts.ts";
import { hearCount } from "./vote.acts.ts";
import { outcomesOf, votesOf } from "./vote.store.ts";

const small = world();
let council: SmallCouncil;
beforeAll(async () => {
  council = await buildCouncil(small);
});

const pagesFor = async (person: number) => browse([allCouncilPages({ offers: [] })], await sitting(person));

test("fifteen members vote on twelve nominees: two by letter, one shut out of his own, 90 % of all", async () => {
  const { voters, secretary, nominees, ministry } = council;
  const { session, items } = await aSession(
    council,
    nominees.map((person) => awardItem(person)),
  );
  sure(await callSession(await as(ministry, "standing", { at: atTen }), { sessionId: session }));
  const own = voters[5]!;

  // The nominee sees that his own dossier is shut, and nothing of it.
  const mine = await pagesFor(own);
  const shut = await mine.get(`/hoi-dong/phien/${session}/muc/${items[2]}`);
  expect(shut.status).toBe(200);
  expect(shut.html).toContain("Hồ sơ này là của chính đồng chí");
  expect(shut.html).not.toContain("Chiến sĩ thi đua");

  // Thirteen are there, two write.
  const noted = voters.map((person, index) => ({
    person,
    standing: index >= 13 ? ("by-letter" as const) : ("present" as const),
    reason: index >= 13 ? "Đi công tác" : null,
  }));
  const secretaryNow = await sitting(secretary);
  sure(await noteAttendance(secretaryNow, { sessionId: session, noted }));
  sure(await openSession(secretaryNow, { sessionId: session }));

  // The secretary calls the vote on the page.
  const page = await pagesFor(secretary);
  const called = await page.post(`/hoi-dong/phien/${session}/bo-phieu`, {
    key: "goi-bo-phieu",
    items: items.map((id) => `${id}`),
    mode: "secret",
    teller1: `${voters[7]}`,
    teller2: `${voters[8]}`,
    teller3: `${voters[9]}`,
  });
  expect([called.status, called.location]).toEqual([303, `/hoi-dong/phien/${session}`]);
  const [vote] = await votesOf(reader(), session);
  const pollId = vote!.poll;
  const held = (await pollOf(reader(), pollId))!;
  expect(held.roll.filter(({ way }) => way === "letter")).toHaveLength(2);
  // Twelve slips ask for the same award: each names whom it asks it for.
  expect(held.questions.map(({ title }) => title)).toEqual(
    held.questions.map(
      ({ nominees: [nominee] }) =>
        `${nominee!.name}: Xét đề nghị tặng danh hiệu Chiến sĩ thi đua ngành Tư pháp`,
    ),
  );

  // The counting team opens it; everybody votes, the first member against the first nominee.
  const tellers = [voters[7]!, voters[8]!];
  for (const teller of tellers)
    sure(await lockShare(await sitting(teller), { pollId, passphrase: `cụm mật khẩu ${teller} đủ dài` }));
  sure(await openPoll(secretaryNow, { pollId }));
  for (const [index, person] of voters.entries()) {
    const answers = items.flatMap((_, at) => {
      if (person === own && at === 2) return [];
      const against = (at === 0 && index < 1) || (at === 1 && index < 2);
      const answer = against ? ("no" as const) : ("yes" as const);
      return [{ question: at + 1, choice: { kind: "approve" as const, answer } }];
    });
    sure(await castPlain(await sitting(person), { pollId, ownCode: newOwnCode(), answers }));
  }
  expect(await turnoutOf(reader(), pollId)).toMatchObject({ voted: 15, roll: 15, members: 15 });

  // The secretary is no member, so she has no ballot.
  expect(await castPlain(secretaryNow, { pollId, ownCode: newOwnCode(), answers: [] })).toMatchObject({
    refusal: "no-such-poll",
  });

  sure(await closePoll(secretaryNow, { pollId }));
  const opening = {
    passphrases: tellers.map((person) => ({ person, passphrase: `cụm mật khẩu ${person} đủ dài` })),
    recovery: null,
  };
  sure(await countPoll(await sitting(tellers[0]!), { pollId, opening }));
  const system = systemActor("Kiểm phiếu", atTen, onDay(atTen));
  sure(await hearCount(system, { poll: pollId }));
  sure(await hearCount(system, { poll: pollId }));

  // 90 % of fifteen are fourteen: 14 pass, 13 do not, and his own 14 of those who might vote pass.
  const outcomes = await outcomesOf(reader(), session);
  expect(
    outcomes.map(({ item, yes, no, needed, passed }) => [items.indexOf(item), yes, no, needed, passed]),
  ).toEqual([
    [0, 14, 1, 14, true],
    [1, 13, 2, 14, false],
    [2, 14, 0, 14, true],
    ...items.slice(3).map((_, index) => [index + 3, 15, 0, 14, true]),
  ]);

  // Everybody reads the results but the nominee his own.
  const others = await (await pagesFor(voters[3]!)).get(`/hoi-dong/phien/${session}`);
  expect(others.html.match(/>Đạt</g)).toHaveLength(11);
  expect(others.html).toContain("13/15 thành viên, bằng 86,6 % đồng ý");
  const his = await mine.get(`/hoi-dong/phien/${session}`);
  expect(his.html.match(/>Đạt</g)).toHaveLength(10);
  expect(his.html.match(/Hồ sơ của chính đồng chí/g)).toHaveLength(1);

  // A stranger finds nothing.
  const stranger = browse([allCouncilPages({ offers: [] })], anActor({ person: nominees[0]! }));
  expect((await stranger.get(`/hoi-dong/phien/${session}`)).status).toBe(404);
  expect((await stranger.get("/hoi-dong")).html).not.toContain("ngành Tư pháp</a>");
}, 60_000);
