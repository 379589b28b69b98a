import { sql } from "kysely";
import { titleEntries } from "../law/catalogue-titles.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { stands } from "../records/fact-columns.store.ts";

/** An emulation flag (cờ thi đua) that a unit holds for a year. */
export interface HeldFlag {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  /** The day of its decision, where it is known. */
  readonly decidedOn: Day | null;
}

const codes = Object.keys(titleEntries).filter((code) => code.endsWith("_EMULATION_FLAG"));

const nameOf = (code: string): string =>
  Object.entries(titleEntries).find(([known]) => known === code)?.[1].name ?? code;

/** Flags that units hold for a year, as their records stand: neither withdrawn, corrected nor taken back. */
export async function flagsHeld(reader: Reader, units: readonly number[], year: number): Promise<HeldFlag[]> {
  const { rows } = await sql<Omit<HeldFlag, "name">>`
    select fact.unit, fact.code, fact.paper_day as "decidedOn" from record_honour fact
     where fact.unit = any(${[...units]}::bigint[]) and fact.year = ${year} and fact.code = any(${codes}::text[])
       and fact.revoked_on is null and ${stands("honour")}
     order by fact.unit, fact.code`.execute(reader);
  return rows.map((row) => ({ ...row, name: nameOf(row.code) }));
}
