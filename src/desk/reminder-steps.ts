import type { Instant } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import type { ReminderSteps } from "../platform/reminder.ts";

/** What a body has set of when it reminds (lịch nhắc hạn). */
export interface StepsOf {
  readonly body: number;
  readonly steps: ReminderSteps;
}

/** One setting in the history of a body. */
export interface BodySteps {
  readonly steps: ReminderSteps;
  readonly at: Instant;
  readonly actorName: string;
}

const MOST = 6;
const LONGEST = 90;

/** Reads “7, 2”: whole days, each once, in the order of the calendar; null when something else stands there. */
export function readDays(text: string): number[] | null {
  const parts = text.split(/[\s,;.]+/).filter(Boolean);
  if (!parts.every((part) => /^\d{1,3}$/.test(part))) return null;
  return [...new Set(parts.map(Number))].sort((left, right) => right - left);
}

/** A body reminds at least once, on few days, none further than ninety days from the deadline. */
export function decideSteps(typed: { before: string; after: string }): ReminderSteps | Refusal {
  const [before, after] = [readDays(typed.before), readDays(typed.after)];
  for (const [field, days] of [
    ["before", before],
    ["after", after],
  ] as const) {
    if (days === null)
      return refuse("days-unreadable", "Hãy ghi số ngày, cách nhau bằng dấu phẩy, ví dụ 7, 2.", { field });
    if (days.length > MOST || days.some((days) => days < 1 || days > LONGEST))
      return refuse(
        "steps-out-of-range",
        `Đặt nhiều nhất ${MOST} mốc, mỗi mốc từ 1 đến ${LONGEST} ngày; lịch đang dùng được giữ nguyên.`,
        { field },
      );
  }
  if (before!.length + after!.length === 0)
    return refuse("no-steps", "Hãy đặt ít nhất một mốc nhắc; lịch đang dùng được giữ nguyên.", {
      field: "before",
    });
  return { before: before!, after: [...after!].reverse() };
}

/** “trước hạn 7, 2 ngày; sau hạn 1 ngày”. */
export const writeSteps = ({ before, after }: ReminderSteps): string =>
  [
    before.length > 0 ? `trước hạn ${before.join(", ")} ngày` : null,
    after.length > 0 ? `sau hạn ${after.join(", ")} ngày` : null,
  ]
    .filter(Boolean)
    .join("; ");

/**
 * The steps of the nearest body that has set them, for each unit that has one: among those above the unit,
 * the one that itself stands lowest. Of two bodies equally near (province and ministry) the one with the
 * smaller id, so that the answer never wavers.
 */
export function stepsByUnit(
  units: readonly number[],
  set: readonly StepsOf[],
  above: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, ReminderSteps> {
  const steps = new Map(set.map((one) => [one.body, one.steps]));
  const depth = (body: number): number => above.get(body)?.length ?? 0;
  const nearest = new Map<number, ReminderSteps>();
  for (const unit of units) {
    const [first] = (above.get(unit) ?? [])
      .filter((body) => steps.has(body))
      .sort((left, right) => depth(right) - depth(left) || left - right);
    if (first !== undefined) nearest.set(unit, steps.get(first)!);
  }
  return nearest;
}
