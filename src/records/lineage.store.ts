import { sql } from "kysely";
import type { Day, Validity } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Lineage } from "./lineage.ts";

/** What some units follow, back through all successions up to a day. */
export async function lineageOf(reader: Reader, units: readonly number[], day: Day): Promise<Lineage> {
  const { rows } = await sql<{
    unit: number;
    from: Day | null;
    to: Day | null;
    forerunners: number[] | null;
  }>`
    with recursive line(unit) as (
      select start from unnest(${[...units]}::bigint[]) start
      union
      select succession.from_unit from line join succession on succession.to_unit = line.unit
       where succession.on_day <= ${day}::date
    )
    select unit.id as unit, lower(unit.validity) as "from", upper(unit.validity) as "to",
           (select array_agg(distinct succession.from_unit) from succession
             where succession.to_unit = unit.id and succession.from_unit <> unit.id
               and succession.on_day <= ${day}::date) as forerunners
      from line join unit on unit.id = line.unit`.execute(reader);
  return {
    validity: new Map(rows.map(({ unit, from, to }): [number, Validity] => [unit, { from, to }])),
    forerunners: new Map(rows.map(({ unit, forerunners }) => [unit, (forerunners ?? []).map(Number)])),
  };
}
