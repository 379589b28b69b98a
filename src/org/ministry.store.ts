import { sql } from "kysely";
import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { Ministry } from "./ministry.ts";
import { membersOf, postsOverTime } from "./ministry-people.ts";
import { found, type Span, type UnitsOverTime, unitsOverTime } from "./ministry-units.ts";

/** Whether there is any unit at all: the demo is loaded once, into an empty house. */
export async function organisationExists(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom("unit").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Writes the whole demo ministry in a few statements; answers the ids of its units by code and people by key. */
export async function saveMinistry(tx: Tx, ministry: Ministry, at: Instant): Promise<SavedMinistry> {
  const time = unitsOverTime(ministry);
  const units = await saveUnits(tx, time);
  await saveSuccessions(tx, time, units, at);
  const people = await savePeople(tx, ministry);
  await savePosts(tx, ministry, time, units, people);
  await saveClusters(tx, ministry, units);
  const keyed = ministry.people.flatMap((person, index) =>
    person.key ? [[person.key, people[index]!] as const] : [],
  );
  return { units, people: new Map(keyed) };
}

export interface SavedMinistry {
  readonly units: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
}

async function saveUnits(tx: Tx, time: UnitsOverTime): Promise<Map<string, number>> {
  const histories = [...time.units.values()];
  const ids = await nextIds(tx, "unit", histories.length);
  const idOf = new Map(histories.map((unit, index) => [unit.code, ids[index]!]));
  await insertRows(
    tx,
    "unit",
    unitColumns,
    histories.map((unit) => [
      ...[found(idOf, unit.code), unit.kind, unit.traits.chain, unit.traits.legalPersonality],
      ...[unit.traits.smallCollective, unit.traits.hasAccounts, unit.province, rangeOf(unit)],
    ]),
  );
  const named = histories.flatMap((unit) =>
    unit.names.map((name) => [found(idOf, unit.code), name.name, name.short, unit.code, rangeOf(name)]),
  );
  await insertRows(tx, "unit_name", nameColumns, named);
  const above = (code: string | null) => (code === null ? null : found(idOf, code));
  const placed = histories.flatMap((unit) =>
    unit.places.map((place) => [
      found(idOf, unit.code),
      above(place.parent),
      above(place.guidedBy),
      rangeOf(place),
    ]),
  );
  await insertRows(tx, "unit_place", placeColumns, placed);
  return idOf;
}

async function saveSuccessions(
  tx: Tx,
  time: UnitsOverTime,
  idOf: ReadonlyMap<string, number>,
  at: Instant,
): Promise<void> {
  await insertRows(
    tx,
    "succession",
    successionColumns,
    time.successions.map((change) => [
      ...[
        found(idOf, change.from),
        change.to === null ? null : found(idOf, change.to),
        change.kind,
        change.on,
      ],
      ...[change.symbol, change.signed, change.remarks, at.toISOString()],
    ]),
  );
}

async function savePeople(tx: Tx, ministry: Ministry): Promise<number[]> {
  const ids = await nextIds(tx, "person", ministry.people.length);
  await insertRows(
    tx,
    "person",
    personColumns,
    ministry.people.map((person, index) => [
      ...[ids[index]!, person.name, person.gender ?? null, person.born ?? null, person.category],
    ]),
  );
  return ids;
}

async function savePosts(
  tx: Tx,
  ministry: Ministry,
  time: UnitsOverTime,
  units: ReadonlyMap<string, number>,
  people: readonly number[],
): Promise<void> {
  const keyed = new Map(
    ministry.people.flatMap((person, index) => (person.key ? [[person.key, people[index]!]] : [])),
  );
  await insertRows(
    tx,
    "post",
    postColumns,
    postsOverTime(ministry, time).map((post) => [
      ...[people[post.person]!, found(units, post.unit), post.kind, post.title, post.worksAs, post.fullTime],
      ...[post.training, post.trainedOn, post.delegation],
      ...[post.onBehalfOf === null ? null : found(keyed, post.onBehalfOf), post.onBehalfTitle, post.scope],
      rangeOf(post.validity),
    ]),
  );
}

async function saveClusters(tx: Tx, ministry: Ministry, units: ReadonlyMap<string, number>): Promise<void> {
  await insertRows(
    tx,
    "cluster",
    clusterColumns,
    ministry.clusters.map((cluster) => [
      ...[found(units, cluster.code), cluster.kind, cluster.outside ?? false],
    ]),
  );
  const members = ministry.clusters.flatMap((cluster) =>
    cluster.years.flatMap((roster) =>
      membersOf(roster, ministry).map((code) => [
        found(units, cluster.code),
        found(units, code),
        roster.year,
      ]),
    ),
  );
  await insertRows(tx, "cluster_member", memberColumns, members);
}

type Cell = string | number | boolean | null;

const unitColumns = {
  id: "bigint",
  kind: "text",
  chain: "text",
  legal_personality: "boolean",
  small_collective: "boolean",
  has_accounts: "boolean",
  province: "text",
  validity: "daterange",
};
const nameColumns = { unit: "bigint", name: "text", short_name: "text", code: "text", validity: "daterange" };
const placeColumns = { unit: "bigint", parent: "bigint", guided_by: "bigint", validity: "daterange" };
const successionColumns = {
  from_unit: "bigint",
  to_unit: "bigint",
  kind: "text",
  on_day: "date",
  instrument_symbol: "text",
  instrument_day: "date",
  remarks: "text",
  recorded_at: "timestamptz",
};
const personColumns = { id: "bigint", name: "text", gender: "text", birth_year: "int", category: "text" };
const postColumns = {
  person: "bigint",
  unit: "bigint",
  kind: "text",
  title: "text",
  works_as: "text",
  full_time: "boolean",
  training: "text",
  trained_on: "date",
  delegation: "text",
  on_behalf_of: "bigint",
  on_behalf_title: "text",
  scope: "text",
  validity: "daterange",
};
const clusterColumns = { unit: "bigint", kind: "text", outside: "boolean" };
const memberColumns = { cluster: "bigint", unit: "bigint", year: "int" };

/** One statement for all rows: each column travels as an array. */
async function insertRows(
  tx: Tx,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map(
    (type, index) => sql`${rows.map((row) => row[index] ?? null)}::${sql.raw(type)}[]`,
  );
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.id(name)))}) overriding system value
    select * from unnest(${sql.join(arrays)})`.execute(tx);
}

async function nextIds(tx: Tx, table: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

const rangeOf = (span: Pick<Span<unknown>, "from" | "to">): string => `[${span.from ?? ""},${span.to ?? ""})`;
