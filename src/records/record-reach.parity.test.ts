import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ministryIn } from "../../test/ministry-world.ts";
import { anActor, world } from "../../test/world.ts";
import { postKinds } from "../org/post.ts";
import { ancestorsOf } from "../org/scope.store.ts";
import type { Actor, Post } from "../platform/actor.ts";
import { type Day, day, startOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { maySeeRecord } from "./fact.may.ts";
import type { SubjectKind } from "./fact.ts";
import { listRecords } from "./list.store.ts";
import { findSubject } from "./subject.store.ts";

const here = world();
ministryIn(here);
const days = ["2017-05-01", "2021-03-01", "2024-08-15", "2026-11-02"].map(day);
let people: number[];
let units: number[];

beforeAll(async () => {
  const idsOf = async (table: "person" | "unit") =>
    (await reader().selectFrom(table).select("id").orderBy("id").execute()).map((row) => row.id);
  [people, units] = [await idsOf("person"), await idsOf("unit")];
});

const asked = fc.record({
  day: fc.constantFrom(...days),
  self: fc.nat(),
  posts: fc.array(
    fc.record({
      kind: fc.constantFrom(...postKinds),
      unit: fc.nat(),
      delegated: fc.boolean(),
      ended: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  actsIn: fc.nat({ max: 3 }),
  looked: fc.array(fc.nat(), { minLength: 15, maxLength: 15 }),
});
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

const one = (list: readonly number[], index: number): number => list[index % list.length]!;

async function actorFor(given: Asked): Promise<Actor> {
  const posts = await Promise.all(
    given.posts.map(async ({ kind, unit, delegated, ended }, id): Promise<Post> => {
      const where = one(units, unit);
      return {
        ...{ id, kind, unit: where, unitName: "", title: "", onBehalfOf: null },
        within: await ancestorsOf(reader(), where, given.day),
        delegation: delegated ? "uy-quyen" : null,
        validity: { from: day("2016-01-01"), to: ended ? day("2017-01-01") : null },
      };
    }),
  );
  return anActor({
    at: startOf(given.day),
    person: one(people, given.self),
    posts,
    post: posts[given.actsIn] ?? null,
  });
}

async function agrees(
  actor: Actor,
  kind: SubjectKind,
  ids: readonly number[],
  onDay: Day,
): Promise<boolean[]> {
  const filter = { subject: kind, words: "", code: null, year: null, unit: null };
  const { rows } = await listRecords(reader(), actor, filter, { number: 1, size: null });
  const listed = new Set(rows.map((row) => row.id));
  const expected = await Promise.all(
    ids.map(
      async (id) => !isRefusal(maySeeRecord(actor, (await findSubject(reader(), { kind, id }, onDay))!)),
    ),
  );
  expect(ids.map((id) => listed.has(id))).toEqual(expected);
  return expected;
}

test("the lists hold exactly those records that the predicate lets somebody see", async () => {
  const working = new Set(
    (await reader().selectFrom("post").select("person").where("kind", "=", "member").execute()).map(
      (row) => row.person,
    ),
  );
  const told = new Set(
    (
      await reader()
        .selectFrom("unit")
        .select("id")
        .where("has_accounts", "=", true)
        .where("kind", "not in", ["cluster", "council-body", "central-cluster"])
        .execute()
    ).map((row) => row.id),
  );
  const answers: boolean[] = [];
  await fc.assert(
    fc.asyncProperty(asked, async (given) => {
      const actor = await actorFor(given);
      const looked = (list: readonly number[]) => given.looked.map((index) => one(list, index));
      const [some, bodies] = [
        looked(people).filter((id) => working.has(id)),
        looked(units).filter((id) => told.has(id)),
      ];
      answers.push(
        ...(await agrees(
          actor,
          "person",
          [...some, actor.person!].filter((id) => working.has(id)),
          given.day,
        )),
      );
      answers.push(...(await agrees(actor, "unit", bodies, given.day)));
    }),
    { numRuns: 20 },
  );
  // Both answers occurred, so that neither side agreed by saying one thing only.
  expect(new Set(answers)).toEqual(new Set([true, false]));
});
