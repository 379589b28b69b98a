import { isRefusal } from "../platform/refusal.ts";
import { type Criteria, leavesOf } from "./criteria.ts";
import { type Graded, gradeField } from "./grade.ts";
import type { Hundredths } from "./points.ts";
import { pointsOf, reachedOf, sumOf } from "./score.ts";
import type { ScoreEntry } from "./sheet.ts";

/** A unit's verified figures of an earlier year, with the total they gave then. */
export interface EarlierSheet {
  readonly unit: number;
  readonly unitName: string;
  readonly before: Hundredths;
  readonly criteria: Criteria;
  readonly entries: readonly ScoreEntry[];
}

export interface PreviewRow extends Graded {
  readonly unitName: string;
  readonly before: Hundredths;
  /** Criteria for which the earlier year has no figure, or one that does not fit. */
  readonly unknown: number;
}

/** What a table would have given on an earlier year's figures, matched by the words of a criterion. */
export function previewOf(criteria: Criteria, sheets: readonly EarlierSheet[]): PreviewRow[] {
  const leaves = leavesOf(criteria);
  const rows = sheets.map((sheet) => {
    const earlier = new Map(leavesOf(sheet.criteria).map(({ id, name }) => [name, id]));
    const entryFor = (name: string) =>
      sheet.entries.find(({ criterion, side }) => side === "verified" && criterion === earlier.get(name));
    const points = new Map<number, Hundredths>();
    for (const leaf of leaves) {
      const entry = entryFor(leaf.name);
      const gained = entry ? pointsOf(leaf, entry) : null;
      if (gained !== null && !isRefusal(gained)) points.set(leaf.id, gained);
    }
    const reached = criteria.targets.map((target) => {
      const entry = entryFor(leaves.find(({ id }) => id === target)?.name ?? "");
      return entry ? reachedOf(entry) : null;
    });
    return { ...sheet, reached, total: sumOf(criteria, points), unknown: leaves.length - points.size };
  });
  const byUnit = new Map(rows.map((row) => [row.unit, row]));
  return gradeField(criteria, rows, "all-in").rows.map((row) => {
    const { unitName, before, unknown } = byUnit.get(row.unit)!;
    const { unit, total, reached, rank, tied, grade, heldBackFrom } = row;
    return { unit, total, reached, rank, tied, grade, heldBackFrom, unitName, before, unknown };
  });
}
