import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { exactly, isDivisible } from "./decimals.ts";
import { numberOf } from "./forecast.ts";
import { rollUp, type ShareSum } from "./roll-up.ts";
import { compareParts, leftFor, partsElsewhere, proposeParts } from "./share.ts";
import { decideChange, decideTarget, type NewTarget } from "./target.ts";
import { decideValue, type EntryFacts } from "./value.ts";
import { judgeRows, type ReadRow } from "./value-import.ts";

const given: NewTarget = {
  owner: 1,
  year: 2026,
  movement: null,
  movementPosition: null,
  takenWords: null,
  name: "Thời gian giải quyết hồ sơ",
  measure: "days",
  counted: "ngày",
  counting: "sum",
  direction: "down",
  from: day("2026-01-01"),
  to: day("2026-12-31"),
  rhythm: "quarter",
  reportDays: 10,
  source: "typed",
  beyond: false,
  base: null,
  goal: 7.5,
  paperSymbol: null,
  paperDay: null,
  paperLink: null,
};

test.each([
  [{ measure: "days", counted: "ngày" }, true],
  [{ measure: "percent", counted: "%" }, true],
  [{ measure: "money", counted: "đồng" }, false],
  [{ measure: "money", counted: "tỷ đồng" }, true],
  [{ measure: "count", counted: "km" }, true],
  [{ measure: "count", counted: "vụ việc" }, false],
  [{ measure: "count", counted: "tài liệu" }, false],
  [{ measure: "count", counted: "người" }, false],
] as const)("%o may have decimals: %s", (counted, divisible) => {
  expect(isDivisible(counted)).toBe(divisible);
});

describe("a target", () => {
  test("keeps the unit of money that was said; đồng when none was", () => {
    const money = { ...given, measure: "money", direction: "up" } as const;
    expect(decideTarget({ ...money, counted: "Tỷ đồng", goal: 12.5 })).toMatchObject({ counted: "tỷ đồng" });
    expect(decideTarget({ ...money, counted: "", goal: 12 })).toMatchObject({ counted: "đồng" });
    expect(decideTarget({ ...money, counted: "", goal: 12.5 })).toMatchObject({
      refusal: "counted-whole",
      field: "goal",
    });
  });

  test("of things asks for whole ones, and nothing is finer than a thousandth", () => {
    const cases = { ...given, measure: "count", counted: "vụ việc", direction: "up" } as const;
    expect(decideTarget({ ...cases, goal: 7.5 })).toMatchObject({ refusal: "counted-whole" });
    expect(decideTarget({ ...given, goal: 7.5 })).toMatchObject({ goal: 7.5 });
    expect(decideTarget({ ...given, base: 7.1234 })).toMatchObject({ refusal: "too-fine", field: "base" });
  });
});

test("billions cannot become millions once values stand", () => {
  const money = { ...given, measure: "money", counted: "tỷ đồng", direction: "up" } as const;
  const before = {
    ...money,
    id: 1,
    ownerName: "",
    movementName: null,
    state: "standing",
    version: 3,
    whole: 1,
  } as const;
  const after = { ...money, counted: "triệu đồng" };
  expect(decideChange(before, after, 3, true)).toMatchObject({ refusal: "values-stand", field: "counted" });
  expect(decideChange(before, after, 3, false)).toMatchObject({ counted: "triệu đồng" });
});

const factsOf = (target: Partial<EntryFacts["target"]>): EntryFacts => ({
  target: {
    name: "Chỉ tiêu",
    measure: "percent",
    counted: "%",
    counting: "sum",
    beyond: false,
    state: "standing",
    ...target,
  },
  period: {
    from: day("2026-01-01"),
    to: day("2026-03-31"),
    label: "Quý I/2026",
    reportBy: day("2026-04-10"),
  },
  parts: 0,
  ended: null,
  carried: false,
  unitName: "Sở Tư pháp tỉnh Điện Biên",
  standing: null,
  before: null,
});
const today = day("2026-04-05");

describe("a value", () => {
  test("a percentage alone is told as parts of a hundred", () => {
    const entry = { numerator: 84.87, denominator: 100, note: "", seen: null };
    expect(decideValue(entry, factsOf({}), today)).toMatchObject({ numerator: 84.87, denominator: 100 });
    expect(numberOf({ measure: "percent", counted: "%" }, 84.87, 100)).toBe(84.87);
  });

  test("half a case is refused, half a billion is not", () => {
    const entry = { numerator: 7.5, denominator: null, note: "", seen: null };
    const cases = factsOf({ measure: "count", counted: "vụ việc" });
    expect(decideValue(entry, cases, today)).toMatchObject({
      refusal: "counted-whole",
      field: "numerator",
      sentence: "Chỉ tiêu này tính bằng vụ việc nên chỉ nhập số nguyên, ví dụ 1.200.",
    });
    const billions = factsOf({ measure: "money", counted: "tỷ đồng" });
    expect(decideValue(entry, billions, today)).toMatchObject({ numerator: 7.5 });
    expect(decideValue({ ...entry, numerator: 0.0001 }, billions, today)).toMatchObject({
      refusal: "too-fine",
    });
  });
});

describe("sums", () => {
  test("are exact decimals", () => {
    expect(exactly(0.1 + 0.2)).toBe(0.3);
    expect(exactly(9_007_199_254_740_991)).toBe(9_007_199_254_740_991);
    const parts = [0.1, 0.2].map((goal, index) => ({ unit: index, base: null, goal }));
    expect(compareParts({ measure: "count" }, 0.3, parts).difference).toBe(0);
  });

  test("of a roll-up too", () => {
    const sum = (share: number, numerator: number | null): ShareSum => ({
      share,
      target: 1,
      parent: share === 1 ? null : 1,
      unit: share,
      base: null,
      goal: 1,
      numerator,
      denominator: null,
      completeNumerator: numerator,
      completeDenominator: null,
      completeDays: 90,
      asOf: null,
      completeTo: null,
      endedOn: null,
      followers: [],
      carried: false,
    });
    const counted = { measure: "count", running: false, days: 360, owedFrom: null, owedTo: null } as const;
    expect(rollUp([sum(1, null), sum(2, 0.1), sum(3, 0.2)], counted).get(1)!.numerator).toBe(0.3);
  });

  test("a page of units shares what those of other pages leave", () => {
    const [one, two] = [10, 5].map((goal, unit) => ({ unit, base: null, goal }));
    expect(partsElsewhere([one!, two!], [0], [])).toEqual([two]);
    expect(partsElsewhere([one!, two!], [], [two!])).toEqual([one]);
    expect(partsElsewhere([one!, two!], null, [])).toEqual([]);
    expect(leftFor({ measure: "count" }, 12.5, [one!])).toBe(2.5);
    expect(leftFor({ measure: "count" }, 12, [one!, two!])).toBe(0);
    expect(leftFor({ measure: "percent" }, 98, [one!, two!])).toBe(98);
  });

  test("a whole is divided as finely as it was said", () => {
    const units = [1, 2].map((unit) => ({ unit, base: null, goal: null }));
    const goals = (whole: number) => proposeParts({ measure: "count" }, whole, units, "equal");
    expect(goals(7.5)).toMatchObject([{ goal: 3.8 }, { goal: 3.7 }]);
    expect(goals(7)).toMatchObject([{ goal: 4 }, { goal: 3 }]);
  });
});

describe("a spreadsheet", () => {
  const judged = (numerator: string, target: Partial<EntryFacts["target"]>) => {
    const row: ReadRow = { line: 2, share: 5, numerator, denominator: "", note: "" };
    const facts = factsOf(target);
    const found = { share: { id: 5 } as never, target: {} as never, facts };
    const [one] = judgeRows([row], [found], today);
    return one?.kind === "adds" ? one.entry.numerator : one?.kind === "refused" ? one.sentence : null;
  };
  const cases = { measure: "count", counted: "vụ việc" } as const;
  const billions = { measure: "money", counted: "tỷ đồng" } as const;

  test.each([
    ["7,5", billions, 7.5],
    ["7.5", billions, 7.5],
    ["0.30000000000000004", billions, 0.3],
    ["1.234,5", billions, 1234.5],
    ["1.234", cases, 1234],
    ["1.234", billions, "“1.234” có thể hiểu hai cách: hãy ghi 1234 hoặc 1,234."],
    ["7,5", cases, "Chỉ tiêu này tính bằng vụ việc nên chỉ nhập số nguyên, ví dụ 1.200."],
  ] as const)("%s for %o", (text, target, read) => {
    expect(judged(text, target)).toBe(read);
  });
});
