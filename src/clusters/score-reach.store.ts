import { type RawBuilder, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import type { Day } from "../platform/day.ts";
import { oncePerRequest } from "../platform/once.ts";

/**
 * How far somebody sees years and scores, in ids, for SQL. `score.may.ts` says the same of one year and one
 * sheet, and a property test holds the two together.
 */
export interface ScoreReach {
  /** Units whose sheet this person answers for. */
  readonly answersFor: readonly number[];
  /** Units this person stands in: own and all above; a member among them that has not sent closes others' scores. */
  readonly standsIn: readonly number[];
  /** Bodies whose years this person steers or leads. */
  readonly oversees: readonly number[];
  readonly clusters: readonly number[];
  readonly inspects: readonly number[];
  readonly day: Day;
}

export const scoreReachOf = oncePerRequest(async (reader, actor): Promise<ScoreReach> => {
  const posts = countingPosts(actor);
  const unitsOf = (kinds: readonly PostKind[]) => [
    ...new Set(
      posts.filter(({ kind }) => (kinds as readonly string[]).includes(kind)).map(({ unit }) => unit),
    ),
  ];
  const stands = await bodiesServedBy(reader, actor, unitsOf(["standing-officer"]));
  return {
    answersFor: unitsOf(["unit-head", "unit-deputy", "unit-officer"]),
    standsIn: [...new Set(posts.flatMap(({ within }) => within))],
    oversees: [...new Set([...stands, ...unitsOf(["unit-head", "unit-deputy"])])],
    clusters: unitsOf(["cluster-head", "cluster-deputy"]),
    inspects: unitsOf(["inspector"]),
    day: actor.day,
  };
});

const memberAmong = (units: readonly number[]) => sql`exists (
  select from cluster_member member
   where member.cluster = cluster_year.cluster and member.year = cluster_year.year
     and member.unit = any(${[...units]}::bigint[]))`;

const fieldAmong = (units: readonly number[]) => sql`exists (
  select from criteria_table, jsonb_path_query(body, '$.groups.**.field') field
    join unit_name on unit_name.code = field #>> '{}'
   where criteria_table.id = cluster_year.criteria_table and unit_name.unit = any(${[...units]}::bigint[]))`;

const overseen = (reach: ScoreReach) => sql`(
  cluster_year.founder = any(${[...reach.oversees]}::bigint[])
  or cluster_year.founder in (select units_below from units_below(${[...reach.inspects]}::bigint[], ${reach.day}::date)))`;

/** The condition on `cluster_year` under which somebody sees it: the same for lists, counts and search. */
export const seenYears = (reach: ScoreReach): RawBuilder<boolean> => sql<boolean>`(
  ${overseen(reach)}
  or cluster_year.cluster = any(${[...reach.clusters]}::bigint[])
  or ${memberAmong(reach.answersFor)}
  or ${fieldAmong(reach.answersFor)})`;

/** Some member in which the person stands has not sent its own sheet, and nothing is published yet. */
const barred = (reach: ScoreReach) => sql`(
  cluster_year.published_at is null and exists (
    select from cluster_member member
      left join score_sheet own on own.cluster_year = cluster_year.id and own.unit = member.unit
     where member.cluster = cluster_year.cluster and member.year = cluster_year.year
       and member.unit = any(${[...reach.standsIn]}::bigint[])
       and own.state is distinct from 'submitted' and own.state is distinct from 'verified'))`;

/** The condition on `score_sheet` joined to its `cluster_year` under which somebody sees what the unit scored. */
export const seenScores = (reach: ScoreReach): RawBuilder<boolean> => sql<boolean>`(
  score_sheet.unit = any(${[...reach.answersFor]}::bigint[])
  or (score_sheet.state in ('submitted', 'verified') and not ${barred(reach)}
      and (${overseen(reach)} or cluster_year.cluster = any(${[...reach.clusters]}::bigint[])
           or ${memberAmong(reach.answersFor)})))`;
