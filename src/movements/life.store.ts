import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { MovementEvent, MovementEventKind, MovementState, NewMovementEvent } from "./life.ts";
import { stateAfter } from "./life.ts";

/** Writes one step with who and when, and keeps the state column equal to the fold. */
export async function saveStep(
  tx: Tx,
  movement: { id: number; state: MovementState },
  event: NewMovementEvent,
  actor: Actor,
  at: Instant,
): Promise<MovementState> {
  await tx
    .insertInto("movement_event")
    .values({
      movement: movement.id,
      kind: event.kind,
      at,
      on_day: event.onDay,
      person: actor.person,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
      remarks: event.remarks,
      data: JSON.stringify(event.data ?? {}),
    })
    .execute();
  const state = stateAfter(movement.state, event.kind);
  const issuing = event.kind === "issued" || event.kind === "issued-elsewhere";
  await tx
    .updateTable("movement")
    .set({ state, ...(issuing ? { issued_at: at } : {}) })
    .where("id", "=", movement.id)
    .execute();
  return state;
}

/** The life of a movement, oldest first. */
export async function eventsOf(reader: Reader, movement: number): Promise<MovementEvent[]> {
  const rows = await reader
    .selectFrom("movement_event")
    .selectAll()
    .where("movement", "=", movement)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    kind: row.kind as MovementEventKind,
    at: row.at,
    onDay: row.on_day as Day,
    actorName: row.actor_name,
    postTitle: row.post_title,
    onBehalfOf: row.on_behalf_of,
    remarks: row.remarks,
    data: row.data as Record<string, unknown>,
  }));
}

/** Issued launches whose time has come. */
export async function movementsToStart(reader: Reader, year: number): Promise<number[]> {
  const rows = await reader
    .selectFrom("movement")
    .select("id")
    .where("state", "=", "issued")
    .where("from_year", "<=", year)
    .execute();
  return rows.map((row) => row.id);
}
