import type { ContentHeading } from "./plan-reading.ts";
import { firstCharacters, isCapitals, type Passage } from "./plan-text.ts";

/** A heading together with the passages that stand under it, until the next heading. */
interface OutlineItem extends ContentHeading {
  readonly text: string;
  /** Position of its own passage in the list of passages. */
  readonly at: number;
  readonly ordinal: number;
  readonly rank: number;
}

interface Style {
  /** Lower ranks stand higher in the outline. */
  readonly rank: number;
  readonly pattern: RegExp;
  readonly label: (match: RegExpExecArray) => string;
  readonly ordinal: (match: RegExpExecArray) => number;
}

const ROMAN = /^(X{0,3})(IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanValue(text: string): number {
  if (!ROMAN.test(text)) return 0;
  return [...text].reduce((sum, letter, index) => {
    const value = ROMAN_VALUES[letter] ?? 0;
    return value < (ROMAN_VALUES[text.charAt(index + 1)] ?? 0) ? sum - value : sum + value;
  }, 0);
}

const COUNTED = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

const lastNumber = (label: string): number => Number(/(\d+)$/.exec(label)?.[1] ?? 0);

const numeralOf = (text: string): number =>
  /^\d+$/.test(text)
    ? Number(text)
    : romanValue(text) || ORDINALS.indexOf(text.replace(/^thứ\s+/iu, "").toLowerCase()) + 1;

const part = (rank: number, word: string): Style => ({
  rank,
  pattern: new RegExp(`^(${word})\\s+(thứ\\s+\\p{L}+|[IVX]+|\\d{1,2})(?!\\p{L})\\s*[.:)\\-–]*\\s*`, "iu"),
  label: (match) => `${match[1]} ${match[2]}`,
  ordinal: (match) => numeralOf(match[2] ?? ""),
});

/** The numbering styles of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I), Party papers and speeches. */
const STYLES: readonly Style[] = [
  part(0, "phần"),
  part(1, "chương"),
  part(2, "mục"),
  {
    rank: 3,
    pattern: /^(Điều)\s+(\d{1,3})\s*[.:]\s*/u,
    label: (match) => `Điều ${match[2]}`,
    ordinal: (match) => Number(match[2]),
  },
  {
    rank: 5,
    pattern: /^([IVX]{1,5})\s*(?:[.)/:]|\s?[-–])\s*(?=[\p{Lu}"“(])/u,
    label: (match) => match[1] ?? "",
    ordinal: (match) => romanValue(match[1] ?? ""),
  },
  {
    rank: 4,
    pattern: /^([A-HĐ])\s*(?:[.)/]|\s?[-–])\s*(?=\p{Lu}[\p{Lu}\s,]{3})/u,
    label: (match) => match[1] ?? "",
    ordinal: (match) => "ABCDĐEFGH".indexOf(match[1] ?? "") + 1,
  },
  {
    rank: 7,
    pattern:
      /^(\d{1,2}(?:\.\d{1,2}){1,4})\s*(?:[.)/:]\s*|[-–]\s*|\s+)(?=[\p{L}"“(]|(?<=[.)/:]\s)\d{1,4}(?:[.,]\d+)?(?:\s?%|\s\p{L}))/u,
    label: (match) => match[1] ?? "",
    ordinal: (match) => lastNumber(match[1] ?? ""),
  },
  {
    rank: 6,
    pattern:
      /^(\d{1,2})\s*(?:[.)/:]\s*|[-–]\s+|[-–](?=\p{Lu}))(?=[\p{L}"“(]|(?<=\s)\d{1,4}(?:[.,]\d+)?(?:\s?%|\s\p{L}))/u,
    label: (match) => match[1] ?? "",
    ordinal: (match) => Number(match[1]),
  },
  {
    rank: 20,
    pattern: /^\(?([a-zđ])\s*(?:[.)/]\s*|[-–]\s+)(?=[\p{L}"“(])/u,
    label: (match) => match[1] ?? "",
    ordinal: (match) => "abcdđeghiklmnopqrstuvxy".indexOf(match[1] ?? "") + 1,
  },
  {
    rank: 21,
    pattern: /^([a-zđ]\.?\d{1,2})\s*[.)]\s*(?=[\p{L}"“(])/u,
    label: (match) => match[1] ?? "",
    ordinal: (match) => lastNumber(match[1] ?? ""),
  },
  {
    rank: 22,
    pattern: /^\((\d{1,2}|[ivx]{1,4})\)\s*(?=[\p{L}"“])/u,
    label: (match) => `(${match[1]})`,
    ordinal: (match) => Number(match[1]) || romanValue((match[1] ?? "").toUpperCase()),
  },
  {
    rank: 23,
    pattern: /^(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)\s+là(?!\p{L})\s*[,:;.]?\s*/u,
    label: (match) => `${match[1]} là`,
    ordinal: (match) => COUNTED.indexOf((match[1] ?? "").toLowerCase()) + 1,
  },
  {
    rank: 23,
    pattern: /^(Thứ\s+(nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))\s*[,:]\s*/u,
    label: (match) => match[1] ?? "",
    ordinal: (match) => ORDINALS.indexOf((match[2] ?? "").toLowerCase()) + 1,
  },
];

/** Dot leaders or a page number at the end: a line of the table of contents. */
const OF_TABLE_OF_CONTENTS = /(?:\.{5,}|…{2,}|_{3,})\s*\d{1,3}\s*$/u;

const HEADING_LENGTH = 120;

/** The headings of a text with their depth: a label's depth is the number of styles open above it, and itself. */
export function outlineOf(passages: readonly Passage[]): OutlineItem[] {
  const items: OutlineItem[] = [];
  const open: { rank: number; ordinal: number }[] = [];
  const closed = new Map<number, number>();
  passages.forEach((passage, at) => {
    const read = readLabel(passage.text);
    if (!read || OF_TABLE_OF_CONTENTS.test(passage.text)) return;
    const { rank, label, ordinal, text } = read;
    if (!isNext(rank, ordinal, open, closed, endsBefore(passages, at))) return;
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= rank) {
      const last = open.pop();
      if (last && last.rank === rank) closed.set(rank, last.ordinal);
    }
    for (const lower of [...closed.keys()]) if (lower > rank) closed.delete(lower);
    open.push({ rank, ordinal });
    closed.set(rank, ordinal);
    const whole = text || titleBelow(passages, at);
    items.push({
      label,
      level: open.length,
      heading: firstCharacters(whole, HEADING_LENGTH),
      line: passage.line,
      text: whole,
      at,
      ordinal,
      rank,
    });
  });
  return items;
}

interface ReadLabel {
  readonly rank: number;
  readonly label: string;
  readonly ordinal: number;
  readonly text: string;
}

/** The label with which a text begins, and what follows it. */
export function readLabel(text: string): ReadLabel | null {
  for (const style of STYLES) {
    const match = style.pattern.exec(text.slice(0, 80));
    if (!match) continue;
    const ordinal = style.ordinal(match);
    if (ordinal === 0 && style.rank < 20) continue;
    const label = style.label(match);
    const dots = style.rank === 7 ? label.split(".").length - 2 : 0;
    return { rank: style.rank + dots, label, ordinal, text: text.slice(match[0].length).trim() };
  }
  return null;
}

/**
 * A number at the head of a line is a heading when it is the next of its row, or the first of a new one.
 * Otherwise it is taken only where the passage before came to its end: real papers skip numbers.
 */
function isNext(
  rank: number,
  ordinal: number,
  open: readonly { rank: number; ordinal: number }[],
  closed: ReadonlyMap<number, number>,
  afterEnd: boolean,
): boolean {
  if (ordinal === 1) return true;
  const before = open.find((entry) => entry.rank === rank)?.ordinal ?? closed.get(rank);
  if (before !== undefined && ordinal === before + 1) return true;
  return afterEnd && (rank < 20 || rank === 23);
}

function endsBefore(passages: readonly Passage[], at: number): boolean {
  const before = passages[at - 1]?.text ?? "";
  return before === "" || /[.;:!?…”"]$/u.test(before) || isCapitals(before) || before.length < 60;
}

/** `Phần thứ nhất` has its title in the next line, in capitals. */
function titleBelow(passages: readonly Passage[], at: number): string {
  const below = passages[at + 1]?.text ?? "";
  return isCapitals(below) ? below : "";
}

const BULLET = /^[-–—+•*●]\s*/u;

/** A passage without its label or bullet. */
export function withoutLabel(text: string): string {
  const bare = text.replace(BULLET, "");
  return bare === text ? (readLabel(text)?.text ?? text) : bare;
}

/** Headings of the upper levels: what stands above them binds nobody below. */
export const isUpperHeading = (text: string): boolean =>
  isCapitals(text) || (readLabel(text)?.rank ?? 99) <= 5;
