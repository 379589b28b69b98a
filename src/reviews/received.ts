import type { Instant } from "../platform/day.ts";
import type { Duty } from "./duty.ts";
import { type GatherTally, standingOf, tallyOf } from "./gather.ts";
import type { Period } from "./period.ts";

/** One period of one movement as a body receives it. */
export interface ReceivedPeriod {
  /** Null for reports on the year. */
  readonly movement: number | null;
  readonly movementName: string;
  readonly body: number;
  readonly period: Period;
  readonly tally: GatherTally;
  /** Sent and not yet accepted. */
  readonly toAccept: number;
}

/** What comes to these bodies, period by period, in the order in which the duties stand. */
export function receivedPeriods(
  duties: readonly Duty[],
  bodies: readonly number[],
  at: Instant,
): ReceivedPeriod[] {
  const coming = duties.filter(({ receiver }) => bodies.includes(receiver));
  const places = Map.groupBy(
    coming,
    ({ movement, receiver, period }) => `${movement} ${receiver} ${period.kind} ${period.year}`,
  );
  return [...places.values()].flatMap((owing) => {
    const [first] = owing;
    if (!first) return [];
    return [
      {
        movement: first.movement,
        movementName: first.movementName,
        body: first.receiver,
        period: first.period,
        tally: tallyOf(owing, at),
        toAccept: owing.filter((duty) => standingOf(duty, at) === "sent").length,
      },
    ];
  });
}
