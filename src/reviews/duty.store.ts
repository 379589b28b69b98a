import { type RawBuilder, sql } from "kysely";
import type { MovementDeadline, Purpose } from "../movements/deadlines.ts";
import type { Audience } from "../org/scope.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { DeadlineKind } from "../platform/deadline.ts";
import { putOff } from "../platform/extension.ts";
import { extensionsOf } from "../platform/extensions.store.ts";
import { inVietnameseOrder } from "../platform/vietnamese.ts";
import {
  type Duty,
  dutiesIn,
  type ReachedUnit,
  type ReviewedMovement,
  reviewObligation,
  type StandingReview,
} from "./duty.ts";
import { purposeOf, reviewKinds } from "./period.ts";
import { yearDutiesOf } from "./year-duty.store.ts";

/** Whose duties are asked; what is left out asks nothing. */
interface Asked {
  /** Of the periods of one year. */
  readonly year?: number;
  /** Null asks for reports on the year alone, outside any movement. */
  readonly movement?: number | null;
  /** Reporting units and clusters. */
  readonly units?: readonly number[];
  /** The bodies that receive. */
  readonly receivers?: readonly number[];
  /** Leaves out movements that have ended. */
  readonly openOnly?: boolean;
}

/**
 * Who reports on what by when, in movements that were issued and on the year: seven statements, however many
 * units.
 */
export async function dutiesOf(reader: Reader, asked: Asked, day: Day): Promise<Duty[]> {
  if (asked.units?.length === 0 || asked.receivers?.length === 0) return [];
  const [ofMovements, ofYears] = await Promise.all([
    asked.movement === null ? [] : movementDutiesOf(reader, asked, day),
    typeof asked.movement === "number" ? [] : yearDutiesOf(reader, asked, day),
  ]);
  return putOffDuties(reader, [...ofMovements, ...ofYears]);
}

async function movementDutiesOf(reader: Reader, asked: Asked, day: Day): Promise<Duty[]> {
  const movements = await movementsReviewed(reader, asked, day);
  if (movements.length === 0) return [];
  const ids = movements.map(({ id }) => id);
  const [units, clusters, reviews] = await Promise.all([
    unitsReached(reader, ids, asked.units ?? null, day),
    clustersReached(reader, ids, asked.units ?? null, day),
    reviewsStanding(reader, ids, asked),
  ]);
  return dutiesIn(movements, [...clusters, ...units], reviews, asked.year ?? null);
}

/** The same duties by the days to which they were put off. */
async function putOffDuties(reader: Reader, duties: readonly Duty[]): Promise<Duty[]> {
  const extensions = await extensionsOf(reader, duties.map(reviewObligation));
  if (extensions.length === 0) return [...duties];
  const bySubject = Map.groupBy(extensions, ({ subject }) => subject);
  return duties.map((duty) => {
    const own = bySubject.get(reviewObligation(duty).subject);
    return own && duty.deadline ? { ...duty, deadline: putOff(duty.unit, duty.deadline, own) } : duty;
  });
}

const purposes = [...new Set(reviewKinds.map(purposeOf))];

async function movementsReviewed(reader: Reader, asked: Asked, day: Day): Promise<ReviewedMovement[]> {
  const states = asked.openOnly ? ["issued", "running"] : ["issued", "running", "closed"];
  const conditions: RawBuilder<unknown>[] = [sql`movement.state = any(${states}::text[])`];
  if (typeof asked.movement === "number") conditions.push(sql`movement.id = ${asked.movement}`);
  if (asked.year !== undefined)
    conditions.push(sql`${asked.year} between movement.from_year and movement.to_year`);
  if (asked.receivers) conditions.push(sql`movement.launcher = any(${[...asked.receivers]}::bigint[])`);
  if (asked.units)
    conditions.push(sql`exists (
      select from movement_unit reached where reached.movement = movement.id
         and (reached.unit = any(${[...asked.units]}::bigint[]) or reached.clusters && ${[...asked.units]}::bigint[]))`);
  const { rows } = await sql<Omit<ReviewedMovement, "deadlines">>`
    select movement.id, movement.name, movement.launcher, movement.from_year as "fromYear", movement.to_year as "toYear",
           ${nameAt(sql`movement.launcher`, sql`${day}`)} as "launcherName"
      from movement where ${sql.join(conditions, sql` and `)}
     order by movement.from_year desc, movement.id desc`.execute(reader);
  const deadlines = await deadlinesAsking(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, deadlines: deadlines.get(row.id) ?? [] }));
}

async function deadlinesAsking(
  reader: Reader,
  movements: readonly number[],
): Promise<ReadonlyMap<number, readonly MovementDeadline[]>> {
  if (movements.length === 0) return new Map();
  const rows = await reader
    .selectFrom("movement_deadline")
    .selectAll()
    .where("movement", "in", movements)
    .where("purpose", "in", purposes)
    .where("withdrawn", "=", false)
    .orderBy("position")
    .execute();
  const deadlines = rows.map((row) => ({
    movement: row.movement,
    id: row.id,
    what: row.what,
    purpose: row.purpose as Purpose,
    wording: row.wording,
    kind: row.kind as DeadlineKind,
    day: row.day as Day | null,
    inclusive: row.inclusive,
    audienceWords: row.audience_words,
    groups: row.groups as Audience[],
    named: row.named.map(Number),
    line: row.line,
    withdrawn: row.withdrawn,
    settlements: [],
  }));
  return Map.groupBy(deadlines, ({ movement }) => movement);
}

interface ReachedRow extends Omit<ReachedUnit, "ended" | "clusters"> {
  readonly clusters: readonly unknown[];
  readonly endedOn: Day | null;
  readonly successors: readonly string[];
}

const toReached = ({ endedOn, successors, clusters, ...row }: ReachedRow): ReachedUnit => ({
  ...row,
  clusters: clusters.map(Number),
  ended: endedOn === null ? null : { on: endedOn, successors },
});

const endOf = (unit: RawBuilder<unknown>, day: Day) => sql`
  (select upper(unit.validity) from unit where unit.id = ${unit} and upper(unit.validity) <= ${day}::date) as "endedOn",
  array(select ${nameAt(sql`succession.to_unit`, sql`${day}`)} from succession
         where succession.from_unit = ${unit} and succession.to_unit <> ${unit} and succession.on_day <= ${day}::date
         order by 1) as successors`;

async function unitsReached(
  reader: Reader,
  movements: readonly number[],
  units: readonly number[] | null,
  day: Day,
): Promise<ReachedUnit[]> {
  const { rows } = await sql<ReachedRow>`
    select reached.movement, reached.unit as id, reached.audience, reached.clusters,
           ${nameAt(sql`reached.unit`, sql`${day}`)} as name, ${endOf(sql`reached.unit`, day)}
      from movement_unit reached
     where reached.movement = any(${[...movements]}::bigint[])
       and (${units === null} or reached.unit = any(${[...(units ?? [])]}::bigint[]))
     order by 1, 2`.execute(reader);
  return rows.map(toReached).sort((left, right) => inVietnameseOrder(left.name, right.name));
}

/** The clusters to which units in scope belong report for them. */
async function clustersReached(
  reader: Reader,
  movements: readonly number[],
  units: readonly number[] | null,
  day: Day,
): Promise<ReachedUnit[]> {
  const { rows } = await sql<ReachedRow>`
    select reached.movement, reached.cluster as id, 'cluster' as audience, array[]::bigint[] as clusters,
           ${nameAt(sql`reached.cluster`, sql`${day}`)} as name, ${endOf(sql`reached.cluster`, day)}
      from (select distinct movement, unnest(clusters) as cluster
              from movement_unit where movement = any(${[...movements]}::bigint[])) reached
      join cluster on cluster.unit = reached.cluster and not cluster.outside
     where (${units === null} or reached.cluster = any(${[...(units ?? [])]}::bigint[]))
       and not exists (select from movement_unit direct
                        where direct.movement = reached.movement and direct.unit = reached.cluster)
     order by 1, 2`.execute(reader);
  return rows.map(toReached).sort((left, right) => inVietnameseOrder(left.name, right.name));
}

async function reviewsStanding(
  reader: Reader,
  movements: readonly number[],
  { units, year }: Asked,
): Promise<StandingReview[]> {
  const { rows } = await sql<StandingReview>`
    select id, movement, level, unit, unit_name as "unitName", kind, year, state, arrived_at as "arrivedAt", late
      from review
     where movement = any(${[...movements]}::bigint[]) and level <> 'sector'
       and (${units === undefined} or unit = any(${[...(units ?? [])]}::bigint[]))
       and (${year === undefined} or year = ${year ?? 0})`.execute(reader);
  return rows;
}
