import { beforeAll, describe, expect, test } from "vitest";
import { ministryIn } from "../../test/ministry-world.ts";
import { aGrade, anAward } from "../../test/records-world.ts";
import { world } from "../../test/world.ts";
import { isCode } from "../law/codes.ts";
import type { Facts } from "../law/facts.ts";
import { type Actor, systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { recordFacts, revokeHonour, withdrawFact } from "./fact.acts.ts";
import { factsAbout } from "./fact.store.ts";
import { type NewFact, noPaper, type SubjectRef } from "./fact.ts";
import { factsOfPeople, factsOfPerson, factsOfUnit } from "./facts.store.ts";
import { seedRecords } from "./record.seed.ts";

const here = world();
const ministry = ministryIn(here);
const at = new Date("2026-11-02T03:00:00Z");
const system: Actor = systemActor("Nạp dữ liệu trình diễn", at, onDay(at));
const asked = { year: 2025, day: day("2026-01-10"), isCode };

const write = async (subject: SubjectRef, facts: readonly NewFact[]) => {
  for (const fact of facts) {
    const outcome = await recordFacts(system, { kind: fact.kind, rows: [{ subject, fact }] });
    if (isRefusal(outcome)) throw new Error(outcome.sentence);
  }
};

describe("the facts of one person", () => {
  let person: number;
  beforeAll(async () => {
    person = ministry.person("chuyen-vien-dien-bien");
    await write({ kind: "person", id: person }, [
      ...[aGrade(2024, "good"), aGrade(2025, "excellent")],
      anAward("ADVANCED_WORKER", 2025, { paperDay: day("2025-12-20") }),
      ...[anAward("GRASSROOTS_EMULATION_FIGHTER", 2024), anAward("ADVANCED_WORKER", 2023)],
      { kind: "absence", ...noPaper, year: 2025, days: 12, countsAsWork: false },
      { kind: "absence", ...noPaper, year: 2024, days: 99, countsAsWork: false },
      {
        ...{ kind: "pending", ...noPaper, year: 2026, matter: "press", since: day("2026-01-05") },
        ...{ endedOn: null, cleared: null },
      },
    ]);
    const held = await factsAbout(reader(), { kind: "person", id: person });
    const idOf = (code: string, year: number) =>
      held.find((fact) => fact.kind === "honour" && fact.code === code && fact.year === year)!.id;
    const revoked = {
      id: idOf("GRASSROOTS_EMULATION_FIGHTER", 2024),
      revokedOn: day("2025-06-01"),
      revokedBy: "1/QĐ",
    };
    expect(isRefusal(await revokeHonour(system, revoked))).toBe(false);
    const mistaken = { kind: "honour", id: idOf("ADVANCED_WORKER", 2023), reason: "nhầm" } as const;
    expect(isRefusal(await withdrawFact(system, mistaken))).toBe(false);
  });

  test("are those the law asks, without what was withdrawn or taken back, the time of work from the posts", async () => {
    // The types agree: the law takes them as they are.
    const facts: Facts = await factsOfPerson(reader(), person, asked);
    expect(facts).toEqual({
      grades: { 2024: "good", 2025: "excellent" },
      honours: [{ code: "ADVANCED_WORKER", year: 2025, decidedOn: "2025-12-20" }],
      ...{ initiatives: [], initiativesUnknown: true, discipline: [], pending: ["press"] },
      absence: { days: 12 },
      tenureMonths: 148,
    });
  });

  test("initiatives come with what they served, and what nobody has said stays unsaid", async () => {
    const whom: SubjectRef = { kind: "person", id: ministry.person("thads-dien-bien") };
    const work = { kind: "initiative", ...noPaper, work: "initiative", scope: "ministry" } as const;
    const served = ["ADVANCED_WORKER", "GRASSROOTS_EMULATION_FIGHTER"];
    await write(whom, [
      { ...work, year: 2023, title: "Sổ tay; phần 1", recognised: null, usedFor: [] },
      { ...work, year: 2024, title: "Sổ tay phần 2", recognised: false, usedFor: served },
    ]);
    const { initiatives } = await factsOfPerson(reader(), whom.id, asked);
    expect(initiatives).toEqual([
      { id: initiatives![0]!.id, year: 2023, scope: "ministry", usedFor: [] },
      { id: initiatives![1]!.id, year: 2024, scope: "ministry", recognised: false, usedFor: served },
    ]);
  });

  test("what somebody wrote of the first day of work goes before the posts", async () => {
    const whom: SubjectRef = { kind: "person", id: ministry.person("giam-doc-dien-bien") };
    await write(whom, [{ kind: "service", ...noPaper, year: 2025, fromDay: day("2025-04-01") }]);
    expect((await factsOfPerson(reader(), whom.id, asked)).tenureMonths).toBe(9);
  });
});

test("a unit that follows others bears what all of them reached, and its age is that of the oldest known", async () => {
  const [before, beside, after] = ["BTP-KTVB", "BTP-XLVPHC", "BTP-KTVBXLVP"].map((code) =>
    ministry.unit(code),
  );
  const unit = (id: number | undefined): SubjectRef => ({ kind: "unit", id: id! });
  await write(unit(before), [aGrade(2023, "excellent"), aGrade(2024, "excellent")]);
  await write(unit(beside), [aGrade(2023, "good"), aGrade(2024, "excellent")]);
  await write(unit(after), [aGrade(2025, "good")]);
  const facts = await factsOfUnit(reader(), after!, asked);
  expect(facts.grades).toEqual({ 2024: "excellent", 2025: "good" });
  expect(facts.existsMonths).toBeUndefined();
});

test("many people come in chunks, each the same as asked alone; the demo's history is the same twice", async () => {
  const written = await seedRecords(system);
  expect([isRefusal(written), (written as number) > 1000]).toEqual([false, true]);
  expect(await seedRecords(system)).toBe(0);
  const ids = (await reader().selectFrom("person").select("id").orderBy("id").execute()).map((row) => row.id);
  const chunks: number[] = [];
  const found = new Map<number, Facts>();
  for await (const chunk of factsOfPeople(reader(), ids.toReversed(), asked, 100)) {
    chunks.push(chunk.length);
    for (const { person, facts } of chunk) found.set(person, facts);
  }
  expect([...found.keys()]).toEqual(ids);
  expect(Math.max(...chunks)).toBe(100);
  for (const id of ids.filter((_, index) => index % 20 === 0))
    expect(found.get(id)).toEqual(await factsOfPerson(reader(), id, asked));
  const all = [...found.values()];
  const somebody = (has: (facts: Facts) => boolean) => all.filter(has).length;
  expect(somebody(({ discipline }) => (discipline?.length ?? 0) > 0)).toBe(1);
  expect(
    somebody((facts) => facts.honours?.some(({ code }) => code === "MINISTRY_EMULATION_FIGHTER") ?? false),
  ).toBeGreaterThan(0);
});
