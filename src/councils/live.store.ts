import { sql } from "kysely";
import { pollOf, turnoutsOf } from "../ballots/poll.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { findCouncil } from "./council.store.ts";
import type { RunningVote } from "./live.ts";
import { membersOf } from "./member.store.ts";
import { findSession } from "./session.store.ts";
import { votesOf } from "./vote.store.ts";
import { wholeOf } from "./whole.store.ts";
import type { WholeSession } from "./whole.ts";

/** What is asked every second for all watchers of a session together: one row, and the turnout of its last vote. */
export interface Pulse {
  /** Changes whenever watchers would see something else. */
  readonly mark: string;
}

export async function pulseOf(reader: Reader, session: number): Promise<Pulse | null> {
  const { rows } = await sql<{ change: number; state: string; poll: number | null }>`
    select session.change, session.state,
           (select max(vote.poll) from council_poll vote where vote.session = session.id) as poll
      from council_session session where session.id = ${session}`.execute(reader);
  const row = rows[0];
  if (!row) return null;
  const [turnout] = row.poll === null ? [] : await turnoutsOf(reader, [row.poll]);
  const vote = turnout ? [turnout.poll, turnout.state, turnout.voted, turnout.roll] : [];
  return { mark: [row.change, row.state, ...vote].join("-") };
}

/** The last vote of a session with who of its roll has voted; null when there was none. */
async function runningVoteOf(reader: Reader, session: number): Promise<RunningVote | null> {
  const vote = (await votesOf(reader, session)).at(-1);
  const poll = vote ? await pollOf(reader, vote.poll) : null;
  const [turnout] = poll ? await turnoutsOf(reader, [poll.id]) : [];
  if (!poll || !turnout) return null;
  return { turnout, voted: new Map(poll.roll.map(({ person, voted }) => [person, voted !== null])) };
}

/** Everything watchers are told from, for any of them: `beside` are the watchers themselves. */
export async function liveOf(
  reader: Reader,
  sessionId: number,
  day: Day,
  beside: readonly number[],
): Promise<{ whole: WholeSession; running: RunningVote | null } | null> {
  const session = await findSession(reader, sessionId);
  const council = session && (await findCouncil(reader, session.council, day));
  if (!session || !council) return null;
  const members = await membersOf(reader, council.id, day);
  return {
    whole: await wholeOf(reader, session, council, members, beside),
    running: await runningVoteOf(reader, sessionId),
  };
}
