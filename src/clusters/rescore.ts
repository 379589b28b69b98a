import { isRefusal } from "../platform/refusal.ts";
import { type Criteria, leavesOf } from "./criteria.ts";
import { pointsOf } from "./score.ts";
import type { ScoreEntry } from "./sheet.ts";

/** Entries by another table's rules: what it no longer asks goes, what no longer fits has no points yet. */
export function rescored(criteria: Criteria, entries: readonly ScoreEntry[]): ScoreEntry[] {
  const leaves = new Map(leavesOf(criteria).map((leaf) => [leaf.id, leaf]));
  return entries.flatMap((entry) => {
    const leaf = leaves.get(entry.criterion);
    if (!leaf) return [];
    const points = pointsOf(leaf, entry);
    return [{ ...entry, points: isRefusal(points) ? null : points }];
  });
}
