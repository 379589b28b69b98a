import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { actorFor, aPerson, as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { mergeUnits } from "../org/succession.acts.ts";
import { systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { divideShare } from "./share.acts.ts";
import { findShareSeen, partsOf, seenShareOf, sharesNumbered } from "./share.store.ts";
import { trackShares } from "./share-progress.store.ts";
import { setTarget, withdrawTarget } from "./target.acts.ts";
import { maySeeShare } from "./target.may.ts";
import { targetOffers } from "./target.offers.ts";
import { findTarget } from "./target.store.ts";
import type { NewTarget } from "./target.ts";
import { computeTargets } from "./target-compute.acts.ts";
import { targetsOutOfOrder, valuesOutOfPlace } from "./target-invariants.store.ts";
import { targetReachOf } from "./target-reach.store.ts";
import { targetResultsOf } from "./target-result.store.ts";
import { TYPED } from "./target-source.ts";
import { enterValues } from "./value.acts.ts";
import { valuesOf } from "./value.store.ts";

const there = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildMinistry(there);
});

const april = new Date("2021-04-05T03:00:00Z");
const july = new Date("2021-07-05T03:00:00Z");
const firstQuarter = day("2021-03-31");
const secondQuarter = day("2021-06-30");

const aTarget = (given: Partial<NewTarget> = {}): NewTarget => ({
  owner: ministry.ministry,
  year: 2021,
  movement: null,
  movementPosition: null,
  takenWords: null,
  name: "Vụ việc trợ giúp pháp lý hoàn thành",
  measure: "count",
  counted: "vụ việc",
  counting: "sum",
  direction: "up",
  from: day("2021-01-01"),
  to: day("2021-12-31"),
  rhythm: "quarter",
  reportDays: 10,
  source: TYPED,
  beyond: false,
  base: null,
  goal: 100,
  paperSymbol: null,
  paperDay: null,
  paperLink: null,
  ...given,
});

function sure<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}

/** A target of the ministry divided to the Sở and the enforcement body. */
async function divided(given: Partial<NewTarget> = {}) {
  const standing = await as(ministry, "standing", { at: april });
  const id = sure(await setTarget(standing, aTarget(given)));
  const { whole } = (await findTarget(reader(), id, onDay(april)))!;
  const parts = [
    { unit: ministry.department, base: null, goal: 60 },
    { unit: ministry.enforcement, base: null, goal: 40 },
  ];
  sure(await divideShare(standing, { shareId: whole, parts }));
  const below = await partsOf(reader(), whole, onDay(april));
  const shareOf = (unit: number) => below.find((share) => share.unit === unit)!.id;
  return { id, whole, department: shareOf(ministry.department), enforcement: shareOf(ministry.enforcement) };
}

const entry = (
  shareId: number,
  numerator: number,
  given: Partial<{ to: typeof firstQuarter; seen: number; note: string }> = {},
) => ({
  kind: "typed" as const,
  entries: [
    {
      shareId,
      to: given.to ?? firstQuarter,
      numerator,
      denominator: null,
      note: given.note ?? "",
      seen: given.seen ?? null,
      files: [],
    },
  ],
});

const wholeOf = async (whole: number, at: Date) => {
  const [one] = await trackShares(reader(), await sharesNumbered(reader(), [whole], onDay(at)), onDay(at));
  return one!;
};

describe("who may", () => {
  test("the standing officer sets the sector's targets, a unit's officer its own unit's", async () => {
    const officer = await as(ministry, "departmentOfficer", { at: april });
    expect(await setTarget(officer, aTarget())).toMatchObject({ kind: "may-not" });
    expect(await setTarget(officer, aTarget({ owner: ministry.department }))).toBeTypeOf("number");
  });

  test("a unit enters for itself, its superior reads, others see nothing", async () => {
    const { department, whole } = await divided();
    const standing = await as(ministry, "standing", { at: april });
    const officer = await as(ministry, "departmentOfficer", { at: april });
    const enforcement = await as(ministry, "enforcementOfficer", { at: april });
    expect(await enterValues(standing, entry(department, 5))).toMatchObject({ refusal: "lacks-post" });
    expect(await enterValues(enforcement, entry(department, 5))).toMatchObject({ refusal: "lacks-post" });
    expect(await enterValues(officer, entry(department, 5))).toEqual({ added: 1, same: 0 });
    const sees = async (actor: typeof officer, share: number) =>
      (await findShareSeen(reader(), share, await targetReachOf(reader(), actor), actor.day)) !== null;
    expect(await sees(standing, department)).toBe(true);
    expect(await sees(officer, department)).toBe(true);
    expect(await sees(officer, whole)).toBe(false);
    expect(await sees(enforcement, department)).toBe(false);
  });

  test("the reach in SQL says what the predicate says", async () => {
    const { whole, department, enforcement } = await divided();
    const shares = await sharesNumbered(reader(), [whole, department, enforcement], onDay(april));
    const names = Object.keys(ministry.people) as (keyof typeof ministry.people)[];
    const answers: string[] = [];
    for (const name of names) {
      const actor = await as(ministry, name, { at: april });
      const reach = await targetReachOf(reader(), actor);
      for (const share of shares) {
        const seen = await seenShareOf(reader(), share, ministry.ministry, 2021, actor.day);
        const bySql = (await findShareSeen(reader(), share.id, reach, actor.day)) !== null;
        const byRule = !isRefusal(maySeeShare(actor, seen));
        if (bySql !== byRule) answers.push(`${name} ${share.unitName}: ${bySql}/${byRule}`);
      }
    }
    expect(answers).toEqual([]);
  });
});

describe("values", () => {
  test("of two that race the second sees the first and loses nothing", async () => {
    const { department } = await divided();
    const officer = await as(ministry, "departmentOfficer", { at: april });
    const head = await as(ministry, "departmentHead", { at: april });
    const outcomes = await Promise.all([
      enterValues(officer, entry(department, 5)),
      enterValues(head, entry(department, 6)),
    ]);
    expect(outcomes.filter((one) => !isRefusal(one))).toEqual([{ added: 1, same: 0 }]);
    expect(outcomes.find(isRefusal)).toMatchObject({
      refusal: "entered-meanwhile",
      kind: "moved-on",
      field: `entries.s${department}.numerator`,
    });
    expect(await valuesOf(reader(), department)).toHaveLength(1);
  });

  test("a correction stands beside the old, and only it counts", async () => {
    const { department, whole } = await divided();
    const officer = await as(ministry, "departmentOfficer", { at: april });
    sure(await enterValues(officer, entry(department, 5)));
    const [first] = await valuesOf(reader(), department);
    const corrected = entry(department, 8, { seen: first!.id, note: "Cộng sót 3 vụ" });
    expect(await enterValues(officer, corrected)).toEqual({ added: 1, same: 0 });
    const entries = await valuesOf(reader(), department);
    expect(entries.map(({ numerator, replaces }) => [numerator, replaces])).toEqual([
      [8, first!.id],
      [5, null],
    ]);
    expect((await wholeOf(whole, april)).progress.actual).toBe(8);
  });

  test("one bad row and nothing of the form is kept", async () => {
    const { department } = await divided();
    const other = await divided({ name: "Chỉ tiêu khác" });
    const officer = await as(ministry, "departmentOfficer", { at: april });
    const form = {
      kind: "typed" as const,
      entries: [...entry(department, 5).entries, ...entry(other.department, -1).entries],
    };
    expect(await enterValues(officer, form)).toMatchObject({
      refusal: "below-zero",
      field: `entries.s${other.department}.numerator`,
    });
    expect(await valuesOf(reader(), department)).toEqual([]);
  });

  test("a room's numbers are its unit's, which then enters none itself", async () => {
    const { department, whole } = await divided();
    const officer = await as(ministry, "departmentOfficer", { at: april });
    const parts = [{ unit: ministry.room, base: null, goal: 60 }];
    sure(await divideShare(officer, { shareId: department, parts }));
    const [room] = await partsOf(reader(), department, onDay(april));
    const roomHead = await as(ministry, "roomHead", { at: april });
    sure(await enterValues(roomHead, entry(room!.id, 7)));
    expect(await enterValues(officer, entry(department, 5))).toMatchObject({ refusal: "has-parts" });
    expect((await wholeOf(whole, april)).rolled).toMatchObject({
      numerator: 7,
      goal: 100,
      reporting: 2,
      told: 1,
    });
    expect(await divideShare(officer, { shareId: department, parts: [] })).toMatchObject({
      refusal: "share-in-use",
    });
  });

  test("a target withdrawn asks for nothing more and keeps what it has", async () => {
    const { id, department } = await divided();
    const officer = await as(ministry, "departmentOfficer", { at: april });
    sure(await enterValues(officer, entry(department, 5)));
    sure(
      await withdrawTarget(await as(ministry, "standing", { at: april }), {
        targetId: id,
        reason: "Thay chỉ tiêu",
      }),
    );
    expect(await enterValues(officer, entry(department, 6))).toMatchObject({ refusal: "withdrawn" });
    expect(await valuesOf(reader(), department)).toHaveLength(1);
  });
});

describe("computed from what is registered", () => {
  test("the share of units that have sent their registration, as it stood at each period's end", async () => {
    await there.arrange((tx) =>
      sql`
        insert into registration (movement, unit, receiver, addressees, year, unit_name, state, submitted_at, late,
                                  channel, searched, started_at, changed_at)
        values (${ministry.movement}, ${ministry.department}, ${ministry.ministry}, array[${ministry.ministry}]::bigint[],
                2021, 'Sở Tư pháp tỉnh Điện Biên', 'submitted', '2021-02-25', false, 'online', '', now(), now())`.execute(
        tx,
      ),
    );
    const standing = await as(ministry, "standing", { at: april });
    const asked = {
      measure: "percent",
      counting: "running",
      source: "registrations-sent",
      goal: 100,
    } as const;
    const id = sure(await setTarget(standing, aTarget(asked)));
    const { whole } = (await findTarget(reader(), id, onDay(april)))!;
    expect(
      await computeTargets(await as(ministry, "departmentOfficer", { at: april }), { targetId: id }),
    ).toMatchObject({
      kind: "may-not",
    });
    expect(await computeTargets(standing, { targetId: id })).toBe(2);
    expect(await computeTargets(standing, { targetId: id })).toMatchObject({ refusal: "nothing-new" });
    const values = await valuesOf(reader(), whole);
    expect(values.map(({ to, numerator, denominator, kind }) => [to, numerator, denominator, kind])).toEqual([
      [secondQuarter, 1, 3, "computed"],
      [firstQuarter, 1, 3, "computed"],
    ]);
  });
});

test("the invariants find what acts never write", async () => {
  expect([await targetsOutOfOrder(reader()), await valuesOutOfPlace(reader())]).toEqual([[], []]);
  const { department, enforcement, whole } = await divided();
  const officer = await as(ministry, "departmentOfficer", { at: april });
  sure(await enterValues(officer, entry(department, 5)));
  const [first] = await valuesOf(reader(), department);
  await there.arrange((tx) =>
    sql`
      insert into target_value (target, share, unit, from_day, to_day, numerator, kind, replaces, at, day, actor_name)
      select target, ${enforcement}, unit, from_day, to_day, 6, kind, id, at, day, actor_name
        from target_value where id = ${first!.id}`.execute(tx),
  );
  await there.arrange((tx) =>
    sql`update target_share set unit = ${ministry.lawDepartment} where id = ${whole}`.execute(tx),
  );
  const broken = [await targetsOutOfOrder(reader()), await valuesOutOfPlace(reader())];
  expect(broken.map((ids) => ids.length)).toEqual([1, 1]);
});

describe("a unit merged in mid-year", () => {
  test("its progress follows the succession, to the day", async () => {
    const { department, whole } = await divided();
    const officer = await as(ministry, "departmentOfficer", { at: april });
    const parts = [
      { unit: ministry.room, base: null, goal: 20 },
      { unit: ministry.otherRoom, base: null, goal: 40 },
    ];
    sure(await divideShare(officer, { shareId: department, parts }));
    const rooms = await partsOf(reader(), department, onDay(april));
    const roomOf = (unit: number) => rooms.find((share) => share.unit === unit)!.id;
    const system = systemActor("Thử", april, onDay(april));
    const administrator = await there.arrange((tx) =>
      aPerson(tx, "Quản Trị", ministry.ministry, "administrator"),
    );
    sure(await enterValues(system, entry(roomOf(ministry.room), 4)));
    sure(await enterValues(system, entry(roomOf(ministry.otherRoom), 9)));
    const provedUntil = new Date(april.getTime() + 600_000);
    sure(
      await mergeUnits(
        { ...(await actorFor(administrator, "Quản Trị", april)), provedUntil },
        {
          from: [ministry.room],
          into: ministry.otherRoom,
          on: day("2021-04-01"),
          symbol: null,
          signed: null,
          remarks: null,
        },
      ),
    );
    const later = systemActor("Thử", july, onDay(july));
    expect(await enterValues(later, entry(roomOf(ministry.room), 1, { to: secondQuarter }))).toMatchObject({
      refusal: "unit-ended",
    });
    sure(await enterValues(later, entry(roomOf(ministry.otherRoom), 10, { to: secondQuarter })));
    const question = { units: [ministry.otherRoom], year: 2021, day: onDay(july) };
    const results = await targetResultsOf(reader(), question);
    expect(results.map(({ actual, goal, percent }) => ({ actual, goal, percent }))).toContainEqual({
      actual: 23,
      goal: 60,
      percent: 38.3,
    });
    expect((await wholeOf(whole, july)).rolled.numerator).toBe(23);
  });

  test("a follower without a share of its own goes on in the place of the one that ended", async () => {
    const standing = await as(ministry, "standing", { at: april });
    const id = sure(await setTarget(standing, aTarget({ name: "Văn bản thẩm định đúng hạn" })));
    const { whole } = (await findTarget(reader(), id, onDay(april)))!;
    const parts = [{ unit: ministry.lawDepartment, base: null, goal: 100 }];
    sure(await divideShare(standing, { shareId: whole, parts }));
    const [share] = await partsOf(reader(), whole, onDay(april));
    const administrator = await there.arrange((tx) =>
      aPerson(tx, "Quản Trị Hai", ministry.ministry, "administrator"),
    );
    const provedUntil = new Date(april.getTime() + 600_000);
    const merger = {
      from: [ministry.lawDepartment],
      into: ministry.generalDepartment,
      on: day("2021-04-01"),
      symbol: null,
      signed: null,
      remarks: null,
    };
    const actor = await actorFor(administrator, "Quản Trị Hai", april);
    sure(await mergeUnits({ ...actor, provedUntil }, merger));
    const later = systemActor("Thử", july, onDay(july));
    expect(await enterValues(later, entry(share!.id, 30, { to: secondQuarter }))).toEqual({
      added: 1,
      same: 0,
    });
    const follower = await as(ministry, "generalStanding", { at: july });
    const reach = await targetReachOf(reader(), follower);
    expect((await findShareSeen(reader(), share!.id, reach, follower.day))?.id).toBe(share!.id);
    const owed = (await targetOffers.owed!(reader(), day("2021-10-01"))).filter(
      ({ unit }) => unit === ministry.generalDepartment,
    );
    expect(owed.map(({ subject }) => subject)).toEqual([
      "target-values-2021-03-31-2021-04-10",
      "target-values-2021-09-30-2021-10-10",
    ]);
  });
});
