import { describe, expect, test } from "vitest";
import type { Figure } from "../platform/offered.ts";
import {
  comparedFigures,
  decideOverride,
  type FrozenFigure,
  figuresFor,
  liveFigures,
  valueIn,
  writeChange,
  writeValue,
} from "./figures.ts";

const figure = (code: string, value: number | null): Figure => ({
  code,
  label: `Số ${code}`,
  value,
  measure: "đơn vị",
  href: `/${code}`,
});

const sentAt = new Date("2021-06-28T03:00:00Z");
const frozen = (code: string, value: number | null, position = 1): FrozenFigure => ({
  ...figure(code, value),
  position,
  own: null,
  frozenAt: sentAt,
});

describe("which figures a section shows", () => {
  const record = [figure("targets.2", 5), figure("registrations.units", 3), figure("targets.1", 4)];
  const cases = [
    {
      name: "all of a stage, in the order of the record",
      codes: ["targets."],
      shown: ["targets.2", "targets.1"],
    },
    { name: "one by its whole code", codes: ["targets.1"], shown: ["targets.1"] },
    {
      name: "in the order in which the section asks, each once",
      codes: ["registrations.", "targets.1", "targets."],
      shown: ["registrations.units", "targets.1", "targets.2"],
    },
    { name: "a stage that gives nothing", codes: ["honours."], shown: [] },
    { name: "a code that only begins alike", codes: ["targets.22"], shown: [] },
  ];
  test.each(cases)("$name", ({ codes, shown }) => {
    expect(figuresFor({ codes }, record).map(({ code }) => code)).toEqual(shown);
  });
});

describe("what was sent, beside what the record says now", () => {
  const cases = [
    { name: "the same", before: 12, now: [figure("a.b", 12)], change: null },
    {
      name: "more since",
      before: 12,
      now: [figure("a.b", 14)],
      change: "số liệu nguồn nay là 14 đơn vị (lúc gửi: 12 đơn vị)",
    },
    {
      name: "zero is a value, not the lack of one",
      before: null,
      now: [figure("a.b", 0)],
      change: "số liệu nguồn nay là 0 đơn vị (lúc gửi: chưa có số liệu)",
    },
    {
      name: "its stage gives it no more",
      before: 12,
      now: [],
      change: "số liệu nguồn nay là chưa có số liệu (lúc gửi: 12 đơn vị)",
    },
    { name: "not known then and not known now", before: null, now: [], change: null },
  ];
  test.each(cases)("$name", ({ before, now, change }) => {
    const [shown] = comparedFigures(1, [frozen("a.b", before)], now);
    expect(shown && [shown.value, shown.frozenAt, writeChange(shown)]).toEqual([before, sentAt, change]);
  });

  test("only the figures of the section asked about", () => {
    const both = [frozen("a.b", 1, 1), frozen("a.c", 2, 3)];
    expect(comparedFigures(3, both, []).map(({ code }) => code)).toEqual(["a.c"]);
  });
});

describe("a figure of one's own", () => {
  const own = new Map([["a.b", { value: 15, reason: "Một đơn vị gửi giấy", actorName: "Người viết" }]]);

  test("stands in the report while the record's is kept beside it", () => {
    const [shown] = liveFigures({ codes: ["a."] }, [figure("a.b", 14)], own);
    expect(shown && [valueIn(shown), shown.value, shown.own?.reason]).toEqual([
      15,
      14,
      "Một đơn vị gửi giấy",
    ]);
  });

  const record = figure("a.b", 14);
  const cases = [
    { name: "needs a reason", given: { value: 15, reason: "  " }, figure: record, refusal: "no-reason" },
    {
      name: "differs from the record",
      given: { value: 14, reason: "x" },
      figure: record,
      refusal: "same-as-record",
    },
    {
      name: "is of a figure that stands there",
      given: { value: 1, reason: "x" },
      figure: undefined,
      refusal: "no-such-figure",
    },
  ];
  test.each(cases)("$name", ({ given, figure: found, refusal }) => {
    expect(decideOverride(given, found)).toMatchObject({ refusal });
  });

  test("is taken back with a reason", () => {
    expect(decideOverride({ value: null, reason: "Hệ thống đã đúng" }, record)).toEqual({
      value: null,
      reason: "Hệ thống đã đúng",
    });
  });
});

test("what is not known is never a zero", () => {
  expect([writeValue(null, "%"), writeValue(0, "%"), writeValue(97.5, "%"), writeValue(1200, "")]).toEqual([
    "chưa có số liệu",
    "0 %",
    "97,5 %",
    "1.200",
  ]);
});
