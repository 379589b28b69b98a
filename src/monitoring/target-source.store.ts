import { sql } from "kysely";
import { ancestorsOfAll } from "../org/scope.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { SourceFact } from "./target-source.ts";

/** What the units in scope of a year's movements owed and sent; of one movement or of all. */
async function obligationsOf(
  reader: Reader,
  year: number,
  movement: number | null,
): Promise<(SourceFact & { unit: number })[]> {
  const { rows } = await sql<SourceFact & { unit: number }>`
    with owed as (
      select reached.movement, reached.unit
        from movement_unit reached join movement on movement.id = reached.movement
       where movement.state in ('issued', 'running', 'closed') and ${year} between movement.from_year and movement.to_year
         and (${movement}::bigint is null or movement.id = ${movement})
    )
    select owed.unit, 'registration' as kind, registration.submitted_at as "arrivedAt", registration.late
      from owed left join registration on registration.movement = owed.movement and registration.unit = owed.unit
    union all
    select owed.unit, 'plan', sent.arrived_at, sent.late
      from owed left join unit_plan_parent sent on sent.movement = owed.movement and sent.unit = owed.unit`.execute(
    reader,
  );
  return rows;
}

/** Those facts by the unit asked about: its own and those of all units below it. */
export async function factsBelow(
  reader: Reader,
  asked: { units: readonly number[]; year: number; movement: number | null },
  day: Day,
): Promise<ReadonlyMap<number, readonly SourceFact[]>> {
  const facts = await obligationsOf(reader, asked.year, asked.movement);
  const above = await ancestorsOfAll(reader, [...new Set(facts.map(({ unit }) => unit))], day);
  const wanted = new Set(asked.units);
  const below = new Map<number, SourceFact[]>(asked.units.map((unit) => [unit, []]));
  for (const fact of facts)
    for (const unit of above.get(fact.unit) ?? []) if (wanted.has(unit)) below.get(unit)!.push(fact);
  return below;
}
