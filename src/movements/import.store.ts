import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Settlements } from "./adoption.ts";
import type { PlanReading } from "./plan-reading.ts";
import type { Choices } from "./proposal.ts";
import type { TextLine } from "./proposed-texts.ts";

/** A launch document on its way to become a movement (văn bản đang nhập). */
export interface PlanImport {
  readonly id: number;
  readonly body: number;
  readonly actorName: string;
  readonly file: string;
  readonly fileName: string;
  readonly state: ImportState;
  /** Why it could not be read. */
  readonly sentence: string | null;
  readonly lines: readonly TextLine[];
  readonly reading: PlanReading | null;
  readonly choices: Choices;
  readonly settlements: Settlements;
  readonly version: number;
  readonly uploadedAt: Instant;
  readonly movement: number | null;
}

export type ImportState = "waiting" | "read" | "unreadable" | "adopted" | "dropped";

export interface NewImport {
  readonly body: number;
  readonly file: string;
  readonly fileName: string;
}

interface Decided {
  readonly items: Choices;
  readonly settlements: Settlements;
}

const columns = [
  "id",
  "body",
  "actor_name",
  "file",
  "file_name",
  "state",
  "sentence",
  "lines",
  "reading",
  "choices",
  "version",
  "uploaded_at",
  "movement",
] as const;

const selectImport = (reader: Reader, id: number) =>
  reader.selectFrom("plan_import").select(columns).where("id", "=", id);

type Row = Awaited<ReturnType<ReturnType<typeof selectImport>["executeTakeFirstOrThrow"]>>;

const toImport = (row: Row): PlanImport => {
  const decided = row.choices as unknown as Partial<Decided>;
  return {
    id: row.id,
    body: row.body,
    actorName: row.actor_name,
    file: row.file,
    fileName: row.file_name,
    state: row.state as ImportState,
    sentence: row.sentence,
    lines: row.lines as unknown as TextLine[],
    reading: row.reading as unknown as PlanReading | null,
    choices: decided.items ?? {},
    settlements: decided.settlements ?? {},
    version: row.version,
    uploadedAt: row.uploaded_at,
    movement: row.movement,
  };
};

/** The import as those see it who draft for its body; null for everybody else. */
export async function findImport(
  reader: Reader,
  id: number,
  bodies: readonly number[],
): Promise<PlanImport | null> {
  if (bodies.length === 0) return null;
  const row = await selectImport(reader, id).where("body", "in", bodies).executeTakeFirst();
  return row ? toImport(row) : null;
}

/** Loads for change. */
export async function loadImport(tx: Tx, id: number): Promise<PlanImport | null> {
  const row = await selectImport(tx, id).forUpdate().executeTakeFirst();
  return row ? toImport(row) : null;
}

/** What lists show of a document on its way: without its lines and its reading, which may be long. */
export interface ImportUnderWay {
  readonly id: number;
  readonly fileName: string;
  readonly actorName: string;
  readonly state: string;
  /** Why it could not be read, when it could not. */
  readonly sentence: string | null;
}

/** Documents of these bodies still on their way, newest first. */
export async function importsUnderWay(
  reader: Reader,
  bodies: readonly number[],
): Promise<readonly ImportUnderWay[]> {
  if (bodies.length === 0) return [];
  return reader
    .selectFrom("plan_import")
    .select(["id", "file_name as fileName", "actor_name as actorName", "state", "sentence"])
    .where("body", "in", bodies)
    .where("state", "in", ["waiting", "read", "unreadable"])
    .orderBy("uploaded_at", "desc")
    .limit(50)
    .execute();
}

export async function saveNewImport(tx: Tx, given: NewImport, actor: Actor, at: Instant): Promise<number> {
  const { id } = await tx
    .insertInto("plan_import")
    .values({
      body: given.body,
      person: actor.person,
      account: actor.account,
      actor_name: actor.name,
      file: given.file,
      file_name: given.fileName,
      state: "waiting",
      uploaded_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveReading(
  tx: Tx,
  id: number,
  read: { lines: readonly TextLine[]; reading: PlanReading },
): Promise<void> {
  await tx
    .updateTable("plan_import")
    .set({
      state: "read",
      sentence: null,
      lines: JSON.stringify(read.lines),
      reading: JSON.stringify(read.reading),
    })
    .where("id", "=", id)
    .execute();
}

export async function saveUnreadable(tx: Tx, id: number, sentence: string): Promise<void> {
  await tx.updateTable("plan_import").set({ state: "unreadable", sentence }).where("id", "=", id).execute();
}

export async function saveDecided(tx: Tx, id: number, decided: Decided): Promise<void> {
  await tx
    .updateTable("plan_import")
    .set((set) => ({ choices: JSON.stringify(decided), version: set("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function saveImportEnd(
  tx: Tx,
  id: number,
  state: "adopted" | "dropped",
  movement: number | null,
): Promise<void> {
  await tx.updateTable("plan_import").set({ state, movement }).where("id", "=", id).execute();
}
