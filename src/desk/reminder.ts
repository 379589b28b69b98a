import type { Day } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import type { OwedItem } from "../platform/offered.ts";
import { type ReminderSteps, reminderStep } from "../platform/reminder.ts";

/** Something owed whose step of reminding falls on a day. */
export interface DueReminder {
  readonly item: OwedItem;
  readonly step: string;
}

/**
 * What is to be reminded of on that day: by the steps of the body a unit belongs to, else seven and two days
 * before and one day after.
 */
export const dueOn = (
  owed: readonly OwedItem[],
  day: Day,
  steps: ReadonlyMap<number, ReminderSteps> = new Map(),
): DueReminder[] =>
  owed.flatMap((item) => {
    const step = reminderStep(item.deadline, day, steps.get(item.unit));
    return step === null ? [] : [{ item, step }];
  });

/** One sentence a person: a digest, not a flood. */
export function digestSentence(items: readonly OwedItem[]): string {
  const [first] = items;
  if (!first) return "";
  const line = (item: OwedItem) => {
    const until = writeDeadline(item.deadline);
    return item.what.includes(until) ? item.what : `${item.what}: ${until}`;
  };
  return items.length === 1
    ? `Nhắc hạn: ${line(first)}.`
    : `Nhắc ${items.length} hạn: ${items.map(line).join("; ")}.`;
}
