import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  criteria,
  type Name,
  openedYear,
  opinionTime,
  publishedYear,
  scored,
  sent,
  sheetOf,
  sure,
  verifyingTime,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { clusterOffers } from "./clusters.offers.ts";
import { clusterPages } from "./clusters.part.ts";
import { opinionsOf } from "./opinion.store.ts";
import { findYear, yearOfCluster } from "./scoring-year.store.ts";
import { publishTable, startTable } from "./table.acts.ts";
import { findTable, findTableNamed } from "./table.store.ts";
import { votersOf } from "./vote.store.ts";

const here = world();
let cluster: ClusterWorld;

beforeEach(async () => {
  cluster = await buildCluster(here);
});

const browserOf = async (name: Name, at?: Date) =>
  browse([clusterPages({ offers: [clusterOffers] })], await actorNamed(cluster, name, at));

describe("the editor of a table", () => {
  const start = () => ({
    ...{
      owner: `${cluster.units.ministry}`,
      year: "2021",
      kind: "ministry-unit",
      name: "Bảng tiêu chí 2021",
    },
  });
  const tableOf = async () =>
    (await findTableNamed(reader(), cluster.units.ministry, 2021, "ministry-unit"))!.id;
  const changesOf = async (id: number) => `${(await findTable(reader(), id))!.changes}`;

  test("from nothing to a published table, by forms alone", async () => {
    const standing = await browserOf("standing");
    expect((await standing.post("/cum-thi-dua/bang-tieu-chi", start())).status).toBe(303);
    const id = await tableOf();
    const base = `/cum-thi-dua/bang-tieu-chi/${id}`;
    const group = { changes: await changesOf(id), name: "Công tác", max: "20", kind: "GROUP" };
    expect((await standing.post(`${base}/muc`, group)).location).toBe(base);
    const leaf = { name: "Nền nếp", parent: "1", kind: "MANUAL" };
    const typed = { ...leaf, changes: await changesOf(id), max: "hai mươi" };
    const wrong = await standing.post(`${base}/muc`, typed);
    expect([wrong.status, wrong.html.includes('value="hai mươi"')]).toEqual([422, true]);
    expect(wrong.html).toContain("“hai mươi” không phải là số");
    const right = await standing.post(`${base}/muc`, { ...typed, max: "19,5" });
    expect(right.status).toBe(303);
    const early = { changes: await changesOf(id), basis: "Quyết định số 1/QĐ-BTP" };
    const unequal = await standing.post(`${base}/ban-hanh`, early);
    expect([unequal.status, (await findTable(reader(), id))!.state]).toEqual([422, "draft"]);
    const mended = { ...leaf, changes: await changesOf(id), max: "20" };
    expect((await standing.post(`${base}/muc/2`, mended)).status).toBe(303);
    const stale = await standing.post(`${base}/muc/2`, { ...mended, name: "Chữ gõ dở" });
    expect([stale.status, stale.html.includes("Chữ gõ dở")]).toEqual([409, true]);
    const publish = { ...early, changes: await changesOf(id) };
    expect((await standing.post(`${base}/ban-hanh`, publish)).status).toBe(303);
    expect(await findTable(reader(), id)).toMatchObject({
      state: "published",
      basis: "Quyết định số 1/QĐ-BTP",
    });
  });

  test("a draft is nobody else's, neither to read nor to write", async () => {
    await (await browserOf("standing")).post("/cum-thi-dua/bang-tieu-chi", start());
    const base = `/cum-thi-dua/bang-tieu-chi/${await tableOf()}`;
    for (const name of ["firstOfficer", "clusterHead", "strangerOfficer"] as const) {
      const browser = await browserOf(name);
      expect((await browser.get(base)).status).toBe(404);
      expect((await browser.post(`${base}/ten`, { changes: "1", name: "Đổi" })).status).toBe(404);
    }
  });
});

describe("opening a year", () => {
  const form = (table: number) => ({
    ...{ cluster: `${cluster.units.cluster}`, year: "2021", table: `${table}`, selfFrom: "01/11/2021" },
    ...{ selfUntil: "15/11/2021", opinionsUntil: "20/11/2021", verifyUntil: "30/11/2021" },
    ...{ publishOn: "05/12/2021", method: "secret", threshold: "51", base: "members", ties: "second-round" },
  });

  async function published(): Promise<number> {
    const standing = await actorNamed(cluster, "standing");
    const owner = cluster.units.ministry;
    const fresh = { owner, year: 2021, kind: "ministry-unit", name: "Bảng", note: null, criteria } as const;
    const id = sure(await startTable(standing, fresh));
    const { changes } = (await findTable(reader(), id))!;
    return sure(await publishTable(standing, { tableId: id, changes, basis: "Quyết định số 1/QĐ-BTP" }));
  }

  test.each([
    ["letters for a share", { threshold: "nửa" }, "“nửa” không phải là số"],
    ["a broken share", { threshold: "66,67" }, "Tỷ lệ phải là số nguyên phần trăm."],
    ["a share above all", { threshold: "101" }, "Tỷ lệ phải trên 0 và không quá 100 %."],
    ["a day that does not exist", { selfUntil: "31/11/2021" }, "31/11/2021"],
    ["days out of order", { selfUntil: "21/11/2021" }, "đứng trước hạn tự chấm 21/11/2021"],
  ])("with %s it is refused and what was typed stays", async (_name, given, sentence) => {
    const standing = await browserOf("standing");
    const answer = await standing.post("/cum-thi-dua/mo", { ...form(await published()), ...given });
    expect([answer.status, answer.html.includes(sentence)]).toEqual([422, true]);
    expect(answer.html).toContain(`value="${Object.values(given)[0]}"`);
    expect(await yearOfCluster(reader(), cluster.units.cluster, 2021)).toBe(null);
  });

  test("by the standing body, once; the form says that a share is whole per cents", async () => {
    const table = await published();
    const standing = await browserOf("standing");
    const empty = await standing.get("/cum-thi-dua/mo?nam=2021");
    expect(empty.html).toContain("Chỉ nhập phần trăm nguyên, từ 1 đến 100; “quá nửa” thì ghi 51");
    for (const name of ["clusterHead", "strangerOfficer"] as const)
      expect((await (await browserOf(name)).post("/cum-thi-dua/mo", form(table))).status).not.toBe(303);
    expect((await standing.post("/cum-thi-dua/mo", form(table))).status).toBe(303);
    const id = (await yearOfCluster(reader(), cluster.units.cluster, 2021))!;
    expect((await findYear(reader(), id))!.voting).toMatchObject({ threshold: 5100, method: "secret" });
    expect((await standing.post("/cum-thi-dua/mo", form(table))).status).toBe(409);
  });
});

describe("a standing officer who works in a member unit", () => {
  const standsInThird = () =>
    here.arrange((tx) =>
      sql`insert into post (person, unit, kind, title, works_as, validity)
          values (${cluster.people.standing}, ${cluster.units.third}, 'member', 'Chuyên viên', 'direct', daterange('2015-01-01', null))`.execute(
        tx,
      ),
    );

  test("is told which unit keeps others' scores closed, and what opens them", async () => {
    await standsInThird();
    const { year } = await openedYear(cluster);
    await sent(cluster, year, "first", 900);
    const before = await (await browserOf("standing", verifyingTime)).get(`/cum-thi-dua/nam/${year}`);
    expect(before.html).toContain("Chưa thẩm định được: Vụ Ba chưa gửi phiếu tự chấm");
    const paper = `/cum-thi-dua/nam/${year}/ban-giay/${cluster.units.third}`;
    expect(before.html).toContain(`href="${paper}"`);
    expect((await (await browserOf("standing", verifyingTime)).get(paper)).status).toBe(200);
    await sent(cluster, year, "third", 900);
    const after = await (await browserOf("standing", verifyingTime)).get(`/cum-thi-dua/nam/${year}`);
    expect([after.html.includes("Chưa thẩm định được"), after.html.includes("/chenh-lech")]).toEqual([
      false,
      true,
    ]);
  });
});

describe("opinions", () => {
  test("a member writes one on the page; what is wrong comes back as typed", async () => {
    const { year } = await openedYear(cluster);
    const id = await sent(cluster, year, "first", 900);
    await sent(cluster, year, "second", 900);
    const second = await browserOf("secondOfficer", opinionTime);
    const path = `/cum-thi-dua/phieu/${id}/y-kien`;
    const form = {
      unit: `${cluster.units.second}`,
      criterion: "3",
      points: "-1",
      words: "Chưa thấy minh chứng",
    };
    const wrong = await second.post(path, form);
    expect([wrong.status, wrong.html.includes("Chưa thấy minh chứng")]).toEqual([422, true]);
    expect((await second.post(path, { ...form, points: "8,5" })).status).toBe(303);
    expect((await opinionsOf(reader(), id)).map(({ points, words }) => [points, words])).toEqual([
      [850, "Chưa thấy minh chứng"],
    ]);
    expect((await (await browserOf("thirdOfficer", opinionTime)).post(path, form)).status).toBe(404);
  });

  test("a ministry unit sees and judges its own professional field, and nothing else of the sheet", async () => {
    const [group] = criteria.groups;
    const code = await codeOf(cluster.units.stranger);
    const children = group!.children.map((one) => (one.id === 3 ? { ...one, field: code } : one));
    const { year } = await openedYear(cluster, { ...criteria, groups: [{ ...group!, children }] });
    const id = await sent(cluster, year, "first", 900);
    const stranger = await browserOf("strangerOfficer", opinionTime);
    const page = await stranger.get(`/cum-thi-dua/nam/${year}/linh-vuc`);
    expect([page.status, page.html.includes("Nền nếp"), page.html.includes("Kế hoạch")]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await stranger.get(`/cum-thi-dua/phieu/${id}`)).status).toBe(404);
    const path = `/cum-thi-dua/phieu/${id}/y-kien`;
    const form = { unit: `${cluster.units.stranger}`, criterion: "3", points: "8", words: "Đúng thực tế" };
    expect((await stranger.post(path, { ...form, criterion: "2" })).status).toBe(422);
    expect((await stranger.post(path, form)).location).toBe(`/cum-thi-dua/nam/${year}/linh-vuc`);
  });
});

const codeOf = async (unit: number): Promise<string> => {
  const { rows } = await sql<{ code: string }>`select code from unit_name where unit = ${unit}`.execute(
    reader(),
  );
  return rows[0]!.code;
};

test("a person authorised in writing is recorded by the unit; what was typed stays when something is wrong", async () => {
  const { year } = await openedYear(cluster);
  const { units, people } = cluster;
  const path = `/cum-thi-dua/nam/${year}/suy-ton/uy-quyen`;
  const form = {
    ...{ unit: `${units.second}`, person: `${people.secondOfficer}`, paperSymbol: "5/GUQ-V2" },
    paperDay: "31/12/2021",
  };
  const officer = await browserOf("secondOfficer");
  const wrong = await officer.post(path, form);
  expect([wrong.status, wrong.html.includes('value="5/GUQ-V2"')]).toEqual([422, true]);
  expect((await officer.post(path, { ...form, person: `${people.firstHead}` })).status).toBe(422);
  expect((await (await browserOf("strangerOfficer")).post(path, form)).status).toBe(404);
  expect((await officer.post(path, { ...form, paperDay: "09/11/2021" })).status).toBe(303);
  const [voter] = await votersOf(reader(), year, [units.second], day("2021-11-10"));
  expect(voter).toMatchObject({
    person: people.secondOfficer,
    authority: "authorised",
    paperSymbol: "5/GUQ-V2",
  });
});

describe("publication", () => {
  test("not while members may still score themselves: who has not sent would be shut out", async () => {
    const { year } = await openedYear(cluster);
    const id = await sent(cluster, year, "first", 900);
    const standing = await browserOf("standing");
    const { version } = await sheetOf(cluster, year, "first");
    const grid = { "muc.2.actual": "8", "muc.2.planned": "10", "muc.3.actual": "9" };
    const verified = { ...grid, version: `${version}`, step: "finish" };
    expect((await standing.post(`/cum-thi-dua/phieu/${id}/tham-dinh`, verified)).status).toBe(303);
    const path = `/cum-thi-dua/nam/${year}/cong-bo`;
    const early = await standing.post(path, { version: "1" });
    expect([
      early.status,
      early.html.includes("Vụ Ba, Vụ Hai còn được tự chấm đến hết ngày 15/11/2021"),
    ]).toEqual([422, true]);
    const later = await browserOf("standing", opinionTime);
    expect((await later.post(path, { version: "1" })).status).toBe(303);
  });

  test("results stay the standing body's until it publishes them; then every member reads them", async () => {
    const { year } = await openedYear(cluster);
    await scored(cluster, year, "third", 500);
    const path = `/cum-thi-dua/nam/${year}`;
    const member = await browserOf("firstOfficer", verifyingTime);
    expect((await member.get(`${path}/ket-qua`)).status).toBe(404);
    expect((await member.post(`${path}/cong-bo`, { version: "1" })).status).toBe(404);
    await here.arrange((tx) =>
      sql`delete from score_entry where sheet in (select id from score_sheet where cluster_year = ${year})`.execute(
        tx,
      ),
    );
    await here.arrange((tx) => sql`delete from score_sheet where cluster_year = ${year}`.execute(tx));
    await publishedYear(cluster, year);
    const results = await member.get(`${path}/ket-qua`);
    expect([results.status, results.html.includes("Vụ Một")]).toEqual([200, true]);
    expect((await (await browserOf("strangerOfficer")).get(`${path}/ket-qua`)).status).toBe(404);
    expect((await member.get(`${path}/ket-qua.csv`)).html.split("\r\n").slice(1, 4)).toEqual([
      ...["1,Vụ Một,18,A", "2,Vụ Hai,17,B", "3,Vụ Ba,16,B"],
    ]);
    expect((await sheetOf(cluster, year, "first")).state).toBe("verified");
  });
});
