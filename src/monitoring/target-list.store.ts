import { type Expression, type SqlBool, sql } from "kysely";
import { patternsOf, searchWords } from "../org/search.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { sharesWhere } from "./share.store.ts";
import { type TrackedShare, trackShares } from "./share-progress.store.ts";
import { seenBy, type TargetReach } from "./target-reach.store.ts";

/** What the list of targets is narrowed by; null asks nothing. */
export interface TargetFilter {
  readonly words: string;
  readonly year: number | null;
  readonly movement: number | null;
  /** The parts of one unit, or of the members of one cluster in the target's year, instead of the highest seen. */
  readonly unit: number | null;
  readonly cluster: number | null;
  readonly stale: boolean;
  readonly behind: boolean;
}

export const noFilter: TargetFilter = {
  words: "",
  year: null,
  movement: null,
  unit: null,
  cluster: null,
  stale: false,
  behind: false,
};

/**
 * Targets somebody sees with how far each has come: the highest share in reach of each, or the shares of the unit
 * or the cluster asked about. What is stale or behind can only be told once it is rolled up.
 */
export async function listTracked(
  reader: Reader,
  reach: TargetReach,
  filter: TargetFilter,
  day: Day,
): Promise<TrackedShare[]> {
  const shares = await sharesWhere(reader, conditionOf(reach, filter), day);
  const tracked = await trackShares(reader, shares, day);
  return tracked.filter(
    ({ rolled, progress }) =>
      (!filter.stale || rolled.stale > 0) &&
      (!filter.behind || progress.standing === "behind" || progress.standing === "missed"),
  );
}

function conditionOf(reach: TargetReach, filter: TargetFilter): Expression<SqlBool> {
  const asked: Expression<SqlBool>[] = [sql`target.state = 'standing'`, seenBy(reach)];
  const words = searchWords(filter.words);
  if (words.length > 0) asked.push(sql`target.searched like all(${patternsOf(words)}::text[])`);
  if (filter.year !== null) asked.push(sql`target.year = ${filter.year}`);
  if (filter.movement !== null) asked.push(sql`target.movement = ${filter.movement}`);
  if (filter.unit !== null) asked.push(sql`share.unit = ${filter.unit}`);
  if (filter.cluster !== null) asked.push(memberOf(filter.cluster));
  if (filter.unit === null && filter.cluster === null) asked.push(highest(reach));
  return sql`${sql.join(asked, sql` and `)}`;
}

const memberOf = (cluster: number) => sql<SqlBool>`exists (
  select from cluster_member where cluster_member.cluster = ${cluster}
     and cluster_member.unit = share.unit and cluster_member.year = target.year)`;

/** The share it was divided from is not seen; inside, `share` is that one, as the condition of seeing calls it. */
const highest = (reach: TargetReach) => sql<SqlBool>`not exists (
  select from target_share above
   where above.id = share.parent and (select ${seenBy(reach)} from (select above.unit) share(unit)))`;

export interface Choices {
  readonly years: readonly number[];
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly clusters: readonly { readonly id: number; readonly name: string }[];
  readonly movements: readonly { readonly id: number; readonly name: string }[];
}

/** Years, units, clusters and movements that somebody's list holds, for its filters. */
export async function listChoices(
  reader: Reader,
  reach: TargetReach,
  year: number | null,
  day: Day,
): Promise<Choices> {
  const years = await sql<{ year: number }>`
    select distinct target.year from target join target_share share on share.target = target.id
     where target.state = 'standing' and ${seenBy(reach)} order by 1 desc`.execute(reader);
  const units = await sql<{ id: number; name: string }>`
    select seen.unit as id, named.name
      from (select distinct share.unit from target_share share join target on target.id = share.target
             where target.state = 'standing' and (${year}::int is null or target.year = ${year}) and ${seenBy(reach)}) seen
     cross join lateral (select ${nameAt(sql`seen.unit`, sql`${day}`)} as name) named
     order by named.name collate "vi-x-icu"`.execute(reader);
  const clusters = await sql<{ id: number; name: string }>`
    select seen.cluster as id, named.name
      from (select distinct member.cluster
              from target_share share join target on target.id = share.target
              join cluster_member member on member.unit = share.unit and member.year = target.year
             where target.state = 'standing' and (${year}::int is null or target.year = ${year}) and ${seenBy(reach)}) seen
     cross join lateral (select ${nameAt(sql`seen.cluster`, sql`${day}`)} as name) named
     order by named.name collate "vi-x-icu"`.execute(reader);
  const movements = await sql<{ id: number; name: string }>`
    select movement.id, movement.name from movement
     where exists (select from target join target_share share on share.target = target.id
                    where target.movement = movement.id and target.state = 'standing' and ${seenBy(reach)})
     order by movement.from_year desc, movement.id desc`.execute(reader);
  return {
    movements: movements.rows,
    years: years.rows.map((row) => row.year),
    units: units.rows,
    clusters: clusters.rows,
  };
}
