import { type Day, dayOf, weekdayOf } from "../platform/day.ts";

/** A date as it stands in a sentence: `27/02/2021`, `30/6`, `ngày 02 tháng 01 năm 2018`. */
export interface WrittenDate {
  readonly at: number;
  readonly end: number;
  readonly raw: string;
  /** Null when there is no such day, or no year to take. */
  readonly day: Day | null;
  readonly impossible: boolean;
  /** The year wasn't written and was taken from the movement. */
  readonly yearInferred: boolean;
  /** Part of a citation: `Nghị định số 96/2017/NĐ-CP ngày 16 tháng 8 năm 2017`. */
  readonly cited: boolean;
  /** The weekday named beside it, 1 = Monday, when one is. */
  readonly weekday: number | null;
}

const NUMERIC = /(?<![\d/.])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4,6}|\d{2})(?![\d/]|\s?\/\s?\p{Lu})/gu;
const SHORT =
  /(?<![\d/.,])(\d{1,2})\s?\/\s?(\d{1,2})(?![\d/%]|\s?\/\s?[\p{L}\d]|\s?%|[.,]\d)(?:\s+(?:của\s+)?năm\s+(\d{4,6}|sau|tới|kế tiếp|nay))?/gu;
const LONG =
  /(?<![\d/.])(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)(?:\s*(?:,?\s*(?:của\s+)?năm\s+|\s*\/\s*)(\d{4,6}|sau|tới|kế tiếp|nay))?/giu;

/** Older years are real, but no legal day is needed of them: (19/5/1890-19/5/2021). */
const FIRST_YEAR = 1900;
const NEXT_YEAR = /^(?:sau|tới|kế tiếp)$/u;

/** Every date of a text, from left to right. A missing year is taken from `year`. */
export function datesIn(text: string, year: number | null): WrittenDate[] {
  const matches = [
    ...[...text.matchAll(NUMERIC)].map((match) => ({
      match,
      date: match[1],
      month: match[3],
      written: match[4],
    })),
    ...[...text.matchAll(LONG)].map((match) => ({
      match,
      date: match[1],
      month: match[2],
      written: match[3],
    })),
    ...[...text.matchAll(SHORT)]
      .filter((match) => looksLikeDayAndMonth(text, match))
      .map((match) => ({ match, date: match[1], month: match[2], written: match[3] })),
  ].sort(
    (left, right) => left.match.index - right.match.index || right.match[0].length - left.match[0].length,
  );
  const found: WrittenDate[] = [];
  for (const { match, date = "", month = "", written } of matches) {
    const at = match.index;
    const end = at + match[0].length;
    if (at < (found.at(-1)?.end ?? 0)) continue;
    const inferred = written === undefined || !/^\d/.test(written);
    const value = yearWritten(written, year);
    const day = value === null ? null : dayOf(value, Number(month), Number(date));
    found.push({
      at,
      end,
      raw: match[0],
      day,
      impossible: value === null || value < FIRST_YEAR ? impossibleInAnyYear(date, month) : day === null,
      yearInferred: inferred && day !== null,
      cited: isCited(text, at),
      weekday: weekdayBeside(text, at, end),
    });
  }
  return found;
}

function yearWritten(written: string | undefined, year: number | null): number | null {
  if (written === undefined || !/^\d/.test(written)) {
    if (year === null) return null;
    return written !== undefined && NEXT_YEAR.test(written) ? year + 1 : year;
  }
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

const impossibleInAnyYear = (date: string, month: string): boolean =>
  dayOf(2024, Number(month), Number(date)) === null;

/** `6/2021` is a month and `3/4` may be a level: a day and month without a year wants a word of time before it. */
function looksLikeDayAndMonth(text: string, match: RegExpExecArray): boolean {
  const month = Number(match[2]);
  const before = text.slice(Math.max(0, match.index - 14), match.index);
  if (/(?:số|mức độ|khoản|điểm|tỷ lệ|ngày)\s*$/iu.test(before)) return /ngày\s*$/iu.test(before);
  if (month < 1 || month > 12) return false;
  return /(?:ngày|trước|đến|từ|hết|nhất|là|sáng|chiều|vào|và|sang|cuối|[(,:;–-])\s*$/iu.test(before);
}

const CITATION =
  /(?:\d[\d/]*\s?[/-]\s?\p{Lu}[\p{L}\d&./-]*|(?:Luật|Nghị định|Thông tư|Nghị quyết|Chỉ thị|Kết luận|Quyết định|Kế hoạch|Công văn|Văn bản|Hướng dẫn|Thông báo|Pháp lệnh|Tờ trình)(?:\s(?!(?:chậm|muộn|trước|hạn|gửi|nộp|đến|hết|trong|hoàn thành)(?!\p{L}))[^\s;.]+){0,12}?),?\s*(?:ký\s|ban hành\s|được ký\s|đề\s)?ngày\s*$/u;

const isCited = (text: string, at: number): boolean => CITATION.test(text.slice(Math.max(0, at - 90), at));

const WEEKDAYS: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tư: 3,
  năm: 4,
  sáu: 5,
  bảy: 6,
  bẩy: 6,
  "2": 1,
  "3": 2,
  "4": 3,
  "5": 4,
  "6": 5,
  "7": 6,
};

const WEEKDAY_BEFORE =
  /(?<!\p{L})(?:thứ\s(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(chủ nhật))\s?,?\s?\(?\s?(?:ngày\s+)?$/iu;
const WEEKDAY_AFTER =
  /^\s?,?\s?\(?\s?(?:tức\s|là\s|vào\s)?(?:thứ\s(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(chủ nhật))(?!\p{L})/iu;

function weekdayBeside(text: string, at: number, end: number): number | null {
  const match =
    WEEKDAY_BEFORE.exec(text.slice(Math.max(0, at - 24), at)) ??
    WEEKDAY_AFTER.exec(text.slice(end, end + 24));
  if (!match) return null;
  return match[1] ? (WEEKDAYS[match[1].toLowerCase()] ?? null) : 7;
}

/** The weekday is named and is another than the calendar's. */
export const weekdayDiffers = (date: WrittenDate): boolean =>
  date.day !== null && date.weekday !== null && weekdayOf(date.day) !== date.weekday;
