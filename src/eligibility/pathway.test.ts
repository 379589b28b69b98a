import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ruling, rulingOn } from "../law/case-of.ts";
import type { Code, SubjectKind } from "../law/codes.ts";
import { type Facts, grades, scopes } from "../law/facts.ts";
import { day, yearOf } from "../platform/day.ts";
import { earliestYears, horizon, type PathwayAsked, pathwayOf, yearsAhead } from "./pathway.ts";
import { supposing } from "./what-if.ts";

const individualCodes: readonly Code[] = [
  "ADVANCED_WORKER",
  "GRASSROOTS_EMULATION_FIGHTER",
  "MINISTRY_EMULATION_FIGHTER",
  "NATIONAL_EMULATION_FIGHTER",
  "MINISTER_CERTIFICATE_OF_MERIT",
  "PM_CERTIFICATE_OF_MERIT",
  "LABOR_ORDER_3",
  "LABOR_ORDER_2",
  "LABOR_ORDER_1",
  "JUSTICE_COMMEMORATIVE_MEDAL",
];
const collectiveCodes: readonly Code[] = [
  "ADVANCED_LABOR_COLLECTIVE",
  "EXCELLENT_LABOR_COLLECTIVE",
  "MINISTRY_EMULATION_FLAG",
  "GOVERNMENT_EMULATION_FLAG",
  "PM_CERTIFICATE_OF_MERIT",
  "LABOR_ORDER_3",
];

const asked = (onDay: string, subject: SubjectKind = "individual"): PathwayAsked => {
  const on = day(onDay);
  const rulings = (subject === "individual" ? individualCodes : collectiveCodes).flatMap((code): Ruling[] =>
    [rulingOn(code, subject, on)].filter((one) => one !== null),
  );
  return { year: Number(onDay.slice(0, 4)), onDay: on, thisYear: rulings, onward: rulings };
};

const earliest = (facts: Facts, onDay = "2026-11-21"): Record<string, number> =>
  Object.fromEntries(earliestYears(facts, asked(onDay)));

const nothingHeld: Facts = {
  grades: {},
  honours: [],
  initiatives: [],
  discipline: [],
  pending: [],
  tenureMonths: 24,
};

describe("the earliest years of somebody who holds nothing", () => {
  test("follow the ladder of the law of 2022 in its rhythm of three, two and five years", () => {
    expect(earliest(nothingHeld)).toEqual({
      ADVANCED_WORKER: 2026,
      GRASSROOTS_EMULATION_FIGHTER: 2026,
      // 03 lần liên tục Chiến sĩ thi đua cơ sở (Điều 22); 02 lần cho Bằng khen của Bộ trưởng (Điều 74).
      MINISTER_CERTIFICATE_OF_MERIT: 2027,
      MINISTRY_EMULATION_FIGHTER: 2028,
      // 02 lần liên tục Chiến sĩ thi đua ngành: 2028, 2029; hồ sơ gửi năm sau (Nghị định 152/2025/NĐ-CP, Điều 35).
      NATIONAL_EMULATION_FIGHTER: 2030,
      // 05 năm liên tục tính đến năm đề nghị, đã có Bằng khen của Bộ trưởng (Điều 73).
      PM_CERTIFICATE_OF_MERIT: 2030,
      // Sau đó mỗi hạng Huân chương Lao động thêm 05 năm (Điều 44, 43, 42).
      LABOR_ORDER_3: 2035,
      LABOR_ORDER_2: 2040,
      LABOR_ORDER_1: 2045,
    });
  });

  test("what rests on posts held is never given a year, since no record tells of them", () => {
    const medal = pathwayOf(nothingHeld, asked("2026-11-21")).find(
      ({ code }) => code === "JUSTICE_COMMEMORATIVE_MEDAL",
    );
    expect([medal?.earliest, medal?.open]).toEqual([null, true]);
  });

  test("a pending matter puts this year off and no other", () => {
    const { ADVANCED_WORKER } = earliest({ ...nothingHeld, pending: ["complaint"] });
    expect(ADVANCED_WORKER).toBe(2027);
  });

  test("in the first regime the title of the sector comes in the year of the third title", () => {
    const found = earliest(nothingHeld, "2021-02-23");
    expect([found.GRASSROOTS_EMULATION_FIGHTER, found.MINISTRY_EMULATION_FIGHTER]).toEqual([2021, 2023]);
  });
});

describe("what is held shortens the way", () => {
  const honours = [2024, 2025].map((year) => ({ code: "GRASSROOTS_EMULATION_FIGHTER", year }) as const);

  test("two titles on end leave one year to the title of the sector", () => {
    expect(earliest({ ...nothingHeld, honours }).MINISTRY_EMULATION_FIGHTER).toBe(2026);
  });

  test("a form that is held is not promised again, and what rests on it counts from it", () => {
    const certificate = {
      code: "PM_CERTIFICATE_OF_MERIT",
      year: 2021,
      decidedOn: day("2021-05-01"),
    } as const;
    const years = Object.fromEntries(
      [2022, 2023, 2024, 2025, 2026].map((year) => [year, "excellent"] as const),
    );
    const three = [2024, 2025, 2026].map((year) => ({ code: "GRASSROOTS_EMULATION_FIGHTER", year }) as const);
    const found = earliest({ ...nothingHeld, grades: years, honours: [certificate, ...three] });
    expect([found.PM_CERTIFICATE_OF_MERIT, found.LABOR_ORDER_3]).toEqual([undefined, 2026]);
  });

  test("the years ahead are listed with what each brings for the first time", () => {
    const steps = pathwayOf({ ...nothingHeld, honours }, asked("2026-11-21"));
    expect(yearsAhead(steps)[0]).toEqual({
      year: 2026,
      codes: [
        "ADVANCED_WORKER",
        "GRASSROOTS_EMULATION_FIGHTER",
        "MINISTRY_EMULATION_FIGHTER",
        "MINISTER_CERTIFICATE_OF_MERIT",
      ],
    });
  });
});

test("a collective reaches its titles this year and the flag of the Government with them", () => {
  const found = earliestYears({ honours: [] }, asked("2026-11-21", "collective"));
  expect([found.get("EXCELLENT_LABOR_COLLECTIVE"), found.get("GOVERNMENT_EMULATION_FLAG")]).toEqual([
    2026, 2026,
  ]);
});

describe("whatever is known", () => {
  const years = fc.integer({ min: 2016, max: 2026 });
  const titles = fc.constantFrom(...individualCodes.slice(0, 4));
  const facts: fc.Arbitrary<Facts> = fc.record({
    grades: fc.dictionary(years.map(String), fc.constantFrom(...grades)),
    honours: fc.array(fc.record({ code: titles, year: years }), { maxLength: 12 }),
    initiatives: fc.array(
      fc.record({
        id: fc.constantFrom("SK1", "SK2", "SK3"),
        year: years,
        scope: fc.constantFrom(...scopes),
        recognised: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    discipline: fc.constantFrom(
      [],
      [{ form: "warning", from: day("2025-03-01"), to: day("2026-03-01") } as const],
    ),
    pending: fc.constantFrom([], ["complaint"] as const),
    tenureMonths: fc.integer({ min: 0, max: 200 }),
  });
  const today = fc.constantFrom("2021-02-23", "2024-06-01", "2025-08-01", "2026-11-21");

  test("no earliest year lies before the year asked, none beyond the horizon", () => {
    fc.assert(
      fc.property(facts, today, (known, onDay) => {
        const asking = asked(onDay);
        for (const year of earliestYears(known, asking).values()) {
          expect(year).toBeGreaterThanOrEqual(asking.year);
          expect(year).toBeLessThanOrEqual(asking.year + horizon);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("a best grade, a title or an initiative more never makes an earliest year later", () => {
    const favourable = fc.oneof(
      fc.record({
        kind: fc.constant("grade" as const),
        grade: fc.constant("excellent" as const),
        year: years,
      }),
      fc.record({ kind: fc.constant("honour" as const), code: titles, year: years }),
      fc.record({ kind: fc.constant("initiative" as const), scope: fc.constantFrom(...scopes), year: years }),
    );
    fc.assert(
      fc.property(facts, today, favourable, (known, onDay, more) => {
        // What a later year brings is no fact of that day: it would take the place of what the pathway supposes.
        fc.pre(more.year <= yearOf(day(onDay)));
        const before = earliestYears(known, asked(onDay));
        const after = earliestYears(supposing(known, [more]), asked(onDay));
        for (const [code, year] of before)
          expect([code, (after.get(code) ?? 9999) <= year]).toEqual([code, true]);
      }),
      { numRuns: 80 },
    );
  });
});
