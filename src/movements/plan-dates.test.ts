import { expect, test } from "vitest";
import { datesIn, weekdayDiffers } from "./plan-dates.ts";

const days = (text: string, year: number | null = 2024) =>
  datesIn(text, year).map((date) => date.day ?? (date.impossible ? "impossible" : "no day"));

test("the styles in which days are written", () => {
  expect(days("27/02/2021, 7/2/2021, 07-02-2021, 07.02.2021, 30 / 6 / 2021")).toEqual([
    "2021-02-27",
    "2021-02-07",
    "2021-02-07",
    "2021-02-07",
    "2021-06-30",
  ]);
  expect(days("ngày 02 tháng 01 năm 2018; ngày 30 tháng 6 năm 2018")).toEqual(["2018-01-02", "2018-06-30"]);
  expect(days("ngày 30 tháng 6/2018, ngày 15/6 năm 2019")).toEqual(["2018-06-30", "2019-06-15"]);
});

test("a year that isn't written is the movement's, or the one after it", () => {
  expect(days("trước ngày 15/6 và ngày 20 tháng 11")).toEqual(["2024-06-15", "2024-11-20"]);
  expect(days("trước ngày 15/01 năm sau")).toEqual(["2025-01-15"]);
  expect(days("trước ngày 15/6", null)).toEqual(["no day"]);
  expect(datesIn("trước ngày 15/6", 2024)[0]?.yearInferred).toBe(true);
});

test("days that don't exist", () => {
  expect(days("30/02/2021 31/4/2021 29/02/2023 29/02/2024 15/13/2021 15/3/20222")).toEqual([
    "impossible",
    "impossible",
    "impossible",
    "2024-02-29",
    "impossible",
    "impossible",
  ]);
  expect(days("trước ngày 31/9", null)).toEqual(["impossible"]);
  expect(days("(19/5/1890-19/5/2021)")).toEqual(["no day", "2021-05-19"]);
});

test("numbers of documents, ratios, months and levels are no days", () => {
  expect(days("Nghị định số 96/2017/NĐ-CP, 05/2018/TT-BTP, Quyết định 12/QĐ")).toEqual([]);
  expect(days("tháng 7/1981, mức độ 3/4, đạt 1/2, làm việc 24/7, 2.194.296")).toEqual([]);
});

test("a date inside a citation says so", () => {
  expect(
    datesIn("Nghị định số 96/2017/NĐ-CP ngày 16 tháng 8 năm 2017; gửi trước ngày 16/8/2017", null).map(
      (date) => date.cited,
    ),
  ).toEqual([true, false]);
});

test("a weekday named beside a date is compared with the calendar", () => {
  expect(
    [
      "thứ Sáu, ngày 16/02/2023",
      "thứ Năm ngày 16/02/2023",
      "Chủ nhật, 19/11/2023",
      "27/02/2021 (thứ Bảy)",
    ].map((text) => datesIn(text, null).map(weekdayDiffers)[0]),
  ).toEqual([true, false, false, false]);
});
