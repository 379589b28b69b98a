import { sql } from "kysely";
import { type Day, firstDayOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { LedInYear, RotationMember } from "./cluster-rotation.ts";
import { nameAt } from "./unit.store.ts";
import type { UnitKind } from "./unit.ts";

/** From which member units a cluster's heads and deputies came, over all years. */
export async function ledOver(reader: Reader, cluster: number): Promise<LedInYear[]> {
  const { rows } = await sql<LedInYear>`
    select distinct led.year, led.rank, member.unit
      from (select post.person, lower(post.validity) as day, extract(year from lower(post.validity))::int as year,
                   case post.kind when 'cluster-head' then 'head' else 'deputy' end as rank
              from post
             where post.unit = ${cluster} and post.kind in ('cluster-head', 'cluster-deputy')
               and post.delegation is null) led
      join post own on own.person = led.person and own.kind in ('member', 'unit-head') and own.validity @> led.day
     cross join lateral units_above(array[own.unit], led.day) climbed
      join cluster_member member on member.cluster = ${cluster} and member.year = led.year
             and member.unit = climbed.above
     order by led.year desc, led.rank desc, member.unit`.execute(reader);
  return rows;
}

/** The members of a roster that still stand on a day, as the rotation sees them. */
export async function rotationMembers(
  reader: Reader,
  cluster: number,
  year: number,
  day: Day,
): Promise<RotationMember[]> {
  const { rows } = await sql<{ unit: number; name: string; kind: string }>`
    select member.unit, unit.kind, ${nameAt(sql`member.unit`, sql`${day}`)} as name
      from cluster_member member join unit on unit.id = member.unit
     where member.cluster = ${cluster} and member.year = ${year} and unit.validity @> ${day}::date
     order by name`.execute(reader);
  return rows.map((row) => ({ ...row, kind: row.kind as UnitKind }));
}

/** The heads of some units on the first day of a year, or today when nobody is named for it yet. */
export async function headsOf(
  reader: Reader,
  units: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, { id: number; name: string }>> {
  const { rows } = await sql<{ unit: number; id: number; name: string }>`
    select distinct on (post.unit) post.unit, person.id, person.name
      from post join person on person.id = post.person
     where post.unit = any(${[...units]}::bigint[]) and post.kind = 'unit-head'
       and post.validity @> ${firstDayOf(year)}::date
     order by post.unit, post.delegation is not null, post.id`.execute(reader);
  return new Map(rows.map(({ unit, ...person }) => [unit, person]));
}

/** A place that a unit kept when the member before it ended. */
export interface KeptPlace {
  readonly year: number;
  readonly fromName: string;
  readonly toName: string;
  readonly on: Day;
  readonly symbol: string;
  readonly signed: Day;
  readonly actorName: string;
}

/** The places kept by followers in a cluster, newest first. */
export async function placesKept(reader: Reader, cluster: number): Promise<KeptPlace[]> {
  const { rows } = await sql<KeptPlace>`
    select place.year, ${nameAt(sql`place.from_unit`, sql`place.on_day - 1`)} as "fromName",
           ${nameAt(sql`place.to_unit`, sql`place.on_day`)} as "toName", place.on_day as "on",
           place.paper_symbol as symbol, place.paper_day as signed, place.actor_name as "actorName"
      from cluster_place place where place.cluster = ${cluster} order by place.id desc`.execute(reader);
  return rows;
}

/** A member of a roster that has ended, with the unit that followed it. */
export interface EndedMember {
  readonly unit: number;
  readonly name: string;
  readonly on: Day;
  readonly to: number;
  readonly toName: string;
  /** The follower stands in the roster already, so the place lapses. */
  readonly already: boolean;
}

/** Members of a year's roster that have ended by a day, each with its followers. */
export async function endedMembers(
  reader: Reader,
  cluster: number,
  year: number,
  day: Day,
): Promise<EndedMember[]> {
  const { rows } = await sql<EndedMember>`
    select member.unit, ${nameAt(sql`member.unit`, sql`succession.on_day - 1`)} as name, succession.on_day as "on",
           succession.to_unit as "to", ${nameAt(sql`succession.to_unit`, sql`succession.on_day`)} as "toName",
           exists (select from cluster_member other where other.cluster = member.cluster
                    and other.year = member.year and other.unit = succession.to_unit) as already
      from cluster_member member
      join unit on unit.id = member.unit and upper(unit.validity) <= ${day}::date
      join succession on succession.from_unit = member.unit and succession.to_unit <> member.unit
             and succession.on_day = upper(unit.validity)
     where member.cluster = ${cluster} and member.year = ${year}
     order by name, "toName"`.execute(reader);
  return rows;
}

/** How often and by whom a cluster was led and of how many it consisted, year by year. */
export interface YearInHistory {
  readonly year: number;
  readonly members: number;
  readonly leaders: string | null;
  readonly symbol: string | null;
}

export async function historyOf(reader: Reader, cluster: number): Promise<YearInHistory[]> {
  const { rows } = await sql<YearInHistory>`
    select roster.year, roster.members, roster.symbol,
           (select string_agg(post.title || ' ' || person.name, '; ' order by post.kind = 'cluster-deputy', post.id)
              from post join person on person.id = post.person
             where post.unit = ${cluster} and post.kind in ('cluster-head', 'cluster-deputy')
               and post.delegation is null
               and post.validity && daterange(make_date(roster.year, 1, 1), make_date(roster.year + 1, 1, 1))
           ) as leaders
      from (select year, count(*)::int as members, max(paper_symbol) as symbol from cluster_member
             where cluster = ${cluster} group by year) roster
     order by roster.year desc`.execute(reader);
  return rows;
}
