import type { Instant } from "../platform/day.ts";
import { daysLeft } from "../platform/deadline.ts";
import type { AwaitedItem, ChangeItem, WaitingItem, YearMarks } from "../platform/offered.ts";

/** What “Việc của tôi” shows, put in order. */
export interface DeskFacts {
  readonly waiting: readonly WaitingItem[];
  readonly awaited: readonly AwaitedItem[];
  readonly changes: readonly ChangeItem[];
  readonly year: YearMarks;
}

interface Offered extends Omit<DeskFacts, "year"> {
  readonly marks: readonly YearMarks[];
  readonly at: Instant;
}

const CHANGES_SHOWN = 8;
const MARKS_SHOWN = 12;

/** The most urgent first: what is late, then what is due soonest, then what has no day. */
export function gatherDesk({ waiting, awaited, changes, marks, at }: Offered): DeskFacts {
  const urgency = (item: WaitingItem): number =>
    (item.deadline ? daysLeft(item.deadline, at) : null) ?? Number.POSITIVE_INFINITY;
  const byUrgency = [...waiting].sort((left, right) =>
    urgency(left) === urgency(right) ? 0 : urgency(left) < urgency(right) ? -1 : 1,
  );
  const newest = [...changes].sort((left, right) => right.at.getTime() - left.at.getTime());
  return {
    waiting: byUrgency,
    awaited,
    changes: newest.slice(0, CHANGES_SHOWN),
    year: {
      phases: marks.flatMap((one) => one.phases),
      marks: marks.flatMap((one) => one.marks).slice(0, MARKS_SHOWN),
    },
  };
}
