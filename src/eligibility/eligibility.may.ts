import type { PostKind } from "../org/post.ts";
import { actsWithin, holdsAnywhere } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { any, isRefusal, type Permit, type Refusal } from "../platform/refusal.ts";
import { recordReaders } from "../records/fact.may.ts";

/** Who sets a sweep going: the standing officers within their body, the head and the focal officer of a unit. */
export const sweepers: readonly PostKind[] = ["standing-officer", "unit-head", "unit-officer"];

/** To start a sweep and to stop one; `within` is the unit swept and all above it. */
export const maySweep = (actor: Actor, within: readonly number[]): Permit | Refusal =>
  any(...sweepers.map((kind) => actsWithin(actor, kind, within)));

/** A sweep is read by whoever reads the records it was made from. */
export const maySeeSweep = (actor: Actor, within: readonly number[]): Permit | Refusal =>
  any(...recordReaders.map((kind) => actsWithin(actor, kind, within)));

/** Whether sweeps are any of this person's business at all. */
export const mayLookAtSweeps = (actor: Actor): boolean =>
  !isRefusal(any(...recordReaders.map((kind) => holdsAnywhere(actor, kind))));
