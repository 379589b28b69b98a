import type { Actor } from "../platform/actor.ts";
import { any, type Permit, type Refusal } from "../platform/refusal.ts";
import type { PostKind } from "./post.ts";
import { actsWithin, isSelf } from "./reach.ts";

/** Lists of people are kept by the administrator, the standing body and the unit's focal officer. */
export const mayKeepPeople = (actor: Actor, within: readonly number[]): Permit | Refusal =>
  any(
    actsWithin(actor, "unit-officer", within),
    actsWithin(actor, "standing-officer", within),
    actsWithin(actor, "administrator", within),
  );

/**
 * A post is a grant, so it is given by the administrator. The head of a unit names its focal officer, and
 * whoever keeps the list of people writes down where somebody works.
 */
export const mayGivePost = (actor: Actor, kind: PostKind, within: readonly number[]): Permit | Refusal => {
  if (kind === "member") return mayKeepPeople(actor, within);
  const administrator = actsWithin(actor, "administrator", within);
  if (kind !== "unit-officer") return administrator;
  return any(
    actsWithin(actor, "unit-head", within),
    actsWithin(actor, "standing-officer", within),
    administrator,
  );
};

/** Power is passed on by who holds it, by the head of the body, or written down by the administrator. */
export const mayDelegate = (
  actor: Actor,
  principal: number | null,
  within: readonly number[],
): Permit | Refusal =>
  any(
    ...(principal === null ? [] : [isSelf(actor, principal)]),
    actsWithin(actor, "unit-head", within),
    actsWithin(actor, "administrator", within),
  );

/** Birth year, gender, category and address of a person are for themselves and those who answer for the unit. */
export const maySeeDetails = (actor: Actor, person: number, within: readonly number[]): Permit | Refusal =>
  any(
    isSelf(actor, person),
    actsWithin(actor, "unit-head", within),
    actsWithin(actor, "unit-deputy", within),
    actsWithin(actor, "inspector", within),
    mayKeepPeople(actor, within),
  );

/** Accounts are opened and closed by the administrator. */
export const mayKeepAccounts = (actor: Actor, within: readonly number[]): Permit | Refusal =>
  actsWithin(actor, "administrator", within);
