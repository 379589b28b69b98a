import { type Refusal, refuse } from "../platform/refusal.ts";
import { type Band, type Criteria, type Criterion, leavesOf } from "./criteria.ts";
import { type Hundredths, timesOver, writeHundredths } from "./points.ts";

/**
 * What is put in for one criterion. `actual` is what was achieved, counted, measured or, where points are
 * given directly, the points; `planned` is asked only where a share is reckoned. Nothing put in is not done.
 */
export interface Entry {
  readonly actual: Hundredths | null;
  readonly planned: Hundredths | null;
}

/**
 * Points of one criterion by its rule, exact in hundredths and rounded half up only where a share is taken.
 * Full on number, time and quality gives the standard points; over it the standard × what was achieved; in
 * part the share; not done none (Quyết định 2561/QĐ-BTP, Công văn 7727/BTP-TĐKT). Null: nothing put in yet.
 */
export function pointsOf(
  criterion: Pick<Criterion, "rule" | "max">,
  entry: Entry,
): Hundredths | null | Refusal {
  const { rule, max } = criterion;
  if (rule === null || entry.actual === null) return null;
  if (entry.actual < 0) return refuse("negative", "Số nhập nhỏ hơn 0.", { field: "actual" });
  switch (rule.kind) {
    case "PROPORTIONAL":
      return shareOf(max, max, entry.actual, entry.planned);
    case "OVERFULFIL":
      return shareOf(rule.standard, max, entry.actual, entry.planned);
    case "STEP_BANDS":
      return bandPoints(rule.bands, rule.whole, rule.measure, entry.actual);
    case "DEDUCT_PER_EVENT":
      return counted(entry.actual) ?? Math.max(0, max - rule.per * (entry.actual / ONE));
    case "BONUS":
      return counted(entry.actual) ?? Math.min(max, rule.per * (entry.actual / ONE));
    case "MANUAL":
      return given(entry.actual, max);
  }
}

const ONE = 100;

function shareOf(
  standard: Hundredths,
  most: Hundredths,
  actual: Hundredths,
  planned: Hundredths | null,
): Hundredths | null | Refusal {
  if (planned === null) return null;
  if (planned <= 0)
    return refuse(
      "nothing-planned",
      "Số giao phải lớn hơn 0; nếu không được giao, hãy chấm theo hướng dẫn của bảng.",
      {
        field: "planned",
      },
    );
  return Math.min(most, timesOver(standard, actual, planned));
}

function bandPoints(
  bands: readonly Band[],
  whole: boolean,
  measure: string,
  value: Hundredths,
): Hundredths | Refusal {
  if (whole && value % ONE !== 0)
    return refuse("not-whole", `Hãy nhập số nguyên (${measure}).`, { field: "actual" });
  const band = bands.find((one) => isIn(one, value));
  return band
    ? band.points
    : refuse("in-no-band", `Giá trị ${writeHundredths(value)} không thuộc mức nào.`, { field: "actual" });
}

const isIn = ({ from, fromIncluded, to, toIncluded }: Band, value: Hundredths): boolean =>
  (from === null || value > from || (fromIncluded && value === from)) &&
  (to === null || value < to || (toIncluded && value === to));

const counted = (actual: Hundredths): Refusal | null =>
  actual % ONE === 0 ? null : refuse("not-whole", "Số lần phải là số nguyên.", { field: "actual" });

const given = (actual: Hundredths, max: Hundredths): Hundredths | Refusal =>
  actual > max
    ? refuse("over-maximum", `Điểm ${writeHundredths(actual)} vượt mức tối đa ${writeHundredths(max)}.`, {
        field: "actual",
      })
    : actual;

/** What share of its plan a target reached, in hundredths of a per cent, rounded down; null while unknown. */
export const reachedOf = ({ actual, planned }: Entry): Hundredths | null =>
  actual === null || planned === null || planned <= 0
    ? null
    : Number((BigInt(actual) * 10_000n) / BigInt(planned));

/** Points by criterion: what the rules give, or what stood in place of a rule's answer. */
export type PointsByCriterion = ReadonlyMap<number, Hundredths>;

/** The sum over what is scored; what has no points yet counts nothing. */
export const sumOf = (criteria: Criteria, points: PointsByCriterion): Hundredths =>
  leavesOf(criteria).reduce((sum, { id }) => sum + (points.get(id) ?? 0), 0);

/** Points of a branch: all that is scored below it. */
export const sumBelow = (criterion: Criterion, points: PointsByCriterion): Hundredths =>
  criterion.children.length === 0
    ? (points.get(criterion.id) ?? 0)
    : criterion.children.reduce((sum, child) => sum + sumBelow(child, points), 0);
