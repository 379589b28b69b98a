import { sql } from "kysely";
import { bodiesServing } from "../movements/movement-reach.store.ts";
import { unitsInScope } from "../org/scope.store.ts";
import { findUnit, findUnits } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Span } from "./period.ts";
import type { Review, ReviewLevel, Signatory } from "./review.ts";

/** A movement as far as its reviews need to know it. */
export interface MovementSpan extends Span {
  readonly id: number;
  readonly name: string;
  readonly launcher: number;
  /** Issued; a final review is often written after the movement has closed. */
  readonly issued: boolean;
}

export async function movementSpan(reader: Reader, id: number): Promise<MovementSpan | null> {
  const { rows } = await sql<MovementSpan>`
    select id, name, launcher, from_year as "fromYear", to_year as "toYear",
           state in ('issued', 'running', 'closed') as issued
      from movement where id = ${id}`.execute(reader);
  return rows[0] ?? null;
}

/** Somebody that reports, as they are on a day. */
export interface ReportingUnit {
  readonly id: number;
  readonly name: string;
  readonly level: ReviewLevel;
  /** Who takes its report in; null when nothing above it does. */
  readonly receiver: number | null;
  readonly keptBy: readonly number[];
  readonly ended: boolean;
}

/**
 * A unit as it reports in a movement, or on its year: to the launcher when the launch reaches it, to the unit
 * above it that is reached otherwise; a cluster to its founder; the launcher itself to nobody. Null when the
 * movement does not concern it.
 */
export async function findReportingUnit(
  reader: Reader,
  unit: number,
  movement: MovementSpan | null,
  day: Day,
): Promise<ReportingUnit | null> {
  const found = await findUnit(reader, unit, day);
  if (!found) return null;
  const keptBy = await bodiesServing(reader, unit, day);
  const ended = found.validity.to !== null && found.validity.to <= day;
  const named = { id: unit, name: found.name, keptBy, ended };
  const superiors = [found.parent, found.guidedBy].filter((above) => above !== null);
  if (movement === null) {
    const sector = found.kind === "ministry" || superiors.length === 0;
    const level = found.kind === "cluster" ? "cluster" : sector ? "sector" : "unit";
    return { ...named, level, receiver: level === "sector" ? null : (found.guidedBy ?? found.parent) };
  }
  if (movement.launcher === unit) return { ...named, level: "sector", receiver: null };
  const level = found.kind === "cluster" ? "cluster" : "unit";
  const reached = await reachedAmong(reader, movement.id, [unit, ...superiors]);
  if (reached.includes(unit)) return { ...named, level, receiver: movement.launcher };
  const through = superiors.find((above) => reached.includes(above));
  return through === undefined ? null : { ...named, level, receiver: through };
}

/** Which of these units and clusters a movement reaches. */
async function reachedAmong(reader: Reader, movement: number, units: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ unit: number }>`
    select asked.unit from unnest(${[...units]}::bigint[]) as asked (unit)
     where exists (select from movement_unit reached
                    where reached.movement = ${movement}
                      and (reached.unit = asked.unit or asked.unit = any(reached.clusters)))`.execute(reader);
  return rows.map((row) => row.unit);
}

interface SignerRow {
  readonly person: number;
  readonly name: string;
  readonly title: string;
  readonly heads: boolean;
  readonly empowered: boolean;
  readonly office: string | null;
}

/**
 * Who may sign for the unit on a day: its own head or whoever is in charge, then those who hold the head's
 * power by a delegation, then its deputies, who sign for the head.
 */
export async function signersOf(
  reader: Reader,
  { unit, level }: Pick<Review, "unit" | "level">,
  day: Day,
): Promise<Signatory[]> {
  const [head, deputy] =
    level === "cluster" ? ["cluster-head", "cluster-deputy"] : ["unit-head", "unit-deputy"];
  const { rows } = await sql<SignerRow>`
    select post.person, person.name, post.title, post.on_behalf_title as office,
           post.kind = ${head} and post.on_behalf_of is null as heads, post.delegation is not distinct from 'uy-quyen' as empowered
      from post join person on person.id = post.person
     where post.unit = ${unit} and post.validity @> ${day}::date
       and post.delegation is distinct from 'typing'
       and (post.kind in (${head}, ${deputy}) or post.kind = 'signatory' and post.delegation in ('ky-thay', 'uy-quyen'))
     order by heads desc, post.delegation is null and post.kind = ${head} desc, post.kind = ${deputy}, post.id`.execute(
    reader,
  );
  const leader = rows.find(({ heads }) => heads);
  const offices = { cluster: "Trưởng cụm", unit: "Thủ trưởng đơn vị", sector: "Thủ trưởng cơ quan" };
  const signers = rows.map(
    ({ person, name, title, heads, empowered, office }): Signatory => ({
      person,
      name,
      title,
      signsFor: heads
        ? null
        : { capacity: empowered ? "TUQ." : "KT.", office: office ?? leader?.title ?? offices[level] },
    }),
  );
  return signers.filter((one, at) => signers.findIndex(({ person }) => person === one.person) === at);
}

/**
 * The units whose record a review tells: its own unit and, above a single unit, the members of a cluster, all a movement reaches or all
 * below a body; with whatever was merged into them since the period began.
 */
export async function unitsToldOf(
  reader: Reader,
  review: Pick<Review, "level" | "unit" | "movement" | "year" | "from" | "to">,
  day: Day,
): Promise<number[]> {
  const own = [...new Set([review.unit, ...(await ownUnits(reader, review, day))])];
  const { rows } = await sql<{ unit: number }>`
    with recursive told as (
      select unnest(${own}::bigint[]) as unit
      union
      select succession.from_unit from succession join told on told.unit = succession.to_unit
       where succession.from_unit <> succession.to_unit and succession.on_day >= ${review.from}::date
         and succession.on_day <= ${day}::date
    ) select unit from told`.execute(reader);
  return rows.map((row) => row.unit);
}

async function ownUnits(
  reader: Reader,
  review: Pick<Review, "level" | "unit" | "movement" | "year">,
  day: Day,
): Promise<number[]> {
  if (review.level === "unit") return [];
  if (review.level === "cluster") {
    const { rows } = await sql<{ unit: number }>`
      select unit from cluster_member where cluster = ${review.unit} and year = ${review.year}`.execute(
      reader,
    );
    return rows.map((row) => row.unit);
  }
  if (review.movement === null) return (await unitsInScope(reader, review.unit, day)).map(({ id }) => id);
  const { rows } = await sql<{ unit: number }>`
    select unit from movement_unit where movement = ${review.movement} and audience <> 'cluster'`.execute(
    reader,
  );
  return rows.map((row) => row.unit);
}

/** Names of units on a day, by id. */
export async function namesOn(
  reader: Reader,
  units: readonly number[],
  day: Day,
): Promise<ReadonlyMap<number, string>> {
  return new Map((await findUnits(reader, units, day)).map(({ id, name }) => [id, name]));
}
