import { act } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { saveNotices } from "../platform/notices.store.ts";
import type { OwedItem } from "../platform/offers.ts";
import { mayNot, type Refusal } from "../platform/refusal.ts";
import { nameOf, saveDueReminders } from "../platform/reminders.store.ts";
import { holdersToRemind } from "./reminder.store.ts";
import { digestSentence, dueOn } from "./reminder.ts";

/**
 * The one engine of reminders: of all that the stages say is owed, reminds of what falls due today.
 * Each person gets one notice and one letter, however many units and deadlines they answer for.
 */
export const remindOwed = act({
  name: "reminder.send-due",
  async run(work, input: { owed: readonly OwedItem[] }): Promise<Refusal | { people: number }> {
    if (!isSystem(work.actor)) return mayNot("system-only", "Việc nhắc hạn hằng ngày do hệ thống tự làm.");
    const due = dueOn(input.owed, work.day);
    const sent = await saveDueReminders(
      work.tx,
      due.map(({ item, step }) => ({ kind: item.kind, subject: item.subject, recipient: item.unit, step })),
      { by: work.actor.name, day: work.day, at: work.at },
    );
    const items = due
      .map(({ item }) => item)
      .filter((item) => sent.has(nameOf({ ...item, recipient: item.unit })));
    const holders = await holdersToRemind(work.tx, [...new Set(items.map((item) => item.unit))], work.day);
    const people = new Map<number, { email: string | null; items: OwedItem[] }>();
    for (const { person, email, unit } of holders) {
      const known = people.get(person) ?? { email, items: [] };
      known.items.push(...items.filter((item) => item.unit === unit));
      people.set(person, known);
    }
    const digests = [...people].map(([person, { email, items: own }]) => ({
      person,
      email,
      kind: "deadline",
      sentence: digestSentence(own),
      href: own.length === 1 ? own[0]!.href : "/",
    }));
    await saveNotices(work.tx, digests, work.at);
    for (const { email, sentence } of digests)
      if (email)
        work.enqueue("letter.send", { to: email, subject: "Nhắc hạn thi đua, khen thưởng", text: sentence });
    if (items.length > 0)
      work.record("reminder.sent", work.day, { reminders: items.length, people: people.size });
    return { people: people.size };
  },
});
