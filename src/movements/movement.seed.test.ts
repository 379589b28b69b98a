import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { world } from "../../test/world.ts";
import { seedOrganisation } from "../org/ministry.acts.ts";
import { readMinistry } from "../org/ministry.files.ts";
import { findUnitByCode } from "../org/unit.store.ts";
import { systemActor } from "../platform/actor.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { checkoutFolder } from "../platform/settings.ts";
import { movementInvariants } from "./invariants.store.ts";
import { eventsOf } from "./life.store.ts";
import { stateOf } from "./life.ts";
import { movementOffers } from "./movement.offers.ts";
import { seedMovements } from "./movement.seed.ts";
import { findMovement } from "./movement.store.ts";
import { knownMovements } from "./movement-list.store.ts";

const here = world();
const today = day("2026-11-22");
const system = systemActor("Chuẩn bị dữ liệu", new Date("2026-11-22T01:00:00Z"), today);
const everything = { everything: true, serves: [], leads: [], within: [], posts: [] };

beforeAll(async () => {
  const seeded = await seedOrganisation(
    system,
    await readMinistry(join(checkoutFolder(), "fixtures", "ministry")),
  );
  if (isRefusal(seeded)) throw new Error(seeded.sentence);
  await seedMovements(system);
}, 120_000);

const named = async (name: string) => {
  const found = (await knownMovements(reader(), everything)).find((one) => one.name === name);
  return found ? findMovement(reader(), found.id, today) : null;
};

test("done again it adds nothing", async () => {
  const before = await knownMovements(reader(), everything);
  await seedMovements(system);
  expect(await knownMovements(reader(), everything)).toEqual(before);
  expect(before.length).toBe(14);
});

test("five spellings of one movement lead to one id", async () => {
  const known = await knownMovements(reader(), everything);
  const example = known.find((one) => one.name.startsWith("Cán bộ Tư pháp tiếp tục"));
  expect(example?.names.length).toBe(5);
});

test("the launch of 2021 stands in its own year, with its impossible deadline left open", async () => {
  const movement = await named("Phong trào thi đua ngành Tư pháp năm 2021");
  const impossible = movement?.deadlines.find((deadline) => deadline.kind === "impossible");
  expect([impossible?.wording, impossible?.day, impossible?.settlements.map(({ way }) => way)]).toEqual([
    "trước ngày 30/02/2021",
    null,
    ["left-open"],
  ]);
  expect(movement?.links.map((link) => link.kind)).toEqual([
    "related",
    "related",
    "related",
    "related",
    "related",
  ]);
  const happened = await eventsOf(reader(), movement?.id ?? 0);
  expect([movement?.state, stateOf(happened)]).toEqual(["closed", "closed"]);
});

test("the plan of 2018 keeps its number and its exclusive deadline", async () => {
  const movement = await named("Phong trào thi đua yêu nước năm 2018");
  expect(movement?.documents[0]).toMatchObject({ number: "25", symbol: "KH-STP-VP", issuedOn: "2018-01-02" });
  expect(movement?.deadlines.find((deadline) => deadline.kind === "dated")).toMatchObject({
    day: "2018-01-30",
    inclusive: false,
    purpose: "registration",
  });
});

test("the movement of this year runs, reaches units, and asks for registrations in days to come", async () => {
  const movement = await named("Phong trào thi đua ngành Tư pháp năm 2026");
  const registration = movement?.deadlines.find((deadline) =>
    deadline.groups.includes("provincial-department"),
  );
  expect([movement?.state, registration?.day, registration?.inclusive]).toEqual([
    "running",
    "2026-12-02",
    true,
  ]);
  const dienBien = await findUnitByCode(reader(), "STP-DBN", today);
  const reached = await reader()
    .selectFrom("movement_unit")
    .select("audience")
    .where("movement", "=", movement?.id ?? 0)
    .where("unit", "=", dienBien?.id ?? 0)
    .execute();
  expect(reached).toEqual([{ audience: "provincial-department" }]);
});

test("search finds a movement without accents, by another spelling too", async () => {
  const hits = await movementOffers.search?.(reader(), system, "chung suc nguoi ngheo", 5);
  expect(hits?.map((hit) => hit.title)).toEqual([
    "Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau",
  ]);
});

test("the data keeps its invariants, and a state that no step led to is told", async () => {
  const broken = async () =>
    (await Promise.all(movementInvariants.map((one) => one.broken(reader())))).flat();
  expect(await broken()).toEqual([]);
  const movement = await named("Phong trào thi đua ngành Tư pháp năm 2026");
  const id = movement?.id ?? 0;
  await here.arrange((tx) =>
    tx.updateTable("movement").set({ state: "closed" }).where("id", "=", id).execute(),
  );
  expect(await broken()).toEqual([`Phong trào ${id}: tình trạng “closed” không khớp các bước đã ghi.`]);
});
