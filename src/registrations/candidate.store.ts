import { type RawBuilder, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { inVietnameseOrder } from "../platform/vietnamese.ts";
import type { Candidate } from "./line.ts";
import type { MakeUp } from "./make-up.ts";

/** The registration whose subjects are asked for. */
export interface RegisteringPlace {
  readonly movement: number;
  readonly unit: number;
}

/**
 * The units for which a unit registers: itself and what stands below it by administration on a day, but not
 * those that the movement reaches themselves, nor what stands below them. For `with recursive`.
 */
const ownUnits = ({ movement, unit }: RegisteringPlace, day: Day): RawBuilder<unknown> => sql`
  own(unit) as (
    select ${unit}::bigint
    union
    select place.unit
      from own
      join unit_place place on place.parent = own.unit and place.validity @> ${day}::date
      join unit on unit.id = place.unit and unit.kind not in ('cluster', 'council-body', 'central-cluster')
     where not exists (select from movement_unit reached
                        where reached.movement = ${movement} and reached.unit = place.unit)
  )`;

interface PersonRow {
  readonly person: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly gender: "male" | "female" | null;
  readonly post: string | null;
  readonly unitName: string | null;
  readonly worksAs: "leader" | "direct" | null;
}

/** People who work in one of the registration's units on that day. */
const workers = (place: RegisteringPlace, day: Day): RawBuilder<PersonRow> => sql`
  with recursive ${ownUnits(place, day)}
  select distinct on (person.id) person.id as person, person.name, person.birth_year as "birthYear", person.gender,
         post.title as post, ${nameAt(sql`post.unit`, sql`${day}`)} as "unitName", post.works_as as "worksAs"
    from post join person on person.id = post.person
   where post.kind = 'member' and post.validity @> ${day}::date and post.unit in (select unit from own)`;

/** Of several posts of one person the latest tells where they work. */
const latestFirst = sql`order by person.id, lower(post.validity) desc nulls last, post.id`;

const candidateOf = (row: PersonRow): Candidate => ({
  subject: { kind: "individual", ...row },
  belongs: true,
});

/** Somebody who works where this registration registers; null for anybody else. */
export async function findPersonCandidate(
  reader: Reader,
  person: number,
  place: RegisteringPlace,
  day: Day,
): Promise<Candidate | null> {
  const { rows } = await sql<PersonRow>`
    ${workers(place, day)} and person.id = ${person} ${latestFirst}`.execute(reader);
  return rows[0] ? candidateOf(rows[0]) : null;
}

const MOST_FOUND = 20;

/** Those whose name answers to the words, with or without accents. */
export async function findPersonsNamed(
  reader: Reader,
  words: string,
  place: RegisteringPlace,
  day: Day,
): Promise<Candidate[]> {
  const { rows } = await sql<PersonRow>`
    ${workers(place, day)} and person.searched like '%' || fold(${words}) || '%' ${latestFirst}`.execute(
    reader,
  );
  return inOrder(rows).slice(0, MOST_FOUND).map(candidateOf);
}

/** Everybody an import matches names against. */
export async function peopleBelow(reader: Reader, place: RegisteringPlace, day: Day): Promise<Candidate[]> {
  const { rows } = await sql<PersonRow>`${workers(place, day)} ${latestFirst}`.execute(reader);
  return inOrder(rows).map(candidateOf);
}

const inOrder = (rows: readonly PersonRow[]): PersonRow[] =>
  rows.toSorted((left, right) => inVietnameseOrder(left.name, right.name) || left.person - right.person);

interface CollectiveRow {
  readonly id: number;
  readonly name: string;
  readonly small: boolean;
}

/** The collectives a unit can register: itself first, then those it registers for. */
export async function collectivesOf(reader: Reader, place: RegisteringPlace, day: Day): Promise<Candidate[]> {
  const { rows } = await sql<CollectiveRow>`
    with recursive ${ownUnits(place, day)}
    select unit.id, ${nameAt(sql`unit.id`, sql`${day}`)} as name, unit.small_collective as small
      from unit join own on own.unit = unit.id
     where unit.validity @> ${day}::date and unit.has_accounts`.execute(reader);
  const notItself = (row: CollectiveRow) => Number(row.id !== place.unit);
  return rows
    .toSorted((left, right) => notItself(left) - notItself(right) || inVietnameseOrder(left.name, right.name))
    .map((row) => ({
      subject: { kind: "collective", unit: row.id, name: row.name, smallCollective: row.small },
      belongs: true,
    }));
}

/** Listed lines whose person works no longer, or whose collective stands no longer, where the unit registers. */
export async function strangersAmong(
  reader: Reader,
  registration: RegisteringPlace & { id: number },
  day: Day,
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    with recursive ${ownUnits(registration, day)}
    select line.id
      from registration_line line
     where line.registration = ${registration.id} and line.state = 'listed'
       and case line.subject
             when 'individual' then not exists (
               select from post where post.person = line.person and post.kind = 'member'
                  and post.validity @> ${day}::date and post.unit in (select unit from own))
             when 'collective' then not exists (
               select from unit join own on own.unit = unit.id
                where unit.id = line.subject_unit and unit.validity @> ${day}::date)
             else false
           end`.execute(reader);
  return new Set(rows.map((row) => row.id));
}

/** How the units are made up for which this one registers: what its list is compared with. */
export async function makeUpBeside(reader: Reader, place: RegisteringPlace, day: Day): Promise<MakeUp> {
  const { rows } = await sql<MakeUp>`
    with recursive ${ownUnits(place, day)}, worker as (
      select post.person, bool_or(post.works_as = 'leader') as leads, bool_or(person.gender = 'female') as woman
        from post join person on person.id = post.person
       where post.kind = 'member' and post.validity @> ${day}::date and post.unit in (select unit from own)
       group by post.person
    )
    select count(*)::int as people, count(*) filter (where not leads)::int as direct,
           count(*) filter (where leads)::int as leaders, count(*) filter (where woman)::int as women,
           (select count(*)::int from unit join own on own.unit = unit.id
             where unit.small_collective and unit.id <> ${place.unit}) as "smallCollectives"
      from worker`.execute(reader);
  return rows[0]!;
}
