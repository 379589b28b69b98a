import { bodiesServing } from "../movements/movement-reach.store.ts";
import type { Actor } from "../platform/actor.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { attendanceOf } from "./attendance.ts";
import { declaredIn } from "./conflict.store.ts";
import type { SeenCouncil } from "./council.may.ts";
import { findCouncil } from "./council.store.ts";
import type { Council } from "./council.ts";
import { itemsOf } from "./item.store.ts";
import { membersOf, placesOf, unitsWithin } from "./member.store.ts";
import { type Membership, rolesOf } from "./member.ts";
import { rulesOf } from "./rules.store.ts";
import { rulesOn, usualRules, type WorkingRules } from "./rules.ts";
import { attendanceEventsOf, openedAtOf, sessionEventsOf } from "./session.store.ts";
import type { Session } from "./session.ts";
import { votersOf, type WholeSession } from "./whole.ts";

/** A council as one person meets it, with everybody who ever sat on it; null when there is none. */
export async function findSeenCouncil(
  reader: Reader,
  id: number,
  actor: Actor,
): Promise<{ council: SeenCouncil; members: Membership[] } | null> {
  const council = await findCouncil(reader, id, actor.day);
  return council && seenBySomebody(reader, council, actor);
}

async function seenBySomebody(reader: Reader, council: Council, actor: Actor) {
  const [servedBy, members] = [
    await bodiesServing(reader, council.body, actor.day),
    await membersOf(reader, council.id, actor.day),
  ];
  const roles = rolesOf(members, actor.person, actor.day);
  return { council: { ...council, servedBy, roles }, members };
}

/** The rules of a day; where a council has written none down, the usual ones, named as such. */
async function rulesHolding(reader: Reader, council: number, on: Day): Promise<WorkingRules> {
  const written = rulesOn(await rulesOf(reader, council), on);
  return (
    written ?? { ...usualRules, id: 0, fromDay: on, paperSymbol: "(thông lệ, chưa có quy chế)", paperDay: on }
  );
}

/** Everything of a session, as it stands in this transaction or now. */
export async function wholeOf(
  reader: Reader,
  session: Session,
  council: Council,
  members: readonly Membership[],
  beside: readonly number[] = [],
): Promise<WholeSession> {
  const voters = votersOf(members, session);
  const items = await itemsOf(reader, session.id, session.day);
  const events = await sessionEventsOf(reader, session.id);
  const people = new Set([
    ...voters.map(({ person }) => person),
    ...items.flatMap((item) => (item.person === null ? [] : [item.person])),
    ...beside,
  ]);
  const units = items.flatMap((item) => (item.unit === null ? [] : [item.unit]));
  return {
    session,
    council,
    members,
    voters,
    items,
    rules: await rulesHolding(reader, council.id, session.day),
    attendance: attendanceOf(await attendanceEventsOf(reader, session.id), openedAtOf(events)),
    declared: await declaredIn(reader, session.id),
    places: await placesOf(reader, [...people], council.body, session.day),
    unitsAbove: await unitsWithin(reader, units, council.body, session.day),
  };
}
