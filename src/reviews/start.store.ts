import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";

/** Issued movements that reach one of these units or clusters, or that one of them launched, the newest first. */
export async function movementsToReview(
  reader: Reader,
  units: readonly number[],
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select movement.id, movement.name from movement
     where movement.state in ('issued', 'running', 'closed')
       and (movement.launcher = any(${[...units]}::bigint[]) or exists (
             select from movement_unit reached
              where reached.movement = movement.id
                and (reached.unit = any(${[...units]}::bigint[]) or reached.clusters && ${[...units]}::bigint[])))
     order by movement.to_year desc, movement.id desc limit 40`.execute(reader);
  return rows;
}
