import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type Asked, factsFrom, nothingKnown, wholeMonths } from "./facts.ts";

type TestCode = "ADVANCED_WORKER" | "GRASSROOTS_EMULATION_FIGHTER";
const asked: Asked<TestCode> = {
  year: 2024,
  day: day("2025-01-10"),
  isCode: (text): text is TestCode => text === "ADVANCED_WORKER" || text === "GRASSROOTS_EMULATION_FIGHTER",
};

test("of somebody whose record nobody has begun nothing is known", () => {
  expect(factsFrom(nothingKnown, asked)).toEqual({});
});

test("a record begun says what is there and that nothing else is, but for initiatives", () => {
  expect(factsFrom({ ...nothingKnown, grades: [{ year: 2024, grade: "good" }] }, asked)).toEqual({
    grades: { 2024: "good" },
    ...{ honours: [], initiatives: [], initiativesUnknown: true, discipline: [], pending: [] },
  });
});

test("awards, initiatives and discipline come as the law names them; unknown codes stay out", () => {
  const facts = factsFrom(
    {
      ...nothingKnown,
      honours: [
        { code: "ADVANCED_WORKER", year: 2023, decidedOn: day("2023-12-20") },
        { code: "NO_LONGER_KNOWN", year: 2023, decidedOn: null },
      ],
      initiatives: [
        { id: 7, year: 2024, scope: "grassroots", recognised: null, usedFor: ["ADVANCED_WORKER", "OTHER"] },
      ],
      discipline: [{ form: "reprimand", from: day("2022-01-01"), to: null }],
      absence: { days: 120, countsAsWork: true },
    },
    asked,
  );
  expect(facts).toEqual({
    honours: [{ code: "ADVANCED_WORKER", year: 2023, decidedOn: "2023-12-20" }],
    initiatives: [{ id: "SK7", year: 2024, scope: "grassroots", usedFor: ["ADVANCED_WORKER"] }],
    initiativesUnknown: false,
    discipline: [{ form: "reprimand", from: "2022-01-01" }],
    pending: [],
    absence: { days: 120, reason: "maternity" },
  });
});

test("a matter is pending from its first day until the day it ended", () => {
  const matter = (since: string, endedOn: string | null) =>
    factsFrom(
      {
        ...nothingKnown,
        pending: [
          { matter: "complaint", since: day(since), endedOn: endedOn === null ? null : day(endedOn) },
        ],
      },
      asked,
    ).pending;
  expect(matter("2025-01-10", null)).toEqual(["complaint"]);
  expect(matter("2025-01-11", null)).toEqual([]);
  expect(matter("2024-05-01", "2025-01-10")).toEqual([]);
  expect(matter("2024-05-01", "2025-01-11")).toEqual(["complaint"]);
});

describe("months of work", () => {
  const cases: [string, string, number][] = [
    ["2024-03-01", "2024-12-31", 10],
    ["2024-03-02", "2024-12-31", 9],
    ["2024-01-31", "2024-02-29", 1],
    ["2023-01-01", "2024-12-31", 24],
    ["2025-02-01", "2024-12-31", 0],
  ];
  test.each(cases)("from %s to the end of %s: %i", (from, to, months) => {
    expect(wholeMonths(day(from), day(to))).toBe(months);
  });
  test("end with the year asked, or with the day when that comes first", () => {
    const since = { ...nothingKnown, since: day("2024-03-01") };
    expect(factsFrom(since, asked).tenureMonths).toBe(10);
    expect(factsFrom(since, { ...asked, day: day("2024-06-30") }).tenureMonths).toBe(4);
  });
});
