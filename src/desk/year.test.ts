import { expect, test } from "vitest";
import type { Calendar } from "../platform/calendar.ts";
import { type Day, day } from "../platform/day.ts";
import { datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import type { YearStep } from "../platform/offered.ts";
import { datesChecked } from "./year.ts";

const calendar: Calendar = {
  holidays: { "2021-09-02": "Quốc khánh" },
  workedWeekendDays: [],
  firstYear: 2021,
  lastYear: 2021,
};
const by = { year: 2021, today: day("2021-10-01"), calendar };

const step = (given: Partial<YearStep>): YearStep => ({
  ...{ label: "Sơ kết", state: "", tone: "plain", day: null, deadline: null, href: null },
  ...given,
});
const until = (text: string) => datedDeadline(text, day(text), true);
const peak = (from: string, to: string) => ({ label: "Đợt 1", from: day(from), to: day(to) });
const done = (text: string): Partial<YearStep> => ({ day: text as Day, tone: "good" });

test.each<[string, Partial<YearStep>, readonly string[]]>([
  ["in order", { ...done("2021-06-29"), deadline: until("2021-06-30"), began: day("2021-02-22") }, []],
  [
    "30 February",
    { deadline: undatedDeadline("trước ngày 30/02/2021", "impossible") },
    ["bad Hạn “trước ngày 30/02/2021” là ngày không có thật, chưa có ai xác định lại."],
  ],
  ["bound to an event", { deadline: undatedDeadline("cùng với tổng kết năm", "event-bound") }, []],
  [
    "after its phase",
    { deadline: until("2021-07-05"), phase: peak("2021-01-01", "2021-06-30") },
    ["watch Hạn 05/07/2021 sau khi đợt “Đợt 1” kết thúc ngày 30/06/2021."],
  ],
  [
    "exclusive on the day after its phase",
    {
      deadline: datedDeadline("trước ngày 01/07/2021", day("2021-07-01"), false),
      phase: peak("2021-01-01", "2021-06-30"),
    },
    [],
  ],
  [
    "a phase that ends before it begins",
    { deadline: until("2021-07-05"), phase: peak("2021-06-30", "2021-01-01") },
    ["bad Đợt “Đợt 1” kết thúc 01/01/2021 trước khi bắt đầu 30/06/2021."],
  ],
  [
    "done before it began",
    { ...done("2021-02-20"), began: day("2021-02-22") },
    ["bad Xong ngày 20/02/2021 trước khi bắt đầu ngày 22/02/2021."],
  ],
  [
    "due before it began",
    { deadline: until("2021-01-29"), began: day("2021-02-22") },
    ["bad Hạn 29/01/2021 trước ngày bắt đầu 22/02/2021."],
  ],
  ["done tomorrow", done("2021-10-02"), ["bad Ghi xong ngày 02/10/2021, là ngày chưa đến."]],
  ["only planned for tomorrow", { day: day("2021-10-02"), tone: "plain" }, []],
  [
    "due on a holiday",
    { deadline: until("2021-09-02") },
    ["watch Ngày cuối còn trong hạn, 02/09/2021, là ngày nghỉ (Quốc khánh)."],
  ],
  [
    "due on a Saturday",
    { deadline: until("2021-02-27") },
    ["watch Ngày cuối còn trong hạn, 27/02/2021, là ngày nghỉ (thứ Bảy)."],
  ],
  ["kept although due on a Saturday", { ...done("2021-02-26"), deadline: until("2021-02-27") }, []],
  [
    "of another year",
    { deadline: until("2031-06-30") },
    ["bad Hạn 30/06/2031 không thuộc năm công tác 2021."],
  ],
  ["of the next January", { deadline: until("2022-01-14") }, []],
])("dates: %s", (_name, given, expected) => {
  expect(datesChecked(step(given), by).map(({ tone, sentence }) => `${tone} ${sentence}`)).toEqual(expected);
});
