import { beforeAll, describe, expect, test } from "vitest";
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
import { world } from "../../test/world.ts";
import { castPlain } from "../ballots/cast.acts.ts";
import { closePoll, countPoll } from "../ballots/counting.acts.ts";
import { openPoll } from "../ballots/opening.acts.ts";
import { enterPapers } from "../ballots/paper.acts.ts";
import { pollOf } from "../ballots/poll.store.ts";
import { newOwnCode } from "../ballots/tracking.cipher.ts";
import { systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { noteAttendance } from "./attendance.acts.ts";
import type { Standing } from "./attendance.ts";
import { declareConflict, reportConflict, ruleOnConflict } from "./conflict.acts.ts";
import { declaredIn } from "./conflict.store.ts";
import { endMember, seatMember } from "./council.acts.ts";
import { councilOffers } from "./council.offers.ts";
import { addItem, changeItem, moveItem, openItem, withdrawItem } from "./item.acts.ts";
import { itemsOf } from "./item.store.ts";
import { membersOf } from "./member.store.ts";
import { votersOn } from "./member.ts";
import { callSession, closeSession, openSession } from "./session.acts.ts";
import { findSession, sessionEventsOf } from "./session.store.ts";
import { callOffVote, callVote, hearCount } from "./vote.acts.ts";
import { outcomesOf } from "./vote.store.ts";

const small = world();
let council: SmallCouncil;
beforeAll(async () => {
  council = await buildCouncil(small, { secret: false, tie: "not-passed" });
});

const note = async (session: number, standings: Readonly<Record<number, Standing>>) =>
  noteAttendance(await sitting(council.secretary), {
    sessionId: session,
    noted: Object.entries(standings).map(([person, standing]) => ({
      person: Number(person),
      standing,
      reason: null,
    })),
  });

const present = (people: readonly number[]) =>
  Object.fromEntries(people.map((person) => [person, "present" as const]));

/** A meeting that is open with these people present. */
async function aMeeting(nominees: readonly number[], people: readonly number[]) {
  const built = await aSession(
    council,
    nominees.map((person) => awardItem(person)),
  );
  sure(
    await callSession(await as(council.ministry, "standing", { at: atTen }), { sessionId: built.session }),
  );
  sure(await note(built.session, present(people)));
  sure(await openSession(await sitting(council.secretary), { sessionId: built.session }));
  return built;
}

const call = async (session: number, items: readonly number[], knowing = false) =>
  callVote(await sitting(council.voters[0]!), {
    sessionId: session,
    items,
    mode: "hands",
    tellers: council.voters.slice(7, 10),
    knowing,
  });

/** Counts a show of hands to its end: so many yes, the others of those who may vote no. */
async function counted(poll: number, yes: readonly number[]) {
  const secretary = await sitting(council.secretary);
  const roll = (await pollOf(reader(), poll))!;
  sure(await openPoll(secretary, { pollId: poll }));
  sure(await closePoll(secretary, { pollId: poll }));
  const counts = roll.questions.map((question, at) => {
    const voters = roll.roll.filter(
      ({ excluded }) => !excluded.some((one) => one.question === question.ordinal),
    ).length;
    const nominee = { yes: yes[at]!, no: voters - yes[at]!, blank: 0, places: [] };
    return { issued: voters, returned: voters, valid: voters, invalid: 0, nominees: [nominee] };
  });
  const teller = await sitting(council.voters[7]!);
  sure(await enterPapers(teller, { pollId: poll, counts }));
  sure(await countPoll(teller, { pollId: poll, opening: { passphrases: [], recovery: null } }));
  sure(await hearCount(systemActor("Kiểm phiếu", atTen, onDay(atTen)), { poll }));
}

describe("quorum", () => {
  test("a session opens only with 80 % of the members, and says how many that are", async () => {
    const { session } = await aSession(council, [awardItem(council.nominees[0]!)]);
    const secretary = await sitting(council.secretary);
    expect(await openSession(secretary, { sessionId: session })).toMatchObject({ refusal: "not-called" });
    sure(await callSession(secretary, { sessionId: session }));
    sure(await note(session, present(council.voters.slice(0, 11))));
    expect(await openSession(secretary, { sessionId: session })).toMatchObject({
      refusal: "no-quorum",
      sentence:
        "Cần ít nhất 12 trong 15 thành viên (80 %, phiên xét khen thưởng); có 11 người có mặt: chưa đủ điều kiện họp.",
    });
    sure(await note(session, { [council.voters[11]!]: "by-letter" }));
    expect(await openSession(secretary, { sessionId: session })).toBe(session);
  });

  test("lost midway it stops the opening of votes until somebody comes back, and both stand in the record", async () => {
    const { session, items } = await aMeeting([council.nominees[0]!], council.voters.slice(0, 12));
    sure(await note(session, { [council.voters[11]!]: "left" }));
    expect(await call(session, items, true)).toMatchObject({ refusal: "no-quorum", kind: "moved-on" });
    sure(await note(session, { [council.voters[11]!]: "present", [council.voters[12]!]: "present" }));
    sure(await call(session, items, true));
    expect((await sessionEventsOf(reader(), session)).map(({ kind }) => kind)).toEqual([
      "called",
      "opened",
      "quorum-lost",
      "quorum-regained",
      "vote-opened",
    ]);
  });

  test("lost while a vote runs: the vote is called off and its items wait again", async () => {
    const { session, items } = await aMeeting([council.nominees[0]!], council.voters.slice(0, 14));
    const poll = sure(await call(session, items));
    sure(
      await note(
        session,
        Object.fromEntries(council.voters.slice(10, 14).map((person) => [person, "left" as const])),
      ),
    );
    const secretary = await sitting(council.secretary);
    expect(await closeSession(secretary, { sessionId: session })).toMatchObject({
      refusal: "vote-under-way",
    });
    sure(await callOffVote(secretary, { sessionId: session, poll, reason: "Không còn đủ thành viên." }));
    expect((await pollOf(reader(), poll))!.state).toBe("abandoned");
    expect((await itemsOf(reader(), session, day("2026-03-02"))).map(({ state }) => state)).toEqual([
      "waiting",
    ]);
    expect(await closeSession(secretary, { sessionId: session })).toBe(session);
  });
});

describe("who votes", () => {
  test("the roll: each member once, those who came late too, nobody who is absent, no secretary", async () => {
    const { session, items } = await aMeeting([council.nominees[2]!], council.voters.slice(0, 14));
    const poll = sure(await call(session, items, true));
    const roll = async () => (await pollOf(reader(), poll))!.roll;
    expect((await roll()).map(({ person }) => person).toSorted((a, b) => a - b)).toEqual(
      council.voters.slice(0, 14),
    );
    expect((await roll()).find(({ person }) => person === council.voters[5])!.excluded).toEqual([
      {
        question: 1,
        nominee: null,
        reason: "Đồng chí là người được xét ở mục này nên không bỏ phiếu.",
      },
    ]);
    sure(await note(session, { [council.voters[14]!]: "present", [council.voters[3]!]: "left" }));
    expect((await roll()).map(({ person }) => person)).toContain(council.voters[14]);
    expect((await roll()).find(({ person }) => person === council.voters[3])!.ended).toBe(
      "Vắng mặt, không còn dự phiên họp.",
    );
    expect((await roll()).some(({ person }) => person === council.secretary)).toBe(false);
    const secretary = await sitting(council.secretary);
    expect(await castPlain(secretary, { pollId: poll, ownCode: newOwnCode(), answers: [] })).toMatchObject({
      refusal: "no-such-poll",
    });
    expect((await roll()).some(({ person }) => person === council.voters[0])).toBe(true);
  });

  test("a member whose seat ended before the day is on no roll, and their successor is", async () => {
    const standing = await as(council.ministry, "standing", { at: atTen });
    const members = await membersOf(reader(), council.council, day("2026-03-02"));
    const seat = members.find(({ person }) => person === council.voters[14])!;
    sure(await endMember(standing, { memberId: seat.id, on: day("2026-03-01"), endSymbol: "40/QĐ-BTP" }));
    const after = await membersOf(reader(), council.council, day("2026-03-02"));
    expect(votersOn(after, day("2026-03-02")).map(({ person }) => person)).not.toContain(council.voters[14]);
    expect(votersOn(after, day("2026-02-28"))).toHaveLength(15);
    expect(
      await note(
        (await aSession(council, [awardItem(council.nominees[0]!)])).session,
        present([council.voters[14]!]),
      ),
    ).toMatchObject({ refusal: "not-now" });
    sure(
      await seatMember(standing, {
        councilId: council.council,
        person: council.voters[14]!,
        role: "member",
        from: day("2026-03-01"),
        paperSymbol: "41/QĐ-BTP",
        paperDay: day("2026-03-01"),
      }),
    );
  });

  test("one person in two roles is one voter; two voting roles at once are refused", async () => {
    const standing = await as(council.ministry, "standing", { at: atTen });
    const seat = {
      councilId: council.council,
      from: day("2026-03-01"),
      paperSymbol: "42/QĐ-BTP",
      paperDay: day("2026-03-01"),
    };
    sure(await seatMember(standing, { ...seat, person: council.voters[9]!, role: "helper" }));
    const members = await membersOf(reader(), council.council, day("2026-03-02"));
    expect(votersOn(members, day("2026-03-02"))).toHaveLength(15);
    expect(
      await seatMember(standing, { ...seat, person: council.voters[9]!, role: "vice-chair" }),
    ).toMatchObject({
      refusal: "already-a-member",
    });
    expect(
      await seatMember(standing, { ...seat, person: council.nominees[0]!, role: "chair" }),
    ).toMatchObject({
      refusal: "role-taken",
    });
  });

  test("who presides or keeps the minutes is not of the counting team", async () => {
    const { session, items } = await aMeeting([council.nominees[0]!], council.voters.slice(0, 14));
    const outcome = await callVote(await sitting(council.secretary), {
      sessionId: session,
      items,
      mode: "hands",
      tellers: [council.voters[0]!, council.voters[8]!, council.voters[9]!],
      knowing: true,
    });
    expect(outcome).toMatchObject({ refusal: "teller-presides", field: "tellers" });
  });
});

test("a whole round by written opinion: nobody meets, all fifteen are asked, and who is missing is owed", async () => {
  const { session, items } = await aSession(council, [awardItem(council.nominees[0]!)], "written");
  const secretary = await sitting(council.secretary);
  const owed = async () =>
    (await councilOffers.owed!(reader(), day("2026-03-02"))).filter(
      ({ subject }) => subject === `council-session-${session}`,
    );
  expect(await owed()).toEqual([]);
  sure(await callSession(secretary, { sessionId: session }));
  sure(await openSession(secretary, { sessionId: session }));
  const poll = sure(await call(session, items));
  expect((await pollOf(reader(), poll))!.roll.map(({ way }) => way)).toEqual(
    council.voters.map(() => "letter"),
  );
  expect((await owed()).map(({ unit, what }) => [unit, what])).toEqual([
    [
      council.ministry.ministry,
      "Hội đồng Thi đua - Khen thưởng ngành Tư pháp lấy phiếu xin ý kiến “Phiên họp xét danh hiệu thi đua năm 2026”: còn 15/15 thành viên chưa bỏ phiếu, hạn 02/03/2026",
    ],
  ]);
  await counted(poll, [14]);
  sure(await closeSession(secretary, { sessionId: session }));
  expect(await owed()).toEqual([]);
  expect((await outcomesOf(reader(), session)).map(({ yes, passed }) => [yes, passed])).toEqual([[14, true]]);
});

describe("before and after a vote", () => {
  test("a threshold that can no longer be reached is said first", async () => {
    const { session, items } = await aMeeting([council.nominees[2]!], council.voters.slice(0, 13));
    expect(await call(session, items)).toMatchObject({
      refusal: "out-of-reach",
      field: "knowing",
      sentence:
        "Mục “Xét đề nghị tặng danh hiệu Chiến sĩ thi đua ngành Tư pháp”: Chỉ 12 trong 15 thành viên bỏ phiếu được (1 người không được bỏ phiếu, 2 người vắng mà không gửi phiếu), trong khi cần 14 phiếu đồng ý (90 %): bỏ phiếu lúc này chắc chắn không đạt.",
    });
    sure(await call(session, items, true));
  });

  test("a nominee withdrawn while the vote runs: the others are counted, nothing else is touched", async () => {
    const { session, items } = await aMeeting(council.nominees.slice(0, 2), council.voters);
    const poll = sure(await call(session, items));
    const chair = await sitting(council.voters[0]!);
    expect(await withdrawItem(chair, { sessionId: session, itemId: items[0]!, reason: "  " })).toMatchObject({
      refusal: "no-reason",
      field: "reason",
    });
    sure(await withdrawItem(chair, { sessionId: session, itemId: items[0]!, reason: "Cá nhân xin rút." }));
    await counted(poll, [15, 15]);
    expect((await outcomesOf(reader(), session)).map(({ item, passed }) => [item, passed])).toEqual([
      [items[1], true],
    ]);
    const states = (await itemsOf(reader(), session, day("2026-03-02"))).map(({ state }) => state);
    expect(states).toEqual(["withdrawn", "decided"]);
  });

  test("a conflict found after the vote is ruled on by the chair; the ballots stay, a new vote may follow", async () => {
    const { session, items } = await aMeeting([council.nominees[0]!], council.voters);
    await counted(sure(await call(session, items)), [14]);
    const [item] = items;
    const told = { sessionId: session, itemId: item!, ground: "kinship" as const };
    const member = await sitting(council.voters[4]!);
    expect(await declareConflict(member, { ...told, words: "là anh rể" })).toMatchObject({
      refusal: "after-the-vote",
    });
    const conflictId = sure(
      await reportConflict(await sitting(council.secretary), {
        ...told,
        person: council.voters[4]!,
        words: "là anh rể của người được xét, do thư ký phát hiện",
      }),
    );
    const ruled = { sessionId: session, conflictId, resultStands: false, reason: "Kết quả sát ngưỡng." };
    expect(await ruleOnConflict(await sitting(council.secretary), ruled)).toMatchObject({ kind: "may-not" });
    sure(await ruleOnConflict(await sitting(council.voters[0]!), ruled));
    expect(await ruleOnConflict(await sitting(council.voters[0]!), ruled)).toMatchObject({
      refusal: "already-ruled",
    });
    expect(
      (await declaredIn(reader(), session)).map(({ afterVote, ruling }) => [afterVote, ruling?.resultStands]),
    ).toEqual([[true, false]]);
    expect((await outcomesOf(reader(), session)).map(({ yes }) => yes)).toEqual([14]);
    await counted(sure(await call(session, items)), [13]);
    expect((await outcomesOf(reader(), session)).map(({ yes, passed }) => [yes, passed])).toEqual([
      [13, false],
    ]);
  });

  test("kinship declared before the vote shuts the item to who declared it", async () => {
    const { session, items } = await aMeeting([council.nominees[0]!], council.voters);
    const told = { sessionId: session, itemId: items[0]!, ground: "kinship" as const, words: "là em ruột" };
    sure(await declareConflict(await sitting(council.voters[4]!), told));
    const poll = sure(await call(session, items));
    const voter = (await pollOf(reader(), poll))!.roll.find(({ person }) => person === council.voters[4]);
    expect(voter!.excluded).toHaveLength(1);
    const stranger = await sitting(council.nominees[1]!);
    expect(await declareConflict(stranger, told)).toMatchObject({ refusal: "no-such-session" });
    expect(await declareConflict(await sitting(council.secretary), told)).toMatchObject({
      refusal: "not-a-member",
    });
  });
});

describe("the agenda", () => {
  test("is written while the session is prepared, by who prepares, and not over another's change", async () => {
    const { session, items } = await aSession(council, [
      awardItem(council.nominees[0]!),
      awardItem(council.nominees[1]!),
    ]);
    const secretary = await sitting(council.secretary);
    const named = { sessionId: session, itemId: items[0]! };
    const change = { ...named, ...awardItem(council.nominees[3]!), version: 1 };
    expect(await changeItem(secretary, change)).toBe(items[0]);
    expect(await changeItem(secretary, change)).toMatchObject({ refusal: "stale" });
    sure(await moveItem(secretary, { ...named, by: 1 }));
    expect((await itemsOf(reader(), session, day("2026-03-02"))).map(({ id }) => id)).toEqual([
      items[1],
      items[0],
    ]);
    expect(await moveItem(secretary, { ...named, by: 1 })).toMatchObject({ refusal: "at-the-end" });
    const member = await sitting(council.voters[4]!);
    expect(await addItem(member, { sessionId: session, ...awardItem(council.nominees[4]!) })).toMatchObject({
      kind: "may-not",
    });
    expect(await openItem(secretary, named)).toMatchObject({ refusal: "not-open" });
  });

  test("one's own item cannot be written, moved or withdrawn by oneself, whatever right one holds", async () => {
    const own = council.secretary;
    const { session, items } = await aSession(council, [awardItem(own), awardItem(council.nominees[1]!)]);
    const secretary = await sitting(own);
    const named = { sessionId: session, itemId: items[0]! };
    for (const outcome of [
      await changeItem(secretary, { ...named, ...awardItem(own), version: 1 }),
      await moveItem(secretary, { ...named, by: 1 }),
      await withdrawItem(secretary, { ...named, reason: "Tôi xin rút." }),
    ])
      expect(outcome).toMatchObject({ refusal: "no-such-item", kind: "may-not" });
    expect((await findSession(reader(), session))!.state).toBe("preparing");
  });
});
