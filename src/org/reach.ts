import { type Actor, isSystem, type Post } from "../platform/actor.ts";
import { covers } from "../platform/day.ts";
import { mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import { type PostKind, postKindNames } from "./post.ts";

/**
 * How far a person's posts reach. Posts held in one's own right always count; a delegated one counts
 * only while it is the post acted in, so that nobody uses another's power without saying so.
 * `reach.store.ts` says the same in SQL, and a property test holds the two together.
 */
export const countingPosts = (actor: Actor): readonly Post[] =>
  actor.posts.filter(
    (post) => covers(post.validity, actor.day) && (post.delegation === null || post.id === actor.post?.id),
  );

const postsOf = (actor: Actor, kind: PostKind): readonly Post[] =>
  countingPosts(actor).filter((post) => post.kind === kind);

/** The person holds that post in that very unit. */
export const holdsPost = (actor: Actor, kind: PostKind, unit: number): Permit | Refusal => {
  const held = postsOf(actor, kind).find((post) => post.unit === unit);
  return held ? permit(`${held.title}, ${held.unitName}`) : lacksPost(kind);
};

/**
 * The person holds that post in the unit or in a body above it. `within` is the unit and all above it
 * (`ancestorsOf`), as the thing acted on carries it.
 */
export const actsWithin = (actor: Actor, kind: PostKind, within: readonly number[]): Permit | Refusal => {
  const held = postsOf(actor, kind).find((post) => within.includes(post.unit));
  return held ? permit(`${held.title}, ${held.unitName}`) : lacksPost(kind);
};

/** The person stands in that body: some post of theirs is in it or in a unit below it. */
export const standsIn = (actor: Actor, body: number): Permit | Refusal => {
  const held = countingPosts(actor).find((post) => post.within.includes(body));
  return held
    ? permit(`${held.title}, ${held.unitName}`)
    : mayNot("not-of-this-body", "Bạn không thuộc cơ quan, đơn vị này.");
};

/** The person holds some post of that kind, wherever. */
export const holdsAnywhere = (actor: Actor, kind: PostKind): Permit | Refusal => {
  const held = postsOf(actor, kind)[0];
  return held ? permit(`${held.title}, ${held.unitName}`) : lacksPost(kind);
};

/** What only the person themselves may do (a secret ballot above all): never in a delegated post. */
export const actsInPerson = (actor: Actor): Permit | Refusal =>
  actor.person !== null && (actor.post === null || actor.post.delegation === null)
    ? permit("in person")
    : mayNot("not-in-person", "Việc này phải tự mình làm, không làm thay, làm theo ủy quyền được.");

/** A step that cannot be taken back asks for proof of the person anew, not older than the session allows. */
export const hasProved = (actor: Actor): Permit | Refusal =>
  isSystem(actor) || (actor.provedUntil !== null && actor.provedUntil > actor.at)
    ? permit("proved anew")
    : mayNot("not-proved", "Bước này cần xác thực lại người thực hiện.");

/** The person is the one concerned. */
export const isSelf = (actor: Actor, person: number): Permit | Refusal =>
  actor.person === person
    ? permit("oneself")
    : mayNot("not-oneself", "Chỉ chính người đó mới làm được việc này.");

const lacksPost = (kind: PostKind): Refusal =>
  mayNot("lacks-post", `Việc này dành cho: ${postKindNames[kind]} của đơn vị liên quan.`);
