import { sql } from "kysely";
import type { Actor } from "./actor.ts";
import type { Instant } from "./day.ts";
import type { Reader, Tx } from "./db.ts";

export interface NewEvent {
  readonly id: string;
  readonly act: string;
  readonly kind: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One line of the journal (nhật ký). */
export interface JournalEntry {
  readonly at: Instant;
  readonly kind: string;
  readonly subject: string;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function saveEvents(tx: Tx, actor: Actor, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto("event")
    .values(
      events.map((event) => ({
        id: event.id,
        at: actor.at,
        act: event.act,
        kind: event.kind,
        subject: event.subject,
        account: actor.account,
        person_id: actor.person,
        actor_name: actor.name,
        post_id: actor.post?.id ?? null,
        post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
        on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
        data: JSON.stringify(event.data),
      })),
    )
    .execute();
}

/** The journal of one record, newest first. `noun` is what stands before the dot in the events' kinds. */
export async function journalOf(
  reader: Reader,
  noun: string,
  subject: number | string,
  limit = 200,
): Promise<JournalEntry[]> {
  const rows = await reader
    .selectFrom("event")
    .select(["at", "kind", "subject", "actor_name", "post_title", "on_behalf_of", "data"])
    .where("subject", "=", `${subject}`)
    .where("kind", "like", `${noun}.%`)
    .orderBy("at", "desc")
    .orderBy("position", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind,
    subject: row.subject,
    actorName: row.actor_name,
    postTitle: row.post_title,
    onBehalfOf: row.on_behalf_of,
    data: row.data as Record<string, unknown>,
  }));
}

/** An event as the seal covers it: every column, in one fixed order of keys. */
export interface SealedEvent {
  readonly position: number;
  readonly text: string;
}

/**
 * Events not sealed yet whose transactions are all finished, oldest first. A row of a transaction still
 * running could appear later with a lower position, so the seal waits for it.
 */
export async function eventsToSeal(tx: Tx, limit: number): Promise<SealedEvent[]> {
  const { rows } = await sql<SealedEvent>`
    select event.position, ${sealedText} as text
      from event
     where event.position > coalesce((select max(last_position) from seal), 0)
       and event.made_in < pg_snapshot_xmin(pg_current_snapshot())
       and not exists (
         select 1 from event earlier
          where earlier.position > coalesce((select max(last_position) from seal), 0)
            and earlier.position < event.position
            and earlier.made_in >= pg_snapshot_xmin(pg_current_snapshot()))
     order by event.position
     limit ${limit}`.execute(tx);
  return rows;
}

/** All events between two positions, in order, as the seal covers them. */
export async function eventsBetween(reader: Reader, after: number, upTo: number): Promise<SealedEvent[]> {
  const { rows } = await sql<SealedEvent>`
    select event.position, ${sealedText} as text
      from event
     where event.position > ${after} and event.position <= ${upTo}
     order by event.position`.execute(reader);
  return rows;
}

const sealedText = sql<string>`
  jsonb_build_array(event.position, event.id, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    event.act, event.kind, event.subject, event.account, event.person_id, event.actor_name,
    event.post_id, event.post_title, event.on_behalf_of, event.data)::text`;

export interface Seal {
  readonly id: number;
  readonly last_position: number;
  readonly events: number;
  readonly hash: string;
}

export const lastSeal = (reader: Reader): Promise<Seal | undefined> =>
  reader
    .selectFrom("seal")
    .select(["id", "last_position", "events", "hash"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

/** Seals after one id, oldest first, a page at a time. */
export const sealsAfter = (reader: Reader, id: number, limit: number): Promise<Seal[]> =>
  reader
    .selectFrom("seal")
    .select(["id", "last_position", "events", "hash"])
    .where("id", ">", id)
    .orderBy("id")
    .limit(limit)
    .execute();

/** One sealer at a time, across all copies of the program. */
export const lockSealing = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('seal the journal'))`.execute(tx);
};

export async function saveSeal(
  tx: Tx,
  seal: { lastPosition: number; events: number; hash: string; at: Instant },
): Promise<number> {
  const saved = await tx
    .insertInto("seal")
    .values({ last_position: seal.lastPosition, events: seal.events, hash: seal.hash, at: seal.at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return saved.id;
}
