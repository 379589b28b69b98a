import { type RawBuilder, sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn } from "../platform/refusal.ts";
import { blindIndex, seal } from "../platform/secret.ts";
import { byGivenName } from "../platform/vietnamese.ts";
import type { Category, Gender, NewPerson, Person } from "./person.ts";
import type { WorksAs } from "./post.ts";
import { nameAt } from "./unit.store.ts";

guard(
  "a_civil_number_belongs_to_one_person",
  movedOn("civil-number-taken", "Số định danh này đã có ở một người khác trong hệ thống."),
);

const personColumns = sql`person.id, person.name, person.gender, person.birth_year as "birthYear", person.category,
  person.email, person.civil_number_index is not null as "hasCivilNumber"`;

export async function findPerson(reader: Reader, id: number): Promise<Person | null> {
  const { rows } = await sql<Person>`select ${personColumns} from person where person.id = ${id}`.execute(
    reader,
  );
  return rows[0] ?? null;
}

/** Somebody who works in a unit on a day. */
export interface Worker {
  readonly id: number;
  readonly name: string;
  readonly gender: Gender | null;
  readonly birthYear: number | null;
  readonly category: Category;
  readonly unit: number;
  readonly unitName: string;
  readonly title: string;
  readonly worksAs: WorksAs;
}

/** Who works in a unit or in what stands below it by administration, on a day, by given name. */
export async function peopleOfUnit(reader: Reader, unit: number, day: Day): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    ${below(unit, day)}
    select person.id, person.name, person.gender, person.birth_year as "birthYear", person.category,
           post.unit, ${nameAt(sql`post.unit`, sql`${day}`)} as "unitName", post.title, post.works_as as "worksAs"
      from post
      join person on person.id = post.person
     where post.kind = 'member' and post.validity @> ${day}::date and post.unit in (select unit from below)
     order by person.id`.execute(reader);
  return rows.toSorted((left, right) => byGivenName(left.name, right.name) || left.id - right.id);
}

/** How a unit is made up: what a list of registered people is compared with. */
export interface MakeUp {
  readonly people: number;
  readonly direct: number;
  readonly leaders: number;
  readonly women: number;
  readonly smallCollectives: number;
}

export async function makeUpOfUnit(reader: Reader, unit: number, day: Day): Promise<MakeUp> {
  const { rows } = await sql<MakeUp>`
    ${below(unit, day)}, worker as (
      select post.person, bool_or(post.works_as = 'leader') as leads, bool_or(person.gender = 'female') as woman
        from post join person on person.id = post.person
       where post.kind = 'member' and post.validity @> ${day}::date and post.unit in (select unit from below)
       group by post.person
    )
    select count(*) as people, count(*) filter (where not leads) as direct, count(*) filter (where leads) as leaders,
           count(*) filter (where woman) as women,
           (select count(*) from unit join below on below.unit = unit.id
             where unit.small_collective and unit.id <> ${unit}) as "smallCollectives"
      from worker`.execute(reader);
  return rows[0]!;
}

/** The unit and what stands below it by administration on a day; guidance does not count people twice. */
const below = (unit: number, day: Day): RawBuilder<unknown> => sql`
  with recursive below as (
    select id as unit from unit where id = ${unit}
    union
    select place.unit
      from below
      join unit_place place on place.parent = below.unit and place.validity @> ${day}::date
      join unit on unit.id = place.unit and unit.kind not in ('cluster', 'council-body', 'central-cluster')
  )`;

/** Adds a person; the civil number is sealed before it reaches the database. */
export async function savePerson(tx: Tx, person: NewPerson): Promise<number> {
  const { id } = await tx
    .insertInto("person")
    .values({
      name: person.name,
      gender: person.gender,
      birth_year: person.birthYear,
      category: person.category,
      email: person.email,
      civil_number_sealed: person.civilNumber === null ? null : seal(person.civilNumber),
      civil_number_index: person.civilNumber === null ? null : blindIndex(person.civilNumber),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes what is known of a person anew; a civil number once given stays unless another is typed. */
export async function savePersonChange(tx: Tx, id: number, person: NewPerson): Promise<void> {
  await tx
    .updateTable("person")
    .set({
      name: person.name,
      gender: person.gender,
      birth_year: person.birthYear,
      category: person.category,
      email: person.email,
      ...(person.civilNumber === null
        ? {}
        : {
            civil_number_sealed: seal(person.civilNumber),
            civil_number_index: blindIndex(person.civilNumber),
          }),
    })
    .where("id", "=", id)
    .execute();
}

export async function lockPerson(tx: Tx, id: number): Promise<Person | null> {
  const { rows } =
    await sql<Person>`select ${personColumns} from person where person.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The person with that civil number, found without it ever being listed. */
export async function findPersonByCivilNumber(reader: Reader, civilNumber: string): Promise<number | null> {
  const found = await reader
    .selectFrom("person")
    .select("id")
    .where("civil_number_index", "=", blindIndex(civilNumber))
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The account a person signs in with; null when they have none. */
export async function accountOf(reader: Reader, person: number): Promise<string | null> {
  const found = await reader
    .selectFrom("person_account")
    .select("account")
    .where("person", "=", person)
    .executeTakeFirst();
  return found?.account ?? null;
}

export async function saveAccount(tx: Tx, person: number, account: string, at: Instant): Promise<void> {
  await tx.insertInto("person_account").values({ person, account, since: at }).execute();
}

/** Unties an account from its person, so that it opens nothing. */
export async function removeAccount(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom("person_account").where("account", "=", account).execute();
}
