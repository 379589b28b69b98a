import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";

export interface HolderToRemind {
  readonly person: number;
  readonly email: string | null;
  readonly unit: number;
}

/** Heads and focal officers of units, heads of clusters, on a day; each once a unit. */
export async function holdersToRemind(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<HolderToRemind[]> {
  const { rows } = await sql<HolderToRemind>`
    select distinct person.id as person, person.email, post.unit
      from post join person on person.id = post.person
     where post.unit = any(${[...units]}::bigint[]) and post.kind in ('unit-head', 'unit-officer', 'cluster-head')
       and post.validity @> ${day}::date
     order by person.id, post.unit`.execute(reader);
  return rows;
}
