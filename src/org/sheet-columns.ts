import { fold, tidy } from "../platform/vietnamese.ts";

/** A field that a list can give, with the headings under which people write it (compared without accents). */
export interface ListField<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly required: boolean;
}

/** Which column of the sheet holds a field; absent when none does. */
export type ColumnMap = Readonly<Record<string, number>>;

export interface FoundHeader {
  /** Index of the heading row. */
  readonly row: number;
  readonly columns: ColumnMap;
}

const ROWS_LOOKED_AT = 20;
const FEWEST_HEADINGS = 2;

/**
 * Finds the heading row among the first twenty: the one that names the most fields, the earliest of
 * equals. Null when no row names two; then the person points at the columns themselves.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  fields: readonly ListField[],
): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const [row, cells] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const columns = columnsIn(cells, fields);
    const count = Object.keys(columns).length;
    if (count >= FEWEST_HEADINGS && count > Object.keys(best?.columns ?? {}).length) best = { row, columns };
  }
  return best;
}

/** Exact headings first, then those that begin with or hold a synonym; each column serves one field. */
function columnsIn(cells: readonly string[], fields: readonly ListField[]): ColumnMap {
  const headings = cells.map(plain);
  const columns: Record<string, number> = {};
  const taken = new Set<number>();
  const ways: ((heading: string, synonym: string) => boolean)[] = [
    (heading, synonym) => heading === synonym,
    (heading, synonym) => synonym.length > 3 && heading.startsWith(`${synonym} `),
    (heading, synonym) => synonym.length > 5 && ` ${heading} `.includes(` ${synonym} `),
  ];
  for (const matches of ways)
    for (const field of fields) {
      if (columns[field.name] !== undefined) continue;
      const at = headings.findIndex(
        (heading, index) => !taken.has(index) && field.synonyms.some((synonym) => matches(heading, synonym)),
      );
      if (at < 0) continue;
      columns[field.name] = at;
      taken.add(at);
    }
  return columns;
}

/** Letters and digits only, without accents: “Họ, chữ đệm và tên (*)” is `ho chu dem va ten`. */
const plain = (text: string): string =>
  fold(tidy(text))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** One row of data: its number in the sheet as Excel counts, and its cells by field. */
export interface ListRow {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The last line that stood alone above it, such as “I. Văn phòng Sở”. */
  readonly heading: string | null;
}

/** The rows below the heading, without empty ones; a line with a single cell is a heading for those below. */
export function rowsBelow(
  rows: readonly (readonly string[])[],
  header: number,
  columns: ColumnMap,
): ListRow[] {
  const found: ListRow[] = [];
  let heading: string | null = null;
  for (const [index, cells] of rows.entries()) {
    if (index <= header) continue;
    const filled = cells.map(tidy).filter((cell) => cell !== "");
    if (filled.length === 0 || isNumbering(filled)) continue;
    if (filled.length === 1 || isGroupLine(filled)) {
      heading = withoutNumbering(filled.at(-1)!);
      continue;
    }
    const byField = Object.entries(columns).map(([field, column]) => [field, tidy(cells[column] ?? "")]);
    found.push({ number: index + 1, cells: Object.fromEntries(byField), heading });
  }
  return found;
}

/** The line (1) (2) (3) … that forms put under their headings. */
const isNumbering = (filled: readonly string[]): boolean =>
  filled.length > 2 && filled.every((cell, index) => cell.replace(/[()]/g, "") === `${index + 1}`);

/** “I | Văn phòng Sở”: a numeral and one name. */
const isGroupLine = (filled: readonly string[]): boolean =>
  filled.length === 2 && /^([IVXLC]+|[A-Z])\.?$/.test(filled[0]!);

const withoutNumbering = (text: string): string => text.replace(/^([IVXLC]+|\d+|[A-Z])[.)]\s+/u, "");
