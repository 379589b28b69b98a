import { type Day, dayOf } from "../platform/day.ts";
import { folded, isCapitals, plain, segmentsOf } from "./plan-text.ts";

/** Number and symbol (số, ký hiệu) as the header has them, spaces removed. */
export interface HeaderNumber {
  readonly number: string | null;
  readonly symbol: string;
  readonly line: number;
  /** What stood on the same line after it: place and date, when columns ran together. */
  readonly rest: string;
}

const SYMBOL = "\\p{Lu}[\\p{L}\\d&.]*(?:\\s?[-–/]\\s?\\p{Lu}[\\p{L}\\d&.]*)*";
const BLANK = "[.…_\\s]*";

/** `Số: 252/QĐ-BTP`, `Số 71-KH/ĐU`, `Số: 45/2014/QĐ-UBND`, and a draft's `Số:    /QĐ-BTP`. */
const NUMBER = new RegExp(
  `^S[ốỐ]\\s*[:.]?\\s*(\\d[\\dOolI]{0,8}\\s?[a-zA-Z]?(?:\\s*/\\s*(?:19|20)\\d{2}(?=\\s*/))?|${BLANK})\\s*([/\\-–])\\s*(${SYMBOL})`,
  "u",
);

export function readNumber(text: string, line: number): HeaderNumber | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const number = (match[1] ?? "").replace(/[.…_\s]/g, "");
  const symbol = (match[3] ?? "").replace(/\s/g, "").replace(/[.-]+$/, "");
  return { number: number || null, symbol, line, rest: text.slice(match[0].length).trim() };
}

/** The parts of a header line; a blank left for number, day or month parts nothing. */
export function headerSegments(text: string): string[] {
  const found: string[] = [];
  for (const segment of segmentsOf(text)) {
    const last = found.at(-1);
    if (last !== undefined && /(?:^S[ốỐ]\s*[:.]?|ngày|tháng|năm)$/iu.test(last))
      found[found.length - 1] = `${last} ${segment}`;
    else found.push(segment);
  }
  return found;
}

/** Place and date (địa danh, ngày tháng năm) of the header. */
export interface HeaderDate {
  readonly place: string | null;
  readonly day: Day | null;
  readonly year: number | null;
  /** Set when a date is written that does not exist. */
  readonly impossible: string | null;
  readonly line: number;
}

const PLACE_AND_DATE = new RegExp(
  `^(?:(\\p{Lu}[\\p{L}.\\s-]{1,50}?)\\s*,\\s*)?(?:[Nn]gày|NGÀY)\\s*(\\d{1,2}|${BLANK})\\s*(?:tháng|THÁNG)\\s*(\\d{1,2}|${BLANK})\\s*(?:năm|NĂM)\\s*(\\d{4,5})`,
  "u",
);
const PLACE_AND_NUMERIC =
  /^(\p{Lu}[\p{L}.\s-]{1,50}?)\s*,\s*(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4,5})\s*$/u;

export function readPlaceAndDate(text: string, line: number): HeaderDate | null {
  const match = PLACE_AND_DATE.exec(text) ?? PLACE_AND_NUMERIC.exec(text);
  if (!match) return null;
  const [date, month, year] = [match[2], match[3], match[4]].map((part) => Number(part)) as [
    number,
    number,
    number,
  ];
  const day = dayOf(year, month, date);
  const written = date > 0 && month > 0;
  return {
    place: match[1] ? plain(match[1]) : null,
    day,
    year: year >= 1945 && year <= 2199 ? year : null,
    impossible: written && day === null ? plain(match[0]).replace(/^.*?,\s*/u, "") : null,
    line,
  };
}

const NATION = /cong hoa xa hoi chu nghia viet nam/;
const MOTTO = /doc lap\s*[-–—]?\s*tu do\s*[-–—]?\s*hanh phuc/;
const PARTY = /^\*?\s*dang cong san viet nam\s*\*?$/;

/** What is left of a header line without quốc hiệu, tiêu ngữ or the Party's name. */
export function withoutNation(text: string): string {
  let left = text;
  for (const pattern of [NATION, MOTTO]) {
    const match = pattern.exec(folded(left));
    if (match) left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`.trim();
  }
  return PARTY.test(folded(left)) ? "" : plain(left);
}

/** A line of the header: the nation's name in capitals, its motto with dashes, or the Party's name alone. */
export const hasNation = (text: string): boolean => {
  if (text.length > 160) return false;
  const key = folded(text);
  const nation = NATION.exec(key);
  if (nation && isCapitals(text.slice(nation.index, nation.index + nation[0].length))) return true;
  return /doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc/.test(key) || PARTY.test(key);
};
