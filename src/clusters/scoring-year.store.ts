import { type RawBuilder, sql } from "kysely";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import type { TiesAtCut } from "./grade.ts";
import type { YearMember } from "./member.ts";
import type { SeenYear } from "./score.may.ts";
import { type ScoreReach, seenYears } from "./score-reach.store.ts";
import type { ScoringCalendar, ScoringYear, VotingRules } from "./scoring-year.ts";
import { isSent } from "./sheet.ts";

guard(
  "a_cluster_scores_once_a_year",
  movedOn("already-open", "Cụm này đã mở chấm điểm trong năm; hãy mở năm đó ra xem."),
);
guard(
  "the_days_of_scoring_follow_each_other",
  refuse("days-out-of-order", "Các ngày của lịch chấm điểm chưa theo thứ tự.", { field: "selfUntil" }),
);

interface YearRow {
  readonly id: number;
  readonly cluster: number;
  readonly clusterName: string;
  readonly year: number;
  readonly founder: number;
  readonly founderName: string;
  readonly table: number;
  readonly calendar: ScoringCalendar;
  readonly tiesAtCut: TiesAtCut | null;
  readonly voting: VotingRules;
  readonly version: number;
  readonly publishedAt: Instant | null;
  readonly publishedBy: string | null;
}

export const yearColumns = sql`
  cluster_year.id, cluster_year.cluster,
  ${nameAt(sql`cluster_year.cluster`, sql`make_date(cluster_year.year, 12, 31)`)} as "clusterName",
  cluster_year.year, cluster_year.founder,
  ${nameAt(sql`cluster_year.founder`, sql`make_date(cluster_year.year, 12, 31)`)} as "founderName",
  cluster_year.criteria_table as "table",
  json_build_object('selfFrom', cluster_year.self_from, 'selfUntil', cluster_year.self_until,
    'opinionsUntil', cluster_year.opinions_until, 'verifyUntil', cluster_year.verify_until,
    'publishOn', cluster_year.publish_on) as calendar,
  cluster_year.ties_at_cut as "tiesAtCut",
  json_build_object('method', cluster_year.vote_method, 'threshold', cluster_year.vote_threshold,
    'base', cluster_year.vote_base, 'ties', cluster_year.vote_ties, 'paper', cluster_year.rules_paper) as voting,
  cluster_year.version, cluster_year.published_at as "publishedAt", cluster_year.published_by as "publishedBy"`;

const years = sql`select ${yearColumns} from cluster_year`;

export async function findYear(reader: Reader, id: number): Promise<ScoringYear | null> {
  const { rows } = await sql<YearRow>`${years} where cluster_year.id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

/** Locks a year, so that what is decided over all its sheets stands on what they are. */
export async function lockYear(tx: Tx, id: number): Promise<ScoringYear | null> {
  await sql`select id from cluster_year where id = ${id} for update`.execute(tx);
  return findYear(tx, id);
}

/** The same, kept from being changed while a sheet of it is. */
export async function shareYear(tx: Tx, id: number): Promise<ScoringYear | null> {
  await sql`select id from cluster_year where id = ${id} for share`.execute(tx);
  return findYear(tx, id);
}

export async function yearOfCluster(reader: Reader, cluster: number, year: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from cluster_year where cluster = ${cluster} and year = ${year}`.execute(reader);
  return rows[0]?.id ?? null;
}

/** Everybody of a year: the roster, and units that scored and were taken off it since. In the order of names. */
export async function membersOf(
  reader: Reader,
  scoring: Pick<ScoringYear, "id" | "cluster" | "year">,
  day: Day,
): Promise<YearMember[]> {
  const { rows } = await sql<YearMember>`
    with everybody as (
      select unit from cluster_member where cluster = ${scoring.cluster} and year = ${scoring.year}
       union
      select unit from score_sheet where cluster_year = ${scoring.id}
    )
    select everybody.unit, coalesce(sheet.unit_name, named.name) as name, named.code, sheet.id as sheet, sheet.state,
           sheet.submitted_at as "submittedAt", sheet.late, sheet.due_on as "dueOn",
           exists (select from cluster_member member where member.cluster = ${scoring.cluster}
                    and member.year = ${scoring.year} and member.unit = everybody.unit) as listed,
           case when upper(unit.validity) <= ${day}::date then upper(unit.validity) end as "endedOn",
           array(select ${nameAt(sql`succession.to_unit`, sql`${day}`)} from succession
                  where succession.from_unit = unit.id and succession.to_unit <> unit.id
                    and upper(unit.validity) <= ${day}::date and succession.on_day >= upper(unit.validity)
                  order by 1) as successors,
           array_to_json(array(select succession.to_unit from succession
                  where succession.from_unit = unit.id and succession.to_unit <> unit.id
                    and upper(unit.validity) <= ${day}::date and succession.on_day >= upper(unit.validity))) as "followedBy"
      from everybody
      join unit on unit.id = everybody.unit
      cross join lateral (select name, code from unit_name where unit_name.unit = everybody.unit
        order by validity && daterange(make_date(${scoring.year}::int, 1, 1), make_date(${scoring.year}::int + 1, 1, 1)) desc,
                 lower(validity) desc nulls last limit 1) named
      left join score_sheet sheet on sheet.cluster_year = ${scoring.id} and sheet.unit = everybody.unit
     order by name collate "vi-x-icu", everybody.unit`.execute(reader);
  return rows;
}

/** The year as rights see it. */
export async function seenYearOf(
  reader: Reader,
  scoring: ScoringYear,
  members: readonly YearMember[],
  day: Day,
): Promise<SeenYear> {
  const [servedBy, above, fields] = await Promise.all([
    bodiesServing(reader, scoring.founder, day),
    ancestorsOf(reader, scoring.founder, day),
    fieldUnitsOf(reader, scoring.table, day),
  ]);
  return {
    ...{ cluster: scoring.cluster, founder: scoring.founder, servedBy, above },
    published: scoring.publishedAt !== null,
    members: members
      .filter(({ listed }) => listed)
      .map(({ unit, state }) => ({ unit, sent: state !== null && isSent(state) })),
    fieldUnits: fields.map(({ unit }) => unit),
  };
}

/** Ministry units in whose field some criterion of a table lies, by their code. */
export async function fieldUnitsOf(
  reader: Reader,
  table: number,
  day: Day,
): Promise<{ unit: number; code: string; name: string }[]> {
  const { rows } = await sql<{ unit: number; code: string; name: string }>`
    select distinct unit_name.unit, unit_name.code, unit_name.name
      from criteria_table, jsonb_path_query(body, '$.groups.**.field') field
      join unit_name on unit_name.code = field #>> '{}'
     where criteria_table.id = ${table} and field <> 'null' and unit_name.validity @> ${day}::date
     order by unit_name.name`.execute(reader);
  return rows;
}

export interface NewYear {
  readonly cluster: number;
  readonly year: number;
  readonly founder: number;
  readonly table: number;
  readonly calendar: ScoringCalendar;
  readonly voting: VotingRules;
}

export async function saveNewYear(tx: Tx, opened: NewYear, at: Instant): Promise<number> {
  const { calendar, voting } = opened;
  const { rows } = await sql<{ id: number }>`
    insert into cluster_year (cluster, year, founder, criteria_table, self_from, self_until, opinions_until,
                              verify_until, publish_on, vote_method, vote_threshold, vote_base, vote_ties, rules_paper,
                              opened_at, changed_at)
    values (${opened.cluster}, ${opened.year}, ${opened.founder}, ${opened.table}, ${calendar.selfFrom},
            ${calendar.selfUntil}, ${calendar.opinionsUntil}, ${calendar.verifyUntil}, ${calendar.publishOn},
            ${voting.method}, ${voting.threshold}, ${voting.base}, ${voting.ties}, ${voting.paper}, ${at}, ${at})
    returning id`.execute(tx);
  return rows[0]!.id;
}

export async function saveYearChange(
  tx: Tx,
  id: number,
  changed: Pick<NewYear, "table" | "calendar" | "voting">,
  at: Instant,
): Promise<void> {
  const { calendar, voting } = changed;
  await sql`
    update cluster_year
       set criteria_table = ${changed.table}, self_from = ${calendar.selfFrom}, self_until = ${calendar.selfUntil},
           opinions_until = ${calendar.opinionsUntil}, verify_until = ${calendar.verifyUntil},
           publish_on = ${calendar.publishOn}, vote_method = ${voting.method}, vote_threshold = ${voting.threshold},
           vote_base = ${voting.base}, vote_ties = ${voting.ties}, rules_paper = ${voting.paper},
           version = version + 1, changed_at = ${at}
     where id = ${id}`.execute(tx);
}

export async function saveTiesAtCut(tx: Tx, id: number, ties: TiesAtCut, at: Instant): Promise<void> {
  await sql`update cluster_year set ties_at_cut = ${ties}, version = version + 1, changed_at = ${at}
             where id = ${id}`.execute(tx);
}

export async function saveYearPublished(tx: Tx, id: number, actor: Actor, at: Instant): Promise<void> {
  await sql`update cluster_year set published_at = ${at}, published_by = ${actor.name}, version = version + 1, changed_at = ${at}
             where id = ${id}`.execute(tx);
}

/** A line of somebody's list of years: how many have sent, never what. */
export interface ListedYear extends ScoringYear {
  readonly members: number;
  readonly sent: number;
  readonly verified: number;
}

export async function listYears(
  reader: Reader,
  reach: ScoreReach,
  filter: { readonly year: number | null },
  page: { readonly offset: number; readonly limit: number },
): Promise<{ rows: ListedYear[]; total: number }> {
  const condition: RawBuilder<unknown> = sql`${seenYears(reach)}
    and (${filter.year}::int is null or cluster_year.year = ${filter.year})`;
  const { rows } = await sql<YearRow & { members: number; sent: number; verified: number; counted: number }>`
    select ${yearColumns},
           (select count(*)::int from cluster_member member
             where member.cluster = cluster_year.cluster and member.year = cluster_year.year) as members,
           (select count(*)::int from score_sheet sheet
             where sheet.cluster_year = cluster_year.id and sheet.state in ('submitted', 'verified')) as sent,
           (select count(*)::int from score_sheet sheet
             where sheet.cluster_year = cluster_year.id and sheet.state = 'verified') as verified,
           count(*) over ()::int as counted
      from cluster_year where ${condition}
     order by cluster_year.year desc,
              ${nameAt(sql`cluster_year.cluster`, sql`make_date(cluster_year.year, 12, 31)`)} collate "vi-x-icu",
              cluster_year.id
     limit ${page.limit} offset ${page.offset}`.execute(reader);
  return { rows, total: rows[0]?.counted ?? 0 };
}

/** Clusters with a roster in a year that no year of scoring has been opened for, of some founders. */
export async function clustersToOpen(
  reader: Reader,
  founders: readonly number[],
  year: number,
): Promise<{ id: number; name: string; founder: number; members: number }[]> {
  const { rows } = await sql<{ id: number; name: string; founder: number; members: number }>`
    select cluster.unit as id, ${nameAt(sql`cluster.unit`, sql`make_date(${year}::int, 12, 31)`)} as name,
           placed.parent as founder,
           (select count(*)::int from cluster_member member where member.cluster = cluster.unit and member.year = ${year}) as members
      from cluster
      cross join lateral (select parent from unit_place where unit_place.unit = cluster.unit
        order by lower(validity) desc nulls last limit 1) placed
     where placed.parent = any(${[...founders]}::bigint[]) and not cluster.outside
       and exists (select from cluster_member member where member.cluster = cluster.unit and member.year = ${year})
       and not exists (select from cluster_year opened where opened.cluster = cluster.unit and opened.year = ${year})
     order by ${nameAt(sql`cluster.unit`, sql`make_date(${year}::int, 12, 31)`)} collate "vi-x-icu"`.execute(
    reader,
  );
  return rows;
}
