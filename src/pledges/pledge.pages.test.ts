import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  aDraft,
  anAdoption,
  anotherCluster,
  as,
  aTextToSign,
  buildCluster,
  type Name,
  now,
  type SmallCluster,
} from "../../test/pledges-world.ts";
import { world } from "../../test/world.ts";
import { linesOfPdf } from "../documents/read-pdf.ts";
import { savePost } from "../org/post.store.ts";
import { plainPost } from "../org/post.ts";
import { saveNewUnit } from "../org/unit.store.ts";
import { usualTraits } from "../org/unit.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import type { Offers } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { listPledges, noFilter } from "./list.store.ts";
import { commentsOf } from "./plan.store.ts";
import { maySee } from "./pledge.may.ts";
import { pledgeOffers } from "./pledge.offers.ts";
import { historyOf } from "./pledge.store.ts";
import { pledgeReachOf } from "./pledge-reach.store.ts";
import { pledgePages } from "./pledges.part.ts";

const here = world();
let whole: SmallCluster;
let small: SmallCluster;

/** What a later stage tells of the members' registrations. */
const registrations: Offers = {
  stage: "registrations",
  figures: async (_reader, { units }) => [
    {
      ...{
        code: "registrations.sent",
        label: "Đơn vị đã gửi đăng ký thi đua",
        value: units.length,
        measure: "đơn vị",
      },
      href: "/dang-ky",
    },
  ],
};

const open = async (name: Name, given: { at?: Date; proved?: boolean } = {}) =>
  browse([pledgePages({ offers: [registrations] })], await as(small, name, given));

const everybody: readonly Name[] = [
  ...(["standing", "chief", "firstHead", "firstDeputy", "firstOfficer", "secondHead"] as const),
  ...(["thirdHead", "thirdMember", "otherHead"] as const),
];

beforeAll(async () => {
  whole = await buildCluster(here);
});

beforeEach(async () => {
  small = await anotherCluster(here, whole);
});

describe("who sees a pledge", () => {
  test("its draft is its writers' and the founder's; once opened the members' who answer for it; nobody else's", async () => {
    const draft = await aDraft(small);
    const seeing = async (id: number) => {
      const found: Name[] = [];
      for (const name of everybody)
        if ((await (await open(name)).get(`/giao-uoc/${id}`)).status === 200) found.push(name);
      return found;
    };
    expect(await seeing(draft)).toEqual(["standing", "chief"]);
    small = await anotherCluster(here, whole);
    const opened = await anAdoption(small);
    expect(await seeing(opened)).toEqual([
      ...["standing", "chief", "firstHead", "firstDeputy", "firstOfficer", "secondHead", "thirdHead"],
    ]);
  });

  test("the list, its files and the search hold exactly what the page shows", async () => {
    const ids = [await aDraft(small)];
    small = await anotherCluster(here, whole);
    ids.push(await anAdoption(small));
    const pledges = await Promise.all(ids.map(now));
    for (const name of everybody) {
      const actor = await as(small, name);
      const page = { by: "year", offset: 0, limit: 1000 } as const;
      const reach = await pledgeReachOf(reader(), actor);
      const { rows } = await listPledges(reader(), reach, noFilter, page);
      const listed = rows.map(({ id }) => id).filter((id) => ids.includes(id));
      const seen = pledges.filter((pledge) => !isRefusal(maySee(actor, pledge))).map(({ id }) => id);
      expect([name, listed.sort()]).toEqual([name, seen.sort()]);
    }
    const stranger = await open("otherHead");
    expect((await stranger.get("/giao-uoc")).html).not.toContain(pledges[1]!.clusterName);
    expect((await stranger.get("/giao-uoc/danh-sach.csv")).html).not.toContain(pledges[1]!.clusterName);
    expect(await pledgeOffers.search!(reader(), await as(small, "otherHead"), "giao uoc", 10)).toEqual([]);
  });

  test("every page of it is no page to a stranger, and pages for writing none to a reader", async () => {
    const id = await aTextToSign(small);
    const [stranger, officer] = [await open("otherHead"), await open("firstOfficer")];
    const sides = [
      "",
      "/hoi-nghi",
      "/ke-hoach",
      "/van-ban",
      "/chu-ky",
      "/chi-dao",
      "/doi-chieu",
      "/bien-ban",
      "/ban-in",
    ];
    for (const side of sides) {
      expect([side, (await stranger.get(`/giao-uoc/${id}${side}`)).status]).toEqual([side, 404]);
      expect([side, (await officer.get(`/giao-uoc/${id}${side}`)).status]).toEqual([side, 200]);
    }
    const writing = [
      "/hoi-nghi/sua",
      "/van-ban/soan",
      "/chi-dao/moi",
      "/gui",
      "/ky-giay",
      "/phat-hanh",
      "/tiep-nhan",
      "/ky",
    ];
    for (const page of writing)
      expect([page, (await officer.get(`/giao-uoc/${id}${page}`)).status]).toEqual([page, 404]);
  });
});

describe("from the draft to the minutes", () => {
  test("the chief drafts, a member comments, the chief answers, the conference adopts, the minutes tell it", async () => {
    const chief = await open("chief");
    const begun = await chief.post("/giao-uoc", { cluster: `${small.cluster}`, year: "2026" });
    const base = begun.location!;
    const id = Number(base.split("/").at(-1));
    const saved = await chief.post(`${base}/ke-hoach/soan`, {
      from: "0",
      "sections.0.title": "Mục đích",
      "sections.0.text": "Thi đua.",
    });
    expect(saved.status).toBe(303);
    expect((await chief.post(`${base}/ke-hoach/lay-y-kien`)).status).toBe(303);
    const officer = await open("firstOfficer");
    const empty = await officer.post(`${base}/gop-y`, { unit: `${small.first}`, words: "" });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain("Hãy ghi nội dung góp ý.");
    const words = "Đề nghị bổ sung chỉ tiêu.";
    expect((await officer.post(`${base}/gop-y`, { unit: `${small.first}`, words })).status).toBe(303);
    expect((await officer.post(`${base}/gop-y`, { unit: `${small.second}`, words })).status).toBe(403);
    const [comment] = await commentsOf(reader(), id);
    const { version } = await now(id);
    const hands = { version: `${version}`, onDay: "20/03/2026", inFavour: "3", against: "0", abstained: "0" };
    expect((await chief.post(`${base}/thong-qua`, hands)).html).toContain(
      "Còn 1 ý kiến góp ý chưa được trả lời.",
    );
    const answer = { verdict: "taken", answer: "Đã bổ sung." };
    expect((await chief.post(`${base}/gop-y/${comment?.id}`, answer)).status).toBe(303);
    const attendance: Record<string, string> = { version: `${(await now(id)).version}` };
    for (const [index, unit] of [small.first, small.second, small.third].entries()) {
      attendance[`attendance.${index}.unit`] = `${unit}`;
      attendance[`attendance.${index}.presence`] = index === 2 ? "absent" : "present";
    }
    expect((await chief.post(`${base}/hoi-nghi/diem-danh`, attendance)).status).toBe(303);
    const now1 = `${(await now(id)).version}`;
    const tooMany = await chief.post(`${base}/thong-qua`, { ...hands, version: now1 });
    expect(tooMany.status).toBe(422);
    expect(tooMany.html).toContain("nhiều hơn số đơn vị dự (2)");
    const adopted = await chief.post(`${base}/thong-qua`, { ...hands, version: now1, inFavour: "2" });
    expect([adopted.status, adopted.location]).toEqual([303, base]);
    const minutes = await chief.get(`${base}/bien-ban.pdf`);
    const lines = await linesOfPdf(minutes.bytes());
    const text = isRefusal(lines) ? "" : lines.map((line) => line.text).join(" ");
    expect(text).toContain("có 2/3 đơn vị dự");
    expect(text).toContain("Vụ Một: Đề nghị bổ sung chỉ tiêu.");
    expect(text).toContain("Tiếp thu: Đã bổ sung.");
    expect(text).toContain("2 đơn vị tán thành, 0 không tán thành, 0 không biểu quyết");
    expect((await chief.get(`${base}/bien-ban.docx`)).status).toBe(200);
  });

  test("a plan is read from a file into sections, and two versions are shown with what changed", async () => {
    const id = await aDraft(small);
    const chief = await open("chief");
    const text = "I. Mục đích\nThi đua hoàn thành xuất sắc nhiệm vụ.\nII. Tổ chức\nTheo quý.\n";
    const document = new File([text], "du-thao.txt");
    const read = await chief.post(`/giao-uoc/${id}/ke-hoach/doc-tep`, { document });
    expect([read.status, read.location]).toEqual([303, `/giao-uoc/${id}/ke-hoach/soan`]);
    const diff = await chief.get(`/giao-uoc/${id}/ke-hoach/phien-ban/2`);
    expect(diff.html).toContain("<ins>xuất sắc </ins>");
    expect(diff.html).toContain("Chỉ tiêu (đã bỏ mục)");
    const stale = { from: "1", "sections.0.title": "Mục đích", "sections.0.text": "Giữ lại chữ này." };
    const refused = await chief.post(`/giao-uoc/${id}/ke-hoach/soan`, stale);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain("Giữ lại chữ này.");
  });
});

test("a cluster's papers are written where the unit of its head sits, not always in Hà Nội", async () => {
  const id = await anAdoption(small);
  const wordsOf = async (paper: string): Promise<string> => {
    const lines = await linesOfPdf((await (await open("chief")).get(`/giao-uoc/${id}/${paper}.pdf`)).bytes());
    return isRefusal(lines) ? "" : lines.map((line) => line.text).join(" ");
  };
  expect(await wordsOf("bien-ban")).toContain("Hà Nội, ngày");
  await here.arrange(async (tx) => {
    const unit = await saveNewUnit(tx, {
      ...{
        kind: "provincial-department",
        code: "STP-DB",
        name: "Sở Tư pháp tỉnh Điện Biên",
        shortName: null,
      },
      ...{
        traits: usualTraits["provincial-department"],
        province: null,
        parent: small.ministry,
        guidedBy: null,
      },
      from: day("2015-01-01"),
    });
    await sql`insert into cluster_member (cluster, unit, year) values (${small.cluster}, ${unit}, 2026)`.execute(
      tx,
    );
    await savePost(tx, plainPost(small.people.chief, unit, "unit-head", "Giám đốc", day("2015-01-01")));
  });
  expect(await wordsOf("bien-ban")).toContain("Điện Biên, ngày");
  expect(await wordsOf("ban-in")).toContain("Điện Biên, ngày");
});

test("who may not report a task still opens what the list leads to, without the form", async () => {
  const id = await anAdoption(small);
  const task = { unit: `${small.first}`, directedBy: "Thứ trưởng", words: "Rà soát chỉ tiêu", wording: "" };
  expect((await (await open("chief")).post(`/giao-uoc/${id}/chi-dao/moi`, task)).status).toBe(303);
  const other = await open("secondHead");
  const list = await other.get(`/giao-uoc/${id}/chi-dao`);
  const address = new RegExp(`/giao-uoc/${id}/chi-dao/\\d+`).exec(list.html)?.[0] ?? "";
  const page = await other.get(address);
  expect(page.status).toBe(200);
  expect(page.html).toContain("Rà soát chỉ tiêu");
  expect(page.html).not.toContain("Gửi kết quả");
  expect((await other.post(address, { version: "1", result: "Xong" })).status).toBe(403);
  expect((await (await open("otherHead")).get(address)).status).toBe(404);
});

test("a long form saves itself: taken up again later, told when it stands upon something newer, gone once sent", async () => {
  const id = await aDraft(small);
  const chief = await open("chief");
  const form = `/giao-uoc/${id}/hoi-nghi/sua`;
  expect((await chief.get(form)).html).toContain(`${form}/ban-nhap`);
  const version = async () => `${(await now(id)).version}`;
  const typed = { version: await version(), agenda: "Khai mạc đang gõ dở" };
  expect((await chief.post(`${form}/ban-nhap`, typed)).status).toBe(200);
  const again = await chief.get(form);
  expect(again.html).toContain("Khai mạc đang gõ dở");
  expect(again.html).not.toContain("Giao ước đã có thay đổi sau khi bản nháp này được lưu");
  expect((await (await open("otherHead")).post(`${form}/ban-nhap`, typed)).status).toBe(404);
  expect((await chief.get(`${form}/ban-nhap`)).location).toBe(form);
  const plan = { from: "1", "sections.0.title": "Mục đích", "sections.0.text": "Đang soạn" };
  const writing = `/giao-uoc/${id}/ke-hoach/soan`;
  await chief.post(`${writing}/ban-nhap`, plan);
  expect((await chief.get(writing)).html).toContain("Đang soạn");
  await chief.post(writing, { ...plan, "sections.0.text": "Người khác đã lưu" });
  await chief.post(`${writing}/ban-nhap`, plan);
  expect((await chief.get(writing)).html).toContain("Giao ước đã có thay đổi sau khi bản nháp này được lưu");
  expect((await chief.post(form, { ...typed, version: await version() })).status).toBe(303);
  await chief.post(form, { version: await version(), agenda: "Chương trình mới" });
  expect((await chief.get(form)).html).not.toContain("Khai mạc đang gõ dở");
});

describe("to the standing body", () => {
  test("sent after its deadline with the reason and the tally offered; returned, sent again, accepted", async () => {
    const id = await anAdoption(small);
    const chief = await open("chief");
    const page = await chief.get(`/giao-uoc/${id}/gui`);
    expect(page.html).toContain("Đơn vị đã gửi đăng ký thi đua");
    expect((await chief.post(`/giao-uoc/${id}/gui`, {})).html).toContain("gửi sau hạn: hãy ghi lý do");
    expect((await chief.post(`/giao-uoc/${id}/gui`, { lateReason: "Chờ hội nghị" })).status).toBe(303);
    const [sent] = await historyOf(reader(), id);
    expect(sent).toMatchObject({
      kind: "sent",
      late: true,
      tally: [{ label: "Đơn vị đã gửi đăng ký thi đua", value: 3, measure: "đơn vị" }],
    });
    const standing = await open("standing");
    const version = async () => `${(await now(id)).version}`;
    const back = { version: await version(), reason: "Thiếu chỉ tiêu" };
    expect((await standing.post(`/giao-uoc/${id}/tra-lai`, back)).status).toBe(303);
    expect((await chief.get(`/giao-uoc/${id}`)).html).toContain("Thiếu chỉ tiêu");
    expect((await chief.post(`/giao-uoc/${id}/gui`, { lateReason: "Chờ hội nghị" })).status).toBe(303);
    expect((await chief.post(`/giao-uoc/${id}/tiep-nhan`, { version: await version() })).status).toBe(403);
    expect((await standing.post(`/giao-uoc/${id}/tiep-nhan`, { version: await version() })).status).toBe(303);
    expect((await now(id)).sentState).toBe("accepted");
  });

  test("on paper by the standing officer: its day of receipt decides", async () => {
    const standing = await open("standing");
    const form = { cluster: `${small.cluster}`, year: "2026", channel: "paper", receivedOn: "28/02/2026" };
    expect((await (await open("firstOfficer")).get("/giao-uoc/nhap-ban-giay")).status).toBe(404);
    const missing = await standing.post("/giao-uoc/nhap-ban-giay", { ...form, receivedOn: "30/02/2026" });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain("Ngày 30/02/2026 không có thật");
    const entered = await standing.post("/giao-uoc/nhap-ban-giay", form);
    const id = Number(entered.location?.split("/").at(-1));
    expect(await now(id)).toMatchObject({
      state: "drafting",
      sentState: "sent",
      late: false,
      movement: small.movement,
    });
  });
});

describe("what was promised beside what was done", () => {
  test("a commitment is tied to a figure of the unit, and the record's number stands beside it for its own people", async () => {
    const id = await aTextToSign(small);
    const own = await open("firstOfficer");
    const page = await own.get(`/giao-uoc/${id}/cam-ket/moi`);
    expect(page.html).toContain("Đơn vị đã gửi đăng ký thi đua (đơn vị)");
    const typed = { unit: `${small.first}`, words: "Gửi đăng ký", target: "1", figure: "registrations.sent" };
    const other = await own.post(`/giao-uoc/${id}/cam-ket/moi`, { ...typed, measure: "%" });
    expect(other.status).toBe(422);
    expect(other.html).toContain("tính bằng “đơn vị”");
    expect(other.html).toContain("Gửi đăng ký");
    expect((await own.post(`/giao-uoc/${id}/cam-ket/moi`, typed)).status).toBe(303);
    const compared = await own.get(`/giao-uoc/${id}/doi-chieu`);
    expect(compared.html).toContain("Gửi đăng ký: 1 đơn vị");
    expect(compared.html).toContain("Số liệu hệ thống");
    expect((await (await open("secondHead")).get(`/giao-uoc/${id}/doi-chieu`)).html).not.toContain(
      "Số liệu hệ thống",
    );
    const chief = await open("chief");
    const addresses = [...compared.html.matchAll(/\/giao-uoc\/\d+\/doi-chieu\/\d+/g)].map(([path]) => path);
    const tied = await chief.get(addresses.at(-1) ?? "");
    expect(tied.html).toContain("Số liệu gắn với cam kết: Đơn vị đã gửi đăng ký thi đua");
  });

  test("a member writes its own result with evidence, another does not", async () => {
    const id = await aTextToSign(small);
    const page = await (await open("firstOfficer")).get(`/giao-uoc/${id}/doi-chieu`);
    const address = /\/giao-uoc\/\d+\/doi-chieu\/\d+/.exec(page.html)?.[0] ?? "";
    const outcome = { version: "1", result: "done", value: "98,5", evidence: "Báo cáo năm" };
    const other = await open("secondOfficer");
    expect((await other.get(address)).status).toBe(404);
    expect((await other.post(address, outcome)).status).toBe(403);
    const own = await open("firstOfficer");
    const noNumber = await own.post(address, { ...outcome, value: "" });
    expect(noNumber.status).toBe(422);
    expect(noNumber.html).toContain("Báo cáo năm");
    expect((await own.post(address, outcome)).status).toBe(303);
    const compared = await own.get(`/giao-uoc/${id}/doi-chieu`);
    expect(compared.html).toContain("Đã thực hiện");
    expect(compared.html).toContain("98,5 %");
  });
});

test("of a cluster led elsewhere our own members keep the papers; others do not see them", async () => {
  await here.arrange((tx) =>
    sql`update cluster set outside = true where unit = ${small.cluster}`.execute(tx),
  );
  const officer = await open("firstOfficer");
  const begun = await officer.post("/giao-uoc", { cluster: `${small.cluster}`, year: "2026" });
  expect(begun.location).toMatch(/^\/giao-uoc\/\d+$/);
  const base = begun.location ?? "";
  expect((await officer.get(`${base}/hoi-nghi/sua`)).status).toBe(200);
  expect((await (await open("secondHead")).get(base)).status).toBe(200);
  expect((await (await open("otherHead")).get(base)).status).toBe(404);
  const stranger = await open("otherHead");
  const refused = await stranger.post("/giao-uoc", { cluster: `${small.cluster}`, year: "2026" });
  expect(refused.location).toBe("/giao-uoc");
});
