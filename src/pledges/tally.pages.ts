import { firstDayOf, lastDayOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Figure, Gathered } from "../platform/offers.ts";

/** All figures that stages offer of some units over a year; whoever asks has checked the right to them. */
export async function figuresOffered(
  gathered: Gathered,
  reader: Reader,
  of: { readonly movement: number | null; readonly units: readonly number[]; readonly year: number },
): Promise<Figure[]> {
  const question = {
    movement: of.movement,
    units: of.units,
    from: firstDayOf(of.year),
    to: lastDayOf(of.year),
  };
  const all = await Promise.all(
    gathered.offers.map(async (offer) => offer.figures?.(reader, question) ?? []),
  );
  return all.flat();
}
