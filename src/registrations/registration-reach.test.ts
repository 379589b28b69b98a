import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import {
  anotherMovement,
  buildMinistry,
  inTime,
  type SmallMinistry,
} from "../../test/registrations-world.ts";
import { anActor, world } from "../../test/world.ts";
import type { PostKind } from "../org/post.ts";
import { ancestorsOfAll } from "../org/scope.store.ts";
import type { Actor, Post } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { listRegistrations, noFilter } from "./list.store.ts";
import { maySee } from "./registration.may.ts";
import { findRegistration } from "./registration.store.ts";
import { registrationReachOf } from "./registration-reach.store.ts";

const here = world();
let ministry: SmallMinistry;
let units: number[];
let registrations: number[];
let within: ReadonlyMap<number, readonly number[]>;

const states = ["draft", "submitted", "returned", "accepted", "withdrawn"] as const;
const kinds: readonly PostKind[] = [
  "member",
  "unit-head",
  "unit-deputy",
  "unit-officer",
  "standing-officer",
  "inspector",
  "cluster-head",
  "cluster-deputy",
  "clerk",
];

beforeAll(async () => {
  ministry = await buildMinistry(here);
  const { movement, people, ...named } = ministry;
  units = Object.values(named);
  within = await ancestorsOfAll(reader(), units, onDay(inTime));
  const registering = units.filter((unit) => unit !== ministry.ministry && unit !== ministry.cluster);
  for (const state of states)
    await everyUnitRegisters(await anotherMovement(here, ministry), registering, state);
  const { rows } = await sql<{ id: number }>`select id from registration order by id`.execute(reader());
  registrations = rows.map((row) => row.id);
});

/** Rooms send to the unit above them, the others to the ministry; an enforcement body's copy goes to its own head. */
async function everyUnitRegisters(
  movement: number,
  registering: readonly number[],
  state: (typeof states)[number],
) {
  await here.arrange(async (tx) => {
    for (const unit of registering) {
      const receiver = [ministry.room, ministry.otherRoom].includes(unit)
        ? ministry.department
        : unit === ministry.enforcementRoom
          ? ministry.enforcement
          : ministry.ministry;
      const copies = unit === ministry.enforcement ? [receiver, ministry.generalDepartment] : [receiver];
      const sent = state !== "draft";
      await sql`
        insert into registration (movement, unit, receiver, addressees, year, unit_name, state, submitted_at, late,
                                  channel, searched, started_at, changed_at)
        values (${movement}, ${unit}, ${receiver}, ${copies}::bigint[], 2021, 'Đơn vị', ${state},
                ${sent ? inTime : null}, ${sent ? false : null}, ${sent ? "online" : null}, 'don vi', ${inTime}, ${inTime})`.execute(
        tx,
      );
    }
  });
}

const aPost = fc.record({
  kind: fc.constantFrom(...kinds),
  unit: fc.nat(),
  ended: fc.boolean(),
  delegated: fc.boolean(),
  chosen: fc.boolean(),
});

function actorWith(
  drawn: readonly { kind: PostKind; unit: number; ended: boolean; delegated: boolean; chosen: boolean }[],
): Actor {
  const posts = drawn.map((one, index): Post => {
    const unit = units[one.unit % units.length]!;
    return {
      id: index + 1,
      kind: one.kind,
      unit,
      unitName: "Đơn vị",
      within: within.get(unit) ?? [],
      title: "Chức vụ",
      onBehalfOf: null,
      delegation: one.delegated ? "phu-trach" : null,
      validity: { from: day("2020-01-01"), to: one.ended ? day("2021-02-23") : null },
    };
  });
  const chosen = posts.find((_post, index) => drawn[index]!.chosen) ?? null;
  return anActor({ at: inTime, person: 99_999, posts, post: chosen });
}

test("a list in SQL holds exactly what the predicate lets somebody see", async () => {
  const all = await Promise.all(registrations.map((id) => findRegistration(reader(), id, onDay(inTime))));
  const seenCounts = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(aPost, { maxLength: 3 }), async (drawn) => {
      const actor = actorWith(drawn);
      const allowed = all.filter((one) => !isRefusal(maySee(actor, one!))).map((one) => one!.id);
      const reach = await registrationReachOf(reader(), actor);
      const order = { by: "sent", descending: false } as const;
      const listed = await listRegistrations(reader(), reach, noFilter, order, { offset: 0, limit: 1000 });
      seenCounts.add(allowed.length);
      expect(listed.rows.map(({ id }) => id).sort((left, right) => left - right)).toEqual(allowed);
      expect(listed.total).toBe(allowed.length);
    }),
    { numRuns: 150, seed: 20210227 },
  );
  // The draw reached people who see nothing and people who see much.
  expect(seenCounts.has(0)).toBe(true);
  expect(Math.max(...seenCounts)).toBeGreaterThan(10);
});
