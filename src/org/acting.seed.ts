import type { Actor } from "../platform/actor.ts";
import { type Day, onDay, startOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { postsOn } from "./actor.store.ts";
import { findPerson } from "./person.store.ts";
import { holdersOf } from "./post.store.ts";
import type { PostKind } from "./post.ts";
import { findUnitByCode } from "./unit.store.ts";

const TEN_O_CLOCK_MS = 10 * 60 * 60 * 1000;

/** Somebody of the demo at ten in the morning of a day, in the posts they held then; `kind` chooses the one acted in. */
export async function actingAs(person: number, on: Day, kind?: PostKind): Promise<Actor> {
  const at = new Date(startOf(on).getTime() + TEN_O_CLOCK_MS);
  const posts = await postsOn(reader(), person, on);
  const post = kind ? posts.find((held) => held.kind === kind) : posts[0];
  return {
    account: null,
    person,
    name: (await findPerson(reader(), person))?.name ?? "",
    posts,
    post: post ?? null,
    at,
    day: onDay(at),
    key: null,
    // What the demo tells of the past was signed by people who had proved themselves.
    provedUntil: new Date(at.getTime() + TEN_O_CLOCK_MS),
  };
}

/** Whoever held one of these posts in the unit of that code on a day, acting; null when nobody did. */
export async function holderActing(code: string, kinds: readonly PostKind[], on: Day): Promise<Actor | null> {
  const unit = await findUnitByCode(reader(), code, on);
  const [holder] = unit ? await holdersOf(reader(), unit.id, kinds, on) : [];
  return holder ? actingAs(holder.person, on, holder.kind) : null;
}

/** What an act of the demo answered; a refusal there is a bug of the demo. */
export function sure<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}
