import { beforeAll, beforeEach, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  anAdoption,
  anotherCluster,
  as,
  aTextToSign,
  buildCluster,
  latestHash,
  type Name,
  type SmallCluster,
} from "../../test/pledges-world.ts";
import { world } from "../../test/world.ts";
import { reader } from "../platform/db.ts";
import { pledgeOffers } from "./pledge.offers.ts";
import { pledgePages } from "./pledges.part.ts";
import { tasksOf } from "./task.store.ts";

const here = world();
let whole: SmallCluster;
let small: SmallCluster;

const open = async (name: Name, given: { at?: Date; proved?: boolean } = {}) =>
  browse([pledgePages({ offers: [] })], await as(small, name, given));

beforeAll(async () => {
  whole = await buildCluster(here);
});

beforeEach(async () => {
  small = await anotherCluster(here, whole);
});

test("a direction becomes a unit's task, waits for that unit, is reported and confirmed", async () => {
  const id = await anAdoption(small);
  const chief = await open("chief");
  const task = { unit: `${small.second}`, directedBy: "Thứ trưởng", words: "Báo cáo kết quả phát động" };
  expect((await chief.post(`/giao-uoc/${id}/chi-dao/moi`, { ...task, dueOn: "31/03/2026" })).status).toBe(
    303,
  );
  const [made] = await tasksOf(reader(), id);
  const waits = async (name: Name) =>
    (await pledgeOffers.waiting!(reader(), await as(small, name)))
      .filter(({ href }) => href === `/giao-uoc/${id}/chi-dao/${made?.id}`)
      .map(({ deadline }) => deadline?.day);
  expect(await waits("secondHead")).toEqual(["2026-03-31"]);
  expect(await waits("firstHead")).toEqual([]);
  const dues = await pledgeOffers.dues!(reader(), 2026, [small.second]);
  expect(dues.filter(({ subject }) => subject === `pledge-task-${made?.id}`)).toMatchObject([
    { kind: "direction-task", unit: small.second, doneAt: null },
  ]);
  const report = { version: "1", result: "Đã phát động đến từng người" };
  expect(
    (await (await open("firstOfficer")).post(`/giao-uoc/${id}/chi-dao/${made?.id}`, report)).status,
  ).toBe(403);
  expect(
    (await (await open("secondOfficer")).post(`/giao-uoc/${id}/chi-dao/${made?.id}`, report)).status,
  ).toBe(303);
  expect(await waits("secondHead")).toEqual([]);
  const confirmed = { version: "2", verdict: "done" };
  expect((await chief.post(`/giao-uoc/${id}/chi-dao/${made?.id}/xac-nhan`, confirmed)).status).toBe(303);
  expect((await tasksOf(reader(), id))[0]?.state).toBe("done");
});

test("what a cluster and its members owe, with the year's steps and figures", async () => {
  const id = await aTextToSign(small);
  const owed = await pledgeOffers.dues!(reader(), 2026, [small.cluster]);
  expect(owed).toMatchObject([
    { kind: "cluster-plan", unit: small.cluster, doneAt: null, receiver: small.ministry, begun: true },
  ]);
  const head = await open("firstHead");
  await head.post(`/giao-uoc/${id}/ky`, { unit: `${small.first}`, hash: await latestHash(id) });
  const chief = await as(small, "chief");
  const cluster = { noun: "cluster" as const, id: small.cluster, year: 2026 };
  expect(
    (await pledgeOffers.yearSteps!(reader(), chief, cluster)).map(({ label, state }) => [label, state]),
  ).toEqual([
    ["Kế hoạch của cụm", "Đã thông qua"],
    ["Giao ước thi đua", "đã ký 1/3"],
  ]);
  const unit = { noun: "unit" as const, id: small.first, year: 2026 };
  const steps = await pledgeOffers.yearSteps!(reader(), chief, unit);
  expect(steps.filter(({ href }) => href === `/giao-uoc/${id}/chu-ky`)).toMatchObject([
    { state: "Đã ký", tone: "good" },
  ]);
  expect(await pledgeOffers.yearSteps!(reader(), await as(small, "otherHead"), unit)).toEqual([]);
  expect(await pledgeOffers.tabs!(reader(), chief, { noun: "cluster", id: small.cluster })).toEqual([
    { label: "Giao ước", href: `/giao-uoc/${id}`, count: "1/3" },
  ]);
});
