import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type Cost, decideCost, decideVoiding, type NewCost, savedOf } from "./cost.ts";

const today = day("2021-06-15");
const cost: NewCost = {
  activity: " Hội nghị  phát động ",
  source: "budget",
  planned: 12_000_000,
  spent: 9_500_000,
  spentOn: today,
  note: " ",
};

test("a cost is put down with its activity, its source and a day that has come", () => {
  expect(decideCost(cost, today)).toEqual({ ...cost, activity: "Hội nghị phát động", note: null });
});

test.each([
  [{ ...cost, activity: " " }, "no-activity", "activity"],
  [{ ...cost, spent: -1 }, "negative-cost", "spent"],
  [{ ...cost, planned: -1 }, "negative-cost", "spent"],
  [{ ...cost, spentOn: day("2021-06-16") }, "spent-in-the-future", "spentOn"],
])("%o is refused: %s", (given, refusal, field) => {
  expect(decideCost(given, today)).toMatchObject({ refusal, field });
});

test("an entry is voided once, with a reason", () => {
  const entry = { ...cost, id: 1, voided: null } as Cost;
  expect(decideVoiding(entry, " Ghi nhầm ")).toEqual({ why: "Ghi nhầm" });
  expect(decideVoiding(entry, "")).toMatchObject({ refusal: "no-why" });
  expect(decideVoiding({ ...entry, voided: "Ghi nhầm" }, "Lần nữa")).toMatchObject({ refusal: "voided" });
});

test("what was saved counts only what had a plan", () => {
  expect(savedOf({ spent: 20, planned: 12, spentOfPlanned: 9, entries: 3 })).toBe(3);
  expect(savedOf({ spent: 20, planned: 12, spentOfPlanned: 15, entries: 3 })).toBe(-3);
  expect(savedOf({ spent: 20, planned: 0, spentOfPlanned: 0, entries: 2 })).toBeNull();
});
