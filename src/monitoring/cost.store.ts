import { type Expression, type SqlBool, sql } from "kysely";
import { bodiesServedBy } from "../movements/movement-reach.store.ts";
import type { PostKind } from "../org/post.ts";
import { countingPosts } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { FigureQuestion } from "../platform/offered.ts";
import { oncePerRequest } from "../platform/once.ts";
import type { Cost, CostSource, CostSum, NewCost } from "./cost.ts";

/** Who puts down a unit's costs. */
export const spendingKinds: readonly PostKind[] = [
  "unit-head",
  "unit-deputy",
  "unit-officer",
  "standing-officer",
  "finance-officer",
];

const overseeingKinds: readonly PostKind[] = [
  "standing-officer",
  "finance-officer",
  "inspector",
  "unit-head",
];

/** How far somebody sees costs: their own units, and all below the bodies they oversee. */
export interface CostReach {
  readonly spendsFor: readonly number[];
  readonly oversees: readonly number[];
  readonly day: Day;
}

export const costReachOf = oncePerRequest(async (reader, actor): Promise<CostReach> => {
  const unitsOf = (kinds: readonly string[]) => [
    ...new Set(
      countingPosts(actor)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ unit }) => unit),
    ),
  ];
  return {
    spendsFor: unitsOf(spendingKinds),
    oversees: await bodiesServedBy(reader, actor, unitsOf(overseeingKinds)),
    day: actor.day,
  };
});

/** The condition on `movement_cost` under which somebody sees it. */
const costSeenBy = (reach: CostReach): Expression<SqlBool> => sql<SqlBool>`(
  cost.unit = any(${[...reach.spendsFor]}::bigint[])
  or cost.unit in (select units_below from units_below(${[...reach.oversees]}::bigint[], ${reach.day}::date)))`;

export interface CostFilter {
  readonly movement: number | null;
  readonly year: number | null;
  readonly source: CostSource | null;
}

interface CostRow extends Omit<Cost, "source"> {
  readonly source: string;
}

const columns = sql`cost.id, cost.movement, movement.name as "movementName", cost.unit, cost.unit_name as "unitName",
  cost.activity, cost.source, cost.planned, cost.spent, cost.spent_on as "spentOn", cost.note, cost.at,
  cost.actor_name as "actorName", void.why as voided
  from movement_cost cost
  join movement on movement.id = cost.movement
  left join movement_cost_void void on void.cost = cost.id`;

const toCost = (row: CostRow): Cost => ({ ...row, source: row.source as CostSource });

const conditionOf = (reach: CostReach, filter: CostFilter): Expression<SqlBool> => {
  const asked: Expression<SqlBool>[] = [costSeenBy(reach)];
  if (filter.movement !== null) asked.push(sql`cost.movement = ${filter.movement}`);
  if (filter.source !== null) asked.push(sql`cost.source = ${filter.source}`);
  if (filter.year !== null)
    asked.push(
      sql`cost.spent_on between make_date(${filter.year}, 1, 1) and make_date(${filter.year}, 12, 31)`,
    );
  return sql`${sql.join(asked, sql` and `)}`;
};

/** One page of the costs somebody sees, the latest first, with the sum of all that are not voided. */
export async function listCosts(
  reader: Reader,
  reach: CostReach,
  filter: CostFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: Cost[]; total: number; sum: CostSum }> {
  const condition = conditionOf(reach, filter);
  const [rows, sums] = await Promise.all([
    sql<CostRow>`select ${columns} where ${condition}
      order by cost.spent_on desc, cost.id desc limit ${page.limit} offset ${page.offset}`.execute(reader),
    sql<CostSum & { total: number }>`
      select count(*)::int as total, ${sumColumns}
        from movement_cost cost left join movement_cost_void void on void.cost = cost.id
       where ${condition}`.execute(reader),
  ]);
  const { total, ...sum } = sums.rows[0] ?? { total: 0, ...nothing };
  return { rows: rows.rows.map(toCost), total, sum };
}

const nothing: CostSum = { spent: 0, planned: 0, spentOfPlanned: 0, entries: 0 };

const sumColumns = sql`
  count(*) filter (where void.cost is null)::int as entries,
  coalesce(sum(cost.spent) filter (where void.cost is null), 0)::bigint as spent,
  coalesce(sum(cost.planned) filter (where void.cost is null), 0)::bigint as planned,
  coalesce(sum(cost.spent) filter (where void.cost is null and cost.planned is not null), 0)::bigint as "spentOfPlanned"`;

/** The costs of units over some days, voided ones left out. */
export async function costsOf(
  reader: Reader,
  { units, movement, from, to }: FigureQuestion,
): Promise<CostSum> {
  const { rows } = await sql<CostSum>`
    select ${sumColumns}
      from movement_cost cost left join movement_cost_void void on void.cost = cost.id
     where cost.unit = any(${[...units]}::bigint[])
       and (${movement}::bigint is null or cost.movement = ${movement})
       and cost.spent_on between ${from}::date and ${to}::date`.execute(reader);
  return rows[0] ?? nothing;
}

/** One entry, when this person sees it. */
export async function findCost(reader: Reader, reach: CostReach, id: number): Promise<Cost | null> {
  const { rows } =
    await sql<CostRow>`select ${columns} where cost.id = ${id} and ${costSeenBy(reach)}`.execute(reader);
  return rows[0] ? toCost(rows[0]) : null;
}

export async function saveCost(
  tx: Tx,
  cost: NewCost & { readonly movement: number; readonly unit: number; readonly unitName: string },
  actor: Actor,
): Promise<number> {
  const { id } = await tx
    .insertInto("movement_cost")
    .values({
      movement: cost.movement,
      unit: cost.unit,
      unit_name: cost.unitName,
      activity: cost.activity,
      source: cost.source,
      planned: cost.planned,
      spent: cost.spent,
      spent_on: cost.spentOn,
      note: cost.note,
      at: actor.at,
      actor_name: actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveVoiding(tx: Tx, cost: number, why: string, actor: Actor): Promise<void> {
  await tx
    .insertInto("movement_cost_void")
    .values({ cost, why, at: actor.at, actor_name: actor.name })
    .execute();
}
