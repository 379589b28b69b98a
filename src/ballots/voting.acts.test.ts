import { beforeAll, describe, expect, test } from "vitest";
import {
  answers,
  aPoll,
  aPollDraft,
  bothPassphrases,
  counted,
  firstTeller,
  inAct,
  opened,
  passphrases,
  secondTeller,
  secretary,
  sure,
  votes,
} from "../../test/ballots-world.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { castBallot, castPlain } from "./cast.acts.ts";
import { recount } from "./count.cipher.ts";
import { exportOf } from "./count.store.ts";
import { closePoll, countPoll } from "./counting.acts.ts";
import { abandonPoll, admitVoter, createPoll, endVoter, withdrawNominee } from "./holding.acts.ts";
import { lockShare, openPoll } from "./opening.acts.ts";
import { enterPapers, issuePaper, moveToPaper } from "./paper.acts.ts";
import { pollOf, resultOf, turnoutOf } from "./poll.store.ts";
import { secondRound } from "./second-round.ts";
import { newOwnCode } from "./tracking.cipher.ts";

const small = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildMinistry(small);
});

const yesNo = (first: "yes" | "no" | "blank", second: "yes" | "no" | "blank") =>
  answers(aPollDraft(ministry).questions, [first, second]);

const numbers = async (poll: number) =>
  (await resultOf(reader(), poll))!.questions.map(({ issued, valid, invalid, nominees }) => [
    issued,
    valid,
    invalid,
    ...nominees.map(({ yes, no, blank, passed }) => [yes, no, blank, passed]),
  ]);

const papers = (yes: number, no: number, blank: number, invalid = 0) => {
  const valid = yes + no + blank;
  const returned = valid + invalid;
  return { issued: returned, returned, valid, invalid, nominees: [{ yes, no, blank, places: [] }] };
};

describe("a secret vote", () => {
  test("is opened by two passphrases, cast, closed, counted and counted again from its export", async () => {
    const pollId = await aPoll(ministry);
    const refused = await openPoll(await as(ministry, secretary), { pollId });
    expect(refused).toMatchObject({ refusal: "passphrases-missing" });
    await opened(ministry, pollId);
    await votes(ministry, pollId, "minister", yesNo("yes", "no"));
    await votes(ministry, pollId, "lawHead", yesNo("yes", "yes"));
    await votes(ministry, pollId, "lawOfficer", yesNo("yes", "blank"));
    await votes(ministry, pollId, "inspector", yesNo("yes", "no"));
    expect(await turnoutOf(reader(), pollId)).toEqual({
      poll: pollId,
      state: "voting",
      voted: 4,
      onPaper: 0,
      roll: 6,
      members: 7,
    });
    expect(await resultOf(reader(), pollId)).toBeNull();
    await counted(ministry, pollId);
    expect(await numbers(pollId)).toEqual([
      [4, 4, 0, [4, 0, 0, true]],
      [4, 4, 0, [1, 2, 1, false]],
    ]);
    const recorded = (await exportOf(reader(), (await pollOf(reader(), pollId))!))!;
    expect(await recount(recorded)).toEqual({
      canonical: (await resultOf(reader(), pollId))!.canonical,
      differences: [],
    });
  });

  test("one person votes once, in whatever tab; the same codes sent twice are the same ballot", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const minister = await as(ministry, "minister");
    const first = { pollId, ownCode: newOwnCode(), answers: yesNo("yes", "no") };
    expect(await castPlain(minister, first)).toBe(pollId);
    expect(await castPlain(minister, first)).toBe(pollId);
    const second = await castPlain(minister, { ...first, ownCode: newOwnCode() });
    expect(second).toMatchObject({ refusal: "already-voted", kind: "moved-on" });
    const lawHead = await as(ministry, "lawHead");
    const both = await Promise.all(
      [newOwnCode(), newOwnCode()].map((ownCode) => castPlain(lawHead, { ...first, ownCode })),
    );
    expect(both.filter((one) => one === pollId)).toHaveLength(1);
    expect(both.find((one) => one !== pollId)).toMatchObject({ refusal: "already-voted" });
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ voted: 2 });
  });

  test("is closed to strangers, to the ended, before it opens and after it closes", async () => {
    const pollId = await aPoll(ministry);
    const cast = async (who: Parameters<typeof as>[1]) =>
      castPlain(await as(ministry, who), { pollId, ownCode: newOwnCode(), answers: yesNo("yes", "no") });
    expect(await cast("minister")).toMatchObject({ refusal: "not-open" });
    await opened(ministry, pollId);
    expect(await cast("executor")).toMatchObject({ refusal: "no-such-poll" });
    await inAct((work) =>
      endVoter(work, { poll: pollId, person: ministry.people.lawHead, reason: "Thôi tham gia Hội đồng." }),
    );
    expect(await cast("lawHead")).toMatchObject({ refusal: "ended", sentence: "Thôi tham gia Hội đồng." });
    sure(await closePoll(await as(ministry, secretary), { pollId }));
    expect(await cast("minister")).toMatchObject({ refusal: "closed" });
  });

  test("takes neither too many nor unequal nor missing slips", async () => {
    const pollId = await aPoll(ministry, {
      questions: [
        {
          kind: "choose",
          title: "Đơn vị dẫn đầu",
          nominees: ["A", "B", "C"].map((key) => ({ name: key, note: "", key })),
          pick: 2,
          seats: 1,
          threshold: null,
        },
      ],
    });
    await opened(ministry, pollId);
    const minister = await as(ministry, "minister");
    const tooMany = await castPlain(minister, {
      pollId,
      ownCode: newOwnCode(),
      answers: [{ question: 1, choice: { kind: "choose", chosen: [1, 2, 3] } }],
    });
    expect(tooMany).toMatchObject({ refusal: "too-many", field: "cau-1" });
    const short = { question: 1, envelope: new Uint8Array(20), code: "ABCDEFGHJKMN" };
    expect(await castBallot(minister, { pollId, slips: [short] })).toMatchObject({ refusal: "wrong-slips" });
    expect(await castBallot(minister, { pollId, slips: [] })).toMatchObject({ refusal: "wrong-slips" });
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ voted: 0 });
  });

  test("what opens to nothing or breaks the rules is an invalid paper, counted as such", async () => {
    const pollId = await aPoll(ministry, { questions: [aPollDraft(ministry).questions[0]!] });
    await opened(ministry, pollId);
    const junk = { question: 1, envelope: new Uint8Array(240).fill(7), code: "ABCDEFGHJKMN" };
    sure(await castBallot(await as(ministry, "minister"), { pollId, slips: [junk] }));
    await votes(ministry, pollId, "lawHead", yesNo("yes", "yes").slice(0, 1));
    await counted(ministry, pollId);
    expect(await numbers(pollId)).toEqual([[2, 1, 1, [1, 0, 0, false]]]);
  });

  test("a member gets no slip for their own dossier; papers of the others cannot be told apart by it", async () => {
    const draft = aPollDraft(ministry);
    const pollId = await aPoll(ministry, {
      roll: draft.roll.map((voter, at) =>
        at === 1
          ? { ...voter, excluded: [{ question: 2, nominee: 1, reason: "Hồ sơ của chính bạn." }] }
          : voter,
      ),
    });
    await opened(ministry, pollId);
    const lawHead = await as(ministry, "lawHead");
    const whole = { pollId, ownCode: newOwnCode(), answers: yesNo("yes", "yes") };
    expect(await castPlain(lawHead, whole)).toBe(pollId);
    await votes(ministry, pollId, "minister", yesNo("yes", "yes"));
    await counted(ministry, pollId);
    expect(await numbers(pollId)).toEqual([
      [2, 2, 0, [2, 0, 0, false]],
      [1, 1, 0, [1, 0, 0, false]],
    ]);
  });

  test("a nominee withdrawn while voting is not considered; no ballot is touched", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    for (const who of ["minister", "lawHead", "lawOfficer", "roomHead"] as const)
      await votes(ministry, pollId, who, yesNo("yes", "yes"));
    await inAct((work) =>
      withdrawNominee(work, { poll: pollId, question: 2, nominee: 1, reason: "Xin rút." }),
    );
    await votes(ministry, pollId, "inspector", yesNo("yes", "no").slice(0, 1));
    await counted(ministry, pollId);
    expect(await numbers(pollId)).toEqual([
      [5, 5, 0, [5, 0, 0, true]],
      [5, 5, 0, [0, 0, 0, false]],
    ]);
  });

  test("a newcomer is admitted while the vote is held, up to the number of members", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    const newcomer = (name: "executor" | "roomMember") =>
      inAct((work) =>
        admitVoter(work, {
          poll: pollId,
          voter: { ...aPollDraft(ministry).roll[0]!, person: ministry.people[name], name },
        }),
      );
    await newcomer("executor");
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ roll: 7 });
    await expect(newcomer("roomMember")).rejects.toThrow("more-voters-than-members");
  });
});

describe("the shares", () => {
  const closedPoll = async () => {
    const pollId = await aPoll(ministry);
    const recovery = await opened(ministry, pollId);
    await votes(ministry, pollId, "minister", yesNo("yes", "no"));
    sure(await closePoll(await as(ministry, secretary), { pollId }));
    return { pollId, recovery };
  };

  test("a forgotten passphrase: the other teller and the recovery share open", async () => {
    const { pollId, recovery } = await closedPoll();
    const teller = await as(ministry, secondTeller);
    const [, mine] = bothPassphrases(ministry);
    const wrong = { person: ministry.people[firstTeller], passphrase: "không nhớ nữa rồi" };
    const open = (passphrase: readonly { person: number; passphrase: string }[], other: string | null) =>
      countPoll(teller, { pollId, opening: { passphrases: passphrase, recovery: other } });
    expect(await open([wrong, mine!], null)).toMatchObject({ refusal: "wrong-passphrase" });
    expect(await open([mine!], null)).toMatchObject({ refusal: "two-shares" });
    expect(await open([mine!, mine!], null)).toMatchObject({ refusal: "wrong-shares" });
    expect(await open([mine!], `${recovery.slice(0, -2)}00`)).toMatchObject({ refusal: "wrong-recovery" });
    expect(await resultOf(reader(), pollId)).toBeNull();
    expect(await open([mine!], recovery.toLowerCase())).toBe(pollId);
    expect((await resultOf(reader(), pollId))!.questions[0]!.nominees[0]!.yes).toBe(1);
  });

  test("a recovery share of another vote does not open this one", async () => {
    const { pollId } = await closedPoll();
    const { recovery } = await closedPoll();
    const outcome = await countPoll(await as(ministry, firstTeller), {
      pollId,
      opening: { passphrases: bothPassphrases(ministry).slice(0, 1), recovery },
    });
    expect(outcome).toMatchObject({ refusal: "wrong-recovery" });
  });

  test("two shares lost: the vote is held again on paper, nothing is guessed", async () => {
    const { pollId } = await closedPoll();
    sure(
      await moveToPaper(await as(ministry, "minister"), {
        pollId,
        papers: "instead",
        reason: "Hai người giữ khóa quên cụm mật khẩu.",
      }),
    );
    const teller = await as(ministry, firstTeller);
    sure(await enterPapers(teller, { pollId, counts: [papers(5, 1, 0), papers(2, 4, 0)] }));
    sure(await countPoll(teller, { pollId, opening: { passphrases: [], recovery: null } }));
    expect(await numbers(pollId)).toEqual([
      [6, 6, 0, [5, 1, 0, true]],
      [6, 6, 0, [2, 4, 0, false]],
    ]);
    expect((await resultOf(reader(), pollId))!.canonical).toContain(
      "Lá phiếu trên máy không mở, không tính (đã chuyển sang phiếu giấy): 1\n",
    );
  });

  test("only a share holder sets a passphrase, long enough, and only before the vote is opened", async () => {
    const pollId = await aPoll(ministry);
    const secretaryActs = await as(ministry, secretary);
    const teller = await as(ministry, firstTeller);
    expect(await lockShare(secretaryActs, { pollId, passphrase: "một hai ba bốn" })).toMatchObject({
      refusal: "no-share",
    });
    expect(await lockShare(teller, { pollId, passphrase: "ngắn" })).toMatchObject({
      refusal: "short-passphrase",
    });
    await opened(ministry, pollId);
    expect(await lockShare(teller, { pollId, passphrase: passphrases[firstTeller] })).toMatchObject({
      refusal: "already-open",
    });
  });
});

describe("paper and hands", () => {
  test("papers join midway: whoever took one votes no more on a screen, both are counted together", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    await votes(ministry, pollId, "minister", yesNo("yes", "no"));
    sure(
      await moveToPaper(await as(ministry, secretary), {
        pollId,
        papers: "together",
        reason: "Mất mạng giữa chừng.",
      }),
    );
    const teller = await as(ministry, firstTeller);
    const give = (name: "minister" | "lawHead" | "lawOfficer") =>
      issuePaper(teller, { pollId, person: ministry.people[name] });
    expect(await give("minister")).toMatchObject({ refusal: "voted-already" });
    expect(await give("lawHead")).toBe(pollId);
    expect(await give("lawHead")).toMatchObject({ refusal: "voted-already" });
    expect(await give("lawOfficer")).toBe(pollId);
    const cast = { pollId, ownCode: newOwnCode(), answers: yesNo("yes", "yes") };
    expect(await castPlain(await as(ministry, "lawHead"), cast)).toMatchObject({ refusal: "already-voted" });
    sure(await closePoll(await as(ministry, secretary), { pollId }));
    const enter = (counts: Parameters<typeof enterPapers>[1]["counts"]) =>
      enterPapers(teller, { pollId, counts });
    expect(await enter([papers(3, 0, 0), papers(0, 0, 0)])).toMatchObject({
      refusal: "too-many-issued",
      field: "cau.0.issued",
    });
    expect(await enter([{ ...papers(2, 0, 0), valid: 1 }, papers(1, 1, 0)])).toMatchObject({
      refusal: "valid-and-invalid",
    });
    sure(await enter([papers(1, 0, 0, 1), papers(1, 1, 0)]));
    sure(
      await countPoll(teller, {
        pollId,
        opening: { passphrases: bothPassphrases(ministry), recovery: null },
      }),
    );
    expect(await numbers(pollId)).toEqual([
      [3, 2, 1, [2, 0, 0, false]],
      [3, 3, 0, [1, 2, 0, false]],
    ]);
  });

  test("a show of hands needs no key: opened, closed, entered, counted", async () => {
    const pollId = await aPoll(ministry, { mode: "hands" });
    sure(await openPoll(await as(ministry, secretary), { pollId }));
    expect(
      await castPlain(await as(ministry, "minister"), {
        pollId,
        ownCode: newOwnCode(),
        answers: yesNo("yes", "yes"),
      }),
    ).toMatchObject({ refusal: "not-on-screens" });
    sure(await closePoll(await as(ministry, secretary), { pollId }));
    const teller = await as(ministry, firstTeller);
    expect(await countPoll(teller, { pollId, opening: { passphrases: [], recovery: null } })).toMatchObject({
      refusal: "papers-missing",
    });
    sure(await enterPapers(teller, { pollId, counts: [papers(4, 1, 1), papers(3, 3, 0)] }));
    sure(await countPoll(teller, { pollId, opening: { passphrases: [], recovery: null } }));
    expect(await numbers(pollId)).toEqual([
      [6, 6, 0, [4, 1, 1, true]],
      [6, 6, 0, [3, 3, 0, false]],
    ]);
  });

  test("quorum lost midway: the vote ends uncounted, and nothing can be opened any more", async () => {
    const pollId = await aPoll(ministry);
    await opened(ministry, pollId);
    await votes(ministry, pollId, "minister", yesNo("yes", "no"));
    await inAct((work) => abandonPoll(work, { poll: pollId, reason: "Không còn đủ số thành viên dự họp." }));
    expect(
      await countPoll(await as(ministry, firstTeller), {
        pollId,
        opening: { passphrases: bothPassphrases(ministry), recovery: null },
      }),
    ).toMatchObject({ refusal: "not-closed" });
    expect(await turnoutOf(reader(), pollId)).toMatchObject({ state: "abandoned", voted: 1 });
  });
});

test("a tie at the cut leads to a second round among the tied alone", async () => {
  const nominees = ["Cục A", "Cục B", "Cục C"].map((name) => ({ name, note: "", key: name }));
  const pollId = await aPoll(ministry, {
    questions: [{ kind: "rank", title: "Đơn vị dẫn đầu cụm", nominees, points: [2, 1], seats: 1 }],
  });
  await opened(ministry, pollId);
  const rank = (...places: number[]) => [{ question: 1, choice: { kind: "rank", places } as const }];
  await votes(ministry, pollId, "minister", rank(1, 2));
  await votes(ministry, pollId, "lawHead", rank(2, 1));
  await votes(ministry, pollId, "lawOfficer", rank(1));
  await votes(ministry, pollId, "roomHead", rank(2, 3));
  await counted(ministry, pollId);
  const result = (await resultOf(reader(), pollId))!;
  expect(result.questions[0]!.nominees.map(({ points, passed, tied }) => [points, passed, tied])).toEqual([
    [5, false, true],
    [5, false, true],
    [1, false, false],
  ]);
  const next = secondRound((await pollOf(reader(), pollId))!, result)!;
  expect([next.round, next.repeats, next.questions]).toEqual([
    2,
    pollId,
    [
      {
        kind: "choose",
        title: "Đơn vị dẫn đầu cụm (vòng 2)",
        nominees: nominees.slice(0, 2),
        pick: 1,
        seats: 1,
        threshold: null,
      },
    ],
  ]);
  expect(await inAct((work) => createPoll(work, next))).toBeGreaterThan(pollId);
});
