import { describe, expect, test } from "vitest";
import type { Code } from "../law/codes.ts";
import type { Facts } from "../law/facts.ts";
import { catalogueNumbers } from "../law/numbers.ts";
import { day } from "../platform/day.ts";
import {
  ceilingsOf,
  decideSweep,
  findingsOf,
  groupOf,
  mostOf,
  type SweepFinding,
  type SweptSubject,
  standardsOf,
} from "./sweep.ts";

const at = (year: number) => standardsOf(year, day(`${year}-12-31`), catalogueNumbers);
const worker: SweptSubject = { kind: "person", id: 7, unit: 3, place: "sector", quotaUnit: 2 };
const good: Facts = {
  grades: { 2026: "good" },
  honours: [],
  initiatives: [],
  discipline: [],
  pending: [],
  tenureMonths: 60,
};

const sweep = (
  facts: Facts,
  given: {
    year?: number;
    lines?: Partial<Record<Code, number>>;
    quota?: { base: number; already: number };
  } = {},
): readonly SweepFinding[] => {
  const year = given.year ?? 2026;
  return findingsOf(worker, facts, at(year).person.sector, {
    year,
    lineOf: (_, code) => given.lines?.[code] ?? null,
    quotaFor: () => given.quota,
  });
};
const brief = (findings: readonly SweepFinding[]) =>
  findings.map(({ title, line, known, open }) => [title, line, known.outcome, open.outcome]);

describe("what a sweep keeps of a person", () => {
  test("what they qualify for and what they are registered for, but not what is plainly out of reach", () => {
    expect(brief(sweep(good, { lines: { MINISTRY_EMULATION_FIGHTER: 12 } }))).toEqual([
      ["MINISTRY_EMULATION_FIGHTER", 12, "ineligible", "ineligible"],
      ["ADVANCED_WORKER", null, "eligible", "eligible"],
    ]);
  });

  test("a title of the year that was given is no finding any more", () => {
    const given: Facts = { ...good, honours: [{ code: "ADVANCED_WORKER", year: 2026 }] };
    expect(brief(sweep(given))).toEqual([]);
  });

  test("who has no grade yet is unknown for the titles of the base, not refused", () => {
    expect(brief(sweep({ ...good, grades: {} })).filter(([title]) => title === "ADVANCED_WORKER")).toEqual([
      ["ADVANCED_WORKER", null, "unknown", "unknown"],
    ]);
  });

  test("a pending matter suspends for those who may know, and is nothing for the others", () => {
    const [finding] = sweep({ ...good, pending: ["complaint"] });
    expect(finding).toMatchObject({
      known: { outcome: "suspended" },
      open: { outcome: "eligible", needs: null },
    });
  });

  test("discipline counts for those who may know, and is nothing for the others", () => {
    const warned: Facts = { ...good, discipline: [{ form: "warning", from: day("2026-02-01") }] };
    const [finding] = sweep(warned);
    expect(finding).toMatchObject({
      known: { outcome: "ineligible" },
      open: { outcome: "eligible", needs: null },
    });
  });

  test("the medal, which rests on years in posts that no record tells, is nobody's finding", () => {
    expect(sweep(good).some(({ title }) => title === "JUSTICE_COMMEMORATIVE_MEDAL")).toBe(false);
  });
});

describe("the ceiling of 15 % in the first regime", () => {
  const fighter: Facts = {
    ...good,
    grades: { 2021: "excellent" },
    initiatives: [{ id: "SK1", year: 2021, scope: "grassroots", recognised: true }],
  };
  const outcome = (already: number, line: number | null) =>
    sweep(fighter, {
      year: 2021,
      quota: { base: 47, already },
      ...(line !== null && { lines: { GRASSROOTS_EMULATION_FIGHTER: line } }),
    }).find(({ title }) => title === "GRASSROOTS_EMULATION_FIGHTER")?.known.outcome;

  test("is cut down to whole people: 15 % of 47 are 7", () => {
    expect(mostOf({ base: 47, percent: 15 })).toBe(7);
  });

  test("the seventh of seven still stands, for the line itself is among those counted", () => {
    expect(outcome(7, 5)).toBe("eligible");
  });

  test("an eighth does not", () => {
    expect([outcome(8, 5), outcome(7, null)]).toEqual(["ineligible", undefined]);
  });

  test("is gone since 2024, while the flag of the Government keeps its 20 %", () => {
    expect(ceilingsOf(at(2026).person.sector)).toEqual([]);
    expect(ceilingsOf(at(2026).unit.sector).map(({ title, percent }) => [title, percent])).toEqual([
      ["GOVERNMENT_EMULATION_FLAG", 20],
    ]);
  });
});

describe("who goes up which chain", () => {
  const codes = (place: "sector" | "province" | "department-of-justice", kind: "person" | "unit") =>
    at(2026)[kind][place].map(({ ruling }) => ruling.code);

  test("the flag of the sector is for the Sở itself, the flag of the province for its rooms too", () => {
    expect([
      codes("department-of-justice", "unit").includes("MINISTRY_EMULATION_FLAG"),
      codes("province", "unit").includes("MINISTRY_EMULATION_FLAG"),
      codes("province", "unit").includes("PROVINCE_EMULATION_FLAG"),
      codes("sector", "unit").includes("PROVINCE_EMULATION_FLAG"),
    ]).toEqual([true, false, true, false]);
  });
});

test("findings are read in groups", () => {
  expect([
    groupOf("eligible", false),
    groupOf("eligible", true),
    groupOf("ineligible", true),
    groupOf("unknown", true),
    groupOf("suspended", false),
  ]).toEqual(["chua-dang-ky", "dang-ky-du", "dang-ky-thieu", "chua-ro", "tam-dung"]);
});

describe("a sweep is asked for", () => {
  const today = day("2026-11-21");
  test("a year the catalogue knows, up to the next one", () => {
    expect(decideSweep({ year: 2027, receivedOn: day("2027-12-31") }, today)).toEqual({
      year: 2027,
      receivedOn: "2027-12-31",
    });
    expect(decideSweep({ year: 2016, receivedOn: day("2016-12-31") }, today)).toMatchObject({
      refusal: "year-not-swept",
    });
  });
  test("dossiers that come before their year begins are refused", () => {
    expect(decideSweep({ year: 2026, receivedOn: day("2025-12-31") }, today)).toMatchObject({
      refusal: "received-before-its-year",
    });
  });
});
