import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import type { DueItem } from "../platform/offered.ts";
import {
  type DueUnit,
  dueRows,
  filterDues,
  kindsAmong,
  onTimeOf,
  standingOfDue,
  tallyByCluster,
  tallyByUnit,
  writeOnTime,
} from "./lateness.ts";
import { forecastOf, gravestForecast, usualDaysEarly } from "./lateness-forecast.ts";

const noon = (text: string) => new Date(`${text}T05:00:00Z`);
const inclusive = datedDeadline("chậm nhất là ngày 27/02/2021", day("2021-02-27"), true);
const exclusive = datedDeadline("trước ngày 30/01/2018", day("2018-01-30"), false);
const impossible = undatedDeadline("trước ngày 30/02/2021", "impossible");

test.each([
  [inclusive, null, "2021-02-19", "open"],
  [inclusive, null, "2021-02-20", "soon"],
  [inclusive, null, "2021-02-27", "soon"],
  [inclusive, null, "2021-02-28", "late"],
  [inclusive, "2021-02-27", "2021-03-30", "kept"],
  [inclusive, "2021-02-28", "2021-03-30", "kept-late"],
  [exclusive, "2018-01-29", "2018-02-01", "kept"],
  [exclusive, "2018-01-30", "2018-02-01", "kept-late"],
  [impossible, null, "2021-12-31", "open"],
])("%# the deadline's own words decide what is late", (deadline, done, at, standing) => {
  expect(standingOfDue({ deadline, doneAt: done ? noon(done) : null }, noon(at))).toBe(standing);
});

test("only what is done or past its deadline is judged", () => {
  const dues = [
    { deadline: inclusive, doneAt: noon("2021-02-25") },
    { deadline: inclusive, doneAt: noon("2021-03-02") },
    { deadline: inclusive, doneAt: null },
    { deadline: impossible, doneAt: null },
    { deadline: datedDeadline("30/06/2021", day("2021-06-30"), true), doneAt: null },
  ];
  expect(onTimeOf(dues, noon("2021-03-10"))).toEqual({ judged: 3, inTime: 1 });
  expect([writeOnTime({ judged: 3, inTime: 1 }), writeOnTime({ judged: 0, inTime: 0 })]).toEqual([
    "33% (1/3)",
    "—",
  ]);
});

const unit = (id: number, name: string, clusters: readonly number[]): DueUnit => ({
  ...{ id, name, clusters, code: `DV-${id}`, overseen: true, own: false },
});
const due = (kind: string, of: number, what: string, doneAt: Date | null = null): DueItem => ({
  ...{ kind, subject: "movement-1", unit: of, what, href: "/", deadline: inclusive, doneAt },
});
const units = new Map([
  [1, unit(1, "Vụ Hình sự - hành chính", [10])],
  [2, unit(2, "Sở Tư pháp tỉnh Điện Biên", [11])],
  [3, unit(3, "Cục Công nghệ thông tin", [])],
]);
const rows = dueRows(
  [
    due("registration", 1, "Đăng ký thi đua “Năm 2021”", noon("2021-02-20")),
    due("registration", 2, "Đăng ký thi đua “Năm 2021”"),
    due("unit-plan", 3, "Kế hoạch của đơn vị “Năm 2021”"),
    due("unit-plan", 4, "của đơn vị ngoài tầm"),
  ],
  units,
  noon("2021-03-01"),
);

describe("the list of who is late with what", () => {
  test("holds only units the reader sees, the most pressing first", () => {
    expect(rows.map((row) => [row.unit.id, row.standing])).toEqual([
      [3, "late"],
      [2, "late"],
      [1, "kept"],
    ]);
  });

  const none = { words: "", unit: null, cluster: null, kind: null, standing: null };
  test.each([
    [{ ...none, words: "dien bien" }, [2]],
    [{ ...none, cluster: 10 }, [1]],
    [{ ...none, kind: "unit-plan" }, [3]],
    [{ ...none, standing: "late" as const }, [3, 2]],
    [{ ...none, standing: "undone" as const, unit: 2 }, [2]],
  ])("%# is narrowed by what the address says", (filter, expected) => {
    expect(filterDues(rows, filter).map((row) => row.unit.id)).toEqual(expected);
  });

  test("names its kinds by the words before the thing", () => {
    expect(kindsAmong(rows.map(({ item }) => item))).toEqual([
      { kind: "registration", label: "Đăng ký thi đua" },
      { kind: "unit-plan", label: "Kế hoạch của đơn vị" },
    ]);
  });

  test("names a kind by what all of it begin with, by the first where nothing is shared", () => {
    const whats = ["Số liệu 4 chỉ tiêu, Quý III", "Số liệu 2 chỉ tiêu, Quý II"];
    expect(kindsAmong(whats.map((what) => ({ kind: "value", what })))).toEqual([
      { kind: "value", label: "Số liệu" },
    ]);
    const others = ["Sơ kết “Năm 2021”", "Tổng kết “Năm 2021”"];
    expect(kindsAmong(others.map((what) => ({ kind: "review", what })))).toEqual([
      { kind: "review", label: "Sơ kết" },
    ]);
  });

  test("is counted by unit and by cluster, units of none last", () => {
    expect(tallyByUnit(rows).map((one) => [one.unit.id, one.tally.late])).toEqual([
      [3, 1],
      [2, 1],
      [1, 0],
    ]);
    const clusters = [{ id: 10 }, { id: 11 }, { id: 12 }];
    expect(tallyByCluster(rows, clusters).map((one) => [one.cluster?.id ?? null, one.tally.onTime])).toEqual([
      [10, { judged: 1, inTime: 1 }],
      [11, { judged: 1, inTime: 0 }],
      [null, { judged: 1, inTime: 0 }],
    ]);
  });
});

const past = (...done: (string | null)[]) =>
  done.map((one) => ({ deadline: inclusive, doneAt: one ? noon(one) : null }));
const dueNow = datedDeadline("chậm nhất là ngày 27/02/2022", day("2022-02-27"), true);
const open = (begun?: boolean) => ({ deadline: dueNow, doneAt: null, begun });

describe("the forecast", () => {
  test.each([
    [true, past("2021-02-20", "2021-02-22"), "2022-02-20", "likely-in-time"],
    [false, past("2021-02-25", "2021-02-25"), "2022-02-20", "likely-in-time"],
    [false, past("2021-02-25", "2021-03-05"), "2022-02-20", "doubtful"],
    [false, past("2021-02-25", "2021-03-05"), "2022-02-26", "likely-late"],
    [false, past("2021-03-03", "2021-03-05"), "2022-02-20", "likely-late"],
    [true, past("2021-03-03", "2021-03-05"), "2022-02-20", "likely-in-time"],
    [false, [], "2022-02-20", "doubtful"],
    [false, [], "2022-02-25", "likely-late"],
  ])("%# weighs the past, the days left and whether a draft exists", (begun, before, at, outlook) => {
    expect(forecastOf(open(begun), before, noon(at))?.outlook).toBe(outlook);
  });

  test("explains itself in a sentence", () => {
    expect(forecastOf(open(false), past("2021-02-25", "2021-03-05"), noon("2022-02-25"))?.sentence).toBe(
      "Trước đây đúng hạn 1/2 lần, thường muộn 6 ngày; còn 2 ngày, chưa có dự thảo.",
    );
    expect(forecastOf(open(), [], noon("2022-02-27"))?.sentence).toBe(
      "Chưa có việc nào trước đây để so; hôm nay là hạn cuối.",
    );
  });

  test("is not made for what is done, late, undated, or far off without a past", () => {
    const at = noon("2022-01-01");
    expect(forecastOf({ ...open(), doneAt: at }, [], at)).toBe(null);
    expect(forecastOf(open(), [], noon("2022-03-01"))).toBe(null);
    expect(forecastOf({ ...open(), deadline: impossible }, [], at)).toBe(null);
    expect(forecastOf(open(), [], at)).toBe(null);
  });

  test("of a unit is its gravest one", () => {
    const dues = [
      { ...open(true), what: "Đăng ký" },
      { ...open(false), what: "Kế hoạch" },
    ];
    expect(gravestForecast(dues, past("2021-03-03"), noon("2022-02-26"))?.what).toBe("Kế hoạch");
  });

  test("knows how early is usual", () => {
    expect(usualDaysEarly(past("2021-02-20", "2021-02-26", null, "2021-03-01"))).toBe(1);
    expect(usualDaysEarly(past(null))).toBe(null);
  });
});
