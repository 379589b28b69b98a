import { bodiesServing } from "../movements/movement-reach.store.ts";
import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actorOf, type Context, idOf, NotFound, readerOf } from "../web/http.ts";
import type { Ground } from "./conflict.ts";
import { maySee, type SeenCouncil } from "./council.may.ts";
import { findCouncil } from "./council.store.ts";
import type { Item } from "./item.ts";
import { rolesHeld } from "./member.store.ts";
import type { Membership } from "./member.ts";
import { findSession } from "./session.store.ts";
import type { Session } from "./session.ts";
import { findSeenCouncil, wholeOf } from "./whole.store.ts";
import { shutTo, type WholeSession } from "./whole.ts";

/** The council in the address as this person sees it; for others there is no such page. */
export async function seenCouncil(
  c: Context,
): Promise<{ council: SeenCouncil; members: readonly Membership[] }> {
  const found = await findSeenCouncil(readerOf(c), idOf(c), actorOf(c));
  if (!found || isRefusal(maySee(actorOf(c), found.council))) throw new NotFound();
  return found;
}

export interface SeenSession {
  readonly actor: Actor;
  readonly council: SeenCouncil;
  readonly session: Session;
  readonly whole: WholeSession;
}

/** The session in the address with everything it is decided from. */
export async function seenSession(c: Context): Promise<SeenSession> {
  const actor = actorOf(c);
  const session = await findSession(readerOf(c), idOf(c));
  const found = session && (await findSeenCouncil(readerOf(c), session.council, actor));
  if (!session || !found || isRefusal(maySee(actor, found.council))) throw new NotFound();
  const beside = actor.person === null ? [] : [actor.person];
  const whole = await wholeOf(readerOf(c), session, found.council, found.members, beside);
  return { actor, council: found.council, session, whole };
}

/** Whether this person may see the session in the address, asked without reading it whole: for the live line. */
export async function watchedSession(c: Context): Promise<Session> {
  const actor = actorOf(c);
  const session = await findSession(readerOf(c), idOf(c));
  const council = session && (await findCouncil(readerOf(c), session.council, actor.day));
  if (!session || !council) throw new NotFound();
  const servedBy = await bodiesServing(readerOf(c), council.body, actor.day);
  const roles = await rolesHeld(readerOf(c), council.id, actor.person, actor.day);
  if (isRefusal(maySee(actor, { ...council, servedBy, roles }))) throw new NotFound();
  return session;
}

/** The item in the address, and whether it is shut to this person. */
export function itemIn(
  c: Context,
  { whole, actor }: SeenSession,
): { readonly item: Item; readonly shut: Ground | null } {
  const item = whole.items.find(({ id }) => id === idOf(c, "item"));
  if (!item) throw new NotFound();
  return { item, shut: shutTo(whole, item, actor.person) };
}
