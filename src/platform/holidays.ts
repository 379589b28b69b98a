import Holidays from "date-holidays";
import type { Calendar } from "./calendar.ts";
import { addDays, type Day, day } from "./day.ts";
import { type OfficialYear, officialYears } from "./holidays.official.ts";

const IN_LIEU = "Nghỉ bù ngày lễ";
const SWAPPED = "Nghỉ hoán đổi ngày làm việc";

let built: Calendar | undefined;

/** The calendar of public bodies for the years that `holidays.official.ts` knows; built once. */
export function officialCalendar(): Calendar {
  built ??= buildCalendar(officialYears);
  return built;
}

/** Fixed and lunar holidays from the library, the rest from the yearly notices. */
function buildCalendar(years: readonly OfficialYear[]): Calendar {
  const vietnam = new Holidays("VN");
  const holidays: Record<string, string> = {};
  for (const year of years) {
    for (const off of year.inLieu) holidays[off] = IN_LIEU;
    for (const { off } of year.swaps) holidays[off] = SWAPPED;
    for (const off of daysFrom(day(year.lunarNewYear[0]), day(year.lunarNewYear[1])))
      holidays[off] = "Tết Nguyên đán";
    if (year.secondNationalDay) holidays[year.secondNationalDay] = "Quốc khánh";
    for (const holiday of vietnam.getHolidays(year.year))
      if (holiday.type === "public") holidays[holiday.date.slice(0, 10)] ??= holiday.name;
  }
  return {
    holidays,
    workedWeekendDays: years.flatMap((year) => year.swaps.map((swap) => swap.worked)),
    firstYear: Math.min(...years.map((year) => year.year)),
    lastYear: Math.max(...years.map((year) => year.year)),
  };
}

function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let value = from; value <= to; value = addDays(value, 1)) days.push(value);
  return days;
}
