import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { extensionsOf } from "../platform/extensions.store.ts";
import type { YearMember } from "./member.ts";
import type { SeenYear } from "./score.may.ts";
import { findYear, lockYear, membersOf, seenYearOf, shareYear } from "./scoring-year.store.ts";
import { type ScoringYear, scoreObligation, yearFor } from "./scoring-year.ts";
import { findSheet, loadSheet } from "./sheet.store.ts";
import type { Sheet } from "./sheet.ts";
import { findTable } from "./table.store.ts";
import type { CriteriaTable } from "./table.ts";

/** A year with its members, what rights on it are decided by, and its table. */
export interface WholeYear {
  readonly scoring: ScoringYear;
  readonly members: readonly YearMember[];
  readonly seen: SeenYear;
  readonly table: CriteriaTable;
}

export interface WholeSheet extends WholeYear {
  readonly sheet: Sheet;
}

export async function wholeYear(reader: Reader, id: number, day: Day): Promise<WholeYear | null> {
  const scoring = await findYear(reader, id);
  return scoring && around(reader, scoring, day);
}

/** The same for what changes the year itself: locked against everything else in it. */
export async function lockWholeYear(tx: Tx, id: number, day: Day): Promise<WholeYear | null> {
  const scoring = await lockYear(tx, id);
  return scoring && around(tx, scoring, day);
}

/** The same for what changes one sheet of it. */
export async function shareWholeYear(tx: Tx, id: number, day: Day): Promise<WholeYear | null> {
  const scoring = await shareYear(tx, id);
  return scoring && around(tx, scoring, day);
}

async function around(reader: Reader, scoring: ScoringYear, day: Day): Promise<WholeYear> {
  const members = await membersOf(reader, scoring, day);
  const [seen, table] = await Promise.all([
    seenYearOf(reader, scoring, members, day),
    findTable(reader, scoring.table),
  ]);
  return { scoring, members, seen, table: table! };
}

export async function wholeSheet(reader: Reader, id: number, day: Day): Promise<WholeSheet | null> {
  const sheet = await findSheet(reader, id);
  const year = sheet && (await wholeYear(reader, sheet.scoring, day));
  return year && { ...year, scoring: await putOffYear(reader, year.scoring, sheet.unit), sheet };
}

/** Locks the year against publication and the sheet against other changes; what stands then is read. */
export async function loadWholeSheet(tx: Tx, id: number, day: Day): Promise<WholeSheet | null> {
  const before = await findSheet(tx, id);
  const scoring = before && (await shareYear(tx, before.scoring));
  const sheet = scoring && (await loadSheet(tx, id));
  return sheet && { ...(await around(tx, await putOffYear(tx, scoring, sheet.unit), day)), sheet };
}

const putOffYear = async (reader: Reader, scoring: ScoringYear, unit: number): Promise<ScoringYear> =>
  yearFor(scoring, unit, await extensionsOf(reader, [scoreObligation(scoring.id)]));
