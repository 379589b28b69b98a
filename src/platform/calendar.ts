import { addDays, type Day, weekdayOf } from "./day.ts";

/**
 * Working days of public bodies in Vietnam: Monday to Friday, without public holidays (Bộ luật Lao động,
 * Điều 112), and with the days that a yearly notice swaps. Holidays enter as data; plain objects, so that
 * a calendar can be handed to another thread.
 */
export interface Calendar {
  /** Name of the holiday by day; a substitute day off (nghỉ bù, hoán đổi) has its own name. */
  readonly holidays: Readonly<Record<string, string>>;
  /** Saturdays and Sundays that are worked in exchange for another day. */
  readonly workedWeekendDays: readonly string[];
  /** The years for which the holidays are known; outside them only weekends are. */
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A calendar that knows no holiday: weekends only. */
export const weekendsOnly: Calendar = { holidays: {}, workedWeekendDays: [], firstYear: 0, lastYear: 0 };

/** Name of the public holiday or substitute day; null on other days. */
export const holidayName = (calendar: Calendar, value: Day): string | null =>
  calendar.holidays[value] ?? null;

const isHoliday = (calendar: Calendar, value: Day): boolean => holidayName(calendar, value) !== null;

/** Saturday or Sunday that is not worked in exchange. */
const isWeekend = (calendar: Calendar, value: Day): boolean =>
  weekdayOf(value) > 5 && !calendar.workedWeekendDays.includes(value);

/** A day on which public bodies don't work. */
export const isDayOff = (calendar: Calendar, value: Day): boolean =>
  isHoliday(calendar, value) || isWeekend(calendar, value);

/** Whether the calendar knows the holidays of that day's year. */
export const knowsHolidaysOf = (calendar: Calendar, value: Day): boolean => {
  const year = Number(value.slice(0, 4));
  return year >= calendar.firstYear && year <= calendar.lastYear;
};

/**
 * The day on which that many working days have passed since `from`, which itself isn't counted;
 * a negative count goes backwards. Zero gives the day itself, even when it is off.
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let value = from;
  for (let left = Math.abs(count); left > 0; ) {
    value = addDays(value, step);
    if (!isDayOff(calendar, value)) left -= 1;
  }
  return value;
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let value = from; value < to; ) {
    value = addDays(value, 1);
    if (!isDayOff(calendar, value)) count += 1;
  }
  return count;
}

/** The day itself when it is worked, otherwise the next one that is. */
export function nextWorkingDay(calendar: Calendar, value: Day): Day {
  return isDayOff(calendar, value) ? addWorkingDays(calendar, value, 1) : value;
}
