import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import type { DueItem } from "../platform/offered.ts";
import { duesWithin, latenessFigures, standingOfDue } from "./lateness.ts";

const noon = (text: string) => new Date(`${text}T05:00:00Z`);

const due = (last: string | null, done: string | null, inclusive = true): DueItem => ({
  kind: "plan",
  subject: "movement-1",
  unit: 1,
  what: "Kế hoạch",
  href: "/",
  deadline:
    last === null
      ? undatedDeadline("cùng với tổng kết", "event-bound")
      : datedDeadline("", day(last), inclusive),
  doneAt: done === null ? null : noon(done),
});

describe("how an obligation stands", () => {
  const cases = [
    { name: "kept on its last day", of: due("2021-06-30", "2021-06-30"), standing: "on-time" },
    { name: "kept the day after", of: due("2021-06-30", "2021-07-01"), standing: "late" },
    {
      name: "“trước ngày” does not include its day",
      of: due("2021-06-30", "2021-06-30", false),
      standing: "late",
    },
    { name: "missed", of: due("2021-06-30", null), standing: "overdue" },
    { name: "still to come", of: due("2021-12-31", null), standing: "open" },
    { name: "without a day nobody is late", of: due(null, null), standing: "open" },
  ];
  test.each(cases)("$name", ({ of, standing }) => {
    expect(standingOfDue(of, noon("2021-07-05"))).toBe(standing);
  });
});

test("a period holds what has its last day in it, both ends counted", () => {
  const dues = ["2020-12-31", "2021-01-01", "2021-06-30", "2021-07-01"].map((last) => due(last, null));
  const within = duesWithin(
    [...dues, due("2021-07-01", null, false), due(null, null)],
    day("2021-01-01"),
    day("2021-06-30"),
  );
  expect(within.map(({ deadline }) => [deadline.day, deadline.inclusive])).toEqual([
    ["2021-01-01", true],
    ["2021-06-30", true],
    ["2021-07-01", false],
  ]);
});

describe("lateness as figures", () => {
  const values = (dues: DueItem[]) =>
    Object.fromEntries(
      latenessFigures(dues, noon("2021-07-05"), "/").map(({ code, value }) => [code, value]),
    );

  test("two kept, one late, one missed; what is not yet due counts for nothing", () => {
    const dues = [
      due("2021-02-27", "2021-02-20"),
      due("2021-06-30", "2021-06-30"),
      due("2021-06-30", "2021-07-02"),
      due("2021-06-30", null),
      due("2021-12-31", null),
    ];
    expect(values(dues)).toEqual({
      "lateness.due": 4,
      "lateness.share": 50,
      "lateness.late": 1,
      "lateness.overdue": 1,
    });
  });

  test("with nothing due the share is not known", () => {
    expect(values([due("2021-12-31", null)])).toEqual({
      "lateness.due": 0,
      "lateness.share": null,
      "lateness.late": 0,
      "lateness.overdue": 0,
    });
  });

  test("a third is told to a tenth", () => {
    const dues = [due("2021-06-30", "2021-06-01"), due("2021-06-30", null), due("2021-06-30", null)];
    expect(values(dues)["lateness.share"]).toBe(33.3);
  });
});
