import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { systemActor } from "../platform/actor.ts";
import { day, startOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { saveExtension } from "../platform/extensions.store.ts";
import { noticesOf } from "../platform/notices.store.ts";
import type { DueItem } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { registrationOffers } from "../registrations/registration.offers.ts";
import { remindByHand, remindOwed } from "./reminder.acts.ts";
import { setReminderSteps } from "./reminder-steps.acts.ts";
import { stepsPages } from "./reminder-steps.pages.tsx";
import { decideSteps, readDays, stepsByUnit, writeSteps } from "./reminder-steps.ts";

const here = world();
let ministry: SmallMinistry;

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

describe("the days typed", () => {
  test.each([
    ["7, 2", [7, 2]],
    ["2 7 7", [7, 2]],
    ["", []],
    ["bảy", null],
    ["-1", null],
  ])("%j", (text, days) => {
    expect(readDays(text)).toEqual(days);
  });

  test.each([
    [
      { before: "10, 3", after: "5, 1" },
      { before: [10, 3], after: [1, 5] },
    ],
    [
      { before: "", after: "1" },
      { before: [], after: [1] },
    ],
    [
      { before: "", after: "" },
      { refusal: "no-steps", field: "before" },
    ],
    [
      { before: "7", after: "x" },
      { refusal: "days-unreadable", field: "after" },
    ],
    [
      { before: "91", after: "" },
      { refusal: "steps-out-of-range", field: "before" },
    ],
    [
      { before: "1,2,3,4,5,6,7", after: "" },
      { refusal: "steps-out-of-range", field: "before" },
    ],
    [
      { before: "7", after: "0" },
      { refusal: "steps-out-of-range", field: "after" },
    ],
  ])("%# are steps or a refusal", (typed, expected) => {
    expect(decideSteps(typed)).toMatchObject(expected);
  });

  test("are written in a sentence", () => {
    expect(writeSteps({ before: [7, 2], after: [1] })).toBe("trước hạn 7, 2 ngày; sau hạn 1 ngày");
  });
});

test("a unit follows the nearest body above that has set its steps", () => {
  const above = new Map([
    [1, [1]],
    [2, [2, 1]],
    [3, [3, 2, 1]],
    [4, [4, 1]],
  ]);
  const far = { before: [10], after: [] };
  const near = { before: [3], after: [] };
  const steps = stepsByUnit(
    [3, 4],
    [
      { body: 1, steps: far },
      { body: 2, steps: near },
    ],
    above,
  );
  expect([steps.get(3), steps.get(4)]).toEqual([near, far]);
});

const onMorning = (text: string) => systemActor("nhắc hạn", startOf(day(text)), day(text));
const deadline = datedDeadline("chậm nhất là ngày 27/02/2021", day("2021-02-27"), true);
const due = (subject: string, unit: number): DueItem => ({
  ...{ kind: "registration", subject, unit, what: "Đăng ký thi đua", href: "/dang-ky/1", deadline },
  doneAt: null,
});
const sentencesOf = async (person: number) =>
  (await noticesOf(reader(), person, 20, null)).map(({ sentence }) => sentence);
const digest = "Nhắc hạn: Đăng ký thi đua: chậm nhất 27/02/2021, tính cả ngày này.";

describe("the engine", () => {
  test("reminds by the steps of the body, counted from the deadline after extensions", async () => {
    const officer = ministry.people.departmentOfficer;
    const owed = [due("movement-90", ministry.department)];
    const standing = await as(ministry, "standing");
    expect(await setReminderSteps(standing, { body: ministry.ministry, before: "10", after: "3" })).toBe(
      ministry.ministry,
    );
    await remindOwed(onMorning("2021-02-20"), { owed });
    expect(await sentencesOf(officer)).toEqual([]);
    await remindOwed(onMorning("2021-02-17"), { owed });
    expect(await sentencesOf(officer)).toEqual([digest]);

    await here.arrange((tx) =>
      saveExtension(
        tx,
        {
          ...{
            kind: "registration",
            subject: "movement-90",
            unit: ministry.department,
            body: ministry.ministry,
          },
          ...{ day: day("2021-03-10"), dayBefore: day("2021-02-27"), reason: "Mới sáp nhập" },
        },
        standing,
        standing.at,
      ),
    );
    await remindOwed(onMorning("2021-03-02"), { owed });
    expect(await sentencesOf(officer)).toEqual([digest]);
    await remindOwed(onMorning("2021-03-13"), { owed });
    expect(await sentencesOf(officer)).toEqual([
      "Nhắc hạn: Đăng ký thi đua: chậm nhất 10/03/2021, tính cả ngày này.",
      digest,
    ]);
  });

  test("reminds nobody twice a day: by hand after the clock, nor by the clock after a hand", async () => {
    const officer = ministry.people.lawOfficer;
    const both = [due("movement-91", ministry.lawDepartment), due("movement-92", ministry.lawDepartment)];
    const morning = { at: new Date("2021-02-17T02:00:00Z") };
    const standing = await as(ministry, "standing", morning);
    await remindOwed(onMorning("2021-02-17"), { owed: [both[0]!] });
    expect(await sentencesOf(officer)).toEqual([digest]);
    expect(await remindByHand(standing, { dues: both })).toEqual({
      ...{ people: 2, reminded: 1, alreadyToday: 1 },
    });
    expect(await sentencesOf(officer)).toEqual([digest, digest]);
    expect(await remindByHand(standing, { dues: both })).toMatchObject({ refusal: "reminded-today" });
    await remindOwed(onMorning("2021-02-17"), { owed: both });
    expect(await sentencesOf(officer)).toHaveLength(2);
  });

  test("is worked by hand only by a standing officer above every unit chosen, and only for what is open", async () => {
    const dues = [due("movement-93", ministry.enforcement)];
    for (const name of ["departmentOfficer", "clusterHead", "minister"] as const)
      expect(await remindByHand(await as(ministry, name), { dues })).toMatchObject({ kind: "may-not" });
    const general = await as(ministry, "generalStanding");
    const beyond = [...dues, due("movement-93", ministry.department)];
    expect(await remindByHand(general, { dues: beyond })).toMatchObject({ kind: "may-not" });
    const done = dues.map((one) => ({ ...one, doneAt: general.at }));
    expect(await remindByHand(general, { dues: done })).toMatchObject({ refusal: "nothing-owed" });
    expect(isRefusal(await remindByHand(general, { dues }))).toBe(false);
  });
});

describe("the page of steps", () => {
  const steps = () => stepsPages({ offers: [registrationOffers] });

  test("is the standing officer's: others find nothing there", async () => {
    for (const name of ["departmentOfficer", "clusterHead", "minister", "inspector"] as const)
      expect((await browse([steps()], await as(ministry, name)).get("/don-doc/lich-nhac")).status).toBe(404);
    expect(
      await setReminderSteps(await as(ministry, "minister"), {
        ...{ body: ministry.ministry, before: "1", after: "" },
      }),
    ).toMatchObject({ kind: "may-not" });
  });

  test("keeps what was typed, and shows what it would send tomorrow", async () => {
    const at = new Date("2021-02-16T03:00:00Z");
    const page = browse([steps()], await as(ministry, "standing", { at }));
    const seen = await page.get("/don-doc/lich-nhac");
    expect(seen.html).toContain("Ngày mai, 17/02/2021, sẽ nhắc");
    expect(seen.html).toContain("Vụ Pháp luật dân sự - kinh tế");
    expect(seen.html).toContain("T-10");
    const failed = await page.post("/don-doc/lich-nhac", {
      ...{ key: "steps-1", body: `${ministry.ministry}`, before: "mười", after: "1" },
    });
    expect([failed.status, failed.html.includes('value="mười"')]).toEqual([422, true]);
    const saved = await page.post("/don-doc/lich-nhac", {
      ...{ key: "steps-2", body: `${ministry.ministry}`, before: "5", after: "" },
    });
    expect(saved.status).toBe(303);
    expect((await page.get("/don-doc/lich-nhac")).html).toContain("Không có gì phải nhắc");
  });

  test("an officer of two bodies looks at one at a time", async () => {
    const standing = await as(ministry, "standing");
    const general = await as(ministry, "generalStanding");
    const both = { ...standing, posts: [...standing.posts, ...general.posts] };
    const { html } = await browse([steps()], both).get(
      `/don-doc/lich-nhac?co-quan=${ministry.generalDepartment}`,
    );
    expect(html).toContain(`href="/don-doc/lich-nhac?co-quan=${ministry.ministry}"`);
    expect(html).toContain(`name="body" value="${ministry.generalDepartment}"`);
    const alone = await browse([steps()], standing).get("/don-doc/lich-nhac");
    expect(alone.html).not.toContain("co-quan=");
  });
});
