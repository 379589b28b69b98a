import type { Reader } from "../platform/db.ts";
import type { PlanContent, UnitPlan } from "./unit-plan.ts";
import { answersOf, itemsOf } from "./unit-plan-items.store.ts";

/** The whole plan as it stands now. */
export async function contentOf(reader: Reader, plan: UnitPlan): Promise<PlanContent> {
  const { name, goal, requirements, arrangements } = plan;
  return {
    name,
    goal,
    requirements,
    arrangements,
    items: await itemsOf(reader, plan.id),
    answers: await answersOf(reader, plan.id),
  };
}
