import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Extension } from "./extension.ts";

/** What a body has put off in a movement, here or on the page of who is late; oldest first. */
export async function extensionsOf(reader: Reader, movement: number, body: number): Promise<Extension[]> {
  const { rows } = await sql<Extension>`
    select unit, day, reason, at, actor_name as "actorName" from registration_extension
     where movement = ${movement} and body = ${body}
     union all
    select unit, day, reason, at, actor_name from deadline_extension
     where kind = 'registration' and subject = ${`movement-${movement}`} and body = ${body}
     order by at`.execute(reader);
  return rows;
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
