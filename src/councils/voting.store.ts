import { turnoutsOf } from "../ballots/poll.store.ts";
import type { Turnout } from "../ballots/poll.ts";
import type { Reader } from "../platform/db.ts";
import { votesOf } from "./vote.store.ts";

/** How far the votes of a session are: has-voted counts, never how. */
export async function turnoutsIn(reader: Reader, session: number): Promise<readonly Turnout[]> {
  const votes = await votesOf(reader, session);
  return votes.length === 0
    ? []
    : turnoutsOf(
        reader,
        votes.map(({ poll }) => poll),
      );
}

/** Whether a vote of the session is prepared, under way or not yet counted. */
export async function isVoting(reader: Reader, session: number): Promise<boolean> {
  const turnouts = await turnoutsIn(reader, session);
  return turnouts.some(({ state }) => state !== "counted" && state !== "abandoned");
}
