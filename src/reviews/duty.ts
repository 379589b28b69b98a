import type { BoundUnit } from "../movements/audience.ts";
import { asDeadline, deadlineFor, type MovementDeadline } from "../movements/deadlines.ts";
import type { Instant } from "../platform/day.ts";
import type { Deadline } from "../platform/deadline.ts";
import type { Reporter } from "./gather.ts";
import {
  deadlinesOfPeriod,
  type Period,
  periodsOf,
  purposeOf,
  type ReviewKind,
  type Span,
} from "./period.ts";
import type { ReviewLevel, ReviewState } from "./review.ts";

/** A movement whose periods are reviewed. */
export interface ReviewedMovement extends Span {
  readonly id: number;
  readonly name: string;
  readonly launcher: number;
  readonly launcherName: string;
  readonly deadlines: readonly MovementDeadline[];
}

/** Somebody a movement reaches: a unit in scope, or a cluster of such units. */
export interface ReachedUnit extends BoundUnit {
  readonly movement: number;
  readonly name: string;
  readonly ended: Reporter["ended"];
}

/** A report that stands in a movement. */
export interface StandingReview {
  readonly id: number;
  readonly movement: number;
  readonly level: ReviewLevel;
  readonly unit: number;
  readonly unitName: string;
  readonly kind: ReviewKind;
  readonly year: number;
  readonly state: ReviewState;
  readonly arrivedAt: Instant | null;
  readonly late: boolean | null;
}

/** What somebody has to report in a movement for one period, with how far it is. */
export interface Duty extends Reporter {
  /** Null for a report on the year, which a body's template asks for. */
  readonly movement: number | null;
  readonly movementName: string;
  readonly receiver: number;
  readonly receiverName: string;
  readonly period: Period;
  /** Which deadline of the movement, or which template, asks for it; null for what was sent unasked. */
  readonly boundBy: number | null;
}

/**
 * Everything owed in these movements for the periods of one year, or of all years: whoever a deadline of the
 * purpose binds, and whoever has begun a report without being asked.
 */
export function dutiesIn(
  movements: readonly ReviewedMovement[],
  reached: readonly ReachedUnit[],
  reviews: readonly StandingReview[],
  year: number | null,
): Duty[] {
  const byPlace = new Map(reviews.map((review) => [placeOf(review.movement, review.unit, review), review]));
  const byMovement = Map.groupBy(reached, ({ movement }) => movement);
  return movements.flatMap((movement) =>
    periodsOf(movement)
      .filter((period) => year === null || period.year === year)
      .flatMap((period) => {
        const asking = deadlinesOfPeriod(movement.deadlines, movement, period);
        return (byMovement.get(movement.id) ?? []).flatMap((unit) => {
          const deadline = deadlineFor(asking, purposeOf(period.kind), unit);
          const review = byPlace.get(placeOf(movement.id, unit.id, period)) ?? null;
          return deadline || review ? [dutyOf(movement, period, unit, deadline, review)] : [];
        });
      }),
  );
}

const placeOf = (movement: number, unit: number, { kind, year }: Pick<Period, "kind" | "year">): string =>
  `${movement} ${unit} ${kind} ${year}`;

const dutyOf = (
  movement: ReviewedMovement,
  period: Period,
  unit: ReachedUnit,
  deadline: MovementDeadline | null,
  review: StandingReview | null,
): Duty => ({
  movement: movement.id,
  movementName: movement.name,
  receiver: movement.launcher,
  receiverName: movement.launcherName,
  period,
  unit: unit.id,
  unitName: review?.unitName ?? unit.name,
  level: unit.audience === "cluster" ? "cluster" : "unit",
  deadline: deadline && asDeadline(deadline),
  boundBy: deadline?.id ?? null,
  review: review?.id ?? null,
  state: review?.state ?? null,
  arrivedAt: review?.arrivedAt ?? null,
  late: review?.late ?? null,
  ended: unit.ended,
});

/** What names a report that is owed: for reminders and extensions. */
export const reviewObligation = ({
  movement,
  receiver,
  period,
}: Pick<Duty, "movement" | "receiver" | "period">) => ({
  kind: "review",
  subject: `${movement === null ? `year-${receiver}` : `movement-${movement}`}-${period.kind}-${period.year}`,
});

/** The duty still waits for its writers: not begun, a draft, or sent back. */
export const isOwed = ({ state, ended, boundBy }: Duty): boolean =>
  boundBy !== null && ended === null && (state === null || state === "draft" || state === "returned");

/** The deadline of one place, when somebody is asked for it. */
export const deadlineAt = (duties: readonly Duty[], unit: number, kind: ReviewKind): Deadline | null =>
  duties.find((duty) => duty.unit === unit && duty.period.kind === kind)?.deadline ?? null;
