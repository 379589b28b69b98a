import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { fold } from "../platform/vietnamese.ts";
import { type ReadPerson, readPersonRow } from "./person-list.ts";
import { matchPerson, type PersonMatch, withoutTwins } from "./person-match.ts";
import { knownPeople, unitFinder } from "./roster.store.ts";
import type { Roster } from "./roster.ts";
import { descendantsOf } from "./scope.store.ts";
import { rowsBelow } from "./sheet-columns.ts";
import { unitTreeOn } from "./unit.store.ts";
import { matchUnit, type ReadUnit, readUnitRows, type UnitMatch } from "./unit-list.ts";

/** What would become of each row, read anew against what is there now; nothing is written. */
export type PlannedPerson = { readonly read: ReadPerson; readonly match: PersonMatch };
export type PlannedUnit = { readonly read: ReadUnit; readonly match: UnitMatch };

export async function planPeople(reader: Reader, roster: Roster, day: Day): Promise<PlannedPerson[]> {
  const finder = await finderFor(reader, roster, day);
  const rows = rowsBelow(roster.rows, roster.header, roster.columns);
  const read = withoutTwins(rows.map((row) => readPersonRow(row, roster.defaults, finder, day)));
  const known = await knownPeople(
    reader,
    {
      civilNumbers: read.flatMap((row) => (row.civilNumber ? [row.civilNumber] : [])),
      names: read.map((row) => row.name),
    },
    day,
  );
  return read.map((row) => ({
    read: row,
    match: matchPerson(
      row,
      row.civilNumber ? (known.byCivilNumber.get(row.civilNumber) ?? null) : null,
      known.byName.get(fold(row.name)) ?? [],
    ),
  }));
}

export async function planUnits(reader: Reader, roster: Roster, day: Day): Promise<PlannedUnit[]> {
  const finder = await finderFor(reader, roster, day);
  const byCode = new Map((await unitTreeOn(reader, day)).map((unit) => [unit.code, unit]));
  const rows = rowsBelow(roster.rows, roster.header, roster.columns);
  return readUnitRows(rows, roster.defaults, finder).map((read) => ({
    read,
    match: matchUnit(read, byCode.get(read.code) ?? null),
  }));
}

async function finderFor(reader: Reader, { defaults }: Roster, day: Day) {
  const near = defaults.unit === null ? [] : await descendantsOf(reader, defaults.unit, day);
  return unitFinder(reader, day, near);
}
