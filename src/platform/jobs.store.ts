import { sql } from "kysely";
import type { Instant } from "./day.ts";
import type { Tx } from "./db.ts";

export interface NewJob {
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly runAt?: Instant;
}

/** Adds jobs in the act's own transaction, through a wrapper, since the app role owns none of the queue's tables. */
export async function addJobs(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  for (const { job, payload, key = null, runAt = null } of jobs)
    await sql`select enqueue_job(${job}, ${JSON.stringify(payload)}::json, ${key}, ${runAt})`.execute(tx);
}
