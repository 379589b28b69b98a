import { countFactsOf } from "../ballots/count.store.ts";
import type { Reader } from "../platform/db.ts";
import { signatoryOf } from "../registrations/signatory.store.ts";
import { declaredIn } from "./conflict.store.ts";
import type { MinutesFacts } from "./minutes.document.ts";
import { opinionsOf } from "./paper.store.ts";
import { sessionEventsOf } from "./session.store.ts";
import { outcomesOf, votesOf } from "./vote.store.ts";
import { secretaryOf } from "./vote.ts";
import { itemsOpenTo, type WholeSession } from "./whole.ts";

/** What the minutes of a session are written from, as one person may read them; null reads all. */
export async function minutesFactsOf(
  reader: Reader,
  whole: WholeSession,
  person: number | null,
): Promise<MinutesFacts> {
  const { id } = whole.session;
  const counts = [];
  for (const { poll } of await votesOf(reader, id)) {
    const count = await countFactsOf(reader, poll);
    if (count) counts.push(count);
  }
  return {
    whole,
    counts,
    events: await sessionEventsOf(reader, id),
    outcomes: await outcomesOf(reader, id),
    opinions: await opinionsOf(reader, id),
    late: (await declaredIn(reader, id)).filter(({ afterVote }) => afterVote),
    secretary: secretaryOf(whole),
    body: await signatoryOf(reader, whole.council.body, whole.session.day),
    open: new Set(itemsOpenTo(whole, person).map((item) => item.id)),
  };
}
