import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day } from "../platform/day.ts";
import { type Code, codes, subjectKinds } from "./codes.ts";
import { bases, type Case, type Facts, grades, type Honour, type Initiative, scopes } from "./facts.ts";
import { judge } from "./judge.ts";
import { ruleId } from "./rule.ts";
import { rules } from "./rule-on.ts";

const days: readonly Day[] = ["2019-12-20", "2024-01-01", "2025-06-30", "2025-07-01", "2026-10-01"].map(day);
const years = fc.integer({ min: 2017, max: 2026 });
const heldCodes: readonly Code[] = [
  "ADVANCED_WORKER",
  "GRASSROOTS_EMULATION_FIGHTER",
  "MINISTRY_EMULATION_FIGHTER",
  "EXCELLENT_LABOR_COLLECTIVE",
  "MINISTRY_EMULATION_FLAG",
  "MINISTER_CERTIFICATE_OF_MERIT",
  "PM_CERTIFICATE_OF_MERIT",
  "LABOR_ORDER_3",
];

const honours: fc.Arbitrary<Honour> = fc.record({ code: fc.constantFrom(...heldCodes), year: years });
const initiatives: fc.Arbitrary<Initiative> = fc.record({
  id: fc.constantFrom("SK1", "SK2", "SK3", "SK4"),
  year: years,
  scope: fc.constantFrom(...scopes),
  recognised: fc.boolean(),
  usedFor: fc.constant([]),
});
const gradesByYear = fc.dictionary(years.map(String), fc.constantFrom(...grades)) as fc.Arbitrary<
  Facts["grades"] & object
>;
const members = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(3), fc.nat(2))
  .map(([total, advancedWorkers, completed, grassrootsFighters, warnedOrWorse]) => ({
    total,
    advancedWorkers: Math.min(total, advancedWorkers),
    completed: Math.min(total, completed),
    grassrootsFighters,
    warnedOrWorse,
  }));

const facts: fc.Arbitrary<Facts> = fc.record(
  {
    grades: gradesByYear,
    honours: fc.array(honours, { maxLength: 12 }),
    initiatives: fc.array(initiatives, { maxLength: 4 }),
    discipline: fc.constant([]),
    pending: fc.constant([]),
    tenureMonths: fc.nat(40),
    quota: fc.record({ base: fc.nat(60), already: fc.nat(8) }),
    members,
    cluster: fc.record({ voted: fc.boolean(), rank: fc.integer({ min: 1, max: 3 }) }),
    registered: fc.boolean(),
    reviewed: fc.boolean(),
    targetsExceeded: fc.boolean(),
    cleanBodies: fc.boolean(),
    existsMonths: fc.nat(200),
  },
  { requiredKeys: [] },
);

const cases: fc.Arbitrary<Case> = fc.record({
  ask: fc.constantFrom(...codes),
  for: fc.constantFrom(...subjectKinds),
  basis: fc.constantFrom(...bases),
  year: years,
  receivedOn: fc.constantFrom(...days),
  moreFavourable: fc.boolean(),
  facts,
});

/** Cases likely to come out eligible: asked by merit, of the right subject, with good facts. */
const hopeful: fc.Arbitrary<Case> = fc
  .record({
    ask: fc.constantFrom<Code>(
      "ADVANCED_WORKER",
      "GRASSROOTS_EMULATION_FIGHTER",
      "MINISTRY_EMULATION_FIGHTER",
      "ADVANCED_LABOR_COLLECTIVE",
      "MINISTER_CERTIFICATE_OF_MERIT",
    ),
    receivedOn: fc.constantFrom(...days),
    year: fc.constantFrom(2019, 2023, 2024),
    members,
    held: fc.array(honours, { maxLength: 6 }),
  })
  .map(({ ask, receivedOn, year, members: composition, held }) => ({
    ask,
    for: ask === "ADVANCED_LABOR_COLLECTIVE" ? "collective" : "individual",
    basis: "merit",
    year,
    receivedOn,
    moreFavourable: false,
    facts: {
      grades: { [year - 1]: "good", [year]: "excellent" },
      honours: [
        ...[year - 2, year - 1, year].map((each) => ({
          code: "GRASSROOTS_EMULATION_FIGHTER" as const,
          year: each,
        })),
        ...held,
      ],
      initiatives: [{ id: "SK1", year, scope: "ministry", recognised: true, usedFor: [] }],
      discipline: [],
      pending: [],
      tenureMonths: 24,
      quota: { base: 100, already: 0 },
      members: composition,
      registered: true,
      reviewed: true,
      existsMonths: 60,
    },
  }));

type Change = (asked: Case) => Facts;

/** Facts that can only help, each added to what a case already says. */
const favourable: readonly Change[] = [
  ({ facts: known, year }) => ({ ...known, grades: { ...known.grades, [year]: "excellent" } }),
  ({ facts: known, year }) => ({
    ...known,
    initiatives: [
      ...(known.initiatives ?? []),
      { id: "SK9", year, scope: "national", recognised: true, usedFor: [] },
    ],
  }),
  ({ facts: known, year }) => ({
    ...known,
    honours: [...(known.honours ?? []), { code: "GRASSROOTS_EMULATION_FIGHTER", year }],
  }),
  ({ facts: known, year }) => ({
    ...known,
    honours: [...(known.honours ?? []), { code: "ADVANCED_WORKER", year }],
  }),
  ({ facts: known }) => ({
    ...known,
    registered: true,
    reviewed: true,
    targetsExceeded: true,
    cleanBodies: true,
  }),
  ({ facts: known }) => ({ ...known, tenureMonths: (known.tenureMonths ?? 0) + 12, existsMonths: 240 }),
  ({ facts: known }) => ({ ...known, quota: { base: 1000, already: 0 } }),
  ({ facts: known }) => ({ ...known, cluster: { voted: true, rank: 1 } }),
  ({ facts: known }) => ({
    ...known,
    members: { total: 20, completed: 20, advancedWorkers: 20, grassrootsFighters: 3, warnedOrWorse: 0 },
  }),
];

describe("what holds for every case", () => {
  test("a favourable fact never turns eligible into anything less", () => {
    let eligible = 0;
    fc.assert(
      fc.property(hopeful, fc.constantFrom(...favourable), (asked, change) => {
        if (judge(asked).outcome !== "eligible") return;
        eligible += 1;
        expect(judge({ ...asked, facts: change(asked) }).outcome).toBe("eligible");
      }),
      { numRuns: 1500 },
    );
    expect(eligible).toBeGreaterThan(300);
  });

  test("without any fact nothing is ineligible, eligible or suspended", () => {
    fc.assert(
      fc.property(cases, (asked) => {
        expect(["unknown", "refused"]).toContain(judge({ ...asked, facts: {} }).outcome);
      }),
      { numRuns: 600 },
    );
  });

  // What was held stands in for the standard of a title; without it the standard itself is judged.
  test("leaving a fact out never makes a case ineligible", () => {
    fc.assert(
      fc.property(cases, fc.nat(20), (asked, pick) => {
        const keys = Object.keys(asked.facts) as (keyof Facts)[];
        const key = keys[pick % Math.max(1, keys.length)];
        if (key === undefined || key === "honours" || judge(asked).outcome === "ineligible") return;
        const { [key]: _, ...rest } = asked.facts;
        expect(judge({ ...asked, facts: rest }).outcome).not.toBe("ineligible");
      }),
      { numRuns: 1500 },
    );
  });

  test("the order of honours and initiatives does not matter", () => {
    fc.assert(
      fc.property(cases, (asked) => {
        const { honours: held, initiatives: known, ...rest } = asked.facts;
        const turned: Facts = {
          ...rest,
          ...(held === undefined ? {} : { honours: held.toReversed() }),
          ...(known === undefined ? {} : { initiatives: known.toReversed() }),
        };
        const states = (each: Case) => judge(each).findings.map(({ code, state }) => [code, state]);
        expect(states({ ...asked, facts: turned })).toEqual(states(asked));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the rules", () => {
  test("two versions of one award never cover the same day", () => {
    for (const rule of rules)
      for (const other of rules)
        if (rule !== other && rule.code === other.code)
          expect(
            (rule.to !== null && rule.to <= other.from) || (other.to !== null && other.to <= rule.from),
          ).toBe(true);
  });

  test("a rule is named by its award's code", () => {
    for (const { name, code } of rules) expect(name).toBe(code.toLowerCase().replaceAll("_", "-"));
  });

  test("the id of a version is its own", () => {
    const ids = rules.map(ruleId);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("no two routes of a version serve the same basis and subject", () => {
    for (const rule of rules) {
      const served = rule.routes.flatMap(({ basis, subjects }) =>
        subjects.map((subject) => `${basis} ${subject}`),
      );
      expect(served).toEqual([...new Set(served)]);
    }
  });
});
