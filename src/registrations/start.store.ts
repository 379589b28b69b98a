import { sql } from "kysely";
import { asDeadline, deadlineFor as ownDeadline } from "../movements/deadlines.ts";
import { deadlinesOf } from "../movements/movement-parts.store.ts";
import type { Audience } from "../org/scope.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import { extensionsOf } from "./extension.store.ts";
import { deadlineFor, type Extension } from "./extension.ts";
import type { RegistrationState } from "./registration.ts";

/** A movement a unit registers in: what it has there, or that it can begin. */
export interface UnitsMovement {
  readonly movement: number;
  readonly movementName: string;
  readonly year: number;
  readonly unit: number;
  readonly unitName: string;
  readonly receiver: number;
  readonly receiverName: string;
  readonly registration: number | null;
  readonly state: RegistrationState | null;
  readonly submittedAt: Instant | null;
  readonly late: boolean | null;
  readonly dueOn: Day | null;
}

interface Row extends UnitsMovement {
  readonly audience: Audience | null;
  readonly clusters: readonly unknown[] | null;
}

/**
 * For units whose officer or head asks: every movement in force that reaches them, or that reaches the unit
 * directly above, which then gathers.
 */
const rowsFor = async (reader: Reader, units: readonly number[], day: Day): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    with asked as (
      select unit.id, above.id as above
        from unit
        left join lateral (
          select parent as id from unit_place where unit_place.unit = unit.id and validity @> ${day}::date
           limit 1) above on true
       where unit.id = any(${[...units]}::bigint[]) and unit.validity @> ${day}::date
    ), reached as (
      select asked.id as unit, movement_unit.movement, movement_unit.audience, movement_unit.clusters,
             movement_unit.unit = asked.id as directly, movement_unit.unit as through
        from asked join movement_unit on movement_unit.unit in (asked.id, asked.above)
    ), nearest as (
      select distinct on (unit, movement) * from reached order by unit, movement, directly desc
    )
    select movement.id as movement, movement.name as "movementName", movement.from_year as year, nearest.unit,
           coalesce(registration.unit_name, ${nameAt(sql`nearest.unit`, sql`${day}`)}) as "unitName",
           case when nearest.directly then movement.launcher else nearest.through end as receiver,
           ${nameAt(sql`case when nearest.directly then movement.launcher else nearest.through end`, sql`${day}`)}
             as "receiverName",
           case when nearest.directly then nearest.audience end as audience, nearest.clusters,
           registration.id as registration, registration.state, registration.submitted_at as "submittedAt",
           registration.late, registration.due_on as "dueOn"
      from nearest
      join movement on movement.id = nearest.movement and movement.state in ('issued', 'running')
      left join registration on registration.movement = movement.id and registration.unit = nearest.unit
     order by movement.from_year desc, movement.id desc, nearest.unit`.execute(reader);
  return rows;
};

export interface DueRegistration extends UnitsMovement {
  readonly deadline: Deadline | null;
}

/** The same with the deadline that binds each; what is open beside what is done. */
export async function duesOf(reader: Reader, units: readonly number[], day: Day): Promise<DueRegistration[]> {
  if (units.length === 0) return [];
  const rows = await rowsFor(reader, units, day);
  const deadlines = new Map<number, Awaited<ReturnType<typeof deadlinesOf>>>();
  const extensions = new Map<string, Extension[]>();
  const dues: DueRegistration[] = [];
  for (const row of rows) {
    const key = `${row.movement} ${row.receiver}`;
    if (!deadlines.has(row.movement)) deadlines.set(row.movement, await deadlinesOf(reader, row.movement));
    if (!extensions.has(key)) extensions.set(key, await extensionsOf(reader, row.movement, row.receiver));
    const bound = row.audience && {
      id: row.unit,
      audience: row.audience,
      clusters: (row.clusters ?? []).map(Number),
    };
    const own = bound ? ownDeadline(deadlines.get(row.movement) ?? [], "registration", bound) : null;
    dues.push({ ...row, deadline: deadlineFor(row.unit, own && asDeadline(own), extensions.get(key) ?? []) });
  }
  return dues;
}

/** Movements in force whose registrations come to one of these bodies, with how many have sent. */
export interface ReceivedMovement {
  readonly movement: number;
  readonly movementName: string;
  readonly year: number;
  readonly body: number;
  readonly total: number;
  readonly sent: number;
  readonly toAccept: number;
}

export async function movementsReceived(
  reader: Reader,
  bodies: readonly number[],
): Promise<ReceivedMovement[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<ReceivedMovement>`
    select movement.id as movement, movement.name as "movementName", movement.from_year as year,
           movement.launcher as body, reached.total, came.sent, came."toAccept"
      from movement
      cross join lateral (
        select count(*)::int as total from movement_unit where movement_unit.movement = movement.id) reached
      cross join lateral (
        select count(*) filter (where state in ('submitted', 'accepted'))::int as sent,
               count(*) filter (where state = 'submitted')::int as "toAccept"
          from registration
         where registration.movement = movement.id and registration.receiver = movement.launcher) came
     where movement.launcher = any(${[...bodies]}::bigint[]) and movement.state in ('issued', 'running')
       and reached.total > 0
     order by movement.from_year desc, movement.id desc
     limit 20`.execute(reader);
  return rows;
}

export interface MovementToAccept {
  readonly movement: number;
  readonly movementName: string;
  /** Counted up to `mostCounted`; the left rail asks this on every page. */
  readonly toAccept: number;
}

export const mostCounted = 100;

/** Movements in force in which something waits to be accepted by one of these bodies. */
export async function movementsToAccept(
  reader: Reader,
  bodies: readonly number[],
): Promise<MovementToAccept[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<MovementToAccept>`
    select movement.id as movement, movement.name as "movementName", waiting.count as "toAccept"
      from movement
      cross join lateral (
        select count(*)::int as count
          from (select from registration
                 where registration.receiver = any(${[...bodies]}::bigint[])
                   and registration.movement = movement.id and registration.state = 'submitted'
                 limit ${mostCounted}) counted) waiting
     where movement.state in ('issued', 'running') and waiting.count > 0
     order by movement.from_year desc, movement.id desc`.execute(reader);
  return rows;
}

/** Movements in which rooms have begun to send to one of these units, which are in scope and gather. */
export async function movementsGathered(
  reader: Reader,
  bodies: readonly number[],
): Promise<Pick<ReceivedMovement, "movement" | "movementName" | "year" | "body" | "sent" | "toAccept">[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<ReceivedMovement>`
    select movement.id as movement, movement.name as "movementName", movement.from_year as year,
           movement_unit.unit as body,
           count(registration.id) filter (where registration.state in ('submitted', 'accepted'))::int as sent,
           count(registration.id) filter (where registration.state = 'submitted')::int as "toAccept"
      from movement_unit
      join movement on movement.id = movement_unit.movement and movement.state in ('issued', 'running')
      left join registration on registration.movement = movement.id and registration.receiver = movement_unit.unit
     where movement_unit.unit = any(${[...bodies]}::bigint[])
     group by movement.id, movement_unit.unit
    having count(registration.id) > 0
     order by movement.from_year desc, movement.id desc
     limit 20`.execute(reader);
  return rows;
}
