import type { Line } from "../documents/lines.ts";
import { datesIn } from "./plan-dates.ts";
import type { ReadDeadline } from "./plan-deadlines.ts";
import { folded, plain } from "./plan-text.ts";

/** Columns of a schedule (bảng tiến độ, phân công): what, who and when. */
interface Columns {
  readonly what: number;
  readonly who: number;
  readonly when: number;
}

const WHAT = /^(?:noi dung|nhiem vu|cong viec|ten (?:cong viec|nhiem vu)|hoat dong|san pham)/;
const WHO = /^(?:don vi|co quan|bo phan|chu tri|nguoi|trach nhiem|phan cong|doi tuong)/;
const WHEN = /^(?:thoi (?:han|gian)|han|tien do|ngay|moc)/;
const MONTH = /(?:tháng|quý)\s?(?:\d{1,2}|[IV]{1,3})(?!\d)/iu;

/** Deadlines that stand in the rows of a schedule, below a row that names its columns. */
export function scheduledDeadlines(lines: readonly Line[], year: number | null): ReadDeadline[] {
  const found: ReadDeadline[] = [];
  let columns: Columns | null = null;
  for (const line of lines) {
    const cells = cellsOf(line.text);
    if (cells.length < 3) {
      if (line.text !== "") columns = null;
      continue;
    }
    const named = columnsOf(cells);
    if (named) columns = named;
    else if (columns) {
      const deadline = deadlineIn(cells, columns, line.number, year);
      if (deadline) found.push(deadline);
    }
  }
  return found;
}

const cellsOf = (text: string): string[] =>
  text
    .replace(/^\s*\|\s?|\s?\|\s*$/g, "")
    .split(/\t|\s?\|\s?|\s{3,}/u)
    .map(plain);

function columnsOf(cells: readonly string[]): Columns | null {
  const keys = cells.map((cell) => folded(cell));
  const [what, who, when] = [WHAT, WHO, WHEN].map((pattern) => keys.findIndex((key) => pattern.test(key)));
  return what === undefined || who === undefined || when === undefined || what < 0 || when < 0
    ? null
    : { what, who, when };
}

function deadlineIn(
  cells: readonly string[],
  columns: Columns,
  line: number,
  year: number | null,
): ReadDeadline | null {
  const raw = cells[columns.when] ?? "";
  const written = datesIn(`ngày ${raw}`, year).at(-1) ?? null;
  if (!written && !MONTH.test(raw)) return null;
  const base = {
    raw,
    inclusive: !/trước/iu.test(raw),
    audience: (columns.who < 0 ? "" : cells[columns.who]) || null,
    what: lowered(cells[columns.what] ?? ""),
    line,
    passage: -1,
    at: 0,
  };
  return written
    ? { ...base, date: written.day, impossible: written.impossible, written }
    : { ...base, date: null, impossible: false, written: null, event: raw };
}

const lowered = (text: string): string | null =>
  text === "" ? null : text.charAt(0).toLowerCase() + text.slice(1);
