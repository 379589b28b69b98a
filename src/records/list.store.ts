import { type RawBuilder, sql } from "kysely";
import { patternsOf, searchWords } from "../org/search.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import type { Grade, SubjectKind } from "./fact.ts";
import { stands } from "./fact-columns.store.ts";
import { unitsRead, unitsSeen, workplaces } from "./record-reach.store.ts";

/** What the list is narrowed by; nothing here asks for discipline or pending matters, so no count tells of them. */
export interface ListFilter {
  readonly subject: SubjectKind;
  readonly words: string;
  readonly code: string | null;
  readonly year: number | null;
  readonly unit: number | null;
}

export interface ListRow {
  readonly id: number;
  readonly name: string;
  readonly placeName: string | null;
  readonly grade: Grade | null;
  readonly gradeYear: number | null;
  readonly honours: number;
  readonly lastCode: string | null;
  readonly lastYear: number | null;
}

/** People or units whose records this person may see, by name; `size` null gives all. */
export async function listRecords(
  reader: Reader,
  actor: Actor,
  filter: ListFilter,
  page: { readonly number: number; readonly size: number | null },
): Promise<{ rows: ListRow[]; total: number }> {
  const { subject } = filter;
  const about = sql.ref(`fact.${subject}`);
  const { rows } = await sql<ListRow & { total: number }>`
    with seen as materialized (${subject === "person" ? peopleSeen(actor) : unitsWithRecords(actor)}),
    named as (
      select seen.id, seen.place, ${subject === "person" ? sql`person.name` : nameAt(sql`seen.id`, sql`${actor.day}`)} as name
        from seen ${subject === "person" ? sql`join person on person.id = seen.id` : sql``}
       where ${matchesWords(filter)}
         and (${filter.unit}::bigint is null
              or seen.place in (select units_below from units_below(array[${filter.unit}]::bigint[], ${actor.day}::date)))
         and ${holds(filter, about)}
    ), page as (
      select named.*, count(*) over () as total from named
       order by ${subject === "person" ? sql`regexp_replace(named.name, '^.* ', '') collate "vi-x-icu",` : sql``}
                named.name collate "vi-x-icu", named.id
       limit ${page.size} offset ${page.size === null ? 0 : (page.number - 1) * page.size}
    )
    select page.id, page.name, page.total, ${nameAt(sql`page.place`, sql`${actor.day}`)} as "placeName",
           graded.grade, graded.year as "gradeYear", coalesce(held.honours, 0) as honours, last.code as "lastCode",
           last.year as "lastYear"
      from page
      left join lateral (select fact.grade, fact.year from record_grade fact
                          where ${about} = page.id and ${stands("grade")} order by fact.year desc limit 1) graded on true
      left join lateral (select count(*) as honours from record_honour fact
                          where ${about} = page.id and fact.revoked_on is null and ${stands("honour")}) held on true
      left join lateral (select fact.code, fact.year from record_honour fact
                          where ${about} = page.id and fact.revoked_on is null and ${stands("honour")}
                          order by fact.year desc, fact.id desc limit 1) last on true
     order by ${subject === "person" ? sql`regexp_replace(page.name, '^.* ', '') collate "vi-x-icu",` : sql``}
              page.name collate "vi-x-icu", page.id`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** People below the posts that read records, and oneself. */
const peopleSeen = (actor: Actor): RawBuilder<unknown> => sql`
  select distinct on (place.person) place.person as id, place.unit as place
    from ${workplaces(actor.day)} place
   where place.unit in ${unitsRead(actor)} or place.person = ${actor.person}
   order by place.person, place.unit`;

const unitsWithRecords = (actor: Actor): RawBuilder<unknown> => sql`
  select unit.id, unit.id as place from unit
   where unit.id in ${unitsSeen(actor)} and unit.has_accounts
     and unit.kind not in ('cluster', 'council-body', 'central-cluster')`;

const matchesWords = ({ subject, words }: ListFilter): RawBuilder<unknown> => {
  const patterns = patternsOf(searchWords(words));
  return subject === "person"
    ? sql`person.searched like all(${patterns}::text[])`
    : sql`exists (select 1 from unit_name where unit_name.unit = seen.id and unit_name.searched like all(${patterns}::text[]))`;
};

/** Holds that award, in that year when one is given; or has a grade or an award of the year. */
function holds({ code, year }: ListFilter, about: RawBuilder<unknown>): RawBuilder<unknown> {
  if (code === null && year === null) return sql`true`;
  const ofYear = sql`(${year}::int is null or fact.year = ${year})`;
  const award = sql`exists (select 1 from record_honour fact where ${about} = seen.id and ${ofYear}
    and (${code}::text is null or fact.code = ${code}) and fact.revoked_on is null and ${stands("honour")})`;
  if (code !== null) return award;
  return sql`(${award} or exists (select 1 from record_grade fact
    where ${about} = seen.id and ${ofYear} and ${stands("grade")}))`;
}
