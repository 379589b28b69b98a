import { type Expression, type SqlBool, sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { sharesWhere } from "./share.store.ts";
import { type TrackedShare, trackShares } from "./share-progress.store.ts";
import { seenBy, type TargetReach } from "./target-reach.store.ts";

/** Numbers that one person entered at one moment for one unit. */
export interface EnteredChange {
  readonly unit: number;
  readonly unitName: string;
  readonly to: Day;
  readonly count: number;
  readonly corrected: number;
  readonly at: Instant;
}

export async function changesSeen(
  reader: Reader,
  reach: TargetReach,
  since: Instant,
  day: Day,
  most: number,
): Promise<EnteredChange[]> {
  const { rows } = await sql<EnteredChange>`
    select share.unit, ${nameAt(sql`share.unit`, sql`${day}`)} as "unitName", value.to_day as "to",
           count(*)::int as count, count(value.replaces)::int as corrected, value.at
      from target_value value
      join target_share share on share.id = value.share
      join target on target.id = value.target
     where value.at >= ${since} and value.kind <> 'computed' and ${seenBy(reach)}
     group by share.unit, value.to_day, value.at, value.actor_name
     order by value.at desc limit ${most}`.execute(reader);
  return rows;
}

/** The shares of these units in that year with how far each had come by a day; of one movement or of all. */
export async function trackedOf(
  reader: Reader,
  asked: { units: readonly number[]; year: number; movement: number | null },
  day: Day,
): Promise<TrackedShare[]> {
  const conditions: Expression<SqlBool>[] = [
    sql`target.state = 'standing'`,
    sql`target.year = ${asked.year}`,
    sql`share.unit = any(${[...asked.units]}::bigint[])`,
  ];
  if (asked.movement !== null) conditions.push(sql`target.movement = ${asked.movement}`);
  const shares = await sharesWhere(reader, sql`${sql.join(conditions, sql` and `)}`, day);
  return trackShares(reader, shares, day, day);
}

/** The same within somebody's reach. */
export const trackedSeen = (
  reader: Reader,
  reach: TargetReach,
  condition: Expression<SqlBool>,
  day: Day,
): Promise<TrackedShare[]> =>
  tracked(reader, sql`target.state = 'standing' and ${condition} and ${seenBy(reach)}`, day);

const tracked = async (reader: Reader, condition: Expression<SqlBool>, day: Day): Promise<TrackedShare[]> =>
  trackShares(reader, await sharesWhere(reader, condition, day), day);

export const ofUnit = (unit: number, year: number) =>
  sql<SqlBool>`share.unit = ${unit} and target.year = ${year}`;

export const ofCluster = (cluster: number, year: number) => sql<SqlBool>`target.year = ${year} and exists (
  select from cluster_member where cluster_member.cluster = ${cluster}
     and cluster_member.unit = share.unit and cluster_member.year = ${year})`;
