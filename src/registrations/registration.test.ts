import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import {
  decideAcceptance,
  decideReturn,
  decideSubmission,
  decideWithdrawal,
  type Registration,
  type RegistrationEvent,
  refuseEnded,
  refuseReceipt,
  type SubmissionFacts,
  stateOf,
} from "./registration.ts";

const noon = new Date("2021-02-23T05:00:00Z");
/** 27/02/2021 23:59:59 and the next second, in Vietnam. */
const lastSecond = new Date("2021-02-27T16:59:59Z");
const firstLate = new Date("2021-02-27T17:00:00Z");

const aRegistration = (given: Partial<Registration> = {}): Registration => ({
  id: 1,
  movement: 2,
  movementName: "Phong trào thi đua năm 2021",
  year: 2021,
  unit: 3,
  unitName: "Vụ Pháp luật dân sự - kinh tế",
  receiver: 4,
  receiverName: "Bộ Tư pháp",
  addressees: [4],
  state: "draft",
  version: 7,
  submittedAt: null,
  late: null,
  channel: null,
  dueOn: null,
  changedAt: noon,
  ...given,
});

const someFacts = (given: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  version: 7,
  deadline: datedDeadline("chậm nhất là ngày 27/02/2021", day("2021-02-27"), true),
  movementOpen: true,
  listed: 3,
  targets: 0,
  ended: null,
  ...given,
});

const arrivingAt = (at: Date, lateReason = "") =>
  ({ at, channel: "online", receivedOn: null, lateReason, remarks: null }) as const;

const submitted = (late = false) =>
  ({
    kind: "submitted",
    at: noon,
    late,
    lateReason: null,
    channel: "online",
    receivedOn: null,
    remarks: null,
  }) as const;

test("the state is what happened last; nothing yet is a draft", () => {
  const events: RegistrationEvent[] = [
    submitted(),
    { kind: "returned", at: noon, reason: "thiếu", dueOn: null },
    submitted(),
    { kind: "withdrawn", at: noon, reason: "nhầm" },
    submitted(),
    { kind: "accepted", at: noon, remarks: null },
  ];
  expect(events.map((_event, index) => stateOf(events.slice(0, index)))).toEqual([
    "draft",
    "submitted",
    "returned",
    "submitted",
    "withdrawn",
    "submitted",
  ]);
  expect(stateOf(events)).toBe("accepted");
});

describe("the deadline bites to the second", () => {
  const inclusive = datedDeadline("chậm nhất là ngày 27/02/2021", day("2021-02-27"), true);
  const exclusive = datedDeadline("trước ngày 27/02/2021", day("2021-02-27"), false);
  const impossible = undatedDeadline("trước ngày 30/02/2021", "impossible");
  test.each([
    ["the last second of an inclusive day", inclusive, lastSecond, false],
    ["the first second after an inclusive day", inclusive, firstLate, true],
    ["the last second before an exclusive day", exclusive, new Date("2021-02-26T16:59:59Z"), false],
    ["the first second of an exclusive day", exclusive, new Date("2021-02-26T17:00:00Z"), true],
    ["years after a day that does not exist", impossible, new Date("2026-01-01T00:00:00Z"), false],
    ["without a deadline", null, firstLate, false],
  ])("%s", (_words, deadline, at, late) => {
    const event = decideSubmission(aRegistration(), someFacts({ deadline }), arrivingAt(at, "thiên tai"));
    expect(event).toMatchObject({ kind: "submitted", late, lateReason: late ? "thiên tai" : null });
  });

  test("what came on paper is counted by its day of receipt, whenever it is entered", () => {
    const paper = (receivedOn: string) =>
      decideSubmission(aRegistration(), someFacts(), {
        at: new Date("2021-03-10T05:00:00Z"),
        channel: "paper",
        receivedOn: day(receivedOn),
        lateReason: "đường bưu chính",
        remarks: null,
      });
    expect(paper("2021-02-27")).toMatchObject({ late: false, lateReason: null });
    expect(paper("2021-02-28")).toMatchObject({ late: true, lateReason: "đường bưu chính" });
  });

  test("a late one gives its reason", () => {
    expect(decideSubmission(aRegistration(), someFacts(), arrivingAt(firstLate, "  "))).toMatchObject({
      refusal: "late-without-reason",
      field: "lateReason",
    });
  });
});

describe("what was returned", () => {
  const returned = (given: Partial<Registration>) =>
    aRegistration({ state: "returned", submittedAt: noon, ...given });
  const muchLater = new Date("2021-04-01T05:00:00Z");

  test("keeps its first arrival when it is sent again", () => {
    expect(decideSubmission(returned({ late: false }), someFacts(), arrivingAt(muchLater))).toMatchObject({
      late: false,
    });
    expect(
      decideSubmission(returned({ late: true }), someFacts(), arrivingAt(muchLater, "đã muộn")),
    ).toMatchObject({
      late: true,
    });
  });

  test("is measured by the day the return has set", () => {
    const due = returned({ late: false, dueOn: day("2021-03-31") });
    expect(decideSubmission(due, someFacts(), arrivingAt(new Date("2021-03-31T16:59:59Z")))).toMatchObject({
      late: false,
    });
    expect(
      decideSubmission(due, someFacts(), arrivingAt(new Date("2021-03-31T17:00:00Z"), "bận")),
    ).toMatchObject({
      late: true,
    });
  });

  test("but what was withdrawn arrives anew", () => {
    const withdrawn = aRegistration({ state: "withdrawn", submittedAt: noon, late: false });
    expect(decideSubmission(withdrawn, someFacts(), arrivingAt(muchLater, "sửa"))).toMatchObject({
      late: true,
    });
  });
});

test.each([
  ["already-submitted", "moved-on", { state: "submitted" }, {}],
  ["already-submitted", "moved-on", { state: "accepted" }, {}],
  ["stale", "moved-on", {}, { version: 6 }],
  ["unit-ended", "moved-on", {}, { ended: { on: day("2021-02-01"), successors: [] } }],
  ["movement-closed", "moved-on", {}, { movementOpen: false }],
  ["nothing-registered", "unacceptable", {}, { listed: 0 }],
] as const)("a submission is refused: %s", (refusal, kind, registration, facts) => {
  expect(decideSubmission(aRegistration(registration), someFacts(facts), arrivingAt(noon))).toMatchObject({
    refusal,
    kind,
  });
});

test("targets alone are a registration too", () => {
  expect(
    decideSubmission(aRegistration(), someFacts({ listed: 0, targets: 1 }), arrivingAt(noon)),
  ).toMatchObject({
    kind: "submitted",
  });
});

test("an accepted registration is not withdrawn", () => {
  const accepted = aRegistration({ state: "accepted" });
  expect(decideWithdrawal(accepted, "nhầm", noon)).toMatchObject({ refusal: "already-accepted" });
});

test("only what was sent is withdrawn, with a reason", () => {
  const sent = aRegistration({ state: "submitted" });
  expect(decideWithdrawal(aRegistration(), "nhầm", noon)).toMatchObject({ refusal: "not-submitted" });
  expect(decideWithdrawal(sent, " ", noon)).toMatchObject({ refusal: "no-reason" });
  expect(decideWithdrawal(sent, " nhầm  năm ", noon)).toEqual({
    kind: "withdrawn",
    at: noon,
    reason: "nhầm năm",
  });
});

test("the standing body returns what was sent or accepted, with a reason and no day gone by", () => {
  const today = day("2021-03-01");
  const given = { version: 7, reason: "Thiếu tập thể", dueOn: null };
  const sent = aRegistration({ state: "submitted" });
  expect(decideReturn(sent, given, noon, today)).toEqual({
    kind: "returned",
    at: noon,
    reason: "Thiếu tập thể",
    dueOn: null,
  });
  expect(decideReturn(aRegistration({ state: "accepted" }), given, noon, today)).toMatchObject({
    kind: "returned",
  });
  expect(decideReturn(aRegistration(), given, noon, today)).toMatchObject({ refusal: "not-submitted" });
  expect(decideReturn(sent, { ...given, version: 6 }, noon, today)).toMatchObject({ refusal: "stale" });
  expect(decideReturn(sent, { ...given, reason: "" }, noon, today)).toMatchObject({ refusal: "no-reason" });
  const gone = { ...given, dueOn: day("2021-02-28") };
  expect(decideReturn(sent, gone, noon, today)).toMatchObject({ refusal: "due-in-the-past" });
});

test("an empty list copied from paper is not accepted before its lines are there", () => {
  const sent = aRegistration({ state: "submitted", channel: "paper" });
  const given = { version: 7, remarks: null, listed: 0, targets: 0 };
  expect(decideAcceptance(sent, given, noon)).toMatchObject({ refusal: "nothing-registered" });
  expect(decideAcceptance(sent, { ...given, listed: 1 }, noon)).toEqual({
    kind: "accepted",
    at: noon,
    remarks: null,
  });
});

test("a unit that has ended is told who follows it", () => {
  expect(
    refuseEnded("Cục THADS tỉnh Điện Biên", { on: day("2025-07-01"), successors: ["THADS tỉnh Điện Biên"] }),
  ).toMatchObject({
    sentence:
      "Cục THADS tỉnh Điện Biên đã kết thúc hoạt động từ ngày 01/07/2025; đơn vị kế tục là THADS tỉnh Điện Biên, đề nghị đăng ký tại đó.",
  });
});

test("nothing was received tomorrow", () => {
  expect(refuseReceipt(day("2021-03-02"), day("2021-03-01"))).toMatchObject({ field: "receivedOn" });
  expect(refuseReceipt(day("2021-03-01"), day("2021-03-01"))).toBeNull();
});
