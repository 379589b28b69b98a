import { sql } from "kysely";
import type { Reader } from "../platform/db.ts";
import type { Succession, SuccessionKind } from "./succession.ts";
import { nameAt } from "./unit.store.ts";

export interface SuccessionInRecord extends Succession {
  readonly fromName: string;
  readonly toName: string | null;
}

/** What became of a unit and what became it, newest first; names as of the day of change. */
export async function successionsOf(reader: Reader, unit: number): Promise<SuccessionInRecord[]> {
  const { rows } = await sql<Omit<SuccessionInRecord, "kind"> & { kind: string }>`
    select succession.kind, succession.from_unit as "from", succession.to_unit as "to", succession.on_day as "on",
           ${nameAt(sql`succession.from_unit`, sql`succession.on_day - 1`)} as "fromName",
           ${nameAt(sql`succession.to_unit`, sql`succession.on_day`)} as "toName",
           succession.instrument_symbol as symbol, succession.instrument_day as signed, succession.remarks
      from succession where succession.from_unit = ${unit} or succession.to_unit = ${unit}
     order by succession.on_day desc, succession.id desc`.execute(reader);
  return rows.map((row) => ({ ...row, kind: row.kind as SuccessionKind }));
}
