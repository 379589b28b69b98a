import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { MovementEventKind, MovementState } from "./life.ts";
import { type MovementReach, seenBy } from "./movement-reach.store.ts";

/** A launch on its way that this person serves, with what waits in it. */
export interface UnderWay {
  readonly id: number;
  readonly name: string;
  readonly launcher: number;
  readonly launcherName: string;
  readonly draftedIn: number | null;
  readonly state: MovementState;
  readonly comments: number;
  readonly unsettled: number;
  readonly unserved: number;
  readonly numbered: boolean;
}

/** Launches of these bodies that are not closed, with their open ends. */
export async function movementsUnderWay(reader: Reader, launchers: readonly number[]): Promise<UnderWay[]> {
  if (launchers.length === 0) return [];
  const { rows } = await sql<UnderWay>`
    select movement.id, movement.name, movement.launcher, movement.drafted_in as "draftedIn", movement.state,
           (select name from unit_name where unit_name.unit = movement.launcher
             order by lower(validity) desc nulls last limit 1) as "launcherName",
           (select count(*)::int from movement_comment
             where movement_comment.movement = movement.id
               and not exists (select from movement_answer where comment = movement_comment.id)) as comments,
           (select count(*)::int from movement_deadline
             where movement_deadline.movement = movement.id and not withdrawn and kind = 'impossible'
               and day is null
               and not exists (select from movement_settlement where deadline = movement_deadline.id)) as unsettled,
           (select count(*)::int from movement_service
             where movement_service.movement = movement.id and served_at is null) as unserved,
           exists (select from movement_document
                    where movement_document.movement = movement.id and given_here) as numbered
      from movement
     where movement.launcher = any(${launchers}::bigint[]) and movement.state <> 'closed'
     order by movement.id`.execute(reader);
  return rows;
}

/** Drafts open for comment in which nobody of these units has commented yet. */
export async function draftsToComment(
  reader: Reader,
  units: readonly number[],
): Promise<{ id: number; name: string; launcherName: string }[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<{ id: number; name: string; launcherName: string }>`
    select movement.id, movement.name,
           (select name from unit_name where unit_name.unit = movement.launcher
             order by lower(validity) desc nulls last limit 1) as "launcherName"
      from movement
     where movement.state = 'open'
       and exists (select from movement_unit where movement_unit.movement = movement.id
                      and movement_unit.unit = any(${units}::bigint[]))
       and not exists (select from movement_comment where movement_comment.movement = movement.id
                          and movement_comment.unit = any(${units}::bigint[]))
     order by movement.id`.execute(reader);
  return rows;
}

export interface SeenStep {
  readonly id: number;
  readonly name: string;
  readonly kind: MovementEventKind;
  readonly at: Instant;
  readonly actorName: string;
}

/** Steps that those outside the launcher may know too. */
const publicSteps = ["issued", "issued-elsewhere", "amended", "closed"];

/** What happened lately to movements somebody sees, newest first. */
export async function stepsSeen(
  reader: Reader,
  reach: MovementReach,
  since: Instant,
  limit: number,
): Promise<SeenStep[]> {
  const { rows } = await sql<SeenStep>`
    select movement.id, movement.name, event.kind, event.at, event.actor_name as "actorName"
      from movement_event event
      join movement on movement.id = event.movement
     where event.at >= ${since} and event.kind <> 'started' and ${seenBy(reach)}
       and (event.kind = any(${publicSteps}::text[])
            or movement.launcher = any(${reach.serves}::bigint[]) or movement.launcher = any(${reach.leads}::bigint[]))
     order by event.at desc, event.id desc limit ${limit}`.execute(reader);
  return rows;
}

export interface SeenPhase {
  readonly movement: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** Peak phases of a year in the movements that reach one of these units or are launched by these bodies. */
export async function phasesOfYear(reader: Reader, reach: MovementReach, year: number): Promise<SeenPhase[]> {
  const { rows } = await sql<SeenPhase>`
    select movement.name as movement, phase.name, phase.from_day as "from", phase.to_day as "to"
      from movement_phase phase join movement on movement.id = phase.movement
     where movement.state in ('issued', 'running') and ${ownYear(reach, year)}
       and phase.from_day is not null and phase.to_day >= phase.from_day
     order by phase.from_day, phase.id`.execute(reader);
  return rows;
}

export interface SeenDeadline {
  readonly what: string;
  readonly purpose: string;
  readonly day: Day;
  readonly movement: number;
  /** Set by a body this person serves. */
  readonly served: boolean;
}

/** Dated deadlines of that year in the same movements. */
export async function deadlinesOfYear(
  reader: Reader,
  reach: MovementReach,
  year: number,
): Promise<SeenDeadline[]> {
  const { rows } = await sql<SeenDeadline>`
    select deadline.what, deadline.purpose, deadline.day, movement.id as movement,
           movement.launcher = any(${reach.serves}::bigint[]) as served
      from movement_deadline deadline join movement on movement.id = deadline.movement
     where movement.state in ('issued', 'running') and ${ownYear(reach, year)}
       and not deadline.withdrawn and deadline.day is not null
     order by deadline.day, deadline.id`.execute(reader);
  return rows;
}

const ownYear = (reach: MovementReach, year: number) => sql`
  ${year} between movement.from_year and movement.to_year
  and (movement.launcher = any(${reach.serves}::bigint[])
       or exists (select from movement_unit reached
                   where reached.movement = movement.id and reached.unit = any(${reach.within}::bigint[])))`;

/** Launches on their way and movements in force of a unit, counted before it is merged or dissolved. */
export async function openMovementsOf(reader: Reader, unit: number): Promise<number> {
  const row = await reader
    .selectFrom("movement")
    .select((build) => build.fn.countAll<number>().as("count"))
    .where("launcher", "=", unit)
    .where("state", "<>", "closed")
    .executeTakeFirstOrThrow();
  return row.count;
}
