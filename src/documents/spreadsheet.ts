import { PassThrough } from "node:stream";
import { type Day, dateOf, monthOf, writeDay, yearOf } from "../platform/day.ts";
import { nfc } from "../platform/vietnamese.ts";

export { readPasted, readSheet, type Sheet } from "./spreadsheet.read.ts";

/** A column of a list that leaves the product; its kind says what its values are. */
export interface SheetColumn {
  readonly title: string;
  /** Characters of its usual content. */
  readonly width?: number;
  readonly kind: "text" | "number" | "day";
}

/** A `day` column holds `Day`s; codes and civil numbers are text, so that their zeros stay. */
export type SheetValue = string | number | Day | null;
export type SheetRows = Iterable<readonly SheetValue[]> | AsyncIterable<readonly SheetValue[]>;

/** What a text begins with when Excel would run it as a formula. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
const DEFAULT_WIDTH = 20;

/** The list as XLSX: bold titles that stay in sight, text kept as text, days as days. */
export async function writeXlsx(columns: readonly SheetColumn[], rows: SheetRows): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const sheet = workbook.addWorksheet("Danh sách", {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
  });
  sheet.columns = columns.map(({ width, kind }) => ({
    width: width ?? DEFAULT_WIDTH,
    style: { numFmt: NUMBER_FORMATS[kind], font: { name: "Times New Roman", size: 12 } },
  }));
  const titles = sheet.addRow(columns.map(({ title }) => nfc(title)));
  titles.font = { name: "Times New Roman", size: 12, bold: true };
  titles.commit();
  for await (const row of rows) sheet.addRow(row.map((value, at) => xlsxValue(value, columns[at]))).commit();
  await workbook.commit();
  return new Uint8Array(Buffer.concat(chunks));
}

const NUMBER_FORMATS = { text: "@", number: "General", day: "dd/mm/yyyy" } as const;

function xlsxValue(value: SheetValue, column: SheetColumn | undefined): string | number | Date | null {
  if (typeof value !== "string") return value;
  if (column?.kind !== "day") return nfc(value);
  const day = value as Day;
  return new Date(Date.UTC(yearOf(day), monthOf(day) - 1, dateOf(day)));
}

/** The list as CSV with the mark by which Excel knows UTF-8; a text that Excel would run gets an apostrophe. */
export async function writeCsv(columns: readonly SheetColumn[], rows: SheetRows): Promise<Uint8Array> {
  const { stringify } = await import("csv-stringify/sync");
  const records: string[][] = [columns.map(({ title }) => unrunnable(nfc(title)))];
  for await (const row of rows) records.push(row.map((value, at) => csvValue(value, columns[at])));
  return new TextEncoder().encode(stringify(records, { bom: true, record_delimiter: "windows" }));
}

function csvValue(value: SheetValue, column: SheetColumn | undefined): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return column?.kind === "day" ? writeDay(value as Day) : unrunnable(nfc(value));
}

const unrunnable = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
