import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import type { FactValues } from "./fact.ts";
import { lastRun, streaksOf } from "./streak.ts";

test("the last run is unbroken to its last year", () => {
  expect(lastRun([2018, 2019, 2021, 2022, 2023])).toEqual({ from: 2021, to: 2023, years: 3 });
  expect(lastRun([2020])).toEqual({ from: 2020, to: 2020, years: 1 });
  expect(lastRun([])).toBeNull();
});

test("runs of grades and of titles are shown from two years on; what was taken back breaks a run", () => {
  const fighter = (year: number, revoked = false): FactValues => ({
    ...{ kind: "honour", year, code: "GRASSROOTS_EMULATION_FIGHTER", fromYear: null, posthumous: false },
    ...{ revokedOn: revoked ? day("2025-01-01") : null, revokedBy: null },
  });
  const graded = (year: number, grade: "excellent" | "good"): FactValues => ({ kind: "grade", year, grade });
  const awards = [
    {
      ...{ code: "GRASSROOTS_EMULATION_FIGHTER", name: "Chiến sĩ thi đua cơ sở", shortName: "CSTĐ cơ sở" },
      ...{ kind: "title" as const, subjects: ["individual" as const] },
    },
  ];
  const facts = [
    ...[fighter(2021), fighter(2022), fighter(2023, true), fighter(2024)],
    ...[graded(2022, "good"), graded(2023, "good"), graded(2024, "excellent")],
  ];
  expect(streaksOf(facts, awards)).toEqual([
    { label: "Hoàn thành tốt nhiệm vụ trở lên", from: 2022, to: 2024, years: 3 },
  ]);
  expect(streaksOf([fighter(2021), fighter(2022)], awards)).toEqual([
    { label: "Chiến sĩ thi đua cơ sở", from: 2021, to: 2022, years: 2 },
  ]);
});
