import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { type Browser, browse } from "../../test/app.ts";
import { as, buildMinistry, type SmallMinistry, tooLate } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { readSheet } from "../documents/spreadsheet.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { noticesOf } from "../platform/notices.store.ts";
import type { DueItem, Offers } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { startRegistration } from "../registrations/registration.acts.ts";
import { registrationOffers } from "../registrations/registration.offers.ts";
import { desk } from "./desk.part.ts";
import { extendDues } from "./lateness-extension.acts.ts";

const here = world();
let ministry: SmallMinistry;

/** Another stage with plans of its own, one kept late the year before, and one this year that is still open. */
const plans = (): Offers => ({
  stage: "plans",
  dues: async (_reader, year, units) =>
    [ministry.lawDepartment, ministry.enforcement]
      .filter((unit) => units === null || units.includes(unit))
      .flatMap((unit): DueItem[] => {
        const base = { kind: "unit-plan", unit, href: "/", receiver: undefined };
        if (year === 2020)
          return [
            {
              ...{ ...base, subject: "plan-1", what: "Kế hoạch của đơn vị “2020”" },
              deadline: datedDeadline("27/02/2020", day("2020-02-27"), true),
              doneAt: new Date("2020-03-05T03:00:00Z"),
            },
          ];
        if (year !== 2021) return [];
        return [
          {
            ...{ ...base, subject: "plan-2", what: "Kế hoạch của đơn vị “2021”", begun: false },
            deadline: datedDeadline("05/03/2021", day("2021-03-05"), true),
            doneAt: null,
          },
        ];
      }),
});

beforeAll(async () => {
  ministry = await buildMinistry(here);
});

const open = async (name: Parameters<typeof as>[1], at = tooLate): Promise<Browser> =>
  browse([desk.pages({ offers: [registrationOffers, plans()] })], await as(ministry, name, { at }));

const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<tr[^>]*>(?:(?!<\/tr>).)*<th scope="row"(?:(?!<\/tr>).)*<\/tr>/gs)].map((row) =>
    row[0]
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
const named = (html: string): string[] =>
  rowsOf(html).flatMap((row) => /Vụ Pháp luật|Sở Tư pháp|Cục Thi hành/.exec(row)?.[0] ?? []);

describe("the list", () => {
  test.each([
    ["standing", ["Sở Tư pháp", "Vụ Pháp luật", "Cục Thi hành", "Vụ Pháp luật"]],
    ["generalStanding", ["Cục Thi hành"]],
    ["departmentOfficer", ["Sở Tư pháp"]],
    ["lawHead", ["Vụ Pháp luật", "Vụ Pháp luật"]],
    ["clusterHead", ["Vụ Pháp luật", "Vụ Pháp luật"]],
  ] as const)("of %s holds the units in reach and no other", async (name, expected) => {
    const page = await (await open(name)).get("/don-doc?nam=2021");
    expect(named(page.html)).toEqual(expected);
  });

  test.each(["lawMember", "roomMember", "inspector"] as const)("%s finds nothing there", async (name) => {
    const page = await open(name);
    for (const path of ["", "/theo-don-vi", "/theo-cum", "/danh-sach.csv", "/gui-nhac", "/cong-van.docx"])
      expect((await page.get(`/don-doc${path}?nam=2021`)).status).toBe(404);
  });

  test("is narrowed by the address, and its files hold exactly what is seen", async () => {
    const page = await open("standing");
    const seen = await page.get("/don-doc?nam=2021&tinh-trang=late");
    expect(named(seen.html)).toEqual(["Sở Tư pháp", "Vụ Pháp luật"]);
    const csv = (await page.get("/don-doc/danh-sach.csv?nam=2021&tinh-trang=late")).html;
    expect(
      csv
        .split("\r\n")
        .filter(Boolean)
        .map((line) => line.split(",").slice(0, 2)),
    ).toEqual([
      ["Đơn vị", "Mã"],
      ["Sở Tư pháp tỉnh Điện Biên", "STP"],
      ["Vụ Pháp luật dân sự - kinh tế", "DSKT"],
    ]);
    const sheet = await page.get(`/don-doc/danh-sach.xlsx?nam=2021&cum=${ministry.cluster}`);
    const read = await readSheet(sheet.bytes(), "ds.xlsx");
    if (isRefusal(read)) throw new Error(read.sentence);
    expect(read.rows.length).toBe(3);
  });
});

test("what the reader could not open is not a link, and the year is no filter to take off", async () => {
  const { html } = await (await open("standing")).get("/don-doc?nam=2021");
  expect(html).toContain(`<a href="/dang-ky?phong-trao=${ministry.movement}">`);
  expect(html).not.toContain(`<a href="/">Kế hoạch của đơn vị`);
  expect(html).not.toContain("Bỏ lọc");
  const own = await (await open("lawHead")).get("/don-doc?nam=2021&q=kế hoạch");
  expect(own.html).toContain(`<a href="/">Kế hoạch của đơn vị`);
  expect(own.html).toContain("Bỏ lọc");
});

describe("the forecast and the years before", () => {
  const mark = "Dễ muộn";
  const path = "/don-doc/theo-don-vi?nam=2021";

  test("stand before the standing officer and the unit itself", async () => {
    const standing = await (await open("standing")).get(path);
    expect(standing.html).toContain(
      "Trước đây đúng hạn 0/1 lần, thường muộn 7 ngày; còn 3 ngày, chưa có dự thảo.",
    );
    for (const name of ["standing", "lawOfficer"] as const) {
      const page = await open(name);
      expect((await page.get(path)).html).toContain(mark);
      const own = await page.get(`/don-doc/don-vi/${ministry.lawDepartment}?nam=2021`);
      expect(own.html).toContain(mark);
      expect(own.html).toContain("0% (0/1)");
    }
  });

  test("are hidden from a cluster's head, from other units, and from every file", async () => {
    const head = await open("clusterHead");
    const list = await head.get(path);
    expect(named(list.html)).toEqual(["Vụ Pháp luật"]);
    expect(list.html).not.toContain(mark);
    expect(list.html).not.toContain("năm trước");
    const ownPage = `/don-doc/don-vi/${ministry.lawDepartment}?nam=2021`;
    expect((await head.get(ownPage)).status).toBe(404);
    expect((await (await open("departmentOfficer")).get(ownPage)).status).toBe(404);
    expect((await (await open("departmentOfficer")).get(path)).html).not.toContain(mark);
    const standing = await open("standing");
    const sheet = await readSheet(
      (await standing.get("/don-doc/theo-don-vi.xlsx?nam=2021")).bytes(),
      "ds.xlsx",
    );
    if (isRefusal(sheet)) throw new Error(sheet.sentence);
    const csv = (await standing.get("/don-doc/theo-don-vi.csv?nam=2021")).html;
    const written = `${JSON.stringify(sheet.rows)} ${csv}`;
    expect(written).toContain("Vụ Pháp luật");
    expect(/Dễ muộn|Trước đây|năm trước/.test(written)).toBe(false);
  });

  test("by cluster counts the members of the year", async () => {
    const page = await (await open("standing")).get("/don-doc/theo-cum?nam=2021");
    expect(rowsOf(page.html)).toEqual([
      "Cụm thi đua số I 1 1 1 0/2 0% (0/1)",
      "Không thuộc cụm 2 1 1 0/2 0% (0/1)",
    ]);
  });
});

describe("urging", () => {
  test("shows whom it touches, with a letter and a text to take along, and is sent once a day", async () => {
    const page = await open("standing");
    const path = `/don-doc/gui-nhac?nam=2021&tinh-trang=late`;
    const seen = await page.get(path);
    expect(seen.html).toContain("2 việc chưa xong của 2 đơn vị");
    expect(seen.html).toContain("Bộ Tư pháp đề nghị các đơn vị hoàn thành những việc sau:");
    expect((await page.post(path, { key: "urge-1" })).status).toBe(303);
    expect((await page.post(path, { key: "urge-2" })).status).toBe(422);
    const [notice] = await noticesOf(reader(), ministry.people.departmentOfficer, 5, null);
    expect(notice?.sentence).toBe(
      "Nhắc hạn: Đăng ký thi đua “Phong trào thi đua ngành Tư pháp năm 2021”: chậm nhất 27/02/2021, tính cả ngày này.",
    );
  });

  test("the letter lists the ticked alone, and a unit's own officer has none", async () => {
    const page = await open("standing");
    const key = encodeURIComponent(`registration~movement-${ministry.movement}~${ministry.department}`);
    const docx = await page.get(`/don-doc/cong-van.docx?nam=2021&viec=${key}`);
    expect([docx.status, docx.bytes().length > 5000]).toEqual([200, true]);
    const officer = await open("departmentOfficer");
    expect((await officer.get(`/don-doc/cong-van.docx?nam=2021&viec=${key}`)).status).toBe(404);
    expect((await officer.get("/don-doc/gui-nhac?nam=2021")).status).toBe(404);
  });
});

describe("an extension", () => {
  const dueOf = async (): Promise<DueItem> =>
    (await registrationOffers.dues!(reader(), 2021, [ministry.department]))[0]!;
  const address = () =>
    `/don-doc/gia-han?nam=2021&viec=${encodeURIComponent(`registration~movement-${ministry.movement}~${ministry.department}`)}`;

  test("keeps what was typed and says why it is refused", async () => {
    const page = await open("standing");
    const early = await page.post(address(), { key: "ext-1", day: "01/03/2021", reason: "Sáp nhập" });
    expect(early.status).toBe(422);
    expect(early.html).toContain("Ngày 01/03/2021 đã qua; hãy chọn ngày khác.");
    expect(early.html).toContain("Sáp nhập");
  });

  test("of several with one reason shows them first, and is given to all or to none", async () => {
    const page = await open("standing");
    const keyOf = (kind: string, unit: number) => `viec=${encodeURIComponent(`${kind}~plan-2~${unit}`)}`;
    const both = `/don-doc/gia-han?nam=2021&${keyOf("unit-plan", ministry.lawDepartment)}&${keyOf("unit-plan", ministry.enforcement)}`;
    const seen = await page.get(both);
    expect(named(seen.html)).toEqual(["Cục Thi hành", "Vụ Pháp luật"]);
    expect(seen.html).toContain("2 việc của 2 đơn vị");
    const refused = await page.post(both, { key: "ext-3", day: "05/03/2021", reason: "Bão số 3" });
    expect([refused.status, refused.html.includes("Bão số 3")]).toEqual([422, true]);
    expect((await page.post(both, { key: "ext-4", day: "12/03/2021", reason: "Bão số 3" })).status).toBe(303);
    for (const unit of [ministry.lawDepartment, ministry.enforcement])
      expect((await page.get(`/don-doc/don-vi/${unit}?nam=2021`)).html).toContain("12/03/2021");
    const general = await open("generalStanding");
    expect(named((await general.get(both)).html)).toEqual([]);
  });

  test("of nothing is no page's fault", async () => {
    const page = await open("standing");
    expect((await page.get("/don-doc/gia-han?nam=2021")).html).toContain("Chưa chọn việc nào còn phải làm");
    expect(
      (await page.post("/don-doc/gia-han?nam=2021", { key: "ext-5", day: "12/03/2021", reason: "x" })).status,
    ).toBe(409);
  });

  test("is the receiver's alone", async () => {
    const due = await dueOf();
    const input = { dues: [due], day: day("2021-03-10"), reason: "Sáp nhập" };
    for (const name of ["departmentHead", "clusterHead", "generalStanding", "inspector"] as const)
      expect(await extendDues(await as(ministry, name, { at: tooLate }), input)).toMatchObject({
        kind: "may-not",
      });
    expect((await (await open("departmentOfficer")).get(address())).status).toBe(404);
  });

  test("moves lateness and the stage's own judgement, tells the unit and stays in its history", async () => {
    const page = await open("standing");
    const saved = await page.post(address(), { key: "ext-2", day: "10/03/2021", reason: "Mới sáp nhập" });
    expect(saved.status).toBe(303);
    const late = await page.get("/don-doc?nam=2021&tinh-trang=late");
    expect(named(late.html)).toEqual(["Vụ Pháp luật"]);
    const officer = await as(ministry, "departmentOfficer", { at: tooLate });
    expect((await noticesOf(reader(), officer.person!, 1, null))[0]?.sentence).toContain(
      "được gia hạn đến hết ngày 10/03/2021. Lý do: Mới sáp nhập",
    );
    const own = await (await open("departmentOfficer")).get(
      `/don-doc/don-vi/${ministry.department}?nam=2021`,
    );
    expect(own.html).toContain("Mới sáp nhập");
    await startRegistration(officer, { movementId: ministry.movement, unitId: ministry.department });
    expect((await dueOf()).deadline.day).toBe("2021-03-10");
    await expect(
      here.arrange((tx) => sql`update deadline_extension set reason = 'khác'`.execute(tx)),
    ).rejects.toThrow("permission denied");
  });
});
