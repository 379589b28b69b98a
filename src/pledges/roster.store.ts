import { sql } from "kysely";
import { rostersOf } from "../org/cluster.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Member } from "./signing.ts";

/** The roster of a cluster in a year, by name. */
export async function rosterMembers(reader: Reader, cluster: number, year: number): Promise<Member[]> {
  const entries = await rostersOf(reader, [cluster], year);
  return entries.map(({ unit, name }) => ({ unit, name }));
}

export interface UnitHead {
  readonly unit: number;
  readonly name: string;
  readonly title: string;
}

/** Who heads each unit on a day, in their own right or acting for the post. */
export async function headsOf(reader: Reader, units: readonly number[], day: Day): Promise<UnitHead[]> {
  const { rows } = await sql<UnitHead>`
    select distinct on (post.unit) post.unit, person.name, post.title
      from post join person on person.id = post.person
     where post.unit = any(${[...units]}::bigint[]) and post.kind = 'unit-head' and post.validity @> ${day}::date
       and post.delegation is distinct from 'typing'
     order by post.unit, post.delegation is not null, post.id`.execute(reader);
  return rows;
}

/** Units of a roster that have no accounts here, so that they sign on paper. */
export async function withoutAccounts(reader: Reader, units: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from unit where id = any(${[...units]}::bigint[]) and not has_accounts order by id`.execute(
    reader,
  );
  return rows.map(({ id }) => id);
}

/** A post in one of these units that this person held and that has ended: why they no longer may what they might. */
export async function endedPostAmong(
  reader: Reader,
  person: number,
  units: readonly number[],
  day: Day,
): Promise<{ title: string; on: Day } | null> {
  const { rows } = await sql<{ title: string; on: Day }>`
    select title, upper(validity) as "on" from post
     where person = ${person} and unit = any(${[...units]}::bigint[]) and upper(validity) <= ${day}::date
       and kind in ('unit-head', 'unit-deputy', 'unit-officer', 'cluster-head', 'cluster-deputy')
     order by upper(validity) desc limit 1`.execute(reader);
  return rows[0] ?? null;
}
