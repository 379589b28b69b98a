import type { Work } from "../platform/act.ts";
import { saveNotices } from "../platform/notices.store.ts";
import type { OwedItem } from "../platform/offers.ts";
import { nameOf, saveDueReminders } from "../platform/reminders.store.ts";
import { holdersToRemind } from "./reminder.store.ts";
import { type DueReminder, digestSentence } from "./reminder.ts";

/** What was sent: to how many people, for which obligations; the rest had been reminded of today already. */
export interface Delivered {
  readonly people: number;
  readonly items: readonly OwedItem[];
}

/**
 * Notes what is reminded and tells it: each person gets one notice and one letter, however many units and
 * deadlines they answer for. What was reminded of today, by the clock or by hand, is left out.
 */
export async function deliverReminders(work: Work, due: readonly DueReminder[]): Promise<Delivered> {
  const sent = await saveDueReminders(
    work.tx,
    due.map(({ item, step }) => ({ kind: item.kind, subject: item.subject, recipient: item.unit, step })),
    { by: work.actor.name, day: work.day, at: work.at },
  );
  const items = due
    .map(({ item }) => item)
    .filter((item) => sent.has(nameOf({ ...item, recipient: item.unit })));
  const holders = await holdersToRemind(work.tx, [...new Set(items.map((item) => item.unit))], work.day);
  const byUnit = Map.groupBy(items, ({ unit }) => unit);
  const people = new Map<number, { email: string | null; items: OwedItem[] }>();
  for (const { person, email, unit } of holders) {
    const known = people.get(person) ?? { email, items: [] };
    known.items.push(...(byUnit.get(unit) ?? []));
    people.set(person, known);
  }
  const digests = [...people].map(([person, { email, items: own }]) => ({
    person,
    email,
    kind: "deadline",
    sentence: digestSentence(own),
    href: own.length === 1 ? own[0]!.href : "/don-doc",
  }));
  await saveNotices(work.tx, digests, work.at);
  for (const { email, sentence } of digests)
    if (email)
      work.enqueue("letter.send", { to: email, subject: "Nhắc hạn thi đua, khen thưởng", text: sentence });
  if (items.length > 0)
    work.record("reminder.sent", work.day, { reminders: items.length, people: people.size });
  return { people: people.size, items };
}
