import { sql } from "kysely";
import { asDeadline, deadlineFor as ownDeadline } from "../movements/deadlines.ts";
import { scopeOf } from "../movements/movement.store.ts";
import { deadlinesOf } from "../movements/movement-parts.store.ts";
import { takesPart } from "../org/scope.ts";
import { childrenOf, nameAt } from "../org/unit.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { inVietnameseOrder } from "../platform/vietnamese.ts";
import { findMovementFacts } from "./deadline.store.ts";
import { extensionsOf } from "./extension.store.ts";
import { deadlineFor } from "./extension.ts";
import type { OwedRegistration, Owing } from "./overview.ts";
import type { TitleCount } from "./summary.ts";

/**
 * The units that owe a body their registration in a movement: for the launcher the units in scope, for a unit
 * that gathers its own rooms. Each with its deadline, its registration and the last reminder.
 */
export async function owingOf(reader: Reader, movementId: number, body: number, day: Day): Promise<Owing[]> {
  const movement = await findMovementFacts(reader, movementId);
  if (!movement) return [];
  const registrations = await registrationsTo(reader, movementId, body);
  const reminded = await remindedOn(reader, movementId);
  const extensions = await extensionsOf(reader, movementId, body);
  const deadlines = movement.launcher === body ? await deadlinesOf(reader, movementId) : [];
  const units =
    movement.launcher === body ? await scopeOf(reader, movementId) : await roomsOf(reader, body, day);
  return units.map((unit) => {
    const own = ownDeadline(deadlines, "registration", unit);
    return {
      unit: unit.id,
      unitName: unit.name,
      unitCode: unit.code,
      clusters: unit.clusters,
      deadline: deadlineFor(unit.id, own && asDeadline(own), extensions),
      boundBy: own?.id ?? null,
      registration: registrations.get(unit.id) ?? null,
      remindedOn: reminded.get(unit.id) ?? null,
    };
  });
}

/** Rooms and units directly below a unit that gathers. */
async function roomsOf(reader: Reader, body: number, day: Day) {
  const children = await childrenOf(reader, [body], day);
  return children
    .filter((unit) => unit.hasAccounts && takesPart.includes(unit.kind))
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      code: unit.code,
      audience: "room" as const,
      clusters: [],
    }));
}

async function registrationsTo(
  reader: Reader,
  movement: number,
  body: number,
): Promise<Map<number, OwedRegistration>> {
  const { rows } = await sql<OwedRegistration & { unit: number }>`
    select id, unit, state, submitted_at as "submittedAt", late, channel, line_count as "lineCount"
      from registration where movement = ${movement} and receiver = ${body}`.execute(reader);
  return new Map(rows.map(({ unit, ...registration }) => [unit, registration]));
}

async function remindedOn(reader: Reader, movement: number): Promise<Map<number, Day>> {
  const { rows } = await sql<{ unit: number; day: Day }>`
    select recipient::bigint as unit, max(on_day) as day from reminder
     where kind = 'registration' and subject = ${`movement-${movement}`} group by recipient`.execute(reader);
  return new Map(rows.map(({ unit, day }) => [unit, day]));
}

/** How many of those who owe a body have sent, in one statement: for tabs and the left rail. */
export async function sentOf(
  reader: Reader,
  movement: number,
  body: number,
): Promise<{ sent: number; total: number }> {
  const { rows } = await sql<{ sent: number; total: number }>`
    select count(*)::int as total, count(registration.id)::int as sent
      from movement_unit reached
      left join registration on registration.movement = reached.movement and registration.unit = reached.unit
             and registration.receiver = ${body} and registration.state in ('submitted', 'accepted')
     where reached.movement = ${movement}`.execute(reader);
  return rows[0] ?? { sent: 0, total: 0 };
}

/** The year's clusters of the units in a movement's scope. */
export async function clustersIn(
  reader: Reader,
  movement: number,
  day: Day,
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select cluster as id, ${nameAt(sql`cluster`, sql`${day}`)} as name
      from (select distinct unnest(clusters) as cluster from movement_unit where movement = ${movement}) known`.execute(
    reader,
  );
  return rows.toSorted((left, right) => inVietnameseOrder(left.name, right.name));
}

/** How many each unit has sent for each title, of what goes to the receiver: the cells of the summary table. */
export async function titleCounts(reader: Reader, movement: number, body: number): Promise<TitleCount[]> {
  const { rows } = await sql<TitleCount>`
    select registration.unit, line.title, line.chain, count(*)::int as count
      from registration join registration_line line on line.registration = registration.id
     where registration.movement = ${movement} and registration.receiver = ${body}
       and registration.state in ('submitted', 'accepted') and line.state = 'listed'
       and (line.chain = 'vertical' or (select chain = 'territorial' from unit where unit.id = ${body}))
     group by registration.unit, line.title, line.chain`.execute(reader);
  return rows;
}
