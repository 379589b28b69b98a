import { expect, test } from "vitest";
import {
  addYears,
  day,
  dayOf,
  onDay,
  parseDay,
  readTypedDay,
  startOf,
  writeLegalDay,
  writeWeekday,
} from "./day.ts";
import {
  datedDeadline,
  daysLeft,
  isLate,
  undatedDeadline,
  writeDaysLeft,
  writeDeadline,
} from "./deadline.ts";

const inclusive = datedDeadline("chậm nhất là ngày 27/02/2021", day("2021-02-27"), true);
const exclusive = datedDeadline("trước ngày 27/02/2021", day("2021-02-27"), false);
const at = (text: string) => new Date(text);

test.each([
  [inclusive, "2021-02-27T23:59:59+07:00", false],
  [inclusive, "2021-02-27T23:59:59.999+07:00", false],
  [inclusive, "2021-02-28T00:00:00+07:00", true],
  [exclusive, "2021-02-26T23:59:59+07:00", false],
  [exclusive, "2021-02-27T00:00:00+07:00", true],
])("%# a deadline bites exactly at the end of its last day in Vietnam", (deadline, instant, late) => {
  expect(isLate(deadline, at(instant))).toBe(late);
});

test("nobody is late while the day is impossible or bound to an event", () => {
  const deadlines = [
    undatedDeadline("trước ngày 30/02/2021", "impossible"),
    undatedDeadline("cùng với tổng kết công tác tư pháp năm", "event-bound"),
  ];
  expect(deadlines.map((one) => isLate(one, at("2999-01-01T00:00:00Z")))).toEqual([false, false]);
  expect(deadlines.map((one) => writeDaysLeft(one, at("2021-02-20T00:00:00Z")))).toEqual([
    "Ngày không có thật",
    "Chưa định ngày",
  ]);
});

test("days left are counted on the calendar of Vietnam", () => {
  expect(daysLeft(inclusive, at("2021-02-26T17:00:00Z"))).toBe(0);
  expect(daysLeft(exclusive, at("2021-02-25T16:59:59Z"))).toBe(1);
  expect(writeDaysLeft(inclusive, at("2021-02-28T12:00:00+07:00"))).toBe("Quá hạn 1 ngày");
  expect(writeDeadline(inclusive)).toBe("chậm nhất 27/02/2021, tính cả ngày này");
  expect(writeDeadline(exclusive)).toBe("trước 27/02/2021, không tính ngày này");
});

test.each([
  ["30/02/2021", null],
  ["29/02/2021", null],
  ["29/2/2024", "2024-02-29"],
  ["1-7-2019", "2019-07-01"],
  ["5.7.2021", "2021-07-05"],
  ["01/01/20222", null],
  ["01/13/2021", null],
  ["hôm nay", null],
])("the typed day %s is %s", (typed, read) => {
  expect(readTypedDay(typed)).toBe(read);
});

test("only days that exist are days", () => {
  expect(parseDay("2021-02-30")).toBeNull();
  expect(dayOf(20222, 1, 1)).toBeNull();
  expect(() => day("2021-02-30")).toThrow("not a day: 2021-02-30");
  expect(addYears(day("2024-02-29"), 1)).toBe("2025-02-28");
});

test("a day is written as Nghị định 30/2020/NĐ-CP asks", () => {
  expect(writeLegalDay(day("2021-02-22"))).toBe("ngày 22 tháng 02 năm 2021");
  expect(writeLegalDay(day("2021-06-05"))).toBe("ngày 05 tháng 6 năm 2021");
  expect(writeWeekday(day("2021-02-27"))).toBe("thứ Bảy");
});

test("the legal day turns at midnight in Vietnam", () => {
  expect(onDay(at("2021-02-26T16:59:59Z"))).toBe("2021-02-26");
  expect(onDay(at("2021-02-26T17:00:00Z"))).toBe("2021-02-27");
  expect(startOf(day("2021-02-27")).toISOString()).toBe("2021-02-26T17:00:00.000Z");
});
