import type { PostKind } from "../org/post.ts";
import { actsWithin, holdsPost, standsIn } from "../org/reach.ts";
import { type Actor, isSystem } from "../platform/actor.ts";
import { any, mayNot, type Permit, permit, type Refusal } from "../platform/refusal.ts";
import type { PlanParent, UnitPlan } from "./unit-plan.ts";

/** Who may do what with a unit's plan. A plan of a unit that has ended is its successors'. */
type Right = Permit | Refusal;

/** Whose a plan is today: the unit, or those that follow it once it has ended. */
interface Owned {
  readonly writers: readonly number[];
}

/** A plan with what rights on it are decided by. */
export interface SeenUnitPlan extends UnitPlan, Owned {
  /** The writers and all above them. */
  readonly above: readonly number[];
  /** The writers' clusters of the year. */
  readonly clusters: readonly number[];
  /** For each launch its receiver and the units whose standing officers act for it. */
  readonly receiving: readonly Receiving[];
}

export interface Receiving {
  readonly receiver: number;
  readonly servedBy: readonly number[];
}

const inOneOf = (units: readonly number[], ask: (unit: number) => Right, otherwise: Refusal): Right =>
  any(...units.map(ask), otherwise);

const bySystem = (actor: Actor): Right =>
  isSystem(actor) ? permit("system") : mayNot("lacks-post", "Việc này không dành cho Ông/Bà.");

const notTheirs = mayNot("not-the-units", "Việc này dành cho lãnh đạo và cán bộ đầu mối của đơn vị.");

/** The posts that write for a unit. */
export const writing: readonly PostKind[] = ["unit-head", "unit-officer", "standing-officer"];

/** The unit's head, its officer for emulation work and its standing officer write and send its plan. */
export const mayWritePlan = (actor: Actor, { writers }: Owned): Right =>
  inOneOf(writers, (unit) => any(...writing.map((kind) => holdsPost(actor, kind, unit))), notTheirs);

/** Issuing notes a signature given on paper; launching downward sends it to the sub-units. */
export const mayIssuePlan = (actor: Actor, plan: Owned): Permit | Refusal => mayWritePlan(actor, plan);

/** Those who take plans for a body: its standing officers, its head, its officer for emulation work. */
export const mayReceivePlans = (actor: Actor, { receiver, servedBy }: Receiving): Right =>
  any(
    bySystem(actor),
    holdsPost(actor, "unit-head", receiver),
    holdsPost(actor, "unit-officer", receiver),
    inOneOf(
      servedBy,
      (body) => holdsPost(actor, "standing-officer", body),
      mayNot("not-standing", "Việc này dành cho Thường trực của nơi nhận kế hoạch."),
    ),
  );

/** What came on paper is entered where it was received, also by the standing officer of a body above the unit. */
export const mayEnterPaperPlan = (actor: Actor, receiving: Receiving, above: readonly number[]): Right =>
  any(mayReceivePlans(actor, receiving), actsWithin(actor, "standing-officer", above));

/** Those who see what comes to a body. */
export const mayOverseePlans = (actor: Actor, receiving: Receiving): Right =>
  any(mayReceivePlans(actor, receiving), holdsPost(actor, "unit-deputy", receiving.receiver));

/** The launches under which somebody sees a sent plan as its receiver. */
export const parentsReceived = (actor: Actor, plan: SeenUnitPlan): PlanParent[] =>
  plan.parents.filter((parent) => {
    const receiving = plan.receiving.find(({ receiver }) => receiver === parent.receiver);
    return parent.sentAt !== null && receiving && "permit" in mayOverseePlans(actor, receiving);
  });

const wasSent = (plan: UnitPlan): boolean => plan.parents.some(({ sentAt }) => sentAt !== null);

/** What one may not see is not there; `unit-plan-reach.store.ts` says the same in SQL. */
export const maySeePlan = (actor: Actor, plan: SeenUnitPlan): Right => {
  const own = any(
    bySystem(actor),
    inOneOf(plan.writers, (unit) => standsIn(actor, unit), notTheirs),
  );
  if ("permit" in own || !wasSent(plan)) return own;
  if (parentsReceived(actor, plan).length > 0) return permit("received");
  return any(
    actsWithin(actor, "inspector", plan.above),
    actsWithin(actor, "standing-officer", plan.above),
    ...plan.clusters.flatMap((cluster) => [
      holdsPost(actor, "cluster-head", cluster),
      holdsPost(actor, "cluster-deputy", cluster),
    ]),
    notTheirs,
  );
};

/** The unit's own people see the draft; everybody else what was sent. */
export const seesDraft = (actor: Actor, plan: SeenUnitPlan): boolean =>
  "permit" in
  any(
    bySystem(actor),
    inOneOf(plan.writers, (unit) => standsIn(actor, unit), notTheirs),
  );
