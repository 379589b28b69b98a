import type { Gathered } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, idOf, NotFound, readerOf } from "../web/http.ts";
import { mayCopy, maySee, mayWrite, type SeenReview } from "./review.may.ts";
import { findReview } from "./review.store.ts";
import { type WholeReview, wholeReview } from "./whole.store.ts";

/** The review in the address as this person sees it; what they may not see is no such page. */
export async function seenReview(c: Context): Promise<SeenReview> {
  const actor = actorOf(c);
  const review = await findReview(readerOf(c), idOf(c), actor.day);
  if (!review || isRefusal(maySee(actor, review))) throw new NotFound();
  return review;
}

/** Pages for writing are there for those who write. */
export async function writtenReview(c: Context): Promise<SeenReview> {
  const review = await seenReview(c);
  const actor = actorOf(c);
  if (isRefusal(mayWrite(actor, review)) && isRefusal(mayCopy(actor, review))) throw new NotFound();
  return review;
}

export const wholeIn = async (c: Context, gathered: Gathered, review: SeenReview): Promise<WholeReview> =>
  wholeReview(readerOf(c), gathered, actorOf(c), review);
