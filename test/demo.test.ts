import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { remindOwed } from "../src/desk/reminder.acts.ts";
import { holdersToRemind } from "../src/desk/reminder.store.ts";
import { dueOn } from "../src/desk/reminder.ts";
import { parts } from "../src/parts.ts";
import { systemActor } from "../src/platform/actor.ts";
import { addDays, type Day, onDay, startOf, yearOf } from "../src/platform/day.ts";
import { reader } from "../src/platform/db.ts";
import { lastDayInTime } from "../src/platform/deadline.ts";
import { saveExtension, withExtensions } from "../src/platform/extensions.store.ts";
import type { DueItem, WaitingItem } from "../src/platform/offers.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import { openSignIn } from "../src/platform/sign-in.ts";
import { deadlineOf } from "../src/pledges/deadline.store.ts";
import { findPledge } from "../src/pledges/pledge.store.ts";
import { prepareBody } from "../src/seed.ts";
import { actorFor } from "./registrations-world.ts";
import { world } from "./world.ts";

/** The whole demo ministry as a first start loads it, with all stages' offers gathered. */
const here = world();
const offers = parts.flatMap((part) => (part.offers ? [part.offers] : []));
const now = new Date();
const today = onDay(now);

beforeAll(async () => {
  openSignIn({ address: "http://localhost:3000", identityProvider: null });
  await prepareBody(
    {
      ...{ host: "127.0.0.1", port: 3000, address: "http://localhost:3000", mail: null, signing: null },
      ...{ databaseUrl: null, databaseOwnerUrl: null, data: here.folder, dataNamed: true },
      ...{ checkout: checkoutFolder(), empty: false, identityProvider: null },
    },
    () => undefined,
  );
}, 180_000);

const openDues = async (): Promise<DueItem[]> => {
  const years = [yearOf(today), yearOf(today) + 1];
  const asked = years.flatMap((year) => offers.map((offer) => offer.dues?.(reader(), year, null) ?? []));
  return (await Promise.all(asked)).flat().filter(({ doneAt }) => doneAt === null);
};

/** What waits for the head and the officers of a unit, of all stages. */
async function waitingAt(unit: number): Promise<WaitingItem[]> {
  const found: WaitingItem[] = [];
  for (const { person } of await holdersToRemind(reader(), [unit], today)) {
    const actor = await actorFor(person, "Người thử", now);
    for (const offer of offers) found.push(...((await offer.waiting?.(reader(), actor)) ?? []));
  }
  return found;
}

const lastDays = async (unit: number): Promise<(Day | null)[]> =>
  (await waitingAt(unit)).map(({ deadline }) => deadline && lastDayInTime(deadline));

const extended = (due: DueItem, newDay: Day) =>
  here.arrange((tx) =>
    saveExtension(
      tx,
      {
        ...{ kind: due.kind, subject: due.subject, unit: due.unit, body: due.receiver ?? due.unit },
        ...{ day: newDay, dayBefore: lastDayInTime(due.deadline), reason: "Bão lũ" },
      },
      systemActor("Thử", now, today),
      now,
    ),
  );

test.each([
  ["unit-plan", 81],
  ["pledge-signature", 82],
  ["direction-task", 83],
  ["registration", 84],
  ["target-values", 85],
  ["review", 9],
  ["cluster-score", 87],
  ["question-answer", 88],
])("a day put off is the day its own stage goes by: %s", async (kind, later) => {
  const newDay = addDays(today, later);
  for (const due of (await openDues()).filter((one) => one.kind === kind)) {
    const before = await waitingAt(due.unit);
    const last = lastDayInTime(due.deadline);
    if (!before.some(({ deadline }) => deadline && lastDayInTime(deadline) === last)) continue;
    expect(before.map(({ deadline }) => deadline && lastDayInTime(deadline))).not.toContain(newDay);
    await extended(due, newDay);
    expect(await lastDays(due.unit)).toContain(newDay);
    return;
  }
  throw new Error(`the demo has nobody with a ${kind} to do`);
});

test("a cluster's plan is late only after the day to which it was put off", async () => {
  const due = (await openDues()).find(({ kind, begun }) => kind === "cluster-plan" && begun === true)!;
  await extended(due, addDays(today, 89));
  const pledge = (await findPledge(reader(), Number(due.href.split("/").at(-1)), today))!;
  expect(lastDayInTime((await deadlineOf(reader(), pledge))!)).toBe(addDays(today, 89));
});

test("each morning of a fortnight everybody is told once, of all that falls due and of nothing else", async () => {
  const told: number[] = [];
  for (let ahead = 1; ahead <= 14; ahead++) {
    const day = addDays(today, ahead);
    const owed = (await Promise.all(offers.map((offer) => offer.owed?.(reader(), day) ?? []))).flat();
    const due = dueOn(await withExtensions(reader(), owed), day);
    const holders = await holdersToRemind(reader(), [...new Set(due.map(({ item }) => item.unit))], day);
    const morning = systemActor("nhắc hạn", startOf(day), day);
    await remindOwed(morning, { owed });
    await remindOwed(morning, { owed });
    const { rows } = await sql<{ person: number; sentence: string }>`
      select person_id as person, sentence from notice
       where kind = 'deadline' and made_at = ${startOf(day)} order by person_id`.execute(reader());
    expect(rows.map(({ person }) => person)).toEqual([...new Set(holders.map(({ person }) => person))]);
    for (const { person, sentence } of rows) {
      const units = holders.filter((one) => one.person === person).map(({ unit }) => unit);
      const own = due.filter(({ item }) => units.includes(item.unit)).map(({ item }) => item.what);
      expect(own.filter((what) => !sentence.includes(what))).toEqual([]);
    }
    told.push(rows.length);
  }
  expect(Math.max(...told)).toBeGreaterThan(0);
});
