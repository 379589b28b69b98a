import { describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { slugOf } from "./citations.ts";
import { codes } from "./codes.ts";
import { instruments } from "./instruments.ts";
import { law } from "./law.part.ts";

const here = world();
const ministry = ministryIn(here);
const now = new Date("2026-11-23T02:00:00Z");
const as = async (key: string) => browse([law.pages({ offers: [] })], await ministry.actor(key, now));

/** What is seen without its marks, spaces in a row as one. */
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");

describe("the law by day", () => {
  test("the entry page shows what is in force on the chosen day", async () => {
    const browser = await as("can-bo");
    const before = await browser.get("/phap-luat?ngay=31/12/2023");
    expect(before.status).toBe(200);
    expect(before.html).toContain("Nghị định 91/2017/NĐ-CP</a>");
    expect(before.html).not.toContain("Nghị định 152/2025/NĐ-CP</a>");
    expect(words(before.html)).toContain("Thời kỳ R1: Luật năm 2003 và Nghị định 91/2017/NĐ-CP.");
    const today = await browser.get("/phap-luat");
    expect(today.html).toContain("Nghị định 152/2025/NĐ-CP</a>");
    expect(today.html).not.toContain("Nghị định 91/2017/NĐ-CP</a>");
  });

  test("a day that does not exist is said, one before the first regime is refused, one after a lapse doubted", async () => {
    const browser = await as("can-bo");
    const wrong = await browser.get("/phap-luat?ngay=30/02/2026");
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Ngày “30/02/2026” không có thật");
    expect((await browser.get("/phap-luat?ngay=30/09/2017")).html).toContain(
      "Chưa có quy định nào trong danh mục áp dụng cho ngày trước 01/10/2017",
    );
    expect((await browser.get("/phap-luat/danh-hieu/ADVANCED_WORKER?ngay=01/03/2027")).html).toContain(
      "chỉ áp dụng đến ngày 01/03/2027; quy định sau đó chưa có trong danh mục",
    );
  });

  test("search goes over awards, standards and instruments without accents", async () => {
    const seen = await (await as("can-bo")).get("/phap-luat?q=ky+niem+chuong");
    expect(seen.html).toContain("Kỷ niệm chương “Vì sự nghiệp Tư pháp”</a>");
    expect(seen.html).toContain("Thông tư 14/2025/TT-BTP</a>");
    expect((await (await as("can-bo")).get("/phap-luat?q=zzzz")).html).toContain("Không tìm thấy");
  });

  test("every instrument and every award has its page", async () => {
    const browser = await as("can-bo");
    const addresses = [
      ...instruments.map(({ symbol }) => `/phap-luat/van-ban/${slugOf(symbol)}`),
      ...codes.map((code) => `/phap-luat/danh-hieu/${code}`),
    ];
    const missing: string[] = [];
    for (const address of addresses) if ((await browser.get(address)).status !== 200) missing.push(address);
    expect(missing).toEqual([]);
    expect((await browser.get("/phap-luat/van-ban/1-2000-nd-cp")).status).toBe(404);
    expect((await browser.get("/phap-luat/danh-hieu/LABOUR")).status).toBe(404);
  });

  test("nobody who is not signed in sees it", async () => {
    const seen = await browse([law.pages({ offers: [] })], null).get("/phap-luat");
    expect([seen.status, seen.location]).toEqual([303, "/dang-nhap?tiep=%2Fphap-luat"]);
  });

  test("an instrument names what it replaced, what rests on it, and its mark", async () => {
    const seen = await (await as("can-bo")).get("/phap-luat/van-ban/152-2025-nd-cp");
    const text = words(seen.html);
    expect(text).toContain("Hiệu lực từ 01/07/2025 đến hết 28/02/2027");
    expect(text).toContain("Thay thế 98/2023/NĐ-CP , 28/2024/NĐ-CP");
    expect(text).toContain("Đã đối chiếu");
    expect(text).toContain("Thời hạn giải quyết");
    expect(seen.html).toContain('href="/phap-luat/danh-hieu/GRASSROOTS_EMULATION_FIGHTER"');
    expect(words((await (await as("can-bo")).get("/phap-luat/van-ban/14-2025-tt-btp")).html)).toContain(
      "Chưa đối chiếu",
    );
  });

  test("an award says what is asked, who decides on the day, its money and its votes, and what is unverified", async () => {
    const address = "/phap-luat/danh-hieu/GRASSROOTS_EMULATION_FIGHTER";
    const today = words((await (await as("can-bo")).get(address)).html);
    expect(today).toContain("Hoàn thành xuất sắc nhiệm vụ hoặc có sáng kiến, đề tài khoa học được công nhận");
    expect(today).toContain("Luật 06/2022/QH15, Điều 23");
    expect(today).toContain("Chủ tịch Ủy ban nhân dân cấp xã quyết định (từ ngày 01/07/2025)");
    expect(today).toContain("cá nhân: hệ số 1,0");
    expect(today).toContain("2.530.000 đ");
    expect(today).toContain("Từ 80 % tổng số thành viên Hội đồng trở lên. Chưa đối chiếu");
    const before = words((await (await as("can-bo")).get(`${address}?ngay=30/06/2025`)).html);
    expect(before).toContain("Chủ tịch Ủy ban nhân dân cấp huyện quyết định (đến ngày 30/06/2025)");
    expect(before).toContain("2.340.000 đ");
    expect(before).toContain("Từ 80 % tổng số thành viên Hội đồng trở lên. Đã đối chiếu");
  });
});

describe("trying a case", () => {
  const caseOf = (text: string) => `/phap-luat/thu?${new URLSearchParams({ "truong-hop": text })}`;

  test("a template is judged with an article for every condition", async () => {
    const browser = await as("can-bo");
    const page = await browser.get("/phap-luat/thu?mau=ADVANCED_WORKER");
    expect(page.status).toBe(200);
    expect(page.html).toContain("ask: ADVANCED_WORKER");
    const seen = await browser.get(
      caseOf(
        "ask: ADVANCED_WORKER\nfor: { kind: individual }\nyear: 2024\nreceivedOn: 2025-01-10\nfacts: { grades: { 2024: completed }, reviewed: true, pending: [] }",
      ),
    );
    expect(seen.status).toBe(200);
    expect(words(seen.html)).toContain("Chưa đủ điều kiện");
    expect(words(seen.html)).toContain("Dựa vào: xếp loại năm 2024 · Luật 06/2022/QH15");
    expect(seen.html).toContain("/phap-luat/thu.json?");
  });

  test("each fault has its sentence, and what was typed is kept", async () => {
    const seen = await (await as("can-bo")).get(
      caseOf(
        "ask: LABOUR\nfor: { kind: individual }\nyear: 2024\nreceivedOn: 2025-02-30\nfacts: { grade: good }",
      ),
    );
    expect(seen.status).toBe(422);
    expect(words(seen.html)).toContain("“LABOUR” không có trong danh mục");
    expect(words(seen.html)).toContain("2025-02-30");
    expect(words(seen.html)).toContain("không có khóa “grade”");
    expect(seen.html).toContain("ask: LABOUR");
  });

  test("the verdict downloads as the command line's JSON", async () => {
    const text = "ask: ADVANCED_WORKER\nfor: { kind: individual }\nyear: 2024\nreceivedOn: 2017-01-01\n";
    const address = caseOf(text).replace("/thu?", "/thu.json?");
    const seen = await (await as("can-bo")).get(address);
    expect(seen.headers.get("content-disposition")).toContain("ket-luan-ADVANCED_WORKER.json");
    expect(JSON.parse(seen.html)).toMatchObject({ ask: "ADVANCED_WORKER", outcome: "refused", regime: null });
    expect((await (await as("can-bo")).get("/phap-luat/thu.json?truong-hop=a")).status).toBe(422);
  });

  test("a case filled in field by field becomes the same case, and what is empty stays unknown", async () => {
    const browser = await as("can-bo");
    expect((await browser.get("/phap-luat/thu/dien")).status).toBe(200);
    const filled = new URLSearchParams({
      ...{ xet: "co", ask: "ADVANCED_WORKER", kind: "individual", basis: "merit", year: "2024" },
      ...{ receivedOn: "10/01/2025", "grades.0.year": "2024", "grades.0.grade": "good" },
      ...{ "honours.0.code": "", "honours.0.year": "", pendingNone: "co", reviewed: "co", registered: "" },
    });
    const led = await browser.get(`/phap-luat/thu/dien?${filled}`);
    expect(led.status).toBe(303);
    expect(new URL(led.location ?? "", "http://x").searchParams.get("truong-hop")).toBe(
      [
        "ask: ADVANCED_WORKER",
        "for:",
        "  kind: individual",
        "basis: merit",
        "year: 2024",
        "receivedOn: 2025-01-10",
        "moreFavourable: false",
        "facts:",
        "  grades:",
        '    "2024": good',
        "  pending: []",
        "  reviewed: true",
        "",
      ].join("\n"),
    );
    expect(words((await browser.get(led.location ?? "")).html)).toContain("Đủ điều kiện");
    filled.set("receivedOn", "31/02/2025");
    const wrong = await browser.get(`/phap-luat/thu/dien?${filled}`);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Ngày 31/02/2025 không có thật");
    expect(wrong.html).toContain('value="31/02/2025"');
  });

  test("the sheet to be printed names the text applied and every article", async () => {
    const text =
      "ask: ADVANCED_WORKER\nfor: { kind: individual }\nyear: 2024\nreceivedOn: 2025-01-10\nfacts: { pending: [] }";
    const seen = await (await as("can-bo")).get(caseOf(text).replace("/thu?", "/thu/ban-in?"));
    expect(words(seen.html)).toContain("Phiếu xét Lao động tiên tiến");
    expect(words(seen.html)).toContain("Luật năm 2022 và Nghị định 98/2023/NĐ-CP");
    expect((await (await as("can-bo")).get("/phap-luat/thu/ban-in?truong-hop=a")).status).toBe(404);
  });
});
