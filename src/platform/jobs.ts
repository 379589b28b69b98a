import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import { type Actor, systemActor } from "./actor.ts";
import { onDay } from "./day.ts";
import { poolOf } from "./db.ts";
import { log } from "./log.ts";

/**
 * A job of a stage: shallow, calls one act. It may run more than once, so its act must bear it.
 * `cron` makes it clocked (five fields, the time of Vietnam); each slot runs once over all copies.
 */
export interface Job {
  readonly name: string;
  readonly cron?: string;
  run(actor: Actor, payload: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const WORKERS = 2;
const POLL_MS = 2000;
const HOURS_AHEAD_OF_UTC = 7;

/** Starts working through the queue as its owner; `stop` waits for the jobs under way. */
export async function startJobs(ownerUrl: string, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  const clocked = jobs.filter((job) => job.cron !== undefined);
  const pool = poolOf(ownerUrl, WORKERS + 2, "");
  const runner = await run({
    pgPool: pool,
    concurrency: WORKERS,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      clocked.map((job) => ({
        task: job.name,
        identifier: job.name,
        match: inUtc(job.cron!),
        options: { backfillPeriod: 0, maxAttempts: 3 },
      })),
    ),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(job)])) as TaskList,
    logger: new Logger(() => (level, message) => void (level === "error" && log.error({ message }, "jobs"))),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

const taskOf = (job: Job) => async (payload: unknown) => {
  const at = new Date();
  const actor = systemActor(`Công việc tự động: ${job.name}`, at, onDay(at));
  await job.run(actor, (payload ?? {}) as Record<string, unknown>);
};

/** The queue reads its clock in UTC; our crontabs are written in the time of Vietnam, whole hours only. */
function inUtc(cron: string): string {
  const [minute = "*", hour = "*", ...rest] = cron.split(" ");
  const shifted = /^\d+$/.test(hour) ? `${(Number(hour) + 24 - HOURS_AHEAD_OF_UTC) % 24}` : hour;
  return [minute, shifted, ...rest].join(" ");
}
