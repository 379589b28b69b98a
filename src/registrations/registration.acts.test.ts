import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import {
  aPerson,
  as,
  buildMinistry,
  inTime,
  type SmallMinistry,
  tooLate,
} from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { addLine } from "./line.acts.ts";
import { linesOf } from "./line.store.ts";
import {
  acceptRegistration,
  returnRegistration,
  startRegistration,
  submitRegistration,
  withdrawRegistration,
} from "./registration.acts.ts";
import { findRegistration, historyOf, registrationsOutOfFold } from "./registration.store.ts";

const here = world();
let ministry: SmallMinistry;

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

const now = (id: number) => findRegistration(reader(), id, onDay(inTime));

async function begin(unit: "lawDepartment" | "enforcement", by: "lawOfficer" | "enforcementOfficer") {
  const id = await startRegistration(await as(ministry, by), {
    movementId: ministry.movement,
    unitId: ministry[unit],
  });
  if (isRefusal(id)) throw new Error(id.sentence);
  return id;
}

async function submit(id: number, at = inTime, lateReason = "", key?: string) {
  const { version } = (await now(id))!;
  return submitRegistration(await as(ministry, "lawOfficer", key ? { at, key } : { at }), {
    registrationId: id,
    version,
    lateReason,
    remarks: null,
  });
}

test("a registration lives from draft over return to acceptance, every step kept with who and when", async () => {
  const id = await begin("lawDepartment", "lawOfficer");
  expect(await begin("lawDepartment", "lawOfficer")).toBe(id);
  expect(await submit(id)).toMatchObject({ refusal: "nothing-registered" });
  const officer = await as(ministry, "lawOfficer");
  const subject = { kind: "individual", person: ministry.people.lawMember } as const;
  const line = { registrationId: id, title: "ADVANCED_WORKER", subject, commitment: null } as const;
  expect(isRefusal(await addLine(officer, line))).toBe(false);
  expect(await addLine(officer, line)).toMatchObject({ refusal: "registered-twice" });
  expect(isRefusal(await addLine(officer, { ...line, title: "GRASSROOTS_EMULATION_FIGHTER" }))).toBe(false);

  expect(await submit(id)).toBe(id);
  expect(await submit(id)).toMatchObject({ refusal: "already-submitted", kind: "moved-on" });

  const standing = await as(ministry, "standing");
  const sent = (await now(id))!;
  expect(
    await returnRegistration(standing, {
      registrationId: id,
      version: sent.version,
      reason: "",
      dueOn: null,
    }),
  ).toMatchObject({
    refusal: "no-reason",
  });
  expect(
    await returnRegistration(standing, {
      registrationId: id,
      version: sent.version,
      reason: "Thiếu tập thể",
      dueOn: null,
    }),
  ).toBe(id);
  expect(await submit(id, tooLate)).toBe(id);
  const again = (await now(id))!;
  expect(again).toMatchObject({ state: "submitted", late: false, version: sent.version + 2 });
  expect(
    await acceptRegistration(standing, { registrationId: id, version: again.version, remarks: null }),
  ).toBe(id);
  expect(await withdrawRegistration(officer, { registrationId: id, reason: "nhầm" })).toMatchObject({
    refusal: "already-accepted",
  });
  expect((await historyOf(reader(), id)).map(({ kind, actorName }) => [kind, actorName])).toEqual([
    ["accepted", "Người standing"],
    ["submitted", "Người law Officer"],
    ["returned", "Người standing"],
    ["submitted", "Người law Officer"],
  ]);
  expect(await registrationsOutOfFold(reader())).toEqual([]);
});

test("a stale page is told so, and a double click counts once", async () => {
  const id = await begin("enforcement", "enforcementOfficer");
  const officer = await as(ministry, "enforcementOfficer");
  const person = await here.arrange((tx) => aPerson(tx, "Lò Thị Ước", ministry.enforcementRoom));
  await addLine(officer, {
    registrationId: id,
    title: "ADVANCED_WORKER",
    subject: { kind: "individual", person },
    commitment: null,
  });
  const input = { registrationId: id, version: 1, lateReason: "", remarks: null };
  expect(await submitRegistration(officer, input)).toMatchObject({ refusal: "stale", kind: "moved-on" });
  const { version } = (await now(id))!;
  const twice = { ...officer, key: "form-7" };
  expect(
    await Promise.all([
      submitRegistration(twice, { ...input, version }),
      submitRegistration(twice, { ...input, version }),
    ]),
  ).toEqual([id, id]);
  expect(await historyOf(reader(), id)).toHaveLength(1);
});

test("somebody from elsewhere neither submits nor learns that there is anything", async () => {
  const id = await begin("lawDepartment", "lawOfficer");
  const stranger = await as(ministry, "roomHead");
  expect(
    await submitRegistration(stranger, { registrationId: id, version: 1, lateReason: "", remarks: null }),
  ).toMatchObject({ refusal: "no-such-registration" });
});

test("a person in two units is registered for one title by one of them", async () => {
  const both = await here.arrange(async (tx) => {
    const person = await aPerson(tx, "Quàng Văn Ổn", ministry.enforcementRoom);
    await sql`insert into post (person, unit, kind, title, works_as, validity)
              values (${person}, ${ministry.lawDepartment}, 'member', 'Chuyên viên', 'direct', daterange('2020-01-01', null))`.execute(
      tx,
    );
    return person;
  });
  const law = await begin("lawDepartment", "lawOfficer");
  const enforcement = await begin("enforcement", "enforcementOfficer");
  const line = {
    title: "ADVANCED_WORKER",
    subject: { kind: "individual", person: both },
    commitment: null,
  } as const;
  const standing = await as(ministry, "standing");
  const accepted = (await now(law))!;
  await returnRegistration(standing, {
    registrationId: law,
    version: accepted.version,
    reason: "Bổ sung",
    dueOn: null,
  });
  const sent = (await now(enforcement))!;
  await returnRegistration(standing, {
    registrationId: enforcement,
    version: sent.version,
    reason: "Bổ sung",
    dueOn: null,
  });
  expect(isRefusal(await addLine(await as(ministry, "lawOfficer"), { registrationId: law, ...line }))).toBe(
    false,
  );
  expect(
    await addLine(await as(ministry, "enforcementOfficer"), { registrationId: enforcement, ...line }),
  ).toMatchObject({
    refusal: "registered-elsewhere",
  });
  expect(await linesOf(reader(), enforcement, onDay(inTime))).toHaveLength(1);
});
