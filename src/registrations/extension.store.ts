import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Extension } from "./extension.ts";

/** What a body has put off in a movement, oldest first. */
export async function extensionsOf(reader: Reader, movement: number, body: number): Promise<Extension[]> {
  const rows = await reader
    .selectFrom("registration_extension")
    .select(["unit", "day", "reason", "at", "actor_name"])
    .where("movement", "=", movement)
    .where("body", "=", body)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    unit: row.unit,
    day: row.day as Day,
    reason: row.reason,
    at: row.at,
    actorName: row.actor_name,
  }));
}

export async function saveExtension(
  tx: Tx,
  extension: { movement: number; body: number; unit: number | null; day: Day; reason: string },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("registration_extension")
    .values({
      ...extension,
      at,
      actor_name: actor.name,
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      on_behalf_of: actor.post?.onBehalfOf?.name ?? null,
    })
    .execute();
}
