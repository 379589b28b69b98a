import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { DocumentFacts, DocumentKind, LibraryDocument } from "./library.ts";

/** A file of a document, with its text line by line where it could be read. */
export interface LibraryFile {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly lines: string | null;
  /** Why its text could not be read. */
  readonly unread: string | null;
}

export interface NewFile {
  readonly file: string;
  readonly name: string;
  readonly lines: string | null;
  readonly unread: string | null;
}

interface VersionRow {
  readonly id: number;
  readonly version: number;
  readonly body: number;
  readonly bodyName: string;
  readonly symbol: string;
  readonly title: string;
  readonly kind: string;
  readonly issuerUnit: number | null;
  readonly issuerName: string | null;
  readonly issuer: string;
  readonly issued: Day;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly amends: string[];
  readonly replaces: string[];
  readonly restsOn: string[];
  readonly note: string | null;
}

const columns = sql`document.id, version.version, document.body, ${nameAt(sql`document.body`, sql`version.issued`)} as "bodyName",
  version.symbol, version.title, version.kind, version.issuer_unit as "issuerUnit", version.issuer_name as "issuerName",
  coalesce(version.issuer_name, ${nameAt(sql`version.issuer_unit`, sql`version.issued`)}) as issuer,
  version.issued, version.in_force_from as "from", version.in_force_to as "to",
  version.amends, version.replaces, version.rests_on as "restsOn", version.note`;

const newest = sql`library_document document
  join library_version version on version.document = document.id and version.version = document.version`;

const toDocument = ({ from, to, kind, ...row }: VersionRow): LibraryDocument => ({
  ...row,
  kind: kind as DocumentKind,
  validity: { from, to },
});

export interface LibraryFilter {
  /** LIKE patterns over folded text, one a word. */
  readonly patterns: readonly string[];
  readonly kind: DocumentKind | null;
  /** In force on that day. */
  readonly onDay: Day | null;
  /** Folded words of the issuer. */
  readonly issuerPatterns: readonly string[];
}

export interface FoundDocument extends LibraryDocument {
  /** The text of its files, where words were searched. */
  readonly text: string;
}

/** Documents in their newest version, the latest issued first. */
export async function listLibrary(
  reader: Reader,
  filter: LibraryFilter,
  page: { number: number; size: number },
): Promise<{ rows: FoundDocument[]; total: number }> {
  const { patterns, issuerPatterns, kind, onDay } = filter;
  const { rows } = await sql<VersionRow & { total: number; text: string }>`
    select ${columns}, count(*) over () as total,
           case when ${patterns.length > 0} then version.body_text else '' end as text
      from ${newest}
     where version.searched like all(${[...patterns]}::text[])
       and (${kind}::text is null or version.kind = ${kind})
       and (${onDay}::date is null
            or daterange(coalesce(version.in_force_from, version.issued), version.in_force_to) @> ${onDay}::date)
       and fold(coalesce(version.issuer_name, ${nameAt(sql`version.issuer_unit`, sql`version.issued`)}))
           like all(${[...issuerPatterns]}::text[])
     order by version.issued desc, document.id desc
     limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(reader);
  return { rows: rows.map((row) => ({ ...toDocument(row), text: row.text })), total: rows[0]?.total ?? 0 };
}

export async function findDocument(reader: Reader, id: number): Promise<LibraryDocument | null> {
  const { rows } = await sql<VersionRow>`select ${columns} from ${newest} where document.id = ${id}`.execute(
    reader,
  );
  return rows[0] ? toDocument(rows[0]) : null;
}

/** Documents of the library that bear a symbol: the papers of an instrument. */
export async function documentsBearing(reader: Reader, symbol: string): Promise<LibraryDocument[]> {
  const { rows } = await sql<VersionRow>`
    select ${columns} from ${newest} where version.symbol = ${symbol} order by document.id`.execute(reader);
  return rows.map(toDocument);
}

/** Bodies' own rules, and what documents say they amend or replace: what flags are reckoned from. */
export async function documentsOfConsequence(reader: Reader): Promise<LibraryDocument[]> {
  const { rows } = await sql<VersionRow>`
    select ${columns} from ${newest}
     where version.kind = 'body-rule' or cardinality(version.amends) + cardinality(version.replaces) > 0
        or version.in_force_to is not null
     order by document.id`.execute(reader);
  return rows.map(toDocument);
}

export interface VersionEntry {
  readonly version: number;
  readonly title: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
}

/** Who wrote each version, newest first. */
export async function versionsOf(reader: Reader, document: number): Promise<VersionEntry[]> {
  const { rows } = await sql<VersionEntry>`
    select version, title, at, actor_name as "actorName", post_title as "postTitle"
      from library_version where document = ${document} order by version desc`.execute(reader);
  return rows;
}

/** Files of the newest version. */
export async function filesOf(reader: Reader, document: number): Promise<LibraryFile[]> {
  const { rows } = await sql<LibraryFile>`
    select kept.file, kept.name, file.bytes, file.media_type as "mediaType", kept.lines, kept.unread
      from ${newest}
      join library_file kept on kept.version = version.id
      join file on file.hash = kept.file
     where document.id = ${document} order by kept.position`.execute(reader);
  return rows;
}

export async function lockDocument(tx: Tx, id: number): Promise<LibraryDocument | null> {
  await sql`select id from library_document where id = ${id} for update`.execute(tx);
  return findDocument(tx, id);
}

export async function saveDocument(tx: Tx, body: number): Promise<number> {
  const row = await tx
    .insertInto("library_document")
    .values({ body })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Writes a version with its files; the document then shows it. */
export async function saveVersion(
  tx: Tx,
  document: { readonly id: number; readonly version: number },
  facts: DocumentFacts,
  files: readonly NewFile[],
  written: { readonly actor: Actor; readonly at: Instant },
): Promise<void> {
  const { actor, at } = written;
  const version = await tx
    .insertInto("library_version")
    .values({
      document: document.id,
      version: document.version,
      symbol: facts.symbol,
      title: facts.title,
      kind: facts.kind,
      issuer_unit: facts.issuerUnit,
      issuer_name: facts.issuerName,
      issued: facts.issued,
      in_force_from: facts.validity.from,
      in_force_to: facts.validity.to,
      amends: [...facts.amends],
      replaces: [...facts.replaces],
      rests_on: [...facts.restsOn],
      note: facts.note,
      body_text: files.flatMap(({ lines }) => lines ?? []).join("\n"),
      at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post?.title ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("library_document")
    .set({ version: document.version })
    .where("id", "=", document.id)
    .execute();
  if (files.length === 0) return;
  await tx
    .insertInto("library_file")
    .values(files.map((file, position) => ({ ...file, version: version.id, position })))
    .execute();
}

/** Changes under a rule of a body that were dealt with. */
export interface Acknowledgement {
  readonly document: number;
  readonly change: string;
  readonly remarks: string | null;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
}

export async function acknowledgementsOf(
  reader: Reader,
  documents: readonly number[],
): Promise<Acknowledgement[]> {
  const { rows } = await sql<Acknowledgement>`
    select document, change, remarks, at, actor_name as "actorName", post_title as "postTitle"
      from library_acknowledgement where document = any(${[...documents]}::bigint[]) order by id desc`.execute(
    reader,
  );
  return rows;
}

export async function saveAcknowledgement(
  tx: Tx,
  document: number,
  change: string,
  remarks: string | null,
  written: { readonly actor: Actor; readonly at: Instant },
): Promise<void> {
  const { actor, at } = written;
  await tx
    .insertInto("library_acknowledgement")
    .values({
      ...{ document, change, remarks, at, person: actor.person },
      ...{ actor_name: actor.name, post_title: actor.post?.title ?? null },
    })
    .execute();
}
