import { type SheetColumn, type SheetRows, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { type App, type Context, download } from "../web/http.ts";
import type { TableAddress } from "../web/kit.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Most rows of a list that one file holds. */
export const mostInAFile = 20_000;

interface ListFiles {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Exactly what is seen: by the same right and the same filters as the page. */
  rows(c: Context): Promise<SheetRows>;
}

/** A list as files beside its page: `<path>/danh-sach.xlsx` and `<path>/danh-sach.csv`. */
export function listFiles(pages: App, path: string, { name, columns, rows }: ListFiles): void {
  pages.get(`${path}/danh-sach.xlsx`, async (c) =>
    download(c, await writeXlsx(columns, await rows(c)), `${name}.xlsx`, XLSX),
  );
  pages.get(`${path}/danh-sach.csv`, async (c) =>
    download(c, await writeCsv(columns, await rows(c)), `${name}.csv`, "text/csv"),
  );
}

/** Where a list stands, with what its address asks; an empty filter asks nothing. */
export const addressIn = (c: Context, path: string): TableAddress => ({
  path,
  query: Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== "")),
});

/** The number a filter asks for; null when it asks none, or something else. */
export const numberIn = (text: string | undefined): number | null =>
  text && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** The year the address asks for; null for anything that is none. */
export const askedYear = (text: string | undefined): number | null =>
  text && /^(19|20|21)\d{2}$/.test(text) ? Number(text) : null;
