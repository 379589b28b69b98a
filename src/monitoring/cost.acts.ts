import { movementReachOf } from "../movements/movement-reach.store.ts";
import { holdsPost } from "../org/reach.ts";
import { findUnit } from "../org/unit.store.ts";
import { act } from "../platform/act.ts";
import type { Actor } from "../platform/actor.ts";
import { any, isRefusal, mayNot, movedOn, type Permit, type Refusal, refuse } from "../platform/refusal.ts";
import { costReachOf, findCost, saveCost, saveVoiding, spendingKinds } from "./cost.store.ts";
import { decideCost, decideVoiding, type NewCost } from "./cost.ts";
import { movementsInReach } from "./movement-choices.store.ts";

const maySpend = (actor: Actor, unit: number): Permit | Refusal =>
  any(
    ...spendingKinds.map((kind) => holdsPost(actor, kind, unit)),
    mayNot("not-of-the-unit", "Chi phí do cán bộ đầu mối, cán bộ tài chính hoặc người đứng đầu đơn vị ghi."),
  );

/** A unit puts down what an activity of a movement cost. */
export const recordCost = act({
  name: "cost.record",
  async run(
    work,
    input: NewCost & { readonly movement: number; readonly unit: number },
  ): Promise<number | Refusal> {
    const unit = await findUnit(work.tx, input.unit, work.day);
    if (!unit) return refuse("no-such-unit", "Không có đơn vị này.", { field: "unit" });
    const allowed = maySpend(work.actor, input.unit);
    if (isRefusal(allowed)) return allowed;
    const movements = await movementsInReach(work.tx, await movementReachOf(work.tx, work.actor));
    if (!movements.some(({ id }) => id === input.movement))
      return refuse("no-such-movement", "Hãy chọn một phong trào trong danh sách.", { field: "movement" });
    const cost = decideCost(input, work.day);
    if (isRefusal(cost)) return cost;
    const id = await saveCost(
      work.tx,
      { ...cost, movement: input.movement, unit: unit.id, unitName: unit.name },
      work.actor,
    );
    work.record("cost.recorded", `cost-${id}`, {
      unit: unit.id,
      movement: input.movement,
      spent: cost.spent,
    });
    return id;
  },
});

/** A wrong entry is voided; it stays visible with the reason. */
export const voidCost = act({
  name: "cost.void",
  async run(work, input: { costId: number; why: string }): Promise<number | Refusal> {
    const cost = await findCost(work.tx, await costReachOf(work.tx, work.actor), input.costId);
    if (!cost) return movedOn("no-such-cost", "Không có khoản chi này.");
    const allowed = maySpend(work.actor, cost.unit);
    if (isRefusal(allowed)) return allowed;
    const voiding = decideVoiding(cost, input.why);
    if (isRefusal(voiding)) return voiding;
    await saveVoiding(work.tx, cost.id, voiding.why, work.actor);
    work.record("cost.voided", `cost-${cost.id}`, {});
    return cost.id;
  },
});
