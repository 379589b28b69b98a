import { expect, test } from "vitest";
import { readSupposition, supposing, suppositionWords, writeSupposition } from "./what-if.ts";

test("what is supposed is read from the address and written back", () => {
  for (const [what, year] of [
    ["grade:excellent", 2026],
    ["honour:GRASSROOTS_EMULATION_FIGHTER", 2025],
    ["initiative:ministry", 2024],
  ] as const) {
    const read = readSupposition(what, year);
    expect(read && writeSupposition(read)).toBe(`${what}:${year}`);
  }
});

test("what is no grade, title or scope, or of no year, supposes nothing", () => {
  expect([
    readSupposition("grade:brilliant", 2026),
    readSupposition("honour:KNIGHT", 2026),
    readSupposition("initiative:", 2026),
    readSupposition("grade:good", 20266),
    readSupposition("", 2026),
  ]).toEqual([null, null, null, null, null]);
});

test("an initiative supposed is one that is known of, beside those that are", () => {
  const known = [{ id: "SK1", year: 2025, scope: "grassroots", recognised: true }] as const;
  const facts = supposing({ initiatives: known, initiativesUnknown: true }, [
    { kind: "initiative", scope: "ministry", year: 2026 },
  ]);
  expect(facts).toEqual({
    initiativesUnknown: false,
    initiatives: [...known, { id: "GS2", year: 2026, scope: "ministry", recognised: true, usedFor: [] }],
  });
});

test("a supposition reads as a sentence", () => {
  expect(suppositionWords({ kind: "honour", code: "ADVANCED_WORKER", year: 2026 })).toBe(
    "năm 2026 đạt Lao động tiên tiến",
  );
});
