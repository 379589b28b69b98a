import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import {
  asksWhatNobodyRecords,
  isOutOfReach,
  lastDossierDay,
  quotasOf,
  type Ruling,
  rulingOn,
  verdictUnder,
  withoutRestricted,
} from "./case-of.ts";
import { type Code, codes } from "./codes.ts";
import { type Facts, grades, scopes } from "./facts.ts";
import { catalogueNumbers } from "./numbers.ts";
import type { Ratio } from "./numbers-ratios.ts";

const ruling = (code: Code, onDay: string, subject: "individual" | "collective" = "individual"): Ruling => {
  const found = rulingOn(code, subject, day(onDay));
  if (!found) throw new Error(`no ruling for ${code} on ${onDay}`);
  return found;
};

describe("what judges a title on a day", () => {
  test("is the version of that day by merit, or nothing where the catalogue has none", () => {
    expect(ruling("ADVANCED_WORKER", "2023-12-31").rule.from).toBe("2017-10-01");
    expect(ruling("ADVANCED_WORKER", "2024-01-01").rule.from).toBe("2024-01-01");
    expect(rulingOn("ADVANCED_WORKER", "individual", day("2017-09-30"))).toBeNull();
    expect(rulingOn("ADVANCED_WORKER", "collective", day("2024-01-01"))).toBeNull();
    expect(rulingOn("INDEPENDENCE_ORDER_1", "individual", day("2026-11-21"))).toBeNull();
  });

  test("carries the ratio an officer has entered in place of its own", () => {
    const entered: Ratio = {
      ...{ code: "GRASSROOTS_EMULATION_FIGHTER", part: "workers", value: 10 },
      ...{ from: day("2021-01-01"), to: null, verified: true },
      ...{ instrument: "12/QĐ-BTP", basis: "Quyết định 12/QĐ-BTP" },
    };
    const numbers = { ...catalogueNumbers, enteredRatios: [entered] };
    const found = rulingOn("GRASSROOTS_EMULATION_FIGHTER", "individual", day("2021-06-01"), numbers);
    expect(found && quotasOf(found).map(({ percent, basis }) => [percent, basis])).toEqual([
      [10, "Quyết định 12/QĐ-BTP"],
    ]);
  });

  test("knows the last day of its dossiers: 31/10 for Chiến sĩ thi đua toàn quốc in the first regime", () => {
    // Nghị định 91/2017/NĐ-CP, Điều 48 khoản 1; Nghị định 152/2025/NĐ-CP, Điều 35 khoản 1.
    expect([
      lastDossierDay(ruling("NATIONAL_EMULATION_FIGHTER", "2021-06-01"), 2021),
      lastDossierDay(ruling("NATIONAL_EMULATION_FIGHTER", "2026-06-01"), 2026),
      lastDossierDay(ruling("ADVANCED_WORKER", "2021-06-01"), 2021),
    ]).toEqual(["2021-10-31", "2026-12-31", "2021-12-31"]);
  });

  test("counts only the ceilings of its own regime", () => {
    const percents = (onDay: string) =>
      quotasOf(ruling("GOVERNMENT_EMULATION_FLAG", onDay, "collective")).map(({ basis }) => basis);
    expect([percents("2025-01-01"), percents("2026-01-01")]).toEqual([
      ["Nghị định 98/2023/NĐ-CP"],
      ["Nghị định 152/2025/NĐ-CP, Điều 7 khoản 1"],
    ]);
  });

  test("says when it asks what no record tells", () => {
    expect([
      asksWhatNobodyRecords(ruling("JUSTICE_COMMEMORATIVE_MEDAL", "2026-01-01")),
      asksWhatNobodyRecords(ruling("ADVANCED_WORKER", "2026-01-01")),
    ]).toEqual([true, false]);
  });
});

describe("facts without discipline and pending matters", () => {
  test("are as if there were none where a record is kept, and unknown where none is", () => {
    expect(withoutRestricted({ honours: [], pending: ["press"], discipline: [] })).toEqual({
      honours: [],
      pending: [],
      discipline: [],
    });
    expect(withoutRestricted({ pending: ["press"] })).toEqual({});
  });
});

describe("the quick look at what is out of reach", () => {
  const years = fc.integer({ min: 2017, max: 2026 });
  const facts: fc.Arbitrary<Facts> = fc.record(
    {
      grades: fc.dictionary(years.map(String), fc.constantFrom(...grades)),
      honours: fc.array(
        fc.record({
          code: fc.constantFrom<Code>(
            "ADVANCED_WORKER",
            "GRASSROOTS_EMULATION_FIGHTER",
            "MINISTRY_EMULATION_FIGHTER",
            "MINISTER_CERTIFICATE_OF_MERIT",
            "PM_CERTIFICATE_OF_MERIT",
            "LABOR_ORDER_3",
          ),
          year: years,
        }),
        { maxLength: 14 },
      ),
      initiatives: fc.array(
        fc.record({
          id: fc.constantFrom("SK1", "SK2"),
          year: years,
          scope: fc.constantFrom(...scopes),
          recognised: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      pending: fc.constantFrom([], ["complaint"] as const),
      discipline: fc.constantFrom([], [{ form: "warning", from: day("2025-03-01") } as const]),
      reviewed: fc.boolean(),
      tenureMonths: fc.integer({ min: 0, max: 300 }),
    },
    { requiredKeys: [] },
  );

  test("never leaves out what the whole verdict would allow or leave open", () => {
    let left = 0;
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...codes),
        fc.constantFrom("2021-12-31", "2025-01-10", "2026-12-31"),
        (known, code, receivedOn) => {
          const found = rulingOn(code, "individual", day(receivedOn));
          if (!found || !isOutOfReach(found, 2026, day(receivedOn), known)) return;
          left += 1;
          const { outcome } = verdictUnder(found, 2026, day(receivedOn), known);
          expect(["ineligible", "suspended"]).toContain(outcome);
        },
      ),
      { numRuns: 1500 },
    );
    expect(left).toBeGreaterThan(20);
  });
});
