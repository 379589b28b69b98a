import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";

/**
 * Whose the work of each unit is on a day: its own while it exists, else that of the units that follow it,
 * through as many mergers and splits as there were. A dissolved unit without followers keeps its own name.
 */
export async function heirsOf(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<Map<number, number[]>> {
  if (units.length === 0) return new Map();
  const { rows } = await sql<{ unit: number; heir: number }>`
    with recursive follow(unit, heir) as (
      select start, start from unnest(${[...units]}::bigint[]) start
      union
      select follow.unit, succession.to_unit
        from follow
        join unit ended on ended.id = follow.heir and upper(ended.validity) <= ${day}::date
        join succession on succession.from_unit = follow.heir and succession.to_unit <> follow.heir
         and succession.on_day <= ${day}::date
    )
    select follow.unit, follow.heir
      from follow join unit on unit.id = follow.heir
     where upper(unit.validity) is null or upper(unit.validity) > ${day}::date
     order by follow.heir`.execute(reader);
  const heirs = new Map<number, number[]>();
  for (const { unit, heir } of rows) heirs.set(unit, [...(heirs.get(unit) ?? []), heir]);
  for (const unit of units) if (!heirs.has(unit)) heirs.set(unit, [unit]);
  return heirs;
}

/** The units whose work is these units' on a day: themselves and those they followed. */
export const withPredecessors = async (
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<number[]> => [...new Set((await predecessorsOf(reader, units, day)).map(({ unit }) => unit))];

/** Each of these units with itself and every unit it followed, as pairs. */
export async function predecessorsOf(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<{ heir: number; unit: number }[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<{ heir: number; unit: number }>`
    with recursive followed(heir, unit) as (
      select start, start from unnest(${[...units]}::bigint[]) start
      union
      select followed.heir, succession.from_unit
        from followed
        join succession on succession.to_unit = followed.unit and succession.from_unit <> followed.unit
         and succession.on_day <= ${day}::date
        join unit ended on ended.id = succession.from_unit and upper(ended.validity) <= ${day}::date
    )
    select heir, unit from followed order by heir, unit`.execute(reader);
  return rows;
}
