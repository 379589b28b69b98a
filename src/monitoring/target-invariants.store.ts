import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";

/** Entries that correct one of another share or period; empty when all is well. */
export async function valuesOutOfPlace(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select value.id
      from target_value value join target_value before on before.id = value.replaces
     where (value.share, value.from_day, value.to_day) <> (before.share, before.from_day, before.to_day)
     order by value.id`.execute(reader);
  return rows.map((row) => row.id);
}

/** Targets without a whole, whose whole is not their owner's, or with a part divided from another target. */
export async function targetsOutOfOrder(reader: Reader): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select target.id
      from target left join target_share whole on whole.target = target.id and whole.parent is null
     where whole.unit is distinct from target.owner
        or exists (select from target_share part join target_share above on above.id = part.parent
                    where part.target = target.id and above.target <> target.id)
     order by target.id`.execute(reader);
  return rows.map((row) => row.id);
}
