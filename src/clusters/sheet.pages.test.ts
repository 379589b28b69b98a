import { beforeEach, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  type Name,
  openedYear,
  scored,
  sent,
  sheetOf,
  verifyingTime,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { readSheet, writeXlsx } from "../documents/spreadsheet.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { clusterOffers } from "./clusters.offers.ts";
import { clusterPages } from "./clusters.part.ts";
import { sheetColumns } from "./sheet-file.ts";

const here = world();
let cluster: ClusterWorld;
let year: number;

beforeEach(async () => {
  cluster = await buildCluster(here);
  ({ year } = await openedYear(cluster));
});

const browserOf = async (name: Name, at?: Date) =>
  browse([clusterPages({ offers: [clusterOffers] })], await actorNamed(cluster, name, at));

const grid = (version: number, actual: string, direct: string) => ({
  ...{ version: `${version}`, "muc.2.actual": actual, "muc.2.planned": "10", "muc.3.actual": direct },
});

test("the grid takes decimal commas; what is wrong comes back with everything typed, and nothing is kept", async () => {
  const id = await scored(cluster, year, "first", 500);
  const { version } = await sheetOf(cluster, year, "first");
  const officer = await browserOf("firstOfficer");
  const wrong = await officer.post(`/cum-thi-dua/phieu/${id}/cham`, grid(version, "8,5", "chín"));
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="8,5"');
  expect(wrong.html).toContain("Mục I.2: “chín” không phải là số");
  expect((await sheetOf(cluster, year, "first")).selfTotal).toBe(1300);
  const over = await officer.post(`/cum-thi-dua/phieu/${id}/cham`, grid(version, "8,5", "10,5"));
  expect([over.status, over.html.includes("vượt mức tối đa 10")]).toEqual([422, true]);
  const right = await officer.post(`/cum-thi-dua/phieu/${id}/cham`, grid(version, "8,5", "9,5"));
  expect([right.status, right.location]).toEqual([303, `/cum-thi-dua/phieu/${id}`]);
  expect((await sheetOf(cluster, year, "first")).selfTotal).toBe(1800);
  const stale = await officer.post(`/cum-thi-dua/phieu/${id}/cham`, grid(version, "1", "1"));
  expect([stale.status, stale.html.includes('value="1"')]).toEqual([409, true]);
});

test("a spreadsheet goes out, comes back into the grid, and only into its own sheet", async () => {
  const id = await scored(cluster, year, "first", 500);
  const other = await scored(cluster, year, "second", 500);
  const officer = await browserOf("firstOfficer");
  const sheet = await readSheet((await officer.get(`/cum-thi-dua/phieu/${id}/phieu.xlsx`)).bytes(), "x.xlsx");
  if (isRefusal(sheet)) throw new Error(sheet.sentence);
  const rows = sheet.rows
    .slice(1)
    .map((row) => row.map((cell, at) => (at === 5 && row[1] === "I.2" ? "7,25" : cell)));
  const file = async (code: number) => {
    const given = rows.map((row) => [row[0]!.replace(`P${id}-`, `P${code}-`), ...row.slice(1)]);
    return new File([(await writeXlsx(sheetColumns, given)) as Uint8Array<ArrayBuffer>], "phieu.xlsx");
  };
  const read = await officer.post(`/cum-thi-dua/phieu/${id}/nhap`, { sheet: await file(id) });
  expect([read.status, read.html.includes('value="7,25"')]).toEqual([200, true]);
  expect((await sheetOf(cluster, year, "first")).selfTotal).toBe(1300);
  const foreign = await officer.post(`/cum-thi-dua/phieu/${id}/nhap`, { sheet: await file(other) });
  expect([foreign.status, foreign.html.includes("tệp này là phiếu khác")]).toEqual([422, true]);
});

test("the standing body verifies in one form: a difference without its reason keeps what was typed", async () => {
  const id = await sent(cluster, year, "first", 900);
  const { version } = await sheetOf(cluster, year, "first");
  const standing = await browserOf("standing", verifyingTime);
  const form = { ...grid(version, "8", "7"), step: "finish" };
  const wrong = await standing.post(`/cum-thi-dua/phieu/${id}/tham-dinh`, form);
  expect([wrong.status, wrong.html.includes("hãy ghi lý do")]).toEqual([422, true]);
  const again = {
    ...form,
    version: `${(await sheetOf(cluster, year, "first")).version}`,
    "muc.3.words": "Thiếu minh chứng",
  };
  expect((await standing.post(`/cum-thi-dua/phieu/${id}/tham-dinh`, again)).location).toBe(
    `/cum-thi-dua/phieu/${id}`,
  );
  expect(await sheetOf(cluster, year, "first")).toMatchObject({ state: "verified", verifiedTotal: 1500 });
  const own = await (await browserOf("firstOfficer", verifyingTime)).get(`/cum-thi-dua/phieu/${id}`);
  expect(own.html).toContain("Thiếu minh chứng");
});

test("what waits, is owed and is due follows the sheets", async () => {
  const officer = await actorNamed(cluster, "firstOfficer");
  const waiting = async () => (await clusterOffers.waiting!(reader(), officer)).map(({ title }) => title);
  const owed = async () =>
    (await clusterOffers.owed!(reader(), officer.day))
      .filter(({ subject }) => subject === `cluster-year-${year}`)
      .map(({ unit }) => unit);
  const { units } = cluster;
  expect(await waiting()).toEqual(["Tự chấm điểm thi đua"]);
  expect(await owed()).toEqual([units.first, units.second, units.third]);
  await sent(cluster, year, "first", 900);
  expect(await waiting()).toEqual([]);
  expect(await owed()).toEqual([units.second, units.third]);
  const dues = await clusterOffers.dues!(reader(), 2021, [units.first]);
  expect(dues.map(({ kind, doneAt }) => [kind, doneAt !== null])).toEqual([["cluster-score", true]]);
  expect(await clusterOffers.openWorkOf!(reader(), units.second)).toEqual([
    { label: "Năm chấm điểm của cụm chưa công bố", count: 1 },
  ]);
});
