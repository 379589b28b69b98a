import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act } from "../platform/act.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { nameOf, saveDueReminders } from "../platform/reminders.store.ts";
import { findMovementFacts } from "./deadline.store.ts";
import { owingOf } from "./overview.store.ts";
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
    const subject = `movement-${movement.id}`;
    const sent = await saveDueReminders(
      work.tx,
      reminding.units.map(({ unit }) => ({
        kind: "registration",
        subject,
        recipient: unit,
        step: "by-hand",
      })),
      { by: work.actor.name, day: work.day, at: work.at },
    );
    const units = reminding.units.filter(({ unit }) =>
      sent.has(nameOf({ kind: "registration", subject, recipient: unit })),
    );
    for (const owing of units)
      work.enqueue("registration.tell-units", {
        movementId: movement.id,
        units: [owing.unit],
        sentence: reminderSentence(movement.name, owing.deadline),
      });
    work.record("registration.reminded", subject, { units: units.map(({ unit }) => unit) });
    return { reminded: units.length, alreadyToday: reminding.alreadyToday.length };
  },
});
