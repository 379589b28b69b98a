import { beforeAll, expect, test } from "vitest";
import { as, buildMinistry, inTime, type SmallMinistry, tooLate } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { saveExtension } from "../platform/extensions.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { startRegistration, submitRegistration } from "./registration.acts.ts";
import { registrationOffers as offers } from "./registration.offers.ts";
import { findRegistration } from "./registration.store.ts";
import { addTarget } from "./target.acts.ts";

const here = world();
let ministry: SmallMinistry;

beforeAll(async () => {
  ministry = await buildMinistry(here);
  const officer = await as(ministry, "lawOfficer");
  const id = await startRegistration(officer, {
    movementId: ministry.movement,
    unitId: ministry.lawDepartment,
  });
  if (isRefusal(id)) throw new Error(id.sentence);
  const target = { words: "Không để hồ sơ trễ hẹn", measure: null, value: null, valueUnit: null };
  await addTarget(officer, { registrationId: id, target });
  const { version } = (await findRegistration(reader(), id, onDay(inTime)))!;
  await submitRegistration(officer, { registrationId: id, version, lateReason: "", remarks: null });
});

const duesIn = async (year: number, units: readonly number[] | null) =>
  (await offers.dues!(reader(), year, units)).map(({ unit, deadline, doneAt, begun }) => [
    ...[unit, deadline.day, doneAt, begun],
  ]);

test("what was owed stands with its arrival, kept or not; a unit no deadline binds owes nothing", async () => {
  expect(await duesIn(2021, null)).toEqual([
    [ministry.lawDepartment, "2021-02-27", inTime, true],
    [ministry.department, "2021-02-27", null, false],
  ]);
  expect(await duesIn(2021, [ministry.department])).toEqual([
    [ministry.department, "2021-02-27", null, false],
  ]);
  expect(await duesIn(2020, null)).toEqual([]);
});

test("a year's step says how it stands, to those whom it concerns and to nobody else", async () => {
  const seen = async (name: Parameters<typeof as>[1], unit: number, at = tooLate) =>
    (
      await offers.yearSteps!(reader(), await as(ministry, name, { at }), {
        ...{ noun: "unit", id: unit, year: 2021 },
      })
    ).map(({ state, tone, day: on }) => [state, tone, on]);
  const sent = [["Đã gửi đúng hạn", "good", "2021-02-23"]];
  expect(await seen("lawMember", ministry.lawDepartment)).toEqual(sent);
  expect(await seen("standing", ministry.lawDepartment)).toEqual(sent);
  expect(await seen("clusterHead", ministry.lawDepartment)).toEqual(sent);
  expect(await seen("departmentOfficer", ministry.lawDepartment)).toEqual([]);
  expect(await seen("standing", ministry.department)).toEqual([["Quá hạn, chưa gửi", "bad", null]]);
  expect(await seen("clusterHead", ministry.department)).toEqual([]);
});

test("an extension given where all obligations are put off moves the deadline here too", async () => {
  const standing = await as(ministry, "standing");
  const subject = `movement-${ministry.movement}`;
  await here.arrange((tx) =>
    saveExtension(
      tx,
      {
        ...{ kind: "registration", subject, unit: ministry.department, body: ministry.ministry },
        ...{ day: day("2021-03-10"), dayBefore: day("2021-02-27"), reason: "Sở mới sáp nhập" },
      },
      standing,
      inTime,
    ),
  );
  expect((await duesIn(2021, [ministry.department]))[0]?.[1]).toBe("2021-03-10");
  const owed = await offers.owed!(reader(), day("2021-03-01"));
  expect(owed.map(({ unit, deadline }) => [unit, deadline.day])).toEqual([
    [ministry.department, "2021-03-10"],
  ]);
});
