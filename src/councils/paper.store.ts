import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";

guard("minutes_are_issued_once", movedOn("already-issued", "Biên bản của phiên này đã được lập."));

/** A paper of the session, or of one of its items; members read only those of items open to them. */
export interface SessionDocument {
  readonly id: number;
  readonly item: number | null;
  readonly file: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly at: Instant;
}

export async function documentsOf(reader: Reader, session: number): Promise<SessionDocument[]> {
  const { rows } = await sql<SessionDocument>`
    select paper.id, paper.item, paper.file, paper.file_name as "fileName", file.media_type as "mediaType",
           file.bytes, paper.at
      from council_document paper join file on file.hash = paper.file
     where paper.session = ${session} order by paper.id`.execute(reader);
  return rows;
}

interface NewDocument {
  readonly session: number;
  readonly item: number | null;
  readonly file: string;
  readonly fileName: string;
}

export async function saveDocument(tx: Tx, paper: NewDocument, actor: Actor): Promise<void> {
  await tx
    .insertInto("council_document")
    .values({
      session: paper.session,
      item: paper.item,
      file: paper.file,
      file_name: paper.fileName,
      at: actor.at,
      actor_name: actor.name,
    })
    .execute();
}

/** What a member wrote on an item, or on the session as a whole. */
export interface Opinion {
  readonly id: number;
  readonly item: number | null;
  readonly person: number;
  readonly personName: string;
  readonly words: string;
  readonly at: Instant;
}

export async function opinionsOf(reader: Reader, session: number): Promise<Opinion[]> {
  const { rows } = await sql<Opinion>`
    select opinion.id, opinion.item, opinion.person, person.name as "personName", opinion.words, opinion.at
      from council_opinion opinion join person on person.id = opinion.person
     where opinion.session = ${session} order by opinion.id`.execute(reader);
  return rows;
}

export async function saveOpinions(
  tx: Tx,
  session: number,
  person: number,
  written: readonly { readonly item: number | null; readonly words: string }[],
  actor: Actor,
): Promise<void> {
  if (written.length === 0) return;
  await tx
    .insertInto("council_opinion")
    .values(written.map((one) => ({ session, person, ...one, at: actor.at, actor_name: actor.name })))
    .execute();
}

/** Minutes as issued, or their signed copy scanned back. */
export interface MinutesPaper {
  readonly id: number;
  readonly kind: "issued" | "signed";
  readonly pdf: string;
  readonly docx: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly number: string | null;
  readonly day: Day | null;
  readonly at: Instant;
  readonly actorName: string;
}

export async function minutesOf(reader: Reader, session: number): Promise<MinutesPaper[]> {
  const { rows } = await sql<MinutesPaper>`
    select minutes.id, minutes.kind, minutes.pdf, minutes.docx, minutes.file_name as "fileName",
           file.media_type as "mediaType", minutes.number, minutes.day, minutes.at, minutes.actor_name as "actorName"
      from council_minutes minutes join file on file.hash = minutes.pdf
     where minutes.session = ${session} order by minutes.id`.execute(reader);
  return rows;
}

type NewMinutes = Pick<MinutesPaper, "kind" | "pdf" | "docx" | "fileName" | "number" | "day"> & {
  readonly session: number;
};

export async function saveMinutes(tx: Tx, minutes: NewMinutes, actor: Actor): Promise<void> {
  await tx
    .insertInto("council_minutes")
    .values({
      session: minutes.session,
      kind: minutes.kind,
      pdf: minutes.pdf,
      docx: minutes.docx,
      file_name: minutes.fileName,
      number: minutes.number,
      day: minutes.day,
      at: actor.at,
      actor_name: actor.name,
    })
    .execute();
}
