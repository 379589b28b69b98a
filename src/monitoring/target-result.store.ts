import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { sharesWhere } from "./share.store.ts";
import { type TrackedShare, trackShares } from "./share-progress.store.ts";
import type { Measure } from "./target.ts";

/** What is asked: the targets of these units for a year, of one movement or of all. */
export interface TargetResultQuestion {
  readonly units: readonly number[];
  readonly year: number;
  readonly movement?: number | null;
  /** As of which day: what is stale and what counts is told from it. */
  readonly day: Day;
}

/** How far one unit has come with one target, for scoring and reviews. */
export interface TargetResult {
  readonly unit: number;
  /** The target's id; `/theo-doi/phan/{share}` opens the unit's part of it. */
  readonly target: number;
  readonly share: number;
  readonly name: string;
  readonly measure: Measure;
  /** In what it is counted: “vụ việc”, “%”, “đồng”. */
  readonly counted: string;
  readonly base: number | null;
  /** What the unit is to reach; null while no number was given to it. */
  readonly goal: number | null;
  /** What it has reached, units below and predecessors included; null while nothing is known. */
  readonly actual: number | null;
  /** How much of the goal is reached, in percent; null while it is not known. */
  readonly percent: number | null;
  readonly met: boolean | null;
  /** No value for the last period whose reporting day has passed. */
  readonly stale: boolean;
  /** The last day that the values speak of. */
  readonly asOf: Day | null;
}

/** The results of units; whoever asks has checked the right to them. */
export async function targetResultsOf(
  reader: Reader,
  question: TargetResultQuestion,
): Promise<TargetResult[]> {
  const asked: Expression<SqlBool>[] = [
    sql`target.state = 'standing'`,
    sql`target.year = ${question.year}`,
    sql`share.unit = any(${[...question.units]}::bigint[])`,
  ];
  if (question.movement != null) asked.push(sql`target.movement = ${question.movement}`);
  const shares = await sharesWhere(reader, sql`${sql.join(asked, sql` and `)}`, question.day);
  return (await trackShares(reader, shares, question.day)).map(resultOf);
}

const resultOf = ({ share, target, rolled, progress }: TrackedShare): TargetResult => ({
  unit: share.unit,
  target: target.id,
  share: share.id,
  name: target.name,
  measure: target.measure,
  counted: target.counted,
  base: rolled.base,
  goal: rolled.goal,
  actual: progress.actual,
  percent: progress.percent,
  met: progress.standing === "unknown" ? null : progress.standing === "met",
  stale: rolled.stale > 0,
  asOf: rolled.asOf,
});
