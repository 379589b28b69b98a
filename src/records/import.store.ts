import { sql } from "kysely";
import type { ColumnMap } from "../org/sheet-columns.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { open, seal } from "../platform/secret.ts";
import type { Recorder } from "./fact.store.ts";
import type { FactKind, SubjectKind } from "./fact.ts";
import type { Choices, ImportOutcome, ImportState, RecordImport } from "./import.ts";

interface NewImport {
  readonly body: number;
  readonly kind: FactKind;
  readonly subject: SubjectKind;
  readonly fileName: string;
  readonly hash: string;
  readonly cells: readonly (readonly string[])[];
  readonly header: number;
  readonly columns: ColumnMap;
  readonly usualYear: number | null;
}

export async function saveImport(
  tx: Tx,
  list: NewImport,
  recorder: Recorder,
  account: string | null,
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("record_import")
    .values({
      body: list.body,
      kind: list.kind,
      subject: list.subject,
      file_name: list.fileName,
      hash: list.hash,
      cells_sealed: seal(JSON.stringify(list.cells)),
      header: list.header,
      columns: JSON.stringify(list.columns),
      usual_year: list.usualYear,
      account,
      recorded_by: recorder.recordedBy,
      recorder_name: recorder.recorderName,
      recorder_title: recorder.recorderTitle,
      on_behalf_of: recorder.onBehalfOf,
      uploaded_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** An import with who brought it. */
export type BroughtImport = RecordImport & { readonly recorder: Recorder };

export async function findImport(reader: Reader, id: number): Promise<BroughtImport | null> {
  const row = await reader.selectFrom("record_import").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  return {
    ...{ id: row.id, body: row.body, kind: row.kind as FactKind, subject: row.subject as SubjectKind },
    ...{
      fileName: row.file_name,
      hash: row.hash,
      cells: JSON.parse(open(row.cells_sealed)),
      header: row.header,
    },
    ...{ columns: row.columns as unknown as ColumnMap, usualYear: row.usual_year },
    ...{ choices: row.choices as unknown as Choices, state: row.state as ImportState },
    ...{ planned: row.planned as unknown as string[], done: row.done },
    ...{ outcome: row.outcome as unknown as Partial<ImportOutcome>, recorderName: row.recorder_name },
    ...{
      uploadedAt: row.uploaded_at,
      appliedAt: row.applied_at,
      endedAt: row.ended_at,
      endedBy: row.ended_by,
    },
    recorder: {
      ...{ recordedBy: row.recorded_by, recorderName: row.recorder_name },
      ...{ recorderTitle: row.recorder_title, onBehalfOf: row.on_behalf_of },
    },
  };
}

export async function lockImport(tx: Tx, id: number): Promise<BroughtImport | null> {
  await sql`select id from record_import where id = ${id} for update`.execute(tx);
  return findImport(tx, id);
}

/** A line of the list of imports: nothing of what stands in them. */
export interface ImportLine {
  readonly id: number;
  readonly kind: FactKind;
  readonly subject: SubjectKind;
  readonly body: number;
  readonly fileName: string;
  readonly state: ImportState;
  readonly outcome: Partial<ImportOutcome>;
  readonly recorderName: string;
  readonly uploadedAt: Instant;
}

/** Imports for these units, of these kinds, newest first. */
export async function importsFor(
  reader: Reader,
  bodies: readonly number[],
  kinds: readonly FactKind[],
): Promise<ImportLine[]> {
  if (bodies.length === 0 || kinds.length === 0) return [];
  const rows = await reader
    .selectFrom("record_import")
    .select([
      "id",
      "kind",
      "subject",
      "body",
      "file_name",
      "state",
      "outcome",
      "recorder_name",
      "uploaded_at",
    ])
    .where("body", "in", bodies)
    .where("kind", "in", kinds)
    .orderBy("uploaded_at", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind as FactKind, subject: row.subject as SubjectKind, body: row.body },
    ...{ fileName: row.file_name, state: row.state as ImportState, recorderName: row.recorder_name },
    ...{ outcome: row.outcome as unknown as Partial<ImportOutcome>, uploadedAt: row.uploaded_at },
  }));
}

/** The latest import of the same bytes and kind for a body that still counts; null when there is none. */
export async function sameFileBefore(
  reader: Reader,
  list: Pick<RecordImport, "id" | "hash" | "kind" | "body">,
): Promise<{ id: number; appliedAt: Instant } | null> {
  const row = await reader
    .selectFrom("record_import")
    .select(["id", "applied_at"])
    .where("hash", "=", list.hash)
    .where("kind", "=", list.kind)
    .where("body", "=", list.body)
    .where("state", "=", "applied")
    .where("id", "!=", list.id)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.applied_at ? { id: row.id, appliedAt: row.applied_at } : null;
}

export async function saveMapping(
  tx: Tx,
  id: number,
  mapped: { header: number; columns: ColumnMap; usualYear: number | null },
): Promise<void> {
  await tx
    .updateTable("record_import")
    .set({ header: mapped.header, columns: JSON.stringify(mapped.columns), usual_year: mapped.usualYear })
    .where("id", "=", id)
    .execute();
}

/** From here on the list is being written: which lines, under which choices, and what will come of it. */
export async function saveConfirmed(
  tx: Tx,
  id: number,
  confirmed: { choices: Choices; planned: readonly string[]; outcome: Omit<ImportOutcome, "undone"> },
): Promise<void> {
  await tx
    .updateTable("record_import")
    .set({
      state: "applying",
      choices: JSON.stringify(confirmed.choices),
      planned: JSON.stringify(confirmed.planned),
      outcome: JSON.stringify(confirmed.outcome),
    })
    .where("id", "=", id)
    .execute();
}

export async function saveProgress(tx: Tx, id: number, done: number): Promise<void> {
  await tx.updateTable("record_import").set({ done }).where("id", "=", id).execute();
}

/** All is written; the cells are not kept any longer. */
export async function saveApplied(tx: Tx, id: number, at: Instant): Promise<void> {
  await tx
    .updateTable("record_import")
    .set({ state: "applied", applied_at: at, cells_sealed: seal("[]"), choices: "{}" })
    .where("id", "=", id)
    .execute();
}

/** Undone after it was written, or dropped before. */
export async function saveEnd(
  tx: Tx,
  id: number,
  end: { state: "undone" | "dropped"; outcome: Partial<ImportOutcome>; by: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable("record_import")
    .set({
      state: end.state,
      outcome: JSON.stringify(end.outcome),
      ended_at: end.at,
      ended_by: end.by,
      cells_sealed: seal("[]"),
      choices: "{}",
    })
    .where("id", "=", id)
    .execute();
}
