import { type RawBuilder, sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { FactKind, Grade, Scope, SubjectKind } from "./fact.ts";
import { tableOf } from "./fact-columns.store.ts";
import {
  type Asked,
  existsMonths,
  factsFrom,
  type KnownRows,
  nothingKnown,
  type RecordFacts,
} from "./facts.ts";
import { lineageOf } from "./lineage.store.ts";
import { carriedTo, lineOf } from "./lineage.ts";

/**
 * The facts of many people in chunks, each chunk a statement per table over the order of people: for the
 * sweep of a whole sector without a statement per person. People come in the order of their ids.
 */
export async function* factsOfPeople<Code extends string>(
  reader: Reader,
  people: readonly number[],
  asked: Asked<Code>,
  chunkSize = 5000,
): AsyncGenerator<readonly { readonly person: number; readonly facts: RecordFacts<Code> }[]> {
  const ordered = [...new Set(people)].sort((left, right) => left - right);
  const chunkAt = (start: number) => ordered.slice(start, start + chunkSize);
  const readAt = (start: number) => {
    const reading = rowsAbout(reader, "person", chunkAt(start), asked);
    // Whoever stops half-way never asks for it; whoever goes on meets the fault at the await below.
    reading.catch(() => undefined);
    return reading;
  };
  // The next chunk is read while the caller judges this one: database and rules work side by side.
  let next = readAt(0);
  for (let start = 0; start < ordered.length; start += chunkSize) {
    const known = await next;
    next = readAt(start + chunkSize);
    yield chunkAt(start).map((person) => ({
      person,
      facts: factsFrom(known.get(person) ?? nothingKnown, asked),
    }));
  }
}

export async function factsOfPerson<Code extends string>(
  reader: Reader,
  person: number,
  asked: Asked<Code>,
): Promise<RecordFacts<Code>> {
  const known = await rowsAbout(reader, "person", [person], asked);
  return factsFrom(known.get(person) ?? nothingKnown, asked);
}

/** The facts of several units, with what they carry on from those they follow. */
export async function factsOfUnits<Code extends string>(
  reader: Reader,
  units: readonly number[],
  asked: Asked<Code>,
): Promise<ReadonlyMap<number, RecordFacts<Code>>> {
  const lineage = await lineageOf(reader, units, asked.day);
  const known = await rowsAbout(reader, "unit", [...lineage.validity.keys()], asked);
  return new Map(
    units.map((unit) => {
      const line = lineOf(unit, lineage);
      const carried = carriedTo(
        unit,
        line.flatMap((one) => asFacts(one, known.get(one) ?? nothingKnown)),
        lineage,
      );
      const own = known.get(unit) ?? nothingKnown;
      const rows: KnownRows = {
        ...own,
        grades: carried.flatMap((fact) => (fact.kind === "grade" ? [fact] : [])),
        honours: carried.flatMap((fact) => (fact.kind === "honour" ? [fact] : [])),
      };
      const age = existsMonths({ from: beginningOf(line, lineage.validity), to: null }, asked);
      return [unit, { ...factsFrom(rows, asked), ...(age !== undefined && { existsMonths: age }) }];
    }),
  );
}

export async function factsOfUnit<Code extends string>(
  reader: Reader,
  unit: number,
  asked: Asked<Code>,
): Promise<RecordFacts<Code>> {
  return (await factsOfUnits(reader, [unit], asked)).get(unit) ?? {};
}

const asFacts = (unit: number, { grades, honours }: KnownRows) => [
  ...grades.map((row) => ({ kind: "grade" as const, unit, ...row })),
  ...honours.map((row) => ({
    ...{ kind: "honour" as const, unit, fromYear: null, posthumous: false, revokedOn: null, revokedBy: null },
    ...row,
  })),
];

/** The first day of a line of units; null when one of them stood before this history begins. */
function beginningOf(
  line: readonly number[],
  validity: ReadonlyMap<number, { from: Day | null }>,
): Day | null {
  const days = line.map((one) => validity.get(one)?.from ?? null);
  return days.includes(null) ? null : (days.toSorted().at(0) ?? null);
}

/** The same as `stands`, for many rows: what was replaced is little, so it is read once and not looked up for each. */
const stands = (kind: FactKind): RawBuilder<boolean> => sql<boolean>`
  (not fact.withdrawn and fact.id not in (select replaces from ${tableOf(kind)} where replaces is not null))`;

/** A row with the subject it is about. */
type Of<Row> = Row & { readonly subject: number };
type RowOf<Key extends keyof KnownRows> = KnownRows[Key] extends readonly (infer Row)[] ? Row : never;

async function rowsAbout(
  reader: Reader,
  subject: SubjectKind,
  ids: readonly number[],
  { year, day }: { year: number; day: Day },
): Promise<Map<number, KnownRows>> {
  if (ids.length === 0) return new Map();
  const about = sql.ref(`fact.${subject}`);
  // Ids asked in their order lie close together: the range lets the index give just their part of the table.
  const [first, last] = [Math.min(...ids), Math.max(...ids)];
  const read = async <Row>(
    kind: FactKind,
    columns: RawBuilder<unknown>,
    where = sql`true`,
  ): Promise<Of<Row>[]> => {
    const { rows } = await sql<Of<Row>>`
      select ${about} as subject, ${columns} from ${tableOf(kind)} fact
       where ${about} between ${first} and ${last} and ${about} = any(${[...ids]}::bigint[])
         and ${stands(kind)} and ${where}
       order by ${about}, fact.year, fact.id`.execute(reader);
    return rows;
  };
  // Grades, awards and initiatives are many, so all of one subject come packed into one text.
  const readPacked = async <Row>(
    kind: FactKind,
    fields: RawBuilder<unknown>,
    unpack: (fields: readonly string[]) => Row,
    where = sql`true`,
  ): Promise<Packed<Row>[]> => {
    const { rows } = await sql<Of<{ packed: string }>>`
      select ${about} as subject, string_agg(concat_ws(' ', ${fields}), ';' order by fact.year, fact.id) as packed
        from ${tableOf(kind)} fact
       where ${about} between ${first} and ${last} and ${about} = any(${[...ids]}::bigint[])
         and ${stands(kind)} and ${where}
       group by ${about}`.execute(reader);
    return rows.map((row) => [row.subject, row.packed.split(";").map((one) => unpack(one.split(" ")))]);
  };
  const ofYear = sql`fact.year = ${year}`;
  const [grades, honours, initiatives, discipline, pending, absences, services, collectives, posts] =
    await Promise.all([
      readPacked("grade", sql`fact.year, fact.grade`, unpackGrade),
      readPacked(
        "honour",
        sql`fact.code, fact.year, fact.paper_day`,
        unpackHonour,
        sql`(fact.revoked_on is null or fact.revoked_on > ${day}::date)`,
      ),
      readPacked("initiative", initiativeFields, unpackInitiative),
      read<RowOf<"discipline">>("discipline", sql`fact.form, fact.from_day as "from", fact.to_day as "to"`),
      read<RowOf<"pending">>("pending", sql`fact.matter, fact.since, fact.ended_on as "endedOn"`),
      read<NonNullable<KnownRows["absence"]>>(
        "absence",
        sql`fact.days, fact.counts_as_work as "countsAsWork"`,
        ofYear,
      ),
      read<{ since: Day }>("service", sql`fact.from_day as since`),
      read<NonNullable<KnownRows["collective"]>>("collective", collectiveColumns, ofYear),
      subject === "person" ? firstPosts(reader, ids) : [],
    ]);
  const known = new Map<number, { -readonly [Key in keyof KnownRows]: KnownRows[Key] }>();
  for (const id of ids) known.set(id, { ...nothingKnown });
  for (const [id, rows] of grades) known.get(id)!.grades = rows;
  for (const [id, rows] of honours) known.get(id)!.honours = rows;
  for (const [id, rows] of initiatives) known.get(id)!.initiatives = rows;
  const lists = { discipline, pending };
  for (const key of Object.keys(lists) as (keyof typeof lists)[])
    for (const [id, rows] of groupsOf<Of<object>>(lists[key])) Object.assign(known.get(id)!, { [key]: rows });
  for (const { subject: id, ...absence } of absences) known.get(id)!.absence = absence;
  for (const { subject: id, since } of posts) known.get(id)!.since = since;
  // What somebody wrote down goes before what the posts tell.
  for (const { subject: id, since } of services) known.get(id)!.since = since;
  for (const { subject: id, ...collective } of collectives) known.get(id)!.collective = collective;
  return known;
}

/** A subject with all its rows of one kind. */
type Packed<Row> = readonly [number, readonly Row[]];

const unpackGrade = ([year, grade]: readonly string[]): RowOf<"grades"> => ({
  year: Number(year),
  grade: grade as Grade,
});

/** The day of the decision comes last, for it may be missing. */
const unpackHonour = ([code, year, decidedOn]: readonly string[]): RowOf<"honours"> => ({
  code: code!,
  year: Number(year),
  decidedOn: (decidedOn as Day | undefined) ?? null,
});

const initiativeFields = sql`fact.id, fact.year, fact.scope, coalesce(fact.recognised::text, 'unknown'),
  nullif(array_to_string(fact.used_for, ','), '')`;

const unpackInitiative = ([
  id,
  year,
  scope,
  recognised,
  usedFor,
]: readonly string[]): RowOf<"initiatives"> => ({
  id: Number(id),
  year: Number(year),
  scope: scope as Scope,
  recognised: recognised === "unknown" ? null : recognised === "true",
  usedFor: usedFor?.split(",") ?? [],
});

const collectiveColumns = sql`
  fact.total, fact.completed, fact.advanced_workers as "advancedWorkers",
  fact.grassroots_fighters as "grassrootsFighters", fact.warned_or_worse as "warnedOrWorse", fact.women,
  fact.targets_exceeded as "targetsExceeded", fact.clean_bodies as "cleanBodies",
  fact.cluster_voted as "clusterVoted", fact.cluster_rank as "clusterRank"`;

/** When people first worked in any unit known here. */
async function firstPosts(
  reader: Reader,
  people: readonly number[],
): Promise<{ subject: number; since: Day }[]> {
  const { rows } = await sql<{ subject: number; since: Day }>`
    select person as subject, min(lower(validity)) as since from post
     where person = any(${[...people]}::bigint[]) and kind = 'member' group by person`.execute(reader);
  return rows.filter(({ since }) => since !== null);
}

/** Rows that come in the order of their subject, cut where the subject changes. */
function* groupsOf<Row extends { readonly subject: number }>(
  rows: readonly Row[],
): Generator<[number, Row[]]> {
  let start = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && rows[at]!.subject === rows[start]!.subject) continue;
    yield [rows[start]!.subject, rows.slice(start, at)];
    start = at;
  }
}
