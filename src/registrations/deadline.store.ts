import { asDeadline, deadlineFor as ownDeadline } from "../movements/deadlines.ts";
import { findScopeUnit } from "../movements/movement.store.ts";
import { deadlinesOf } from "../movements/movement-parts.store.ts";
import type { Reader } from "../platform/db.ts";
import type { Deadline } from "../platform/deadline.ts";
import { extensionsOf } from "./extension.store.ts";
import { deadlineFor } from "./extension.ts";

/** What a registration needs to know of its movement. */
export interface MovementFacts {
  readonly id: number;
  readonly name: string;
  readonly year: number;
  readonly launcher: number;
  /** Issued and not closed. */
  readonly open: boolean;
}

export async function findMovementFacts(reader: Reader, id: number): Promise<MovementFacts | null> {
  const row = await reader
    .selectFrom("movement")
    .select(["id", "name", "launcher", "state", "from_year"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const open = row.state === "issued" || row.state === "running";
  return { id: row.id, name: row.name, year: row.from_year, launcher: row.launcher, open };
}

/** What the movement says to one unit that registers in it. */
export interface MovementSide {
  readonly deadline: Deadline | null;
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
  const movement = await findMovementFacts(reader, registration.movement);
  const scope = await findScopeUnit(reader, registration.movement, registration.unit);
  const binding =
    scope && movement?.launcher === registration.receiver
      ? ownDeadline(await deadlinesOf(reader, registration.movement), "registration", scope)
      : null;
  const extensions = await extensionsOf(reader, registration.movement, registration.receiver);
  return {
    deadline: deadlineFor(registration.unit, binding && asDeadline(binding), extensions),
    open: movement?.open ?? false,
  };
}
