import { sql } from "kysely";
import { unitsInScope } from "../org/scope.store.ts";
import { type Audience, audienceOf, takesPart } from "../org/scope.ts";
import { findUnits } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Launcher, ScopeRule } from "./movement.ts";

/** A unit that a launch would reach, before or after it is written down. */
export interface ReachedUnit {
  readonly id: number;
  readonly name: string;
  readonly audience: Audience;
}

/** Everybody the launcher could reach on a day: its units and the clusters it founded. */
export async function reachableUnits(reader: Reader, launcher: number, day: Day): Promise<ReachedUnit[]> {
  const units = await unitsInScope(reader, launcher, day, [...takesPart, "cluster"]);
  return units.map(({ id, name, audience }) => ({ id, name, audience }));
}

/** The units that a rule reaches on a day: its groups, with those named and without those left out. */
export async function reachedUnits(
  reader: Reader,
  launcher: Launcher,
  rule: ScopeRule,
  day: Day,
): Promise<ReachedUnit[]> {
  const reachable = await reachableUnits(reader, launcher.id, day);
  const known = new Set(reachable.map((unit) => unit.id));
  const strangers = await findUnits(
    reader,
    rule.named.filter((id) => !known.has(id)),
    day,
  );
  return [
    ...reachable.filter(
      (unit) =>
        (rule.groups.length === 0 || rule.groups.includes(unit.audience) || rule.named.includes(unit.id)) &&
        !rule.excluded.includes(unit.id),
    ),
    ...strangers.map((unit) => ({
      id: unit.id,
      name: unit.name,
      audience: audienceOf(unit.kind, launcher.kind),
    })),
  ];
}

/** Writes the units in scope with the clusters of the year that the launcher founded. */
export async function saveScope(
  tx: Tx,
  movement: { id: number; launcher: Launcher; fromYear: number },
  units: readonly ReachedUnit[],
  at: Instant,
): Promise<void> {
  await tx.deleteFrom("movement_unit").where("movement", "=", movement.id).execute();
  if (units.length === 0) return;
  await tx
    .insertInto("movement_unit")
    .values(
      units.map((unit) => ({ movement: movement.id, unit: unit.id, audience: unit.audience, since: at })),
    )
    .execute();
  await sql`
    update movement_unit reached
       set clusters = member.clusters
      from (select cluster_member.unit, array_agg(cluster_member.cluster) as clusters
              from cluster_member
              join unit_place place on place.unit = cluster_member.cluster and place.parent = ${movement.launcher.id}
             where cluster_member.year = ${movement.fromYear}
             group by cluster_member.unit) member
     where reached.movement = ${movement.id} and reached.unit = member.unit`.execute(tx);
}

/** A unit of this person, or one above it, is in scope. */
export async function isInScope(
  reader: Reader,
  movement: number,
  within: readonly number[],
): Promise<boolean> {
  if (within.length === 0) return false;
  const row = await reader
    .selectFrom("movement_unit")
    .select("unit")
    .where("movement", "=", movement)
    .where("unit", "in", within)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The heads, standing officers and focal officers of the units in scope. */
export async function peopleToTell(
  reader: Reader,
  movement: number,
  day: Day,
): Promise<{ person: number; email: string | null }[]> {
  const { rows } = await sql<{ person: number; email: string | null }>`
    select distinct post.person, person.email
      from movement_unit reached
      join post on post.unit = reached.unit
      join person on person.id = post.person
     where reached.movement = ${movement}
       and post.kind in ('unit-head', 'unit-officer', 'standing-officer', 'cluster-head')
       and post.validity @> ${day}::date
     order by post.person`.execute(reader);
  return rows;
}

/** Units by a name as a paper writes it: full name, short name or code, accents and case aside. */
export async function unitsNamed(
  reader: Reader,
  names: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ wanted: string; unit: number }>`
    select distinct on (wanted) wanted, unit_name.unit
      from unnest(${[...names]}::text[]) wanted
      join unit_name on fold(unit_name.name) = fold(wanted) or fold(unit_name.short_name) = fold(wanted)
        or unit_name.code = upper(wanted)
     where unit_name.validity @> ${day}::date
     order by wanted, unit_name.unit`.execute(reader);
  return new Map(rows.map((row) => [row.wanted, row.unit]));
}

export async function countScope(reader: Reader, movement: number): Promise<number> {
  const row = await reader
    .selectFrom("movement_unit")
    .select((build) => build.fn.countAll<number>().as("count"))
    .where("movement", "=", movement)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What units are called on a day. */
export async function unitNamesOf(
  reader: Reader,
  ids: readonly number[],
  day: Day,
): Promise<ReadonlyMap<number, string>> {
  const units = await findUnits(reader, [...new Set(ids)], day);
  return new Map(units.map((unit) => [unit.id, unit.name]));
}
