import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { catalogue } from "./catalogue.ts";
import { citedIn, inForceOn, instrumentBySymbol, instruments } from "./instruments.ts";

test("each instrument stands once, and what it amends or replaces is in the list", () => {
  const symbols = instruments.map((instrument) => instrument.symbol);
  expect(new Set(symbols).size).toBe(symbols.length);
  const named = instruments.flatMap((instrument) => [...instrument.amends, ...instrument.replaces]);
  expect(named.filter((symbol) => instrumentBySymbol(symbol) === null)).toEqual([]);
});

test("validity runs forward and no instrument is in force before it was issued", () => {
  const backward = instruments.filter(
    ({ issued, from, to }) => (from && to && to <= from) || (issued && from && from < issued),
  );
  expect(backward).toEqual([]);
});

const decreesOn = (text: string) =>
  inForceOn(day(text))
    .map((instrument) => instrument.symbol)
    .filter((symbol) => ["91/2017/NĐ-CP", "98/2023/NĐ-CP", "152/2025/NĐ-CP"].includes(symbol));

test.each([
  ["2017-09-30", []],
  ["2017-10-01", ["91/2017/NĐ-CP"]],
  ["2023-12-31", ["91/2017/NĐ-CP"]],
  ["2024-01-01", ["98/2023/NĐ-CP"]],
  ["2025-07-01", ["152/2025/NĐ-CP"]],
  ["2026-10-01", ["152/2025/NĐ-CP"]],
  ["2027-03-01", []],
])("on %s the detailing decree is %j", (on, symbols) => {
  expect(decreesOn(on)).toEqual(symbols);
});

test("a citation leads to its instruments, and 28/2025 is not 8/2025", () => {
  expect(
    citedIn("Luật 06/2022/QH15, Điều 80; Nghị định 129/2025/NĐ-CP, Điều 59").map((i) => i.symbol),
  ).toEqual(["06/2022/QH15", "129/2025/NĐ-CP"]);
  expect(citedIn("Thông tư 12/2023/TT-BNV")).toEqual([]);
});

test("every decider of the catalogue with a number names an instrument of the list", () => {
  const unknown = catalogue
    .flatMap((entry) => entry.deciders)
    .filter((decider) => decider.verified && citedIn(decider.basis).length === 0)
    .map((decider) => decider.basis);
  expect(unknown).toEqual([]);
});
