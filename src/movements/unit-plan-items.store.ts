import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { DeadlineKind } from "../platform/deadline.ts";
import type { AnswerVerdict, Direction, ParentItem } from "./coverage.ts";
import type { NewPlanItem, PlanAnswer, PlanItem } from "./unit-plan.ts";

const columns = [
  "id",
  "kind",
  "grouping",
  "words",
  "responsible",
  "measure",
  "value",
  "value_unit",
  "base",
  "direction",
  "deadline_kind",
  "day",
  "inclusive",
  "wording",
] as const;

/** What the plan says, in its order. */
export async function itemsOf(reader: Reader, plan: number): Promise<PlanItem[]> {
  const rows = await reader
    .selectFrom("unit_plan_item")
    .select(columns)
    .where("plan", "=", plan)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PlanItem["kind"],
    grouping: row.grouping,
    words: row.words,
    responsible: row.responsible,
    measure: row.measure,
    value: row.value === null ? null : Number(row.value),
    valueUnit: row.value_unit,
    base: row.base,
    direction: row.direction as Direction | null,
    deadline:
      row.deadline_kind === null
        ? null
        : {
            kind: row.deadline_kind as DeadlineKind,
            day: row.day as Day | null,
            inclusive: row.inclusive ?? true,
            wording: row.wording ?? "",
          },
  }));
}

const rowOf = (item: NewPlanItem) => ({
  kind: item.kind,
  grouping: item.grouping,
  words: item.words,
  responsible: item.responsible,
  measure: item.measure,
  value: item.value,
  value_unit: item.valueUnit,
  base: item.base,
  direction: item.direction,
  deadline_kind: item.deadline?.kind ?? null,
  day: item.deadline?.day ?? null,
  inclusive: item.deadline?.inclusive ?? null,
  wording: item.deadline?.wording ?? null,
});

/** Adds items at the end, in the order given; answers their ids. */
export async function saveItems(tx: Tx, plan: number, items: readonly NewPlanItem[]): Promise<number[]> {
  if (items.length === 0) return [];
  const { last } = await tx
    .selectFrom("unit_plan_item")
    .select((row) => row.fn.coalesce(row.fn.max("position"), row.lit(-1)).as("last"))
    .where("plan", "=", plan)
    .executeTakeFirstOrThrow();
  const saved = await tx
    .insertInto("unit_plan_item")
    .values(items.map((item, index) => ({ ...rowOf(item), plan, position: last + 1 + index })))
    .returning("id")
    .execute();
  return saved.map(({ id }) => id);
}

export async function saveItem(tx: Tx, id: number, item: NewPlanItem): Promise<void> {
  await tx.updateTable("unit_plan_item").set(rowOf(item)).where("id", "=", id).execute();
}

/** Removes an item with the answers that rest on it. */
export async function removeItem(tx: Tx, plan: number, id: number): Promise<void> {
  await tx.deleteFrom("unit_plan_answer").where("plan", "=", plan).where("item", "=", id).execute();
  await tx.deleteFrom("unit_plan_item").where("plan", "=", plan).where("id", "=", id).execute();
}

/** How the plan answers its launches. */
export async function answersOf(reader: Reader, plan: number): Promise<PlanAnswer[]> {
  const rows = await reader
    .selectFrom("unit_plan_answer")
    .select(["movement", "key", "verdict", "reason", "item", "parent"])
    .where("plan", "=", plan)
    .orderBy("movement")
    .orderBy("key")
    .execute();
  return rows.map((row) => ({
    ...row,
    verdict: row.verdict as AnswerVerdict,
    parent: row.parent as unknown as ParentItem,
  }));
}

/** Writes answers, each in the place of the one before; an item that nothing answers any more is removed. */
export async function saveAnswers(tx: Tx, plan: number, answers: readonly PlanAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await tx
    .insertInto("unit_plan_answer")
    .values(answers.map((answer) => ({ ...answer, plan, parent: JSON.stringify(answer.parent) })))
    .onConflict((conflict) =>
      conflict.columns(["plan", "movement", "key"]).doUpdateSet((row) => ({
        verdict: row.ref("excluded.verdict"),
        reason: row.ref("excluded.reason"),
        item: row.ref("excluded.item"),
        parent: row.ref("excluded.parent"),
      })),
    )
    .execute();
}

/** Items of a plan that answered something before and answer nothing now. */
export async function removeItemsLeft(tx: Tx, plan: number, items: readonly number[]): Promise<void> {
  if (items.length === 0) return;
  await sql`
    delete from unit_plan_item item
     where item.plan = ${plan} and item.id = any(${[...items]}::bigint[])
       and not exists (select from unit_plan_answer answer where answer.item = item.id)`.execute(tx);
}
