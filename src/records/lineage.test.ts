import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type Grade, noPaper } from "./fact.ts";
import { bearersIn, carriedTo, type Lineage, lineOf } from "./lineage.ts";

// Cục A and Cục B merge into C on 01/03/2025; A had come out of a renamed Vụ V on 01/01/2023.
const [V, A, B, C] = [1, 2, 3, 4];
const lineage: Lineage = {
  validity: new Map([
    [V, { from: null, to: day("2023-01-01") }],
    [A, { from: day("2023-01-01"), to: day("2025-03-01") }],
    [B, { from: null, to: day("2025-03-01") }],
    [C, { from: day("2025-03-01"), to: null }],
  ]),
  forerunners: new Map([
    [C, [A, B]],
    [A, [V]],
  ]),
};
const graded = (unit: number, year: number, grade: Grade) => ({
  kind: "grade" as const,
  ...noPaper,
  unit,
  year,
  grade,
});

test("the line goes back through all successions", () => {
  expect(lineOf(C, lineage)).toEqual([C, A, B, V]);
  expect(lineOf(V, lineage)).toEqual([V]);
});

test("in each year those bear the facts that stood then; a unit that existed bears its own", () => {
  expect([2022, 2024, 2025].map((year) => bearersIn(C, year, lineage))).toEqual([[V, B], [A, B], [C]]);
  // V ended on the first day of 2023, so the year is A's.
  expect([2022, 2023].map((year) => bearersIn(A, year, lineage))).toEqual([[V], [A]]);
});

describe("what is carried over a merger", () => {
  test("is what every forerunner of the year reached", () => {
    const facts = [graded(A, 2024, "excellent"), graded(B, 2024, "excellent"), graded(C, 2025, "good")];
    expect(carriedTo(C, facts, lineage)).toEqual([graded(A, 2024, "excellent"), graded(C, 2025, "good")]);
  });
  test("is nothing where they differ or one is silent", () => {
    expect(carriedTo(C, [graded(A, 2024, "excellent"), graded(B, 2024, "good")], lineage)).toEqual([]);
    expect(carriedTo(C, [graded(A, 2024, "excellent")], lineage)).toEqual([]);
  });
  test("is not what was taken back", () => {
    const honour = (unit: number, revoked: boolean) => ({
      ...{ kind: "honour" as const, unit, year: 2024, code: "EXCELLENT_LABOR_COLLECTIVE", fromYear: null },
      ...{ posthumous: false, revokedOn: revoked ? day("2026-01-05") : null, revokedBy: null },
    });
    expect(carriedTo(C, [honour(A, false), honour(B, true)], lineage)).toEqual([]);
    expect(carriedTo(C, [honour(A, false), honour(B, false)], lineage)).toEqual([honour(A, false)]);
  });
  test("leaves the forerunner's own record alone", () => {
    const facts = [graded(A, 2024, "excellent"), graded(V, 2022, "good")];
    expect(carriedTo(A, facts, lineage)).toEqual(facts);
  });
});
