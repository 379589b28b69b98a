import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import { type Day, firstDayOf, type Instant, lastDayOf } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Cluster, ClusterKind } from "./cluster.ts";
import type { PostKind } from "./post.ts";
import { nameAt } from "./unit.store.ts";

interface ClusterRow extends Omit<Cluster, "kind"> {
  readonly kind: string;
}

const clusters = (day: Day) => sql<ClusterRow>`
  select cluster.unit as id, cluster.kind, cluster.outside, named.name, named.code, placed.parent as founder,
         ${nameAt(sql`placed.parent`, sql`${day}`)} as "founderName"
    from cluster
    join unit on unit.id = cluster.unit
    cross join lateral (select name, code from unit_name where unit_name.unit = cluster.unit
      order by validity @> ${day}::date desc, lower(validity) desc nulls last limit 1) named
    left join lateral (select parent from unit_place where unit_place.unit = cluster.unit
      order by validity @> ${day}::date desc, lower(validity) desc nulls last limit 1) placed on true`;

const toCluster = (row: ClusterRow): Cluster => ({ ...row, kind: row.kind as ClusterKind });

export async function findCluster(reader: Reader, id: number, day: Day): Promise<Cluster | null> {
  const { rows } = await sql<ClusterRow>`${clusters(day)} where cluster.unit = ${id}`.execute(reader);
  return rows[0] ? toCluster(rows[0]) : null;
}

/** The clusters a body has founded that have a roster in a year. Without a body: all of that year. */
export async function clustersOf(reader: Reader, founder: number | null, year: number): Promise<Cluster[]> {
  const { rows } = await sql<ClusterRow>`${clusters(lastDayOf(year))}
    where exists (select 1 from cluster_member where cluster_member.cluster = cluster.unit and cluster_member.year = ${year})
      and (${founder}::bigint is null or placed.parent = ${founder})
    order by cluster.outside, placed.parent, named.name collate "vi-x-icu"`.execute(reader);
  return rows.map(toCluster);
}

export interface RosterEntry {
  readonly cluster: number;
  readonly unit: number;
  readonly year: number;
  readonly name: string;
  readonly code: string;
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
}

/** The rosters of clusters in a year, or of all years; members as they were called in it. */
export async function rostersOf(
  reader: Reader,
  clusterIds: readonly number[],
  year: number | null,
): Promise<RosterEntry[]> {
  const { rows } = await sql<RosterEntry>`
    select member.cluster, member.unit, member.year, named.name, named.code,
           member.paper_symbol as "paperSymbol", member.paper_day as "paperDay"
      from cluster_member member
      cross join lateral (select name, code from unit_name where unit_name.unit = member.unit
        order by validity && daterange(make_date(member.year, 1, 1), make_date(member.year + 1, 1, 1)) desc,
                 lower(validity) desc nulls last limit 1) named
     where member.cluster = any(${[...clusterIds]}::bigint[]) and (${year}::int is null or member.year = ${year})
     order by member.year desc, named.name collate "vi-x-icu"`.execute(reader);
  return rows;
}

/** The clusters a unit belongs to in each year. */
export async function clustersWith(
  reader: Reader,
  unit: number,
): Promise<{ cluster: number; name: string; year: number }[]> {
  const { rows } = await sql<{ cluster: number; name: string; year: number }>`
    select member.cluster, ${nameAt(sql`member.cluster`, sql`make_date(member.year, 12, 31)`)} as name, member.year
      from cluster_member member where member.unit = ${unit} order by member.year desc, name`.execute(reader);
  return rows;
}

export interface LeaderInYear {
  readonly post: number;
  readonly cluster: number;
  readonly person: number;
  readonly name: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly paperSymbol: string | null;
  readonly paperDay: Day | null;
}

/** Heads and deputies of clusters in a year, heads first. */
export async function leadersOf(
  reader: Reader,
  clusterIds: readonly number[],
  year: number,
): Promise<LeaderInYear[]> {
  const { rows } = await sql<Omit<LeaderInYear, "kind"> & { kind: string }>`
    select post.id as post, post.unit as cluster, post.person, person.name, post.kind, post.title,
           post.paper_symbol as "paperSymbol", post.paper_day as "paperDay"
      from post join person on person.id = post.person
     where post.unit = any(${[...clusterIds]}::bigint[]) and post.kind in ('cluster-head', 'cluster-deputy')
       and post.delegation is null
       and post.validity && daterange(${firstDayOf(year)}::date, ${firstDayOf(year + 1)}::date)
     order by post.kind = 'cluster-deputy', post.id`.execute(reader);
  return rows.map((row) => ({ ...row, kind: row.kind as PostKind }));
}

export async function saveCluster(tx: Tx, unit: number, kind: ClusterKind, outside: boolean): Promise<void> {
  await tx.insertInto("cluster").values({ unit, kind, outside }).execute();
}

/** Replaces the roster of one year; other years stay as they were. */
export async function saveRoster(
  tx: Tx,
  cluster: number,
  year: number,
  members: readonly number[],
  paper: { symbol: string | null; day: Day | null },
): Promise<void> {
  await tx.deleteFrom("cluster_member").where("cluster", "=", cluster).where("year", "=", year).execute();
  await tx
    .insertInto("cluster_member")
    .values(
      members.map((unit) => ({ cluster, unit, year, paper_symbol: paper.symbol, paper_day: paper.day })),
    )
    .execute();
}

/** The follower takes the ended member's row in the roster of that year; what happened is kept beside it. */
export async function savePlaceKept(
  tx: Tx,
  place: {
    cluster: number;
    year: number;
    from: number;
    to: number;
    on: Day;
    symbol: string;
    signed: Day;
  },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("cluster_member")
    .set({ unit: place.to, paper_symbol: place.symbol, paper_day: place.signed })
    .where("cluster", "=", place.cluster)
    .where("year", "=", place.year)
    .where("unit", "=", place.from)
    .execute();
  await tx
    .insertInto("cluster_place")
    .values({
      cluster: place.cluster,
      year: place.year,
      from_unit: place.from,
      to_unit: place.to,
      on_day: place.on,
      paper_symbol: place.symbol,
      paper_day: place.signed,
      at,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
    })
    .execute();
}

export async function lockCluster(tx: Tx, id: number): Promise<void> {
  await sql`select unit from cluster where unit = ${id} for update`.execute(tx);
}

/** The years in which a cluster, or any, has a roster; the latest first. */
export async function clusterYears(reader: Reader, cluster: number | null): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from cluster_member where ${cluster}::bigint is null or cluster = ${cluster}
     order by year desc`.execute(reader);
  return rows.map((row) => row.year);
}

/** The unit of a roster in which, or below which, a person works on a day; null when there is none. */
export async function memberUnitOf(
  reader: Reader,
  person: number,
  roster: readonly number[],
  day: Day,
): Promise<number | null> {
  const { rows } = await sql<{ above: number }>`
    select climbed.above
      from post cross join lateral units_above(array[post.unit], ${day}::date) climbed
     where post.person = ${person} and post.kind in ('member', 'unit-head') and post.validity @> ${day}::date
       and climbed.above = any(${[...roster]}::bigint[])
     limit 1`.execute(reader);
  return rows[0]?.above ?? null;
}
