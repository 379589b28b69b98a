import { sql } from "kysely";
import type { Actor } from "../src/platform/actor.ts";
import { reader } from "../src/platform/db.ts";
import type { Gathered } from "../src/platform/offers.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { signersOf } from "../src/reviews/reporting.store.ts";
import { startReview, submitReview } from "../src/reviews/review.acts.ts";
import { findReview } from "../src/reviews/review.store.ts";
import { sectionsOf } from "../src/reviews/section.store.ts";
import { writeReview } from "../src/reviews/writing.acts.ts";
import { anotherMovement, type SmallMinistry } from "./registrations-world.ts";
import type { World } from "./world.ts";

/** 28/6/2021 in the morning, before the deadline of the interim reviews; and two days after it. */
export const beforeJuly = new Date("2021-06-28T03:00:00Z");
export const inJuly = new Date("2021-07-02T03:00:00Z");

/** A later stage that gives one figure, which a case may change. */
export function oneFigure(value: number | null): { gathered: Gathered; become(value: number | null): void } {
  let now = value;
  const figure = { code: "honours.flags", label: "Cờ thi đua", measure: "cờ", href: "/danh-hieu" };
  return {
    gathered: { offers: [{ stage: "honours", figures: async () => [{ ...figure, value: now }] }] },
    become: (changed) => {
      now = changed;
    },
  };
}

/** A movement in force that asks units for interim reviews by 30/6 and its cluster by 05/7/2021. */
export async function aReviewedMovement(world: World, ministry: SmallMinistry): Promise<number> {
  const movement = await anotherMovement(world, ministry);
  await world.arrange(async (tx) => {
    await sql`
      insert into movement_deadline
        (movement, position, what, purpose, wording, kind, day, inclusive, audience_words, groups)
      values (${movement}, 2, 'Báo cáo sơ kết', 'interim-review', 'chậm nhất là ngày 30/6/2021', 'dated', '2021-06-30',
              true, 'các đơn vị', array['ministry-unit', 'provincial-department']),
             (${movement}, 3, 'Báo cáo sơ kết của cụm', 'interim-review', 'ngày 05/7/2021', 'dated', '2021-07-05', true,
              'các cụm', array['cluster'])`.execute(tx);
    await sql`
      update movement_unit set clusters = array[${ministry.cluster}]::bigint[]
       where movement = ${movement} and unit = ${ministry.lawDepartment}`.execute(tx);
  });
  return movement;
}

export const sure = <Outcome>(outcome: Outcome | Refusal): Outcome => {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
};

/** Begins the interim review of a unit of 2021. */
export const anInterimReview = async (actor: Actor, unit: number, movement: number): Promise<number> =>
  sure(await startReview(actor, { unit, movement, kind: "interim", year: 2021 }));

export const versionOf = async (id: number, actor: Actor): Promise<number> =>
  (await findReview(reader(), id, actor.day))?.version ?? 0;

/** Writes the same words into every section. */
export async function writeEverything(actor: Actor, id: number, words: string): Promise<void> {
  const sections = await sectionsOf(reader(), id);
  const written = sections.map(({ position }) => ({ position, words }));
  sure(await writeReview(actor, { reviewId: id, version: await versionOf(id, actor), words: written }));
}

/** Sends it under the name of the head of that day. */
export async function send(
  actor: Actor,
  id: number,
  gathered: Gathered,
  given: { signatory?: number; lateReason?: string } = {},
): Promise<number | Refusal> {
  const review = (await findReview(reader(), id, actor.day))!;
  const [head] = await signersOf(reader(), review, actor.day);
  return submitReview(actor, {
    reviewId: id,
    version: review.version,
    signatory: given.signatory ?? head?.person ?? 0,
    lateReason: given.lateReason ?? "",
    remarks: null,
    gathered,
  });
}
