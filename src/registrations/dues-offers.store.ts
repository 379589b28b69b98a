import { sql } from "kysely";
import { asDeadline, deadlineFor as ownDeadline } from "../movements/deadlines.ts";
import { deadlinesOf } from "../movements/movement-parts.store.ts";
import type { Audience } from "../org/scope.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import { extensionsOf } from "./extension.store.ts";
import { deadlineFor } from "./extension.ts";

/** What a unit in scope owed a launcher, kept or not. */
export interface LaunchedDue {
  readonly movement: number;
  readonly movementName: string;
  readonly launcher: number;
  readonly unit: number;
  readonly registration: number | null;
  readonly deadline: Deadline;
  /** When it arrived, on paper its day of receipt; null while it is still owed. */
  readonly doneAt: Instant | null;
  readonly begun: boolean;
  readonly issuedAt: Instant | null;
}

interface Row extends Omit<LaunchedDue, "deadline"> {
  readonly audience: Audience;
  readonly clusters: readonly unknown[];
  readonly dueOn: Day | null;
}

/** Movements with a deadline or an extension for registrations in that year. */
async function movementsDueIn(
  reader: Reader,
  year: number,
): Promise<{ id: number; name: string; launcher: number }[]> {
  const { rows } = await sql<{ id: number; name: string; launcher: number }>`
    select movement.id, movement.name, movement.launcher from movement
     where movement.state in ('issued', 'running', 'closed') and (
       exists (select from movement_deadline deadline where deadline.movement = movement.id
                and deadline.purpose in ('registration', 'plan-and-registration') and not deadline.withdrawn
                and extract(year from deadline.day) = ${year})
       or exists (select from registration_extension extension
                   where extension.movement = movement.id and extension.body = movement.launcher
                     and extract(year from extension.day) = ${year})
       or exists (select from deadline_extension extension
                   where extension.kind = 'registration' and extension.subject = 'movement-' || movement.id
                     and extension.body = movement.launcher and extract(year from extension.day) = ${year}))
     order by movement.id`.execute(reader);
  return rows;
}

/**
 * Registrations owed to launchers with a deadline in that year, of those units or of all. What was returned
 * is owed again; what was sent again after a return counts by its first arrival, as its lateness does.
 */
export async function launchedDuesIn(
  reader: Reader,
  year: number,
  units: readonly number[] | null,
): Promise<LaunchedDue[]> {
  const movements = await movementsDueIn(reader, year);
  if (movements.length === 0) return [];
  const rows = await rowsIn(
    reader,
    movements.map(({ id }) => id),
    units,
  );
  const dues: LaunchedDue[] = [];
  for (const { id, launcher } of movements) {
    const [deadlines, extensions] = [await deadlinesOf(reader, id), await extensionsOf(reader, id, launcher)];
    for (const { audience, clusters, dueOn, ...row } of rows.get(id) ?? []) {
      const bound = { id: row.unit, audience, clusters: clusters.map(Number) };
      const own = ownDeadline(deadlines, "registration", bound);
      const again = dueOn ? [...extensions, { unit: row.unit, day: dueOn }] : extensions;
      const deadline = deadlineFor(row.unit, own && asDeadline(own), again);
      if (deadline?.day?.startsWith(`${year}-`)) dues.push({ ...row, deadline });
    }
  }
  return dues;
}

async function rowsIn(
  reader: Reader,
  movements: readonly number[],
  units: readonly number[] | null,
): Promise<Map<number, Row[]>> {
  const { rows } = await sql<Row>`
    select movement.id as movement, movement.name as "movementName", movement.launcher, reached.unit,
           reached.audience, reached.clusters, registration.id as registration, registration.due_on as "dueOn",
           registration.id is not null as begun, arrival.at as "doneAt", movement.issued_at as "issuedAt"
      from movement_unit reached
      join movement on movement.id = reached.movement
      left join registration on registration.movement = reached.movement and registration.unit = reached.unit
             and registration.receiver = movement.launcher
      left join lateral (
        select coalesce(event.received_on::timestamp at time zone 'Asia/Ho_Chi_Minh', event.at) as at
          from registration_event event
         where event.registration = registration.id and event.kind = 'submitted'
           and event.id > coalesce((select max(id) from registration_event withdrawn
             where withdrawn.registration = registration.id and withdrawn.kind = 'withdrawn'), 0)
         order by event.id limit 1) arrival on registration.state in ('submitted', 'accepted')
     where reached.movement = any(${[...movements]}::bigint[])
       and (${units === null} or reached.unit = any(${[...(units ?? [])]}::bigint[]))
     order by reached.movement, reached.unit`.execute(reader);
  return Map.groupBy(rows, ({ movement }) => movement);
}
