import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import {
  actorFor,
  anotherMovement,
  aPerson,
  as,
  inTime,
  type SmallMinistry,
  tooLate,
} from "../../test/registrations-world.ts";
import { buildPlanning, mergeDepartment, provincesLaunch, sure } from "../../test/unit-plans-world.ts";
import { world } from "../../test/world.ts";
import type { Actor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { countCoverage } from "./coverage.ts";
import { answerParent, putPlanItem, startUnitPlan, takeParentItems } from "./unit-plan.acts.ts";
import { findUnitPlan } from "./unit-plan.store.ts";
import { coverageBy, itemTaking } from "./unit-plan-answers.ts";
import { contentOf } from "./unit-plan-content.store.ts";
import { sentContentOf, unitPlansOutOfFold } from "./unit-plan-history.store.ts";
import { issueUnitPlan, launchUnitPlan } from "./unit-plan-issue.acts.ts";
import { plansOwedIn } from "./unit-plan-list.store.ts";
import { parentSideOf } from "./unit-plan-parent.store.ts";
import { acceptUnitPlan, returnUnitPlan, sendUnitPlan } from "./unit-plan-sending.acts.ts";

const here = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildPlanning(here);
});

const refusalOf = (outcome: unknown): string | null => (isRefusal(outcome) ? outcome.refusal : null);

/** A plan of the law department in a launch of its own that asks one target. */
async function begun(given: { wholly?: boolean } = {}) {
  const movement = await anotherMovement(here, ministry);
  await here.arrange((tx) =>
    sql`insert into movement_target (movement, position, words, value, unit)
        values (${movement}, 0, 'Hồ sơ giải quyết đúng hạn', 98, '%')`.execute(tx),
  );
  const officer = await as(ministry, "lawOfficer");
  const planId = sure(
    await startUnitPlan(officer, { movementId: movement, unitId: ministry.lawDepartment, planId: null }),
  );
  const side = (await parentSideOf(reader(), movement, ministry.lawDepartment, officer.day))!;
  if (given.wholly ?? true)
    sure(
      await takeParentItems(officer, {
        planId,
        movementId: movement,
        keys: side.asked.map(({ key }) => key),
      }),
    );
  return { movement, planId, side, officer };
}

const versionOf = async (planId: number): Promise<number> =>
  (await findUnitPlan(reader(), planId, day("2021-03-02")))!.version;

async function sending(
  planId: number,
  movementId: number,
  actor: Actor,
  given: { lateReason?: string } = {},
) {
  return sendUnitPlan(actor, {
    planId,
    movementId,
    version: await versionOf(planId),
    lateReason: given.lateReason ?? "",
    remarks: null,
    acknowledged: false,
  });
}

const parentOf = async (planId: number, movement: number) =>
  (await findUnitPlan(reader(), planId, onDay(inTime)))!.parents.find((one) => one.movement === movement)!;

describe("a plan is begun by a unit in scope", () => {
  test("twice in two windows it is one plan", async () => {
    const { movement, planId, officer } = await begun();
    const again = await startUnitPlan(officer, {
      movementId: movement,
      unitId: ministry.lawDepartment,
      planId: null,
    });
    expect(again).toBe(planId);
  });

  test("not for a room that the launch does not reach, nor by somebody else's officer", async () => {
    const room = { movementId: ministry.movement, unitId: ministry.room, planId: null };
    expect(refusalOf(await startUnitPlan(await as(ministry, "roomHead"), room))).toBe("not-in-scope");
    const law = { ...room, unitId: ministry.lawDepartment };
    expect(refusalOf(await startUnitPlan(await as(ministry, "roomHead"), law))).toBe("not-the-units");
  });
});

describe("sending", () => {
  test("what is wholly answered goes in time and is kept as it was sent", async () => {
    const { movement, planId, officer } = await begun();
    expect(await sending(planId, movement, officer)).toBe(planId);
    const sent = await sentContentOf(reader(), planId, movement);
    expect(sent?.items.map(({ words, value }) => [words, value])).toEqual([
      ["Hồ sơ giải quyết đúng hạn", 98],
      ["Gửi kế hoạch và đăng ký", null],
    ]);
    expect(await parentOf(planId, movement)).toMatchObject({ state: "sent", late: false, channel: "online" });
  });

  test("gaps are looked at first, an empty plan is not sent", async () => {
    const { movement, planId, side, officer } = await begun({ wholly: false });
    expect(refusalOf(await sending(planId, movement, officer))).toBe("nothing-planned");
    const target = side.asked.find(({ kind }) => kind === "target")!;
    const own = { ...itemTaking(target), value: 90 };
    const answer = { planId, movementId: movement, key: target.key };
    sure(await answerParent(officer, { ...answer, given: { verdict: "adapted", reason: "", own } }));
    const refusal = await sending(planId, movement, officer);
    expect(refusal).toMatchObject({
      refusal: "not-acknowledged",
      sentence: "Còn 2 mục chưa có hoặc trái với cấp trên. Hãy sửa kế hoạch, hoặc đánh dấu đã xem rồi gửi.",
    });
  });

  test("the second of two windows is told that it moved on; a double click gets one answer", async () => {
    const { movement, planId } = await begun();
    const version = await versionOf(planId);
    const input = {
      planId,
      movementId: movement,
      version,
      lateReason: "",
      remarks: null,
      acknowledged: true,
    };
    const first = await sendUnitPlan(await as(ministry, "lawOfficer", { key: "one" }), input);
    const doubled = await sendUnitPlan(await as(ministry, "lawOfficer", { key: "one" }), input);
    const second = await sendUnitPlan(await as(ministry, "lawHead"), input);
    expect([first, doubled, refusalOf(second)]).toEqual([planId, planId, "already-sent"]);
  });

  test("a page drawn before a colleague's change is refused", async () => {
    const { movement, planId, officer } = await begun();
    const version = await versionOf(planId);
    const item = itemTaking({ kind: "content", key: "", label: "", grouping: null, words: "Mục riêng" });
    sure(await putPlanItem(officer, { planId, itemId: null, item }));
    const input = {
      planId,
      movementId: movement,
      version,
      lateReason: "",
      remarks: null,
      acknowledged: true,
    };
    expect(refusalOf(await sendUnitPlan(officer, input))).toBe("stale");
  });

  test("after the deadline a reason is asked for", async () => {
    const { movement, planId } = await begun();
    const late = await as(ministry, "lawOfficer", { at: tooLate });
    expect(refusalOf(await sending(planId, movement, late))).toBe("late-without-reason");
    sure(await sending(planId, movement, late, { lateReason: "Chờ họp liên tịch" }));
    expect(await parentOf(planId, movement)).toMatchObject({ late: true });
  });

  test("a returned plan is mended and sent again by the day the return set", async () => {
    const { movement, planId, officer } = await begun();
    sure(await sending(planId, movement, officer));
    const standing = await as(ministry, "standing");
    const back = { planId, movementId: movement, version: await versionOf(planId) };
    expect(refusalOf(await returnUnitPlan(standing, { ...back, reason: " ", dueOn: null }))).toBe(
      "no-reason",
    );
    sure(await returnUnitPlan(standing, { ...back, reason: "Nêu rõ chỉ tiêu", dueOn: day("2021-03-03") }));
    sure(await sending(planId, movement, await as(ministry, "lawOfficer", { at: tooLate })));
    expect(await parentOf(planId, movement)).toMatchObject({ state: "sent", late: false });
    sure(await acceptUnitPlan(standing, { ...back, version: await versionOf(planId), remarks: null }));
    expect((await parentOf(planId, movement)).state).toBe("accepted");
    expect(await unitPlansOutOfFold(reader())).toEqual([]);
    const forged = { plan: planId, movement };
    const force = (state: string) =>
      here.arrange((tx) =>
        sql`update unit_plan_parent set state = ${state} where plan = ${planId}`.execute(tx),
      );
    await force("sent");
    expect(await unitPlansOutOfFold(reader())).toEqual([forged]);
    await force("accepted");
  });

  test("the day a return sets never cuts the launch's deadline short", async () => {
    const { movement, planId, officer } = await begun();
    sure(await sending(planId, movement, officer));
    const back = { planId, movementId: movement, version: await versionOf(planId), reason: "Sửa lại" };
    sure(await returnUnitPlan(await as(ministry, "standing"), { ...back, dueOn: day("2021-02-24") }));
    const dayAfter = new Date("2021-02-25T05:00:00Z");
    sure(await sending(planId, movement, await as(ministry, "lawOfficer", { at: dayAfter })));
    expect(await parentOf(planId, movement)).toMatchObject({ state: "sent", late: false });
  });

  test("only the receiver takes it", async () => {
    const { movement, planId, officer } = await begun();
    sure(await sending(planId, movement, officer));
    const input = { planId, movementId: movement, version: await versionOf(planId), remarks: null };
    expect(refusalOf(await acceptUnitPlan(officer, input))).toBe("not-standing");
    expect(refusalOf(await acceptUnitPlan(await as(ministry, "departmentHead"), input))).toBe("no-such-plan");
  });
});

describe("coverage follows the launch", () => {
  test("a target raised after the draft began contradicts what was taken", async () => {
    const { movement, planId } = await begun();
    await here.arrange((tx) =>
      sql`update movement_target set value = 99.5 where movement = ${movement}`.execute(tx),
    );
    const plan = (await findUnitPlan(reader(), planId, onDay(inTime)))!;
    const side = (await parentSideOf(reader(), movement, plan.unit, onDay(inTime)))!;
    const lines = coverageBy(await contentOf(reader(), plan), movement, side.asked);
    expect(lines.find(({ parent }) => parent.kind === "target")?.note).toBe(
      "Mức 98% thấp hơn mức 99,5% của cấp trên.",
    );
  });

  test("30/02/2021 is compared with nothing, and nobody is late by it", async () => {
    const side = (await parentSideOf(reader(), ministry.movement, ministry.department, onDay(inTime)))!;
    expect(side.asked.map(({ key }) => key.split("-")[0])).toEqual([
      "content",
      "content",
      "target",
      "deadline",
      "deadline",
    ]);
    const officer = await as(ministry, "departmentOfficer");
    const start = { movementId: ministry.movement, unitId: ministry.department, planId: null };
    const planId = sure(await startUnitPlan(officer, start));
    const keys = side.asked.map(({ key }) => key);
    sure(await takeParentItems(officer, { planId, movementId: ministry.movement, keys }));
    const plan = (await findUnitPlan(reader(), planId, onDay(inTime)))!;
    const lines = coverageBy(await contentOf(reader(), plan), ministry.movement, side.asked);
    expect(countCoverage(lines)).toEqual({
      asked: 5,
      answered: 4,
      left: 0,
      missing: 0,
      contradicts: 0,
      unclear: 1,
    });
  });
});

describe("one plan answers two launches", () => {
  test("each with its receiver, its deadline and its state", async () => {
    const movement = await anotherMovement(here, ministry);
    const province = await provincesLaunch(here, ministry);
    const officer = await as(ministry, "departmentOfficer");
    const unitId = ministry.department;
    const planId = sure(await startUnitPlan(officer, { movementId: movement, unitId, planId: null }));
    expect(await startUnitPlan(officer, { movementId: province, unitId, planId })).toBe(planId);
    for (const launch of [movement, province]) {
      const side = (await parentSideOf(reader(), launch, unitId, officer.day))!;
      sure(
        await takeParentItems(officer, {
          planId,
          movementId: launch,
          keys: side.asked.map(({ key }) => key),
        }),
      );
    }
    sure(await sending(planId, movement, officer));
    expect(refusalOf(await sending(planId, province, officer))).toBe("late-without-reason");
    const plan = (await findUnitPlan(reader(), planId, officer.day))!;
    expect(plan.parents.map(({ state, receiverName }) => [receiverName, state])).toEqual([
      ["Bộ Tư pháp", "sent"],
      ["Ủy ban nhân dân tỉnh Điện Biên", "draft"],
    ]);
  });
});

describe("issued and launched downward", () => {
  test("who signs is asked of the day of signing; the rooms answer the department's launch", async () => {
    const movement = await anotherMovement(here, ministry);
    const head = await as(ministry, "departmentHead");
    const unitId = ministry.department;
    const planId = sure(await startUnitPlan(head, { movementId: movement, unitId, planId: null }));
    const side = (await parentSideOf(reader(), movement, unitId, head.day))!;
    sure(
      await takeParentItems(head, { planId, movementId: movement, keys: side.asked.map(({ key }) => key) }),
    );
    const paper = { planId, number: "25", symbol: "KH-STP", on: day("2021-02-23"), place: "Điện Biên" };
    const stranger = { signer: ministry.people.lawHead, signerName: "Người lãnh đạo cũ" };
    expect(
      await issueUnitPlan(head, { ...paper, version: await versionOf(planId), ...stranger }),
    ).toMatchObject({
      refusal: "not-signatory-then",
      sentence:
        "Ngày 23/02/2021, Người lãnh đạo cũ không giữ chức vụ lãnh đạo của đơn vị nên không ký được kế hoạch này. Người đứng đầu đơn vị ngày đó là Người department Head, Chuyên viên.",
    });
    const launch = { planId, groups: ["room"] as const, plansDue: day("2021-03-10") };
    expect(refusalOf(await launchUnitPlan(head, { ...launch, version: await versionOf(planId) }))).toBe(
      "not-issued",
    );
    const signer = { signer: ministry.people.departmentHead, signerName: "" };
    sure(await issueUnitPlan(head, { ...paper, version: await versionOf(planId), ...signer }));
    const own = sure(await launchUnitPlan(head, { ...launch, version: await versionOf(planId) }));
    const owing = await plansOwedIn(reader(), own, head.day);
    expect(owing.map(({ unitName, deadline }) => [unitName, deadline?.day])).toEqual([
      ["Phòng Hành chính tư pháp", "2021-03-10"],
      ["Phòng Phổ biến pháp luật", "2021-03-10"],
    ]);
    const roomHead = await as(ministry, "roomHead");
    const room = sure(
      await startUnitPlan(roomHead, { movementId: own, unitId: ministry.room, planId: null }),
    );
    const below = (await parentSideOf(reader(), own, ministry.room, head.day))!;
    expect(below.asked.map(({ words }) => words)).toEqual([
      "Gửi kế hoạch của phòng, đơn vị trực thuộc",
      "Gửi kế hoạch và đăng ký",
    ]);
    sure(
      await takeParentItems(roomHead, {
        planId: room,
        movementId: own,
        keys: below.asked.map(({ key }) => key),
      }),
    );
    sure(await sending(room, own, roomHead));
    const accepted = { planId: room, movementId: own, version: await versionOf(room), remarks: null };
    expect(await acceptUnitPlan(head, accepted)).toBe(room);
  });
});

/** Last, since it ends the department. */
test("the plan of a merged unit is its successor's", async () => {
  const movement = await anotherMovement(here, ministry);
  const officer = await as(ministry, "departmentOfficer");
  const unitId = ministry.department;
  const planId = sure(await startUnitPlan(officer, { movementId: movement, unitId, planId: null }));
  const heir = await mergeDepartment(here, ministry, "2021-02-25");
  const person = await here.arrange((tx) => aPerson(tx, "Người kế tục", heir, "unit-officer"));
  const follower = await actorFor(person, "Người kế tục", new Date("2021-02-26T03:00:00Z"));
  const item = itemTaking({ kind: "content", key: "", label: "", grouping: null, words: "Việc tiếp nối" });
  expect(await putPlanItem(follower, { planId, itemId: null, item })).toBe(planId);
  const owing = await plansOwedIn(reader(), movement, follower.day);
  expect(owing.find(({ unit }) => unit === unitId)).toMatchObject({
    writers: [heir],
    followers: ["Sở Tư pháp tỉnh Điện Biên (mới)"],
  });
});
