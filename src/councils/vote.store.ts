import { sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { HeldVote, Outcome } from "./outcome.ts";

/** The votes of a session in the order they were called. */
export async function votesOf(reader: Reader, session: number): Promise<HeldVote[]> {
  const { rows } = await sql<HeldVote>`
    select vote.poll, vote.round, vote.at,
           json_agg(json_build_object('question', asked.question, 'item', asked.item) order by asked.question) as questions
      from council_poll vote join council_poll_item asked on asked.poll = vote.poll
     where vote.session = ${session} group by vote.poll order by vote.poll`.execute(reader);
  return rows;
}

/** The session in which a vote is held; null when it is not a council's. */
export async function sessionOfPoll(reader: Reader, poll: number): Promise<number | null> {
  const row = await reader
    .selectFrom("council_poll")
    .select("session")
    .where("poll", "=", poll)
    .executeTakeFirst();
  return row?.session ?? null;
}

export async function saveVote(
  tx: Tx,
  vote: { readonly poll: number; readonly session: number; readonly round: number; readonly at: Instant },
  items: readonly number[],
): Promise<void> {
  await tx.insertInto("council_poll").values(vote).execute();
  await tx
    .insertInto("council_poll_item")
    .values(items.map((item, index) => ({ poll: vote.poll, question: index + 1, item })))
    .execute();
}

/** The outcome of each item voted on: of one that was voted on anew, the last. */
export async function outcomesOf(reader: Reader, session: number): Promise<Outcome[]> {
  const { rows } = await sql<Outcome>`
    select distinct on (outcome.item) outcome.item, outcome.poll, outcome.members, outcome.yes, outcome.no, outcome.needed, outcome.passed,
           outcome.words, outcome.basis
      from council_outcome outcome join council_item item on item.id = outcome.item
     where item.session = ${session} order by outcome.item, outcome.poll desc`.execute(reader);
  return rows;
}

export async function saveOutcomes(tx: Tx, outcomes: readonly Outcome[], at: Instant): Promise<void> {
  if (outcomes.length === 0) return;
  await tx
    .insertInto("council_outcome")
    .values(outcomes.map((one) => ({ ...one, at })))
    .execute();
}
