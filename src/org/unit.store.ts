import { type RawBuilder, sql } from "kysely";
import type { Day, Validity } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { NewName } from "./succession.ts";
import type { Chain, Unit, UnitKind, UnitTraits } from "./unit.ts";

interface UnitRow extends Omit<Unit, "validity" | "kind" | "chain"> {
  readonly kind: string;
  readonly chain: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * Units as they are called and placed on a day. Outside a unit's own time its last name and place stand,
 * so that old papers still name it. Narrow it by a condition on `unit` and order it as needed.
 */
export const unitsAsOf = (day: Day): RawBuilder<UnitRow> => sql`
  select unit.id, unit.kind, unit.chain, unit.province,
         unit.legal_personality as "legalPersonality", unit.small_collective as "smallCollective",
         unit.has_accounts as "hasAccounts", named.name, named.short_name as "shortName", named.code,
         placed.parent, placed.guided_by as "guidedBy", lower(unit.validity) as "from", upper(unit.validity) as "to"
    from unit
    cross join lateral (
      select name, short_name, code from unit_name
       where unit_name.unit = unit.id
       order by validity @> ${day}::date desc, lower(validity) desc nulls last limit 1) named
    left join lateral (
      select parent, guided_by from unit_place
       where unit_place.unit = unit.id
       order by validity @> ${day}::date desc, lower(validity) desc nulls last limit 1) placed on true`;

export const toUnit = ({ from, to, ...row }: UnitRow): Unit => ({
  ...row,
  kind: row.kind as UnitKind,
  chain: row.chain as Chain,
  validity: { from, to },
});

/** The unit as it is on a day, or as it last was; null when there is none of that id. */
export async function findUnit(reader: Reader, id: number, day: Day): Promise<Unit | null> {
  const { rows } = await sql<UnitRow>`${unitsAsOf(day)} where unit.id = ${id}`.execute(reader);
  return rows[0] ? toUnit(rows[0]) : null;
}

/** Several units at once, in no order. */
export async function findUnits(reader: Reader, ids: readonly number[], day: Day): Promise<Unit[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<UnitRow>`${unitsAsOf(day)} where unit.id = any(${[...ids]}::bigint[])`.execute(
    reader,
  );
  return rows.map(toUnit);
}

/** The unit that carries a code on a day; codes are read in any case. */
export async function findUnitByCode(reader: Reader, code: string, day: Day): Promise<Unit | null> {
  const { rows } = await sql<UnitRow>`${unitsAsOf(day)}
    where unit.id = (select unit from unit_name where code = ${code.trim().toUpperCase()} and validity @> ${day}::date)`.execute(
    reader,
  );
  return rows[0] ? toUnit(rows[0]) : null;
}

/** All units that exist on a day, clusters among them, in the order of their names. */
export async function unitTreeOn(reader: Reader, day: Day): Promise<Unit[]> {
  const { rows } = await sql<UnitRow>`${unitsAsOf(day)}
    where unit.validity @> ${day}::date order by named.name collate "vi-x-icu", unit.id`.execute(reader);
  return rows.map(toUnit);
}

/** Units that stand directly under one on a day, by administration or by guidance. */
export async function childrenOf(reader: Reader, units: readonly number[], day: Day): Promise<Unit[]> {
  const { rows } = await sql<UnitRow>`${unitsAsOf(day)}
    where unit.validity @> ${day}::date
      and unit.id in (select unit_place.unit from unit_place
                       where validity @> ${day}::date
                         and (parent = any(${[...units]}::bigint[]) or guided_by = any(${[...units]}::bigint[])))
    order by named.name collate "vi-x-icu", unit.id`.execute(reader);
  return rows.map(toUnit);
}

/** Where papers reach a unit. */
export interface Contact {
  readonly address: string | null;
  readonly email: string | null;
}

export async function contactOf(reader: Reader, unit: number): Promise<Contact> {
  const row = await reader
    .selectFrom("unit")
    .select(["address", "email"])
    .where("id", "=", unit)
    .executeTakeFirst();
  return row ?? { address: null, email: null };
}

export interface NameOverTime {
  readonly name: string;
  readonly shortName: string | null;
  readonly code: string;
  readonly validity: Validity;
}

export async function namesOf(reader: Reader, unit: number): Promise<NameOverTime[]> {
  const { rows } = await sql<Omit<NameOverTime, "validity"> & { from: Day | null; to: Day | null }>`
    select name, short_name as "shortName", code, lower(validity) as "from", upper(validity) as "to"
      from unit_name where unit = ${unit} order by lower(validity) desc nulls last`.execute(reader);
  return rows.map(({ from, to, ...row }) => ({ ...row, validity: { from, to } }));
}

export interface PlaceOverTime {
  readonly parent: number | null;
  readonly parentName: string | null;
  readonly guidedBy: number | null;
  readonly guideName: string | null;
  readonly validity: Validity;
}

export async function placesOf(reader: Reader, unit: number): Promise<PlaceOverTime[]> {
  const { rows } = await sql<Omit<PlaceOverTime, "validity"> & { from: Day | null; to: Day | null }>`
    select place.parent, ${nameAt(sql`place.parent`, sql`coalesce(lower(place.validity), upper(place.validity) - 1, 'infinity'::date)`)} as "parentName",
           place.guided_by as "guidedBy", ${nameAt(sql`place.guided_by`, sql`coalesce(lower(place.validity), upper(place.validity) - 1, 'infinity'::date)`)} as "guideName",
           lower(place.validity) as "from", upper(place.validity) as "to"
      from unit_place place where place.unit = ${unit} order by lower(place.validity) desc nulls last`.execute(
    reader,
  );
  return rows.map(({ from, to, ...row }) => ({ ...row, validity: { from, to } }));
}

/** What a unit is called on a day, or was last called; for a column of a statement. */
export const nameAt = (unit: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<string | null> => sql`
  (select unit_name.name from unit_name where unit_name.unit = ${unit}
    order by unit_name.validity @> (${day})::date desc, lower(unit_name.validity) desc nulls last limit 1)`;

/** Adds a unit with its first name and place; answers its id. */
export async function saveNewUnit(tx: Tx, unit: NewUnit): Promise<number> {
  const validity = sql<string>`daterange(${unit.from}::date, null)`;
  const { id } = await tx
    .insertInto("unit")
    .values({
      kind: unit.kind,
      chain: unit.traits.chain,
      legal_personality: unit.traits.legalPersonality,
      small_collective: unit.traits.smallCollective,
      has_accounts: unit.traits.hasAccounts,
      province: unit.province,
      validity,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("unit_name")
    .values({ unit: id, name: unit.name, short_name: unit.shortName, code: unit.code, validity })
    .execute();
  await tx
    .insertInto("unit_place")
    .values({ unit: id, parent: unit.parent, guided_by: unit.guidedBy, validity })
    .execute();
  return id;
}

export interface NewUnit extends NewName {
  readonly kind: UnitKind;
  readonly traits: UnitTraits;
  readonly province: string | null;
  readonly parent: number | null;
  readonly guidedBy: number | null;
  readonly from: Day | null;
}
