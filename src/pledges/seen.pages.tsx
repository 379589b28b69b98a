import { refuseEndedPost } from "../org/ended-post.store.ts";
import type { PostKind } from "../org/post.ts";
import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { actorOf, type Context, idOf, NotFound, readerOf } from "../web/http.ts";
import { type Counts, countsOf } from "./counts.store.ts";
import { maySee, type SeenPledge } from "./pledge.may.ts";
import { findPledge } from "./pledge.store.ts";

const writing: readonly PostKind[] = [
  "unit-head",
  "unit-deputy",
  "unit-officer",
  "cluster-head",
  "cluster-deputy",
];

/** The pledge in the address as this person sees it, with what every page of it shows. */
export interface Seen {
  readonly c: Context;
  readonly actor: Actor;
  readonly reader: Reader;
  readonly pledge: SeenPledge;
  readonly counts: Counts;
}

const seenAs = async (c: Context, pledge: SeenPledge): Promise<Seen> => {
  const reader = readerOf(c);
  return { c, actor: actorOf(c), reader, pledge, counts: await countsOf(reader, pledge.id) };
};

/** What one may not see is no such page. */
export async function seenPledge(c: Context): Promise<Seen> {
  const actor = actorOf(c);
  const pledge = await findPledge(readerOf(c), idOf(c), actor.day);
  if (!pledge || isRefusal(maySee(actor, pledge))) throw new NotFound();
  return seenAs(c, pledge);
}

/**
 * The same for a change. Somebody whose post has ended since the page was drawn is told so, and finds all that was
 * typed; anybody else finds no such page.
 */
export async function seenForChange(c: Context): Promise<Seen | Refusal> {
  const actor = actorOf(c);
  const pledge = await findPledge(readerOf(c), idOf(c), actor.day);
  if (!pledge) throw new NotFound();
  if (!isRefusal(maySee(actor, pledge))) return seenAs(c, pledge);
  const units = [pledge.cluster, ...pledge.members.map(({ unit }) => unit), ...pledge.signedBy];
  const { person, day } = actor;
  const ended = await refuseEndedPost(readerOf(c), { person, units, kinds: writing, day });
  if (!ended) throw new NotFound();
  return ended;
}
