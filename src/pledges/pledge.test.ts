import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import { attending, decideAttendance } from "./attendance.ts";
import type { Commitment } from "./commitment.ts";
import { decideSections, sectionsOf } from "./plan.ts";
import {
  decideAcceptance,
  decideAdoption,
  decideReturn,
  decideSending,
  type Pledge,
  sentStateOf,
  stateOf,
} from "./pledge.ts";
import {
  composeText,
  decideOpeningForSigning,
  decideSealing,
  decideSigning,
  type PledgeText,
  type Signature,
} from "./signing.ts";
import { tallyOf } from "./tally.ts";
import { decideClosing, decideReport, type Task } from "./task.ts";

const at = new Date("2026-03-20T03:00:00Z");
const today = day("2026-03-20");

const aPledge = (given: Partial<Pledge> = {}): Pledge => ({
  ...{
    id: 1,
    cluster: 10,
    clusterName: "Cụm thi đua số I",
    outside: false,
    receiver: 1,
    receiverName: "Bộ Tư pháp",
  },
  ...{
    year: 2026,
    movement: null,
    movementName: null,
    state: "in-comment",
    sentState: null,
    sentAt: null,
    late: null,
  },
  ...{ common: "Cùng thi đua.", signBy: null, version: 3, changedAt: at },
  conference: {
    ...{ heldOn: day("2026-03-18"), time: null, place: null, agenda: null, guests: null },
    ...{ chair: null, secretary: null, leader: null, proceedings: null },
  },
  ...given,
});

const members = [
  { unit: 1, name: "Vụ A" },
  { unit: 2, name: "Vụ B" },
];

const aCommitment = (given: Partial<Commitment> = {}): Commitment => ({
  ...{
    id: 1,
    unit: 1,
    unitName: "Vụ A",
    words: "Đúng hạn",
    title: null,
    figure: null,
    measure: "%",
    target: 97.5,
  },
  ...{ result: null, resultValue: null, evidence: null, resultAt: null, resultBy: null, version: 1 },
  ...given,
});

const kinds = (...some: Parameters<typeof stateOf>[0][number]["kind"][]) => some.map((kind) => ({ kind }));

describe("where a pledge stands", () => {
  test("is folded from what happened; sending goes beside it", () => {
    expect(stateOf([])).toBe("drafting");
    const events = kinds(
      "opened-for-comments",
      "adopted",
      "opened-for-signing",
      "sent",
      "text-changed",
      "returned",
    );
    expect(stateOf(events)).toBe("signing");
    expect(sentStateOf(events)).toBe("returned");
    expect(sentStateOf(kinds("adopted"))).toBeNull();
    expect(stateOf([...events, ...kinds("sealed", "sent", "accepted")])).toBe("signed");
  });
});

describe("adoption by show of hands", () => {
  const facts = { version: 3, today, unanswered: 0, attending: 9 };
  const hands = { onDay: day("2026-03-18"), inFavour: 5, against: 3, abstained: 1, remarks: null };
  const decided = (change: Partial<typeof facts>, counted: Partial<typeof hands> = {}) =>
    decideAdoption(aPledge(), { ...facts, ...change }, { ...hands, ...counted }, at);

  test("needs more than half of the units that came", () => {
    expect(decided({})).toMatchObject({ kind: "adopted", inFavour: 5 });
    expect(decided({ attending: 10 })).toMatchObject({ refusal: "no-majority" });
  });

  test.each([
    ["an unanswered comment", { unanswered: 1 }, {}, "comments-unanswered"],
    ["nobody on the list", { attending: 0 }, {}, "nobody-attended"],
    ["more hands than units", {}, { inFavour: 7 }, "more-hands-than-units"],
    ["a day to come", {}, { onDay: day("2026-03-21") }, "day-to-come"],
    ["a day before the conference", {}, { onDay: day("2026-03-17") }, "before-the-conference"],
    ["a page drawn before a change", { version: 2 }, {}, "stale"],
  ])("not with %s", (_what, change, counted, refusal) => {
    expect(decided(change, counted)).toMatchObject({ refusal });
  });

  test("not twice", () => {
    expect(decideAdoption(aPledge({ state: "adopted" }), facts, hands, at)).toMatchObject({
      refusal: "not-in-comment",
    });
  });
});

describe("sending to the standing body", () => {
  const arrival = {
    ...{ at, channel: "online" as const, receivedOn: null, lateReason: "", remarks: null, scan: null },
  };
  const facts = (deadline: ReturnType<typeof datedDeadline> | null) => ({
    deadline,
    today,
    planVersion: 2,
    tally: [],
  });
  const adopted = aPledge({ state: "adopted" });

  test("on its last day is in time; “trước ngày” leaves that day out", () => {
    expect(decideSending(adopted, facts(datedDeadline("", today, true)), arrival)).toMatchObject({
      late: false,
    });
    expect(decideSending(adopted, facts(datedDeadline("", today, false)), arrival)).toMatchObject({
      refusal: "late-without-reason",
      field: "lateReason",
    });
    const given = { ...arrival, lateReason: "Chờ ý kiến" };
    expect(decideSending(adopted, facts(datedDeadline("", today, false)), given)).toMatchObject({
      late: true,
      lateReason: "Chờ ý kiến",
    });
  });

  test("nobody is late by a day that does not exist (trước ngày 30/02/2021)", () => {
    const impossible = undatedDeadline("trước ngày 30/02/2021", "impossible");
    expect(decideSending(adopted, facts(impossible), arrival)).toMatchObject({ kind: "sent", late: false });
  });

  test("on paper the day of receipt decides, and it is not still to come", () => {
    const paper = { ...arrival, channel: "paper" as const, receivedOn: day("2026-02-28") };
    const deadline = datedDeadline("", day("2026-02-28"), true);
    expect(decideSending(aPledge({ state: "drafting" }), facts(deadline), paper)).toMatchObject({
      late: false,
    });
    const early = { ...paper, receivedOn: day("2026-03-21") };
    expect(decideSending(adopted, facts(null), early)).toMatchObject({ refusal: "received-in-the-future" });
  });

  test("not before the plan is adopted, nor twice; what came back keeps its first arrival", () => {
    expect(decideSending(aPledge(), facts(null), arrival)).toMatchObject({ refusal: "not-adopted" });
    expect(
      decideSending(aPledge({ state: "adopted", sentState: "sent" }), facts(null), arrival),
    ).toMatchObject({
      refusal: "already-sent",
    });
    const back = aPledge({ state: "adopted", sentState: "returned", late: false });
    expect(decideSending(back, facts(datedDeadline("", day("2026-01-01"), true)), arrival)).toMatchObject({
      late: false,
    });
  });

  test("is returned with a reason or accepted, once, as it was seen", () => {
    const sent = aPledge({ state: "adopted", sentState: "sent" });
    expect(decideReturn(sent, 3, "Thiếu bảng", at)).toMatchObject({
      kind: "returned",
      remarks: "Thiếu bảng",
    });
    expect(decideReturn(sent, 3, " ", at)).toMatchObject({ refusal: "no-reason" });
    expect(decideAcceptance(sent, 2, null, at)).toMatchObject({ refusal: "stale" });
    expect(decideAcceptance(aPledge({ sentState: "accepted" }), 3, null, at)).toMatchObject({
      refusal: "not-sent",
    });
  });
});

describe("the text to sign", () => {
  const text = (given: Partial<PledgeText> = {}): PledgeText => ({
    ...{
      id: 7,
      number: 1,
      text: "…",
      hash: "a".repeat(64),
      units: [1, 2],
      at,
      actorName: "Chủ trì",
      reason: null,
    },
    ...given,
  });
  const signature = (unit: number, of = 7): Signature => ({
    ...{ id: unit, text: of, unit, unitName: `Vụ ${unit}`, way: "online", person: unit, signerName: "A" },
    ...{
      postTitle: "Vụ trưởng",
      onBehalfOf: null,
      onBehalfTitle: null,
      hash: "a".repeat(64),
      at,
      signedOn: today,
    },
    ...{ enteredBy: null, file: null, fileName: null },
  });
  const signing = aPledge({ state: "signing" });
  const facts = { latest: text(), seenHash: "a".repeat(64), onRoster: true, signatures: [] };

  test("is the same for the same words and another for any other", () => {
    const one = composeText(signing, members, [aCommitment()]);
    expect(composeText(signing, members, [aCommitment()])).toBe(one);
    expect(composeText(signing, members, [aCommitment({ target: 98 })])).not.toBe(one);
    expect(composeText({ ...signing, common: "Khác." }, members, [aCommitment()])).not.toBe(one);
  });

  test("is opened once the plan is adopted and every member has promised", () => {
    const adopted = aPledge({ state: "adopted" });
    const both = [aCommitment(), aCommitment({ id: 2, unit: 2 })];
    expect(decideOpeningForSigning(adopted, members, both)).toBe(true);
    expect(decideOpeningForSigning(adopted, members, [aCommitment()])).toMatchObject({
      refusal: "no-commitment",
      sentence: "Chưa có cam kết của: Vụ B.",
    });
    expect(decideOpeningForSigning(aPledge(), members, both)).toMatchObject({ refusal: "not-adopted" });
    expect(decideOpeningForSigning(aPledge({ state: "adopted", common: " " }), members, both)).toMatchObject({
      refusal: "no-common-text",
    });
  });

  test.each([
    ["signed before", { signatures: [signature(1)] }, "already-signed"],
    ["not on the roster", { onRoster: false }, "left-the-roster"],
    ["not in the text", { latest: text({ units: [2] }) }, "not-in-the-text"],
    ["another text than was read", { seenHash: "b".repeat(64) }, "text-changed"],
    ["no text open", { latest: null }, "not-open"],
  ])("is not signed by a unit: %s", (_what, change, refusal) => {
    expect(decideSigning(signing, 1, { ...facts, ...change })).toMatchObject({ refusal });
  });

  test("is signed again when the signature was under an earlier text", () => {
    expect(decideSigning(signing, 1, { ...facts, signatures: [signature(1, 6)] })).toEqual(text());
  });

  test("is sealed when the whole roster signed the roster's own text", () => {
    const all = [signature(1), signature(2)];
    expect(decideSealing(signing, members, all, text())).toEqual(text());
    expect(decideSealing(signing, members, [signature(1), signature(2, 6)], text())).toMatchObject({
      refusal: "not-all-signed",
      sentence: "Chưa ký: Vụ B.",
    });
    expect(decideSealing(signing, [members[0]!], all, text())).toMatchObject({ refusal: "roster-changed" });
    expect(decideSealing(aPledge({ state: "signed" }), members, all, text())).toMatchObject({
      refusal: "already-sealed",
    });
  });
});

describe("attendance", () => {
  const came = (
    unit: number,
    presence: "present" | "absent" | "represented",
    name: string | null = null,
  ) => ({
    ...{ unit, presence, name, title: null },
  });

  test("counts who came and who was stood in for", () => {
    expect(attending([came(1, "present"), came(2, "represented", "B"), came(3, "absent")])).toBe(2);
  });

  test("names members only, and whoever stands in", () => {
    expect(decideAttendance(members, [came(3, "present")])).toMatchObject({ refusal: "not-a-member" });
    expect(decideAttendance(members, [came(1, "present"), came(2, "represented")])).toMatchObject({
      refusal: "no-representative",
      field: "attendance.1.name",
    });
  });
});

describe("a plan's sections", () => {
  test("are read from the headings of a document", () => {
    expect(
      sectionsOf([
        "KẾ HOẠCH",
        "I. Mục đích",
        "Thi đua.",
        "II. Nội dung",
        "1. Một",
        "2. Hai",
        "III. Tổ chức thực hiện",
      ]),
    ).toEqual([
      { title: "Phần mở đầu", text: "KẾ HOẠCH" },
      { title: "Mục đích", text: "Thi đua." },
      { title: "Nội dung", text: "1. Một\n2. Hai" },
      { title: "Tổ chức thực hiện", text: "" },
    ]);
    expect(sectionsOf(["1. Mục đích", "Thi đua.", "2. Nội dung"]).map(({ title }) => title)).toEqual([
      "Mục đích",
      "Nội dung",
    ]);
  });

  test("hold something, each under a name", () => {
    expect(
      decideSections([
        { title: " A ", text: " chữ " },
        { title: "", text: "" },
      ]),
    ).toEqual([{ title: "A", text: "chữ" }]);
    expect(decideSections([{ title: "A", text: "" }])).toMatchObject({ refusal: "empty-plan" });
    expect(decideSections([{ title: "", text: "chữ" }])).toMatchObject({ refusal: "no-heading" });
  });
});

describe("a direction as a task", () => {
  const task = (given: Partial<Task> = {}): Task => ({
    ...{ id: 1, pledge: 1, unit: 1, unitName: "Vụ A", directedBy: "Thứ trưởng", words: "Làm", wording: null },
    ...{ dueOn: null, state: "open", result: null, reportedAt: null, reportedBy: null, closedAt: null },
    ...{ remarks: null, version: 1, ...given },
  });

  test("is reported, then confirmed or given back with the reason", () => {
    expect(decideReport(task(), 1, " Xong ")).toBe("Xong");
    expect(decideReport(task({ state: "done" }), 1, "Xong")).toMatchObject({ refusal: "task-closed" });
    const reported = task({ state: "reported", result: "Xong" });
    expect(decideClosing(reported, 1, true, "")).toBe("done");
    expect(decideClosing(reported, 1, false, "")).toMatchObject({ refusal: "no-reason" });
    expect(decideClosing(reported, 1, false, "Thiếu số liệu")).toBe("open");
    expect(decideClosing(task(), 1, true, "")).toMatchObject({ refusal: "not-reported" });
    expect(decideClosing(reported, 2, true, "")).toMatchObject({ refusal: "stale" });
  });
});

test("the tally is the registrations' figures alone", () => {
  const figure = (code: string, value: number | null) => ({
    code,
    label: code,
    value,
    measure: "lượt",
    href: "/",
  });
  expect(
    tallyOf([
      figure("registrations.sent", 3),
      figure("targets.met", 2),
      figure("registrations.lines.X", null),
    ]),
  ).toEqual([
    { label: "registrations.sent", value: 3, measure: "lượt" },
    { label: "registrations.lines.X", value: null, measure: "lượt" },
  ]);
});
