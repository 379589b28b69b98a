import { expect, test } from "vitest";
import {
  addWorkingDays,
  type Calendar,
  holidayName,
  isDayOff,
  knowsHolidaysOf,
  nextWorkingDay,
  workingDaysBetween,
} from "./calendar.ts";
import { day } from "./day.ts";
import { officialCalendar } from "./holidays.ts";

const small: Calendar = {
  holidays: { "2024-04-29": "hoán đổi", "2024-04-30": "lễ", "2024-05-01": "lễ" },
  workedWeekendDays: ["2024-05-04"],
  firstYear: 2024,
  lastYear: 2024,
};

test("weekends and holidays are off, a Saturday worked in exchange is not", () => {
  expect(
    ["2024-04-26", "2024-04-27", "2024-04-29", "2024-05-04", "2024-05-05"].map((each) =>
      isDayOff(small, day(each)),
    ),
  ).toEqual([false, true, true, false, true]);
});

test("working days are counted without the first day, forwards and backwards", () => {
  expect(addWorkingDays(small, day("2024-04-26"), 1)).toBe("2024-05-02");
  expect(addWorkingDays(small, day("2024-04-26"), 3)).toBe("2024-05-04");
  expect(addWorkingDays(small, day("2024-05-02"), -1)).toBe("2024-04-26");
  expect(addWorkingDays(small, day("2024-04-28"), 0)).toBe("2024-04-28");
  expect(workingDaysBetween(small, day("2024-04-26"), day("2024-05-06"))).toBe(4);
  expect(workingDaysBetween(small, day("2024-05-06"), day("2024-04-26"))).toBe(-4);
  expect(nextWorkingDay(small, day("2024-04-27"))).toBe("2024-05-02");
});

test("the official calendar knows Tết, the Hùng Kings, both National Days, days in lieu and swaps", () => {
  const calendar = officialCalendar();
  expect(holidayName(calendar, day("2021-02-12"))).toBe("Tết Nguyên đán");
  expect(holidayName(calendar, day("2021-02-16"))).toBe("Tết Nguyên đán");
  expect(holidayName(calendar, day("2021-02-17"))).toBeNull();
  expect(holidayName(calendar, day("2021-04-21"))).toBe("Giỗ tổ Hùng Vương");
  expect([holidayName(calendar, day("2020-09-03")), holidayName(calendar, day("2021-09-03"))]).toEqual([
    null,
    "Quốc khánh",
  ]);
  expect(holidayName(calendar, day("2022-01-03"))).toBe("Nghỉ bù ngày lễ");
  expect([isDayOff(calendar, day("2024-04-29")), isDayOff(calendar, day("2024-05-04"))]).toEqual([
    true,
    false,
  ]);
});

test("it knows the years 2017 to 2027 and says so of others", () => {
  const calendar = officialCalendar();
  expect(
    ["2016-12-31", "2017-01-01", "2027-12-31", "2028-01-01"].map((each) =>
      knowsHolidaysOf(calendar, day(each)),
    ),
  ).toEqual([false, true, true, false]);
});

test("every year has five days of Tết that are off", () => {
  const calendar = officialCalendar();
  const perYear = Object.entries(calendar.holidays).filter(([, name]) => name === "Tết Nguyên đán");
  const years = new Map<string, number>();
  for (const [value] of perYear) years.set(value.slice(0, 4), (years.get(value.slice(0, 4)) ?? 0) + 1);
  expect([...years.keys()].sort()).toEqual([
    "2017",
    "2018",
    "2019",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
    "2026",
    "2027",
  ]);
  for (const count of years.values()) expect([5, 7]).toContain(count);
});
