import { beforeAll, describe, expect, test } from "vitest";
import { as, buildMinistry, inTime, type SmallMinistry, tooLate } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { noticesOf } from "../platform/notices.store.ts";
import { isRefusal } from "../platform/refusal.ts";
import { startRegistration, submitRegistration } from "./registration.acts.ts";
import { registrationJobs } from "./registration.jobs.ts";
import { registrationOffers as offers } from "./registration.offers.ts";
import { findRegistration } from "./registration.store.ts";
import { addTarget } from "./target.acts.ts";

const here = world();
let ministry: SmallMinistry;
let registration: number;

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

const titles = async (name: Parameters<typeof as>[1], at = inTime) =>
  (await offers.waiting!(reader(), await as(ministry, name, { at }))).map(({ title, note }) => [title, note]);

describe("before anything was sent", () => {
  test("each unit's officer is told to register by the deadline, the standing officer waits for three", async () => {
    const [item] = await offers.waiting!(reader(), await as(ministry, "lawOfficer"));
    expect(item).toMatchObject({
      title: "Đăng ký thi đua",
      from: "Bộ Tư pháp",
      deadline: { day: "2021-02-27", inclusive: true },
    });
    expect(await titles("roomHead")).toEqual([
      ["Đăng ký thi đua", "Phong trào thi đua ngành Tư pháp năm 2021 · Phòng Hành chính tư pháp"],
    ]);
    expect(await titles("lawMember")).toEqual([]);
    expect(await offers.awaited!(reader(), await as(ministry, "standing"))).toMatchObject([
      { done: 0, total: 3, action: { href: `/dang-ky/phong-trao/${ministry.movement}/don-doc` } },
    ]);
    expect(await offers.awaited!(reader(), await as(ministry, "lawOfficer"))).toEqual([]);
  });

  test("the clocked reminders know who owes by which day, and who has none", async () => {
    const owed = await offers.owed!(reader(), day("2021-02-20"));
    expect(owed.map(({ kind, subject, unit, deadline }) => [kind, subject, unit, deadline.day])).toEqual([
      ["registration", `movement-${ministry.movement}`, ministry.department, "2021-02-27"],
      ["registration", `movement-${ministry.movement}`, ministry.lawDepartment, "2021-02-27"],
    ]);
  });

  test("the deadline stands on the year's line, red once it is missed", async () => {
    const marks = async (at: Date) =>
      (await offers.yearMarks!(reader(), await as(ministry, "lawOfficer", { at }), 2021)).marks;
    expect(await marks(inTime)).toEqual([{ label: "Đăng ký", day: "2021-02-27", tone: "watch" }]);
    expect(await marks(tooLate)).toEqual([{ label: "Đăng ký", day: "2021-02-27", tone: "bad" }]);
  });
});

describe("once a unit has sent", () => {
  beforeAll(async () => {
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
    registration = id;
  });

  test("it waits for the standing officer and no longer for the unit", async () => {
    expect(await titles("lawOfficer")).toEqual([]);
    expect(await titles("standing")).toEqual([
      ["Tiếp nhận đăng ký thi đua: 1 đơn vị", "Phong trào thi đua ngành Tư pháp năm 2021"],
    ]);
  });

  test("the movement's tab counts it for who receives, and shows others only their own", async () => {
    const tab = async (name: Parameters<typeof as>[1]) =>
      (
        await offers.tabs!(reader(), await as(ministry, name), { noun: "movement", id: ministry.movement })
      ).map(({ count, href }) => [count, href]);
    expect(await tab("standing")).toEqual([["1/3", `/dang-ky/phong-trao/${ministry.movement}`]]);
    expect(await tab("lawOfficer")).toEqual([["1", `/dang-ky?phong-trao=${ministry.movement}`]]);
    expect(await tab("otherMember")).toEqual([]);
  });

  test("search finds it without accents for those who see it, and leaves no trace for others", async () => {
    const hits = async (name: Parameters<typeof as>[1], words: string) =>
      (await offers.search!(reader(), await as(ministry, name), words, 10)).map(({ href, rank }) => [
        href,
        rank,
      ]);
    expect(await hits("standing", "kinh te dan su")).toEqual([[`/dang-ky/${registration}`, 1]]);
    expect(await hits("standing", "Dân sự")).toEqual([[`/dang-ky/${registration}`, 2]]);
    expect(await hits("otherMember", "dan su")).toEqual([]);
  });

  test("what changed is told to those who see it", async () => {
    const sentences = async (name: Parameters<typeof as>[1]) =>
      (await offers.changes!(reader(), await as(ministry, name), day("2021-02-20"))).map(
        ({ sentence }) => sentence,
      );
    expect(await sentences("standing")).toEqual([
      "Vụ Pháp luật dân sự - kinh tế gửi đăng ký thi đua “Phong trào thi đua ngành Tư pháp năm 2021”",
    ]);
    expect(await sentences("roomHead")).toEqual([]);
  });

  test("a unit about to be merged counts it as open work", async () => {
    expect(await offers.openWorkOf!(reader(), ministry.lawDepartment)).toEqual([
      { label: "Đăng ký thi đua chưa được tiếp nhận", count: 1 },
    ]);
    expect(await offers.openWorkOf!(reader(), ministry.room)).toEqual([]);
  });

  test("the receipt reaches the standing officer as a notice", async () => {
    const job = registrationJobs.find(({ name }) => name === "registration.tell-standing-body")!;
    await job.run(systemActor("Công việc", inTime, onDay(inTime)), { registrationId: registration });
    expect(
      (await noticesOf(reader(), ministry.people.standing, 5, null)).map(({ sentence, href }) => [
        sentence,
        href,
      ]),
    ).toEqual([
      [
        "Vụ Pháp luật dân sự - kinh tế đã gửi đăng ký thi đua “Phong trào thi đua ngành Tư pháp năm 2021”.",
        `/dang-ky/${registration}`,
      ],
    ]);
  });
});
