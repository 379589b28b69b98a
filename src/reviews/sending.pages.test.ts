import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  anotherMovement,
  aPerson,
  as,
  buildMinistry,
  type SmallMinistry,
} from "../../test/registrations-world.ts";
import {
  anInterimReview,
  aReviewedMovement,
  beforeJuly,
  send,
  sure,
  versionOf,
  writeEverything,
} from "../../test/reviews-world.ts";
import { world } from "../../test/world.ts";
import { movements } from "../movements/movements.part.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import type { Gathered } from "../platform/offers.ts";
import { reviewOffers } from "./review.offers.ts";
import { reviewPages } from "./reviews.part.ts";

const here = world();
const gathered: Gathered = { offers: [reviewOffers] };
const BASE = "/so-ket-tong-ket";
let ministry: SmallMinistry;
let movement: number;

type Name = Parameters<typeof as>[1];
const by = (name: Name, at = beforeJuly) => as(ministry, name, { at });
const open = async (name: Name) => browse([reviewPages(gathered)], await by(name));

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

beforeEach(async () => {
  movement = await aReviewedMovement(here, ministry);
});

async function aDraft(): Promise<number> {
  const officer = await by("lawOfficer");
  const id = await anInterimReview(officer, ministry.lawDepartment, movement);
  await writeEverything(officer, id, "Đã làm.");
  return id;
}

test("lessons of a sent report stand beside the next plan while it is drafted", async () => {
  const standing = await by("standing");
  const sector = await anInterimReview(standing, ministry.ministry, movement);
  await writeEverything(standing, sector, "Giao chỉ tiêu đến từng người.");
  sure(await send(standing, sector, gathered));
  const next = await anotherMovement(here, ministry);
  await here.arrange((tx) =>
    sql`update movement set state = 'draft', issued_at = null where id = ${next}`.execute(tx),
  );
  const page = await browse([movements.pages(gathered)], standing).get(`/phong-trao/${next}/phan/ten`);
  expect(page.html).toContain("Bài học, kiến nghị từ các kỳ trước");
  expect(page.html).toContain("Giao chỉ tiêu đến từng người.");
  expect(page.html).toContain(`href="${BASE}/${sector}"`);
});

describe("taking a report back on screen", () => {
  test("asks for the reason, gives the draft back and keeps the way in the journal", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    expect((await officer.get(`${BASE}/${id}/rut-lai`)).location).toBe(`${BASE}/${id}`);
    sure(await send(await by("lawOfficer"), id, gathered));
    expect((await officer.get(`${BASE}/${id}`)).html).toContain(`href="${BASE}/${id}/rut-lai"`);
    const version = `${await versionOf(id, await by("lawOfficer"))}`;
    const bare = await officer.post(`${BASE}/${id}/rut-lai`, { key: randomUUID(), version, reason: "" });
    expect([bare.status, bare.html.includes("Hãy ghi lý do rút lại báo cáo.")]).toEqual([422, true]);
    const back = await officer.post(`${BASE}/${id}/rut-lai`, {
      key: randomUUID(),
      version,
      reason: "Nhầm số liệu",
    });
    expect([back.status, back.location]).toEqual([303, `${BASE}/${id}`]);
    const page = (await officer.get(`${BASE}/${id}`)).html;
    expect([page.includes("rút lại báo cáo"), page.includes("Nhầm số liệu")]).toEqual([true, true]);
    expect((await (await open("standing")).get(`${BASE}/${id}`)).status).toBe(404);
  });

  test("its receiver is not offered it", async () => {
    const id = await aDraft();
    sure(await send(await by("lawOfficer"), id, gathered));
    const standing = await open("standing");
    expect((await standing.get(`${BASE}/${id}`)).html).not.toContain("/rut-lai");
    const forced = await standing.post(`${BASE}/${id}/rut-lai`, {
      key: randomUUID(),
      version: "3",
      reason: "Nhầm",
    });
    expect(forced.status).toBe(403);
  });
});

test("with a deputy there the sender chooses who signs, and the paper says for whom", async () => {
  const deputy = await here.arrange((tx) =>
    aPerson(tx, "Phó Vụ trưởng mẫu", ministry.lawDepartment, "unit-deputy"),
  );
  const id = await aDraft();
  const officer = await open("lawOfficer");
  expect((await officer.get(`${BASE}/${id}/gui`)).html).toContain("(ký thay ");
  const version = `${await versionOf(id, await by("lawOfficer"))}`;
  const sent = await officer.post(`${BASE}/${id}/gui`, {
    key: randomUUID(),
    version,
    signatory: `${deputy}`,
  });
  expect(sent.status).toBe(303);
  expect((await officer.get(`${BASE}/${id}/van-ban`)).html).toContain("KT. ");
});

describe("reports on the year by a template's day", () => {
  test("the day is set with the template; the unit begins from its list, a paper is taken in", async () => {
    const standing = await open("standing");
    const made = { body: `${ministry.ministry}`, kind: "interim", year: "2021", from: "" };
    const at = (await standing.post(`${BASE}/mau`, { key: randomUUID(), ...made })).location ?? "";
    const filled = {
      name: "Mẫu năm",
      "sections.0.heading": "Kết quả",
      "sections.0.kind": "text",
    };
    const passed = await standing.post(at, { key: randomUUID(), ...filled, dueOn: "01/06/2021" });
    expect([passed.status, passed.html.includes("Hạn gửi 01/06/2021 đã qua")]).toEqual([422, true]);
    expect(passed.html).toContain('value="01/06/2021"');
    await standing.post(at, { key: randomUUID(), ...filled, dueOn: "10/07/2021" });
    expect((await standing.get(`${at}/ban-hanh`)).html).toContain("gửi chậm nhất ngày 10/07/2021");
    await standing.post(`${at}/ban-hanh`, { key: randomUUID() });
    const own = (await (await open("lawOfficer")).get(BASE)).html;
    expect([own.includes("Công tác thi đua, khen thưởng"), own.includes("10/07/2021")]).toEqual([true, true]);
    const choose = (await standing.get(`${BASE}/nhap-ban-giay?phong-trao=0&ky=interim&nam=2021`)).html;
    expect(choose).toContain("Sở Tư pháp tỉnh Điện Biên");
    const entered = await standing.post(`${BASE}/nhap-ban-giay`, {
      key: randomUUID(),
      movement: "",
      kind: "interim",
      year: "2021",
      unit: `${ministry.department}`,
      channel: "paper",
      receivedOn: "25/06/2021",
    });
    expect(entered.status).toBe(303);
    const listed = (await standing.get(`${BASE}?phong-trao=0&ky=interim&nam=2021`)).html;
    expect(listed).toContain(`href="${entered.location}"`);
  });
});

describe("beginning a report that no deadline asks for", () => {
  test("without a unit the form comes back with what was chosen", async () => {
    const officer = await open("lawOfficer");
    const page = await officer.post(BASE, { key: randomUUID(), unit: "", kind: "final", year: "1800" });
    expect(page.status).toBe(422);
    expect([
      page.html.includes("Hãy chọn nơi báo cáo."),
      page.html.includes("Năm sớm nhất là 1945."),
      page.html.includes('value="1800"'),
    ]).toEqual([true, true, true]);
  });

  test("who may begin none is not led there", async () => {
    const member = await open("lawMember");
    expect((await member.get(BASE)).html).not.toContain(`href="${BASE}/moi"`);
    expect((await member.get(`${BASE}/moi`)).status).toBe(404);
    expect((await (await open("lawOfficer")).get(BASE)).html).toContain(`href="${BASE}/moi"`);
  });
});

test("a figure of reports opens to the very reports that it counts", async () => {
  const late = await aDraft();
  sure(
    await send(await by("lawOfficer", new Date("2021-07-02T03:00:00Z")), late, gathered, {
      lateReason: "Chờ số liệu",
    }),
  );
  const question = {
    movement,
    units: [ministry.lawDepartment, ministry.department],
    from: day("2021-01-01"),
    to: day("2021-06-30"),
  };
  const [owed, sent, missed] = await reviewOffers.figures!(reader(), question);
  expect([owed?.value, sent?.value, missed?.value]).toEqual([2, 1, 1]);
  const standing = await open("standing");
  const counted = async (href: string | undefined) =>
    /(\d+) báo cáo/.exec((await standing.get(href ?? "")).html.split("<table")[1] ?? "")?.[1];
  expect([await counted(sent?.href), await counted(missed?.href)]).toEqual(["1", "1"]);
});
