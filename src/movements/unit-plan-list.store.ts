import { sql } from "kysely";
import type { Audience } from "../org/scope.ts";
import { nameAt } from "../org/unit.store.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { putOff } from "../platform/extension.ts";
import { extensionsOf } from "../platform/extensions.store.ts";
import type { BoundUnit } from "./audience.ts";
import { asDeadline, deadlineFor, type MovementDeadline } from "./deadlines.ts";
import type { PlanChannel, PlanContent, UnitPlanState } from "./unit-plan.ts";
import type { PlanOwing } from "./unit-plan-list.ts";
import { planObligation } from "./unit-plan-parent.store.ts";
import { heirsOf } from "./unit-plan-succession.store.ts";

interface ScopeRow {
  readonly movement: number;
  readonly unit: number;
  readonly unitName: string;
  readonly audience: Audience;
  /** The unit exists no more; whoever follows it owes what it owed. */
  readonly ended: boolean;
  readonly clusters: readonly string[];
  readonly plan: number | null;
  readonly state: UnitPlanState | null;
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
  readonly channel: PlanChannel | null;
  readonly items: number;
  readonly launched: number | null;
  /** Set by a return: the day by which to send again. */
  readonly dueOn: Day | null;
  readonly remindedOn: Day | null;
}

/** The units that owe one launch their plan, by name. */
export const plansOwedIn = async (reader: Reader, movement: number, day: Day): Promise<PlanOwing[]> =>
  (await plansOwedInAll(reader, [movement], null, day)).get(movement) ?? [];

/**
 * The units that owe these launches their plans: all in scope, or those asked for, but clusters, which plan
 * together at their conference. However many launches, the statements are the same few.
 */
export async function plansOwedInAll(
  reader: Reader,
  movements: readonly number[],
  units: readonly number[] | null,
  day: Day,
): Promise<Map<number, PlanOwing[]>> {
  if (movements.length === 0) return new Map();
  const { rows } = await sql<ScopeRow>`
    select scope.movement, scope.unit, ${nameAt(sql`scope.unit`, sql`${day}`)} as "unitName", scope.audience,
           coalesce(upper(unit.validity) <= ${day}::date, false) as ended, scope.clusters, parent.plan, parent.state, parent.arrived_at as "arrivedAt", parent.late, parent.channel,
           parent.due_on as "dueOn",
           (select count(*)::int from unit_plan_item where unit_plan_item.plan = parent.plan) as items,
           unit_plan.launched,
           (select max(on_day) from reminder
             where reminder.kind = 'unit-plan' and reminder.subject = 'movement-' || scope.movement
               and reminder.recipient = scope.unit::text) as "remindedOn"
      from movement_unit scope
      join unit on unit.id = scope.unit
      left join unit_plan_parent parent on parent.movement = scope.movement and parent.unit = scope.unit
      left join unit_plan on unit_plan.id = parent.plan
     where scope.movement = any(${[...movements]}::bigint[]) and scope.audience <> 'cluster'
       and (${units === null} or scope.unit = any(${[...(units ?? [])]}::bigint[]))
     order by scope.movement, ${nameAt(sql`scope.unit`, sql`${day}`)} collate "vi-x-icu"`.execute(reader);
  const deadlines = await planDeadlinesIn(reader, movements);
  const extensions = await extensionsOf(reader, movements.map(planObligation));
  const ended = [...new Set(rows.filter((row) => row.ended).map(({ unit }) => unit))];
  const heirs = await heirsOf(reader, ended, day);
  const names = await namesOf(reader, followersIn(heirs), day);
  const owing = rows.map((row) => {
    const { subject } = planObligation(row.movement);
    const clusters = row.clusters.map(Number);
    const bound = { id: row.unit, audience: row.audience, clusters };
    const own = deadlineFor(deadlines.get(row.movement) ?? [], "plan", bound);
    const given = extensions.filter((extension) => extension.subject === subject);
    const again = row.dueOn === null ? [] : [{ unit: row.unit, day: row.dueOn }];
    const writers = heirs.get(row.unit) ?? [row.unit];
    const followers = writers.filter((writer) => writer !== row.unit);
    const owed: PlanOwing = {
      unit: row.unit,
      unitName: row.unitName,
      clusters,
      writers,
      followers: followers.map((writer) => names.get(writer) ?? ""),
      deadline: putOff(row.unit, own && asDeadline(own), [...given, ...again]),
      boundBy: own?.id ?? null,
      plan: row.plan === null || row.state === null ? null : { ...row, id: row.plan, state: row.state },
      remindedOn: row.remindedOn,
    };
    return [row.movement, owed] as const;
  });
  return new Map(
    [...Map.groupBy(owing, ([movement]) => movement)].map(([movement, found]) => [
      movement,
      found.map(([, owed]) => owed),
    ]),
  );
}

/** The deadlines of these launches by which plans are owed. */
async function planDeadlinesIn(
  reader: Reader,
  movements: readonly number[],
): Promise<Map<number, MovementDeadline[]>> {
  const { rows } = await sql<
    Omit<MovementDeadline, "named" | "settlements"> & { movement: number; named: string[] }
  >`
    select id, movement, what, purpose, wording, kind, day, inclusive, audience_words as "audienceWords", groups,
           named, line, withdrawn
      from movement_deadline
     where movement = any(${[...movements]}::bigint[]) and purpose in ('plan', 'plan-and-registration')
     order by movement, position`.execute(reader);
  const deadlines = rows.map((row) => ({ ...row, named: row.named.map(Number), settlements: [] }));
  return Map.groupBy(deadlines, ({ movement }) => movement);
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
