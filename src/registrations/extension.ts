import { type Day, type Instant, writeDay } from "../platform/day.ts";
import { type Deadline, datedDeadline, lastDayInTime } from "../platform/deadline.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/** An extension (gia hạn): the standing body puts the deadline off for one unit or, with no unit, for all. */
export interface Extension {
  readonly unit: number | null;
  readonly day: Day;
  readonly reason: string;
  readonly at: Instant;
  readonly actorName: string;
}

/**
 * The deadline that holds for a unit: the movement's own or the latest day to which it was put off for this
 * unit or for all. An extension includes its day.
 */
export function deadlineFor(
  unit: number,
  own: Deadline | null,
  extensions: readonly Pick<Extension, "unit" | "day">[],
): Deadline | null {
  const days = extensions
    .filter((extension) => extension.unit === null || extension.unit === unit)
    .map((extension) => extension.day)
    .sort();
  const latest = days.at(-1);
  if (latest === undefined) return own;
  const last = own && lastDayInTime(own);
  if (last && last >= latest) return own;
  return datedDeadline(`gia hạn đến ngày ${writeDay(latest)}`, latest, true);
}

interface ExtensionRequest {
  readonly unit: number | null;
  readonly day: Day;
  readonly reason: string;
}

/** A deadline is put off to a later day that has not passed, with a reason; it is never brought forward. */
export function decideExtension(
  request: ExtensionRequest,
  current: Deadline | null,
  today: Day,
): ExtensionRequest | Refusal {
  const reason = tidy(request.reason);
  if (!reason) return refuse("no-reason", "Hãy ghi lý do gia hạn.", { field: "reason" });
  if (request.day < today)
    return refuse("extension-in-the-past", `Ngày ${writeDay(request.day)} đã qua; hãy chọn ngày khác.`, {
      field: "day",
    });
  const last = current && lastDayInTime(current);
  if (last && request.day <= last)
    return refuse(
      "extension-not-later",
      `Hạn đang áp dụng đến hết ngày ${writeDay(last)}; ngày gia hạn phải sau ngày đó.`,
      { field: "day" },
    );
  return { ...request, reason };
}
