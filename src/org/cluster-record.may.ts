import type { Actor } from "../platform/actor.ts";
import { any, type Permit, type Refusal } from "../platform/refusal.ts";
import { actsWithin, holdsPost, standsIn } from "./reach.ts";

/** Our unit that takes part in a cluster led outside, with all above it. */
interface TakingPart {
  readonly unit: number;
  readonly within: readonly number[];
}

/** The unit's head and focal officer, and the standing officer above, keep what is exchanged outside. */
export const mayKeepRecords = (actor: Actor, { unit, within }: TakingPart): Permit | Refusal =>
  any(
    holdsPost(actor, "unit-head", unit),
    holdsPost(actor, "unit-officer", unit),
    actsWithin(actor, "standing-officer", within),
  );

/** Besides them the unit's own people and inspectors read it; `cluster-record.store.ts` says the same in SQL. */
export const maySeeRecords = (actor: Actor, taking: TakingPart): Permit | Refusal =>
  any(
    mayKeepRecords(actor, taking),
    actsWithin(actor, "inspector", taking.within),
    standsIn(actor, taking.unit),
  );
