import type { Actor } from "../platform/actor.ts";
import { isRefusal, type Permit, type Refusal } from "../platform/refusal.ts";
import { actorOf, type Context, idOf, NotFound, readerOf } from "../web/http.ts";
import { maySee } from "./poll.may.ts";
import { pollOf } from "./poll.store.ts";
import type { Poll } from "./poll.ts";

/** The vote in the address as this person sees it; what they may not see is no such page. */
export async function seenPoll(c: Context): Promise<Poll> {
  const poll = await pollOf(readerOf(c), idOf(c));
  if (!poll || isRefusal(maySee(actorOf(c), poll))) throw new NotFound();
  return poll;
}

/** The same for those who have some right more. */
export async function seenBy(c: Context, may: (actor: Actor, poll: Poll) => Permit | Refusal): Promise<Poll> {
  const poll = await seenPoll(c);
  if (isRefusal(may(actorOf(c), poll))) throw new NotFound();
  return poll;
}
