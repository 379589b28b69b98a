import { sql } from "kysely";
import type { Audience } from "../org/scope.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { putOff } from "../platform/extension.ts";
import { extensionsOf } from "../platform/extensions.store.ts";
import type { BoundUnit } from "./audience.ts";
import { asDeadline, deadlineFor } from "./deadlines.ts";
import { deadlinesOf } from "./movement-parts.store.ts";
import type { PlanChannel, PlanContent, UnitPlanState } from "./unit-plan.ts";
import type { PlanOwing } from "./unit-plan-list.ts";
import { planObligation } from "./unit-plan-parent.store.ts";
import { heirsOf } from "./unit-plan-succession.store.ts";

interface ScopeRow {
  readonly unit: number;
  readonly unitName: string;
  readonly audience: Audience;
  readonly clusters: readonly string[];
  readonly plan: number | null;
  readonly state: UnitPlanState | null;
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: PlanChannel | null;
  readonly items: number;
  readonly launched: number | null;
  readonly remindedOn: Day | null;
}

/**
 * The units that owe a launch their plan: all in scope but clusters, which plan together at their conference.
 * A unit that ended without followers owes nothing any more unless it had begun.
 */
export async function plansOwedIn(reader: Reader, movement: number, day: Day): Promise<PlanOwing[]> {
  const { rows } = await sql<ScopeRow>`
    select scope.unit, ${nameAt(sql`scope.unit`, sql`${day}`)} as "unitName", scope.audience, scope.clusters,
           parent.plan, parent.state, parent.arrived_at as "arrivedAt", parent.late, parent.channel,
           (select count(*)::int from unit_plan_item where unit_plan_item.plan = parent.plan) as items,
           unit_plan.launched,
           (select max(on_day) from reminder
             where reminder.kind = 'unit-plan' and reminder.subject = ${`movement-${movement}`}
               and reminder.recipient = scope.unit::text) as "remindedOn"
      from movement_unit scope
      left join unit_plan_parent parent on parent.movement = scope.movement and parent.unit = scope.unit
      left join unit_plan on unit_plan.id = parent.plan
     where scope.movement = ${movement} and scope.audience <> 'cluster'
     order by ${nameAt(sql`scope.unit`, sql`${day}`)} collate "vi-x-icu"`.execute(reader);
  const deadlines = await deadlinesOf(reader, movement);
  const extensions = await extensionsOf(reader, [planObligation(movement)]);
  const heirs = await heirsOf(
    reader,
    rows.map(({ unit }) => unit),
    day,
  );
  const names = await namesOf(reader, followersIn(heirs), day);
  return rows.map((row) => {
    const clusters = row.clusters.map(Number);
    const own = deadlineFor(deadlines, "plan", { id: row.unit, audience: row.audience, clusters });
    const writers = heirs.get(row.unit) ?? [row.unit];
    return {
      unit: row.unit,
      unitName: row.unitName,
      clusters,
      writers,
      followers: writers.filter((writer) => writer !== row.unit).map((writer) => names.get(writer) ?? ""),
      deadline: putOff(row.unit, own && asDeadline(own), extensions),
      boundBy: own?.id ?? null,
      plan:
        row.plan === null || row.state === null
          ? null
          : {
              id: row.plan,
              state: row.state,
              arrivedAt: row.arrivedAt,
              late: row.late,
              channel: row.channel,
              items: row.items,
              launched: row.launched,
            },
      remindedOn: row.remindedOn,
    };
  });
}

const followersIn = (heirs: ReadonlyMap<number, readonly number[]>): number[] => [
  ...new Set([...heirs].flatMap(([unit, followers]) => followers.filter((one) => one !== unit))),
];

async function namesOf(reader: Reader, units: readonly number[], day: Day): Promise<Map<number, string>> {
  if (units.length === 0) return new Map();
  const { rows } = await sql<{ unit: number; name: string }>`
    select unit, ${nameAt(sql`unit`, sql`${day}`)} as name from unnest(${[...units]}::bigint[]) unit`.execute(
    reader,
  );
  return new Map(rows.map(({ unit, name }) => [unit, name]));
}

/** The contents last sent by these plans to one launch. */
export async function sentContentsOf(
  reader: Reader,
  movement: number,
  plans: readonly number[],
): Promise<Map<number, PlanContent>> {
  if (plans.length === 0) return new Map();
  const { rows } = await sql<{ plan: number; snapshot: PlanContent }>`
    select distinct on (plan) plan, snapshot
      from unit_plan_event
     where movement = ${movement} and plan = any(${[...plans]}::bigint[]) and kind = 'sent'
     order by plan, id desc`.execute(reader);
  return new Map(rows.map(({ plan, snapshot }) => [plan, snapshot]));
}

/** Units in scope as deadlines and contents bind them, each with itself and all above it. */
export async function boundUnitsIn(
  reader: Reader,
  movement: number,
  units: readonly number[],
  day: Day,
): Promise<Map<number, BoundUnit & { readonly within: readonly number[] }>> {
  const { rows } = await sql<{ id: number; audience: Audience; clusters: string[]; within: string[] }>`
    select scope.unit as id, scope.audience, scope.clusters, climbed.within
      from movement_unit scope
      join (select unit, array_agg(distinct above) as within
              from units_above(${[...units]}::bigint[], ${day}::date) group by unit) climbed using (unit)
     where scope.movement = ${movement}`.execute(reader);
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, clusters: row.clusters.map(Number), within: row.within.map(Number) },
    ]),
  );
}

/** The year's clusters of the units in scope, by name. */
export async function clustersInScope(
  reader: Reader,
  movement: number,
  day: Day,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select cluster as id, ${nameAt(sql`cluster`, sql`${day}`)} as name
      from (select distinct unnest(clusters) as cluster from movement_unit
             where movement = ${movement} and audience <> 'cluster') known
     order by ${nameAt(sql`cluster`, sql`${day}`)} collate "vi-x-icu"`.execute(reader);
  return rows;
}

/** A launch in force with how far its plans have come, for those who receive or write them. */
export interface PlansOfMovement {
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

/** A launch in force that reaches a unit, with the plan the unit answers it by. */
export interface PlanDue {
  readonly movement: number;
  readonly movementName: string;
  readonly launcherName: string;
  readonly unit: number;
  readonly unitName: string;
  readonly plan: number | null;
  readonly state: UnitPlanState | null;
  readonly arrivedAt: Instant | null;
  readonly audience: Audience;
  readonly clusters: readonly string[];
}

/** What these units owe the launches in force that reach them, each with its plan. */
export async function planDuesOf(reader: Reader, units: readonly number[], day: Day): Promise<PlanDue[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<PlanDue>`
    select movement.id as movement, movement.name as "movementName",
           ${nameAt(sql`movement.launcher`, sql`${day}`)} as "launcherName",
           scope.unit, ${nameAt(sql`scope.unit`, sql`${day}`)} as "unitName", parent.plan, parent.state,
           parent.arrived_at as "arrivedAt", scope.audience, scope.clusters
      from movement_unit scope
      join movement on movement.id = scope.movement and movement.state in ('issued', 'running')
      left join unit_plan_parent parent on parent.movement = movement.id and parent.unit = scope.unit
     where scope.unit = any(${[...units]}::bigint[]) and scope.audience <> 'cluster'
     order by movement.from_year desc, movement.id desc, ${nameAt(sql`scope.unit`, sql`${day}`)} collate "vi-x-icu"`.execute(
    reader,
  );
  return rows;
}
