import { Temporal } from "temporal-polyfill";

/**
 * A legal day (ngày) on the calendar of Asia/Ho_Chi_Minh, as `yyyy-mm-dd`. Days compare with `<` and `===`.
 * Only this file makes them; what cannot be a day stays text and becomes a finding.
 */
export type Day = string & { readonly day: unique symbol };

/** A moment in time. Pure code receives it as an argument and never asks the clock. */
export type Instant = Date;

const ZONE = "Asia/Ho_Chi_Minh";
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Reads `yyyy-mm-dd`; null when the day does not exist or its year is outside 1900–2199. */
export function parseDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** The day of that year, month and date; null when there is none such (30 February, year 20222). */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: "reject" }).toString() as Day;
  } catch {
    return null;
  }
}

/** A day known to exist, written in code or data; throws otherwise, since that is a bug. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`not a day: ${text}`);
  return parsed;
}

/** Reads what a person types: `dd/mm/yyyy`, `d/m/yyyy`, also with - or . between; null when no such day. */
export function readTypedDay(text: string): Day | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  return parts ? dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null;
}

/** `27/02/2021`, the form shown everywhere. */
export const writeDay = (value: Day): string => {
  const [year, month, date] = value.split("-");
  return `${date}/${month}/${year}`;
};

/** `ngày 22 tháng 02 năm 2021`: months 1 and 2 and days below 10 with a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const writeLegalDay = (value: Day): string => {
  const { year, month, day: date } = Temporal.PlainDate.from(value);
  const monthText = month < 3 ? `0${month}` : `${month}`;
  return `ngày ${`${date}`.padStart(2, "0")} tháng ${monthText} năm ${year}`;
};

/** The legal day on which an instant falls in Vietnam. */
export const onDay = (at: Instant): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString() as Day;

/** The first instant of a day in Vietnam. */
export const startOf = (value: Day): Instant =>
  new Date(Temporal.PlainDate.from(value).toZonedDateTime(ZONE).epochMilliseconds);

/** `10:42` in Vietnam. */
export const clockOf = (at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainTime().toString({
    smallestUnit: "minute",
  });

export const addDays = (value: Day, days: number): Day =>
  Temporal.PlainDate.from(value).add({ days }).toString() as Day;

/** The same date years later; 29 February becomes 28 February where the year has none. */
export const addYears = (value: Day, years: number): Day =>
  Temporal.PlainDate.from(value).add({ years }).toString() as Day;

export const addMonths = (value: Day, months: number): Day =>
  Temporal.PlainDate.from(value).add({ months }).toString() as Day;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

export const yearOf = (value: Day): number => Number(value.slice(0, 4));
export const monthOf = (value: Day): number => Number(value.slice(5, 7));
export const dateOf = (value: Day): number => Number(value.slice(8, 10));

/** 1 = Monday (thứ Hai) … 7 = Sunday (Chủ nhật). */
export const weekdayOf = (value: Day): number => Temporal.PlainDate.from(value).dayOfWeek;

const WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"] as const;

export const writeWeekday = (value: Day): string => WEEKDAYS[weekdayOf(value) - 1] ?? "";

export const firstDayOf = (year: number): Day => day(`${year}-01-01`);
export const lastDayOf = (year: number): Day => day(`${year}-12-31`);

/** A half-open span of days: `from` is in it, `to` is not; null ends stay open. */
export interface Validity {
  readonly from: Day | null;
  readonly to: Day | null;
}

export const covers = (validity: Validity, value: Day): boolean =>
  (validity.from === null || validity.from <= value) && (validity.to === null || value < validity.to);
