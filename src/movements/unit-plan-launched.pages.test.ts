import { beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { anotherMovement, as, inTime, type SmallMinistry } from "../../test/registrations-world.ts";
import { buildPlanning, sure } from "../../test/unit-plans-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { movementPages } from "./movement.pages.tsx";
import { startUnitPlan } from "./unit-plan.acts.ts";
import { findUnitPlan } from "./unit-plan.store.ts";
import { issueUnitPlan, launchUnitPlan } from "./unit-plan-issue.acts.ts";
import { returnUnitPlan, sendUnitPlan } from "./unit-plan-sending.acts.ts";

const here = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildPlanning(here);
});

const browser = async (name: Parameters<typeof as>[1]) =>
  browse([movementPages({ offers: [] })], await as(ministry, name, { at: inTime }));

const DIFFERS = "Kế hoạch nay khác với bản đã phát động";

test("a plan returned after it was launched downward, then mended, says on both pages what its launch does not", async () => {
  const movementId = await anotherMovement(here, ministry);
  const head = await as(ministry, "departmentHead");
  const planId = sure(await startUnitPlan(head, { movementId, unitId: ministry.department, planId: null }));
  const path = `/ke-hoach-don-vi/${planId}`;
  const unit = await browser("departmentHead");
  const version = async () => (await findUnitPlan(reader(), planId, head.day))!.version;
  const target = { kind: "target", words: "Hồ sơ đúng hạn", value: "98", valueUnit: "%" };
  await unit.post(`${path}/muc/moi`, target);
  await unit.post(`${path}/muc/moi`, {
    kind: "content",
    words: "Cải cách  hành chính",
    responsible: "Văn phòng",
  });
  const due = { kind: "deadline", words: "Báo cáo sơ kết", day: "30/06/2021", inclusive: "co" };
  await unit.post(`${path}/muc/moi`, due);
  const item = /muc\/(\d+)"/.exec((await unit.get(path)).html)?.[1];
  const paper = { planId, number: "7", symbol: "KH-STP", on: day("2021-02-23"), place: "Điện Biên" };
  const signer = { signer: ministry.people.departmentHead, signerName: "" };
  sure(await issueUnitPlan(head, { ...paper, ...signer, version: await version() }));
  const launching = { planId, groups: ["room"] as const, plansDue: day("2021-03-10") };
  const launched = sure(await launchUnitPlan(head, { ...launching, version: await version() }));
  expect((await unit.get(path)).html).not.toContain(DIFFERS);
  const sending = { planId, movementId, lateReason: "", remarks: null, acknowledged: true };
  sure(await sendUnitPlan(head, { ...sending, version: await version() }));
  const standing = await as(ministry, "standing", { at: inTime });
  const back = { planId, movementId, reason: "Mức thấp", dueOn: null, version: await version() };
  sure(await returnUnitPlan(standing, back));
  expect((await unit.post(`${path}/muc/${item}`, { ...target, value: "99" })).status).toBe(303);
  const plan = (await unit.get(path)).html;
  expect(plan).toContain(DIFFERS);
  expect(plan).toContain("Hồ sơ đúng hạn: 98 %");
  expect(plan).toContain("Hồ sơ đúng hạn: 99 %");
  expect(plan).not.toContain("Lập bản sửa đổi");
  expect((await (await browser("standing")).get(path)).html).not.toContain(DIFFERS);
  const launch = (await unit.get(`/phong-trao/${launched}`)).html;
  expect(launch).toContain("Bản đang phát động khác với kế hoạch của đơn vị đã sửa sau đó");
  expect((await (await browser("roomHead")).get(`/phong-trao/${launched}`)).html).not.toContain(
    "Bản đang phát động khác",
  );
});
