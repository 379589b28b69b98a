import type { Child } from "hono/jsx";
import type { Instant } from "../../platform/day.ts";
import { InstantText } from "./lines.tsx";

export interface TimelineEntry {
  readonly at: Instant;
  readonly who: string;
  /** Whose right was used, when somebody acted for somebody. */
  readonly onBehalfOf?: string | undefined;
  readonly what: Child;
  readonly why?: Child;
}

/** What happened, newest first as given: who, when, for whom, why. */
export const Timeline = ({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) => (
  <ol class="timeline" aria-label={label}>
    {entries.map((entry) => (
      <li>
        <p>
          <b>{entry.who}</b>
          {entry.onBehalfOf && <span class="soft"> (thay mặt {entry.onBehalfOf})</span>} {entry.what}
        </p>
        {entry.why && <p class="timeline-why">Lý do: {entry.why}</p>}
        <p class="small soft">
          <InstantText at={entry.at} />
        </p>
      </li>
    ))}
  </ol>
);
