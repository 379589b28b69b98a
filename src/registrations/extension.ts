import type { Day, Instant } from "../platform/day.ts";

export { decideExtension, putOff as deadlineFor } from "../platform/extension.ts";

/** An extension (gia hạn): the standing body puts the deadline off for one unit or, with no unit, for all. */
export interface Extension {
  readonly unit: number | null;
  readonly day: Day;
  readonly reason: string;
  readonly at: Instant;
  readonly actorName: string;
}
