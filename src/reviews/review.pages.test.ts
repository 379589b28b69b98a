import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import {
  anInterimReview,
  aReviewedMovement,
  beforeJuly,
  inJuly,
  oneFigure,
  send,
  sure,
  versionOf,
  writeEverything,
} from "../../test/reviews-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { enterPaperReview } from "./paper.acts.ts";
import { reviewOffers } from "./review.offers.ts";
import { findReview } from "./review.store.ts";
import { reviewPages } from "./reviews.part.ts";
import { quotesOf, sectionsOf } from "./section.store.ts";

const here = world();
let ministry: SmallMinistry;
let movement: number;
let source: ReturnType<typeof oneFigure>;

type Name = Parameters<typeof as>[1];
const by = (name: Name, at = beforeJuly) => as(ministry, name, { at });
const open = async (name: Name, at = beforeJuly) =>
  browse([reviewPages(source.gathered)], await by(name, at));
const BASE = "/so-ket-tong-ket";

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

beforeEach(async () => {
  movement = await aReviewedMovement(here, ministry);
  source = oneFigure(12);
});

async function aDraft(words = "Đã làm."): Promise<number> {
  const officer = await by("lawOfficer");
  const id = await anInterimReview(officer, ministry.lawDepartment, movement);
  await writeEverything(officer, id, words);
  return id;
}

const aSentReview = async (words?: string): Promise<number> =>
  sure(await send(await by("lawOfficer"), await aDraft(words), source.gathered));

/** A section's words of a report, typed into the form of all sections. */
const typed = async (id: number, words: string, version: number) => ({
  key: randomUUID(),
  version: `${version}`,
  ...Object.fromEntries(
    (await sectionsOf(reader(), id)).map(({ position }) => [`section.${position}`, words]),
  ),
});

describe("writing", () => {
  test("a unit begins from its list, writes, and sends under its head's name", async () => {
    const officer = await open("lawOfficer");
    expect((await officer.get(BASE)).html).toContain("Bắt đầu viết");
    const start = {
      unit: `${ministry.lawDepartment}`,
      movement: `${movement}`,
      kind: "interim",
      year: "2021",
    };
    const begun = await officer.post(BASE, { key: randomUUID(), ...start });
    const [, id] = /(\d+)\/soan$/.exec(begun.location ?? "") ?? [];
    const at = `${BASE}/${id}`;
    const saved = await officer.post(`${at}/soan`, await typed(Number(id), "Kết quả tốt.", 1));
    expect([begun.status, saved.status, saved.location]).toEqual([303, 303, at]);
    const check = await officer.get(`${at}/gui`);
    expect(check.html).toContain("Người law Head, Chuyên viên");
    const sent = await officer.post(`${at}/gui`, {
      key: randomUUID(),
      version: `${await versionOf(Number(id), await by("lawOfficer"))}`,
      signatory: `${ministry.people.lawHead}`,
    });
    expect([sent.status, sent.location]).toEqual([303, at]);
    expect((await officer.get(at)).html).toContain("Đã gửi, chờ tiếp nhận");
  });

  test("a draft saves itself and is there again when the page is opened anew", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    const kept = await officer.post(`${BASE}/${id}/ban-nhap`, { version: "2", "section.0": "Đang viết dở" });
    expect(kept.status).toBe(200);
    const again = await officer.get(`${BASE}/${id}/soan`);
    expect(again.html).toContain("Đang viết dở");
    expect((await officer.get(`${BASE}/${id}/gui`)).html).toContain("chưa lưu vào báo cáo");
    expect((await sectionsOf(reader(), id))[0]?.words).toBe("Đã làm.");
  });

  test("somebody else has saved meanwhile: nothing is overwritten, everything typed comes back", async () => {
    const id = await aDraft();
    const stale = await (await open("lawOfficer")).post(
      `${BASE}/${id}/soan`,
      await typed(id, "Bản của tôi", 1),
    );
    expect([stale.status, stale.html.includes("Bản của tôi")]).toEqual([409, true]);
    expect((await sectionsOf(reader(), id))[0]?.words).toBe("Đã làm.");
  });

  test("a character no paper can show is named while it can be mended", async () => {
    const id = await aDraft();
    const page = await (await open("lawOfficer")).post(`${BASE}/${id}/soan`, await typed(id, "Tốt 🎉", 2));
    expect([page.status, page.html.includes("Ký tự 🎉 không in được")]).toEqual([422, true]);
  });

  test("a figure of one's own stands beside the record's", async () => {
    const id = await aDraft();
    const officer = await open("lawOfficer");
    const at = `${BASE}/${id}/so-lieu/honours.flags`;
    expect((await officer.post(at, { key: randomUUID(), value: "13" })).status).toBe(422);
    const put = await officer.post(at, { key: randomUUID(), value: "13", reason: "Một cờ chưa nhập" });
    expect([put.status, put.location]).toEqual([303, `${BASE}/${id}/soan`]);
    const page = (await officer.get(`${BASE}/${id}`)).html;
    expect([page.includes("<b>13 cờ</b>"), page.includes("hệ thống: 12 cờ")]).toEqual([true, true]);
  });

  test("the source that changed since the sending is marked for whoever reads", async () => {
    const id = await aSentReview();
    source.become(14);
    const page = (await (await open("standing")).get(`${BASE}/${id}`)).html;
    expect(page).toContain("số liệu nguồn nay là 14 cờ (lúc gửi: 12 cờ)");
    expect((await (await open("standing")).get(`${BASE}/${id}/van-ban`)).html).toContain("12 cờ");
  });

  test("what is not known is said so", async () => {
    source = oneFigure(null);
    const id = await aDraft();
    expect((await (await open("lawOfficer")).get(`${BASE}/${id}`)).html).toContain("chưa có số liệu");
  });
});

describe("receiving", () => {
  test("returned with its reason, sent again, accepted", async () => {
    const id = await aSentReview();
    const standing = await open("standing");
    const at = `${BASE}/${id}`;
    expect((await standing.post(`${at}/tra-lai`, { key: randomUUID(), version: "3" })).status).toBe(422);
    const reason = { reason: "Thiếu nguyên nhân" };
    expect(
      (await standing.post(`${at}/tra-lai`, { key: randomUUID(), version: "3", ...reason })).status,
    ).toBe(303);
    expect((await (await open("lawOfficer")).get(at)).html).toContain("Thiếu nguyên nhân");
    sure(await send(await by("lawOfficer"), id, source.gathered));
    expect((await standing.post(`${at}/tiep-nhan`, { key: randomUUID(), version: "5" })).location).toBe(at);
    expect((await findReview(reader(), id, day("2021-06-28")))?.state).toBe("accepted");
  });

  test("what the unit mends after a return is read by nobody else before it is sent again", async () => {
    const id = await aSentReview("Bản đã gửi.");
    const standing = await open("standing");
    const at = `${BASE}/${id}`;
    const back = { key: randomUUID(), version: "3", reason: "Thiếu nguyên nhân" };
    await standing.post(`${at}/tra-lai`, back);
    const officer = await open("lawOfficer");
    expect((await officer.post(`${at}/soan`, await typed(id, "Bản đang sửa.", 4))).status).toBe(303);
    const read = async (browser: typeof officer) => {
      const { html } = await browser.get(at);
      return [html.includes("Bản đã gửi."), html.includes("Bản đang sửa.")];
    };
    expect([await read(officer), await read(standing)]).toEqual([
      [false, true],
      [true, false],
    ]);
    sure(await send(await by("lawOfficer"), id, source.gathered));
    expect(await read(standing)).toEqual([false, true]);
  });

  test("the unit's own people may not accept", async () => {
    const id = await aSentReview();
    const page = await (await open("lawOfficer")).post(`${BASE}/${id}/tiep-nhan`, {
      key: randomUUID(),
      version: "3",
    });
    expect(page.status).toBe(403);
  });

  test("a paper is entered with its day; a scan asks for its number", async () => {
    const standing = await open("standing", inJuly);
    const place = { movement: `${movement}`, kind: "interim", year: "2021", unit: `${ministry.department}` };
    const receipt = { ...place, channel: "paper", receivedOn: "30/06/2021" };
    const scan = new File([`%PDF-1.4 ${movement}`], "bao-cao.pdf", { type: "application/pdf" });
    const without = await standing.post(`${BASE}/nhap-ban-giay`, { key: randomUUID(), ...receipt, scan });
    expect([without.status, without.html.includes("hãy nhập số, ký hiệu")]).toEqual([422, true]);
    const entered = await standing.post(`${BASE}/nhap-ban-giay`, {
      key: randomUUID(),
      ...receipt,
      scan,
      number: "12/BC-STP",
      day: "29/6/2021",
    });
    const page = (await standing.get(entered.location ?? "")).html;
    expect([page.includes("12/BC-STP ngày 29/06/2021"), page.includes("Đúng hạn")]).toEqual([true, true]);
  });

  test("the superior reads one section over all reports and takes a paragraph", async () => {
    const unit = await aSentReview("Một đoạn của Vụ.");
    const sector = await anInterimReview(await by("standing"), ministry.ministry, movement);
    const standing = await open("standing");
    const page = (await standing.get(`${BASE}/${sector}/tong-hop?muc=0`)).html;
    expect([page.includes("Một đoạn của Vụ."), page.includes("Sở Tư pháp tỉnh Điện Biên")]).toEqual([
      true,
      true,
    ]);
    const paragraph = { position: "0", source: `${unit}`, sourcePosition: "0", paragraph: "0" };
    expect((await standing.post(`${BASE}/${sector}/doan`, { key: randomUUID(), ...paragraph })).status).toBe(
      303,
    );
    expect((await quotesOf(reader(), sector)).map(({ words }) => words)).toEqual(["Một đoạn của Vụ."]);
    expect((await standing.get(`${BASE}/${sector}`)).html).toContain(`href="${BASE}/${unit}"`);
  });
});

describe("templates", () => {
  test("edited on screen, put into another order, sent down, then only read", async () => {
    const standing = await open("standing");
    const made = { body: `${ministry.ministry}`, kind: "final", year: "2021", from: "" };
    const at = (await standing.post(`${BASE}/mau`, { key: randomUUID(), ...made })).location ?? "";
    const sections = {
      "sections.0.heading": "Kết quả",
      "sections.0.order": "2",
      "sections.0.kind": "text",
      "sections.1.heading": "Số liệu",
      "sections.1.order": "1",
      "sections.1.kind": "figures",
    };
    const bare = await standing.post(at, { key: randomUUID(), name: "Mẫu năm", ...sections });
    expect([bare.status, bare.html.includes("chọn ít nhất một nhóm số liệu")]).toEqual([422, true]);
    const codes = { "sections.1.codes": "targets." };
    await standing.post(at, { key: randomUUID(), name: "Mẫu năm", ...sections, ...codes });
    expect((await standing.post(`${at}/ban-hanh`, { key: randomUUID() })).location).toBe(at);
    const page = (await standing.get(at)).html;
    expect([
      page.indexOf("Số liệu kèm lời văn") < page.indexOf("Kết quả"),
      page.includes("<textarea"),
    ]).toEqual([true, false]);
    const start = { unit: `${ministry.lawDepartment}`, movement: `${movement}`, kind: "final", year: "2021" };
    const begun = await (await open("lawOfficer")).post(BASE, { key: randomUUID(), ...start });
    const id = Number(/(\d+)\/soan$/.exec(begun.location ?? "")?.[1]);
    expect((await sectionsOf(reader(), id)).map(({ heading }) => heading)).toEqual(["Số liệu", "Kết quả"]);
  });
});

describe("what one may not see leaves no trace", () => {
  const others = [
    "departmentOfficer",
    "standing",
    "minister",
    "clusterHead",
    "inspector",
    "lawMember",
  ] as const;

  test.each(others)("an unsent report is not there for %s", async (name) => {
    const id = await aDraft("Chuyện nội bộ");
    const browser = await open(name);
    const paths = [
      "",
      "/soan",
      "/gui",
      "/van-ban",
      "/van-ban.pdf",
      "/tong-hop",
      "/thoi-han",
      "/so-lieu/honours.flags",
    ];
    const statuses = await Promise.all(
      paths.map(async (path) => (await browser.get(`${BASE}/${id}${path}`)).status),
    );
    expect(statuses).toEqual(paths.map(() => 404));
    const asked = `?phong-trao=${movement}&nam=2021`;
    expect((await browser.get(`${BASE}${asked}`)).html).not.toContain(`href="${BASE}/${id}"`);
    expect((await browser.get(`${BASE}/danh-sach.csv${asked}`)).html).not.toContain("Vụ Pháp luật dân sự");
    const hits = await reviewOffers.search!(reader(), await by(name), "vu phap luat dan su", 50);
    expect(hits.filter(({ href }) => href === `${BASE}/${id}`)).toEqual([]);
  });

  test("once sent it is there for its receiver, its cluster's head and the inspector, not for another unit", async () => {
    const id = await aSentReview();
    const seen = async (name: Name) => (await (await open(name)).get(`${BASE}/${id}`)).status;
    expect([
      await seen("standing"),
      await seen("clusterHead"),
      await seen("inspector"),
      await seen("lawMember"),
      await seen("departmentOfficer"),
      await seen("roomMember"),
    ]).toEqual([200, 200, 200, 200, 404, 404]);
    const csv = await (await open("standing")).get(`${BASE}/danh-sach.csv?phong-trao=${movement}`);
    expect(csv.html).toContain("Vụ Pháp luật dân sự - kinh tế");
    const hits = await reviewOffers.search!(reader(), await by("standing"), "vu phap luat dan su", 50);
    expect(hits.map(({ href }) => href)).toContain(`${BASE}/${id}`);
  });

  test("templates, receipts and gathering are not there for a unit", async () => {
    const sector = await anInterimReview(await by("standing"), ministry.ministry, movement);
    const officer = await open("lawOfficer");
    const paths = [`${BASE}/mau`, `${BASE}/nhap-ban-giay`, `${BASE}/${sector}`, `${BASE}/${sector}/tong-hop`];
    expect(await Promise.all(paths.map(async (path) => (await officer.get(path)).status))).toEqual([
      404, 404, 404, 404,
    ]);
  });
});

describe("offers", () => {
  test("the movement's tab and each deadline count who has sent", async () => {
    await aSentReview();
    const standing = await by("standing", inJuly);
    const receipt = {
      movement,
      unit: ministry.department,
      kind: "interim" as const,
      year: 2021,
      remarks: null,
    };
    const arrived = { channel: "mail" as const, receivedOn: day("2021-06-29"), lateReason: "", paper: null };
    sure(await enterPaperReview(standing, { ...receipt, ...arrived, gathered: source.gathered }));
    expect(await reviewOffers.tabs!(reader(), standing, { noun: "movement", id: movement })).toEqual([
      {
        label: "Báo cáo sơ kết",
        href: `${BASE}?phong-trao=${movement}&ky=interim&nam=2021`,
        count: "2/3",
      },
    ]);
    const panels = await reviewOffers.panels!(reader(), standing, {
      noun: "movement-deadlines",
      id: movement,
    });
    expect(panels.flatMap(({ rows }) => rows.map(({ done, total }) => [done, total]))).toEqual([
      [0, 1],
      [2, 2],
    ]);
    expect(
      await reviewOffers.tabs!(reader(), await by("roomMember"), { noun: "movement", id: movement }),
    ).toEqual([]);
  });

  test("a unit's year shows its step; a stranger's shows none", async () => {
    await aSentReview();
    const question = { noun: "unit", id: ministry.lawDepartment, year: 2021 } as const;
    const steps = async (name: Name) =>
      (await reviewOffers.yearSteps!(reader(), await by(name), question)).map(({ label, state }) => [
        label,
        state,
      ]);
    const step = ["Sơ kết", "Đã gửi, chờ tiếp nhận"];
    expect((await steps("lawOfficer")).at(0)).toEqual(step);
    expect((await steps("standing")).at(0)).toEqual(step);
    expect(await steps("departmentOfficer")).toEqual([]);
  });

  test("lessons and proposals of a sent review stand ready for the next plan", async () => {
    const standing = await by("standing");
    const sector = await anInterimReview(standing, ministry.ministry, movement);
    await writeEverything(standing, sector, "Bài học của Bộ.");
    const told = await reviewOffers.lessons!(reader(), standing, ministry.ministry);
    expect(told.filter(({ href }) => href === `${BASE}/${sector}`).map(({ title }) => title)).toEqual([
      "Bài học kinh nghiệm · Sơ kết 6 tháng đầu năm 2021",
      "Đề xuất, kiến nghị · Sơ kết 6 tháng đầu năm 2021",
    ]);
    expect(await reviewOffers.lessons!(reader(), await by("roomMember"), ministry.ministry)).toEqual([]);
  });
});
