import { sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { oncePerRequest } from "../platform/once.ts";
import type { DueUnit } from "./lateness.ts";

/** Whose obligations somebody sees: units overseen, one's own, and members of clusters one leads. */
export interface LatenessReach {
  /** Bodies for which this person is a standing officer. */
  readonly stands: readonly number[];
  /** Units and clusters this person heads, deputises in or is the focal officer of. */
  readonly own: readonly number[];
  readonly clusters: readonly number[];
  readonly day: Day;
}

export const latenessReachOf = oncePerRequest(async (reader, actor): Promise<LatenessReach> => {
  const unitsOf = (...kinds: PostKind[]) => [
    ...new Set(
      countingPosts(actor)
        .filter((post) => (kinds as readonly string[]).includes(post.kind))
        .map((post) => post.unit),
    ),
  ];
  return {
    stands: await bodiesServedBy(reader, actor, unitsOf("standing-officer")),
    own: unitsOf("unit-head", "unit-deputy", "unit-officer", "cluster-head", "cluster-deputy"),
    clusters: unitsOf("cluster-head", "cluster-deputy"),
    day: actor.day,
  };
});

export const seesNothing = ({ stands, own, clusters }: LatenessReach): boolean =>
  stands.length + own.length + clusters.length === 0;

/** Ids of the units in that reach in a year. */
export async function unitsWithin(reader: Reader, reach: LatenessReach, year: number): Promise<UnitWithin[]> {
  const { rows } = await sql<UnitWithin>`
    with way (unit, overseen, own) as (
      select units_below, true, false from units_below(${[...reach.stands]}::bigint[], ${reach.day}::date)
       union all
      select unnest(${[...reach.own]}::bigint[]), false, true
       union all
      select member.unit, false, false from cluster_member member
       where member.cluster = any(${[...reach.clusters]}::bigint[]) and member.year = ${year}
    )
    select unit, bool_or(overseen) as overseen, bool_or(own) as own from way group by unit`.execute(reader);
  return rows;
}

export interface UnitWithin {
  readonly unit: number;
  readonly overseen: boolean;
  readonly own: boolean;
}

/** Names and the year's clusters of some units, as they are called on a day or were when they ended. */
export async function dueUnits(
  reader: Reader,
  within: readonly UnitWithin[],
  owing: ReadonlySet<number>,
  year: number,
  day: Day,
): Promise<ReadonlyMap<number, DueUnit>> {
  const shown = within.filter(({ unit }) => owing.has(unit));
  if (shown.length === 0) return new Map();
  const { rows } = await sql<Pick<DueUnit, "id" | "name" | "code"> & { clusters: unknown[] | null }>`
    select asked.unit as id, named.name, named.code, member.clusters
      from unnest(${shown.map(({ unit }) => unit)}::bigint[]) asked (unit)
      join (select distinct on (unit) unit, name, code from unit_name
             order by unit, validity @> ${day}::date desc, lower(validity) desc nulls last) named
        on named.unit = asked.unit
      left join (
        select unit, array_agg(distinct cluster) as clusters
          from (select unit, cluster from cluster_member where year = ${year}
                 union all
                -- A cluster's own duties stand with those of its members.
                select cluster, cluster from cluster_member where year = ${year}) placed group by unit)
        member on member.unit = asked.unit`.execute(reader);
  const ways = new Map(shown.map((one) => [one.unit, one]));
  return new Map(
    rows.map(({ clusters, ...row }) => [
      row.id,
      {
        ...row,
        clusters: (clusters ?? []).map(Number),
        overseen: ways.get(row.id)?.overseen ?? false,
        own: ways.get(row.id)?.own ?? false,
      },
    ]),
  );
}

/** Units or clusters by the names they have on a day, in the order of the names. */
export async function namesInOrder(
  reader: Reader,
  ids: readonly number[],
  day: Day,
): Promise<{ id: number; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct on (named.unit) named.unit as id, named.name from unit_name named
     where named.unit = any(${[...ids]}::bigint[])
     order by named.unit, named.validity @> ${day}::date desc, lower(named.validity) desc nulls last`.execute(
    reader,
  );
  return rows.toSorted((left, right) => left.name.localeCompare(right.name, "vi", { numeric: true }));
}

/** One unit of somebody's reach, whether it owes anything in that year or not; null beyond it. */
export async function unitSeen(
  reader: Reader,
  actor: Actor,
  unit: number,
  year: number,
): Promise<DueUnit | null> {
  const within = await unitsWithin(reader, await latenessReachOf(reader, actor), year);
  return (await dueUnits(reader, within, new Set([unit]), year, actor.day)).get(unit) ?? null;
}

/** Days on which units were last reminded of something. */
export async function lastReminders(
  reader: Reader,
  units: readonly number[],
): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ kind: string; subject: string; recipient: string; day: Day }>`
    select kind, subject, recipient, max(on_day) as day from reminder
     where recipient = any(${units.map(String)}::text[]) group by kind, subject, recipient`.execute(reader);
  return new Map(rows.map((row) => [`${row.kind}~${row.subject}~${row.recipient}`, row.day]));
}

/** What some units are called on a day. */
export async function unitNames(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<ReadonlyMap<number, string>> {
  const rows = await namesInOrder(reader, units, day);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
