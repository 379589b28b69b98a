import { sql } from "kysely";
import type { Day, Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import { blindIndex, open, seal } from "../platform/secret.ts";
import { fold } from "../platform/vietnamese.ts";
import type { FindUnits } from "./person-list.ts";
import type { KnownPerson } from "./person-match.ts";
import type { Roster, RosterDefaults, RosterKind, RosterOutcome } from "./roster.ts";
import type { ColumnMap } from "./sheet-columns.ts";
import { unitTreeOn } from "./unit.store.ts";

interface NewRoster {
  readonly account: string;
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly rows: readonly (readonly string[])[];
  readonly header: number;
  readonly columns: ColumnMap;
  readonly defaults: RosterDefaults;
}

export async function saveRoster(tx: Tx, roster: NewRoster, at: Instant): Promise<number> {
  const { id } = await tx
    .insertInto("roster_import")
    .values({
      account: roster.account,
      kind: roster.kind,
      file_name: roster.fileName,
      rows_sealed: seal(JSON.stringify(roster.rows)),
      header: roster.header,
      columns: JSON.stringify(roster.columns),
      defaults: JSON.stringify(roster.defaults),
      uploaded_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A list that this account brought; another's is not there. */
export async function findRoster(reader: Reader, account: string, id: number): Promise<Roster | null> {
  const row = await reader
    .selectFrom("roster_import")
    .selectAll()
    .where("id", "=", id)
    .where("account", "=", account)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    kind: row.kind as RosterKind,
    fileName: row.file_name,
    rows: JSON.parse(open(row.rows_sealed)),
    header: row.header,
    columns: row.columns as unknown as ColumnMap,
    defaults: row.defaults as unknown as RosterDefaults,
    uploadedAt: row.uploaded_at,
    appliedAt: row.applied_at,
    outcome: row.outcome as unknown as RosterOutcome | null,
  };
}

export async function lockRoster(tx: Tx, account: string, id: number): Promise<Roster | null> {
  await sql`select id from roster_import where id = ${id} for update`.execute(tx);
  return findRoster(tx, account, id);
}

export async function saveColumns(
  tx: Tx,
  id: number,
  mapped: { header: number; columns: ColumnMap; defaults: RosterDefaults },
): Promise<void> {
  await tx
    .updateTable("roster_import")
    .set({
      header: mapped.header,
      columns: JSON.stringify(mapped.columns),
      defaults: JSON.stringify(mapped.defaults),
    })
    .where("id", "=", id)
    .execute();
}

/** Notes what came of it; the rows themselves are not kept any longer. */
export async function markApplied(tx: Tx, id: number, outcome: RosterOutcome, at: Instant): Promise<void> {
  await tx
    .updateTable("roster_import")
    .set({ applied_at: at, outcome: JSON.stringify(outcome), rows_sealed: seal("[]") })
    .where("id", "=", id)
    .execute();
}

/** Finds units by code, else by name or short name without accents; of several, those below `near` count alone. */
export async function unitFinder(reader: Reader, day: Day, near: readonly number[]): Promise<FindUnits> {
  const units = (await unitTreeOn(reader, day)).filter((unit) => unit.kind !== "cluster");
  const byCode = new Map(units.map((unit) => [unit.code, unit.id]));
  const byName = new Map<string, number[]>();
  for (const unit of units)
    for (const name of new Set([unit.name, unit.shortName ?? unit.name].map(fold)))
      byName.set(name, [...(byName.get(name) ?? []), unit.id]);
  return (text) => {
    const code = byCode.get(text.toUpperCase());
    if (code !== undefined) return [code];
    const named = byName.get(fold(text)) ?? [];
    const nearer = named.filter((id) => near.includes(id));
    return nearer.length > 0 ? nearer : named;
  };
}

interface KnownRow {
  readonly id: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly civilIndex: string | null;
  readonly units: number[] | null;
  readonly detail: string | null;
}

/** People already there who may be meant by a list: by civil number, or of a like name. */
export async function knownPeople(
  reader: Reader,
  asked: { civilNumbers: readonly string[]; names: readonly string[] },
  day: Day,
): Promise<{ byCivilNumber: ReadonlyMap<string, KnownPerson>; byName: ReadonlyMap<string, KnownPerson[]> }> {
  const indexes = new Map(asked.civilNumbers.map((number) => [blindIndex(number), number]));
  const { rows } = await sql<KnownRow>`
    select person.id, person.name, person.birth_year as "birthYear", person.civil_number_index as "civilIndex",
           array_agg(post.unit) filter (where post.unit is not null) as units,
           string_agg(distinct post.title || ', ' || named.name, '; ') as detail
      from person
      left join post on post.person = person.id and post.kind = 'member' and post.validity @> ${day}::date
      left join unit_name named on named.unit = post.unit and named.validity @> ${day}::date
     where person.civil_number_index = any(${[...indexes.keys()]}::text[])
        or person.searched = any(${asked.names.map(fold)}::text[])
     group by person.id order by person.id`.execute(reader);
  const byCivilNumber = new Map<string, KnownPerson>();
  const byName = new Map<string, KnownPerson[]>();
  for (const row of rows) {
    const known: KnownPerson = {
      ...{ id: row.id, name: row.name, birthYear: row.birthYear, hasCivilNumber: row.civilIndex !== null },
      ...{ units: (row.units ?? []).map(Number), detail: row.detail ?? "không còn công tác" },
    };
    const number = row.civilIndex === null ? undefined : indexes.get(row.civilIndex);
    if (number !== undefined) byCivilNumber.set(number, known);
    byName.set(fold(row.name), [...(byName.get(fold(row.name)) ?? []), known]);
  }
  return { byCivilNumber, byName };
}

/** Adds the civil number to somebody who had none. */
export async function saveCivilNumber(tx: Tx, person: number, civilNumber: string): Promise<void> {
  await tx
    .updateTable("person")
    .set({ civil_number_sealed: seal(civilNumber), civil_number_index: blindIndex(civilNumber) })
    .where("id", "=", person)
    .execute();
}
