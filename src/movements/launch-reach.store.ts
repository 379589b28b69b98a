import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { LaunchReach, NewReach, UnitReach } from "./launch-reach.ts";

/** The occasions on which a unit brought a launch to its people, newest first. */
export async function reachesOf(reader: Reader, movement: number, unit: number): Promise<LaunchReach[]> {
  const { rows } = await sql<LaunchReach>`
    select id, unit, way, on_day as "on", reached, staff, words, file, file_name as "fileName", withdrawn,
           actor_name as "actorName"
      from launch_reach where movement = ${movement} and unit = ${unit}
     order by on_day desc, id desc`.execute(reader);
  return rows;
}

/** All units in scope but clusters, with how many of their people they reached. */
export async function reachByUnit(reader: Reader, movement: number, day: Day): Promise<UnitReach[]> {
  const { rows } = await sql<UnitReach>`
    select scope.unit, ${nameAt(sql`scope.unit`, sql`${day}`)} as "unitName",
           coalesce(noted.occasions, 0)::int as occasions, coalesce(noted.reached, 0)::int as reached,
           noted.staff, noted.last_on as "lastOn"
      from movement_unit scope
      left join lateral (
        select count(*) as occasions, sum(reached) as reached, max(on_day) as last_on,
               (array_agg(staff order by on_day desc, id desc))[1] as staff
          from launch_reach
         where launch_reach.movement = scope.movement and launch_reach.unit = scope.unit and not withdrawn
        having count(*) > 0) noted on true
     where scope.movement = ${movement} and scope.audience <> 'cluster'
     order by ${nameAt(sql`scope.unit`, sql`${day}`)} collate "vi-x-icu"`.execute(reader);
  return rows;
}

/** How many people stand in a unit and below it on a day: what the form proposes as its staff. */
export async function staffOf(reader: Reader, unit: number, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct post.person)::int as count
      from post
     where post.unit in (select units_below from units_below(array[${unit}]::bigint[], ${day}::date))
       and post.validity @> ${day}::date`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Other windows of the unit wait until this one has written. */
export async function lockReaches(tx: Tx, movement: number, unit: number): Promise<LaunchReach[]> {
  await sql`select from movement_unit where movement = ${movement} and unit = ${unit} for update`.execute(tx);
  return reachesOf(tx, movement, unit);
}

export async function saveReach(
  tx: Tx,
  to: { movement: number; unit: number },
  reach: NewReach & { file: string | null; fileName: string | null },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("launch_reach")
    .values({
      ...to,
      way: reach.way,
      on_day: reach.on,
      reached: reach.reached,
      staff: reach.staff,
      words: reach.words,
      file: reach.file,
      file_name: reach.fileName,
      at,
      actor_name: actor.name,
    })
    .execute();
}

export async function withdrawReach(tx: Tx, id: number): Promise<void> {
  await tx.updateTable("launch_reach").set({ withdrawn: true }).where("id", "=", id).execute();
}

/** People reached by these units in launches of these days, and their staff as last noted. */
export async function peopleReached(
  reader: Reader,
  given: { movement: number | null; units: readonly number[]; from: Day; to: Day },
): Promise<{ reached: number; staff: number; units: number }> {
  const { rows } = await sql<{ reached: number; staff: number; units: number }>`
    select coalesce(sum(reached), 0)::int as reached, coalesce(sum(staff), 0)::int as staff, count(*)::int as units
      from (select movement, unit, sum(reached) as reached,
                   (array_agg(staff order by on_day desc, id desc))[1] as staff
              from launch_reach
             where unit = any(${[...given.units]}::bigint[]) and not withdrawn
               and on_day between ${given.from}::date and ${given.to}::date
               and (${given.movement}::bigint is null or movement = ${given.movement})
             group by movement, unit) each`.execute(reader);
  return rows[0] ?? { reached: 0, staff: 0, units: 0 };
}
