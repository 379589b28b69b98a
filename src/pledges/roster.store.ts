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
