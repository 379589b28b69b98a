import { describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { org } from "./org.part.ts";
import { successionsOf } from "./succession.store.ts";
import { findUnit, findUnitByCode } from "./unit.store.ts";

const here = world();
const ministry = ministryIn(here);
const now = new Date("2026-11-23T02:00:00Z");
const today = day("2026-11-23");
const as = async (key: string) =>
  browse(
    [org.pages({ offers: [{ stage: "later", openWorkOf: async () => [{ label: "đăng ký", count: 2 }] }] })],
    await ministry.actor(key, now),
  );

describe("the tree of bodies", () => {
  test("stands as on the day asked for", async () => {
    const browser = await as("can-bo");
    const then = await browser.get("/to-chuc?ngay=22/02/2021");
    expect(then.status).toBe(200);
    expect(then.html).toContain("Vụ Thi đua - Khen thưởng</a>");
    expect(then.html).not.toContain("Cục Hành chính tư pháp</a>");
    const present = await browser.get("/to-chuc");
    expect(present.html).toContain("Cục Hành chính tư pháp</a>");
    expect(present.html).not.toContain("Vụ Thi đua - Khen thưởng</a>");
  });

  test("says that there is no 30 February", async () => {
    const seen = await (await as("can-bo")).get("/to-chuc?ngay=30/02/2021");
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Ngày “30/02/2021” không có thật");
  });

  test("offers changes to the administrator only", async () => {
    expect((await (await as("quan-tri")).get("/to-chuc")).html).toContain("Thêm đơn vị");
    expect((await (await as("can-bo")).get("/to-chuc")).html).not.toContain("Thêm đơn vị");
  });
});

describe("a unit's page", () => {
  test("shows its names over time and what it took in, with the instrument", async () => {
    const seen = await (await as("can-bo")).get(`/to-chuc/don-vi/${ministry.unit("QLTHADS")}`);
    expect(seen.status).toBe(200);
    expect(seen.html).toContain("Tổng cục Thi hành án dân sự");
    expect(seen.html).toContain("1898/QĐ-BTP");
  });

  test("shows birth years to those who answer for the unit, not to others", async () => {
    const address = `/to-chuc/don-vi/${ministry.unit("STP-DBN-VP")}`;
    expect((await (await as("chuyen-vien-dien-bien")).get(address)).html).toContain("Năm sinh");
    expect((await (await as("can-bo")).get(address)).html).not.toContain("Năm sinh");
  });

  test("of an ended unit shows who was there on its last day, and that it ended", async () => {
    const seen = await (await as("can-bo")).get(`/to-chuc/don-vi/${ministry.unit("BTP-TDKT")}`);
    expect(seen.html).toContain("Đã kết thúc từ 01/01/2023");
    expect(seen.html).toContain("31/12/2022");
    expect(seen.html).toContain("Nguyễn Thị Thu Hà</a>");
  });

  test("leads to the cluster when the unit is one", async () => {
    const seen = await (await as("can-bo")).get(`/to-chuc/don-vi/${ministry.unit("CUM-I")}`);
    expect([seen.status, seen.location]).toEqual([303, `/to-chuc/cum/${ministry.unit("CUM-I")}`]);
  });

  test("is missing when there is no such unit", async () => {
    expect((await (await as("can-bo")).get("/to-chuc/don-vi/999999999")).status).toBe(404);
  });
});

describe("finding while typing", () => {
  test("answers units without accents, the nearest first", async () => {
    const seen = await (await as("giam-doc-dien-bien")).get("/to-chuc/tim-don-vi?q=phong+cong+chung+so+1");
    const answer = JSON.parse(seen.html);
    expect(answer.options[0]).toEqual({
      id: `${ministry.unit("STP-DBN-CC1")}`,
      label: "Phòng Công chứng số 1 tỉnh Điện Biên",
      detail: "Đơn vị sự nghiệp công lập · Sở Tư pháp tỉnh Điện Biên · STP-DBN-CC1",
    });
  });

  test("answers the very unit whose code is typed first", async () => {
    const seen = await (await as("can-bo")).get("/to-chuc/tim-don-vi?q=stp-hcm");
    expect(JSON.parse(seen.html).options[0].label).toBe("Sở Tư pháp Thành phố Hồ Chí Minh");
  });

  test("answers people with what tells namesakes apart", async () => {
    const seen = await (await as("can-bo")).get("/to-chuc/tim-nguoi?q=thanh+huong+nguyen+thi");
    expect(JSON.parse(seen.html).options.map((option: { detail: string }) => option.detail)).toEqual([
      "Chuyên viên, Phòng Hành chính tư pháp, sinh năm 1986",
      "Chuyên viên, Phòng Hành chính tư pháp, sinh năm 1986",
    ]);
  });
});

describe("changing units", () => {
  test("is no page for others", async () => {
    const address = `/to-chuc/don-vi/${ministry.unit("STP-DBN-VP")}/doi-ten`;
    expect((await (await as("can-bo")).get(address)).status).toBe(404);
    expect((await (await as("quan-tri")).get(address)).status).toBe(200);
  });

  test("a new unit needs a name, a code and a real day, and keeps what was typed", async () => {
    const seen = await (await as("quan-tri")).post("/to-chuc/don-vi/moi", {
      name: "",
      code: "PHONG-X",
      kind: "room",
      from: "30/02/2026",
    });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Hãy nhập tên đơn vị.");
    expect(seen.html).toContain("Ngày 30/02/2026 không có thật");
    expect(seen.html).toContain('value="PHONG-X"');
  });

  test("a code in use is refused in words", async () => {
    const seen = await (await as("quan-tri")).post("/to-chuc/don-vi/moi", {
      ...{ name: "Phòng Thử", code: "BTP", kind: "room", from: "01/01/2026", "parent.text": "BTP" },
    });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Mã này đang là mã của một đơn vị khác");
  });

  test("a renamed unit keeps its old name for the days before", async () => {
    const unit = ministry.unit("STP-DBN-HCBT");
    const seen = await (await as("quan-tri")).post(`/to-chuc/don-vi/${unit}/doi-ten`, {
      ...{
        name: "Phòng Hành chính tư pháp và Bổ trợ tư pháp",
        shortName: "Phòng HCBT",
        code: "STP-DBN-HCBT",
      },
      ...{ on: "01/09/2026", symbol: "12/QĐ-STP", signed: "25/08/2026" },
    });
    expect([seen.status, seen.location]).toEqual([303, `/to-chuc/don-vi/${unit}`]);
    expect((await findUnit(reader(), unit, day("2026-08-31")))?.name).toBe(
      "Phòng Hành chính và Bổ trợ tư pháp",
    );
    expect((await findUnit(reader(), unit, day("2026-09-01")))?.name).toBe(
      "Phòng Hành chính tư pháp và Bổ trợ tư pháp",
    );
  });

  test("where papers reach a body is kept and shown", async () => {
    const own = ministry.unit("SNV-DBN");
    const browser = await as("quan-tri");
    expect((await (await as("chuyen-vien-dien-bien")).get(`/to-chuc/don-vi/${own}/sua`)).status).toBe(404);
    const bad = await browser.post(`/to-chuc/don-vi/${own}/sua`, {
      address: "Tổ 1",
      email: "không phải thư",
    });
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('value="Tổ 1"');
    expect(
      (await browser.post(`/to-chuc/don-vi/${own}/sua`, { address: "Tổ 1, phường Điện Biên Phủ", email: "" }))
        .status,
    ).toBe(303);
    expect((await browser.get(`/to-chuc/don-vi/${own}`)).html).toContain("Tổ 1, phường Điện Biên Phủ");
  });

  test("a body outside that stands under nobody is added by an administrator", async () => {
    const typed = { name: "Hội Luật gia Việt Nam", code: "HLGVN", kind: "central-body", from: "01/01/2026" };
    expect((await (await as("can-bo")).post("/to-chuc/don-vi/moi", typed)).status).toBe(403);
    expect((await (await as("quan-tri")).post("/to-chuc/don-vi/moi", typed)).status).toBe(303);
  });

  test("a merger is previewed with people, posts and open work, and then done exactly so", async () => {
    const [from, into] = [ministry.unit("STP-HCM-VBPQ"), ministry.unit("STP-HCM-KTVB")];
    const browser = await as("quan-tri");
    const begun = await browser.post(`/to-chuc/don-vi/${into}/sap-nhap`, {
      ...{ "from.0.text": "Phòng Văn bản pháp quy", on: "01/12/2026", symbol: "99/QĐ-STP" },
    });
    expect(begun.status).toBe(303);
    const unproved = browse([org.pages({ offers: [] })], {
      ...(await ministry.actor("quan-tri", now)),
      provedUntil: null,
    });
    const toProof = `/xac-thuc-lai?tiep=${encodeURIComponent(begun.location!)}`;
    expect((await unproved.get(begun.location!)).location).toBe(toProof);
    const asked = await unproved.post(`/to-chuc/don-vi/${into}/ban-sap-nhap`, {
      ...{ units: `${from}`, on: "01/12/2026", symbol: "99/QĐ-STP" },
    });
    expect([asked.status, asked.location]).toEqual([303, toProof]);
    const preview = await browser.get(begun.location!);
    expect(preview.status).toBe(200);
    expect(preview.html).toContain("2 người chuyển sang Phòng Kiểm tra văn bản quy phạm pháp luật");
    expect(preview.html).toContain("2 chức trách kết thúc và cần cử lại");
    expect(preview.html).toContain("2 đăng ký còn dở");
    expect((await findUnit(reader(), from, day("2026-12-02")))?.validity.to).toBeNull();
    const done = await browser.post(`/to-chuc/don-vi/${into}/ban-sap-nhap`, {
      units: `${from}`,
      on: "01/12/2026",
      symbol: "99/QĐ-STP",
    });
    expect([done.status, done.location]).toEqual([303, `/to-chuc/don-vi/${into}`]);
    expect((await findUnit(reader(), from, day("2026-12-02")))?.validity.to).toBe("2026-12-01");
    expect(await successionsOf(reader(), from)).toMatchObject([
      { kind: "merge", to: into, on: "2026-12-01", symbol: "99/QĐ-STP" },
    ]);
    const again = await browser.post(`/to-chuc/don-vi/${into}/ban-sap-nhap`, {
      units: `${from}`,
      on: "02/12/2026",
    });
    expect(again.status).toBe(409);
    expect(again.html).toContain("đã kết thúc từ ngày 01/12/2026");
  });

  test("a unit with people is not dissolved", async () => {
    const seen = await (await as("quan-tri")).post(
      `/to-chuc/don-vi/${ministry.unit("STP-DBN-DGTS")}/giai-the`,
      { on: "01/12/2026" },
    );
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Còn 2 người; hãy điều động trước khi giải thể.");
  });

  test("a unit is not hung under itself", async () => {
    const seen = await (await as("quan-tri")).post(
      `/to-chuc/don-vi/${ministry.unit("BTP-TCCB")}/dieu-chuyen`,
      {
        ...{
          "parent.id": `${ministry.unit("BTP-TCCB-CCVC")}`,
          "parent.text": "x",
          "parent.label": "x",
          on: "01/12/2026",
        },
      },
    );
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Không thể đặt một đơn vị vào dưới chính nó.");
  });

  test("a split off part begins with the day while the unit goes on", async () => {
    const unit = ministry.unit("STP-HCM-HTQT");
    const seen = await (await as("quan-tri")).post(`/to-chuc/don-vi/${unit}/chia-tach`, {
      ...{
        goesOn: "co",
        "parts.0.name": "Phòng Quốc tịch",
        "parts.0.code": "STP-HCM-QT",
        "parts.0.kind": "room",
        on: "01/12/2026",
      },
    });
    expect(seen.status).toBe(303);
    expect(await findUnitByCode(reader(), "stp-hcm-qt", today)).toBeNull();
    expect(await findUnitByCode(reader(), "stp-hcm-qt", day("2026-12-01"))).toMatchObject({
      ...{ name: "Phòng Quốc tịch", parent: ministry.unit("STP-HCM") },
    });
    expect((await findUnit(reader(), unit, day("2026-12-01")))?.validity.to).toBeNull();
  });
});
