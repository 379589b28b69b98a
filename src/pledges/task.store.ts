import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { dayAfterExtensions } from "../platform/extensions.store.ts";
import type { Task, TaskState } from "./task.ts";

/** The day by which a task is to be done, after extensions. */
export const taskDueOn = dayAfterExtensions(
  "direction-task",
  sql`'pledge-task-' || pledge_task.id`,
  sql`pledge_task.unit`,
  sql`pledge_task.due_on`,
);

const tasks = sql`
  select id, pledge, unit, unit_name as "unitName", directed_by as "directedBy", words, wording,
         ${taskDueOn} as "dueOn",
         state, result, reported_at as "reportedAt", reported_by as "reportedBy", closed_at as "closedAt", remarks,
         version
    from pledge_task`;

export async function tasksOf(reader: Reader, pledge: number): Promise<Task[]> {
  const { rows } = await sql<Task>`${tasks} where pledge = ${pledge}
    order by state = 'done', due_on nulls last, id`.execute(reader);
  return rows;
}

export async function findTask(reader: Reader, pledge: number, id: number): Promise<Task | null> {
  const { rows } = await sql<Task>`${tasks} where pledge = ${pledge} and id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

interface NewTask {
  readonly unit: number;
  readonly unitName: string;
  readonly directedBy: string;
  readonly words: string;
  readonly wording: string | null;
  readonly dueOn: Day | null;
}

export async function saveNewTask(
  tx: Tx,
  pledge: number,
  task: NewTask,
  actor: Actor,
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto("pledge_task")
    .values({
      pledge,
      unit: task.unit,
      unit_name: task.unitName,
      directed_by: task.directedBy,
      words: task.words,
      wording: task.wording,
      due_on: task.dueOn,
      made_at: at,
      made_by: actor.name,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function saveReport(tx: Tx, id: number, result: string, by: string, at: Instant): Promise<void> {
  await tx
    .updateTable("pledge_task")
    .set({ state: "reported", result, reported_at: at, reported_by: by })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

export async function saveClosing(
  tx: Tx,
  id: number,
  state: TaskState,
  remarks: string | null,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("pledge_task")
    .set({ state, remarks, closed_at: state === "done" ? at : null })
    .set((build) => ({ version: build("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
