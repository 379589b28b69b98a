import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { law } from "./law.part.ts";
import { enterNumber } from "./number.acts.ts";
import { enteredNumbers, loadNumbers } from "./number.store.ts";
import type { NewNumber } from "./number.ts";
import { baseSalaryOn } from "./numbers-salary.ts";
import { thresholdOn } from "./numbers-thresholds.ts";

const here = world();
const ministry = ministryIn(here);
const now = new Date("2026-11-23T02:00:00Z");
const as = async (key: string) => browse([law.pages({ offers: [] })], await ministry.actor(key, now));

const typed = {
  kind: "base-salary",
  of: "base-salary",
  value: "2.800.000",
  from: "01/07/2027",
  instrument: "99/2027/NĐ-CP",
  basis: "Nghị định 99/2027/NĐ-CP, Điều 3",
  verified: "co",
};

const aNumber = (given: Partial<NewNumber> = {}): NewNumber => ({
  kind: "threshold",
  key: "ADVANCED_WORKER",
  value: 60,
  ceiling: false,
  from: day("2027-01-01"),
  to: null,
  instrument: "12/QĐ-BTP",
  basis: "Quyết định 12/QĐ-BTP, Điều 5",
  verified: true,
  note: null,
  corrects: false,
  ...given,
});

describe("the list", () => {
  test("holds 50 rows a page, is narrowed by words without accents and by the mark", async () => {
    const browser = await as("can-bo");
    const rowsAt = async (query: string) =>
      [
        ...(await browser.get(`/phap-luat/con-so?${query}`)).html.matchAll(
          /<th scope="row"[^>]*>(.*?)<\/th>/g,
        ),
      ].map((match) => match[1]);
    expect(await rowsAt("loai=coefficient")).toHaveLength(50);
    expect((await rowsAt("loai=coefficient&trang=2"))[0]).not.toBe((await rowsAt("loai=coefficient"))[0]);
    expect(await rowsAt("loai=threshold&q=chien+si+thi+dua+co+so")).toEqual([
      "Chiến sĩ thi đua cơ sở",
      "Chiến sĩ thi đua cơ sở",
      "Chiến sĩ thi đua cơ sở",
    ]);
    expect(await rowsAt("loai=threshold&q=chien+si+thi+dua+co+so&doi-chieu=chua")).toEqual([
      "Chiến sĩ thi đua cơ sở",
    ]);
    expect(await rowsAt("loai=no")).toHaveLength(7);
  });
});

describe("entering a number", () => {
  test("is closed to others, with its reason, and its forms are no page for them", async () => {
    const browser = await as("can-bo");
    const list = await browser.get("/phap-luat/con-so");
    expect(list.status).toBe(200);
    expect(list.html).toContain("Việc này dành cho Chuyên viên thường trực");
    expect((await browser.get("/phap-luat/con-so/moi?kind=base-salary")).status).toBe(404);
    const refused = await browser.post("/phap-luat/con-so", typed);
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('value="2.800.000"');
    expect(await enteredNumbers(reader())).toEqual([]);
  });

  test("is previewed with the sums before and after, and nothing is kept by that", async () => {
    const browser = await as("thuong-truc");
    const seen = await browser.get(`/phap-luat/con-so/xem-truoc?${new URLSearchParams(typed)}`);
    expect(seen.status).toBe(200);
    expect(seen.html).toContain("<del>760.000 đ</del>");
    expect(seen.html).toContain("<ins>840.000 đ</ins>");
    expect(await enteredNumbers(reader())).toEqual([]);
  });

  test("asks for what is missing and keeps what was typed", async () => {
    const browser = await as("thuong-truc");
    const query = new URLSearchParams({ ...typed, from: "31/06/2027", basis: "" });
    const seen = await browser.get(`/phap-luat/con-so/xem-truoc?${query}`);
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Ngày 31/06/2027 không có thật");
    expect(seen.html).toContain("Hãy nhập điều, khoản làm căn cứ.");
    expect(seen.html).toContain('value="99/2027/NĐ-CP"');
    const posted = await browser.post("/phap-luat/con-so", { ...typed, value: "hai triệu" });
    expect(posted.status).toBe(422);
    expect(posted.html).toContain("Hãy nhập một số nguyên");
  });

  test("counts from its first day, and the days before keep theirs", async () => {
    const browser = await as("thuong-truc");
    const done = await browser.post("/phap-luat/con-so", typed);
    expect([done.status, done.location]).toEqual([303, "/phap-luat/con-so?loai=base-salary"]);
    const { baseSalaries } = await loadNumbers(reader());
    expect(baseSalaryOn(day("2027-06-30"), baseSalaries)?.value).toBe(2_530_000);
    expect(baseSalaryOn(day("2027-07-01"), baseSalaries)?.value).toBe(2_800_000);
    expect((await browser.get("/phap-luat/con-so")).html).toContain("2.800.000 đ");
    expect((await browser.get("/phap-luat/danh-hieu/ADVANCED_WORKER?ngay=01/07/2027")).html).toContain(
      "840.000 đ",
    );
    const again = await browser.post("/phap-luat/con-so", typed);
    expect(again.status).toBe(422);
    expect(again.html).toContain("đang áp dụng đúng số này");
  });

  test("two numbers on one day are rejected by the database, in Vietnamese", async () => {
    const seen = await (await as("thuong-truc")).post("/phap-luat/con-so", {
      ...typed,
      ...{ value: "2.700.000", from: "01/01/2027" },
    });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("hai số không thể cùng áp dụng một ngày");
    expect(seen.html).toContain('value="2.700.000"');
    expect((await enteredNumbers(reader())).map(({ value }) => value)).toEqual([2_800_000]);
  });

  test("one that ends before the other begins is kept beside it", async () => {
    const done = await (await as("thuong-truc")).post("/phap-luat/con-so", {
      ...typed,
      ...{ value: "2.700.000", from: "01/01/2027", to: "01/07/2027" },
    });
    expect(done.status).toBe(303);
    const { baseSalaries } = await loadNumbers(reader());
    expect(
      ["2026-12-31", "2027-01-01", "2027-06-30", "2027-07-01"].map(
        (on) => baseSalaryOn(day(on), baseSalaries)?.value,
      ),
    ).toEqual([2_530_000, 2_700_000, 2_700_000, 2_800_000]);
  });
});

describe("what was entered", () => {
  test("ends when another follows, and is edited by nobody", async () => {
    const officer = await ministry.actor("thuong-truc", now, "standing-officer");
    const first = await enterNumber(officer, aNumber());
    const second = await enterNumber(officer, aNumber({ value: 70, from: day("2028-01-01") }));
    expect([typeof first, typeof second]).toEqual(["number", "number"]);
    const rows = (await enteredNumbers(reader())).filter(({ kind }) => kind === "threshold");
    expect(rows.map(({ value, from, to, entered }) => [value, from, to, entered.to])).toEqual([
      [60, "2027-01-01", "2028-01-01", null],
      [70, "2028-01-01", null, null],
    ]);
    const edits = [
      sql`update law_number set value = 65 where id = ${first}`,
      sql`update law_number set validity = daterange('2027-01-01', null) where id = ${first}`,
      sql`delete from law_number where id = ${first}`,
    ];
    for (const edit of edits)
      await expect(here.arrange((tx) => edit.execute(tx))).rejects.toThrow(
        "a number of the law is never edited",
      );
  });

  test("an unverified number is confirmed by a new row; a verified one that was used is not corrected", async () => {
    const officer = await ministry.actor("quan-tri", now, "administrator");
    const confirmed = aNumber({
      ...{ key: "MINISTRY_EMULATION_FIGHTER", value: 85, from: day("2026-01-01"), corrects: true },
    });
    expect(typeof (await enterNumber(officer, confirmed))).toBe("number");
    const { thresholds } = await loadNumbers(reader());
    expect(thresholdOn("MINISTRY_EMULATION_FIGHTER", day("2026-11-23"), thresholds)).toMatchObject({
      ...{ value: 85, verified: true, basis: "Quyết định 12/QĐ-BTP, Điều 5" },
    });
    expect(await enterNumber(officer, { ...confirmed, value: 80 })).toMatchObject({
      refusal: "already-verified",
    });
    const listed = (await (await as("quan-tri")).get("/phap-luat/con-so?loai=threshold")).html;
    expect(listed).toContain("thay 90 % (Quy định của bộ theo Nghị định 152/2025/NĐ-CP");
  });

  test("an entered number not yet checked gives way to its correction and stays to be read", async () => {
    const officer = await ministry.actor("thuong-truc", now, "standing-officer");
    const doubtful = aNumber({ key: "LABOR_HERO", value: 80, from: day("2026-11-01"), verified: false });
    await enterNumber(officer, doubtful);
    await enterNumber(officer, { ...doubtful, value: 90, verified: true, corrects: true });
    const rows = (await enteredNumbers(reader())).filter(({ key }) => key === "LABOR_HERO");
    expect(rows.map(({ value, corrects }) => [value, corrects])).toEqual([
      [90, "80 % (Quyết định 12/QĐ-BTP, Điều 5)"],
    ]);
    const page = (await (await as("thuong-truc")).get("/phap-luat/con-so?loai=threshold")).html;
    expect(page).toContain("nhập 80 % cho Anh hùng Lao động");
  });

  test("an officer of a Sở keeps no numbers of the law", async () => {
    const officer = await ministry.actor("chuyen-vien-dien-bien", now);
    expect(await enterNumber(officer, aNumber({ key: "LABOR_ORDER_1" }))).toMatchObject({
      refusal: "not-keeper-of-numbers",
    });
  });
});
