import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Told } from "../platform/telling.ts";
import type { PostKind } from "./post.ts";

/** Who is told: each holder of one of these posts in one of these units on a day, once. */
export async function holdersToTell(
  reader: Reader,
  units: readonly number[],
  kinds: readonly PostKind[],
  day: Day,
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select distinct person.id as person, person.email
      from post join person on person.id = post.person
     where post.unit = any(${[...units]}::bigint[]) and post.kind = any(${[...kinds]}::text[])
       and post.validity @> ${day}::date
     order by person.id`.execute(reader);
  return rows;
}
