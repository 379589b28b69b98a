import { sql } from "kysely";
import type { Actor } from "../platform/actor.ts";
import type { Instant } from "../platform/day.ts";
import type { Tx } from "../platform/db.ts";

/** Writes that a sheet is another unit's from now on; its state stays. */
export async function saveTakeover(
  tx: Tx,
  taken: { readonly sheet: number; readonly unit: number; readonly name: string; readonly remarks: string },
  actor: Actor,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("score_event")
    .values({
      ...{ sheet: taken.sheet, kind: "taken-over", at, person: actor.person, actor_name: actor.name },
      post_title: actor.post ? `${actor.post.title}, ${actor.post.unitName}` : null,
      ...{ on_behalf_of: actor.post?.onBehalfOf?.name ?? null, remarks: taken.remarks },
    })
    .execute();
  await sql`
    update score_sheet
       set unit = ${taken.unit}, unit_name = ${taken.name}, version = version + 1, changed_at = ${at},
           searched = searched || ' ' || (select fold(${taken.name} || ' ' || coalesce(string_agg(short_name || ' ' || code, ' '), ''))
             from unit_name where unit = ${taken.unit})
     where id = ${taken.sheet}`.execute(tx);
}
