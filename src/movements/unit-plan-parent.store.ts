import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import { putOff } from "../platform/extension.ts";
import { extensionsOf, type Obligation } from "../platform/extensions.store.ts";
import type { ParentItem } from "./coverage.ts";
import { asDeadline, deadlineFor } from "./deadlines.ts";
import { findMovement, findScopeUnit } from "./movement.store.ts";
import type { Movement } from "./movement.ts";
import { askedOf } from "./unit-plan-asked.ts";

/** A launch as one unit stands towards it. */
export interface ParentSide {
  readonly movement: Movement;
  /** By when the plan is owed; null when the launch sets no such deadline for the unit. */
  readonly deadline: Deadline | null;
  readonly asked: readonly ParentItem[];
}

/** What names the plan owed to a launch: for reminders and extensions. */
export const planObligation = (movement: number): Obligation => ({
  kind: "unit-plan",
  subject: `movement-${movement}`,
});

/** The launch, what it asks of the unit and by when; null when it does not reach the unit. */
export async function parentSideOf(
  reader: Reader,
  movementId: number,
  unit: number,
  day: Day,
): Promise<ParentSide | null> {
  const bound = await findScopeUnit(reader, movementId, unit);
  if (!bound || bound.audience === "cluster") return null;
  const movement = await findMovement(reader, movementId, day);
  if (!movement) return null;
  const { rows } = await sql<{ above: number }>`
    select distinct above from units_above(array[${unit}]::bigint[], ${day}::date)`.execute(reader);
  const own = deadlineFor(movement.deadlines, "plan", bound);
  const extensions = await extensionsOf(reader, [planObligation(movementId)]);
  return {
    movement,
    deadline: putOff(unit, own && asDeadline(own), extensions),
    asked: askedOf(
      movement,
      bound,
      rows.map(({ above }) => above),
    ),
  };
}
