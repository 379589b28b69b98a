import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { as, buildLaunchers, type LaunchingMinistry, morning } from "../../test/movements-world.ts";
import { world } from "../../test/world.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { adoptPlan } from "./adoption.acts.ts";
import { readPlan, settleProposed, uploadPlan } from "./import.acts.ts";
import { eventsOf } from "./life.store.ts";
import { findMovement, scopeOf } from "./movement.store.ts";
import type { Movement } from "./movement.ts";

const here = world();
let ministry: LaunchingMinistry;
beforeAll(async () => {
  ministry = await buildLaunchers(here);
});

const source = readFileSync(new URL("../../fixtures/sources/002-qd-252-btp-2021-plan.txt", import.meta.url));
const adopting = { kind: "regular", onPortal: true, issued: true, sameDocument: false } as const;

const sure = <Value>(value: Value | Refusal): Value => {
  if (isRefusal(value)) throw new Error(value.sentence);
  return value;
};

async function uploaded(): Promise<number> {
  const officer = await as(ministry, "officer");
  const file = { name: "252-QĐ-BTP.txt", bytes: source };
  const id = sure(await uploadPlan(officer, { body: ministry.units.ministry!, file }));
  expect(await readPlan(officer, { importId: id })).toBe("read");
  return id;
}

const settleOpen = async (importId: number) =>
  settleProposed(await as(ministry, "officer"), {
    importId,
    key: "deadline-3",
    way: "left-open",
    day: null,
    inclusive: false,
    instrumentSymbol: null,
    instrumentDay: null,
    reason: "Đề nghị xác nhận hạn đúng.",
  });

test("a plan with an impossible deadline is not adopted before somebody has settled it", async () => {
  const importId = await uploaded();
  expect(await adoptPlan(await as(ministry, "officer"), { importId, ...adopting })).toMatchObject({
    refusal: "blocking-finding",
  });
});

test("252/QĐ-BTP becomes an issued movement with the line each part came from", async () => {
  const importId = await uploaded();
  sure(await settleOpen(importId));
  const id = sure(await adoptPlan(await as(ministry, "officer"), { importId, ...adopting }));
  const movement = (await findMovement(reader(), id, onDay(morning))) as Movement;
  expect({
    name: movement.name,
    theme: movement.theme,
    state: movement.state,
    years: [movement.fromYear, movement.toYear],
    grounds: movement.grounds.length,
    contents: movement.contents.length,
    recipients: movement.recipients.length,
  }).toEqual({
    name: "Phong trào thi đua ngành Tư pháp năm 2021",
    theme:
      "Ngành Tư pháp đoàn kết, kỷ cương, hành động, sáng tạo, thi đua thực hiện thắng lợi nhiệm vụ chính trị được giao",
    state: "running",
    years: [2021, 2021],
    grounds: 5,
    contents: 45,
    recipients: 8,
  });
  expect(movement.phases.map(({ from, to, line }) => ({ from, to, line }))).toEqual([
    { from: "2021-01-01", to: "2021-06-30", line: 146 },
    { from: "2021-07-01", to: "2021-12-31", line: 148 },
  ]);
  expect(
    movement.deadlines
      .filter(({ kind }) => kind !== "event-bound")
      .map(({ day, inclusive, kind, purpose, groups, line }) => ({
        day,
        inclusive,
        kind,
        purpose,
        groups,
        line,
      })),
  ).toEqual([
    {
      day: "2021-02-27",
      inclusive: true,
      kind: "dated",
      purpose: "plan-and-registration",
      groups: ["ministry-unit", "provincial-department", "enforcement-province"],
      line: 156,
    },
    {
      day: null,
      inclusive: false,
      kind: "impossible",
      purpose: "plan-and-registration",
      groups: ["cluster"],
      line: 156,
    },
    {
      day: "2021-06-30",
      inclusive: true,
      kind: "dated",
      purpose: "interim-review",
      groups: ["provincial-department", "ministry-unit"],
      line: 158,
    },
    {
      day: "2021-07-05",
      inclusive: true,
      kind: "dated",
      purpose: "interim-review",
      groups: ["cluster"],
      line: 158,
    },
  ]);
  expect((await eventsOf(reader(), id)).map(({ kind, onDay: on }) => [kind, on])).toEqual([
    ["drafted", "2021-02-23"],
    ["issued-elsewhere", "2021-02-22"],
    ["started", "2021-02-23"],
  ]);
  expect((await scopeOf(reader(), id)).map(({ name, audience }) => [name, audience])).toEqual([
    ["Cục Thi hành án dân sự tỉnh Điện Biên", "enforcement-province"],
    ["Cụm thi đua số I", "cluster"],
    ["Sở Tư pháp tỉnh Điện Biên", "provincial-department"],
    ["Tổng cục Thi hành án dân sự", "ministry-unit"],
    ["Vụ Pháp luật dân sự - kinh tế", "ministry-unit"],
    ["Vụ Thi đua - Khen thưởng", "ministry-unit"],
  ]);
  expect(movement.documents[0]).toMatchObject({
    number: "252",
    symbol: "QĐ-BTP",
    issuedOn: day("2021-02-22"),
  });
});

test("the same paper makes a second movement only when somebody says that it is meant", async () => {
  const importId = await uploaded();
  sure(await settleOpen(importId));
  const officer = await as(ministry, "officer");
  expect(await adoptPlan(officer, { importId, ...adopting })).toMatchObject({
    refusal: "number-taken",
    field: "sameDocument",
  });
  expect(isRefusal(await adoptPlan(officer, { importId, ...adopting, sameDocument: true }))).toBe(false);
});

test("issuing in one step asks for proof anew, and a department's officer launches nothing for the Ministry", async () => {
  const importId = await uploaded();
  sure(await settleOpen(importId));
  const unproved = await as(ministry, "officer", { proved: false });
  expect(await adoptPlan(unproved, { importId, ...adopting, sameDocument: true })).toMatchObject({
    refusal: "not-proved",
  });
  expect(await adoptPlan(await as(ministry, "sectorStanding"), { importId, ...adopting })).toMatchObject({
    refusal: "not-drafter",
    kind: "may-not",
  });
});

test("what cannot be read is kept with the reason", async () => {
  const officer = await as(ministry, "officer");
  const bytes = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
  const id = sure(
    await uploadPlan(officer, { body: ministry.units.ministry!, file: { name: "cu.doc", bytes } }),
  );
  expect(await readPlan(officer, { importId: id })).toBe("unreadable");
});
