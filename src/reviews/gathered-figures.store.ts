import type { Day, Instant } from "../platform/day.ts";
import { yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { withExtensions } from "../platform/extensions.store.ts";
import type { DueItem, Figure, Gathered } from "../platform/offers.ts";
import { duesAddress, duesWithin, latenessFigures } from "./lateness.ts";
import { unitsToldOf } from "./reporting.store.ts";
import type { Review } from "./review.ts";

type Told = Pick<Review, "id" | "level" | "unit" | "movement" | "year" | "from" | "to">;

/**
 * Every figure the stages offer for a review's units over its period, with the lateness told from all
 * obligations. Each stage is asked once for all units, so a sector's figures are of its record and no sum of
 * what units have sent.
 */
export async function gatherFigures(
  reader: Reader,
  { offers }: Gathered,
  review: Told,
  now: { readonly at: Instant; readonly day: Day },
): Promise<Figure[]> {
  const units = await unitsToldOf(reader, review, now.day);
  const question = { movement: review.movement, units, from: review.from, to: review.to };
  const [figures, dues] = await Promise.all([
    Promise.all(offers.map(async (offer) => offer.figures?.(reader, question) ?? [])),
    duesOfUnits(reader, { offers }, units, review),
  ]);
  const own = figures.flat().filter(({ code }) => review.level === "unit" || !isOfAnother(code, review.unit));
  return [...own, ...latenessFigures(dues, now.at, duesAddress(review.id))];
}

/** `targets.7.31`: of unit 31 alone. A superior's report tells its own and the sums; the units' stand in theirs. */
const isOfAnother = (code: string, unit: number): boolean => {
  const one = /^[a-z]+\.\d+\.(\d+)$/.exec(code);
  return one !== null && Number(one[1]) !== unit;
};

/** The obligations of a review's units that fell due in its period, from all stages; with a movement, its own. */
export async function duesOfReview(
  reader: Reader,
  gathered: Gathered,
  review: Told,
  day: Day,
): Promise<DueItem[]> {
  return duesOfUnits(reader, gathered, await unitsToldOf(reader, review, day), review);
}

async function duesOfUnits(
  reader: Reader,
  { offers }: Gathered,
  units: readonly number[],
  { movement, from, to }: Pick<Review, "movement" | "from" | "to">,
): Promise<DueItem[]> {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_none, at) => yearOf(from) + at);
  const asked = years.flatMap((year) => offers.map(async (offer) => offer.dues?.(reader, year, units) ?? []));
  const all = (await Promise.all(asked)).flat();
  const concerned = movement === null ? all : all.filter((due) => due.movement === movement);
  return duesWithin(await withExtensions(reader, concerned), from, to);
}
