import { asDeadline, deadlineFor as ownDeadline } from "../movements/deadlines.ts";
import type { MovementState } from "../movements/life.ts";
import { findScopeUnit } from "../movements/movement.store.ts";
import { deadlinesOf } from "../movements/movement-parts.store.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import { extensionsOf } from "./extension.store.ts";
import { deadlineFor } from "./extension.ts";

/** What the movement says to one unit that registers in it. */
export interface MovementSide {
  readonly deadline: Deadline | null;
  readonly launcher: number;
  readonly state: MovementState;
  /** Issued and not closed. */
  readonly open: boolean;
}

/**
 * The deadline that binds a unit towards its receiver: the movement's own when the launcher receives, with
 * what the receiver has put off. A department's office that gathers from its rooms sets its own day so.
 */
export async function movementSideOf(
  reader: Reader,
  registration: { movement: number; unit: number; receiver: number },
): Promise<MovementSide> {
  const movement = await reader
    .selectFrom("movement")
    .select(["launcher", "state"])
    .where("id", "=", registration.movement)
    .executeTakeFirstOrThrow();
  const scope = await findScopeUnit(reader, registration.movement, registration.unit);
  const binding =
    scope && movement.launcher === registration.receiver
      ? ownDeadline(await deadlinesOf(reader, registration.movement), "registration", scope)
      : null;
  const extensions = await extensionsOf(reader, registration.movement, registration.receiver);
  return {
    deadline: deadlineFor(registration.unit, binding && asDeadline(binding), extensions),
    launcher: movement.launcher,
    state: movement.state as MovementState,
    open: movement.state === "issued" || movement.state === "running",
  };
}
