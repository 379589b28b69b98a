import type { Criteria, Grade, GradeCondition, Quota } from "./criteria.ts";
import type { Hundredths } from "./points.ts";

/** A unit with its total and how far it reached the targets that grades ask for, unknown ones among them. */
export interface Scored {
  readonly unit: number;
  readonly total: Hundredths;
  /** In hundredths of a per cent. */
  readonly reached: readonly (Hundredths | null)[];
}

export interface Graded extends Scored {
  /** 1, 2, 2, 4: who have the same points share the place. */
  readonly rank: number;
  readonly tied: boolean;
  /** Null where the table grades nobody. */
  readonly grade: string | null;
  /** Would have the better grade but for the number of places in it. */
  readonly heldBackFrom: string | null;
}

/** How those who tie at the last place of a grade's quota are taken: all of them or none. */
export type TiesAtCut = "all-in" | "all-out";

export interface GradedField {
  readonly rows: readonly Graded[];
  /** Grades whose last place several share; while nobody has said how to take them there is no result. */
  readonly undecided: readonly { readonly grade: string; readonly units: readonly number[] }[];
}

/** Ranks with ties shown, in order of points; who tie stand in the order given. */
function ranked<Row extends { readonly total: Hundredths }>(
  rows: readonly Row[],
): (Row & { rank: number; tied: boolean })[] {
  const sorted = [...rows].sort((left, right) => right.total - left.total);
  return sorted.map((row) => ({
    ...row,
    rank: 1 + sorted.filter(({ total }) => total > row.total).length,
    tied: sorted.filter(({ total }) => total === row.total).length > 1,
  }));
}

/** Has the points and meets some condition (Quyết định 1682/QĐ-BTP: A from 180 and all three targets). */
const qualifies = (grade: Grade, { total, reached }: Scored): boolean =>
  total >= grade.from &&
  (grade.conditions.length === 0 || grade.conditions.some((condition) => holds(condition, reached)));

const ALL = 100_00;

function holds({ met, othersShortAtMost }: GradeCondition, reached: readonly (Hundredths | null)[]): boolean {
  const short = reached.filter((share) => share === null || share < ALL);
  if (reached.length - short.length < met) return false;
  return (
    othersShortAtMost === null || short.every((share) => share !== null && ALL - share <= othersShortAtMost)
  );
}

/**
 * Ranks and grades a whole field. Where more qualify for a grade than it has places, those with fewer points
 * go on to the next grade; who tie at the last place are taken together, as `ties` says.
 */
export function gradeField(
  criteria: Pick<Criteria, "grades">,
  field: readonly Scored[],
  ties: TiesAtCut | null,
): GradedField {
  const rows = ranked(field);
  const places = new Map<number, { grade: string; heldBackFrom: string | null }>();
  const heldBack = new Map<number, string>();
  const undecided: { grade: string; units: readonly number[] }[] = [];
  for (const grade of criteria.grades) {
    const asking = rows.filter((row) => !places.has(row.unit) && qualifies(grade, row));
    const cut = cutOf(asking, mostIn(grade.quota, field.length), ties);
    if (cut.undecided.length > 0) undecided.push({ grade: grade.code, units: cut.undecided });
    for (const row of cut.taken)
      places.set(row.unit, { grade: grade.code, heldBackFrom: heldBack.get(row.unit) ?? null });
    for (const row of cut.left) if (!heldBack.has(row.unit)) heldBack.set(row.unit, grade.code);
  }
  return {
    rows: rows.map((row) => ({
      ...row,
      grade: places.get(row.unit)?.grade ?? null,
      heldBackFrom: places.get(row.unit)?.heldBackFrom ?? null,
    })),
    undecided,
  };
}

interface Cut<Row> {
  readonly taken: readonly Row[];
  readonly left: readonly Row[];
  readonly undecided: readonly number[];
}

function cutOf<Row extends { readonly unit: number; readonly total: Hundredths }>(
  asking: readonly Row[],
  most: number,
  ties: TiesAtCut | null,
): Cut<Row> {
  if (asking.length <= most) return { taken: asking, left: [], undecided: [] };
  const last = asking[most - 1]?.total ?? Number.POSITIVE_INFINITY;
  const above = asking.filter(({ total }) => total > last);
  const level = asking.filter(({ total }) => total === last);
  if (above.length + level.length === most)
    return { taken: asking.slice(0, most), left: asking.slice(most), undecided: [] };
  const taken = ties === "all-in" ? [...above, ...level] : above;
  return {
    taken,
    left: asking.filter((row) => !taken.includes(row)),
    undecided: ties === null ? level.map(({ unit }) => unit) : [],
  };
}

/** A share of places is rounded down, as a ceiling never is exceeded. */
export const mostIn = (quota: Quota | null, units: number): number => {
  if (quota === null) return units;
  return quota.kind === "count" ? quota.most : Math.floor((units * quota.most) / ALL);
};
