import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { fold } from "../platform/vietnamese.ts";
import type { MovementState } from "./life.ts";
import type { Level, MovementKind } from "./movement.ts";
import { type MovementReach, seenBy } from "./movement-reach.store.ts";

/** What the list of movements asks for; every part may be left out. */
export interface MovementFilter {
  readonly year: number | null;
  readonly kind: string | null;
  readonly state: string | null;
  readonly level: string | null;
  readonly words: string;
}

export const noFilter: MovementFilter = { year: null, kind: null, state: null, level: null, words: "" };

export type MovementSort = "name" | "year" | "launcher" | "state" | "day";

export interface MovementLine {
  readonly id: number;
  readonly name: string;
  readonly theme: string | null;
  readonly kind: MovementKind;
  readonly level: Level;
  readonly launcher: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly state: MovementState;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: Day | null;
  readonly units: number;
}

const orders: Readonly<Record<MovementSort, string>> = {
  name: `movement.name collate "vi-x-icu"`,
  year: "movement.from_year",
  launcher: `launcher collate "vi-x-icu"`,
  state: "movement.state",
  day: "paper.issued_on",
};

interface Page {
  readonly sort: MovementSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Accent-blind, every word somewhere in the name, the theme or another spelling. */
const matches = (words: string): Expression<SqlBool> => {
  const patterns = fold(words)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 12)
    .map((word) => `%${word.replace(/[%_\\]/g, "\\$&")}%`);
  return sql<SqlBool>`not exists (
    select from unnest(${patterns}::text[]) pattern
     where movement.searched not like pattern
       and not exists (select from movement_spelling
                        where movement_spelling.movement = movement.id and movement_spelling.searched like pattern))`;
};

const filtered = (filter: MovementFilter, reach: MovementReach) => sql`
  from movement
 where ${seenBy(reach)}
   and (${filter.year}::int is null or ${filter.year}::int between movement.from_year and movement.to_year)
   and (${filter.kind}::text is null or movement.kind = ${filter.kind})
   and (${filter.state}::text is null or movement.state = ${filter.state})
   and (${filter.level}::text is null or movement.level = ${filter.level})
   and ${matches(filter.words)}`;

/** One page of the movements this person sees. */
export async function listMovements(
  reader: Reader,
  reach: MovementReach,
  filter: MovementFilter,
  page: Page,
): Promise<MovementLine[]> {
  const direction = sql.raw(page.descending ? "desc" : "asc");
  const { rows } = await sql<MovementLine>`
    with shown as (select movement.* ${filtered(filter, reach)})
    select movement.id, movement.name, movement.theme, movement.kind, movement.level,
           movement.from_year as "fromYear", movement.to_year as "toYear", movement.state,
           named.name as launcher, paper.number, paper.symbol, paper.issued_on as "issuedOn",
           (select count(*)::int from movement_unit where movement_unit.movement = movement.id) as units
      from shown movement
      cross join lateral (
        select name from unit_name where unit_name.unit = movement.launcher
         order by lower(validity) desc nulls last limit 1) named
      left join lateral (
        select number, symbol, issued_on from movement_document
         where movement_document.movement = movement.id and number is not null
         order by (kind = 'QUYET_DINH') desc, id limit 1) paper on true
     order by ${sql.raw(orders[page.sort].replace("launcher collate", "named.name collate"))} ${direction} nulls last,
              movement.from_year desc, movement.id desc
     limit ${page.limit} offset ${page.offset}`.execute(reader);
  return rows;
}

export async function countMovements(
  reader: Reader,
  reach: MovementReach,
  filter: MovementFilter,
): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count ${filtered(filter, reach)}`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Years that the list can be narrowed to. */
export async function movementYears(reader: Reader, reach: MovementReach): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct movement.from_year as year from movement where ${seenBy(reach)} order by year desc`.execute(
    reader,
  );
  return rows.map((row) => row.year);
}

/** Names and spellings of all movements this person sees, to recognise one that a paper mentions. */
export async function knownMovements(
  reader: Reader,
  reach: MovementReach,
): Promise<{ id: number; name: string; launcher: number; names: string[] }[]> {
  const { rows } = await sql<{ id: number; name: string; launcher: number; names: string[] }>`
    select movement.id, movement.name, movement.launcher,
           array_append(array(select spelling from movement_spelling where movement_spelling.movement = movement.id),
                        movement.name) as names
      from movement where ${seenBy(reach)} order by movement.id`.execute(reader);
  return rows;
}

/** Movements this person sees that could be copied: of a launcher they draft for, newest first. */
export async function movementsToCopy(
  reader: Reader,
  launchers: readonly number[],
): Promise<{ id: number; name: string; fromYear: number; launcher: number }[]> {
  if (launchers.length === 0) return [];
  const rows = await reader
    .selectFrom("movement")
    .select(["id", "name", "from_year", "launcher"])
    .where("launcher", "in", launchers)
    .orderBy("from_year", "desc")
    .orderBy("id", "desc")
    .limit(20)
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, fromYear: row.from_year, launcher: row.launcher }));
}

/** The movement of that very name that begins in that year; null when there is none. */
export async function findMovementNamed(reader: Reader, name: string, year: number): Promise<number | null> {
  const row = await reader
    .selectFrom("movement")
    .select("id")
    .where("name", "=", name)
    .where("from_year", "=", year)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
