import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Tx } from "../platform/db.ts";
import { guard } from "../platform/guards.ts";
import { movedOn, refuse } from "../platform/refusal.ts";
import type { Instrument, NewName, SuccessionKind } from "./succession.ts";
import type { Unit } from "./unit.ts";

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

export async function saveFacts(
  tx: Tx,
  facts: {
    unit: number;
    address: string | null;
    email: string | null;
    smallCollective: boolean;
    hasAccounts: boolean;
  },
): Promise<void> {
  await tx
    .updateTable("unit")
    .set({
      address: facts.address,
      email: facts.email,
      small_collective: facts.smallCollective,
      has_accounts: facts.hasAccounts,
    })
    .where("id", "=", facts.unit)
    .execute();
}
