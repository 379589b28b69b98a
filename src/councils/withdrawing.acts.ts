import { withdrawNominee } from "../ballots/holding.acts.ts";
import { turnoutsOf } from "../ballots/poll.store.ts";
import type { Work } from "../platform/act.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { votesOf } from "./vote.store.ts";

/** Takes a nominee out of every vote of the session that is prepared or under way. */
export async function withdrawFromVotes(
  work: Work,
  session: number,
  item: number,
  reason: string,
): Promise<true | Refusal> {
  const votes = await votesOf(work.tx, session);
  const open = new Set(
    (votes.length === 0
      ? []
      : await turnoutsOf(
          work.tx,
          votes.map(({ poll }) => poll),
        )
    )
      .filter(({ state }) => state === "prepared" || state === "voting")
      .map(({ poll }) => poll),
  );
  for (const { poll, questions } of votes) {
    const question = questions.find((asked) => asked.item === item)?.question;
    if (question === undefined || !open.has(poll)) continue;
    const withdrawn = await withdrawNominee(work, { poll, question, nominee: 1, reason });
    if (isRefusal(withdrawn)) return withdrawn;
  }
  return true;
}
