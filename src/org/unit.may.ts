import type { Actor } from "../platform/actor.ts";
import { any, type Permit, type Refusal } from "../platform/refusal.ts";
import { actsWithin, holdsAnywhere } from "./reach.ts";
import type { Unit } from "./unit.ts";

/**
 * Renaming, moving, merging, splitting and ending a unit is the work of the administrator above it. A body
 * outside, which nobody signs in for, is kept by any administrator.
 */
export const mayChangeUnit = (actor: Actor, unit: Unit, within: readonly number[]): Permit | Refusal =>
  unit.hasAccounts ? actsWithin(actor, "administrator", within) : holdsAnywhere(actor, "administrator");

/** A unit that stands under nobody is a body outside, which papers must reach: any administrator adds it. */
export const mayAddUnit = (actor: Actor): Permit | Refusal => holdsAnywhere(actor, "administrator");

/** Founding clusters, drawing their rosters and appointing their heads: the founder's standing body. */
export const mayDrawClusters = (actor: Actor, founderWithin: readonly number[]): Permit | Refusal =>
  any(
    actsWithin(actor, "standing-officer", founderWithin),
    actsWithin(actor, "administrator", founderWithin),
  );
