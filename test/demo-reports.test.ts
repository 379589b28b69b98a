import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { parts } from "../src/parts.ts";
import { onDay } from "../src/platform/day.ts";
import { reader } from "../src/platform/db.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import { openSignIn } from "../src/platform/sign-in.ts";
import { findReview } from "../src/reviews/review.store.ts";
import { wholeReview } from "../src/reviews/whole.store.ts";
import { prepareBody } from "../src/seed.ts";
import { browse } from "./app.ts";
import { actorFor } from "./registrations-world.ts";
import { world } from "./world.ts";

/** The whole demo ministry, with all stages' offers composed and all stages' pages mounted. */
const here = world();
const gathered = { offers: parts.flatMap((part) => (part.offers ? [part.offers] : [])) };
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

interface Reading {
  readonly review: number;
  readonly person: number;
}

/** The latest reports of one level with somebody who holds a post at the unit or body that reads them. */
async function readings(level: "sector" | "unit", post: string, ofReceiver: boolean): Promise<Reading[]> {
  const { rows } = await sql<Reading>`
    select review.id as review, holder.person
      from review
      cross join lateral (
        select post.person from post
         where post.kind = ${post} and post.validity @> ${today}::date
           and (${ofReceiver} or post.unit = review.unit)
         order by post.id limit 1) holder
     where review.level = ${level} order by review.id limit 4`.execute(reader());
  return rows;
}

/** What the figures of a report open to for somebody, with the answer each address gives. */
async function answersOf({ review, person }: Reading): Promise<(readonly [string, number])[]> {
  const actor = await actorFor(person, "Người đọc", now);
  const found = (await findReview(reader(), review, today))!;
  const whole = await wholeReview(reader(), gathered, actor, found);
  const hrefs = new Set(whole.sections.flatMap(({ figures }) => figures.map(({ href }) => href)));
  const browser = browse(
    parts.map((part) => part.pages(gathered)),
    actor,
  );
  const answers: (readonly [string, number])[] = [];
  for (const href of hrefs) {
    const first = await browser.get(href);
    const answer = first.location === null ? first : await browser.get(first.location);
    answers.push([href, answer.status]);
  }
  return answers;
}

test.each([
  {
    who: "the standing officer, in the sector's report",
    level: "sector",
    post: "standing-officer",
    all: true,
  },
  { who: "the standing officer, in a unit's report", level: "unit", post: "standing-officer", all: true },
  { who: "the unit's officer, in its own", level: "unit", post: "unit-officer", all: false },
  { who: "the unit's head, in its own", level: "unit", post: "unit-head", all: false },
] as const)(
  "every figure opens to its source: $who",
  async ({ level, post, all }) => {
    const answers: (readonly [string, number])[] = [];
    for (const reading of await readings(level, post, all)) answers.push(...(await answersOf(reading)));
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  },
  60_000,
);
