import { randomUUID } from "node:crypto";
import type { Actor } from "./actor.ts";
import { answerGivenTo, keepAnswer } from "./answers.store.ts";
import { type NewEvent, saveEvents } from "./audit.store.ts";
import type { Day, Instant } from "./day.ts";
import { type Tx, transactUnless } from "./db.ts";
import { guardOf } from "./guards.ts";
import { addJobs, type NewJob } from "./jobs.store.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

/**
 * What an act works with. Every `run` has five beats: load (for update) → may → decide → save → record.
 */
export interface Work {
  readonly tx: Tx;
  readonly actor: Actor;
  /** When the request arrived. */
  readonly at: Instant;
  /** The legal day on which it arrived. */
  readonly day: Day;
  /** Writes into the journal, in this transaction. `kind` is `noun.verb`; never a ballot's content. */
  record(kind: string, subject: number | string, data?: Readonly<Record<string, unknown>>): void;
  /** Adds a job that starts only when this transaction has committed. */
  enqueue(job: string, payload: Readonly<Record<string, unknown>>, options?: JobOptions): void;
}

export interface JobOptions {
  /** Jobs of one key replace each other while they wait. */
  readonly key?: string;
  readonly runAt?: Instant;
}

interface ActDefinition<Input, Output> {
  readonly name: string;
  run(work: Work, input: Input): Promise<Output | Refusal>;
}

export type Act<Input, Output> = (actor: Actor, input: Input) => Promise<Output | Refusal>;

/**
 * Makes an act: one transaction in which everything is written or nothing. A refusal rolls back.
 * With the same idempotency key from the same account the first answer is given again.
 * A constraint that breaks becomes the refusal registered for its name (`platform/guards.ts`).
 */
export function act<Input, Output>(definition: ActDefinition<Input, Output>): Act<Input, Output> {
  return async (actor, input) => {
    try {
      return await transactUnless((tx) => runOnce(definition, tx, actor, input), isRefusal);
    } catch (fault) {
      const guard = guardOf(fault);
      if (guard) return guard;
      throw fault;
    }
  };
}

async function runOnce<Input, Output>(
  definition: ActDefinition<Input, Output>,
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<Output | Refusal> {
  const claim = actor.key === null ? null : { account: actor.account ?? "system", key: actor.key };
  if (claim) {
    const before = await answerGivenTo<Output>(tx, claim, definition.name, actor.at);
    if (before) return before.answer;
  }
  const events: NewEvent[] = [];
  const jobs: NewJob[] = [];
  const work: Work = {
    tx,
    actor,
    at: actor.at,
    day: actor.day,
    record: (kind, subject, data = {}) =>
      void events.push({ id: randomUUID(), act: definition.name, kind, subject: `${subject}`, data }),
    enqueue: (job, payload, options = {}) => void jobs.push({ job, payload, ...options }),
  };
  const outcome = await definition.run(work, input);
  if (isRefusal(outcome)) return outcome;
  await saveEvents(tx, actor, events);
  await addJobs(tx, jobs);
  if (claim) await keepAnswer(tx, claim, outcome);
  return outcome;
}
