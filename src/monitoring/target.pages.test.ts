import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { actorFor, aPerson, as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { readSheet, writeXlsx } from "../documents/spreadsheet.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { sharePages } from "./share.pages.tsx";
import { partsOf } from "./share.store.ts";
import { targetOffers } from "./target.offers.ts";
import { targetPages } from "./target.pages.tsx";
import { findTarget } from "./target.store.ts";
import { targetListPages } from "./target-list.pages.tsx";
import { targetSettingPages } from "./target-setting.pages.tsx";
import { valuePages } from "./value.pages.tsx";
import { valueImportPages } from "./value-import.pages.tsx";
import { importColumns } from "./value-import.ts";

const there = world();
const april = new Date("2021-04-05T03:00:00Z");
const mounted = () => [
  targetListPages(),
  targetSettingPages(),
  targetPages(),
  sharePages(),
  valuePages(),
  valueImportPages(),
];
let ministry: SmallMinistry;
let target: number;
let whole: number;
let department: number;

const visitor = async (name: Parameters<typeof as>[1]) =>
  browse(mounted(), await as(ministry, name, { at: april }));

const typed = () => ({
  owner: `${ministry.ministry}`,
  year: "2021",
  name: "Hồ sơ của công dân giải quyết đúng hạn",
  measure: "percent",
  counting: "sum",
  direction: "keep",
  from: "01/01/2021",
  to: "31/12/2021",
  rhythm: "quarter",
  reportDays: "10",
  source: "typed",
  base: "98",
  goal: "98",
});

beforeAll(async () => {
  ministry = await buildMinistry(there);
  const standing = await visitor("standing");
  const made = await standing.post("/theo-doi/moi", typed());
  target = Number(/\d+$/.exec(made.location!)![0]);
  whole = (await findTarget(reader(), target, onDay(april)))!.whole;
  const divided = await standing.post(`/theo-doi/phan/${whole}/chia`, {
    [`parts.u${ministry.department}.chosen`]: "co",
    [`parts.u${ministry.department}.goal`]: "98",
    [`parts.u${ministry.enforcement}.chosen`]: "co",
    [`parts.u${ministry.enforcement}.goal`]: "97,5",
  });
  expect(divided.status).toBe(303);
  const parts = await partsOf(reader(), whole, onDay(april));
  department = parts.find(({ unit }) => unit === ministry.department)!.id;
});

describe("setting and dividing", () => {
  test("who has nothing to enter is led to no spreadsheet; who has, is", async () => {
    const led = 'href="/theo-doi/nap"';
    const law = await visitor("lawOfficer");
    expect((await law.get("/theo-doi")).html).not.toContain(led);
    expect((await law.get("/theo-doi/nap")).status).toBe(404);
    const department = await visitor("departmentOfficer");
    expect((await department.get("/theo-doi")).html).toContain(led);
    expect((await department.get("/theo-doi/nap")).status).toBe(200);
  });

  test("a form that cannot stand comes back with everything typed", async () => {
    const standing = await visitor("standing");
    const { status, html } = await standing.post("/theo-doi/moi", { ...typed(), base: "0", goal: "120" });
    expect(status).toBe(422);
    expect(html).toContain("Mức gốc phải lớn hơn 0");
    expect(html).toContain('value="120"');
  });

  test("a proposal fills the form and writes nothing", async () => {
    const standing = await visitor("standing");
    const proposed = await standing.post(`/theo-doi/phan/${whole}/chia/de-xuat?cach=equal`, {
      [`parts.u${ministry.lawDepartment}.chosen`]: "co",
    });
    expect(proposed.status).toBe(200);
    expect(proposed.html).toMatch(new RegExp(`name="parts.u${ministry.lawDepartment}.goal" value="98"`));
    expect(await partsOf(reader(), whole, onDay(april))).toHaveLength(2);
  });

  test("saving one page of units leaves the parts of the others as they are", async () => {
    const standing = await visitor("standing");
    const unit = ministry.lawDepartment;
    const address = `/theo-doi/phan/${whole}/chia`;
    const page = { shown: `${unit}` };
    const added = await standing.post(address, {
      ...page,
      [`parts.u${unit}.chosen`]: "co",
      [`parts.u${unit}.goal`]: "99",
    });
    expect(added.location).toBe(`/theo-doi/phan/${whole}`);
    const goals = async () =>
      (await partsOf(reader(), whole, onDay(april))).map((part) => [part.unit, part.goal]).sort();
    const before = [
      [ministry.department, 98],
      [ministry.enforcement, 97.5],
    ].sort();
    expect(await goals()).toEqual([...before, [unit, 99]].sort());
    expect((await standing.post(address, page)).status).toBe(303);
    expect(await goals()).toEqual(before);
  });

  test("who may not divide finds no such page", async () => {
    expect((await (await visitor("lawOfficer")).get(`/theo-doi/phan/${whole}/chia`)).status).toBe(404);
  });
});

describe("entering and reading", () => {
  test("what somebody may not see answers 404 and stands in no list, export or search", async () => {
    const other = await visitor("lawOfficer");
    expect((await other.get(`/theo-doi/phan/${department}`)).status).toBe(404);
    expect((await other.get(`/theo-doi/chi-tieu/${target}`)).status).toBe(404);
    expect((await other.get("/theo-doi")).html).not.toContain("Hồ sơ của công dân");
    const csv = new TextDecoder().decode((await other.get("/theo-doi/danh-sach.csv")).bytes());
    expect(csv.trim().split("\r\n")).toHaveLength(1);
    const found = await targetOffers.search!(
      reader(),
      await as(ministry, "lawOfficer", { at: april }),
      "ho so",
      5,
    );
    expect(found).toEqual([]);
    const seen = await targetOffers.search!(
      reader(),
      await as(ministry, "standing", { at: april }),
      "ho so",
      5,
    );
    expect(seen.map(({ title, rank }) => [title, rank])).toEqual([
      ["Hồ sơ của công dân giải quyết đúng hạn", 1],
    ]);
  });

  test("the unit's form: faults at their rows, then stored, shown up to the whole with its evidence", async () => {
    const officer = await visitor("departmentOfficer");
    const address = `/theo-doi/nhap?don-vi=${ministry.department}&den=2021-03-31`;
    const wrong = await officer.post(address, {
      to: "31/03/2021",
      [`entries.s${department}.numerator`]: "101",
      [`entries.s${department}.denominator`]: "100",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Tử số 101 lớn hơn mẫu số 100");
    const stored = await officer.post(`/theo-doi/phan/${department}/nhap?den=2021-03-31`, {
      to: "31/03/2021",
      [`entries.s${department}.numerator`]: "96",
      [`entries.s${department}.denominator`]: "100",
      [`entries.s${department}.note`]: "Theo phần mềm một cửa",
      // Sent empty by the form of a period nobody has entered yet.
      [`entries.s${department}.seen`]: "",
      files: new File(["biểu thống kê"], "bieu-quy-I.txt"),
    });
    expect(stored.location).toBe(`/theo-doi/phan/${department}`);
    const page = await officer.get(`/theo-doi/phan/${department}`);
    expect(page.html).toContain("96/100, tức 96%");
    const evidence = /\/theo-doi\/minh-chung\/\d+/.exec(page.html)![0];
    expect(new TextDecoder().decode((await officer.get(evidence)).bytes())).toBe("biểu thống kê");
    expect((await (await visitor("lawOfficer")).get(evidence)).status).toBe(404);
    const standing = await visitor("standing");
    const tree = await standing.get(`/theo-doi/phan/${whole}/cay`);
    expect(tree.html).toContain("Sở Tư pháp tỉnh Điện Biên");
    expect((await standing.get("/theo-doi")).html).toContain("96%");
  });

  test("a member sees the unit's number, not the rooms it is summed from", async () => {
    const officer = await visitor("departmentOfficer");
    const made = await officer.post("/theo-doi/moi", {
      ...typed(),
      owner: `${ministry.department}`,
      name: "Chỉ tiêu của Sở",
    });
    const id = Number(/\d+$/.exec(made.location!)![0]);
    const own = (await findTarget(reader(), id, onDay(april)))!.whole;
    const divided = await officer.post(`/theo-doi/phan/${own}/chia`, {
      shown: `${ministry.room}`,
      [`parts.u${ministry.room}.chosen`]: "co",
      [`parts.u${ministry.room}.goal`]: "98",
    });
    expect(divided.status).toBe(303);
    const link = `/theo-doi/phan/${(await partsOf(reader(), own, onDay(april)))[0]!.id}`;
    expect((await officer.get(`/theo-doi/phan/${own}`)).html).toContain(link);
    expect((await officer.get(`/theo-doi/phan/${own}/cay`)).html).toContain(link);
    const person = await there.arrange((tx) => aPerson(tx, "Tòng Thị Mẫu", ministry.department));
    const member = browse(mounted(), await actorFor(person, "Tòng Thị Mẫu", april));
    expect((await member.get(link)).status).toBe(404);
    const page = await member.get(`/theo-doi/phan/${own}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(link);
    expect((await member.get(`/theo-doi/phan/${own}/cay`)).html).not.toContain(link);
    expect((await officer.post(`/theo-doi/chi-tieu/${id}/bai-bo`, { reason: "Thử" })).status).toBe(303);
  });

  test("a period that has not begun", async () => {
    const officer = await visitor("departmentOfficer");
    const early = await officer.post(`/theo-doi/nhap?don-vi=${ministry.department}`, {
      to: "31/12/2021",
      [`entries.s${department}.numerator`]: "1",
      [`entries.s${department}.denominator`]: "1",
    });
    expect(early.status).toBe(422);
    expect(early.html).toContain("Quý IV/2021 chưa bắt đầu");
  });
});

describe("by spreadsheet", () => {
  test("template, review with lines, confirmation once", async () => {
    const enforcement = await visitor("enforcementOfficer");
    const template = await enforcement.get("/theo-doi/nap/mau.xlsx?den=2021-03-31");
    const sheet = await readSheet(template.bytes(), "mau.xlsx");
    if (isRefusal(sheet)) throw new Error(sheet.sentence);
    const [, row] = sheet.rows;
    const columns = importColumns.map(({ title }) => ({ title, kind: "text" as const }));
    const filled = await writeXlsx(columns, [
      [row![0]!, "", "", "", "", "195", "200", ""],
      ["999999", "", "", "", "", "5", "5", ""],
    ]);
    const sent = await enforcement.post("/theo-doi/nap", {
      to: "2021-03-31",
      tep: new File([filled as Uint8Array<ArrayBuffer>], "so-lieu.xlsx"),
    });
    const review = await enforcement.get(sent.location!);
    expect(review.html).toContain("1 dòng sẽ nhập, 0 dòng không đổi, 1 dòng không nhập được");
    expect(review.html).toContain("Dòng 3: Mã dòng không có trong các chỉ tiêu");
    expect((await (await visitor("departmentOfficer")).get(sent.location!)).status).toBe(404);
    expect((await enforcement.post(`${sent.location}/xac-nhan`)).status).toBe(303);
    expect((await enforcement.post(`${sent.location}/xac-nhan`)).status).toBe(409);
    const question = {
      movement: null,
      units: [ministry.enforcement],
      from: day("2021-01-01"),
      to: day("2021-04-05"),
    };
    const figures = await targetOffers.figures!(reader(), question);
    expect(figures.map(({ code, value }) => [code, value])).toEqual([
      ["targets.total", 1],
      ["targets.met", 1],
      ["targets.behind", 0],
      [`targets.${target}`, 97.5],
    ]);
  });
});

describe("one number for several units", () => {
  const asked = (to: string) => ({
    movement: null,
    units: [ministry.department, ministry.enforcement],
    from: day("2021-01-01"),
    to: day(to),
  });
  const own = (figures: readonly { code: string }[]) =>
    figures.filter(({ code }) => /^targets\.\d+/.test(code));

  test("sums numerators and denominators, and opens to the units it is made of", async () => {
    const figures = own(await targetOffers.figures!(reader(), asked("2021-04-05")));
    expect(figures).toMatchObject([{ code: `targets.${target}`, value: 97, measure: "%" }]);
    const { href } = figures[0] as unknown as { href: string };
    const page = (await (await visitor("standing")).get(href)).html;
    expect(page).toContain("291/300");
    expect(page).toContain("97%");
    const officer = (await (await visitor("departmentOfficer")).get(href)).html;
    expect(officer).toContain("96/100");
    expect(officer).toContain("1 phần nằm ngoài phạm vi");
    expect(officer).not.toContain("Cục Thi hành án");
    expect((await (await visitor("lawOfficer")).get(href)).status).toBe(404);
  });

  test("counts nothing twice when the body above is among the units", async () => {
    const units = [ministry.ministry, ministry.department, ministry.enforcement];
    const figures = own(await targetOffers.figures!(reader(), { ...asked("2021-04-05"), units }));
    expect(figures).toMatchObject([{ value: 97, href: `/theo-doi/phan/${whole}` }]);
  });

  test("knows nothing of periods that end after the report's last day", async () => {
    expect(own(await targetOffers.figures!(reader(), asked("2021-02-28")))).toMatchObject([{ value: null }]);
  });
});

describe("what is offered", () => {
  test("a report is owed after its period and done once it has come", async () => {
    const dues = await targetOffers.dues!(reader(), 2021, [ministry.department]);
    expect(dues.map(({ subject, doneAt }) => [subject, doneAt?.toISOString() ?? null])).toEqual([
      ["target-values-2021-03-31-2021-04-10", april.toISOString()],
      ["target-values-2021-06-30-2021-07-10", null],
      ["target-values-2021-09-30-2021-10-10", null],
    ]);
    const owed = await targetOffers.owed!(reader(), day("2021-07-01"));
    expect(owed.map(({ unit, subject }) => [unit, subject])).toEqual([
      [ministry.department, "target-values-2021-06-30-2021-07-10"],
      [ministry.enforcement, "target-values-2021-06-30-2021-07-10"],
    ]);
  });

  test("a step of the unit's year", async () => {
    const standing = await as(ministry, "standing", { at: april });
    const question = { noun: "unit", id: ministry.department, year: 2021 } as const;
    expect(await targetOffers.yearSteps!(reader(), standing, question)).toMatchObject([
      { label: "Chỉ tiêu", state: "đạt 0/1, chậm hoặc không đạt 1", tone: "watch" },
    ]);
  });
});
