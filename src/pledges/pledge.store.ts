import { type RawBuilder, sql } from "kysely";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import type { SeenPledge } from "./pledge.may.ts";
import {
  type Conference,
  type Pledge,
  type PledgeEvent,
  type SentState,
  sentStateOf,
  stateOf,
  type TallyLine,
} from "./pledge.ts";

guard(
  "a_cluster_pledges_once_a_year",
  movedOn("already-begun", "Cụm đã có giao ước của năm này; hãy mở giao ước đó để làm tiếp."),
);

interface Row extends Omit<SeenPledge, "servedBy" | "conference" | "members" | "signedBy">, Conference {
  readonly members: readonly { readonly unit: number; readonly name: string }[];
  readonly signedBy: readonly unknown[];
}

const pledgesAsOf = (day: Day): RawBuilder<Row> => sql`
  select pledge.id, pledge.cluster, pledge.cluster_name as "clusterName", cluster.outside, pledge.receiver,
         ${nameAt(sql`pledge.receiver`, sql`${day}`)} as "receiverName", pledge.year, pledge.movement,
         movement.name as "movementName", pledge.state, pledge.sent_state as "sentState",
         pledge.sent_at as "sentAt", pledge.late, pledge.common, pledge.sign_by as "signBy", pledge.version, pledge.changed_at as "changedAt",
         pledge.held_on as "heldOn", pledge.held_at_time as time, pledge.place, pledge.agenda, pledge.guests,
         pledge.chair, pledge.secretary, pledge.leader, pledge.proceedings,
         coalesce((select json_agg(json_build_object('unit', member.unit, 'name', named.name)
                            order by named.name collate "vi-x-icu", member.unit)
            from cluster_member member
            cross join lateral (select name from unit_name where unit_name.unit = member.unit
              order by validity && daterange(make_date(member.year, 1, 1), make_date(member.year + 1, 1, 1)) desc,
                       lower(validity) desc nulls last limit 1) named
           where member.cluster = pledge.cluster and member.year = pledge.year), '[]') as members,
         array(select distinct unit from pledge_signature signature where signature.pledge = pledge.id) as "signedBy"
    from pledge
    join cluster on cluster.unit = pledge.cluster
    left join movement on movement.id = pledge.movement`;

async function seen(reader: Reader, row: Row | undefined, day: Day): Promise<SeenPledge | null> {
  if (!row) return null;
  const { heldOn, time, place, agenda, guests, chair, secretary, leader, proceedings, ...rest } = row;
  return {
    ...rest,
    conference: { heldOn, time, place, agenda, guests, chair, secretary, leader, proceedings },
    signedBy: row.signedBy.map(Number),
    servedBy: row.receiver === null ? [] : await bodiesServing(reader, row.receiver, day),
  };
}

/** The pledge, whoever asks: `pledge.may.ts` decides what of it may be seen. */
export async function findPledge(reader: Reader, id: number, day: Day): Promise<SeenPledge | null> {
  const { rows } = await sql<Row>`${pledgesAsOf(day)} where pledge.id = ${id}`.execute(reader);
  return seen(reader, rows[0], day);
}

/** Loads for change: nobody else changes it until this transaction ends. */
export async function loadPledge(tx: Tx, id: number, day: Day): Promise<SeenPledge | null> {
  await sql`select id from pledge where id = ${id} for update`.execute(tx);
  return findPledge(tx, id, day);
}

/** The pledge of a cluster in a year, when one was begun. */
export async function findPledgeOf(reader: Reader, cluster: number, year: number): Promise<number | null> {
  const row = await reader
    .selectFrom("pledge")
    .select("id")
    .where("cluster", "=", cluster)
    .where("year", "=", year)
    .executeTakeFirst();
  return row?.id ?? null;
}

interface NewPledge {
  readonly cluster: number;
  readonly clusterName: string;
  readonly receiver: number | null;
  readonly year: number;
  readonly movement: number | null;
}

/** Begins a cluster's year; answers its id. */
export async function saveNewPledge(tx: Tx, begun: NewPledge, at: Instant): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into pledge (cluster, cluster_name, receiver, year, movement, searched, started_at, changed_at)
    values (${begun.cluster}, ${begun.clusterName}, ${begun.receiver}, ${begun.year}, ${begun.movement},
      fold(${`${begun.clusterName} giao ước thi đua ${begun.year}`}), ${at}, ${at})
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** Who acted, in the words that every row of record keeps. */
const actedBy = (actor: Actor) => ({
  person: actor.person,
  actor_name: actor.name,
  post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
  on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
});

/** Writes what happened and folds it into the pledge's own row. */
export async function savePledgeEvent(
  tx: Tx,
  pledge: Pledge,
  event: PledgeEvent,
  actor: Actor,
): Promise<void> {
  const sent = event.kind === "sent" ? event : null;
  const adopted = event.kind === "adopted" ? event : null;
  await tx
    .insertInto("pledge_event")
    .values({
      pledge: pledge.id,
      kind: event.kind,
      at: event.at,
      ...actedBy(actor),
      remarks: "remarks" in event ? event.remarks : null,
      in_favour: adopted?.inFavour ?? null,
      against: adopted?.against ?? null,
      abstained: adopted?.abstained ?? null,
      on_day: adopted?.onDay ?? sent?.onDay ?? null,
      late: sent?.late ?? null,
      late_reason: sent?.lateReason ?? null,
      channel: sent?.channel ?? null,
      tally: sent ? JSON.stringify(sent.tally) : null,
      plan_version: sent?.planVersion ?? null,
      file: "scan" in event ? (event.scan?.file ?? null) : null,
      file_name: "scan" in event ? (event.scan?.fileName ?? null) : null,
    })
    .execute();
  const goesToReceiver = sentStateOf([event]);
  await tx
    .updateTable("pledge")
    .set((build) => ({ changed_at: event.at, version: build("version", "+", 1) }))
    .$if(goesToReceiver === null, (query) => query.set({ state: stateOf([event]) }))
    .$if(goesToReceiver !== null, (query) => query.set({ sent_state: goesToReceiver }))
    .$if(sent !== null, (query) => query.set({ sent_at: sent?.at ?? null, late: sent?.late ?? null }))
    .where("id", "=", pledge.id)
    .execute();
}

export async function saveConference(tx: Tx, id: number, conference: Conference, at: Instant): Promise<void> {
  const { heldOn, time, ...rest } = conference;
  await tx
    .updateTable("pledge")
    .set({ held_on: heldOn, held_at_time: time, ...rest, changed_at: at })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function saveCommon(tx: Tx, id: number, common: string, at: Instant): Promise<void> {
  await tx
    .updateTable("pledge")
    .set({ common, changed_at: at })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** Sets the last day to sign; null for none. */
export const saveSignBy = async (tx: Tx, id: number, day: Day | null): Promise<void> => {
  await tx.updateTable("pledge").set({ sign_by: day }).where("id", "=", id).execute();
};

/** Something in it has changed. */
export const touchPledge = async (tx: Tx, id: number, at: Instant): Promise<void> => {
  await sql`update pledge set version = version + 1, changed_at = ${at} where id = ${id}`.execute(tx);
};

/** What happened to a pledge, newest first. */
export interface PledgeHistoryEntry {
  readonly kind: PledgeEvent["kind"];
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly onBehalfOf: string | null;
  readonly remarks: string | null;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly onDay: Day | null;
  readonly late: boolean | null;
  readonly lateReason: string | null;
  readonly channel: string | null;
  readonly tally: readonly TallyLine[] | null;
  readonly file: string | null;
  readonly fileName: string | null;
}

export async function historyOf(reader: Reader, pledge: number): Promise<PledgeHistoryEntry[]> {
  const { rows } = await sql<PledgeHistoryEntry>`
    select kind, at, actor_name as "actorName", post_title as "postTitle", on_behalf_of as "onBehalfOf", remarks,
           in_favour as "inFavour", against, abstained, on_day as "onDay", late, late_reason as "lateReason",
           channel, tally, file, file_name as "fileName"
      from pledge_event where pledge = ${pledge} order by id desc`.execute(reader);
  return rows;
}

/** Pledges whose columns say something else than the fold of their events; empty when all is well. */
export async function pledgesOutOfFold(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
    state: string;
    sent: SentState | null;
    kinds: PledgeEvent["kind"][];
  }>`
    select pledge.id, pledge.state, pledge.sent_state as sent,
           array(select kind from pledge_event event where event.pledge = pledge.id order by event.id) as kinds
      from pledge order by pledge.id`.execute(reader);
  return rows
    .filter(({ state, sent, kinds }) => {
      const events = kinds.map((kind) => ({ kind }));
      return state !== stateOf(events) || sent !== sentStateOf(events);
    })
    .map(({ id }) => id);
}
