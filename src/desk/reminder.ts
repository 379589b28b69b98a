import type { Day } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import type { OwedItem } from "../platform/offered.ts";
import { reminderStep } from "../platform/reminder.ts";

/** Something owed whose step of reminding falls on a day. */
export interface DueReminder {
  readonly item: OwedItem;
  readonly step: string;
}

/** What is to be reminded of on that day: seven and two days before, one day after. */
export const dueOn = (owed: readonly OwedItem[], day: Day): DueReminder[] =>
  owed.flatMap((item) => {
    const step = reminderStep(item.deadline, day);
    return step === null ? [] : [{ item, step }];
  });

/** One sentence a person: a digest, not a flood. */
export function digestSentence(items: readonly OwedItem[]): string {
  const [first] = items;
  if (!first) return "";
  const line = (item: OwedItem) => `${item.what}: ${writeDeadline(item.deadline)}`;
  return items.length === 1
    ? `Nhắc hạn: ${line(first)}.`
    : `Nhắc ${items.length} hạn: ${items.map(line).join("; ")}.`;
}
