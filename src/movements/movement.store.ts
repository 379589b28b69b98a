import { sql } from "kysely";
import type { Audience } from "../org/scope.ts";
import type { UnitKind } from "../org/unit.ts";
import type { Day } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";
import type { BoundUnit } from "./audience.ts";
import type { MovementState } from "./life.ts";
import type { Level, Movement, MovementHead, MovementKind } from "./movement.ts";
import { deadlinesOf, partsOf } from "./movement-parts.store.ts";
import { bodiesServing, type MovementReach, seenBy } from "./movement-reach.store.ts";

const columns = [
  "movement.id",
  "movement.kind",
  "movement.level",
  "movement.launcher",
  "movement.drafted_in",
  "movement.name",
  "movement.from_year",
  "movement.to_year",
  "movement.theme",
  "movement.state",
  "movement.on_portal",
  "movement.version",
  "movement.made_at",
  "movement.issued_at",
  "movement.motto",
  "movement.goal",
  "movement.requirements",
  "movement.scope_words",
  "movement.subjects",
  "movement.criteria",
  "movement.expected_commendation",
  "movement.funding",
  "movement.solutions",
  "movement.scope_groups",
  "movement.scope_named",
  "movement.scope_excluded",
] as const;

const launcherName = sql<string>`(
  select unit_name.name from unit_name where unit_name.unit = movement.launcher
   order by coalesce(lower(unit_name.validity), '-infinity'::date) desc limit 1)`;
const launcherKind = sql<UnitKind>`(select unit.kind from unit where unit.id = movement.launcher)`;

const selectMovement = (reader: Reader) =>
  reader
    .selectFrom("movement")
    .select(columns)
    .select([launcherName.as("launcher_name"), launcherKind.as("launcher_kind")]);

type Row = Awaited<ReturnType<ReturnType<typeof selectMovement>["executeTakeFirstOrThrow"]>>;

const headOf = (row: Row, bodies: readonly number[]): MovementHead => ({
  id: row.id,
  kind: row.kind as MovementKind,
  level: row.level as Level,
  launcher: { id: row.launcher, name: row.launcher_name, kind: row.launcher_kind },
  draftedIn: row.drafted_in,
  bodies,
  name: row.name,
  fromYear: row.from_year,
  toYear: row.to_year,
  theme: row.theme,
  state: row.state as MovementState,
  onPortal: row.on_portal,
  version: row.version,
  madeAt: row.made_at,
  issuedAt: row.issued_at,
});

async function whole(reader: Reader, row: Row, day: Day): Promise<Movement> {
  const bodies = await bodiesServing(reader, row.launcher, day);
  return {
    ...headOf(row, bodies),
    motto: row.motto,
    goal: row.goal,
    requirements: row.requirements,
    scopeWords: row.scope_words,
    subjects: row.subjects,
    criteria: row.criteria,
    expectedCommendation: row.expected_commendation,
    funding: row.funding,
    solutions: row.solutions,
    scope: {
      groups: row.scope_groups as Audience[],
      named: ids(row.scope_named),
      excluded: ids(row.scope_excluded),
    },
    ...(await partsOf(reader, row.id)),
    deadlines: await deadlinesOf(reader, row.id),
  };
}

/** Arrays of bigint come as texts. */
const ids = (values: readonly unknown[]): number[] => values.map(Number);

/** The movement as this person sees it; null when there is none, or none for them. */
export async function findMovementSeen(
  reader: Reader,
  id: number,
  reach: MovementReach,
  day: Day,
): Promise<Movement | null> {
  const row = await selectMovement(reader)
    .where("movement.id", "=", id)
    .where(seenBy(reach))
    .executeTakeFirst();
  return row ? whole(reader, row, day) : null;
}

/** The movement, whoever asks: for acts that decide for themselves, and for later stages. */
export async function findMovement(reader: Reader, id: number, day: Day): Promise<Movement | null> {
  const row = await selectMovement(reader).where("movement.id", "=", id).executeTakeFirst();
  return row ? whole(reader, row, day) : null;
}

/** Loads for change: nobody else changes it until this transaction ends. */
export async function loadMovement(tx: Tx, id: number, day: Day): Promise<Movement | null> {
  const row = await selectMovement(tx).where("movement.id", "=", id).forUpdate().executeTakeFirst();
  return row ? whole(tx, row, day) : null;
}

/** A unit in scope, as written when the launch was issued. */
export interface ScopeUnit extends BoundUnit {
  readonly name: string;
  readonly code: string;
  readonly kind: UnitKind;
}

/** The units in scope with their group and clusters, by name. */
export async function scopeOf(reader: Reader, movement: number): Promise<ScopeUnit[]> {
  const { rows } = await sql<{
    id: number;
    audience: Audience;
    clusters: string[];
    name: string;
    code: string;
    kind: UnitKind;
  }>`
    select reached.unit as id, reached.audience, reached.clusters, named.name, named.code, unit.kind
      from movement_unit reached
      join unit on unit.id = reached.unit
      cross join lateral (
        select name, code from unit_name where unit_name.unit = reached.unit
         order by coalesce(lower(unit_name.validity), '-infinity'::date) desc limit 1) named
     where reached.movement = ${movement}
     order by named.name collate "vi-x-icu"`.execute(reader);
  return rows.map((row) => ({ ...row, clusters: ids(row.clusters) }));
}

/** One unit in scope; null when the launch does not reach it. */
export async function findScopeUnit(
  reader: Reader,
  movement: number,
  unit: number,
): Promise<BoundUnit | null> {
  const row = await reader
    .selectFrom("movement_unit")
    .select(["unit", "audience", "clusters"])
    .where("movement", "=", movement)
    .where("unit", "=", unit)
    .executeTakeFirst();
  return row ? { id: row.unit, audience: row.audience as Audience, clusters: ids(row.clusters) } : null;
}
