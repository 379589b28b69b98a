import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Band, Criterion, Rule } from "./criteria.ts";
import { gradeField, type Scored } from "./grade.ts";
import { readHundredths, writeHundredths } from "./points.ts";
import { pointsOf, reachedOf } from "./score.ts";

const rated = (rule: Rule, max: number): Pick<Criterion, "rule" | "max"> => ({ rule, max });
const band = (
  from: number | null,
  fromIncluded: boolean,
  to: number | null,
  toIncluded: boolean,
  points: number,
): Band => ({
  ...{ from, fromIncluded, to, toIncluded, points },
});

describe("reading numbers", () => {
  test.each([
    ["9,5", 950],
    ["9.5", 950],
    [" 10 ", 1000],
    ["0", 0],
    ["0,05", 5],
    ["1.200", 120_000],
    ["1.200,75", 120_075],
  ])("%s is %d hundredths", (text, value) => {
    expect(readHundredths(text)).toBe(value);
  });
  test.each([
    ["-1", "negative"],
    ["−0,5", "negative"],
    ["chín", "not-a-number"],
    ["9,5 điểm", "not-a-number"],
    ["", "not-a-number"],
    ["1,2,3", "not-a-number"],
    ["9,555", "too-fine"],
    ["9999999999999", "too-large"],
  ])("%s is refused", (text, refusal) => {
    expect(readHundredths(text)).toMatchObject({ refusal });
  });
  test("what is written is read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
        expect(readHundredths(writeHundredths(value))).toBe(value);
      }),
    );
  });
});

describe("the formula of Quyết định 2561/QĐ-BTP", () => {
  const over = rated({ kind: "OVERFULFIL", standard: 2000 }, 3000);
  test.each([
    ["all done gives the standard points", 100, 100, 2000],
    ["over-fulfilled gives the standard times what was achieved", 120, 100, 2400],
    ["and never more than the maximum", 200, 100, 3000],
    ["in part gives the share", 75, 100, 1500],
    ["a third is rounded half up in hundredths", 1, 3, 667],
    ["not done gives nothing", 0, 100, 0],
  ])("%s", (_name, actual, planned, points) => {
    expect(pointsOf(over, { actual: actual * 100, planned: planned * 100 })).toBe(points);
  });
  test("what is only proportional is never over its maximum", () => {
    expect(pointsOf(rated({ kind: "PROPORTIONAL" }, 1000), { actual: 12_000, planned: 10_000 })).toBe(1000);
  });
  test("nothing planned is refused, nothing put in has no points", () => {
    expect(pointsOf(over, { actual: 100, planned: 0 })).toMatchObject({ refusal: "nothing-planned" });
    expect(pointsOf(over, { actual: null, planned: 100 })).toBeNull();
  });
});

describe("steps", () => {
  const lateness = rated(
    {
      ...{ kind: "STEP_BANDS", measure: "ngày", whole: true },
      bands: [
        band(0, true, 0, true, 200),
        band(100, true, 200, true, 150),
        band(300, true, 500, true, 100),
        band(600, true, 1000, true, 50),
        band(1000, false, null, false, 0),
      ],
    },
    200,
  );
  // Mẫu Đồng Tháp 2022: muộn 1–2 ngày 1,5; 3–5 ngày 1,0; 6–10 ngày 0,5; trên 10 ngày 0, trên 2 điểm
  test.each([
    [0, 200],
    [1, 150],
    [2, 150],
    [3, 100],
    [5, 100],
    [6, 50],
    [10, 50],
    [11, 0],
    [365, 0],
  ])("%d days late gives %d hundredths of 2 points", (days, points) => {
    expect(pointsOf(lateness, { actual: days * 100, planned: null })).toBe(points);
  });
  test("half a day is no day", () => {
    expect(pointsOf(lateness, { actual: 150, planned: null })).toMatchObject({ refusal: "not-whole" });
  });

  const share = rated(
    {
      ...{ kind: "STEP_BANDS", measure: "%", whole: false },
      bands: [
        band(9500, false, null, false, 150),
        band(7500, true, 9500, true, 100),
        band(5000, true, 7500, false, 50),
        band(null, false, 5000, false, 0),
      ],
    },
    150,
  );
  test.each([
    [9501, 150],
    [9500, 100],
    [7500, 100],
    [7499, 50],
    [5000, 50],
    [4999, 0],
    [0, 0],
  ])("%d hundredths of a per cent give %d", (value, points) => {
    expect(pointsOf(share, { actual: value, planned: null })).toBe(points);
  });
});

describe("events and direct points", () => {
  const deduct = rated({ kind: "DEDUCT_PER_EVENT", per: 150, event: "lần" }, 1000);
  const bonus = rated({ kind: "BONUS", per: 200, event: "sáng kiến" }, 500);
  test.each([
    [0, 1000],
    [1, 850],
    [6, 100],
    [7, 0],
    [20, 0],
  ])("%d events leave %d", (events, points) => {
    expect(pointsOf(deduct, { actual: events * 100, planned: null })).toBe(points);
  });
  test.each([
    [0, 0],
    [2, 400],
    [3, 500],
  ])("%d events give a bonus of %d", (events, points) => {
    expect(pointsOf(bonus, { actual: events * 100, planned: null })).toBe(points);
  });
  test("points given directly stay within the maximum", () => {
    const direct = rated({ kind: "MANUAL" }, 1000);
    expect(pointsOf(direct, { actual: 1000, planned: null })).toBe(1000);
    expect(pointsOf(direct, { actual: 1001, planned: null })).toMatchObject({ refusal: "over-maximum" });
    expect(pointsOf(direct, { actual: -1, planned: null })).toMatchObject({ refusal: "negative" });
  });
  test("no rule gives less than nothing or more than its maximum", () => {
    const entry = fc.record({ actual: fc.nat(1_000_000), planned: fc.integer({ min: 1, max: 1_000_000 }) });
    const rules: Rule[] = [{ kind: "PROPORTIONAL" }, { kind: "OVERFULFIL", standard: 700 }];
    fc.assert(
      fc.property(entry, fc.constantFrom(...rules), (given, rule) => {
        const points = pointsOf(rated(rule, 1000), given);
        expect(points).toSatisfy((value: number) => value >= 0 && value <= 1000 && Number.isInteger(value));
      }),
    );
  });
});

// Quyết định 1682/QĐ-BTP ngày 21/09/2015
const thads = {
  grades: [
    {
      code: "A",
      name: "Loại A",
      from: 18_000,
      conditions: [{ met: 3, othersShortAtMost: null }],
      quota: null,
    },
    {
      ...{ code: "B", name: "Loại B", from: 16_000, quota: null },
      conditions: [
        { met: 2, othersShortAtMost: 1500 },
        { met: 1, othersShortAtMost: 500 },
      ],
    },
    { code: "C", name: "Loại C", from: 12_000, conditions: [], quota: null },
    { code: "D", name: "Loại D", from: 0, conditions: [], quota: null },
  ],
};
const scored = (unit: number, total: number, ...reached: (number | null)[]): Scored => ({
  unit,
  total,
  reached,
});

describe("grades of Quyết định 1682/QĐ-BTP", () => {
  test.each([
    ["180 and all three targets", 18_000, [10_000, 10_000, 10_000], "A"],
    ["a hundredth below 180", 17_999, [10_000, 10_000, 10_000], "B"],
    ["195 with two targets, the third 15 % short", 19_500, [10_000, 10_200, 8500], "B"],
    ["two targets, the third more than 15 % short", 19_500, [10_000, 10_000, 8499], "C"],
    ["one target, the others 5 % short", 16_000, [10_000, 9500, 9500], "B"],
    ["one target, one of the others more than 5 % short", 16_000, [10_000, 9500, 9499], "C"],
    ["no target at all", 19_000, [9900, 9900, 9900], "C"],
    ["a target nobody knows is not reached", 19_000, [10_000, 10_000, null], "C"],
    ["below 160", 15_999, [10_000, 10_000, 10_000], "C"],
    ["below 120", 11_999, [10_000, 10_000, 10_000], "D"],
  ])("%s", (_name, total, reached, grade) => {
    expect(gradeField(thads, [scored(1, total, ...reached)], null).rows[0]?.grade).toBe(grade);
  });
  test("a share of the plan is rounded down: almost is not reached", () => {
    expect(reachedOf({ actual: 99_999, planned: 100_000 })).toBe(9999);
    expect(reachedOf({ actual: 100, planned: 0 })).toBeNull();
  });
});

describe("ranks and quotas", () => {
  const grades = (most: number) => ({
    grades: [
      { code: "A", name: "A", from: 9000, conditions: [], quota: { kind: "count", most } as const },
      { code: "B", name: "B", from: 0, conditions: [], quota: null },
    ],
  });
  const four = [scored(1, 9800), scored(2, 9500), scored(3, 9500), scored(4, 9100)];
  test("ties share their place: 1, 2, 2, 4", () => {
    const { rows } = gradeField(grades(4), four, null);
    expect(rows.map(({ unit, rank, tied }) => [unit, rank, tied])).toEqual([
      [1, 1, false],
      [2, 2, true],
      [3, 2, true],
      [4, 4, false],
    ]);
  });
  test.each([
    [3, null, ["A", "A", "A", "B"], []],
    [2, null, ["A", "B", "B", "B"], [2, 3]],
    [2, "all-in", ["A", "A", "A", "B"], []],
    [2, "all-out", ["A", "B", "B", "B"], []],
    [1, null, ["A", "B", "B", "B"], []],
  ] as const)("%d places, ties %s", (most, ties, expected, undecided) => {
    const field = gradeField(grades(most), four, ties);
    expect(field.rows.map(({ grade }) => grade)).toEqual(expected);
    expect(field.undecided.flatMap(({ units }) => units)).toEqual(undecided);
  });
  test("who is held back by the number of places is told so", () => {
    const held = gradeField(grades(1), four, null).rows.map(({ heldBackFrom }) => heldBackFrom);
    expect(held).toEqual([null, "A", "A", "A"]);
  });
  test("a share of places is rounded down", () => {
    const share = {
      grades: [
        { ...grades(1).grades[0]!, quota: { kind: "percent", most: 2000 } as const },
        grades(1).grades[1]!,
      ],
    };
    expect(gradeField(share, four, null).rows.map(({ grade }) => grade)).toEqual(["B", "B", "B", "B"]);
  });
});
