import { refuseEndedPost } from "../org/ended-post.store.ts";
import type { PostKind } from "../org/post.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { actorOf, type Context, idOf, NotFound, readerOf } from "../web/http.ts";
import { findLine } from "./line.store.ts";
import type { Line } from "./line.ts";
import { maySee, maySeeLine, mayWrite, type SeenRegistration } from "./registration.may.ts";
import { findRegistration } from "./registration.store.ts";

const writing: readonly PostKind[] = ["unit-head", "unit-officer", "standing-officer"];

/** The registration in the address as this person sees it; what they may not see is no such page. */
export async function seenRegistration(c: Context): Promise<SeenRegistration> {
  const actor = actorOf(c);
  const registration = await findRegistration(readerOf(c), idOf(c), actor.day);
  if (!registration || isRefusal(maySee(actor, registration))) throw new NotFound();
  return registration;
}

/** Pages for writing are there for those who write. */
export async function seenForWriting(c: Context): Promise<SeenRegistration> {
  const seen = await seenRegistration(c);
  if (isRefusal(mayWrite(actorOf(c), seen))) throw new NotFound();
  return seen;
}

/** The line in the address, when this person sees it. */
export async function lineIn(c: Context, seen: SeenRegistration): Promise<Line> {
  const line = await findLine(readerOf(c), seen.id, idOf(c, "line"), actorOf(c).day);
  if (!line || isRefusal(maySeeLine(actorOf(c), seen, line))) throw new NotFound();
  return line;
}

/**
 * The same for a change. Somebody whose post has ended since the page was drawn is told so, and finds all
 * that was typed; anybody else finds no such page.
 */
export async function seenForChange(c: Context): Promise<SeenRegistration | Refusal> {
  const actor = actorOf(c);
  const registration = await findRegistration(readerOf(c), idOf(c), actor.day);
  if (!registration) throw new NotFound();
  if (!isRefusal(maySee(actor, registration))) return registration;
  const { person, day } = actor;
  const units = [registration.unit];
  const ended = await refuseEndedPost(readerOf(c), { person, units, kinds: writing, day });
  if (!ended) throw new NotFound();
  return ended;
}
