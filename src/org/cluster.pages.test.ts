import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { actorFor, aPerson, as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { world } from "../../test/world.ts";
import { readSheet } from "../documents/spreadsheet.ts";
import { day, firstDayOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import type { Offers } from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { appointClusterYear, foundCluster } from "./cluster.acts.ts";
import { rostersOf } from "./cluster.store.ts";
import { placesKept } from "./cluster-history.store.ts";
import { keepPlace } from "./cluster-place.acts.ts";
import { keepClusterRecord } from "./cluster-record.acts.ts";
import { org } from "./org.part.ts";
import { endUnits } from "./unit-change.store.ts";

const here = world();
const at = new Date("2021-11-20T03:00:00Z");
let ministry: SmallMinistry;
let bloc: number;
let standing: number;

const later: Offers = {
  stage: "pledges",
  tabs: async (_reader, _actor, { noun, id }) =>
    noun === "cluster" ? [{ label: "Giao ước", href: `/giao-uoc?cum=${id}`, count: "2/3" }] : [],
  panels: async (_reader, _actor, { noun }) =>
    noun === "cluster"
      ? [{ title: "Đã ký giao ước", href: null, rows: [{ label: "Đơn vị", done: 2, total: 3 }] }]
      : [],
};

beforeAll(async () => {
  ministry = await buildMinistry(here);
  standing = await here.arrange((tx) =>
    aPerson(tx, "Thường trực Sở", ministry.department, "standing-officer"),
  );
});

const open = async (name: Parameters<typeof as>[1]) =>
  browse([org.pages({ offers: [later] })], await as(ministry, name, { at }));
const ofSo = () => actorFor(standing, "Thường trực Sở", at);

const appointment = (year: number, members: readonly number[], head: readonly [number, number] | null) => ({
  ...{ cluster: bloc, year, on: firstDayOf(year), members, paper: { symbol: null, day: null } },
  head: head ? { person: head[0], unit: head[1], title: "" } : null,
  deputies: [],
});

describe("a cluster inside a department", () => {
  test("is founded and drawn by the department's own standing officer", async () => {
    const founded = await foundCluster(await ofSo(), {
      ...{ name: "Khối các phòng chuyên môn", shortName: null, code: "KHOI-CM", kind: "BLOC" },
      ...{ founder: ministry.department, outside: false, from: day("2019-01-01") },
    });
    if (isRefusal(founded)) throw new Error(founded.sentence);
    bloc = founded;
    const rooms = [ministry.room, ministry.otherRoom];
    const head = [ministry.people.roomHead, ministry.room] as const;
    expect(await appointClusterYear(await ofSo(), appointment(2021, rooms, head))).toBe(bloc);
    const stranger = await as(ministry, "generalStanding", { at });
    expect(await appointClusterYear(stranger, appointment(2021, rooms, null))).toMatchObject({
      kind: "may-not",
    });
  });

  test("shows what later stages offer, and its history", async () => {
    const { html } = await (await open("roomHead")).get(`/to-chuc/cum/${bloc}`);
    expect(html).toContain("Giao ước");
    expect(html).toContain("Đã ký giao ước");
    expect(html).toContain("Trưởng Khối Người room Head");
  });

  test("proposes who is next by turn, and fills the form for the next year with them", async () => {
    await here.arrange((tx) => aPerson(tx, "Trưởng phòng Phổ biến", ministry.otherRoom, "unit-head"));
    const page = browse([org.pages({ offers: [] })], await ofSo());
    const { html } = await page.get(`/to-chuc/cum/${bloc}/luan-phien?nam=2022`);
    expect(html).toContain("Trưởng Khối: Phòng Phổ biến pháp luật");
    expect(html).toContain("Phó Trưởng Khối: Phòng Hành chính tư pháp");
    const form = await page.get(`/to-chuc/cum/${bloc}/thanh-phan?nam=2022&luan-phien=co`);
    expect(form.html).toContain('value="Trưởng phòng Phổ biến"');
    expect((await (await open("roomHead")).get(`/to-chuc/cum/${bloc}/luan-phien?nam=2022`)).status).toBe(404);
  });
});

describe("a member that merges", () => {
  const place = () => ({
    ...{
      cluster: ministry.cluster,
      year: 2021,
      from: ministry.lawDepartment,
      to: ministry.generalDepartment,
    },
    ...{ symbol: "12/QĐ-BTP", signed: day("2021-07-02") },
  });
  const roster = async (year: number) =>
    (await rostersOf(reader(), [ministry.cluster], year)).map(({ unit, paperSymbol }) => [unit, paperSymbol]);

  test("has no place to keep while it stands", async () => {
    expect(await keepPlace(await as(ministry, "standing", { at }), place())).toMatchObject({
      refusal: "no-place-to-keep",
    });
  });

  test("gives its place to the unit that follows, by a decision, in that year alone", async () => {
    await here.arrange(async (tx) => {
      await sql`insert into cluster_member (cluster, unit, year)
                values (${ministry.cluster}, ${ministry.lawDepartment}, 2020)`.execute(tx);
      await sql`insert into succession (from_unit, to_unit, kind, on_day, recorded_at)
                values (${ministry.lawDepartment}, ${ministry.generalDepartment}, 'merge', '2021-07-01', ${at})`.execute(
        tx,
      );
      await endUnits(tx, [ministry.lawDepartment], day("2021-07-01"));
    });
    const { html } = await (await open("standing")).get(`/to-chuc/cum/${ministry.cluster}?nam=2021`);
    expect(html).toContain("cần quyết định giữ chỗ trong năm");
    const head = await as(ministry, "clusterHead", { at });
    expect(await keepPlace(head, place())).toMatchObject({ kind: "may-not" });
    const officer = await as(ministry, "standing", { at });
    expect(await keepPlace(officer, { ...place(), symbol: " " })).toMatchObject({ field: "symbol" });
    expect(await keepPlace(officer, { ...place(), signed: day("2021-12-01") })).toMatchObject({
      field: "signed",
    });
    expect(await keepPlace(officer, place())).toBe(ministry.cluster);
    expect(await roster(2021)).toEqual([[ministry.generalDepartment, "12/QĐ-BTP"]]);
    expect(await roster(2020)).toEqual([[ministry.lawDepartment, null]]);
    expect(
      (await placesKept(reader(), ministry.cluster)).map((one) => [one.year, one.on, one.symbol]),
    ).toEqual([[2021, "2021-07-01", "12/QĐ-BTP"]]);
  });
});

describe("a cluster led outside the sector", () => {
  let outside: number;
  const base = () => `/to-chuc/cum/${outside}/ho-so`;
  const score = () => ({
    ...{ cluster: outside, unit: ministry.department, kind: "score" as const, year: 2021 },
    ...{ title: "Kết quả khối nội chính tỉnh", on: day("2021-11-15"), symbol: "9/TB-KTĐ", note: null },
    ...{ points: 92.5, pointsOf: 100, rank: 2, rankOf: 8, staged: null, replaces: null },
  });

  beforeAll(async () => {
    const founded = await foundCluster(await ofSo(), {
      ...{ name: "Khối nội chính tỉnh", shortName: null, code: "KHOI-NC", kind: "BLOC" },
      ...{ founder: ministry.department, outside: true, from: day("2019-01-01") },
    });
    if (isRefusal(founded)) throw new Error(founded.sentence);
    outside = founded;
    const drawn = { ...appointment(2021, [ministry.department], null), cluster: outside };
    expect(await appointClusterYear(await ofSo(), drawn)).toBe(outside);
  });

  test("keeps our papers and the scores it gave, with a file, from those who may", async () => {
    const page = await open("departmentOfficer");
    const saved = await page.post(`${base()}/moi`, {
      ...{ key: "record-1", kind: "sent", year: "2021", unit: `${ministry.department}` },
      ...{ title: "Báo cáo tự chấm điểm", on: "10/11/2021", symbol: "45/BC-STP" },
      file: new File(["%PDF-1.4\n%%EOF"], "bao-cao.pdf", { type: "application/pdf" }),
    });
    expect([saved.status, saved.location]).toEqual([303, `${base()}?nam=2021`]);
    const first = await keepClusterRecord(await ofSo(), score());
    if (isRefusal(first)) throw new Error(first.sentence);
    const corrected = { ...score(), points: 93, replaces: first };
    expect(isRefusal(await keepClusterRecord(await ofSo(), corrected))).toBe(false);
    expect(await keepClusterRecord(await ofSo(), corrected)).toMatchObject({ refusal: "already-corrected" });
    for (const name of ["lawOfficer", "clusterHead", "roomHead"] as const)
      expect(await keepClusterRecord(await as(ministry, name, { at }), score())).toMatchObject({
        kind: "may-not",
      });
  });

  test("keeps what was typed when it is refused", async () => {
    const failed = await (await open("departmentOfficer")).post(`${base()}/moi`, {
      ...{ key: "record-2", kind: "score", year: "2021", unit: `${ministry.department}` },
      ...{ title: "Kết quả xếp hạng", on: "15/11/2021", points: "101", pointsOf: "100" },
    });
    expect(failed.status).toBe(422);
    expect(failed.html).toContain("Điểm 101 vượt điểm tối đa 100.");
    expect(failed.html).toContain('value="Kết quả xếp hạng"');
  });

  test("is read and exported by its own people and by no other", async () => {
    const page = await open("roomMember");
    const { html } = await page.get(base());
    expect(html).toContain("92,5/100 điểm, hạng 2/8");
    expect(html).toContain("Đã đính chính");
    const sheet = await readSheet((await page.get(`${base()}.xlsx`)).bytes(), "ho-so.xlsx");
    if (isRefusal(sheet)) throw new Error(sheet.sentence);
    expect(sheet.rows.length).toBe(4);
    const docx = await page.get(`${base()}.docx?nam=2021`);
    expect([docx.status, docx.bytes().length > 5000]).toEqual([200, true]);
    expect((await page.get(`${base()}/moi`)).status).toBe(404);
    const file = /ho-so\/(\d+)\/tep/.exec(html)![1]!;
    expect((await page.get(`${base()}/${file}/tep`)).html).toContain("%PDF");
    const stranger = await open("lawOfficer");
    for (const path of ["", ".xlsx", ".docx", `/${file}/tep`, "/moi"])
      expect((await stranger.get(`${base()}${path}`)).status).toBe(404);
  });

  test("one of our own keeps its scores elsewhere", async () => {
    expect((await (await open("standing")).get(`/to-chuc/cum/${ministry.cluster}/ho-so`)).status).toBe(404);
    const own = { ...score(), cluster: bloc, unit: ministry.department };
    expect(await keepClusterRecord(await ofSo(), own)).toMatchObject({ refusal: "cluster-of-our-own" });
  });
});
