import type { Day } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { isRefusal } from "../platform/refusal.ts";
import { fold, tidy } from "../platform/vietnamese.ts";
import { type Dimension, exactly, isDivisible } from "./decimals.ts";
import { decideValue, type Entry, type Numbers } from "./value.ts";
import type { EntryRow } from "./value-entry.ts";

/**
 * Values read from a spreadsheet made from our template: each row names its share by number; what it would do is
 * shown before anything is written, and a row that cannot stand says why, with its line.
 */
export type ColumnName = "share" | "numerator" | "denominator" | "note";

export const importColumns = [
  { key: "share", title: "Mã dòng" },
  { key: "unit", title: "Đơn vị" },
  { key: "target", title: "Chỉ tiêu" },
  { key: "counted", title: "Đơn vị tính" },
  { key: "goal", title: "Chỉ tiêu giao" },
  { key: "numerator", title: "Số thực hiện (tử số)" },
  { key: "denominator", title: "Mẫu số" },
  { key: "note", title: "Ghi chú" },
] as const;

const patterns: readonly (readonly [ColumnName, RegExp])[] = [
  ["share", /^ma dong$/],
  ["numerator", /^so thuc hien|^tu so/],
  ["denominator", /^mau so/],
  ["note", /^ghi chu/],
];

const HEADER_WITHIN = 20;

/** One row as it was read. */
export interface ReadRow {
  /** Number of the row in the file, from 1. */
  readonly line: number;
  readonly share: number | null;
  readonly numerator: string;
  readonly denominator: string;
  readonly note: string;
}

/** The rows below the header; null when no row of the first twenty names the columns of our template. */
export function readRows(rows: readonly (readonly string[])[]): ReadRow[] | null {
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsIn(row);
    if (columns.share === undefined || columns.numerator === undefined) continue;
    return rows.slice(index + 1).flatMap((cells, below) => rowIn(cells, columns, index + below + 2));
  }
  return null;
}

type Columns = Readonly<Partial<Record<ColumnName, number>>>;

function columnsIn(row: readonly string[]): Columns {
  const columns: Partial<Record<ColumnName, number>> = {};
  for (const [at, cell] of row.entries()) {
    const words = fold(tidy(cell));
    const known = patterns.find(([name, pattern]) => columns[name] === undefined && pattern.test(words));
    if (known) columns[known[0]] = at;
  }
  return columns;
}

function rowIn(cells: readonly string[], columns: Columns, line: number): ReadRow[] {
  const cell = (name: ColumnName) => tidy(columns[name] === undefined ? "" : (cells[columns[name]] ?? ""));
  const [numerator, denominator] = [cell("numerator"), cell("denominator")];
  if (numerator === "" && denominator === "") return [];
  const share = cell("share");
  return [
    {
      line,
      share: /^\d{1,15}$/.test(share) ? Number(share) : null,
      numerator,
      denominator,
      note: cell("note"),
    },
  ];
}

/** What a row would do. */
export type RowOutcome =
  | {
      readonly kind: "adds" | "corrects";
      readonly row: ReadRow;
      readonly found: EntryRow;
      readonly entry: Entry;
    }
  | { readonly kind: "same"; readonly row: ReadRow; readonly found: EntryRow }
  | {
      readonly kind: "refused";
      readonly row: ReadRow;
      readonly found: EntryRow | null;
      readonly sentence: string;
    };

export function judgeRows(read: readonly ReadRow[], rows: readonly EntryRow[], today: Day): RowOutcome[] {
  const byShare = new Map(rows.map((row) => [row.share.id, row]));
  const seen = new Map<number, number>();
  return read.map((row) => {
    const found = row.share === null ? null : (byShare.get(row.share) ?? null);
    const before = row.share === null ? undefined : seen.get(row.share);
    if (row.share !== null && before === undefined) seen.set(row.share, row.line);
    if (!found)
      return refused(
        row,
        null,
        "Mã dòng không có trong các chỉ tiêu Ông/Bà được nhập của kỳ này; hãy lấy lại mẫu.",
      );
    if (before !== undefined) return refused(row, found, `Chỉ tiêu này đã có ở dòng ${before}.`);
    return judge(row, found, today);
  });
}

const refused = (row: ReadRow, found: EntryRow | null, sentence: string): RowOutcome => ({
  kind: "refused",
  row,
  found,
  sentence,
});

function judge(row: ReadRow, found: EntryRow, today: Day): RowOutcome {
  const numerator = numberIn(row.numerator);
  const denominator = numberIn(row.denominator);
  if (numerator === undefined || denominator === undefined)
    return refused(
      row,
      found,
      `“${numerator === undefined ? row.numerator : row.denominator}” không phải là số.`,
    );
  const twofold = [row.numerator, row.denominator].find((text) => isTwofold(found.facts.target, text));
  if (twofold !== undefined)
    return refused(
      row,
      found,
      `“${twofold}” có thể hiểu hai cách: hãy ghi ${twofold.replace(".", "")} hoặc ${twofold.replace(".", ",")}.`,
    );
  const { standing } = found.facts;
  const entry = { numerator, denominator, note: row.note, seen: standing?.id ?? null };
  const decided = decideValue(entry, found.facts, today);
  if (decided === null) return { kind: "same", row, found };
  if (isRefusal(decided)) return refused(row, found, decided.sentence);
  return { kind: standing ? "corrects" : "adds", row, found, entry };
}

/**
 * A number as Excel keeps it or a person types it; null for an empty cell, undefined for what is none. Excel keeps
 * what it counted in binary fractions: what is a hair beside a decimal is that decimal.
 */
function numberIn(text: string): number | null | undefined {
  if (text === "") return null;
  const bare = text.replace(/[\s\u00a0]/g, "");
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll(".", "").replace(",", "."));
  if (/^-?\d+,\d+$/.test(bare)) return Number(bare.replace(",", "."));
  if (!/^-?\d+(\.\d+)?$/.test(bare)) return undefined;
  const value = Number(bare);
  return Math.abs(value - exactly(value)) < HAIR ? exactly(value) : value;
}

const HAIR = 1e-9;

/** “1.234” is twelve hundred to a person and one and a bit to Excel; where both could be meant neither is taken. */
const isTwofold = (target: Dimension, text: string): boolean =>
  isDivisible(target) && /^-?\d{1,3}\.\d{3}$/.test(text);

/** What stood before and would stand after, in words. */
export const numbersIn = (numbers: Numbers | Entry | null): string =>
  numbers === null || numbers.numerator === null
    ? "chưa có"
    : numbers.denominator === null
      ? writeNumber(numbers.numerator)
      : `${writeNumber(numbers.numerator)}/${writeNumber(numbers.denominator)}`;
