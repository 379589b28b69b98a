import { sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { type Audience, audienceOf, leadsEnforcement, reachedThrough, takesPart } from "./scope.ts";
import { findUnit, toUnit, unitsAsOf } from "./unit.store.ts";
import type { Unit, UnitKind } from "./unit.ts";

/** The unit and all above it, by administration and guidance; an ended unit counts as below the one that followed. */
export async function ancestorsOf(reader: Reader, unit: number, day: Day): Promise<number[]> {
  const { rows } = await sql<{ above: number }>`
    select above from units_above(array[${unit}]::bigint[], ${day}::date)`.execute(reader);
  return rows.map((row) => row.above);
}

/** For many units at once: each with all above it. */
export async function ancestorsOfAll(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ unit: number; within: number[] }>`
    select unit, array_agg(above) as within from units_above(${[...units]}::bigint[], ${day}::date) group by unit`.execute(
    reader,
  );
  return new Map(rows.map((row) => [row.unit, row.within.map(Number)]));
}

/** The unit and all below it, whether it still exists or not. */
export async function descendantsOf(reader: Reader, unit: number, day: Day): Promise<number[]> {
  const { rows } = await sql<{ unit: number }>`
    select units_below as unit from units_below(array[${unit}]::bigint[], ${day}::date)`.execute(reader);
  return rows.map((row) => row.unit);
}

/** A unit that a launch reaches, with the group by which deadlines name it. */
export interface UnitInScope extends Unit {
  readonly audience: Audience;
}

/**
 * Whom a launch of that body reaches on a day: the units directly under it or guided by it that do
 * emulation work of their own, and the enforcement bodies of the provinces through their leading body.
 * `kinds` narrows it. Clusters come from `clustersOf`.
 */
export async function unitsInScope(
  reader: Reader,
  launcher: number,
  day: Day,
  kinds: readonly UnitKind[] = takesPart,
): Promise<UnitInScope[]> {
  const launching = await findUnit(reader, launcher, day);
  if (!launching) return [];
  const { rows } = await sql<Parameters<typeof toUnit>[0]>`
    with child as (
      select place.unit, unit.kind
        from unit_place place join unit on unit.id = place.unit
       where place.validity @> ${day}::date and (place.parent = ${launcher} or place.guided_by = ${launcher})
    ), reached as (
      select unit from child
       union
      select place.unit
        from child
        join unit_place place on place.parent = child.unit and place.validity @> ${day}::date
        join unit on unit.id = place.unit
       where child.kind = any(${[...leadsEnforcement]}::text[]) and unit.kind = any(${[...reachedThrough]}::text[])
    )
    ${unitsAsOf(day)}
    where unit.id in (select unit from reached)
      and unit.validity @> ${day}::date and unit.has_accounts and unit.kind = any(${[...kinds]}::text[])
    order by named.name collate "vi-x-icu", unit.id`.execute(reader);
  return rows.map(toUnit).map((unit) => ({ ...unit, audience: audienceOf(unit.kind, launching.kind) }));
}
