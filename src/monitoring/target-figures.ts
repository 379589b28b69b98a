import type { Figure } from "../platform/offered.ts";
import type { Progress, Standing } from "./forecast.ts";
import type { Rolled } from "./roll-up.ts";
import type { Target } from "./target.ts";
import { sumsOver, type TargetSum } from "./target-sum.ts";

interface Tracked {
  readonly target: Target;
  readonly rolled: Rolled;
  readonly progress: Progress;
  readonly within: boolean;
}

/**
 * Figures for a report: how many parts of targets stand how, and each target with one number for all units asked
 * about, each entry in it once.
 */
export function figuresFrom(tracked: readonly Tracked[], units: readonly number[], year: number): Figure[] {
  if (tracked.length === 0) return [];
  const alone = units.length === 1;
  const list = alone ? `/theo-doi?don-vi=${units[0]}&nam=${year}` : `/theo-doi?nam=${year}`;
  const count = (code: string, label: string, standings: readonly Standing[], href: string): Figure => ({
    code: `targets.${code}`,
    label: alone ? label : `${label}, tính ở từng đơn vị`,
    value: tracked.filter(({ progress }) => standings.includes(progress.standing)).length,
    measure: "chỉ tiêu",
    href,
  });
  const all: readonly Standing[] = ["met", "on-pace", "behind", "missed", "unknown"];
  return [
    count("total", "Chỉ tiêu được giao", all, list),
    count("met", "Chỉ tiêu đạt", ["met"], list),
    count("behind", "Chỉ tiêu chậm hoặc không đạt", ["behind", "missed"], `${list}&tinh-trang=cham`),
    ...sumsOver(tracked).map((sum) => ({
      code: `targets.${sum.target.id}`,
      label: sum.target.name,
      value: sum.actual,
      measure: sum.target.counted,
      href: addressOf(sum),
    })),
  ];
}

/** Where a sum opens to the parts it is made of. */
const addressOf = ({ target, shares }: TargetSum): string =>
  shares.length === 1
    ? `/theo-doi/phan/${shares[0]}`
    : `/theo-doi/chi-tieu/${target.id}/cong?phan=${shares.join("-")}`;
