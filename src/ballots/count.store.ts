import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { ballotsIn, codesIn } from "./box.store.ts";
import type { CountFacts } from "./count.document.ts";
import { type Countable, countableOf, type PollExport } from "./export.ts";
import type { PaperCounts } from "./papers.ts";
import { pollOf, resultOf } from "./poll.store.ts";
import type { Poll, QuestionCount } from "./poll.ts";

/** The head of the journal's chain when the vote was counted. */
export interface Anchor {
  readonly position: number;
  readonly hash: string;
}

export interface NewCount {
  readonly canonical: string;
  readonly questions: readonly QuestionCount[];
  readonly anchor: Anchor | null;
  readonly opened: readonly { readonly question: number; readonly slips: readonly (string | null)[] }[];
  readonly sessionKey: string | null;
}

export async function saveCount(tx: Tx, poll: number, count: NewCount): Promise<void> {
  await tx
    .insertInto("poll_count")
    .values({
      poll,
      canonical: count.canonical,
      result: JSON.stringify({ questions: count.questions, anchor: count.anchor }),
      opened: JSON.stringify(count.opened),
      session_key: count.sessionKey,
    })
    .execute();
}

/** The chain's head as the count froze it. */
async function anchorOf(reader: Reader, poll: number): Promise<Anchor | null> {
  const { rows } = await sql<{ anchor: Anchor | null }>`
    select result -> 'anchor' as anchor from poll_count where poll = ${poll}`.execute(reader);
  return rows[0]?.anchor ?? null;
}

/** The papers or hands last entered; null when none were. */
export async function papersOf(
  reader: Reader,
  poll: number,
): Promise<{ counts: PaperCounts; at: Instant; by: string } | null> {
  const { rows } = await sql<{ counts: PaperCounts; at: Instant; by: string }>`
    select counts, at, actor_name as by from poll_paper where poll = ${poll} order by id desc limit 1`.execute(
    reader,
  );
  return rows[0] ?? null;
}

export async function savePapers(tx: Tx, poll: number, counts: PaperCounts, actor: Actor): Promise<void> {
  await tx
    .insertInto("poll_paper")
    .values({
      poll,
      counts: JSON.stringify(counts),
      at: actor.at,
      person: actor.person,
      actor_name: actor.name,
    })
    .execute();
}

/** Everything a count is made from, as it lies in the database. */
export async function countableIn(reader: Reader, poll: Poll, sessionKey: string | null): Promise<Countable> {
  const opens = poll.mode === "secret" && poll.papers !== "instead";
  const [ballots, codes, papers] = await Promise.all([
    opens ? ballotsIn(reader, poll.id) : [],
    opens ? codesIn(reader, poll.id) : [],
    papersOf(reader, poll.id),
  ]);
  return countableOf(poll, {
    unopened: opens ? 0 : poll.roll.filter(({ voted }) => voted === "electronic").length,
    sessionKey,
    ballots: ballots.map(({ question, sealed }) => ({ question, sealed: sealed.toString("base64") })),
    codes,
    papers: papers?.counts ?? null,
  });
}

/** The export of a counted vote; null until it is counted. */
export async function exportOf(reader: Reader, poll: Poll): Promise<PollExport | null> {
  const count = await reader
    .selectFrom("poll_count")
    .select(["canonical", "session_key"])
    .where("poll", "=", poll.id)
    .executeTakeFirst();
  if (!count) return null;
  return { ...(await countableIn(reader, poll, count.session_key)), canonical: count.canonical };
}

/** One line of what happened to a vote, oldest first. */
export interface PollHistoryEntry {
  readonly kind: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly postTitle: string | null;
  readonly remarks: string | null;
}

export async function historyOf(reader: Reader, poll: number): Promise<PollHistoryEntry[]> {
  const { rows } = await sql<PollHistoryEntry>`
    select kind, at, actor_name as "actorName", post_title as "postTitle", remarks
      from poll_event where poll = ${poll} order by id`.execute(reader);
  return rows;
}

const told = new Set([
  "moved-to-paper",
  "nominee-withdrawn",
  "voter-admitted",
  "voter-ended",
  "conflict-noted",
]);

/** What count minutes are written from; null until the vote is counted. */
export async function countFactsOf(reader: Reader, id: number): Promise<CountFacts | null> {
  const [poll, result] = await Promise.all([pollOf(reader, id), resultOf(reader, id)]);
  if (!poll || !result) return null;
  const opens = poll.mode === "secret" && poll.papers !== "instead";
  const [codes, anchor, history] = await Promise.all([
    opens ? codesIn(reader, id) : [],
    anchorOf(reader, id),
    historyOf(reader, id),
  ]);
  return {
    poll,
    result,
    codes: codes.map(({ code }) => code).sort(),
    anchor,
    happened: history.flatMap(({ kind, remarks }) => (told.has(kind) && remarks ? [remarks] : [])),
  };
}
