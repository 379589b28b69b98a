import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Columns } from "./line-import.ts";

/** A spreadsheet on its way into a registration: as it was read, with how its columns are understood. */
export interface LineImport {
  readonly id: number;
  readonly registration: number;
  readonly fileName: string | null;
  readonly rows: readonly (readonly string[])[];
  readonly header: number | null;
  readonly columns: Columns;
  readonly appliedAt: Instant | null;
}

export async function saveNewImport(
  tx: Tx,
  read: Omit<LineImport, "id" | "appliedAt">,
  account: string,
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("registration_import")
    .values({
      registration: read.registration,
      account,
      file_name: read.fileName,
      rows: JSON.stringify(read.rows),
      header: read.header,
      columns: JSON.stringify(read.columns),
      uploaded_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

const columns = ["id", "registration", "file_name", "rows", "header", "columns", "applied_at"] as const;

type Row = Pick<LineImport, "id" | "registration" | "header"> & {
  file_name: string | null;
  rows: unknown;
  columns: unknown;
  applied_at: Date | null;
};

const toImport = (row: Row): LineImport => ({
  id: row.id,
  registration: row.registration,
  fileName: row.file_name,
  rows: row.rows as string[][],
  header: row.header,
  columns: row.columns as Columns,
  appliedAt: row.applied_at,
});

/** An import of this account; somebody else's is not there. */
export async function findImport(
  reader: Reader,
  registration: number,
  id: number,
  account: string,
): Promise<LineImport | null> {
  const row = await reader
    .selectFrom("registration_import")
    .select(columns)
    .where("id", "=", id)
    .where("registration", "=", registration)
    .where("account", "=", account)
    .executeTakeFirst();
  return row ? toImport(row) : null;
}

export async function lockImport(
  tx: Tx,
  registration: number,
  id: number,
  account: string,
): Promise<LineImport | null> {
  const row = await tx
    .selectFrom("registration_import")
    .select(columns)
    .where("id", "=", id)
    .where("registration", "=", registration)
    .where("account", "=", account)
    .forUpdate()
    .executeTakeFirst();
  return row ? toImport(row) : null;
}

export async function saveImportColumns(tx: Tx, id: number, header: number, named: Columns): Promise<void> {
  await tx
    .updateTable("registration_import")
    .set({ header, columns: JSON.stringify(named) })
    .where("id", "=", id)
    .execute();
}

export async function saveImportOutcome(tx: Tx, id: number, outcome: unknown, at: Instant): Promise<void> {
  await tx
    .updateTable("registration_import")
    .set({ applied_at: at, outcome: JSON.stringify(outcome) })
    .where("id", "=", id)
    .execute();
}
