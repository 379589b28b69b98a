import { sql } from "kysely";
import { type MovementReach, seenBy } from "../movements/movement-reach.store.ts";
import type { Reader } from "../platform/db.ts";

/** The movements in force that somebody sees, the newest first: what a form offers to choose from. */
export async function movementsInReach(
  reader: Reader,
  reach: MovementReach,
): Promise<{ id: number; name: string; year: number }[]> {
  const { rows } = await sql<{ id: number; name: string; year: number }>`
    select movement.id, movement.name, movement.from_year as year from movement
     where movement.state in ('issued', 'running', 'closed') and ${seenBy(reach)}
     order by movement.from_year desc, movement.id desc limit 60`.execute(reader);
  return rows;
}
