import { beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { systemActor } from "../platform/actor.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { clusterOffers } from "./clusters.offers.ts";
import { clusterPages } from "./clusters.part.ts";
import { seedBlocOfSo } from "./clusters.seed.ts";
import { readFixtureTables } from "./criteria.files.ts";
import { yearOfCluster } from "./scoring-year.store.ts";
import { sheetsOf } from "./sheet.store.ts";

const here = world();
const ministry = ministryIn(here);
const today = new Date("2026-11-22T03:00:00Z");
let year: number;

beforeAll(async () => {
  const actor = systemActor("Nạp dữ liệu trình diễn", today, onDay(today));
  const tables = await readFixtureTables("fixtures/criteria");
  await seedBlocOfSo(actor, tables);
  await seedBlocOfSo(actor, tables);
  year = (await yearOfCluster(reader(), ministry.unit("KHOI-STP-HCM-CM"), 2026))!;
});

const browserOf = async (key: string, kind?: string) =>
  browse([clusterPages({ offers: [clusterOffers] })], await ministry.actor(key, today, kind));

const sheetOf = async (code: string) =>
  (await sheetsOf(reader(), year)).find(({ unit }) => unit === ministry.unit(code));

test("a bloc of a Sở scores by the Sở's own table, verified by the Sở's standing officer", async () => {
  expect((await sheetOf("STP-HCM-VP"))!.state).toBe("submitted");
  const states = (await sheetsOf(reader(), year)).map(({ state }) => state).toSorted();
  expect(states).toEqual(["draft", "submitted", "submitted", "submitted", "verified"]);
  const standing = await browserOf("chuyen-vien-tphcm", "standing-officer");
  const page = await standing.get(`/cum-thi-dua/nam/${year}`);
  expect([page.status, page.html.includes("/chenh-lech")]).toEqual([200, true]);
});

test("the bloc's head scores their own room first; until then others' scores are closed", async () => {
  const head = await browserOf("truong-phong-tphcm");
  const page = await head.get(`/cum-thi-dua/nam/${year}`);
  expect([page.status, page.html.includes("Bắt đầu tự chấm")]).toEqual([200, true]);
  const other = (await sheetOf("STP-HCM-VP"))!;
  expect((await head.get(`/cum-thi-dua/phieu/${other.id}`)).status).toBe(404);
  const room = `${ministry.unit("STP-HCM-HTQT")}`;
  const begun = await head.post(`/cum-thi-dua/nam/${year}/phieu`, { unit: room });
  expect(begun.location).toBe(`/cum-thi-dua/phieu/${(await sheetOf("STP-HCM-HTQT"))!.id}/cham`);
});

test.each(["thuong-truc", "cum-truong", "giam-doc-dien-bien"])(
  "the Sở's bloc is nothing to %s",
  async (key) => {
    const browser = await browserOf(key);
    expect((await browser.get(`/cum-thi-dua/nam/${year}`)).status).toBe(404);
  },
);
