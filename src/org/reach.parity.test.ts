import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { world } from "../../test/world.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, day } from "../platform/day.ts";
import { reader, type Tx } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { loadActor } from "./actor.store.ts";
import { saveAccount, savePerson } from "./person.store.ts";
import { savePost } from "./post.store.ts";
import { type PostKind, plainPost } from "./post.ts";
import { unitsHeld, unitsWithinReach } from "./reach.store.ts";
import { actsWithin, holdsPost } from "./reach.ts";
import { ancestorsOf } from "./scope.store.ts";
import { saveNewUnit } from "./unit.store.ts";
import { usualTraits } from "./unit.ts";
import { endUnits, savePlace, saveSuccession } from "./unit-change.store.ts";

const here = world();
const beginning = day("2020-01-01");
const kinds: PostKind[] = ["unit-head", "standing-officer", "inspector"];

/** A small ministry: units that stand under earlier ones, move once, and may end into another. */
interface SmallMinistry {
  readonly units: readonly SmallUnit[];
  readonly posts: readonly {
    unit: number;
    kind: PostKind;
    from: number;
    to: number | null;
    delegated: boolean;
  }[];
  readonly actsDelegated: boolean;
  readonly asked: number;
}

interface SmallUnit {
  readonly parent: number | null;
  readonly guidedBy: number | null;
  readonly moved: { on: number; parent: number | null } | null;
  readonly ended: { on: number; into: number } | null;
}

const LAST = 9;
const above = (index: number) =>
  index === 0 ? fc.constant(null) : fc.option(fc.nat({ max: index - 1 }), { nil: null });
const unitAt = (index: number): fc.Arbitrary<SmallUnit> =>
  fc.record({
    parent: above(index),
    guidedBy: above(index),
    moved: fc.option(fc.record({ on: fc.integer({ min: 1, max: 40 }), parent: above(index) }), { nil: null }),
    ended: fc.option(fc.record({ on: fc.integer({ min: 50, max: 90 }), into: fc.nat({ max: LAST }) }), {
      nil: null,
      freq: 4,
    }),
  });
const ministries: fc.Arbitrary<SmallMinistry> = fc.record({
  units: fc.tuple(...Array.from({ length: LAST + 1 }, (_, index) => unitAt(index))),
  posts: fc.array(
    fc.record({
      ...{ unit: fc.nat({ max: LAST }), kind: fc.constantFrom(...kinds), from: fc.nat({ max: 60 }) },
      to: fc.option(fc.integer({ min: 61, max: 100 }), { nil: null }),
      delegated: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  actsDelegated: fc.boolean(),
  asked: fc.nat({ max: 110 }),
});

const on = (offset: number): Day => addDays(beginning, offset);

let count = 0;

async function build(tx: Tx, ministry: SmallMinistry): Promise<{ ids: number[]; account: string }> {
  count += 1;
  const place = { province: null, shortName: null, from: beginning, traits: usualTraits.department };
  const ids: number[] = [];
  const idOf = (index: number | null) => (index === null ? null : ids[index]!);
  for (const [index, unit] of ministry.units.entries()) {
    const [parent, guidedBy] = [idOf(unit.parent), idOf(unit.guidedBy)];
    const naming = {
      name: `Đơn vị ${count}.${index}`,
      code: `U${count}-${index}`,
      kind: "department" as const,
    };
    ids.push(await saveNewUnit(tx, { ...place, ...naming, parent, guidedBy }));
    if (unit.moved)
      await savePlace(tx, ids[index]!, { parent: idOf(unit.moved.parent), guidedBy }, on(unit.moved.on));
  }
  const person = await savePerson(tx, {
    name: "Lò Văn Thử",
    civilNumber: null,
    gender: null,
    birthYear: null,
    category: "civil-servant",
    email: null,
  });
  const principal = await savePerson(tx, {
    name: "Quàng Thị Thử",
    civilNumber: null,
    gender: null,
    birthYear: null,
    category: "civil-servant",
    email: null,
  });
  const account = `parity-${count}`;
  await saveAccount(tx, person, account, new Date("2020-01-01T00:00:00Z"));
  const given = new Set<string>();
  for (const post of ministry.posts) {
    const key = `${post.unit} ${post.kind} ${post.delegated}`;
    if (
      given.has(key) ||
      (post.kind === "unit-head" && given.has(`${post.unit} unit-head ${!post.delegated}`))
    )
      continue;
    given.add(key);
    await savePost(tx, {
      ...plainPost(
        person,
        ids[post.unit]!,
        post.kind,
        "Chức trách",
        on(post.from),
        post.to === null ? null : on(post.to),
      ),
      ...(post.delegated
        ? { delegation: "uy-quyen" as const, onBehalfOf: principal, onBehalfTitle: "Thủ trưởng" }
        : {}),
    });
  }
  for (const [index, unit] of ministry.units.entries()) {
    if (!unit.ended || unit.ended.into === index) continue;
    await endUnits(tx, [ids[index]!], on(unit.ended.on));
    const paper = { symbol: null, signed: null, remarks: null };
    const change = {
      ...paper,
      kind: "merge" as const,
      from: ids[index]!,
      to: ids[unit.ended.into]!,
      on: on(unit.ended.on),
    };
    await saveSuccession(tx, change, new Date("2020-01-01T00:00:00Z"));
  }
  return { ids, account };
}

/** Who stands above whom by the model alone, as a person would work it out. */
function modelAbove({ units, asked }: SmallMinistry, start: number): Set<number> {
  const found = new Set([start]);
  const waiting = [start];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const unit = units[index]!;
    const parent = unit.moved && unit.moved.on <= asked ? unit.moved.parent : unit.parent;
    const into = unit.ended && unit.ended.into !== index && unit.ended.on <= asked ? unit.ended.into : null;
    for (const next of [parent, unit.guidedBy, into])
      if (next !== null && !found.has(next)) {
        found.add(next);
        waiting.push(next);
      }
  }
  return found;
}

const allows = (right: unknown): boolean => !isRefusal(right);

async function unitsOf(
  actor: Actor,
  condition: (actor: Actor, kinds: readonly PostKind[]) => unknown,
  kind: PostKind,
  ids: readonly number[],
) {
  const { rows } = await sql<{ id: number }>`
    select id from unit where id = any(${[...ids]}::bigint[]) and id in ${condition(actor, [kind])} order by id`.execute(
    reader(),
  );
  return rows.map((row) => row.id);
}

test("what the predicates allow is what the lists show, in random ministries on random days", async () => {
  await fc.assert(
    fc.asyncProperty(ministries, async (ministry) => {
      const { ids, account } = await here.arrange((tx) => build(tx, ministry));
      const at = new Date(`${on(ministry.asked)}T03:00:00Z`);
      const loaded = (await loadActor(reader(), { account, provedUntil: null }, at, null))!;
      const chosen =
        loaded.posts.find((post) => (post.delegation !== null) === ministry.actsDelegated) ?? null;
      const actor = { ...loaded, post: chosen };
      const above = new Map<number, number[]>();
      for (const [index, id] of ids.entries()) {
        const climbed = await ancestorsOf(reader(), id, on(ministry.asked));
        expect(new Set(climbed)).toEqual(new Set([...modelAbove(ministry, index)].map((one) => ids[one])));
        above.set(id, climbed);
      }
      for (const kind of kinds) {
        const within = ids.filter((id) => allows(actsWithin(actor, kind, above.get(id)!)));
        expect(await unitsOf(actor, unitsWithinReach, kind, ids)).toEqual(within);
        const held = ids.filter((id) => allows(holdsPost(actor, kind, id)));
        expect(await unitsOf(actor, unitsHeld, kind, ids)).toEqual(held);
      }
    }),
    { numRuns: 30 },
  );
});
