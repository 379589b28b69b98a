import { beforeAll, expect, test } from "vitest";
import { as, buildMinistry, type SmallMinistry } from "../../test/registrations-world.ts";
import { anInterimReview, aReviewedMovement, beforeJuly, inJuly, sure } from "../../test/reviews-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { saveExtension } from "../platform/extensions.store.ts";
import type { DueItem, Gathered } from "../platform/offers.ts";
import { duesOfReview, gatherFigures } from "./gathered-figures.store.ts";
import { startReview } from "./review.acts.ts";
import { findReview } from "./review.store.ts";

const here = world();
let ministry: SmallMinistry;
let movement: number;

beforeAll(async () => {
  ministry = await buildMinistry(here);
  movement = await aReviewedMovement(here, ministry);
});

/** A plan that fell due on 28/2 and came on 02/3, of this movement, of another, or of none. */
const due = (subject: string, of: number | undefined): DueItem => ({
  kind: "plan",
  subject,
  unit: ministry.lawDepartment,
  what: "Kế hoạch",
  href: "/",
  deadline: datedDeadline("", day("2021-02-28"), true),
  doneAt: new Date("2021-03-02T03:00:00Z"),
  movement: of,
});

const offering = (...items: DueItem[]): Gathered => ({
  offers: [{ stage: "plans", dues: async (_reader, year) => (year === 2021 ? items : []) }],
});

const latenessOf = async (id: number, gathered: Gathered) => {
  const review = (await findReview(reader(), id, day("2021-07-02")))!;
  const figures = await gatherFigures(reader(), gathered, review, { at: inJuly, day: day("2021-07-02") });
  const listed = await duesOfReview(reader(), gathered, review, day("2021-07-02"));
  return [listed.length, ...figures.map(({ code, value }) => [code, value])];
};

test("on a movement only its own obligations count; on the year all do", async () => {
  const gathered = offering(due("a", movement), due("b", movement + 999), due("c", undefined));
  const officer = await as(ministry, "lawOfficer", { at: beforeJuly });
  const ofMovement = await anInterimReview(officer, ministry.lawDepartment, movement);
  const ofYear = sure(
    await startReview(officer, { unit: ministry.lawDepartment, movement: null, kind: "interim", year: 2021 }),
  );
  expect(await latenessOf(ofMovement, gathered)).toEqual([
    1,
    ["lateness.due", 1],
    ["lateness.share", 0],
    ["lateness.late", 1],
    ["lateness.overdue", 0],
  ]);
  expect(await latenessOf(ofYear, gathered)).toEqual([
    3,
    ["lateness.due", 3],
    ["lateness.share", 0],
    ["lateness.late", 3],
    ["lateness.overdue", 0],
  ]);
});

test("what was put off is judged by the day to which it was put off", async () => {
  const gathered = offering(due("put-off", movement));
  const standing = await as(ministry, "standing", { at: beforeJuly });
  await here.arrange((tx) =>
    saveExtension(
      tx,
      {
        kind: "plan",
        subject: "put-off",
        unit: ministry.lawDepartment,
        body: ministry.ministry,
        day: day("2021-03-05"),
        dayBefore: day("2021-02-28"),
        reason: "Thiên tai",
      },
      standing,
      beforeJuly,
    ),
  );
  const officer = await as(ministry, "lawOfficer", { at: beforeJuly });
  const review = await anInterimReview(officer, ministry.lawDepartment, movement);
  expect(await latenessOf(review, gathered)).toEqual([
    1,
    ["lateness.due", 1],
    ["lateness.share", 100],
    ["lateness.late", 0],
    ["lateness.overdue", 0],
  ]);
});
