import { type Day, daysBetween } from "./day.ts";
import { type Deadline, lastDayInTime } from "./deadline.ts";

/** When the engine reminds by itself: days before the last day in time, and after it. */
export interface ReminderSteps {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Seven and two days before, one day after; a body may set others. */
export const usualSteps: ReminderSteps = { before: [7, 2], after: [1] };

/** “T-7”, “T-2”, “T+1” when that day is one of the steps; null otherwise, and while nobody can be late. */
export function reminderStep(deadline: Deadline, day: Day, steps: ReminderSteps = usualSteps): string | null {
  const last = lastDayInTime(deadline);
  if (last === null) return null;
  const left = daysBetween(day, last);
  if (left > 0 && steps.before.includes(left)) return `T-${left}`;
  if (left < 0 && steps.after.includes(-left)) return `T+${-left}`;
  return null;
}
