import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";
import type { PlannedTarget } from "./target-setting.ts";

/** The targets of a movement's plan, each with the target it already became for one of these bodies. */
export async function plannedTargetsOf(
  reader: Reader,
  movement: number,
  owners: readonly number[],
): Promise<PlannedTarget[]> {
  const { rows } = await sql<PlannedTarget>`
    select planned.position, planned.words, planned.measure, planned.value, planned.unit, planned.base,
           (select target.id from target
             where target.movement = planned.movement and target.movement_position = planned.position
               and target.owner = any(${[...owners]}::bigint[]) limit 1) as taken
      from movement_target planned where planned.movement = ${movement} order by planned.position`.execute(
    reader,
  );
  return rows;
}
