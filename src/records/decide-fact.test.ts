import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Awards } from "./award.ts";
import { decideCorrection, decideFact, decideRevocation, decideWithdrawal } from "./decide-fact.ts";
import { type Fact, type NewFact, noPaper } from "./fact.ts";

const awards: Awards = [
  {
    code: "ADVANCED_WORKER",
    name: "Lao động tiên tiến",
    shortName: "LĐTT",
    kind: "title",
    subjects: ["individual"],
  },
  {
    ...{ code: "EXCELLENT_LABOR_COLLECTIVE", name: "Tập thể lao động xuất sắc", shortName: "TTLĐXS" },
    ...{ kind: "title", subjects: ["collective"] },
  },
];
const someone = {
  ...{ kind: "person" as const, name: "Lò Thị Thử", birthYear: 1990 },
  validity: { from: null, to: null },
};
const today = day("2024-06-01");
const against = (standing: readonly Fact[] = []) => ({ subject: someone, awards, standing, day: today });
const anHonour = (given: Partial<Extract<NewFact, { kind: "honour" }>> = {}): NewFact => ({
  ...{ kind: "honour", ...noPaper, year: 2023, code: "ADVANCED_WORKER", fromYear: null },
  ...{ posthumous: false, revokedOn: null, revokedBy: null, ...given },
});
const standing = (fact: NewFact, id = 1): Fact => ({
  ...{
    ...fact,
    id,
    person: 1,
    unit: null,
    file: null,
    fileName: null,
    source: "typed",
    import: null,
    replaces: null,
  },
  ...{
    withdrawn: false,
    reason: null,
    recordedAt: new Date("2024-01-05T02:00:00Z"),
    recorderName: "Vì Văn Ghi",
  },
  ...{ recorderTitle: null, onBehalfOf: null },
});
const code = (outcome: unknown) => (isRefusal(outcome) ? outcome.refusal : outcome);

describe("a fact is added when it is possible in itself", () => {
  const cases: [string, NewFact, string][] = [
    ["a year to come", anHonour({ year: 2025 }), "year-to-come"],
    ["before anybody could work", anHonour({ year: 2004 }), "too-young"],
    ["an award for collectives", anHonour({ code: "EXCELLENT_LABOR_COLLECTIVE" }), "unknown-award"],
    ["an award nobody knows", anHonour({ code: "NO_SUCH_AWARD" }), "unknown-award"],
    ["a period turned round", anHonour({ fromYear: 2024 }), "period-turned-round"],
    ["a paper of tomorrow", anHonour({ paperDay: day("2024-06-02") }), "day-to-come"],
    [
      "a measure that ends as it begins",
      { kind: "discipline", ...noPaper, year: 2024, form: "warning", fromDay: today, toDay: today },
      "ends-before-it-begins",
    ],
    [
      "a matter that ended with nothing said",
      {
        kind: "pending",
        ...noPaper,
        year: 2024,
        matter: "press",
        since: today,
        endedOn: today,
        cleared: null,
      },
      "ending-half-said",
    ],
    ["a title of blanks", { ...anInitiative(), title: "   " }, "no-title"],
    [
      "a year of absence too long",
      { kind: "absence", ...noPaper, year: 2023, days: 367, countsAsWork: false },
      "implausible-days",
    ],
  ];
  test.each(cases)("not %s", (_name, fact, refusal) => {
    expect(code(decideFact(fact, against()))).toBe(refusal);
  });

  test("what is of this year and before is", () => {
    expect(decideFact(anHonour({ year: 2024 }), against())).toEqual(anHonour({ year: 2024 }));
    expect(decideFact(anHonour({ year: 2005 }), against())).toEqual(anHonour({ year: 2005 }));
  });
});

function anInitiative(): Extract<NewFact, { kind: "initiative" }> {
  return {
    ...{ kind: "initiative", ...noPaper, year: 2023, title: "Sổ tay thẩm định", work: "initiative" },
    ...{ scope: "grassroots", recognised: true, usedFor: [] },
  };
}

describe("a unit's fact", () => {
  const unit = {
    ...{ kind: "unit" as const, name: "Phòng Thử", birthYear: null },
    validity: { from: day("2020-03-01"), to: day("2023-07-01") },
  };
  const graded = (year: number): NewFact => ({ kind: "grade", ...noPaper, year, grade: "good" });
  test("falls into the years in which the unit exists", () => {
    const decide = (year: number) => code(decideFact(graded(year), { ...against(), subject: unit }));
    expect([2019, 2020, 2023, 2024].map(decide)).toEqual([
      "unit-not-yet",
      graded(2020),
      graded(2023),
      "unit-ended",
    ]);
  });

  test("of its composition: no part is larger than the whole, and something is said", () => {
    const year: NewFact = {
      ...{ kind: "collective", ...noPaper, year: 2022, total: null, completed: null, advancedWorkers: null },
      ...{
        grassrootsFighters: null,
        warnedOrWorse: null,
        women: null,
        targetsExceeded: null,
        cleanBodies: null,
      },
      ...{ clusterVoted: null, clusterRank: null },
    };
    const decide = (fact: NewFact) => code(decideFact(fact, { ...against(), subject: unit }));
    expect(decide(year)).toBe("nothing-said");
    expect(decide({ ...year, total: 10, women: 11 })).toBe("part-larger-than-whole");
    expect(decide({ ...year, total: 10, women: 10 })).toEqual({ ...year, total: 10, women: 10 });
  });
});

test("what stands is not written twice, and its contrary only as a correction", () => {
  expect(code(decideFact(anHonour(), against([standing(anHonour())])))).toBe("fact-already-there");
  const papered = anHonour({ paperSymbol: "12/QĐ-STP" });
  expect(code(decideFact(papered, against([standing(anHonour())])))).toBe("fact-contradicts");
  expect(decideFact(anHonour({ year: 2022 }), against([standing(anHonour())]))).toEqual(
    anHonour({ year: 2022 }),
  );
});

describe("a correction", () => {
  const old = standing(anHonour());
  const other = standing(anHonour({ year: 2022 }), 2);
  const correct = (fact: NewFact, reason: string) =>
    code(decideCorrection(old, fact, reason, against([old, other])));
  test("says why and changes something", () => {
    expect(correct(anHonour({ year: 2021 }), " ")).toBe("no-reason");
    expect(correct(anHonour(), "nhầm")).toBe("nothing-changed");
    expect(correct(anHonour({ year: 2021 }), "nhầm năm")).toEqual(anHonour({ year: 2021 }));
  });
  test("does not run into another fact", () => {
    expect(correct(anHonour({ year: 2022 }), "nhầm năm")).toBe("fact-already-there");
  });
});

test("a withdrawal says why, once", () => {
  expect(code(decideWithdrawal(standing(anHonour()), ""))).toBe("no-reason");
  expect(decideWithdrawal(standing(anHonour()), " nhầm  người ")).toBe("nhầm người");
  expect(code(decideWithdrawal({ ...standing(anHonour()), withdrawn: true }, "nhầm"))).toBe(
    "already-withdrawn",
  );
});

test("an award is taken back once, not before it was given, not tomorrow", () => {
  const given = standing(anHonour({ paperDay: day("2023-12-20") }));
  const revoke = (fact: Fact, on: string) => code(decideRevocation(fact, day(on), "15/QĐ-BTP", today));
  expect(revoke(given, "2023-12-19")).toBe("revoked-before-given");
  expect(revoke(given, "2024-06-02")).toBe("day-to-come");
  expect(revoke(given, "2024-06-01")).toEqual({ ...given, revokedOn: today, revokedBy: "15/QĐ-BTP" });
  expect(revoke({ ...given, revokedOn: today } as Fact, "2024-06-01")).toBe("already-revoked");
});
