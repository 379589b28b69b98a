import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { decideReach, type NewReach, reachTotals, writeShare } from "./launch-reach.ts";

const given: NewReach = { way: "conference", on: day("2021-02-25"), reached: 40, staff: 50, words: null };
const launchedOn = day("2021-02-22");
const today = day("2021-02-26");

describe("an occasion on which people were reached", () => {
  test.each([
    ["first of all", given, [], null],
    ["the rest of the people", { ...given, reached: 10 }, [{ reached: 40, withdrawn: false }], null],
    [
      "one more than there are",
      { ...given, reached: 11 },
      [{ reached: 40, withdrawn: false }],
      "more-than-staff",
    ],
    [
      "an occasion taken back counts no more",
      { ...given, reached: 50 },
      [{ reached: 40, withdrawn: true }],
      null,
    ],
    ["on the day of the launch", { ...given, on: launchedOn }, [], null],
    ["the day before", { ...given, on: day("2021-02-21") }, [], "before-launch"],
    ["today", { ...given, on: today }, [], null],
    ["tomorrow", { ...given, on: day("2021-02-27") }, [], "not-yet"],
  ] as const)("%s", (_case, typed, before, refusal) => {
    const decided = decideReach(typed, before, launchedOn, today);
    expect("refusal" in decided ? decided.refusal : null).toBe(refusal);
  });
});

test("units are added up; one that noted nothing has no staff to count", () => {
  const unit = { unitName: "", lastOn: null };
  const totals = reachTotals([
    { ...unit, unit: 1, occasions: 2, reached: 50, staff: 50 },
    { ...unit, unit: 2, occasions: 1, reached: 20, staff: 30 },
    { ...unit, unit: 3, occasions: 0, reached: 0, staff: null },
  ]);
  expect(totals).toEqual({ units: 3, noted: 2, complete: 1, reached: 70, staff: 80 });
});

test.each([
  [50, 60, "83,3%"],
  [999, 1000, "99,9%"],
  [9999, 10000, "99,9%"],
  [50, 50, "100%"],
  [0, 10, "0%"],
  [0, 0, ""],
])("%i of %i is %s", (reached, staff, text) => {
  expect(writeShare(reached, staff)).toBe(text);
});
