import type { Day, Instant } from "../platform/day.ts";
import type { SheetState } from "./sheet.ts";

/** A member unit of the year with where its sheet stands; never a score. */
export interface YearMember {
  readonly unit: number;
  readonly name: string;
  readonly code: string;
  readonly sheet: number | null;
  readonly state: SheetState | null;
  readonly submittedAt: Instant | null;
  readonly late: boolean | null;
  readonly dueOn: Day | null;
  /** On the roster of the year still; a sheet of a unit taken off the roster is kept but not ranked. */
  readonly listed: boolean;
  /** The day on which the unit ended, when it has, with who follows it. */
  readonly endedOn: Day | null;
  readonly successors: readonly string[];
  readonly followedBy: readonly number[];
}
