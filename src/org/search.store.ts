import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { type Hit, patternsOf, rankHits, searchWords } from "./search.ts";
import { nameAt } from "./unit.store.ts";
import type { UnitKind } from "./unit.ts";

const CANDIDATES = 400;

export interface UnitHit extends Hit {
  readonly code: string;
  readonly kind: UnitKind;
  /** The unit above, which tells two rooms of one name apart. */
  readonly above: string | null;
}

/** Units by any of their names over time; an ended unit comes after the living ones. */
export async function searchUnits(
  reader: Reader,
  actor: Actor,
  words: string,
  limit: number,
): Promise<UnitHit[]> {
  const typed = searchWords(words);
  if (typed.length === 0) return [];
  const { rows } = await sql<UnitHit>`
    with hit as (
      select distinct on (unit_name.unit) unit_name.unit, unit_name.name as matched
        from unit_name
       where unit_name.searched like all(${patternsOf(typed)}::text[])
       order by unit_name.unit, upper(unit_name.validity) desc nulls first
    )
    select unit.id, unit.kind, named.name, named.code, named.name || ' ' || coalesce(named.short_name, '') || ' ' || hit.matched as text,
           unit.validity @> ${actor.day}::date as living, unit.id = any(${nearby(actor)}::bigint[]) as near,
           ${nameAt(sql`coalesce(placed.parent, placed.guided_by)`, sql`${actor.day}`)} as above
      from hit
      join unit on unit.id = hit.unit
      cross join lateral (select name, short_name, code from unit_name where unit_name.unit = unit.id
        order by validity @> ${actor.day}::date desc, lower(validity) desc nulls last limit 1) named
      left join lateral (select parent, guided_by from unit_place where unit_place.unit = unit.id
        order by validity @> ${actor.day}::date desc, lower(validity) desc nulls last limit 1) placed on true
     order by living desc, near desc, length(named.name)
     limit ${CANDIDATES}`.execute(reader);
  const ranked = rankHits(rows, typed);
  const code = words.trim().toUpperCase();
  // Who types a code means that very unit.
  return [...ranked.filter((hit) => hit.code === code), ...ranked.filter((hit) => hit.code !== code)].slice(
    0,
    limit,
  );
}

export interface PersonHit extends Hit {
  readonly birthYear: number | null;
  readonly title: string | null;
  readonly unit: number | null;
  readonly unitName: string | null;
}

/** People by name, with what tells two of one name apart: unit, title and birth year. */
export async function searchPeople(
  reader: Reader,
  actor: Actor,
  words: string,
  limit: number,
): Promise<PersonHit[]> {
  const typed = searchWords(words);
  if (typed.length === 0) return [];
  const { rows } = await sql<PersonHit>`
    select person.id, person.name, person.name as text, person.birth_year as "birthYear", work.title, work.unit,
           ${nameAt(sql`work.unit`, sql`${actor.day}`)} as "unitName",
           coalesce(work.working, false) as living, coalesce(work.near, false) as near
      from person
      left join lateral (
        select post.title, post.unit, post.validity @> ${actor.day}::date as working,
               post.unit in (select units_below from units_below(${ownUnits(actor)}::bigint[], ${actor.day}::date)) as near
          from post where post.person = person.id and post.kind = 'member'
         order by post.validity @> ${actor.day}::date desc, lower(post.validity) desc limit 1) work on true
     where person.searched like all(${patternsOf(typed)}::text[])
     order by living desc, near desc, length(person.name), person.id
     limit ${CANDIDATES}`.execute(reader);
  return rankHits(rows, typed).slice(0, limit);
}

const ownUnits = (actor: Actor): number[] => actor.posts.map((post) => post.unit);

const nearby = (actor: Actor): number[] => [...new Set(actor.posts.flatMap((post) => post.within))];

export interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly title: string;
  readonly unit: number;
  readonly unitName: string;
  readonly worksAs: string;
  readonly hasAccount: boolean;
}

/** Who works in a unit and below it, or anywhere, on a day; 50 a page, by given name. */
export async function listPeople(
  reader: Reader,
  filter: { words: string; unit: number | null; day: Day },
  page: { number: number; size: number },
): Promise<{ rows: PersonRow[]; total: number }> {
  const { rows } = await sql<PersonRow & { total: number }>`
    select person.id, person.name, post.title, post.unit, ${nameAt(sql`post.unit`, sql`${filter.day}`)} as "unitName",
           post.works_as as "worksAs", person_account.account is not null as "hasAccount", count(*) over () as total
      from post
      join person on person.id = post.person
      left join person_account on person_account.person = person.id
     where post.kind = 'member' and post.validity @> ${filter.day}::date
       and person.searched like all(${patternsOf(searchWords(filter.words))}::text[])
       and (${filter.unit}::bigint is null
            or post.unit in (select units_below from units_below(array[${filter.unit}]::bigint[], ${filter.day}::date)))
     order by regexp_replace(person.name, '^.* ', '') collate "vi-x-icu", person.name collate "vi-x-icu", person.id
     limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(reader);
  return { rows, total: rows[0]?.total ?? 0 };
}
