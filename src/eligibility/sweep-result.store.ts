import { type RawBuilder, sql } from "kysely";
import { type Code, isCode } from "../law/codes.ts";
import type { Outcome } from "../law/verdict.ts";
import { unitsWithinReach } from "../org/reach.store.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { ProgressState } from "../platform/progress.store.ts";
import { recordReaders } from "../records/fact.may.ts";
import { rankOf } from "./pathway.ts";
import { provinceName } from "./sweep.store.ts";
import { type Group, groups, type QuotaUse, type Sweep } from "./sweep.ts";

/** Who looks: discipline and pending matters are known to some, and to nobody about themselves. */
export interface Onlooker {
  readonly person: number | null;
  readonly knowsRestricted: boolean;
}

export interface FindingRow {
  readonly person: number | null;
  readonly collective: number | null;
  readonly name: string;
  readonly birthYear: number | null;
  readonly unit: number;
  readonly unitName: string;
  readonly title: Code;
  readonly registered: boolean;
  readonly group: Group;
  readonly outcome: Outcome;
  readonly needs: string | null;
  readonly verified: boolean;
}

export interface FindingFilter {
  readonly title: Code | null;
  readonly group: Group | null;
  readonly unit: number | null;
  readonly words: string;
}

/**
 * The findings as this onlooker may know them: what would not be one without discipline and pending matters
 * is none for those who may not know of them, so that neither rows nor counts tell.
 */
const seenBy = (sweep: number, { person, knowsRestricted }: Onlooker): RawBuilder<unknown> => {
  const known = sql`(${knowsRestricted}::boolean and finding.person is distinct from ${person}::bigint)`;
  return sql`
    seen as (
      select finding.person, finding.collective, finding.unit, finding.title, finding.line is not null as registered,
             case when ${known} then finding.outcome else finding.open_outcome end as outcome,
             case when ${known} then finding.needs else finding.open_needs end as needs,
             case when ${known} then finding.verified else finding.open_verified end as verified
        from sweep_finding finding where finding.sweep = ${sweep}
    ), grouped as (
      select seen.*, case when outcome = 'suspended' then 'tam-dung' when outcome = 'unknown' then 'chua-ro'
                          when not registered then 'chua-dang-ky' when outcome = 'eligible' then 'dang-ky-du'
                          else 'dang-ky-thieu' end as "group"
        from seen where registered or outcome not in ('ineligible', 'refused')
    )`;
};

const matching = ({ title, group, unit, words }: FindingFilter, day: Day): RawBuilder<unknown> => sql`
  (${title}::text is null or grouped.title = ${title}) and (${group}::text is null or grouped."group" = ${group})
  and (${unit}::bigint is null
       or grouped.unit in (select units_below from units_below(array[${unit}]::bigint[], ${day}::date)))
  and (${words} = '' or person.searched like '%' || fold(${words}) || '%' or exists (
        select from unit_name where unit_name.unit = grouped.collective
          and unit_name.searched like '%' || fold(${words}) || '%'))`;

/** One page of findings: what asks for something to be done first, then by title, unit and person. */
export async function findingsSeen(
  reader: Reader,
  sweep: Sweep,
  onlooker: Onlooker,
  filter: FindingFilter,
  page: { number: number; size: number },
): Promise<{ rows: FindingRow[]; total: number }> {
  const { rows } = await sql<FindingRow & { total: number }>`
    with ${seenBy(sweep.id, onlooker)}, page as (
      select grouped.*, person.name as person_name, person.birth_year, count(*) over () as total,
             coalesce(person.name, ${nameAt(sql`grouped.collective`, sql`${sweep.asOf}`)}) as name,
             ${nameAt(sql`grouped.unit`, sql`${sweep.asOf}`)} as unit_name
        from grouped left join person on person.id = grouped.person
       where ${matching(filter, sweep.asOf)}
       order by array_position(${[...groups]}::text[], grouped."group"), grouped.title, grouped.unit, grouped.person,
                grouped.collective
       limit ${page.size} offset ${(page.number - 1) * page.size}
    )
    select person, collective, name, birth_year as "birthYear", unit, unit_name as "unitName", title, registered,
           "group", outcome, needs, verified, total
      from page order by array_position(${[...groups]}::text[], "group"), title, unit, person, collective`.execute(
    reader,
  );
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

export interface TitleCount {
  readonly title: Code;
  readonly counts: Readonly<Partial<Record<Group, number>>>;
}

/** How many findings of each group a title has, in the order of the ladder. */
export async function countsByTitle(
  reader: Reader,
  sweep: number,
  onlooker: Onlooker,
): Promise<TitleCount[]> {
  const { rows } = await sql<{ title: string; group: Group; count: number }>`
    with ${seenBy(sweep, onlooker)}
    select title, "group", count(*)::int as count from grouped group by title, "group"`.execute(reader);
  const found = [...new Set(rows.map(({ title }) => title))].filter(isCode);
  const titles = found.toSorted((left, right) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1));
  return titles.map((title) => ({
    title,
    counts: Object.fromEntries(
      rows.filter((row) => row.title === title).map(({ group, count }) => [group, count]),
    ),
  }));
}

export interface QuotaRow extends QuotaUse {
  readonly unitName: string | null;
}

export async function quotasSeen(reader: Reader, sweep: Sweep): Promise<QuotaRow[]> {
  const { rows } = await sql<QuotaRow>`
    select * from (
      select quota.unit, ${nameAt(sql`quota.unit`, sql`${sweep.asOf}`)} as "unitName", quota.title, quota.percent,
             quota.base, quota.registered, quota.basis, quota.verified
        from sweep_quota quota where quota.sweep = ${sweep.id}) named
     order by title, "unitName" collate "vi-x-icu" nulls first, unit`.execute(reader);
  return rows;
}

export interface SweepRow {
  readonly id: number;
  readonly unitName: string;
  /** Its name; null when all are swept. */
  readonly province: string | null;
  readonly year: number;
  readonly actorName: string;
  readonly startedAt: Date;
  readonly state: ProgressState;
  readonly people: number | null;
}

/** The sweeps of units whose records this person reads, newest first. */
export async function sweepsSeen(
  reader: Reader,
  actor: Actor,
  page: { number: number; size: number },
): Promise<{ rows: SweepRow[]; total: number }> {
  const { rows } = await sql<SweepRow & { total: number }>`
    select sweep.id, ${nameAt(sql`sweep.unit`, sql`sweep.as_of`)} as "unitName", sweep.year,
           ${provinceName(sql`sweep.province`, sql`sweep.as_of`)} as province,
           sweep.actor_name as "actorName", sweep.started_at as "startedAt", progress.state, sweep.people,
           count(*) over () as total
      from sweep join progress on progress.id = sweep.progress
     where sweep.unit in ${unitsWithinReach(actor, recordReaders)}
     order by sweep.started_at desc, sweep.id desc
     limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(reader);
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

export interface ProvinceChoice {
  readonly code: string;
  readonly name: string | null;
}

/** The provinces in which something stands below the unit. */
export async function provincesBelow(reader: Reader, unit: number, day: Day): Promise<ProvinceChoice[]> {
  const { rows } = await sql<ProvinceChoice>`
    select * from (
      select code, ${provinceName(sql`code`, sql`${day}`)} as name
        from (select distinct unit.province as code
                from units_below(array[${unit}]::bigint[], ${day}::date) below join unit on unit.id = below
               where unit.province is not null and unit.validity @> ${day}::date) province) named
     order by name collate "vi-x-icu", code`.execute(reader);
  return rows;
}
