import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline } from "../platform/deadline.ts";
import {
  type Arrival,
  decideAcceptance,
  decideReturn,
  decideSubmission,
  decideWithdrawal,
  type Review,
  refuseReceipt,
  type SubmissionFacts,
  stateNameOf,
  stateOf,
  writeSignatory,
} from "./review.ts";

const lastNoon = new Date("2021-06-30T05:00:00Z");
const dayAfter = new Date("2021-07-01T05:00:00Z");
const head = { person: 9, name: "Lò Văn Mẫu", title: "Giám đốc", signsFor: null };

const review = (given: Partial<Review> = {}): Review => ({
  id: 1,
  level: "unit",
  movement: 7,
  movementName: "Phong trào",
  kind: "interim",
  year: 2021,
  from: day("2021-01-01"),
  to: day("2021-06-30"),
  unit: 3,
  unitName: "Sở Tư pháp",
  receiver: 1,
  receiverName: "Bộ Tư pháp",
  state: "draft",
  version: 4,
  submittedAt: null,
  arrivedAt: null,
  late: null,
  channel: null,
  dueOn: null,
  changedAt: lastNoon,
  ...given,
});

const facts = (given: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  version: 4,
  deadline: datedDeadline("chậm nhất 30/6", day("2021-06-30"), true),
  empty: [],
  signers: [head],
  named: 9,
  ...given,
});

const arrival = (given: Partial<Arrival> = {}): Arrival => ({
  at: lastNoon,
  channel: "online",
  receivedOn: null,
  lateReason: "",
  remarks: null,
  ...given,
});

const returned = (given: Partial<Review> = {}) =>
  review({
    state: "returned",
    submittedAt: lastNoon,
    arrivedAt: lastNoon,
    late: false,
    channel: "online",
    ...given,
  });

describe("a sending that may not go on", () => {
  const cases = [
    {
      name: "is sent already",
      of: review({ state: "submitted" }),
      facts: facts(),
      refusal: "already-submitted",
    },
    { name: "has changed since the page", of: review(), facts: facts({ version: 3 }), refusal: "stale" },
    {
      name: "has empty sections",
      of: review(),
      facts: facts({ empty: ["Tồn tại"] }),
      refusal: "sections-empty",
    },
    { name: "has nobody to sign", of: review(), facts: facts({ signers: [] }), refusal: "no-head" },
    { name: "names a head of before", of: review(), facts: facts({ named: 8 }), refusal: "head-changed" },
  ];
  test.each(cases)("$name: $refusal", ({ of, facts: given, refusal }) => {
    expect(decideSubmission(of, given, arrival())).toMatchObject({ refusal });
  });

  test("on paper neither words nor a head are asked for here, and nobody here signs", () => {
    const paper = arrival({ channel: "paper", receivedOn: day("2021-06-30"), at: dayAfter });
    const event = decideSubmission(review(), facts({ empty: ["Tồn tại"], signers: [], named: null }), paper);
    expect(event).toMatchObject({ kind: "submitted", late: false, signatory: null });
  });
});

test("a deputy whom the page named signs for the head", () => {
  const signsFor = { capacity: "KT.", office: "Giám đốc" } as const;
  const deputy = { person: 12, name: "Lò Văn Phó", title: "Phó Giám đốc", signsFor };
  const sent = decideSubmission(review(), facts({ signers: [head, deputy], named: 12 }), arrival());
  expect(sent).toMatchObject({ signatory: deputy });
  expect(writeSignatory(deputy)).toBe("Lò Văn Phó, Phó Giám đốc (ký thay Giám đốc)");
});

describe("taking back what was sent", () => {
  const sent = review({
    state: "submitted",
    submittedAt: lastNoon,
    arrivedAt: lastNoon,
    late: false,
    channel: "online",
  });
  const withdraw = (of: Review, given: Partial<{ version: number; reason: string }> = {}) =>
    decideWithdrawal(
      of,
      { version: 4, reason: "Nhầm số liệu", ...given },
      [{ kind: "submitted" }],
      null,
      lastNoon,
    );
  const cases = [
    { name: "accepted before", of: { ...sent, state: "accepted" } as Review, refusal: "not-submitted" },
    { name: "come on paper", of: { ...sent, channel: "paper" } as Review, refusal: "came-on-paper" },
    { name: "changed since", of: sent, given: { version: 3 }, refusal: "stale" },
    { name: "without a reason", of: sent, given: { reason: " " }, refusal: "no-reason" },
  ];
  test.each(cases)("$name: $refusal", ({ of, given, refusal }) => {
    expect(withdraw(of, given)).toMatchObject({ refusal });
  });

  test("it stands again as before: a draft, or returned if it had been sent back", () => {
    expect(withdraw(sent)).toMatchObject({ state: "draft", event: { reason: "Nhầm số liệu" } });
    expect(stateOf([{ kind: "submitted" }, { kind: "withdrawn" }])).toBe("draft");
    expect(
      stateOf([{ kind: "submitted" }, { kind: "returned" }, { kind: "submitted" }, { kind: "withdrawn" }]),
    ).toBe("returned");
  });
});

describe("late or in time", () => {
  const cases = [
    { name: "on the last day", of: review(), at: lastNoon, deadline: facts().deadline, late: false },
    { name: "the day after", of: review(), at: dayAfter, deadline: facts().deadline, late: true },
    { name: "without a deadline", of: review(), at: dayAfter, deadline: null, late: false },
    {
      name: "sent back, its first arrival holds",
      of: returned(),
      at: dayAfter,
      deadline: facts().deadline,
      late: false,
    },
    {
      name: "sent back with a day set, that day holds",
      of: returned({ dueOn: day("2021-06-30") }),
      at: dayAfter,
      deadline: facts().deadline,
      late: true,
    },
  ];
  test.each(cases)("$name", ({ of, at, deadline, late }) => {
    expect(
      decideSubmission(of, facts({ deadline }), arrival({ at, lateReason: "Chờ số liệu" })),
    ).toMatchObject({
      late,
      lateReason: late ? "Chờ số liệu" : null,
      signatory: head,
    });
  });
});

describe("receiving", () => {
  const sent = review({
    state: "submitted",
    submittedAt: lastNoon,
    arrivedAt: lastNoon,
    late: false,
    channel: "online",
  });
  const because = { version: 4, reason: "Thiếu số liệu", dueOn: null };

  test("what was sent is accepted; what was accepted may still be sent back", () => {
    expect(decideAcceptance(sent, { version: 4, remarks: null }, dayAfter)).toMatchObject({
      kind: "accepted",
    });
    expect(decideReturn({ ...sent, state: "accepted" }, because, dayAfter, day("2021-07-01"))).toMatchObject({
      kind: "returned",
      reason: "Thiếu số liệu",
    });
  });

  const cases = [
    { name: "no reason", of: sent, given: { ...because, reason: " " }, refusal: "no-reason" },
    {
      name: "a day gone by",
      of: sent,
      given: { ...because, dueOn: day("2021-06-29") },
      refusal: "due-in-the-past",
    },
    { name: "a draft", of: review(), given: because, refusal: "not-submitted" },
    { name: "a body's own", of: { ...sent, receiver: null }, given: because, refusal: "nobody-receives" },
  ];
  test.each(cases)("is not sent back with $name", ({ of, given, refusal }) => {
    expect(decideReturn(of, given, dayAfter, day("2021-07-01"))).toMatchObject({ refusal });
  });

  test("nothing was received on a day to come", () => {
    expect(refuseReceipt(day("2021-07-02"), day("2021-07-01"))).toMatchObject({
      refusal: "received-in-the-future",
    });
    expect(refuseReceipt(day("2021-07-01"), day("2021-07-01"))).toBe(null);
  });
});

test("the state is folded from what happened; a body's own waits for nobody", () => {
  expect([
    stateOf([]),
    stateOf([{ kind: "submitted" }]),
    stateOf([{ kind: "submitted" }, { kind: "returned" }]),
    stateOf([{ kind: "submitted" }, { kind: "returned" }, { kind: "submitted" }, { kind: "accepted" }]),
  ]).toEqual(["draft", "submitted", "returned", "accepted"]);
  expect([
    stateNameOf(review({ state: "submitted" })),
    stateNameOf(review({ state: "submitted", receiver: null })),
  ]).toEqual(["Đã gửi, chờ tiếp nhận", "Đã ký gửi"]);
});
