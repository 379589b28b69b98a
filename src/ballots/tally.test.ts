import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { shareOf } from "./canonical.ts";
import { countableOf, countOf, type OpenedSlips } from "./export.ts";
import { faultOfDraft } from "./holding.ts";
import type { Poll, PollDraft, Question } from "./poll.ts";
import { isFault, padded, readSlip, SLIP_BYTES, unpadded, writeSlip } from "./slip.ts";
import { type PaperCount, tally } from "./tally.ts";
import { neededOf, stillReachable, thresholdOf } from "./threshold.ts";

const nominees = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ordinal: at + 1,
    name: `Đề cử ${at + 1}`,
    note: "",
    key: `${at + 1}`,
    withdrawn: null as string | null,
  }));

const aQuestion = (given: Partial<Question>): Question => ({
  ordinal: 1,
  kind: "choose",
  title: "Nội dung",
  nominees: nominees(4),
  pick: 2,
  seats: 1,
  points: [],
  threshold: null,
  ...given,
});

const approve = (needed: number) =>
  aQuestion({
    kind: "approve",
    nominees: nominees(1),
    pick: 1,
    threshold: { percent: 90, rule: "at-least", needed, basis: "Điều 33", verified: true },
  });
const rank = aQuestion({ kind: "rank", pick: 3, points: [3, 2, 1] });

test.each([
  [approve(1), "yes", true],
  [approve(1), "YES", false],
  [approve(1), "1", false],
  [aQuestion({}), "1,2", true],
  [aQuestion({}), "blank", true],
  [aQuestion({}), "1,2,3", "too-many"],
  [aQuestion({}), "2,2", "twice"],
  [aQuestion({}), "5", "unknown-nominee"],
  [aQuestion({}), "01", "unreadable"],
  [rank, "3,1,2", true],
  [rank, "3,3", "twice"],
] as const)("a slip %# is read or found invalid", (question, text, outcome) => {
  const read = readSlip(text, question);
  expect(isFault(read) ? read : true).toBe(outcome === false ? "unreadable" : outcome);
});

test("every slip has one length, whatever it says", () => {
  expect(padded("yes")).toHaveLength(SLIP_BYTES);
  expect(padded("1,2,3,4,5,6,7,8,9,10")).toHaveLength(SLIP_BYTES);
  expect(unpadded(padded("1,2"))).toBe("1,2");
  expect(unpadded(padded("1,2").subarray(1))).toBeNull();
});

test.each([
  [9, 90, 9],
  [11, 90, 10],
  [15, 90, 14],
  [17, 90, 16],
  [9, 80, 8],
  [11, 80, 9],
  [15, 80, 12],
  [17, 80, 14],
])("of %i members %i %% are %i votes, in whole numbers", (members, percent, needed) => {
  expect(neededOf(members, percent, "at-least")).toBe(needed);
});

test("more than half of 6 is 4, of 7 is 4; the law of the day gives its own article or refuses", () => {
  expect([neededOf(6, 50, "more-than"), neededOf(7, 50, "more-than")]).toEqual([4, 4]);
  expect(thresholdOf({ by: "law", code: "NATIONAL_EMULATION_FIGHTER" }, 15, day("2025-07-01"))).toMatchObject(
    { percent: 90, needed: 14, basis: "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5" },
  );
  expect(thresholdOf({ by: "law", code: "NATIONAL_EMULATION_FIGHTER" }, 15, day("1990-01-01"))).toMatchObject(
    {
      refusal: "no-threshold",
    },
  );
  const threshold = approve(14).threshold!;
  expect([stillReachable(threshold, 14), stillReachable(threshold, 13)]).toEqual([true, false]);
});

test("shares are whole hundredths, half rounded up", () => {
  expect([
    shareOf(14, 15),
    shareOf(15, 15),
    shareOf(1, 8),
    shareOf(2, 3),
    shareOf(0, 7),
    shareOf(1, 1600),
  ]).toEqual(["93,33 %", "100 %", "12,5 %", "66,67 %", "0 %", "0,06 %"]);
});

test("13 of 15 fail at 90 %, 14 pass; blank and invalid papers help nobody", () => {
  const slips = (yes: number, ...others: string[]) => [...Array<string>(yes).fill("yes"), ...others];
  const [thirteen, fourteen] = [slips(13, "blank", "x"), slips(14, "no")].map((one) =>
    tally(approve(14), one),
  );
  expect([thirteen!.valid, thirteen!.invalid, thirteen!.nominees[0]!.passed]).toEqual([14, 1, false]);
  expect([fourteen!.nominees[0]!.yes, fourteen!.nominees[0]!.no, fourteen!.nominees[0]!.passed]).toEqual([
    14,
    1,
    true,
  ]);
});

test("ranks bring their points, papers and slips together; a withdrawn nominee brings nothing", () => {
  const withdrawn = nominees(4).map((one) => (one.ordinal === 2 ? { ...one, withdrawn: "Xin rút" } : one));
  const none = { yes: 0, no: 0, blank: 0 };
  const papers: PaperCount = {
    issued: 1,
    returned: 1,
    valid: 1,
    invalid: 0,
    nominees: [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ].map((places) => ({ ...none, places })),
  };
  const count = tally({ ...rank, nominees: withdrawn }, ["1,2,3", "3,1", "blank"], papers);
  expect(count.nominees.map(({ points, yes, passed, tied }) => [points, yes, passed, tied])).toEqual([
    [6, 3, false, true],
    [0, 0, false, false],
    [6, 3, false, true],
    [0, 0, false, false],
  ]);
});

test("whoever stands clear of the cut is chosen though the last seat is tied", () => {
  const count = tally(aQuestion({ seats: 2 }), ["1,2", "1,3", "1"]);
  expect(count.nominees.map(({ yes, passed, tied }) => [yes, passed, tied])).toEqual([
    [3, true, false],
    [1, false, true],
    [1, false, true],
    [0, false, false],
  ]);
});

const aRoll = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    person: at + 1,
    name: `Người ${at + 1}`,
    post: "Ủy viên",
    unit: null,
    way: "present" as const,
    excluded: [] as PollDraft["roll"][number]["excluded"],
  }));

const aDraft = (given: Partial<PollDraft> = {}): PollDraft => ({
  origin: { stage: "councils", subject: "1", href: "/", tell: null },
  title: "Bỏ phiếu",
  body: { unit: 1, name: "Hội đồng", superior: null, place: "Hà Nội" },
  mode: "secret",
  members: 5,
  on: day("2026-01-05"),
  roll: aRoll(4),
  officers: [
    { person: 9, name: "Người 9", post: "Thư ký", role: "secretary", holdsShare: false },
    ...[1, 2].map((person) => ({
      person,
      name: `Người ${person}`,
      post: "Ủy viên",
      role: "teller" as const,
      holdsShare: true,
    })),
  ],
  questions: [{ kind: "choose", title: "Chọn", nominees: nominees(3), pick: 3, seats: 1, threshold: null }],
  round: 1,
  repeats: null,
  ...given,
});

test.each([
  ["no-voters", { roll: [] }],
  ["voter-twice", { roll: [...aRoll(3), ...aRoll(1)] }],
  ["more-voters-than-members", { members: 3 }],
  ["too-few-for-secrecy", { roll: aRoll(2) }],
  ["no-tellers", { officers: [] }],
  ["two-share-holders", { officers: aDraft().officers.slice(0, 2) }],
  ["shares-without-secrecy", { mode: "hands" as const }],
  ["no-questions", { questions: [] }],
  [
    "betraying-exclusion",
    { roll: aRoll(4).map((one) => ({ ...one, excluded: [{ question: 1, nominee: 1, reason: "" }] })) },
  ],
  [
    "unknown-exclusion",
    { roll: aRoll(4).map((one) => ({ ...one, excluded: [{ question: 2, nominee: null, reason: "" }] })) },
  ],
])("a draft is refused: %s", (refusal, given) => {
  expect(faultOfDraft(aDraft())).toBeNull();
  expect(faultOfDraft(aDraft(given))).toMatchObject({ refusal });
});

/** A whole session without its envelopes: who votes how, what each slip says. */
const sessions = fc.record({
  kind: fc.constantFrom("approve", "choose", "rank"),
  count: fc.integer({ min: 1, max: 5 }),
  pick: fc.integer({ min: 1, max: 3 }),
  seats: fc.integer({ min: 1, max: 2 }),
  needed: fc.integer({ min: 1, max: 6 }),
  withdrawn: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  voters: fc.array(
    fc.record({
      answer: fc.constantFrom("yes", "no", "blank"),
      order: fc.shuffledSubarray([1, 2, 3, 4, 5]),
      junk: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  turns: fc.infiniteStream(fc.nat()),
});

test("ten thousand sessions: slips = receipts, counts add up, and the recount equals the count in any order", () => {
  fc.assert(
    fc.property(sessions, ({ kind, count, pick, seats, needed, withdrawn, voters, turns }) => {
      const single = kind === "approve";
      const question = aQuestion({
        kind: kind as Question["kind"],
        nominees: nominees(single ? 1 : count).map((one) =>
          one.ordinal === withdrawn ? { ...one, withdrawn: "rút" } : one,
        ),
        pick: single ? 1 : Math.min(pick, count),
        seats: single ? 1 : Math.min(seats, count),
        points: kind === "rank" ? [3, 2, 1].slice(0, Math.min(pick, count)) : [],
        threshold:
          kind === "rank"
            ? null
            : { percent: needed * 10, rule: "at-least", needed, basis: "", verified: true },
      });
      const slips = voters.map(({ answer, order, junk }) => {
        if (junk) return null;
        if (single) return writeSlip({ kind: "approve", answer: answer as "yes" });
        const chosen = order.filter((one) => one <= count).slice(0, question.pick + (junk ? 1 : 0));
        return writeSlip(kind === "rank" ? { kind: "rank", places: chosen } : { kind: "choose", chosen });
      });
      const counted = tally(question, slips);
      expect(counted.returned).toBe(voters.length);
      expect(counted.valid + counted.invalid).toBe(counted.returned);
      expect(counted.valid).toBe(voters.filter(({ junk }) => !junk).length);
      for (const nominee of counted.nominees) {
        const sum = nominee.yes + nominee.no + nominee.blank;
        if (nominee.withdrawn) expect(sum + nominee.points).toBe(0);
        else if (single) expect(sum).toBe(counted.valid);
        else expect(sum).toBeLessThanOrEqual(counted.valid);
        expect(nominee.passed && nominee.tied).toBe(false);
      }
      const winners = counted.nominees.filter(({ passed }) => passed).length;
      expect(winners).toBeLessThanOrEqual(question.seats);
      const shuffled = slips
        .map((slip) => ({ slip, turn: turns.next().value as number }))
        .sort((left, right) => left.turn - right.turn)
        .map(({ slip }) => slip);
      expect(textOf(question, shuffled)).toBe(textOf(question, slips));
    }),
    { numRuns: 10_000 },
  );
});

const poll: Poll = {
  ...aDraft(),
  id: 1,
  mark: "dau",
  state: "closed",
  papers: "none",
  ownDossiers: [],
  publicKey: null,
  openedAt: null,
  closedAt: null,
  countedAt: null,
  members: 10,
  questions: [],
  roll: [],
};

const textOf = (question: Question, slips: readonly (string | null)[]): string => {
  const opened: OpenedSlips = new Map([[1, slips]]);
  const none = { unopened: 0, sessionKey: null, ballots: [], codes: [], papers: null };
  const fingerprint = { count: slips.length, sha256: null };
  const countable = countableOf({ ...poll, questions: [question] }, none);
  return countOf(countable, opened, { ballots: fingerprint, codes: fingerprint }).canonical;
};
