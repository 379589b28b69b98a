import { beforeAll, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import { ministryIn } from "../../test/ministry-world.ts";
import { world } from "../../test/world.ts";
import { seedMovements } from "../movements/movement.seed.ts";
import { movementReachOf } from "../movements/movement-reach.store.ts";
import { systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { costOffers } from "./cost.offers.ts";
import { costPages } from "./cost.pages.tsx";
import { movementsInReach } from "./movement-choices.store.ts";

const here = world();
const ministry = ministryIn(here);
const HOME = "/theo-doi/chi-phi";
const at = new Date("2026-06-15T02:00:00Z");
let movement = 0;

beforeAll(async () => {
  await seedMovements(systemActor("Nạp dữ liệu trình diễn", at, onDay(at)));
  const officer = await ministry.actor("chuyen-vien-dien-bien", at);
  movement = (await movementsInReach(reader(), await movementReachOf(reader(), officer)))[0]!.id;
});

const open = async (key: string) => browse([costPages()], await ministry.actor(key, at));

const spent = (activity: string, amount: string, planned = "") => ({
  unit: `${ministry.unit("STP-DBN")}`,
  movement: `${movement}`,
  activity,
  source: "budget",
  planned,
  spent: amount,
  spentOn: "10/06/2026",
});

test("costs are summed, a wrong one is voided, and the review's figures follow", async () => {
  const officer = await open("chuyen-vien-dien-bien");
  expect(
    (await officer.post(`${HOME}/moi`, spent("Hội nghị phát động", "9.500.000", "12.000.000 đ"))).status,
  ).toBe(303);
  expect((await officer.post(`${HOME}/moi`, spent("In ấn", "1200000"))).status).toBe(303);
  const wrong = await officer.post(`${HOME}/moi`, spent("In ấn", "một triệu"));
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("Hãy nhập một số nguyên");
  expect(wrong.html).toContain("một triệu");
  const list = (await officer.get(HOME)).html;
  expect(list).toContain("10.700.000 đ");
  expect(list).toContain("2.500.000 đ");
  const [, id] = /\/chi-phi\/(\d+)\/huy"[^>]*>Hủy ghi<span class="unseen"> In ấn/.exec(list) ?? [];
  expect((await officer.post(`${HOME}/${id}/huy`, { why: "" })).status).toBe(422);
  expect((await officer.post(`${HOME}/${id}/huy`, { why: "Ghi hai lần" })).status).toBe(303);
  const units = [ministry.unit("STP-DBN")];
  const figures = (from: string) =>
    costOffers.figures!(reader(), { movement, units, from: day(from), to: day("2026-12-31") });
  expect((await figures("2026-01-01")).map(({ code, value }) => [code, value])).toEqual([
    ["costs.spent", 9_500_000],
    ["costs.saved", 2_500_000],
  ]);
  expect((await figures("2026-07-01")).map(({ value }) => value)).toEqual([null, null]);
});

test("another unit sees none of it; the Ministry's standing officer sees all below", async () => {
  expect((await (await open("chuyen-vien-tphcm")).get(HOME)).html).not.toContain("Hội nghị phát động");
  expect((await (await open("thuong-truc")).get(HOME)).html).toContain("Hội nghị phát động");
});
