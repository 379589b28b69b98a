import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  actorFor,
  anotherMovement,
  aPerson,
  as,
  buildMinistry,
  inTime,
  type SmallMinistry,
} from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { writeXlsx } from "../documents/spreadsheet.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { linesOf } from "./line.store.ts";
import { findRegistration, registrationsOutOfFold } from "./registration.store.ts";
import { registrationPages } from "./registrations.part.ts";

const here = world();
let ministry: SmallMinistry;
let movement: number;

type Name = Parameters<typeof as>[1];
const open = async (name: Name, at = inTime) =>
  browse([registrationPages({ offers: [] })], await as(ministry, name, { at }));
const now = async (id: number) => (await findRegistration(reader(), id, onDay(inTime)))!;
const lines = (id: number) => linesOf(reader(), id, onDay(inTime));

beforeAll(async () => {
  ministry = await buildMinistry(here);
});
beforeEach(async () => {
  movement = await anotherMovement(here, ministry);
});

async function begin(name: Name, unit: number): Promise<number> {
  const begun = await (await open(name)).post("/dang-ky", { movement: `${movement}`, unit: `${unit}` });
  return Number(begun.location!.split("/").at(-1));
}

async function send(name: Name, id: number): Promise<number> {
  const { version } = await now(id);
  return (await (await open(name)).post(`/dang-ky/${id}/ban-nop`, { version: `${version}` })).status;
}

const personLine = (text: string, title: string) => ({ kind: "individual", "person.text": text, title });

describe("rooms send, the office gathers without typing again", () => {
  test("each line up its own chain, each to its own superior", async () => {
    const room = await begin("roomHead", ministry.room);
    expect(await now(room)).toMatchObject({ receiver: ministry.department });
    const head = await open("roomHead");
    for (const title of ["ADVANCED_WORKER", "GRASSROOTS_EMULATION_FIGHTER", "MINISTER_CERTIFICATE_OF_MERIT"])
      expect(
        (await head.post(`/dang-ky/${room}/dong/moi`, personLine("Người room Member", title))).status,
      ).toBe(303);
    const flag = { kind: "collective", collective: `${ministry.room}`, title: "MINISTRY_EMULATION_FLAG" };
    const refused = await head.post(`/dang-ky/${room}/dong/moi`, flag);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Cờ thi đua ngành Tư pháp chỉ xét cho Sở Tư pháp");

    const department = await begin("departmentOfficer", ministry.department);
    const officer = await open("departmentOfficer");
    expect((await officer.post(`/dang-ky/${department}/tong-hop`)).status).toBe(303);
    expect(await lines(department)).toEqual([]);
    expect(await send("roomHead", room)).toBe(303);
    expect((await officer.get(`/dang-ky/${department}`)).html).toContain("3 dòng chưa tổng hợp");
    expect((await officer.post(`/dang-ky/${department}/tong-hop`)).status).toBe(303);
    expect((await officer.post(`/dang-ky/${department}/tong-hop`)).status).toBe(303);
    const gathered = await lines(department);
    expect(gathered.map(({ title, chain, gatheredFrom }) => [title, chain, gatheredFrom?.unitName])).toEqual([
      ["ADVANCED_WORKER", "territorial", "Phòng Hành chính tư pháp"],
      ["GRASSROOTS_EMULATION_FIGHTER", "territorial", "Phòng Hành chính tư pháp"],
      ["MINISTER_CERTIFICATE_OF_MERIT", "vertical", "Phòng Hành chính tư pháp"],
    ]);
    const change = await officer.post(`/dang-ky/${department}/dong/${gathered[0]!.id}`, {
      ...personLine("Người room Member", "ADVANCED_WORKER"),
      version: "1",
    });
    expect(change.status).toBe(422);
    expect(change.html).toContain("do Phòng Hành chính tư pháp đăng ký");

    expect(await send("departmentOfficer", department)).toBe(303);
    const standing = await open("standing");
    const received = await standing.get(`/dang-ky/${department}`);
    expect(received.html).toContain("Bằng khen của Bộ trưởng");
    expect(received.html).not.toContain("Lao động tiên tiến");
    expect((await standing.get(`/dang-ky?phong-trao=${movement}`)).html).toContain(
      '<td class="cell-number" data-label="Số dòng">1</td>',
    );
    const forProvince = await officer.get(`/dang-ky/${department}/ban-in?tuyen=territorial`);
    expect(forProvince.html).toContain("Ủy ban nhân dân cấp tỉnh (qua Sở Nội vụ)");
    expect(forProvince.html).not.toContain("Bằng khen của Bộ trưởng");
    expect(await registrationsOutOfFold(reader())).toEqual([]);
  });

  test("the standing office of the Ministry does not see what a room sends to its department", async () => {
    const room = await begin("roomHead", ministry.room);
    await (await open("roomHead")).post(`/dang-ky/${room}/chi-tieu/moi`, { words: "Không trễ hẹn" });
    expect(await send("roomHead", room)).toBe(303);
    expect((await (await open("standing")).get(`/dang-ky/${room}`)).status).toBe(404);
    expect((await (await open("departmentHead")).get(`/dang-ky/${room}`)).status).toBe(200);
    expect((await (await open("inspector")).get(`/dang-ky/${room}`)).status).toBe(200);
    expect((await (await open("otherMember")).get(`/dang-ky/${room}`)).status).toBe(404);
  });

  test("copies: the leading enforcement body and the cluster's head see what was sent, not what is written", async () => {
    const law = await begin("lawOfficer", ministry.lawDepartment);
    const enforcement = await begin("enforcementOfficer", ministry.enforcement);
    const paths = [
      ["clusterHead", law],
      ["generalStanding", enforcement],
    ] as const;
    for (const [name, id] of paths) expect((await (await open(name)).get(`/dang-ky/${id}`)).status).toBe(404);
    await (await open("lawOfficer")).post(`/dang-ky/${law}/chi-tieu/moi`, { words: "Một" });
    await (await open("enforcementOfficer")).post(`/dang-ky/${enforcement}/chi-tieu/moi`, { words: "Hai" });
    await send("lawOfficer", law);
    await send("enforcementOfficer", enforcement);
    for (const [name, id] of paths) expect((await (await open(name)).get(`/dang-ky/${id}`)).status).toBe(200);
    expect((await (await open("clusterHead")).get(`/dang-ky/${enforcement}`)).status).toBe(404);
  });
});

test("a unit registers no people of a body below it that registers for itself", async () => {
  await here.arrange((tx) =>
    sql`insert into movement_unit (movement, unit, audience, since)
        values (${movement}, ${ministry.generalDepartment}, 'ministry-unit', ${inTime})`.execute(tx),
  );
  const [officer, own] = await here.arrange(async (tx) => [
    await aPerson(tx, "Đầu mối Tổng cục", ministry.generalDepartment, "unit-officer"),
    await aPerson(tx, "Vụ trưởng Tổng cục", ministry.generalDepartment, "member", { worksAs: "leader" }),
  ]);
  const pages = browse(
    [registrationPages({ offers: [] })],
    await actorFor(officer!, "Đầu mối Tổng cục", inTime),
  );
  const begun = await pages.post("/dang-ky", {
    movement: `${movement}`,
    unit: `${ministry.generalDepartment}`,
  });
  const fields = { kind: "individual", title: "ADVANCED_WORKER" };
  const other = await pages.post(`${begun.location}/dong/moi`, {
    ...fields,
    "person.text": "Người executor",
  });
  expect(other.status).toBe(422);
  expect(other.html).toContain("Không có ai tên “Người executor”");
  const byId = {
    ...fields,
    "person.text": "x",
    "person.label": "x",
    "person.id": `${ministry.people.executor}`,
  };
  expect((await pages.post(`${begun.location}/dong/moi`, byId)).html).not.toContain("Người executor");
  const added = await pages.post(`${begun.location}/dong/moi`, { ...fields, "person.choice": `${own}` });
  expect(added.status).toBe(303);
  expect((await pages.get(begun.location!)).html).toContain("Toàn đơn vị: 1 người");
});

describe("a person registers for themselves", () => {
  test("the officer takes it or declines it with a reason that the person reads", async () => {
    const id = await begin("lawOfficer", ministry.lawDepartment);
    const member = await open("lawMember");
    const officer = await open("lawOfficer");
    await officer.post(`/dang-ky/${id}/dong/moi`, {
      kind: "collective",
      collective: `${ministry.lawDepartment}`,
      title: "EXCELLENT_LABOR_COLLECTIVE",
    });
    expect((await member.get(`/dang-ky/${id}`)).html).not.toContain("Tập thể lao động xuất sắc");
    expect((await member.get(`/dang-ky/${id}/dong/moi`)).status).toBe(404);
    expect((await member.post(`/dang-ky/${id}/dong/cua-toi`, {})).status).toBe(422);
    for (const title of ["ADVANCED_WORKER", "GRASSROOTS_EMULATION_FIGHTER"])
      expect((await member.post(`/dang-ky/${id}/dong/cua-toi`, { title })).status).toBe(303);
    expect((await officer.get(`/dang-ky/${id}`)).html).toContain("Cá nhân tự đăng ký");
    const [collective, first, second] = (await lines(id)).toSorted((left, right) => left.id - right.id);
    expect(collective?.state).toBe("listed");
    const silent = await officer.post(`/dang-ky/${id}/dong/${second!.id}/tra-loi`, { verdict: "declined" });
    expect(silent.status).toBe(422);
    expect(silent.html).toContain("Hãy ghi lý do không đưa vào danh sách");
    await officer.post(`/dang-ky/${id}/dong/${first!.id}/tra-loi`, { verdict: "listed" });
    await officer.post(`/dang-ky/${id}/dong/${second!.id}/tra-loi`, {
      verdict: "declined",
      answer: "Chưa có sáng kiến",
    });
    expect((await member.get(`/dang-ky/${id}`)).html).toContain("Chưa có sáng kiến");
    expect((await lines(id)).map(({ state }) => state).sort()).toEqual(["declined", "listed", "listed"]);
  });
});

describe("a list from a spreadsheet", () => {
  const columns = [
    { title: "TT", kind: "number" },
    { title: "Họ và tên", kind: "text" },
    { title: "Năm sinh", kind: "text" },
    { title: "Danh hiệu đăng ký", kind: "text" },
  ] as const;

  test("is looked over, doubtful names are chosen, and the same file twice changes nothing", async () => {
    const id = await begin("lawOfficer", ministry.lawDepartment);
    const [elder] = await here.arrange(async (tx) => [
      await aPerson(tx, "Quàng Văn Ổn", ministry.lawDepartment, "member", { birthYear: 1970 }),
      await aPerson(tx, "Quàng Văn Ổn", ministry.lawDepartment, "member", { birthYear: 1990 }),
    ]);
    const bytes = await writeXlsx(columns, [
      [1, "Người law Member", "1980", "LĐTT"],
      [2, "Quàng Văn Ổn", "", "CSTĐ cơ sở"],
      [3, "Người Lạ", "", "LĐTT"],
    ]);
    const officer = await open("lawOfficer");
    const upload = async () => {
      const file = new File([bytes as Uint8Array<ArrayBuffer>], "dang-ky.xlsx");
      return (await officer.post(`/dang-ky/${id}/nhap`, { tep: file })).location!;
    };
    const preview = await upload();
    const page = await officer.get(preview);
    expect(page.html).toContain("Không tìm thấy “Người Lạ” trong đơn vị hôm nay.");
    expect(page.html).toContain("Quàng Văn Ổn, sinh 1970");
    expect(await lines(id)).toEqual([]);
    const done = await officer.post(`${preview}/xac-nhan`, { "row.3": `person-${elder}` });
    expect([done.status, done.location]).toEqual([303, `/dang-ky/${id}`]);
    const names = (await lines(id)).map(({ subject, title }) => [subject.name, title]);
    expect(names).toEqual([
      ["Người law Member", "ADVANCED_WORKER"],
      ["Quàng Văn Ổn", "GRASSROOTS_EMULATION_FIGHTER"],
    ]);
    expect((await officer.post(`${preview}/xac-nhan`, {})).status).toBe(409);
    await officer.post(`${await upload()}/xac-nhan`, { "row.3": `person-${elder}` });
    expect((await lines(id)).map(({ subject, title }) => [subject.name, title])).toEqual(names);
    expect((await (await open("departmentOfficer")).get(preview)).status).toBe(404);
  });

  test("pasted cells without a header are mapped by hand; a wrong file says what it is", async () => {
    const id = await begin("lawOfficer", ministry.lawDepartment);
    const officer = await open("lawOfficer");
    const empty = await officer.post(`/dang-ky/${id}/nhap`, { dan: "" });
    expect(empty.status).toBe(422);
    const wrong = await officer.post(`/dang-ky/${id}/nhap`, {
      tep: new File([new TextEncoder().encode("%PDF-1.7 ...")], "dang-ky.xlsx"),
      dan: "giữ lại",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("giữ lại");
    const pasted = await officer.post(`/dang-ky/${id}/nhap`, { dan: "Cột A\tCột B\nNgười law Member\tLĐTT" });
    expect((await officer.get(pasted.location!)).html).toContain("Không tìm thấy hàng tiêu đề");
    const bad = await officer.post(`${pasted.location}/cot`, { header: "1", name: "0" });
    expect(bad.status).toBe(422);
    expect(
      (await officer.post(`${pasted.location}/cot`, { header: "1", name: "0", title: "1" })).status,
    ).toBe(303);
    await officer.post(`${pasted.location}/xac-nhan`, {});
    expect((await lines(id)).map(({ subject }) => subject.name)).toEqual(["Người law Member"]);
  });
});
