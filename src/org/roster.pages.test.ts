import { describe, expect, test } from "vitest";
import { type Browser, browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { readSheet } from "../documents/spreadsheet.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { org } from "./org.part.ts";
import { findPersonByCivilNumber, peopleOfUnit } from "./person.store.ts";
import { findUnitByCode } from "./unit.store.ts";

const here = world();
const ministry = ministryIn(here);
const today = day("2026-11-23");
const as = async (key: string) =>
  browse([org.pages({ offers: [] })], await ministry.actor(key, new Date("2026-11-23T02:00:00Z")));

const list = [
  "SỞ TƯ PHÁP TỈNH ĐIỆN BIÊN",
  "",
  "STT;Họ và tên;Giới tính;Năm sinh;Chức danh;Đơn vị;Số CCCD",
  "1;Lò Thị Thử Nghiệm;Nữ;1990;Chuyên viên;Văn phòng Sở;011190000001",
  "2;Giàng A Thử;Nam;1991;Chuyên viên;Văn phòng Sở;",
  "3;Quàng Thị Ánh;Nữ;1988;Chuyên viên;Văn phòng Sở;011188000002",
  "4;Người Sai;?;3000;Chuyên viên;Phòng Không Có;12",
].join("\n");

const bring = async (browser: Browser, text = list, kind = "people") => {
  const seen = await browser.post("/to-chuc/nhap", { kind, file: new File([text], "danh-sach.csv") });
  expect(seen.status).toBe(303);
  return seen.location!;
};

const officers = async () =>
  (await peopleOfUnit(reader(), ministry.unit("STP-DBN-VP"), today)).map((person) => person.name);

describe("a list of people", () => {
  test("is read and shown row by row, and nothing is saved before confirmation", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const before = await officers();
    const seen = await browser.get(await bring(browser));
    expect(seen.status).toBe(200);
    expect(seen.html).toContain("2 mới, 0 đã có, 1 cần bạn quyết định, 1 có lỗi");
    expect(seen.html).toContain(
      "Là Quàng Thị Ánh, sinh năm 1988, Chuyên viên, Văn phòng Sở Tư pháp tỉnh Điện Biên",
    );
    expect(seen.html).toContain("Năm sinh 3000 không hợp lý.");
    expect(await officers()).toEqual(before);
  });

  test("is confirmed with a decision on the doubtful row, and the same file then changes nothing", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const address = await bring(browser);
    const person = ministry.person("chuyen-vien-dien-bien");
    const done = await browser.post(`${address}/ban-nhap`, { "choice.r6": `${person}` });
    expect([done.status, done.location]).toEqual([303, address]);
    const outcome = await browser.get(address);
    expect(outcome.html).toContain("2 dòng");
    expect(await officers()).toEqual(expect.arrayContaining(["Lò Thị Thử Nghiệm", "Giàng A Thử"]));
    expect(await findPersonByCivilNumber(reader(), "011188000002")).toBe(person);
    const after = await officers();
    const again = await bring(browser);
    expect((await browser.get(again)).html).toContain("0 mới, 3 đã có, 0 cần bạn quyết định, 1 có lỗi");
    await browser.post(`${again}/ban-nhap`);
    expect(await officers()).toEqual(after);
  });

  test("is applied once", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const address = await bring(browser, list.replaceAll("Thử", "Lại").replaceAll("01119", "01129"));
    expect((await browser.post(`${address}/ban-nhap`)).status).toBe(303);
    const again = await browser.post(`${address}/ban-nhap`);
    expect(again.status).toBe(409);
    expect(again.html).toContain("Danh sách này đã được nhập rồi.");
  });

  test("gives the rows with faults back as a file that says what is wrong", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const seen = await browser.get(`${await bring(browser)}/loi.xlsx`);
    const sheet = await readSheet(seen.bytes(), "dong-loi.xlsx");
    if (isRefusal(sheet)) throw new Error(sheet.sentence);
    expect(sheet.rows.map((row) => [row[1], row.at(-1)?.includes("Năm sinh 3000 không hợp lý.")])).toEqual([
      ["Họ và tên", false],
      ["Người Sai", true],
    ]);
  });

  test("takes that file back as it was given", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const faults = await browser.get(`${await bring(browser)}/loi.xlsx`);
    const file = new File([faults.bytes() as Uint8Array<ArrayBuffer>], "dong-loi.xlsx");
    const seen = await browser.post("/to-chuc/nhap", { kind: "people", file });
    expect(seen.status).toBe(303);
    expect((await browser.get(seen.location!)).html).toContain(
      "0 mới, 0 đã có, 0 cần bạn quyết định, 1 có lỗi",
    );
  });

  test("is refused with a sentence when the file is no list", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const picture = new File(
      [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
      "danh-sach.xlsx",
    );
    for (const file of [picture, new File([""], "danh-sach.csv")]) {
      const seen = await browser.post("/to-chuc/nhap", { kind: "people", file });
      expect(seen.status).toBe(422);
      expect(seen.html).toContain('id="o-file-loi"');
    }
  });

  test("may have its columns pointed elsewhere", async () => {
    const browser = await as("chuyen-vien-dien-bien");
    const text = "A;B\nLò Văn Cột;Văn phòng Sở\n";
    const address = await bring(browser, text);
    const mapped = await browser.post(`${address}/cot`, {
      header: "1",
      "columns.name": "0",
      "columns.unit": "1",
      "unit.text": "STP-DBN",
      from: "01/01/2026",
    });
    expect(mapped.status).toBe(303);
    expect((await browser.get(address)).html).toContain("1 mới, 0 đã có, 0 cần bạn quyết định, 0 có lỗi");
    const twice = await browser.post(`${address}/cot`, {
      header: "1",
      "columns.name": "0",
      "columns.unit": "0",
      from: "01/01/2026",
    });
    expect(twice.status).toBe(422);
    expect(twice.html).toContain("Một cột chỉ dùng cho một mục.");
  });

  test("of another account is not there", async () => {
    const address = await bring(await as("chuyen-vien-dien-bien"));
    expect((await (await as("chuyen-vien-tphcm")).get(address)).status).toBe(404);
  });

  test("for another body is refused as a whole", async () => {
    const browser = await as("chuyen-vien-tphcm");
    const address = await bring(browser, "Họ và tên;Đơn vị\nLò Thị Khác;STP-DBN-VP\n");
    const seen = await browser.post(`${address}/ban-nhap`);
    expect(seen.status).toBe(403);
    expect(await officers()).not.toContain("Lò Thị Khác");
  });

  test("keeps what was typed when nothing came with it", async () => {
    const seen = await (await as("quan-tri")).post("/to-chuc/nhap", { kind: "units", pasted: "" });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Hãy chọn tệp hoặc dán các ô từ Excel.");
  });
});

describe("a list of units", () => {
  const units = [
    "Mã đơn vị;Tên đơn vị;Loại đơn vị;Trực thuộc;Từ ngày",
    "STP-LCU-P1;Phòng Một Sở Tư pháp tỉnh Lai Châu;Phòng;STP-LCU-VP;01/01/2026",
    "STP-LCU-VP;Văn phòng Sở Tư pháp tỉnh Lai Châu;Văn phòng;STP-LCU;01/01/2026",
    "STP-LCU;Sở Tư pháp tỉnh Lai Châu;Sở Tư pháp;;",
    "STP-LCU-P2;Phòng Hai;Phòng;STP-KHONGCO;01/01/2026",
  ].join("\n");

  test("adds what is new in the order of the tree and leaves what is there", async () => {
    const browser = await as("quan-tri");
    const address = await bring(browser, units, "units");
    expect((await browser.get(address)).html).toContain("2 mới, 1 đã có, 0 cần bạn quyết định, 1 có lỗi");
    expect((await browser.post(`${address}/ban-nhap`)).status).toBe(303);
    const office = await findUnitByCode(reader(), "STP-LCU-VP", today);
    expect(office).toMatchObject({
      kind: "office",
      parent: ministry.unit("STP-LCU"),
      validity: { from: "2026-01-01", to: null },
    });
    expect(await findUnitByCode(reader(), "STP-LCU-P1", today)).toMatchObject({ parent: office?.id });
    const again = await bring(browser, units, "units");
    expect((await browser.get(again)).html).toContain("0 mới, 3 đã có, 0 cần bạn quyết định, 1 có lỗi");
  });
});
