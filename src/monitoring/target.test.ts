import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { decideChange, decideTarget, decideWithdrawal, type NewTarget, type Target } from "./target.ts";
import { enforcementYear, lastEnded, lastOwed, periodsOf } from "./target-period.ts";
import { TYPED } from "./target-source.ts";

const aNewTarget = (given: Partial<NewTarget> = {}): NewTarget => ({
  owner: 1,
  year: 2026,
  movement: null,
  movementPosition: null,
  takenWords: null,
  name: "Vụ việc trợ giúp pháp lý hoàn thành",
  measure: "count",
  counted: "vụ việc",
  counting: "sum",
  direction: "up",
  from: day("2026-01-01"),
  to: day("2026-12-31"),
  rhythm: "quarter",
  reportDays: 10,
  source: TYPED,
  beyond: false,
  base: 100,
  goal: 120,
  paperSymbol: null,
  paperDay: null,
  paperLink: null,
  ...given,
});

const aTarget = (given: Partial<Target> = {}): Target => ({
  ...aNewTarget(),
  id: 1,
  ownerName: "Bộ Tư pháp",
  movementName: null,
  state: "standing",
  version: 3,
  whole: 1,
  ...given,
});

describe("what a target may not say", () => {
  test.each([
    ["a base of nothing", { base: 0 }, "no-base", "base"],
    ["a base below zero", { base: -5 }, "no-base", "base"],
    ["a goal below zero", { goal: -1 }, "goal-below-zero", "goal"],
    ["a goal of nothing going up", { goal: 0 }, "goal-zero", "goal"],
    ["more than the whole", { measure: "percent", goal: 101 }, "share-beyond-the-whole", "goal"],
    [
      "a goal above the base going down",
      { direction: "down", goal: 120, base: 100 },
      "goal-the-wrong-way",
      "goal",
    ],
    ["no name", { name: "  " }, "no-name", "name"],
    ["nothing counted", { counted: "" }, "no-counted", "counted"],
    ["an end before its beginning", { to: day("2025-12-31") }, "ends-before-it-begins", "to"],
    ["two years", { to: day("2027-12-31") }, "odd-year", "to"],
    [
      "a source that counts something else",
      { source: "plans-sent", counting: "running" },
      "source-of-another-measure",
      "source",
    ],
  ] as const)("%s", (_name, given, refusal, field) => {
    expect(decideTarget(aNewTarget(given))).toMatchObject({ refusal, field });
  });

  test("a percentage beyond 100 where more than the whole can be reached", () => {
    expect(decideTarget(aNewTarget({ measure: "percent", goal: 110, beyond: true }))).toMatchObject({
      goal: 110,
      counted: "%",
    });
  });

  test("no overdue dossier at all is a goal when it goes down", () => {
    expect(decideTarget(aNewTarget({ direction: "down", goal: 0, base: 12 }))).toMatchObject({ goal: 0 });
  });
});

describe("what is changed", () => {
  test("what the numbers mean stays once there are numbers", () => {
    const after = aNewTarget({ rhythm: "month" });
    expect(decideChange(aTarget(), after, 3, true)).toMatchObject({
      refusal: "values-stand",
      field: "rhythm",
    });
    expect(decideChange(aTarget(), after, 3, false)).toMatchObject({ rhythm: "month" });
  });

  test("another window was quicker", () => {
    expect(decideChange(aTarget(), aNewTarget(), 2, false)).toMatchObject({
      refusal: "stale",
      kind: "moved-on",
    });
  });

  test("a withdrawal has its reason and happens once", () => {
    expect(decideWithdrawal(aTarget(), " ")).toMatchObject({ refusal: "no-reason" });
    expect(decideWithdrawal(aTarget(), "Chương trình công tác đã sửa")).toEqual({
      reason: "Chương trình công tác đã sửa",
    });
    expect(decideWithdrawal(aTarget({ state: "withdrawn" }), "x")).toMatchObject({ refusal: "withdrawn" });
  });
});

describe("periods", () => {
  const labels = (span: Parameters<typeof periodsOf>[0]) => periodsOf(span).map(({ label }) => label);

  test("quarters of the calendar year", () => {
    expect(labels(aTarget())).toEqual(["Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý IV/2026"]);
  });

  test("the enforcement bodies' year runs from 01/10 to 30/09", () => {
    const span = { ...aTarget(), ...enforcementYear(2026) };
    expect(periodsOf(span).map(({ from, to }) => [from, to])).toEqual([
      ["2025-10-01", "2025-12-31"],
      ["2026-01-01", "2026-03-31"],
      ["2026-04-01", "2026-06-30"],
      ["2026-07-01", "2026-09-30"],
    ]);
    expect(labels(span)[0]).toBe("Quý IV/2025");
    expect(labels({ ...span, rhythm: "half-year" })).toEqual([
      "Kỳ 1 (01/10/2025 đến 31/03/2026)",
      "Kỳ 2 (01/04/2026 đến 30/09/2026)",
    ]);
  });

  test("halves, months, and a year cut short", () => {
    expect(labels({ ...aTarget(), rhythm: "half-year" })).toEqual([
      "6 tháng đầu năm 2026",
      "6 tháng cuối năm 2026",
    ]);
    expect(labels({ ...aTarget(), rhythm: "month", to: day("2026-03-15") })).toEqual([
      "Tháng 1/2026",
      "Tháng 2/2026",
      "Từ 01/03/2026 đến 15/03/2026",
    ]);
  });

  test("a period is owed once its reporting day has passed", () => {
    expect(lastEnded(aTarget(), day("2026-04-01"))?.label).toBe("Quý I/2026");
    expect(lastOwed(aTarget(), day("2026-04-10"))).toBe(undefined);
    expect(lastOwed(aTarget(), day("2026-04-11"))?.label).toBe("Quý I/2026");
  });
});
