import type { Line } from "../documents/lines.ts";
import { fold } from "../platform/vietnamese.ts";

/**
 * A passage (đoạn) is what a reader takes as one paragraph: lines that layout broke apart are joined here,
 * for understanding only. Every place in it leads back to the line it came from.
 */
export interface Passage {
  readonly text: string;
  /** Line on which it begins. */
  readonly line: number;
  /** Where in the text each of its lines begins. */
  readonly starts: readonly { at: number; line: number }[];
}

/** The line on which a place of the passage stood. */
export function lineAt(passage: Passage, offset: number): number {
  let line = passage.line;
  for (const start of passage.starts) {
    if (start.at > offset) break;
    line = start.line;
  }
  return line;
}

/** A part of a passage, with its own way back to the lines. */
export interface Sentence {
  readonly text: string;
  readonly at: number;
  readonly passage: Passage;
}

/** Longer sentences are cut, so that no pattern ever runs over more than this. */
const LONGEST_SENTENCE = 6000;
const SENTENCE_END = /[.!?…]["”»)]?\s+(?=["“«(]?\p{Lu})/gu;
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}{1,3}|\p{L}|tr|ThS|TS|Ths|PGS|GS|Mr|Ms|đ\/c|[IVX]+|[\d.]+)\.$/u;

/** Sentences of a passage; an abbreviation (TP., KT.) or a numeral (1.1.) ends none. */
export function sentencesOf(passage: Passage): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const keep = (to: number) => {
    for (let at = from; at < to; at += LONGEST_SENTENCE) {
      const text = passage.text.slice(at, Math.min(to, at + LONGEST_SENTENCE));
      if (text.trim()) found.push({ text, at, passage });
    }
    from = to;
  };
  for (const end of passage.text.matchAll(SENTENCE_END)) {
    const upTo = end.index + 1;
    if (ABBREVIATED.test(passage.text.slice(Math.max(from, upTo - 12), upTo))) continue;
    keep(end.index + end[0].length);
  }
  keep(passage.text.length);
  return found;
}

export const lineOf = (sentence: Sentence, offset = 0): number =>
  lineAt(sentence.passage, sentence.at + offset);

/** A line without marks of emphasis (`**glued**`), with single spaces. */
export const plain = (text: string): string =>
  text
    .replace(/^\s*(?:#{1,6}\s+|\|\s)|\s\|\s*$|<br\s?\/?>/giu, " ")
    .replace(/(\S)(?:\*{2,}|_{3,})(?=(\S))/gu, (_, before: string, after: string) =>
      /[\p{L}\p{N}.;:,]/u.test(before) && /[\p{L}\p{N}(]/u.test(after) ? `${before} ` : before,
    )
    .replace(/\*{2,}|_{2,}/g, "")
    .replace(/(^|[\s(“])\*(\S(?:[^*]{0,300}\S)?)\*(?=[\s).,;:”]|$)/gu, "$1$2")
    .replace(/[\s\u00A0]+/gu, " ")
    .trim();

/** The parts of a line that layout set side by side: columns with a wide gap, or bold glued to bold. */
export const segmentsOf = (text: string): string[] =>
  text
    .split(/\*{2,}|\t+|[ \u00A0]{3,}|(?:^|\s)\|(?:\s|$)|<br\s?\/?>/iu)
    .map((part) => plain(part))
    .filter((part) => part !== "");

/** Folded letter by letter, so that an offset in the result is the same offset in the text. */
export function folded(text: string): string {
  const whole = fold(text);
  if (whole.length === text.length) return whole;
  return Array.from({ length: text.length }, (_, at) => fold(text.charAt(at)).charAt(0) || " ").join("");
}

/** In capitals, as headings and offices are set: no small letter, at least two capitals. */
export const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);

/** Begins as an item of an outline or a list does, or as a fixed part of a document. */
const STARTER = new RegExp(
  [
    "^(?:[-–—+•*●▪]|\\u00B7)\\s*\\S",
    '^(?:[IVXLC]{1,6}|\\d{1,2}(?:\\.\\d{1,2})*|[a-zđA-ZĐ])\\s*[.)/\\-–]\\s*[\\p{L}“"(]',
    "^\\d{1,2}(?:\\.\\d{1,2})+\\.?\\s",
    "^(?:Điều|Chương|Phần|Mục|CHƯƠNG|PHẦN|MỤC)\\s+(?:thứ|[IVXLC]+|\\d|[A-Z]\\b)",
    "^(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là(?![\\p{L}])",
    "^(?:Căn cứ|Xét đề nghị|Theo đề nghị|Nơi nhận|Kính gửi|QUYẾT ĐỊNH|KẾ HOẠCH|PHỤ LỤC|Phụ lục)",
    "^(?:TM|KT|TL|TUQ|Q)\\.\\s",
    "^Số\\s*:",
    "^(?:Đợt|Giai đoạn) (?:\\d|[IVX]+[\\s:(.]|thi đua|cao điểm|thứ)",
    "^\\(?(?:Ban hành |)[Kk]èm theo",
  ].join("|"),
  "u",
);

/** A line that ends in one of these isn't finished. */
const DANGLING =
  /(?<!\p{L})(?:ngày|tháng|năm|là|của|và|về|số|từ|đến|trước|hết|nhất|các|cho|với|theo|tại|trong|do|để|gồm),?$/u;

const ENDS = /[.;:!?…]["”»)]?$|\.\/\.?\s*\S{0,3}$/u;

/** Whether a list item, a heading or a fixed part begins here. */
const startsItem = (text: string): boolean => STARTER.test(text);

/** Quotation marks still open; `“…“` and `“…"` count as closed. */
function openQuotes(text: string): number {
  const [opened, closed, straight] = ["“", "”", '"'].map((mark) => text.split(mark).length - 1) as [
    number,
    number,
    number,
  ];
  if (opened === 0) return 0;
  return closed === 0 ? (opened + straight) % 2 : opened - closed;
}

/** Lines into passages. `width` is the length of a full line; a full line without an end goes on in the next. */
export function passagesOf(lines: readonly Line[]): Passage[] {
  const width = fullWidth(lines);
  const passages: Passage[] = [];
  let parts: { text: string; line: number }[] = [];
  let blank = false;
  const close = () => {
    if (parts.length > 0) passages.push(join(parts));
    parts = [];
  };
  for (const line of lines) {
    const text = plain(line.text);
    if (text === "") {
      blank = true;
      continue;
    }
    const last = parts.at(-1);
    if (last && !goesOn({ whole: parts, last: last.text, blank, text, width })) close();
    parts.push({ text, line: line.number });
    blank = false;
  }
  close();
  return passages;
}

interface Seam {
  readonly whole: readonly { text: string }[];
  readonly last: string;
  readonly blank: boolean;
  readonly text: string;
  readonly width: number;
}

function goesOn({ whole, last, blank, text, width }: Seam): boolean {
  if (startsItem(text)) return false;
  const unclosed = whole.length < 12 && openQuotes(whole.map((part) => part.text).join(" ")) > 0;
  if (unclosed && last.length > 20) return true;
  if (ENDS.test(last)) return false;
  if (/^\p{Ll}/u.test(text)) return !isCapitals(last);
  if (DANGLING.test(last) && !isCapitals(last)) return true;
  if (blank) return false;
  if (isCapitals(last)) return isCapitals(text) && last.length > 0.6 * width;
  return last.length >= 0.8 * width && last.length >= 40;
}

/** Length that nine lines in ten don't exceed. */
function fullWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.text.trim().length).filter((length) => length > 0);
  lengths.sort((left, right) => left - right);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}

function join(parts: readonly { text: string; line: number }[]): Passage {
  const starts: { at: number; line: number }[] = [];
  let text = "";
  for (const part of parts) {
    if (text !== "") text += " ";
    starts.push({ at: text.length, line: part.line });
    text += part.text;
  }
  return { text, line: parts[0]?.line ?? 0, starts };
}

/** First characters of a text, whole ones. */
export const firstCharacters = (text: string, count: number): string =>
  text.length <= count ? text : Array.from(text).slice(0, count).join("").trimEnd();

/** Whether a line goes on with a title already begun: after a break inside a sentence, a name or capitals. */
export function readsOnAsTitle(parts: readonly string[], text: string, blankAbove: boolean): boolean {
  const title = parts.join(" ");
  if (openQuotes(title) > 0 || /^[\p{Ll}“"(\d]/u.test(text)) return true;
  if (/^(?:Năm|Năm học|Giai đoạn|Nhiệm kỳ|Quý|Tháng)\s[\dIV][\d\s–/IV-]*$/u.test(text)) return true;
  if (isCapitals(title)) return isCapitals(text) && !blankAbove;
  if (/(?:\s(?:và|của|trong|theo|về|Ngày|ngày|năm|thi đua|phong trào)|[,–-])$/u.test(title))
    return !blankAbove;
  return !blankAbove && !isCapitals(text) && text.length < 60 && !/[.:;]$/.test(text);
}
