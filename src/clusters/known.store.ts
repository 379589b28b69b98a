import { targetResultsOf } from "../monitoring/target-result.store.ts";
import type { Day } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import type { Gathered } from "../platform/offers.ts";
import { leavesOf } from "./criteria.ts";
import type { KnownFacts } from "./known.ts";
import { hundredths } from "./points.ts";
import type { CriteriaTable } from "./table.ts";

/** What all stages know of some units' year, asked only where the table is filled in by it; by unit. */
export async function knownFactsOf(
  reader: Reader,
  gathered: Gathered,
  table: CriteriaTable,
  units: readonly number[],
  year: number,
  day: Day,
): Promise<ReadonlyMap<number, KnownFacts>> {
  const sources = new Set(leavesOf(table.criteria).map(({ source }) => source));
  const dues = sources.has("lateness")
    ? (
        await Promise.all(
          gathered.offers.map(async (offer) => (await offer.dues?.(reader, year, units)) ?? []),
        )
      ).flat()
    : [];
  const targets = sources.has("targets") ? await targetResultsOf(reader, { units, year, day }) : [];
  return new Map(
    units.map((unit) => [
      unit,
      {
        // What this stage itself asks cannot be late before it is over.
        dues: dues.filter((due) => due.unit === unit && due.kind !== "cluster-score"),
        targets: targets
          .filter((target) => target.unit === unit)
          .map(({ name, percent, share }) => ({
            name,
            reached: percent === null ? null : hundredths(percent),
            href: `/theo-doi/phan/${share}`,
          })),
      },
    ]),
  );
}
