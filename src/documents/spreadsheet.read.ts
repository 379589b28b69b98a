import { Readable } from "node:stream";
import type { CellValue, Row } from "exceljs";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { nfc } from "../platform/vietnamese.ts";
import { kindOf } from "./spreadsheet.look.ts";

/** A sheet as people see it: every cell is text. Row 1 of the file is `rows[0]`, empty rows included. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
const MOST_PASTED = 5_000_000;

/** Reads the first sheet of an XLSX that holds anything, or a CSV with commas, semicolons or tabs. */
export async function readSheet(bytes: Uint8Array, name: string): Promise<Sheet | Refusal> {
  const kind = await kindOf(bytes);
  if (isRefusal(kind)) return kind;
  if (kind === "text") return readText(bytes, name);
  try {
    return await readXlsx(bytes);
  } catch {
    return refuse(
      "unreadable-sheet",
      "Không đọc được bảng tính này; tệp có thể đã hỏng. Mở tệp bằng Excel, lưu lại thành .xlsx rồi gửi lại.",
    );
  }
}

/** Reads cells copied from Excel and pasted as text. */
export async function readPasted(text: string): Promise<Sheet | Refusal> {
  if (text.trim() === "")
    return refuse("empty-sheet", "Chưa có nội dung: chép các ô trong Excel rồi dán vào đây.");
  if (text.length > MOST_PASTED)
    return refuse("too-large", "Nội dung dán vào quá dài; hãy lưu thành tệp .xlsx rồi gửi tệp.");
  return sheetOf("", await recordsOf(text, text.includes("\t") ? "\t" : separatorOf(text)));
}

async function readText(bytes: Uint8Array, name: string): Promise<Sheet | Refusal> {
  const text = decoded(bytes);
  if (text === null)
    return refuse(
      "not-utf-8",
      "Tệp văn bản không theo bảng mã Unicode (UTF-8). Trong Excel chọn Lưu thành “CSV UTF-8” hoặc .xlsx rồi gửi lại.",
    );
  // Excel writes its separator in a first line of its own.
  const stated = /^sep=(.)\r?\n/u.exec(text);
  const body = stated === null ? text : text.slice(stated[0].length - 1);
  return sheetOf(name, await recordsOf(body, stated?.[1] ?? separatorOf(text)));
}

function decoded(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The separator that occurs most in the first line with any, quoted words aside. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/gu, "")
    .split(/\r?\n/u);
  const line = lines.find((each) => /[,;\t]/u.test(each)) ?? "";
  const count = (separator: string) => line.split(separator).length;
  return [";", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ",");
}

async function recordsOf(text: string, delimiter: string): Promise<string[][]> {
  const { parse } = await import("csv-parse/sync");
  const options = { delimiter, relax_column_count: true, skip_empty_lines: false };
  try {
    return parse(text, { ...options, relax_quotes: true });
  } catch {
    // A cell that opens with a quotation mark and never closes it: the marks are then plain text.
    return parse(text, { ...options, quote: false });
  }
}

/** The apostrophe that keeps a text from running as a formula is none of its words. */
const sheetOf = (name: string, records: readonly (readonly string[])[]): Sheet | Refusal =>
  withinLimits({
    name,
    rows: records.map((record) => record.map((text) => cellText(text).replace(/^'(?=[=+\-@])/u, ""))),
  });

async function readXlsx(bytes: Uint8Array): Promise<Sheet | Refusal> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
    sharedStrings: "cache",
    styles: "cache",
    worksheets: "emit",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  let found: Sheet | null = null;
  let beyond = false;
  for await (const worksheet of workbook) {
    const rows: string[][] = [];
    let number = 0;
    // Every sheet is read to its end: left half-way, the reader would keep its temporary files.
    for await (const row of worksheet) {
      // Some programs number no rows: each then follows the one before.
      number = Number.isInteger(row.number) ? row.number : number + 1;
      if (found !== null || beyond) continue;
      const cells = cellsOf(row);
      if (cells.length > 0 && number > MOST_ROWS) beyond = true;
      else if (cells.length > 0) rows[number - 1] = cells;
    }
    if (found === null && rows.length > 0)
      found = { name: sheetName(worksheet), rows: Array.from(rows, (row) => row ?? []) };
  }
  if (beyond) return tooManyRows();
  return found === null ? emptySheet() : withinLimits(found);
}

/** The types of exceljs do not know the reader's name of a sheet. */
const sheetName = (worksheet: object): string =>
  "name" in worksheet && typeof worksheet.name === "string" ? nfc(worksheet.name) : "";

function withinLimits(sheet: Sheet): Sheet | Refusal {
  const rows = sheet.rows.map(trimmed);
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  if (rows.length === 0) return emptySheet();
  if (rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS)) return tooManyRows();
  return { name: sheet.name, rows };
}

const emptySheet = (): Refusal => refuse("empty-sheet", "Bảng tính không có dòng nào có nội dung.");

const tooManyRows = (): Refusal =>
  refuse(
    "too-many-rows",
    "Bảng tính có quá 20.000 dòng hoặc quá 200 cột; hãy chia thành nhiều tệp nhỏ hơn rồi gửi lại.",
  );

function trimmed(row: readonly string[]): readonly string[] {
  const filled = row.findLastIndex((cell) => cell !== "");
  return row.slice(0, filled + 1);
}

function cellsOf(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    const text = cellText(shown(cell.value, cell.numFmt ?? ""));
    // One cell past the limit is enough to refuse; a row need not be as wide as the file says.
    if (text !== "") cells[Math.min(column - 1, MOST_COLUMNS)] = text;
  });
  return Array.from(cells, (text) => text ?? "");
}

const cellText = (text: string): string => nfc(text).trim();

/** What Excel shows of a value: the result of a formula, the words of a link, a day as dd/mm/yyyy. */
function shown(value: CellValue, format: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return writtenNumber(value, format);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return writtenDate(value);
  if ("richText" in value) return value.richText.map((piece) => piece.text).join("");
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return shown(value.text, format);
  return "result" in value ? shown(value.result ?? null, format) : "";
}

/** Excel keeps 15 digits; a format of zeros alone pads a code, as for civil numbers (001085…). */
function writtenNumber(value: number, format: string): string {
  if (!Number.isFinite(value)) return "";
  if (/^d{1,2}.*y/iu.test(format))
    return writtenDate(new Date(Math.round((value - DAYS_TO_1970) * DAY_LENGTH)));
  if (format.endsWith("%")) return `${Number((value * 100).toPrecision(12))}%`;
  const written = Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
  return /^0+$/u.test(format) ? written.padStart(format.length, "0") : written;
}

const DAYS_TO_1970 = 25_569;
const DAY_LENGTH = 86_400_000;

const writtenDate = (value: Date): string => {
  if (Number.isNaN(value.getTime())) return "";
  const two = (part: number) => `${part}`.padStart(2, "0");
  return `${two(value.getUTCDate())}/${two(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`;
};
