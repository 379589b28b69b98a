import { actsWithin, holdsPost } from "../org/reach.ts";
import { type Actor, isSystem } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";

type Right = Permit | Refusal;

/** A share with what rights on it are decided by. */
export interface SeenShare {
  readonly unit: number;
  /** The unit and all above it, those that followed an ended one among them. */
  readonly above: readonly number[];
  /** The unit's clusters of the target's year. */
  readonly clusters: readonly number[];
  /** Units that enter for it: itself, and, once it has ended, those that followed. */
  readonly enteredBy: readonly number[];
  readonly owner: number;
  /** Units whose standing officers act for the owner. */
  readonly ownerServedBy: readonly number[];
}

const oneOf = (units: readonly number[], ask: (unit: number) => Right): Right =>
  any(
    ...units.map(ask),
    mayNot("lacks-post", "Việc này dành cho người đứng đầu, đầu mối thi đua của đơn vị."),
  );

const asSystem = (actor: Actor): Right => (isSystem(actor) ? permit("system") : mayNot("lacks-post", ""));

/** Those who lead a unit or do its emulation work read all below it. */
export const overseeing = [
  "unit-head",
  "unit-deputy",
  "unit-officer",
  "standing-officer",
  "inspector",
] as const;

/** What one may not see is not there: the same reach in SQL is `target-reach.store.ts`. */
export const maySeeShare = (actor: Actor, share: SeenShare): Right =>
  any(
    asSystem(actor),
    ...overseeing.map((kind) => actsWithin(actor, kind, share.above)),
    oneOf(share.ownerServedBy, (body) => holdsPost(actor, "standing-officer", body)),
    holdsPost(actor, "member", share.unit),
    oneOf(share.clusters, (cluster) =>
      any(holdsPost(actor, "cluster-head", cluster), holdsPost(actor, "cluster-deputy", cluster)),
    ),
  );

const writesFor = (actor: Actor, unit: number): Right =>
  any(holdsPost(actor, "unit-head", unit), holdsPost(actor, "unit-officer", unit));

/** A unit's own head and officer enter what it reached; for the whole, the standing officers of its owner. */
export const mayEnter = (actor: Actor, share: SeenShare): Right =>
  any(
    asSystem(actor),
    share.unit === share.owner
      ? oneOf(share.ownerServedBy, (body) => holdsPost(actor, "standing-officer", body))
      : mayNot("lacks-post", ""),
    oneOf(share.enteredBy, (unit) => writesFor(actor, unit)),
  );

/** Who has a share divides it on. */
export const mayDivide = (actor: Actor, share: SeenShare): Right => mayEnter(actor, share);

/** A body's standing officer sets its targets; any unit may set targets of its own. */
export const maySet = (
  actor: Actor,
  { owner, ownerServedBy }: Pick<SeenShare, "owner" | "ownerServedBy">,
): Right =>
  any(
    asSystem(actor),
    writesFor(actor, owner),
    oneOf(ownerServedBy, (body) => holdsPost(actor, "standing-officer", body)),
  );
