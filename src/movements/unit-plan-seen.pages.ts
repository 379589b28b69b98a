import { refuseEndedPost } from "../org/ended-post.store.ts";
import type { Actor } from "../platform/actor.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { actorOf, type Context, found, idOf, NotFound, readerOf } from "../web/http.ts";
import { type CoverageLine, type ParentChange, parentChanges } from "./coverage.ts";
import {
  mayReceivePlans,
  maySeePlan,
  mayWritePlan,
  parentsReceived,
  type SeenUnitPlan,
  seesDraft,
  writing,
} from "./unit-plan.may.ts";
import { findUnitPlan } from "./unit-plan.store.ts";
import { isBeingDrafted, type PlanContent, type PlanParent } from "./unit-plan.ts";
import { coverageBy } from "./unit-plan-answers.ts";
import { contentOf } from "./unit-plan-content.store.ts";
import { sentContentOf } from "./unit-plan-history.store.ts";
import { type ParentSide, parentSideOf } from "./unit-plan-parent.store.ts";

/** A plan on a page, as one person sees it. */
export interface SeenPlan {
  readonly actor: Actor;
  readonly plan: SeenUnitPlan;
  /** The draft for the unit's own people; for everybody else what was last sent to them. */
  readonly content: PlanContent;
  readonly own: boolean;
  /** The unit may change it now, and this person writes for it. */
  readonly writes: boolean;
  readonly parents: readonly SeenParent[];
}

/** One launch beside the plan. */
export interface SeenParent {
  readonly parent: PlanParent;
  readonly side: ParentSide | null;
  readonly coverage: readonly CoverageLine[];
  /** What the launch says otherwise than when it was answered. */
  readonly changes: readonly ParentChange[];
  /** This person takes plans for the receiver. */
  readonly receives: boolean;
}

/** The plan of the address; what this person may not see is not there. */
export async function seenPlan(c: Context): Promise<SeenPlan> {
  const actor = actorOf(c);
  const plan = found(await findUnitPlan(readerOf(c), idOf(c), actor.day));
  if (isRefusal(maySeePlan(actor, plan))) throw new NotFound();
  const own = seesDraft(actor, plan);
  const received = parentsReceived(actor, plan);
  const shownParents = own ? plan.parents : received.length > 0 ? received : plan.parents.filter(wasSent);
  const first = shownParents[0];
  const content = own
    ? await contentOf(readerOf(c), plan)
    : found(first && (await sentContentOf(readerOf(c), plan.id, first.movement)));
  const parents = await Promise.all(
    shownParents.map((parent) => besideParent(c, plan, parent, { content, own })),
  );
  const writes = own && isBeingDrafted(plan) && !isRefusal(mayWritePlan(actor, plan));
  return { actor, plan, content, own, writes, parents };
}

const wasSent = ({ sentAt }: PlanParent): boolean => sentAt !== null;

async function besideParent(
  c: Context,
  plan: SeenUnitPlan,
  parent: PlanParent,
  { content, own }: { content: PlanContent; own: boolean },
): Promise<SeenParent> {
  const actor = actorOf(c);
  const side = await parentSideOf(readerOf(c), parent.movement, plan.unit, actor.day);
  const answering = own ? content : ((await sentContentOf(readerOf(c), plan.id, parent.movement)) ?? content);
  const asked = side?.asked ?? [];
  const known = answering.answers.filter(({ movement }) => movement === parent.movement);
  const receiving = plan.receiving.find(({ receiver }) => receiver === parent.receiver);
  return {
    parent,
    side,
    coverage: coverageBy(answering, parent.movement, asked),
    changes: parentChanges(
      known.map((answer) => answer.parent),
      asked,
    ),
    receives: receiving !== undefined && !isRefusal(mayReceivePlans(actor, receiving)),
  };
}

/** The plan for those who may write it now. */
export async function planForWriting(c: Context): Promise<SeenPlan> {
  const seen = await seenPlan(c);
  if (isRefusal(mayWritePlan(seen.actor, seen.plan))) throw new NotFound();
  return seen;
}

/**
 * The plan for a change. Somebody whose post at the unit, or at a receiver, has ended since the page was drawn is told
 * so; anybody else who does not see it finds no such page.
 */
export async function seenForChange(c: Context): Promise<SeenPlan | Refusal> {
  const actor = actorOf(c);
  const plan = found(await findUnitPlan(readerOf(c), idOf(c), actor.day));
  if (!isRefusal(maySeePlan(actor, plan))) return seenPlan(c);
  const { person, day } = actor;
  const sent = plan.receiving.filter(({ receiver }) =>
    plan.parents.some((parent) => parent.receiver === receiver && parent.sentAt !== null),
  );
  const units = [...plan.writers, ...sent.flatMap(({ receiver, servedBy }) => [receiver, ...servedBy])];
  const ended = await refuseEndedPost(readerOf(c), { person, units, kinds: writing, day });
  if (!ended) throw new NotFound();
  return ended;
}

/** The same for what only the unit's writers change. */
export async function planForChange(c: Context): Promise<SeenPlan | Refusal> {
  const seen = await seenForChange(c);
  if (isRefusal(seen)) return seen;
  const allowed = mayWritePlan(seen.actor, seen.plan);
  if (!isRefusal(allowed)) return seen;
  const { person, day } = seen.actor;
  const { writers: units } = seen.plan;
  const ended = await refuseEndedPost(readerOf(c), { person, units, kinds: writing, day });
  if (!ended) throw new NotFound();
  return ended;
}

/** The launch of the address among those the plan answers. */
export function parentIn(c: Context, seen: SeenPlan): SeenParent {
  const movement = idOf(c, "movement");
  return found(seen.parents.find(({ parent }) => parent.movement === movement));
}

export const pathOf = (plan: Pick<SeenUnitPlan, "id">): string => `/ke-hoach-don-vi/${plan.id}`;

export const pathWith = (plan: Pick<SeenUnitPlan, "id">, parent: Pick<PlanParent, "movement">): string =>
  `${pathOf(plan)}/phong-trao/${parent.movement}`;
