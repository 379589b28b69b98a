import { expect, test } from "vitest";
import { addDays, day } from "../platform/day.ts";
import { beyondKnownExpiry, overlap, regimeCodes, regimeOn, regimes } from "./regimes.ts";

test.each([
  ["2017-09-30", null],
  ["2017-10-01", "R1"],
  ["2023-12-31", "R1"],
  ["2024-01-01", "R2"],
  ["2025-06-30", "R2"],
  ["2025-07-01", "R3"],
  ["2026-09-30", "R3"],
  ["2026-10-01", "R4"],
  ["2030-01-01", "R4"],
] as const)("on %s the regime is %s", (text, code) => {
  expect(regimeOn(day(text))?.code ?? null).toBe(code);
});

test("each regime begins on the day the one before it ends", () => {
  const borders = regimeCodes.map((code) => [regimes[code].from, regimes[code].to]);
  expect(borders).toEqual([
    ["2017-10-01", "2024-01-01"],
    ["2024-01-01", "2025-07-01"],
    ["2025-07-01", "2026-10-01"],
    ["2026-10-01", null],
  ]);
});

test("Nghị định 152/2025/NĐ-CP lapses on 01/03/2027 and the answer is marked from that day", () => {
  const lapse = day("2027-03-01");
  expect(beyondKnownExpiry(regimes.R4, addDays(lapse, -1))).toBe(false);
  expect(beyondKnownExpiry(regimes.R4, lapse)).toBe(true);
  expect(beyondKnownExpiry(regimes.R3, day("2026-09-30"))).toBe(false);
  expect([overlap.from, overlap.to]).toEqual(["2026-10-01", "2027-03-01"]);
});
