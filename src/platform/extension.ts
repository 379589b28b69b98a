import { type Day, type Instant, writeDay } from "./day.ts";
import { type Deadline, datedDeadline, lastDayInTime } from "./deadline.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { tidy } from "./vietnamese.ts";

/**
 * An extension (gia hạn): the body that receives puts a deadline off for one unit or, with no unit, for all
 * who owe the same thing. It names the obligation as a reminder does.
 */
export interface Extension {
  readonly kind: string;
  readonly subject: string;
  readonly unit: number | null;
  readonly body: number;
  readonly bodyName: string;
  readonly day: Day;
  readonly reason: string;
  readonly at: Instant;
  readonly actorName: string;
}

type PutOff = Pick<Extension, "unit" | "day">;

/**
 * The deadline that holds for a unit: its own or the latest day to which it was put off for this unit or for
 * all. An extension includes its day.
 */
export function putOff(unit: number, own: Deadline | null, extensions: readonly PutOff[]): Deadline | null {
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

interface Owed {
  readonly kind: string;
  readonly subject: string;
  readonly unit: number;
  readonly deadline: Deadline;
}

/** What is owed with the deadlines that hold after all extensions; the order stays. */
export function afterExtensions<Item extends Owed>(
  items: readonly Item[],
  extensions: readonly Pick<Extension, "kind" | "subject" | "unit" | "day">[],
): Item[] {
  if (extensions.length === 0) return [...items];
  const bySubject = Map.groupBy(extensions, ({ kind, subject }) => `${kind} ${subject}`);
  return items.map((item) => {
    const own = bySubject.get(`${item.kind} ${item.subject}`);
    return own ? { ...item, deadline: putOff(item.unit, item.deadline, own) ?? item.deadline } : item;
  });
}

export interface ExtensionRequest {
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
