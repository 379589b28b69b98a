import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { anotherMovement, aPerson, as, inTime, type SmallMinistry } from "../../test/registrations-world.ts";
import { buildPlanning, sure } from "../../test/unit-plans-world.ts";
import { world } from "../../test/world.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { movementPages } from "./movement.pages.tsx";
import { startUnitPlan } from "./unit-plan.acts.ts";
import { maySeePlan } from "./unit-plan.may.ts";
import { planDues, planFigures, plansWaiting, planTabs } from "./unit-plan.offers.ts";
import { findUnitPlan } from "./unit-plan.store.ts";
import { plansOwedIn } from "./unit-plan-list.store.ts";
import { searchPlans } from "./unit-plan-offers.store.ts";
import { unitPlanReachOf } from "./unit-plan-reach.store.ts";
import { sendUnitPlan } from "./unit-plan-sending.acts.ts";

const here = world();
let ministry: SmallMinistry;
beforeAll(async () => {
  ministry = await buildPlanning(here);
});

type Name = Parameters<typeof as>[1];

const browser = async (name: Name, at = inTime) =>
  browse([movementPages({ offers: [] })], await as(ministry, name, { at }));

/** The law department's draft in a launch of its own; its page is `path`. */
async function draft() {
  const movement = await anotherMovement(here, ministry);
  const officer = await as(ministry, "lawOfficer");
  const start = { movementId: movement, unitId: ministry.lawDepartment, planId: null };
  const id = sure(await startUnitPlan(officer, start));
  return {
    movement,
    id,
    path: `/ke-hoach-don-vi/${id}`,
    parent: `/ke-hoach-don-vi/${id}/phong-trao/${movement}`,
  };
}

const keyIn = (html: string): string => /name="keys" value="([^"]+)"/.exec(html)?.[1] ?? "";

async function sent() {
  const begun = await draft();
  const unit = await browser("lawOfficer");
  const taking = await unit.get(`${begun.parent}/lay-nguyen`);
  await unit.post(`${begun.parent}/lay-nguyen`, { keys: [keyIn(taking.html)] });
  const answer = await unit.post(`${begun.parent}/gui`, { version: "2" });
  expect([answer.status, answer.location]).toEqual([303, begun.path]);
  return begun;
}

describe("a unit writes and sends its plan", () => {
  test("begins on the launch's page, takes what it asks, sends, and the receiver takes it", async () => {
    const movement = await anotherMovement(here, ministry);
    const unit = await browser("lawOfficer");
    const list = await unit.get(`/phong-trao/${movement}/ke-hoach-don-vi`);
    expect(list.html).toContain("Lập kế hoạch");
    const begun = await unit.post("/ke-hoach-don-vi", {
      movement: `${movement}`,
      unit: `${ministry.lawDepartment}`,
    });
    const path = begun.location ?? "";
    const parent = `${path}/phong-trao/${movement}`;
    const taking = await unit.get(`${parent}/lay-nguyen`);
    const taken = await unit.post(`${parent}/lay-nguyen`, { keys: [keyIn(taking.html)] });
    expect([taken.status, taken.location]).toEqual([303, path]);
    expect((await unit.post(`${parent}/gui`, { version: "2" })).location).toBe(path);
    const standing = await browser("standing");
    expect((await standing.get(`/phong-trao/${movement}/ke-hoach-don-vi`)).html).toContain(
      "Đã gửi 1/3 kế hoạch",
    );
    expect((await standing.post(`${parent}/tiep-nhan`, { version: "2" })).location).toBe(path);
    expect((await standing.get(path)).html).toContain("Đã tiếp nhận");
  });

  test("a long form saves itself, one draft a form, and says when the plan changed since", async () => {
    const { path, parent } = await draft();
    const unit = await browser("lawOfficer");
    const texts = `${path}/loi-van`;
    expect((await unit.get(texts)).html).toContain(`src="${texts}/ban-nhap"`);
    const typed = { version: "1", name: "Kế hoạch", goal: "Mục đích gõ dở" };
    expect((await unit.post(`${texts}/ban-nhap`, typed)).status).toBe(200);
    expect((await unit.get(texts)).html).toContain("Mục đích gõ dở");
    const target = `${path}/muc/moi?loai=target`;
    const keeping = `${path}/muc/moi/ban-nhap?loai=target`;
    expect((await unit.get(target)).html).toContain(`src="${keeping}"`);
    await unit.post(keeping, { kind: "target", words: "Chỉ tiêu gõ dở" });
    expect((await unit.get(target)).html).toContain("Chỉ tiêu gõ dở");
    expect((await unit.get(`${path}/muc/moi?loai=deadline`)).html).not.toContain("Chỉ tiêu gõ dở");
    expect((await unit.post(`${path}/muc/moi`, { kind: "target", words: "Chỉ tiêu" })).status).toBe(303);
    expect((await unit.get(target)).html).not.toContain("Chỉ tiêu gõ dở");
    expect((await unit.get(texts)).html).toContain("Kế hoạch đã được thay đổi sau khi bản nháp này được lưu");
    const key = /tra-loi\?muc=([^"]+)"/.exec((await unit.get(path)).html)?.[1] ?? "";
    await unit.post(`${parent}/tra-loi/ban-nhap?muc=${key}`, { verdict: "left", reason: "Lý do gõ dở" });
    expect((await unit.get(`${parent}/tra-loi?muc=${key}`)).html).toContain("Lý do gõ dở");
    expect((await (await browser("departmentHead")).post(`${texts}/ban-nhap`, typed)).status).toBe(404);
  });

  test("what was refused as stale can be sent again once the new state was shown", async () => {
    const { path } = await draft();
    const unit = await browser("lawOfficer");
    await unit.post(`${path}/muc/moi`, { kind: "content", words: "Nội dung" });
    const typed = { version: "1", name: "Kế hoạch", goal: "Giữ lại" };
    const noName = await unit.post(`${path}/loi-van`, { ...typed, name: "" });
    expect([noName.status, noName.html.includes('name="version" value="1"')]).toEqual([422, true]);
    const stale = await unit.post(`${path}/loi-van`, typed);
    expect([stale.status, stale.html.includes('name="version" value="2"')]).toEqual([409, true]);
    expect((await unit.post(`${path}/loi-van`, { ...typed, version: "2" })).status).toBe(303);
  });

  test("the direction of a target is chosen where its words do not tell it", async () => {
    const { path } = await draft();
    const unit = await browser("lawOfficer");
    const typed = { kind: "target", words: "Tỷ lệ hồ sơ trễ hẹn", value: "3", valueUnit: "%" };
    await unit.post(`${path}/muc/moi`, { ...typed, direction: "khong-qua" });
    const page = await unit.get(path);
    expect(page.html).toContain("Tỷ lệ hồ sơ trễ hẹn: không quá 3%");
    const item = /muc\/(\d+)"/.exec(page.html)?.[1];
    expect((await unit.get(`${path}/muc/${item}`)).html).toMatch(/value="khong-qua"[^>]*checked/);
    await unit.post(`${path}/muc/${item}`, { ...typed, direction: "" });
    expect((await unit.get(path)).html).toContain("Tỷ lệ hồ sơ trễ hẹn: 3%");
  });

  test("a left item without a reason comes back with all that was chosen", async () => {
    const { parent, movement } = await draft();
    const unit = await browser("lawOfficer");
    const page = await unit.get(`/ke-hoach-don-vi/${parent.split("/")[2]}`);
    const key = /tra-loi\?muc=([^"]+)"/.exec(page.html)?.[1] ?? "";
    const answer = await unit.post(`${parent}/tra-loi?muc=${key}`, { verdict: "left" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Hãy ghi lý do không đưa mục này vào kế hoạch của đơn vị.");
    expect(answer.html).toMatch(/value="left"[^>]*checked/);
    expect(movement).toBeGreaterThan(0);
  });

  test("sending with gaps comes back with them in the open", async () => {
    const { parent, path } = await draft();
    const unit = await browser("lawOfficer");
    await unit.post(`${path}/muc/moi`, { kind: "content", words: "Việc riêng của Vụ" });
    const answer = await unit.post(`${parent}/gui`, { version: "2" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Những mục chưa có hoặc trái với cấp trên");
  });

  test("every address that takes a form has a page", async () => {
    const { path, parent, movement } = await draft();
    const unit = await browser("lawOfficer");
    const pages = [
      "/ke-hoach-don-vi",
      path,
      `${path}/muc/moi`,
      `${path}/loi-van`,
      `${path}/van-ban`,
      `${path}/ban-doc`,
      `${path}/ky-ban-hanh`,
      `${path}/phat-dong`,
      `${path}/ban-in`,
      `${parent}/lay-nguyen`,
      `${parent}/ghep`,
      `${parent}/gui`,
      `${parent}/doi-chieu`,
      `${parent}/tra-lai`,
      `${parent}/tiep-nhan`,
      `/phong-trao/${movement}/quan-triet/${ministry.lawDepartment}`,
    ];
    const statuses = await Promise.all(pages.map(async (page) => [page, (await unit.get(page)).status]));
    expect(statuses.filter(([, status]) => status !== 200 && status !== 303)).toEqual([]);
  });
});

describe("what one may not see is not there", () => {
  test("a draft is the unit's; what was sent is the receiver's and the inspector's", async () => {
    const { path } = await draft();
    const arrived = await sent();
    const seen = async (name: Name, page: string) => (await (await browser(name)).get(page)).status;
    const names = ["lawMember", "standing", "minister", "inspector", "departmentHead", "roomHead"] as const;
    const drafted = await Promise.all(names.map((name) => seen(name, path)));
    expect(drafted).toEqual([200, 404, 404, 404, 404, 404]);
    const given = await Promise.all(names.map((name) => seen(name, arrived.path)));
    expect(given).toEqual([200, 200, 200, 200, 404, 404]);
  });

  test("the list in SQL and the right on one plan agree for everybody", async () => {
    const drafted = await draft();
    const arrived = await sent();
    const everybody = Object.keys(ministry.people) as Name[];
    const apart: string[] = [];
    for (const name of everybody) {
      const actor = await as(ministry, name);
      const listed = await searchPlans(reader(), await unitPlanReachOf(reader(), actor), "", 1000);
      for (const { id } of [drafted, arrived]) {
        const plan = (await findUnitPlan(reader(), id, onDay(inTime)))!;
        const may = !isRefusal(maySeePlan(actor, plan));
        if (may !== listed.some((one) => one.id === id)) apart.push(`${name} ${id}`);
      }
    }
    expect(apart).toEqual([]);
  });

  test("the receiver's list, its files and its steps are not the unit's", async () => {
    const { movement, parent } = await sent();
    const unit = await browser("lawOfficer");
    const base = `/phong-trao/${movement}/ke-hoach-don-vi`;
    const pages = [`${base}.xlsx`, `${base}.csv`, `${base}/nhap-ban-giay`, `${base}/tiep-nhan`];
    const statuses = await Promise.all(pages.map(async (page) => (await unit.get(page)).status));
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect((await unit.get(base)).html).not.toContain("Đã gửi 1/3 kế hoạch");
    expect((await unit.post(`${parent}/tiep-nhan`, { version: "2" })).status).toBe(403);
  });
});

describe("the receiver", () => {
  test("enters a paper with its scan, keeps what was typed when something lacks, and takes several at once", async () => {
    const { movement, id } = await sent();
    const standing = await browser("standing");
    const address = `/phong-trao/${movement}/ke-hoach-don-vi/nhap-ban-giay`;
    const typed = {
      unit: `${ministry.enforcement}`,
      channel: "paper",
      receivedOn: "22/02/2021",
      number: "9/KH-CTHA",
      day: "20/02/2021",
    };
    const lacking = await standing.post(address, typed);
    expect(lacking.status).toBe(422);
    expect(lacking.html).toContain("Hãy chọn tệp bản quét của kế hoạch.");
    expect(lacking.html).toContain('value="9/KH-CTHA"');
    const scan = new File(
      ["%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"],
      "ban-quet.pdf",
    );
    const list = `/phong-trao/${movement}/ke-hoach-don-vi`;
    expect((await standing.post(address, { ...typed, scan })).location).toBe(list);
    const paper = (await plansOwedIn(reader(), movement, onDay(inTime))).find(
      ({ unit }) => unit === ministry.enforcement,
    )!.plan!;
    expect(paper).toMatchObject({ state: "sent", channel: "paper", late: false });
    const both = [`${id}`, `${paper.id}`];
    const before = await standing.get(`${list}/tiep-nhan?ke-hoach=${both[0]}&ke-hoach=${both[1]}`);
    expect(before.html).toContain("Tiếp nhận 2 kế hoạch");
    expect((await standing.post(`${list}/tiep-nhan`, { "ke-hoach": both })).location).toBe(list);
    expect((await standing.post(`${list}/tiep-nhan`, { "ke-hoach": both })).status).toBe(409);
    expect((await standing.get(`/ke-hoach-don-vi/${paper.id}`)).html).toContain("Bản quét số 9/KH-CTHA");
  });
});

describe("a post that ended since the page was drawn", () => {
  const former = async (kind: "unit-officer" | "standing-officer", unit: number) => {
    const person = await here.arrange((tx) => aPerson(tx, "Người cũ", unit, kind));
    await here.arrange((tx) =>
      sql`update post set validity = daterange(lower(validity), '2021-02-23') where person = ${person}`.execute(
        tx,
      ),
    );
    const actor = await as(ministry, "lawOfficer", { at: inTime });
    return browse([movementPages({ offers: [] })], { ...actor, person, posts: [], post: null });
  };

  test("changes nothing, says when it ended, and gives the words back", async () => {
    const { path, parent, movement } = await draft();
    const pages = await former("unit-officer", ministry.lawDepartment);
    const posts: [string, Record<string, string>][] = [
      [`${path}/loi-van`, { version: "1", name: "Lời vừa gõ" }],
      [`${path}/muc/moi`, { kind: "content", words: "Lời vừa gõ" }],
      [`${parent}/gui`, { version: "1", remarks: "Lời vừa gõ" }],
      [`${path}/ky-ban-hanh`, { version: "1", place: "Lời vừa gõ" }],
      [`/phong-trao/${movement}/quan-triet/${ministry.lawDepartment}`, { words: "Lời vừa gõ" }],
    ];
    for (const [address, typed] of posts) {
      const refused = await pages.post(address, typed);
      expect([address, refused.status]).toEqual([address, 403]);
      expect(refused.html).toContain("đã kết thúc từ ngày 23/02/2021");
      expect(refused.html).toContain("Lời vừa gõ");
    }
    expect((await pages.get(path)).status).toBe(404);
    const received = await former("standing-officer", ministry.ministry);
    expect((await received.post(`${parent}/tra-lai`, { version: "1", reason: "x" })).status).toBe(404);
  });

  test("of the receiver, gives back the reason of a return", async () => {
    const { parent } = await sent();
    const pages = await former("standing-officer", ministry.ministry);
    const refused = await pages.post(`${parent}/tra-lai`, { version: "3", reason: "Thiếu chỉ tiêu" });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain("Thiếu chỉ tiêu");
  });
});

describe("reaching every person", () => {
  test("is noted by the unit and added up for the receiver", async () => {
    const movement = await anotherMovement(here, ministry);
    const address = `/phong-trao/${movement}/quan-triet/${ministry.lawDepartment}`;
    const unit = await browser("lawOfficer");
    const typed = { way: "conference", on: "23/02/2021", reached: "20", staff: "25" };
    expect((await unit.post(address, typed)).location).toBe(address);
    const more = await unit.post(address, { ...typed, reached: "6" });
    expect(more.status).toBe(422);
    expect(more.html).toContain("thêm 6 người thì vượt số 25 người của đơn vị");
    const standing = await browser("standing");
    const list = await standing.get(`/phong-trao/${movement}/quan-triet`);
    expect(list.html).toContain("20/25");
    expect(list.html).toContain("80%");
    expect((await standing.post(address, typed)).status).toBe(403);
    expect((await (await browser("departmentHead")).get(address)).status).toBe(404);
  });

  test("its list leads who does not oversee it to their own unit's page, never to a dead end", async () => {
    const movement = await anotherMovement(here, ministry);
    const list = `/phong-trao/${movement}/quan-triet`;
    expect((await (await browser("lawOfficer")).get(list)).location).toBe(
      `${list}/${ministry.lawDepartment}`,
    );
    expect((await (await browser("standing")).get(list)).status).toBe(200);
  });
});

describe("offered to the whole", () => {
  test("a plan owed waits at the unit, is due by its deadline, and is done when it arrives", async () => {
    const { movement, id } = await draft();
    const officer = await as(ministry, "lawOfficer");
    const waits = await plansWaiting(reader(), officer);
    expect(waits.find(({ href }) => href === `/ke-hoach-don-vi/${id}`)).toMatchObject({
      title: "Viết tiếp và gửi kế hoạch của đơn vị",
      deadline: { day: "2021-02-27", inclusive: true },
    });
    const dueOf = async () =>
      (await planDues(reader(), 2021, [ministry.lawDepartment])).find(
        ({ subject }) => subject === `movement-${movement}`,
      );
    expect(await dueOf()).toMatchObject({
      kind: "unit-plan",
      unit: ministry.lawDepartment,
      doneAt: null,
      begun: true,
    });
    const input = { planId: id, movementId: movement, version: 1, lateReason: "", remarks: null };
    const empty = await sendUnitPlan(officer, { ...input, acknowledged: true });
    expect(isRefusal(empty) && empty.refusal).toBe("nothing-planned");
    const arrived = await sent();
    const done = (await planDues(reader(), 2021, null)).filter(
      ({ subject }) => subject === `movement-${arrived.movement}`,
    );
    // The launch binds the two groups named by its deadline; the enforcement body owes nothing by a day.
    expect(done.map(({ unit, doneAt }) => [unit, doneAt])).toEqual([
      [ministry.department, null],
      [ministry.lawDepartment, inTime],
    ]);
  });

  test("tabs count for the receiver, figures for a report", async () => {
    const { movement } = await sent();
    const thing = { noun: "movement", id: movement };
    expect(await planTabs(reader(), await as(ministry, "standing"), thing)).toEqual([
      { label: "Kế hoạch đơn vị", href: `/phong-trao/${movement}/ke-hoach-don-vi`, count: "1/3" },
      { label: "Quán triệt", href: `/phong-trao/${movement}/quan-triet`, count: "0/3" },
    ]);
    expect(await planTabs(reader(), await as(ministry, "roomHead"), thing)).toEqual([
      { label: "Kế hoạch đơn vị", href: `/phong-trao/${movement}/ke-hoach-don-vi`, count: null },
    ]);
    const question = {
      movement,
      units: [ministry.lawDepartment, ministry.department],
      from: onDay(new Date("2021-01-01T05:00:00Z")),
      to: onDay(new Date("2021-12-31T05:00:00Z")),
    };
    const figures = await planFigures(reader(), question);
    expect(figures.map(({ code, value }) => [code, value])).toEqual([
      ["movements.plans-owed", 2],
      ["movements.plans-sent", 1],
      ["movements.plans-late", 0],
      ["movements.people-reached", null],
      ["movements.people-share", null],
    ]);
  });
});
