import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Reader } from "../platform/db.ts";
import type { DemoPerson } from "./demo-history.ts";

/** The people of the demo who work through a year, with the unit of each year; signed in or not. */
export async function demoPeople(
  reader: Reader,
  from: number,
  to: number,
): Promise<(DemoPerson & { readonly atWork: boolean })[]> {
  const { rows } = await sql<DemoPerson & { atWork: boolean }>`
    select person.id, person.name,
           bool_or(coalesce(worked.works_as = 'leader', false)) as leads,
           bool_or(coalesce(worked.lasting, false)) as "atWork",
           array_agg(worked.unit_name order by year) as units
      from person
      cross join generate_series(${from}::int, ${to}::int) year
      left join lateral (
        select post.works_as, upper_inf(post.validity) as lasting,
               ${nameAt(sql`post.unit`, sql`make_date(year, 12, 31)`)} as unit_name
          from post
         where post.person = person.id and post.kind = 'member'
           and post.validity @> make_date(year, 12, 31) and post.validity @> make_date(year, 3, 1)
         order by lower(post.validity) limit 1) worked on true
     where person.birth_year is not null
     group by person.id order by person.id`.execute(reader);
  return rows;
}
