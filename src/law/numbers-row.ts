import { covers, type Day, type Validity } from "../platform/day.ts";

/**
 * A number of the law as a dated row: what it is worth, on which days, by which instrument and article,
 * and whether that was checked against the text. A row once used is never edited; a new one follows it.
 */
export interface NumberRow<Value> extends Validity {
  readonly value: Value;
  readonly from: Day;
  /** First day on which it no longer holds. */
  readonly to: Day | null;
  /** Symbol of the instrument, as in the list of instruments. */
  readonly instrument: string;
  readonly basis: string;
  readonly verified: boolean;
}

/** The one row that holds on the day; null when none does. Two are a fault of the data and a bug. */
export function rowOn<Row extends NumberRow<unknown>>(rows: readonly Row[], onDay: Day): Row | null {
  const holding = rows.filter((row) => covers(row, onDay));
  if (holding.length > 1)
    throw new Error(`two numbers hold on ${onDay}: ${holding.map((row) => row.basis).join(" and ")}`);
  return holding[0] ?? null;
}

/** Pairs of rows of the same key that hold on a common day. */
export function overlapsAmong<Row extends NumberRow<unknown>>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly [Row, Row])[] {
  return rows.flatMap((row, index) =>
    rows
      .slice(index + 1)
      .filter((other) => keyOf(other) === keyOf(row) && share(row, other))
      .map((other) => [row, other] as const),
  );
}

const share = (left: NumberRow<unknown>, right: NumberRow<unknown>): boolean =>
  (right.to === null || left.from < right.to) && (left.to === null || right.from < left.to);

/**
 * Rows entered by officers over those of the catalogue: on the days an entered row covers it alone holds,
 * and a row of the catalogue keeps the days that are left to it.
 */
export function layered<Row extends NumberRow<unknown>>(
  below: readonly Row[],
  above: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const over = Map.groupBy(above, keyOf);
  return [
    ...below.flatMap((row) =>
      (over.get(keyOf(row)) ?? []).reduce<readonly Row[]>(
        (left, cover) => left.flatMap((piece) => withoutDays(piece, cover)),
        [row],
      ),
    ),
    ...above,
  ];
}

/** What is left of a row when another takes some of its days: nothing, one piece or two. */
const withoutDays = <Row extends NumberRow<unknown>>(row: Row, taken: NumberRow<unknown>): readonly Row[] => {
  if (!share(row, taken)) return [row];
  return [
    ...(row.from < taken.from ? [{ ...row, to: taken.from }] : []),
    ...(taken.to !== null && (row.to === null || taken.to < row.to) ? [{ ...row, from: taken.to }] : []),
  ];
};
