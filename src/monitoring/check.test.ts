import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import {
  decideAccepting,
  decideCancelling,
  decideFinding,
  decideHolding,
  decideRefusing,
  decideShowing,
  decideVisit,
  type Finding,
  type FindingState,
  type NewFinding,
  type Visit,
  type VisitState,
} from "./check.ts";

const today = day("2021-06-15");

const visit = (state: VisitState): Visit => ({
  id: 1,
  plan: null,
  planName: null,
  body: 1,
  bodyName: "Bộ Tư pháp",
  unit: 9,
  unitName: "Sở Tư pháp",
  plannedOn: day("2021-06-10"),
  contents: "Đăng ký, theo dõi thi đua",
  team: null,
  state,
  heldOn: state === "held" ? day("2021-06-10") : null,
  summary: state === "held" ? "Cơ bản tốt" : null,
  cancelledWhy: state === "cancelled" ? "Dịch bệnh" : null,
});

const finding = (state: FindingState): Finding => ({
  id: 3,
  visit: 1,
  kind: "fault",
  severity: "serious",
  words: "Chưa lưu minh chứng",
  demand: "Bổ sung minh chứng",
  dueOn: day("2021-06-30"),
  state,
  at: new Date("2021-06-10T03:00:00Z"),
  actorName: "Thanh tra",
});

test("a visit goes to a unit below, and says what it looks at", () => {
  const planned = { plannedOn: today, contents: " Sổ theo dõi ", team: null };
  expect(decideVisit(planned, true)).toEqual({ ...planned, contents: "Sổ theo dõi" });
  expect(decideVisit(planned, false)).toMatchObject({ refusal: "not-below", field: "unit" });
  expect(decideVisit({ ...planned, contents: " " }, true)).toMatchObject({ refusal: "no-contents" });
});

test.each([
  ["planned", "2021-06-10", "Tốt", null],
  ["planned", "2021-06-15", "Tốt", null],
  ["planned", "2021-06-16", "Tốt", "held-in-the-future"],
  ["planned", "2021-06-10", " ", "no-summary"],
  ["held", "2021-06-10", "Tốt", "visit-moved-on"],
  ["cancelled", "2021-06-10", "Tốt", "visit-moved-on"],
] as const)("a visit that is %s is noted as held on %s with “%s”: %s", (state, on, summary, refusal) => {
  const outcome = decideHolding(visit(state), { on: day(on), summary }, today);
  expect("refusal" in outcome ? outcome.refusal : null).toBe(refusal);
});

test("only a planned visit is cancelled, with a reason", () => {
  expect(decideCancelling(visit("planned"), "Thiên tai")).toEqual({ why: "Thiên tai" });
  expect(decideCancelling(visit("planned"), "")).toMatchObject({ refusal: "no-why" });
  expect(decideCancelling(visit("held"), "Thiên tai")).toMatchObject({ refusal: "visit-moved-on" });
});

const fault: NewFinding = {
  kind: "fault",
  severity: "serious",
  words: "Chưa lưu minh chứng",
  demand: "Bổ sung",
  dueOn: day("2021-06-30"),
};

test.each([
  [fault, "open", null],
  [{ ...fault, dueOn: day("2021-06-10") }, "open", null],
  [{ ...fault, demand: null, dueOn: null }, "noted", null],
  [{ ...fault, kind: "good-practice", severity: null, demand: null, dueOn: null }, "noted", null],
  [{ ...fault, words: " " }, null, "no-words"],
  [{ ...fault, severity: null }, null, "no-severity"],
  [{ ...fault, dueOn: null }, null, "no-due-day"],
  [{ ...fault, demand: null }, null, "no-demand"],
  [{ ...fault, dueOn: day("2021-06-09") }, null, "due-before-visit"],
] as const)("a finding %o is %s, or refused: %s", (given, state, refusal) => {
  const outcome = decideFinding(visit("held"), given);
  expect(
    "refusal" in outcome
      ? { state: null, refusal: outcome.refusal }
      : { state: outcome.state, refusal: null },
  ).toEqual({
    state,
    refusal,
  });
});

test("nothing is found on a visit not yet made", () => {
  expect(decideFinding(visit("planned"), fault)).toMatchObject({ refusal: "not-held" });
});

test("a correction is shown while it is demanded, then accepted or refused with a new day", () => {
  expect(decideShowing(finding("open"), "Đã bổ sung")).toEqual({ words: "Đã bổ sung" });
  expect(decideShowing(finding("open"), "")).toMatchObject({ refusal: "no-words" });
  expect(decideShowing(finding("shown"), "Đã bổ sung")).toMatchObject({ refusal: "not-open" });
  expect(decideShowing(finding("accepted"), "Đã bổ sung")).toMatchObject({ refusal: "not-open" });
  expect(decideAccepting(finding("shown"))).toEqual({ state: "accepted" });
  expect(decideAccepting(finding("open"))).toMatchObject({ refusal: "not-shown" });
  const again = { why: "Còn thiếu", dueOn: day("2021-07-15") };
  expect(decideRefusing(finding("shown"), again, today)).toEqual(again);
  expect(decideRefusing(finding("shown"), { ...again, why: " " }, today)).toMatchObject({
    refusal: "no-why",
  });
  expect(decideRefusing(finding("shown"), { ...again, dueOn: day("2021-06-14") }, today)).toMatchObject({
    refusal: "due-in-the-past",
  });
  expect(decideRefusing(finding("accepted"), again, today)).toMatchObject({ refusal: "not-shown" });
});
