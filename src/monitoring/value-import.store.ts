import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { ReadRow } from "./value-import.ts";

/** Values read from a spreadsheet that wait until somebody confirms them. */
export interface ValueImport {
  readonly id: number;
  readonly fileName: string;
  readonly to: Day;
  readonly rows: readonly ReadRow[];
  readonly appliedAt: Instant | null;
}

interface KeptRows {
  readonly to: Day;
  readonly rows: readonly ReadRow[];
}

export async function saveNewImport(
  tx: Tx,
  read: { fileName: string; to: Day; rows: readonly ReadRow[] },
  account: string,
  at: Instant,
): Promise<number> {
  const kept: KeptRows = { to: read.to, rows: read.rows };
  const { id } = await tx
    .insertInto("target_import")
    .values({ account, file_name: read.fileName, rows: JSON.stringify(kept), uploaded_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** One's own import; nobody sees another's. */
export async function findImport(reader: Reader, id: number, account: string): Promise<ValueImport | null> {
  const row = await reader
    .selectFrom("target_import")
    .select(["id", "file_name", "rows", "applied_at"])
    .where("id", "=", id)
    .where("account", "=", account)
    .executeTakeFirst();
  return row ? toImport(row) : null;
}

/** Locks it until this transaction ends, so that it is applied once. */
export async function lockImport(tx: Tx, id: number, account: string): Promise<ValueImport | null> {
  const row = await tx
    .selectFrom("target_import")
    .select(["id", "file_name", "rows", "applied_at"])
    .where("id", "=", id)
    .where("account", "=", account)
    .forUpdate()
    .executeTakeFirst();
  return row ? toImport(row) : null;
}

function toImport(row: {
  id: number;
  file_name: string;
  rows: unknown;
  applied_at: Instant | null;
}): ValueImport {
  const kept = row.rows as KeptRows;
  return { id: row.id, fileName: row.file_name, to: kept.to, rows: kept.rows, appliedAt: row.applied_at };
}

export async function saveImportApplied(tx: Tx, id: number, outcome: object, at: Instant): Promise<void> {
  await tx
    .updateTable("target_import")
    .set({ applied_at: at, outcome: JSON.stringify(outcome) })
    .where("id", "=", id)
    .execute();
}
