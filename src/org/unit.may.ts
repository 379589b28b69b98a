import type { Actor } from "../platform/actor.ts";
import { any, type Permit, type Refusal } from "../platform/refusal.ts";
import { actsWithin } from "./reach.ts";

/** Adding, renaming, moving, merging, splitting and ending units is the administrator's work. */
export const mayChangeUnits = (actor: Actor, within: readonly number[]): Permit | Refusal =>
  actsWithin(actor, "administrator", within);

/** Founding clusters, drawing their rosters and appointing their heads: the founder's standing body. */
export const mayDrawClusters = (actor: Actor, founderWithin: readonly number[]): Permit | Refusal =>
  any(
    actsWithin(actor, "standing-officer", founderWithin),
    actsWithin(actor, "administrator", founderWithin),
  );
