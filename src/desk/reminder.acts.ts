import { ancestorsOfAll } from "../org/scope.store.ts";
import { act } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { withExtensions } from "../platform/extensions.store.ts";
import type { DueItem, OwedItem } from "../platform/offers.ts";
import { isRefusal, mayNot, type Refusal, refuse } from "../platform/refusal.ts";
import { mayUrge } from "./lateness.may.ts";
import { dueOn } from "./reminder.ts";
import { deliverReminders } from "./reminder-delivery.acts.ts";
import { stepsFor } from "./reminder-steps.store.ts";

/**
 * The one engine of reminders: of all that the stages say is owed, reminds of what falls due today, counted
 * from the deadlines that hold after extensions and by the steps of the body each unit belongs to.
 */
export const remindOwed = act({
  name: "reminder.send-due",
  async run(work, input: { owed: readonly OwedItem[] }): Promise<Refusal | { people: number }> {
    if (!isSystem(work.actor)) return mayNot("system-only", "Việc nhắc hạn hằng ngày do hệ thống tự làm.");
    const owed = await withExtensions(work.tx, input.owed);
    const steps = await stepsFor(work.tx, [...new Set(owed.map(({ unit }) => unit))], work.day);
    const { people } = await deliverReminders(work, dueOn(owed, work.day, steps));
    return { people };
  },
});

export interface RemindedByHand {
  readonly people: number;
  readonly reminded: number;
  readonly alreadyToday: number;
}

/** The standing officer urges what is not done yet (đôn đốc), whichever stage it belongs to; never twice a day. */
export const remindByHand = act({
  name: "reminder.send-by-hand",
  async run(work, input: { dues: readonly DueItem[] }): Promise<Refusal | RemindedByHand> {
    const open = input.dues.filter(({ doneAt }) => doneAt === null);
    const units = [...new Set(open.map(({ unit }) => unit))];
    const above = await ancestorsOfAll(work.tx, units, work.day);
    for (const unit of units) {
      const allowed = mayUrge(work.actor, { id: unit, within: above.get(unit) ?? [] });
      if (isRefusal(allowed)) return allowed;
    }
    if (open.length === 0)
      return refuse("nothing-owed", "Các việc đã chọn đều đã xong; không có ai phải đôn đốc.", {
        kind: "moved-on",
      });
    const due = (await withExtensions(work.tx, open)).map((item) => ({ item, step: "by-hand" }));
    const { people, items } = await deliverReminders(work, due);
    if (items.length === 0)
      return refuse(
        "reminded-today",
        "Các việc này đã được nhắc hôm nay; mỗi ngày chỉ nhắc một lần. Ngày mai có thể đôn đốc tiếp.",
      );
    return { people, reminded: items.length, alreadyToday: open.length - items.length };
  },
});
