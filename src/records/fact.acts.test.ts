import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { ministryIn } from "../../test/ministry-world.ts";
import { aGrade, anAward, awards } from "../../test/records-world.ts";
import { world } from "../../test/world.ts";
import { type Actor, systemActor } from "../platform/actor.ts";
import { day, onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { addFact, correctFact, recordFacts, revokeHonour, withdrawFact } from "./fact.acts.ts";
import { factsAbout, historyOf } from "./fact.store.ts";
import { type NewFact, noPaper, type SubjectRef } from "./fact.ts";

const here = world();
const ministry = ministryIn(here);
const at = new Date("2021-03-01T03:00:00Z");
let standing: Actor;
let director: Actor;
let officer: Actor;
let subject: SubjectRef;

beforeAll(async () => {
  standing = await ministry.actor("thuong-truc", at, "standing-officer");
  director = await ministry.actor("giam-doc-dien-bien", at, "unit-head");
  officer = await ministry.actor("chuyen-vien-dien-bien", at, "unit-officer");
  subject = { kind: "person", id: ministry.person("giam-doc-dien-bien") };
});

const done = <Outcome>(outcome: Outcome): Exclude<Outcome, { refusal: string }> => {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome as Exclude<Outcome, { refusal: string }>;
};
const code = (outcome: unknown) => (isRefusal(outcome) ? outcome.refusal : outcome);
const add = (actor: Actor, fact: NewFact, whom = subject) =>
  addFact(actor, { subject: whom, fact, awards, document: null });

test("a fact is corrected and withdrawn by new rows; the old ones stay as they were", async () => {
  const id = done(await add(officer, anAward("ADVANCED_WORKER", 2019)));
  const corrected = done(
    await correctFact(standing, {
      ...{
        kind: "honour",
        id,
        fact: anAward("ADVANCED_WORKER", 2018),
        reason: "nhầm năm",
        awards,
        document: null,
      },
    }),
  );
  expect((await factsAbout(reader(), subject)).map((fact) => [fact.id, fact.year])).toEqual([
    [corrected, 2018],
  ]);
  done(await withdrawFact(standing, { kind: "honour", id: corrected, reason: "nhầm người" }));
  expect(await factsAbout(reader(), subject)).toEqual([]);
  const rows = await historyOf(reader(), subject);
  expect(rows.map((row) => [row.year, row.replaces, row.withdrawn, row.reason, row.recorderName])).toEqual([
    [2018, corrected, true, "nhầm người", standing.name],
    [2018, id, false, "nhầm năm", standing.name],
    [2019, null, false, null, officer.name],
  ]);
});

test("a row is changed once: the second of two who correct it is told", async () => {
  const id = done(await add(standing, aGrade(2015, "good")));
  const correct = (grade: "excellent" | "completed") =>
    correctFact(standing, {
      kind: "grade",
      id,
      fact: aGrade(2015, grade),
      reason: "sửa",
      awards,
      document: null,
    });
  const outcomes = await Promise.all([correct("excellent"), correct("completed")]);
  expect(outcomes.filter(isRefusal).map((refusal) => refusal.refusal)).toEqual(["fact-moved-on"]);
});

test("the program's role can change no row and delete none", async () => {
  done(await add(standing, anAward("ADVANCED_WORKER", 2016)));
  const attempt = (statement: string) => here.arrange((tx) => sql.raw(statement).execute(tx));
  await expect(attempt("update record_honour set year = 2000")).rejects.toThrow("permission denied");
  await expect(attempt("delete from record_pending")).rejects.toThrow("permission denied");
});

test("an award taken back stays in the record and counts no more", async () => {
  const id = done(await add(standing, anAward("GRASSROOTS_EMULATION_FIGHTER", 2017)));
  const revoked = done(
    await revokeHonour(standing, { id, revokedOn: day("2021-02-10"), revokedBy: "15/QĐ-BTP" }),
  );
  const fact = (await factsAbout(reader(), subject)).find((one) => one.id === revoked);
  expect(fact).toMatchObject({
    code: "GRASSROOTS_EMULATION_FIGHTER",
    revokedOn: "2021-02-10",
    revokedBy: "15/QĐ-BTP",
  });
  const corrected = done(
    await correctFact(standing, {
      ...{
        kind: "honour",
        id: revoked,
        fact: anAward("GRASSROOTS_EMULATION_FIGHTER", 2018),
        reason: "nhầm năm",
      },
      ...{ awards, document: null },
    }),
  );
  const after = (await factsAbout(reader(), subject)).find((one) => one.id === corrected);
  expect(after).toMatchObject({ year: 2018, revokedOn: "2021-02-10" });
});

describe("who writes", () => {
  test("nobody their own record, whatever post they hold", async () => {
    const own: SubjectRef = { kind: "person", id: ministry.person("chuyen-vien-dien-bien") };
    expect(code(await add(officer, aGrade(2019, "excellent"), own))).toBe("own-record");
  });
  test("discipline only the head of the unit and the standing officers above", async () => {
    const whom: SubjectRef = { kind: "person", id: ministry.person("chuyen-vien-dien-bien") };
    const measure: NewFact = {
      ...{
        kind: "discipline",
        ...noPaper,
        year: 2020,
        form: "reprimand",
        fromDay: day("2020-05-01"),
        toDay: null,
      },
    };
    const other = await ministry.actor("thads-dien-bien", at);
    expect(code(await add(other, measure, whom))).toBe("lacks-post");
    expect(isRefusal(await add(director, measure, whom))).toBe(false);
  });
});

test("what the system brings is written once", async () => {
  const system = systemActor("Nạp dữ liệu trình diễn", at, onDay(at));
  const rows = [2017, 2018].map((year) => ({
    subject: { kind: "unit", id: ministry.unit("STP-DBN") } as const,
    fact: anAward("EXCELLENT_LABOR_COLLECTIVE", year),
  }));
  expect(await recordFacts(system, { kind: "honour", rows })).toBe(2);
  expect(await recordFacts(system, { kind: "honour", rows })).toBe(0);
  expect(code(await recordFacts(standing, { kind: "honour", rows }))).toBe("system-only");
});
