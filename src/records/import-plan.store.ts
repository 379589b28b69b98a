import { sql } from "kysely";
import { unitsWithinReach } from "../org/reach.store.ts";
import { knownPeople, unitFinder } from "../org/roster.store.ts";
import { ancestorsOfAll, descendantsOf } from "../org/scope.store.ts";
import { rowsBelow } from "../org/sheet-columns.ts";
import { findUnits } from "../org/unit.store.ts";
import { type Actor, isSystem } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import { fold } from "../platform/vietnamese.ts";
import type { Awards } from "./award.ts";
import { factsAboutMany } from "./fact.store.ts";
import { type Fact, isRestricted } from "./fact.ts";
import type { Choices, PlannedLine, ReadLine, RecordImport } from "./import.ts";
import { readLines } from "./import-cells.ts";
import { type Known, planLines } from "./import-match.ts";
import { workplaces } from "./record-reach.store.ts";

interface Planning {
  readonly list: RecordImport;
  readonly awards: Awards;
  readonly actor: Actor;
  readonly choices: Choices;
  /** Only these lines; null for all. */
  readonly keys: ReadonlySet<string> | null;
}

/** What would become of each line, read anew against what stands now; nothing is written. */
export async function planImport(reader: Reader, planning: Planning): Promise<PlannedLine[]> {
  const { list, awards, actor, choices, keys } = planning;
  const lines = rowsBelow(list.cells, list.header, list.columns)
    .flatMap((row) => readLines(row, { kind: list.kind, usualYear: list.usualYear, awards }))
    .filter((line) => keys === null || keys.has(line.key));
  const near = await descendantsOf(reader, list.body, actor.day);
  const unitsNamed = await unitFinder(reader, actor.day, near);
  const known =
    list.subject === "person"
      ? await peopleMeant(reader, lines, planning)
      : await unitsMeant(reader, lines, unitsNamed, planning);
  const meant = [...new Set([...known.values()].flat().map(({ id }) => id))];
  const standing = groupedBy(
    await factsAboutMany(reader, list.kind, list.subject, meant),
    (fact) => (list.subject === "person" ? fact.person : fact.unit) ?? 0,
  );
  const keyOf = (line: ReadLine) => (list.subject === "person" ? fold(line.name) : line.unitText);
  return planLines(
    lines,
    {
      ...{ subject: list.subject, awards, day: actor.day, unitsNamed },
      alike: (line) => known.get(keyOf(line)) ?? [],
      standing: (id): readonly Fact[] => standing.get(id) ?? [],
    },
    choices,
  );
}

async function peopleMeant(
  reader: Reader,
  lines: readonly ReadLine[],
  { list, actor }: Planning,
): Promise<Map<string, Known[]>> {
  const names = [...new Set(lines.map((line) => line.name))];
  const { byName } = await knownPeople(reader, { civilNumbers: [], names }, actor.day);
  const ids = [...byName.values()].flat().map((person) => person.id);
  const [writable, units] = [
    await peopleWritable(reader, actor, list, ids),
    await unitsOfPeople(reader, ids, actor),
  ];
  return new Map(
    [...byName].map(([name, people]) => [
      name,
      people.map(
        (person): Known => ({
          ...{ id: person.id, name: person.name, birthYear: person.birthYear, detail: person.detail },
          units: units.get(person.id) ?? [],
          traits: {
            ...{ kind: "person", name: person.name, birthYear: person.birthYear },
            validity: { from: null, to: null },
          },
          writable: writable.has(person.id),
        }),
      ),
    ]),
  );
}

/** Where people work, or last worked, with all units above: a list may name the room or the whole body. */
async function unitsOfPeople(
  reader: Reader,
  people: readonly number[],
  actor: Actor,
): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ person: number; unit: number }>`
    select distinct place.person, place.unit from ${workplaces(actor.day)} place
     where place.person = any(${[...people]}::bigint[])`.execute(reader);
  const above = await ancestorsOfAll(reader, [...new Set(rows.map(({ unit }) => unit))], actor.day);
  const units = new Map<number, number[]>();
  for (const { person, unit } of rows)
    units.set(person, [...(units.get(person) ?? []), ...(above.get(unit) ?? [unit])]);
  return units;
}

/** The same as `mayWriteFact` for many people at once: below one's posts, and never oneself. */
async function peopleWritable(
  reader: Reader,
  actor: Actor,
  list: RecordImport,
  people: readonly number[],
): Promise<ReadonlySet<number>> {
  if (isSystem(actor)) return new Set(people);
  const { rows } = await sql<{ person: number }>`
    select distinct place.person from ${workplaces(actor.day)} place
     where place.person = any(${[...people]}::bigint[]) and place.unit in ${unitsWritten(actor, list)}
       and place.person is distinct from ${actor.person}::bigint`.execute(reader);
  return new Set(rows.map(({ person }) => person));
}

const unitsWritten = (actor: Actor, { kind }: RecordImport) =>
  unitsWithinReach(
    actor,
    isRestricted(kind) ? ["standing-officer", "unit-head"] : ["unit-officer", "standing-officer"],
  );

async function unitsMeant(
  reader: Reader,
  lines: readonly ReadLine[],
  unitsNamed: (text: string) => readonly number[],
  { list, actor }: Planning,
): Promise<Map<string, Known[]>> {
  const named = new Map(
    [...new Set(lines.map((line) => line.unitText))].map((text) => [text, unitsNamed(text)]),
  );
  const ids = [...new Set([...named.values()].flat())];
  const { rows } = await sql<{ unit: number }>`
    select units_below as unit from ${unitsWritten(actor, list)} reached
     where units_below = any(${ids}::bigint[])`.execute(reader);
  const writable = new Set(isSystem(actor) ? ids : rows.map(({ unit }) => unit));
  const units = new Map((await findUnits(reader, ids, actor.day)).map((unit) => [unit.id, unit]));
  return new Map(
    [...named].map(([text, found]) => [
      text,
      found.flatMap((id): Known[] => {
        const unit = units.get(id);
        if (!unit) return [];
        const traits = { kind: "unit" as const, name: unit.name, birthYear: null, validity: unit.validity };
        return [
          {
            id,
            name: unit.name,
            birthYear: null,
            detail: unit.code,
            units: [id],
            traits,
            writable: writable.has(id),
          },
        ];
      }),
    ]),
  );
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
