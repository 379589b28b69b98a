import { describe, expect, test } from "vitest";
import { type Day, day } from "../platform/day.ts";
import { percentOf, progressOf } from "./forecast.ts";
import { type Counted, rollUp, type ShareSum } from "./roll-up.ts";
import { compareParts, decideDivision, proposeParts } from "./share.ts";

const aSum = (given: Partial<ShareSum> & { share: number }): ShareSum => ({
  target: 1,
  parent: null,
  unit: given.share,
  base: null,
  goal: null,
  numerator: null,
  denominator: null,
  completeNumerator: given.numerator ?? null,
  completeDenominator: given.denominator ?? null,
  completeDays: 90,
  asOf: given.numerator == null ? null : day("2026-03-31"),
  completeTo: given.numerator == null ? null : day("2026-03-31"),
  endedOn: null,
  followers: [],
  carried: false,
  ...given,
});

const counting = (given: Partial<Counted> = {}): Counted => ({
  measure: "count",
  running: false,
  days: 360,
  owedFrom: day("2026-01-01"),
  owedTo: day("2026-03-31"),
  ...given,
});

describe("rolling up", () => {
  test("a percentage sums numerators and denominators, never percentages", () => {
    const rolled = rollUp(
      [
        aSum({ share: 1, goal: 90 }),
        aSum({ share: 2, parent: 1, numerator: 1, denominator: 1 }),
        aSum({ share: 3, parent: 1, numerator: 0, denominator: 99 }),
      ],
      counting({ measure: "percent" }),
    );
    expect([rolled.get(1)!.numerator, rolled.get(1)!.denominator]).toEqual([1, 100]);
  });

  test("to every level, with what is missing counted", () => {
    const rolled = rollUp(
      [
        aSum({ share: 1, goal: 100 }),
        aSum({ share: 2, parent: 1, goal: 60 }),
        aSum({ share: 3, parent: 2, numerator: 5 }),
        aSum({ share: 4, parent: 2 }),
        aSum({ share: 5, parent: 1, numerator: 7 }),
      ],
      counting(),
    );
    expect(
      [1, 2].map((id) => rolled.get(id)!).map((one) => [one.numerator, one.reporting, one.told, one.stale]),
    ).toEqual([
      [12, 3, 2, 1],
      [5, 2, 1, 1],
    ]);
  });

  test("a merged unit's progress is counted with its follower, to the day, and its goal with it", () => {
    const rolled = rollUp(
      [
        aSum({ share: 1, goal: 100, unit: 10 }),
        aSum({ share: 2, parent: 1, goal: 60, numerator: 30 }),
        aSum({ share: 3, parent: 1, goal: 40, numerator: 20, endedOn: day("2026-03-01"), followers: [2] }),
      ],
      counting(),
    );
    expect(rolled.get(2)).toMatchObject({ numerator: 50, goal: 100, forecastNumerator: 30 * 4 + 20 });
    expect(rolled.get(3)).toMatchObject({ parent: 2, predecessor: true, numerator: 20 });
    expect(rolled.get(1)!.numerator).toBe(50);
  });

  test("a running number that the follower reported later holds its predecessor's already", () => {
    const sums = (followerTo: Day) => [
      aSum({ share: 1 }),
      aSum({ share: 2, parent: 1, numerator: 90, asOf: followerTo }),
      aSum({ share: 3, parent: 1, numerator: 20, endedOn: day("2026-04-01"), followers: [2] }),
    ];
    const running = counting({ running: true });
    expect(rollUp(sums(day("2026-06-30")), running).get(1)!.numerator).toBe(90);
    expect(rollUp(sums(day("2026-03-31")), running).get(1)!.numerator).toBe(110);
  });

  test("what was split among several stays where it was and counts once", () => {
    const rolled = rollUp(
      [
        aSum({ share: 1 }),
        aSum({ share: 2, parent: 1, numerator: 1 }),
        aSum({ share: 3, parent: 1, numerator: 2 }),
        aSum({ share: 4, parent: 1, numerator: 8, endedOn: day("2026-04-01"), followers: [2, 3] }),
      ],
      counting(),
    );
    expect([1, 2, 3].map((id) => rolled.get(id)!.numerator)).toEqual([11, 1, 2]);
  });

  test("a room that went over into the body it was divided from adds nothing to its goal", () => {
    const rolled = rollUp(
      [
        aSum({ share: 1, goal: 100, numerator: 1 }),
        aSum({ share: 2, parent: 1, goal: 40, numerator: 5, endedOn: day("2026-02-01"), followers: [1] }),
      ],
      counting(),
    );
    expect(rolled.get(1)).toMatchObject({ goal: 100, numerator: 6 });
  });
});

describe("progress", () => {
  const target = {
    measure: "count",
    counted: "vụ việc",
    counting: "sum",
    direction: "up",
    to: day("2026-12-31"),
  } as const;
  const rolledWith = (given: Partial<ShareSum>, asked: Partial<Counted> = {}) =>
    rollUp([aSum({ share: 1, goal: 100, ...given })], counting(asked)).get(1)!;

  test.each([
    ["up", { base: null, goal: 80, actual: 60 }, 75],
    ["up", { base: 50, goal: 80, actual: 100 }, 125],
    ["up", { base: null, goal: 84, actual: 83.97 }, 99.9],
    ["keep", { base: 98, goal: 98, actual: 49 }, 50],
    ["down", { base: 10, goal: 8, actual: 9 }, 50],
    ["down", { base: 10, goal: 8, actual: 11 }, 0],
    ["down", { base: null, goal: 8, actual: 8 }, 100],
    ["down", { base: null, goal: 8, actual: 16 }, 50],
  ] as const)("%s, %j", (direction, numbers, percent) => {
    expect(percentOf(direction, numbers)).toBe(percent);
  });

  test.each([
    ["reached already", "2026-05-01", { numerator: 100 }, {}, "met"],
    ["a quarter of it after a quarter", "2026-05-01", { numerator: 25 }, {}, "on-pace"],
    ["less than that", "2026-05-01", { numerator: 24 }, {}, "behind"],
    [
      "no complete period",
      "2026-02-01",
      { numerator: 24, completeNumerator: null, completeDays: 0 },
      {},
      "unknown",
    ],
    ["nothing entered", "2026-05-01", {}, {}, "unknown"],
    ["short of it when the year is over", "2027-02-01", { numerator: 99 }, {}, "missed"],
    [
      "the year is over and nobody told how it ended",
      "2027-02-01",
      { numerator: 120 },
      { owedFrom: day("2026-10-01"), owedTo: day("2026-12-31") },
      "unknown",
    ],
  ] as const)("%s", (_name, today, given, asked, standing) => {
    expect(progressOf(target, rolledWith(given, asked), day(today)).standing).toBe(standing);
  });

  test("what may only stay below its ceiling is judged by its pace until the year is over", () => {
    const ceiling = { ...target, direction: "down" } as const;
    const rolled = rolledWith({ numerator: 20 });
    expect(progressOf(ceiling, rolled, day("2026-05-01")).standing).toBe("on-pace");
    expect(progressOf(ceiling, rolledWith({ numerator: 30 }), day("2026-05-01")).standing).toBe("behind");
    expect(progressOf(ceiling, rolled, day("2027-02-01")).standing).toBe("met");
  });

  test("the forecast is linear by the days of complete periods", () => {
    expect(progressOf(target, rolledWith({ numerator: 24 }), day("2026-05-01")).forecast).toBe(96);
  });
});

describe("dividing", () => {
  const part = (unit: number, base: number | null = null) => ({ unit, base, goal: null });

  test("evenly, to the last one", () => {
    const goals = proposeParts({ measure: "count" }, 100, [part(1), part(2), part(3)], "equal");
    expect(goals).toMatchObject([{ goal: 34 }, { goal: 33 }, { goal: 33 }]);
  });

  test("by base, what rounding leaves over going to the largest remainders", () => {
    const goals = proposeParts({ measure: "money" }, 10, [part(1, 1), part(2, 1), part(3, 4)], "by-base");
    expect(goals).toMatchObject([{ goal: 2 }, { goal: 2 }, { goal: 6 }]);
  });

  test("by base needs every base", () => {
    expect(proposeParts({ measure: "count" }, 10, [part(1, 1), part(2)], "by-base")).toMatchObject({
      refusal: "base-missing",
      field: "parts.u2.base",
    });
  });

  test("a share of the whole is asked of everybody alike", () => {
    expect(proposeParts({ measure: "percent" }, 84, [part(1), part(2)], "by-base")).toMatchObject([
      { goal: 84 },
      { goal: 84 },
    ]);
  });

  test("the sum is shown against the whole", () => {
    const parts = [
      { unit: 1, base: null, goal: 60 },
      { unit: 2, base: null, goal: 1000 },
    ];
    expect(compareParts({ measure: "count" }, 1060, parts).words).toBe(
      "Tổng đã chia 1.060 trên 1.060: vừa đủ.",
    );
    expect(compareParts({ measure: "count" }, 1100, parts).words).toBe(
      "Tổng đã chia 1.060 trên 1.100: còn thiếu 40.",
    );
    expect(compareParts({ measure: "count" }, 1000, parts).words).toBe(
      "Tổng đã chia 1.060 trên 1.000: vượt 60.",
    );
  });

  test("nobody is dropped whose numbers count", () => {
    const rules = { measure: "count", counted: "vụ việc", direction: "up", beyond: false } as const;
    const dropped = [{ unitName: "Sở Tư pháp tỉnh Điện Biên", values: 1, parts: 0 }];
    expect(decideDivision(rules, [], dropped)).toMatchObject({ refusal: "share-in-use" });
    expect(decideDivision(rules, [{ unit: 1, base: 0, goal: 5 }], [])).toMatchObject({
      refusal: "no-base",
      field: "parts.u1.base",
    });
  });
});
