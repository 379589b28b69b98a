import { randomUUID } from "node:crypto";
import type { Instant } from "./day.ts";
import type { Reader, Tx } from "./db.ts";

/** How far a long piece of work has come; people see it move and can stop it. */
export interface ProgressRow {
  readonly id: string;
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly state: ProgressState;
  readonly sentence: string | null;
}

export type ProgressState = "waiting" | "running" | "finished" | "failed" | "cancelled";

export async function beginProgress(
  tx: Tx,
  work: { account: string | null; label: string; at: Instant },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto("progress")
    .values({ id, account: work.account, label: work.label, begun_at: work.at, changed_at: work.at })
    .execute();
  return id;
}

/** Moves it on; false when somebody has stopped it meanwhile or it has ended, and nothing more is to be done. */
export async function moveProgress(
  tx: Tx,
  id: string,
  step: { done: number; total: number; at: Instant },
): Promise<boolean> {
  const moved = await tx
    .updateTable("progress")
    .set({ state: "running", done: step.done, total: step.total, changed_at: step.at })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** Ends it, whatever way; false when it had ended before. */
export async function endProgress(
  tx: Tx,
  id: string,
  end: { state: "finished" | "failed" | "cancelled"; sentence: string | null; at: Instant },
): Promise<boolean> {
  const ended = await tx
    .updateTable("progress")
    .set({ state: end.state, sentence: end.sentence, changed_at: end.at })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

export async function findProgress(reader: Reader, id: string): Promise<ProgressRow | null> {
  const row = await reader
    .selectFrom("progress")
    .select(["id", "label", "done", "total", "state", "sentence"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, state: row.state as ProgressState } : null;
}
