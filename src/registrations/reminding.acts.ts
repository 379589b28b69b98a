import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act } from "../platform/act.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { findMovementFacts } from "./deadline.store.ts";
import { owingOf, saveReminders } from "./overview.store.ts";
import { mayManage } from "./registration.may.ts";
import { decideReminding, reminderSentence } from "./reminding.ts";

export interface Reminded {
  readonly reminded: number;
  readonly alreadyToday: number;
}

/** Reminds with one action everybody who still owes; never twice on one day. */
export const remindDebtors = act({
  name: "registration.remind",
  async run(work, input: { movementId: number; bodyId: number }): Promise<Reminded | Refusal> {
    const allowed = mayManage(work.actor, {
      receiver: input.bodyId,
      servedBy: await bodiesServing(work.tx, input.bodyId, work.day),
    });
    if (isRefusal(allowed)) return allowed;
    const movement = await findMovementFacts(work.tx, input.movementId);
    if (!movement?.open)
      return refuse("movement-closed", "Phong trào đã kết thúc nên không đôn đốc đăng ký.", {
        kind: "moved-on",
      });
    const reminding = decideReminding(
      await owingOf(work.tx, input.movementId, input.bodyId, work.day),
      work.day,
    );
    if (isRefusal(reminding)) return reminding;
    const units = await saveReminders(work.tx, {
      movement: movement.id,
      units: reminding.units.map(({ unit }) => unit),
      by: work.actor.name,
      day: work.day,
      at: work.at,
    });
    for (const owing of reminding.units)
      if (units.includes(owing.unit))
        work.enqueue("registration.tell-units", {
          movementId: movement.id,
          units: [owing.unit],
          sentence: reminderSentence(movement.name, owing.deadline),
        });
    work.record("registration.reminded", `movement-${movement.id}`, { units });
    return { reminded: units.length, alreadyToday: reminding.alreadyToday.length };
  },
});
