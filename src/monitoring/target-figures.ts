import type { Figure } from "../platform/offered.ts";
import type { Progress, Standing } from "./forecast.ts";
import type { Share } from "./share.ts";
import type { Target } from "./target.ts";

interface Tracked {
  readonly share: Share;
  readonly target: Target;
  readonly progress: Progress;
}

/**
 * Figures for a report: how many targets stand how, and each target with its number. With several units each
 * target's figure names the unit, since numbers of one target are not added up here.
 */
export function figuresFrom(tracked: readonly Tracked[], units: readonly number[], year: number): Figure[] {
  if (tracked.length === 0) return [];
  const list = units.length === 1 ? `/theo-doi?don-vi=${units[0]}&nam=${year}` : `/theo-doi?nam=${year}`;
  const count = (code: string, label: string, standings: readonly Standing[], href: string): Figure => ({
    code: `targets.${code}`,
    label,
    value: tracked.filter(({ progress }) => standings.includes(progress.standing)).length,
    measure: "chỉ tiêu",
    href,
  });
  const all: readonly Standing[] = ["met", "on-pace", "behind", "missed", "unknown"];
  return [
    count("total", "Chỉ tiêu được giao", all, list),
    count("met", "Chỉ tiêu đạt", ["met"], list),
    count("behind", "Chỉ tiêu chậm hoặc không đạt", ["behind", "missed"], `${list}&tinh-trang=cham`),
    ...tracked.map(({ share, target, progress }) => ({
      code: units.length === 1 ? `targets.${target.id}` : `targets.${target.id}.${share.unit}`,
      label: units.length === 1 ? target.name : `${target.name} (${share.unitName})`,
      value: progress.actual,
      measure: target.counted,
      href: `/theo-doi/phan/${share.id}`,
    })),
  ];
}
