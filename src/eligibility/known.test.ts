import { describe, expect, test } from "vitest";
import { anActor } from "../../test/world.ts";
import type { Facts } from "../law/facts.ts";
import { day } from "../platform/day.ts";
import { asOfDay, factsKnownTo } from "./known.ts";

const warning = { form: "warning", from: day("2026-02-01") } as const;
const facts: Facts = {
  grades: {},
  honours: [],
  discipline: [warning],
  pending: ["complaint", "disciplineReview"],
};
const subject = { kind: "person", id: 7, within: [3, 2, 1] } as const;

const holding = (kind: string, unit: number, person = 99) =>
  anActor({
    person,
    posts: [
      {
        ...{ id: 1, kind, unit, unitName: "Đơn vị", within: [unit, 1], title: "Chức vụ" },
        ...{ onBehalfOf: null, delegation: null, validity: { from: null, to: null } },
      },
    ],
  });

describe("what may be judged of a person", () => {
  test("everything, for the standing officers above and the head of the unit", () => {
    expect(factsKnownTo(holding("standing-officer", 1), subject, facts)).toEqual(facts);
    expect(factsKnownTo(holding("unit-head", 3), subject, facts)).toEqual(facts);
  });

  test("the open record alone, for the focal officer of the unit", () => {
    const seen = factsKnownTo(holding("unit-officer", 3), subject, facts);
    expect(seen).toEqual({ grades: {}, honours: [], discipline: [], pending: [] });
  });

  test("the open record is the same whatever is pending, so that nothing can be told from it", () => {
    const officer = holding("unit-officer", 3);
    const clean: Facts = { ...facts, discipline: [], pending: [] };
    expect(factsKnownTo(officer, subject, facts)).toEqual(factsKnownTo(officer, subject, clean));
    const unkept: Facts = { pending: ["complaint"] };
    expect(factsKnownTo(officer, subject, unkept)).toEqual(factsKnownTo(officer, subject, {}));
  });

  test("what they were told, for oneself, whatever post one holds", () => {
    const oneself = factsKnownTo(holding("unit-head", 3, 7), subject, facts);
    expect(oneself).toEqual({
      grades: {},
      honours: [],
      discipline: [warning],
      pending: ["disciplineReview"],
    });
  });

  test("how many of a collective were warned is told to no focal officer", () => {
    const members = { total: 20, warnedOrWorse: 2 };
    const unit = { kind: "unit", id: 3, within: [3, 2, 1] } as const;
    expect(factsKnownTo(holding("unit-officer", 3), unit, { honours: [], members }).members).toEqual({
      total: 20,
      warnedOrWorse: 0,
    });
  });
});

test("on an earlier day the record holds only what was decided by then", () => {
  const grown: Facts = {
    grades: { 2020: "good", 2021: "excellent" },
    honours: [
      { code: "ADVANCED_WORKER", year: 2019, decidedOn: day("2020-01-10") },
      { code: "ADVANCED_WORKER", year: 2020, decidedOn: day("2021-01-10") },
      { code: "ADVANCED_WORKER", year: 2018 },
    ],
    initiatives: [{ id: "SK1", year: 2021 }],
    discipline: [{ form: "reprimand", from: day("2020-12-01") }],
  };
  expect(asOfDay(grown, day("2020-06-01"))).toEqual({
    grades: { 2020: "good" },
    honours: [
      { code: "ADVANCED_WORKER", year: 2019, decidedOn: "2020-01-10" },
      { code: "ADVANCED_WORKER", year: 2018 },
    ],
    initiatives: [],
    discipline: [],
  });
});
