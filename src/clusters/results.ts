import { type Day, writeDay } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import { type Criteria, leavesOf } from "./criteria.ts";
import { type Graded, type GradedField, gradeField, type Scored, type TiesAtCut } from "./grade.ts";
import { reachedOf } from "./score.ts";
import { refuseYearChange, type ScoringYear } from "./scoring-year.ts";
import { type ScoreEntry, type Sheet, totalBySide } from "./sheet.ts";

/** A unit's place among those verified. */
export interface Result extends Graded {
  readonly unitName: string;
}

/** A result as published. */
export type PublishedResult = Pick<
  Result,
  "unit" | "unitName" | "total" | "rank" | "tied" | "grade" | "heldBackFrom"
>;

export interface Results {
  readonly rows: readonly Result[];
  readonly undecided: GradedField["undecided"];
}

/** Totals, grades and ranks over the verified sheets of units that stand on the roster. */
export function resultsOf(
  criteria: Criteria,
  sheets: readonly Sheet[],
  entries: ReadonlyMap<number, readonly ScoreEntry[]>,
  ties: TiesAtCut | null,
): Results {
  const verified = sheets.filter(({ state }) => state === "verified");
  const names = new Map(verified.map(({ unit, unitName }) => [unit, unitName]));
  const field = gradeField(
    criteria,
    verified.map((sheet) => scoredOf(criteria, sheet, entries.get(sheet.id) ?? [])),
    ties,
  );
  return {
    rows: field.rows.map((row) => ({ ...row, unitName: names.get(row.unit)! })),
    undecided: field.undecided,
  };
}

function scoredOf(criteria: Criteria, sheet: Sheet, entries: readonly ScoreEntry[]): Scored {
  const verified = new Map(
    entries.filter(({ side }) => side === "verified").map((entry) => [entry.criterion, entry]),
  );
  const leaves = new Set(leavesOf(criteria).map(({ id }) => id));
  return {
    unit: sheet.unit,
    total: totalBySide(criteria, entries, "verified"),
    reached: criteria.targets
      .filter((target) => leaves.has(target))
      .map((target) => reachedOf(verified.get(target) ?? { actual: null, planned: null })),
  };
}

export interface PublicationFacts {
  readonly version: number;
  readonly results: Results;
  /** Units whose sheet is sent and not verified yet. */
  readonly unverified: readonly string[];
  /** Members on the roster that have not sent. */
  readonly unsent: readonly string[];
  readonly today: Day;
}

/** Results are published once every sheet sent is verified and no tie at the cut of a grade stands open. */
export function decideResults(scoring: ScoringYear, facts: PublicationFacts): Results | Refusal {
  const closed = refuseYearChange(scoring, facts.version);
  if (closed) return closed;
  const { selfUntil } = scoring.calendar;
  if (facts.today <= selfUntil && facts.unsent.length > 0)
    return refuse(
      "still-scoring",
      `${facts.unsent.join(", ")} còn được tự chấm đến hết ngày ${writeDay(selfUntil)}; công bố sau ngày đó, hoặc khi mọi đơn vị đã gửi.`,
    );
  if (facts.unverified.length > 0)
    return refuse(
      "not-all-verified",
      `Còn ${facts.unverified.length} phiếu chưa thẩm định: ${facts.unverified.join(", ")}.`,
    );
  if (facts.results.rows.length === 0)
    return refuse("nothing-verified", "Chưa có phiếu nào được thẩm định nên chưa có kết quả để công bố.");
  const [tie] = facts.results.undecided;
  if (tie)
    return refuse(
      "tie-at-cut",
      `${tie.units.length} đơn vị bằng điểm ở suất cuối của loại ${tie.grade}; hãy chọn lấy cả hay không lấy đơn vị nào.`,
      { field: "ties" },
    );
  return facts.results;
}
