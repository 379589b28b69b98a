import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { PlanEvent } from "./unit-plan.ts";
import { planSeenBy, type UnitPlanReach } from "./unit-plan-reach.store.ts";

/** A launch in force with how far its plans have come, for those who receive or write them. */
interface PlansOfMovement {
  readonly movement: number;
  readonly movementName: string;
  readonly launcher: number;
  readonly launcherName: string;
  readonly total: number;
  readonly sent: number;
  readonly toAccept: number;
}

/** Launches in force of these bodies that ask for plans of units, with how many have come; one statement. */
export async function plansReceivedBy(
  reader: Reader,
  bodies: readonly number[],
  day: Day,
): Promise<PlansOfMovement[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<PlansOfMovement>`
    select movement.id as movement, movement.name as "movementName", movement.launcher,
           ${nameAt(sql`movement.launcher`, sql`${day}`)} as "launcherName",
           count(*)::int as total,
           count(*) filter (where parent.state in ('sent', 'accepted'))::int as sent,
           count(*) filter (where parent.state = 'sent')::int as "toAccept"
      from movement
      join movement_unit scope on scope.movement = movement.id and scope.audience <> 'cluster'
      left join unit_plan_parent parent on parent.movement = movement.id and parent.unit = scope.unit
     where movement.launcher = any(${[...bodies]}::bigint[]) and movement.state in ('issued', 'running')
       and (exists (select from movement_deadline deadline
                     where deadline.movement = movement.id and not deadline.withdrawn
                       and deadline.purpose in ('plan', 'plan-and-registration'))
            or exists (select from unit_plan_parent any_plan where any_plan.movement = movement.id))
     group by movement.id
     order by movement.from_year desc, movement.id desc`.execute(reader);
  return rows;
}

/** Launches in force, or of a year, that ask units for plans. */
export interface AskingMovement {
  readonly id: number;
  readonly name: string;
  readonly launcher: number;
  readonly launcherName: string;
  readonly issuedAt: Instant | null;
}

/** Launches that ask for plans: in force now, or with such a deadline or extension in that year. */
export async function movementsAskingPlans(
  reader: Reader,
  given: { year: number | null; units: readonly number[] | null; day: Day },
): Promise<AskingMovement[]> {
  const { rows } = await sql<AskingMovement>`
    select movement.id, movement.name, movement.launcher, movement.issued_at as "issuedAt",
           ${nameAt(sql`movement.launcher`, sql`${given.day}`)} as "launcherName"
      from movement
     where movement.state in ('issued', 'running', 'closed')
       and (${given.year === null} and movement.state <> 'closed'
            or exists (select from movement_deadline deadline
                        where deadline.movement = movement.id and extract(year from deadline.day) = ${given.year}
                          and deadline.purpose in ('plan', 'plan-and-registration'))
            or exists (select from deadline_extension extension
                        where extension.kind = 'unit-plan' and extension.subject = 'movement-' || movement.id
                          and extract(year from extension.day) = ${given.year}))
       and exists (select from movement_deadline deadline
                    where deadline.movement = movement.id and not deadline.withdrawn
                      and deadline.purpose in ('plan', 'plan-and-registration'))
       and (${given.units === null} or exists (
             select from movement_unit scope
              where scope.movement = movement.id and scope.audience <> 'cluster'
                and scope.unit = any(${[...(given.units ?? [])]}::bigint[])))
     order by movement.from_year desc, movement.id desc`.execute(reader);
  return rows;
}

interface PlanTab {
  /** This person oversees what comes to the launcher. */
  readonly oversees: boolean;
  readonly own: boolean;
  readonly total: number;
  readonly sent: number;
  readonly noted: number;
}

/** What somebody finds of plans on one launch in force, in one statement. */
export async function planTabOf(
  reader: Reader,
  movement: number,
  reach: UnitPlanReach,
): Promise<PlanTab | null> {
  const { rows } = await sql<PlanTab>`
    select movement.launcher = any(${[...reach.oversees]}::bigint[]) as oversees,
           coalesce(bool_or(scope.unit = any(${[...reach.standsIn]}::bigint[])), false) as own,
           count(scope.unit)::int as total,
           count(*) filter (where parent.state in ('sent', 'accepted'))::int as sent,
           count(*) filter (where exists (select from launch_reach
             where launch_reach.movement = movement.id and launch_reach.unit = scope.unit
               and not withdrawn))::int as noted
      from movement
      left join movement_unit scope on scope.movement = movement.id and scope.audience <> 'cluster'
      left join unit_plan_parent parent on parent.movement = movement.id and parent.unit = scope.unit
     where movement.id = ${movement} and movement.state in ('issued', 'running', 'closed')
     group by movement.id`.execute(reader);
  return rows[0] ?? null;
}

/** Plans that somebody sees by words, this year's first. */
export async function searchPlans(
  reader: Reader,
  reach: UnitPlanReach,
  words: string,
  limit: number,
): Promise<{ id: number; name: string; unitName: string; year: number }[]> {
  const wanted = words.split(/\s+/).filter(Boolean);
  const matching = wanted.map((word) => sql`unit_plan.searched like '%' || fold(${word}) || '%'`);
  const { rows } = await sql<{ id: number; name: string; unitName: string; year: number }>`
    select unit_plan.id, unit_plan.name, unit_plan.unit_name as "unitName", unit_plan.year
      from unit_plan
     where ${sql.join([planSeenBy(reach), ...matching], sql` and `)}
     order by unit_plan.year desc, unit_plan.id desc limit ${limit}`.execute(reader);
  return rows;
}

interface PlanChange {
  readonly plan: number;
  readonly kind: PlanEvent["kind"];
  readonly at: Instant;
  readonly unitName: string;
  readonly receiverName: string;
  readonly movementName: string;
}

/** What happened lately to plans somebody sees, newest first. */
export async function planChangesSeen(
  reader: Reader,
  reach: UnitPlanReach,
  since: Instant,
  limit: number,
): Promise<PlanChange[]> {
  const { rows } = await sql<PlanChange>`
    select unit_plan.id as plan, event.kind, event.at, unit_plan.unit_name as "unitName",
           ${nameAt(sql`parent.receiver`, sql`${reach.day}`)} as "receiverName", movement.name as "movementName"
      from unit_plan_event event
      join unit_plan on unit_plan.id = event.plan
      join unit_plan_parent parent on parent.plan = event.plan and parent.movement = event.movement
      join movement on movement.id = event.movement
     where event.at >= ${since} and event.kind in ('sent', 'returned', 'accepted') and ${planSeenBy(reach)}
     order by event.at desc, event.id desc limit ${limit}`.execute(reader);
  return rows;
}

/** Plans of a unit that some launch in force has not accepted yet. */
export async function openPlansOf(reader: Reader, unit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
      from unit_plan_parent parent
      join movement on movement.id = parent.movement and movement.state in ('issued', 'running')
     where parent.unit = ${unit} and parent.state <> 'accepted'`.execute(reader);
  return rows[0]?.count ?? 0;
}

interface PlanCounts {
  readonly owed: number;
  readonly sent: number;
  readonly late: number;
}

/** Plans of these units that arrived in these days, and how many launches in those years asked for one. */
export async function planCounts(
  reader: Reader,
  given: { movement: number | null; units: readonly number[]; from: Day; to: Day },
): Promise<PlanCounts> {
  const { rows } = await sql<PlanCounts>`
    select count(*)::int as owed, count(*) filter (where arrived)::int as sent,
           count(*) filter (where arrived and parent.late)::int as late
      from movement_unit scope
      join movement on movement.id = scope.movement and movement.state in ('issued', 'running', 'closed')
      left join unit_plan_parent parent on parent.movement = scope.movement and parent.unit = scope.unit
      cross join lateral (
        select parent.state in ('sent', 'accepted')
               and (parent.arrived_at at time zone 'Asia/Ho_Chi_Minh')::date
                   between ${given.from}::date and ${given.to}::date as arrived) counted
     where scope.audience <> 'cluster' and scope.unit = any(${[...given.units]}::bigint[])
       and (${given.movement}::bigint is null or movement.id = ${given.movement})
       and movement.from_year <= extract(year from ${given.to}::date)
       and movement.to_year >= extract(year from ${given.from}::date)
       and exists (select from movement_deadline deadline
                    where deadline.movement = movement.id and not deadline.withdrawn
                      and deadline.purpose in ('plan', 'plan-and-registration'))`.execute(reader);
  return rows[0] ?? { owed: 0, sent: 0, late: 0 };
}
