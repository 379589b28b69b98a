import { type RawBuilder, sql } from "kysely";
import type { Day, Instant, Validity } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import type { Instrument, NewName, SuccessionKind } from "./succession.ts";
import type { Chain, Unit, UnitKind, UnitTraits } from "./unit.ts";

guard(
  "a_code_names_one_unit_at_a_time",
  refuse("code-taken", "Mã này đang là mã của một đơn vị khác; hãy chọn mã khác.", { field: "code" }),
);
guard(
  "a_unit_has_one_name_at_a_time",
  movedOn("already-renamed", "Đơn vị đã có thay đổi tên vào hoặc sau ngày này; hãy xem lại lịch sử đơn vị."),
);
guard(
  "a_unit_has_one_place_at_a_time",
  movedOn("already-moved", "Đơn vị đã có thay đổi vị trí vào hoặc sau ngày này; hãy xem lại lịch sử đơn vị."),
);
guard("a_succession_is_recorded_once", movedOn("already-recorded", "Thay đổi này đã được ghi rồi."));

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

/** Locks units against another change until the act has ended. */
export async function lockUnits(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select id from unit where id = any(${[...ids]}::bigint[]) order by id for update`.execute(tx);
}

/** Closes what holds on the day and opens the new name from that day on. */
export async function saveName(tx: Tx, unit: number, naming: NewName, on: Day): Promise<void> {
  await closeSpan(tx, "unit_name", unit, on);
  await tx
    .insertInto("unit_name")
    .values({
      unit,
      name: naming.name,
      short_name: naming.shortName,
      code: naming.code,
      validity: sql<string>`daterange(${on}::date, null)`,
    })
    .execute();
}

export async function savePlace(
  tx: Tx,
  unit: number,
  place: { parent: number | null; guidedBy: number | null },
  on: Day,
): Promise<void> {
  await closeSpan(tx, "unit_place", unit, on);
  await tx
    .insertInto("unit_place")
    .values({
      unit,
      parent: place.parent,
      guided_by: place.guidedBy,
      validity: sql<string>`daterange(${on}::date, null)`,
    })
    .execute();
}

/** Hangs what stood under the ending units under the one that follows. */
export async function rehang(
  tx: Tx,
  units: readonly Unit[],
  ending: readonly number[],
  to: number,
  on: Day,
): Promise<void> {
  const follow = (above: number | null) => (above !== null && ending.includes(above) ? to : above);
  for (const unit of units)
    await savePlace(tx, unit.id, { parent: follow(unit.parent), guidedBy: follow(unit.guidedBy) }, on);
}

/** Ends units with their names and places; `on` is the first day without them. */
export async function endUnits(tx: Tx, ids: readonly number[], on: Day): Promise<void> {
  for (const id of ids) {
    await closeSpan(tx, "unit_name", id, on);
    await closeSpan(tx, "unit_place", id, on);
    await sql`update unit set validity = daterange(lower(validity), ${on}::date) where id = ${id}`.execute(
      tx,
    );
  }
}

async function closeSpan(tx: Tx, table: "unit_name" | "unit_place", unit: number, on: Day): Promise<void> {
  // A span that begins on the day itself has never held, so it makes room.
  await sql`delete from ${sql.table(table)} where unit = ${unit} and lower(validity) = ${on}::date and upper(validity) is null`.execute(
    tx,
  );
  await sql`update ${sql.table(table)} set validity = daterange(lower(validity), ${on}::date)
             where unit = ${unit} and validity @> ${on}::date`.execute(tx);
}

export async function saveSuccession(
  tx: Tx,
  succession: { kind: SuccessionKind; from: number; to: number | null; on: Day } & Instrument,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("succession")
    .values({
      from_unit: succession.from,
      to_unit: succession.to,
      kind: succession.kind,
      on_day: succession.on,
      instrument_symbol: succession.symbol,
      instrument_day: succession.signed,
      remarks: succession.remarks,
      recorded_at: at,
    })
    .execute();
}
