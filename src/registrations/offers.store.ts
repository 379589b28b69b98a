import { sql } from "kysely";
import { nameAt } from "../org/unit.store.ts";
import type { Instant } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { RegistrationEvent } from "./registration.ts";
import { type RegistrationReach, seenBy } from "./registration-reach.store.ts";

export interface SeenChange {
  readonly id: number;
  readonly kind: RegistrationEvent["kind"];
  readonly at: Instant;
  readonly unitName: string;
  readonly receiverName: string;
  readonly movementName: string;
}

/** What happened lately to registrations somebody sees, newest first. */
export async function changesSeen(
  reader: Reader,
  reach: RegistrationReach,
  since: Instant,
  limit: number,
): Promise<SeenChange[]> {
  const { rows } = await sql<SeenChange>`
    select registration.id, event.kind, event.at, registration.unit_name as "unitName",
           ${nameAt(sql`registration.receiver`, sql`${reach.day}`)} as "receiverName", movement.name as "movementName"
      from registration_event event
      join registration on registration.id = event.registration
      join movement on movement.id = registration.movement
     where event.at >= ${since} and ${seenBy(reach)}
     order by event.at desc, event.id desc limit ${limit}`.execute(reader);
  return rows;
}

/** Registrations of a unit that nobody has accepted yet. */
export async function openRegistrationsOf(reader: Reader, unit: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from registration
      join movement on movement.id = registration.movement and movement.state in ('issued', 'running')
     where registration.unit = ${unit} and registration.state <> 'accepted'`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** A person's own lines that stand or wait in some list. */
export async function personsOwnLines(reader: Reader, person: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from registration_line
     where person = ${person} and state <> 'declined' and gathered_from is null`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Movements that take registrations now. */
export async function movementsOpen(
  reader: Reader,
): Promise<{ id: number; name: string; launcher: number }[]> {
  return reader
    .selectFrom("movement")
    .select(["id", "name", "launcher"])
    .where("state", "in", ["issued", "running"])
    .orderBy("id")
    .execute();
}
