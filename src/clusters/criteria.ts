import type { Hundredths } from "./points.ts";

/**
 * A table of criteria (bảng tiêu chí chấm điểm) of one year for one kind of subject: a tree whose leaves are
 * scored by a rule and whose branches sum up. Tables are data; nothing here knows a year.
 */
export interface Criteria {
  readonly groups: readonly Criterion[];
  readonly grades: readonly Grade[];
  /** Criteria whose targets the grades ask for: their achieved share is what counts. */
  readonly targets: readonly number[];
}

export interface Criterion {
  /** Stays the same while the table is edited, copied and versioned. */
  readonly id: number;
  readonly name: string;
  readonly max: Hundredths;
  /** What fills this in by itself, when the product knows it. */
  readonly source: Source | null;
  /** Code of the ministry unit in whose professional field this lies; it gives an opinion on it. */
  readonly field: string | null;
  /** None for a branch: it is the sum of what stands below it. */
  readonly rule: Rule | null;
  readonly children: readonly Criterion[];
}

/** Where a value that the product already knows comes from. */
export type Source = "lateness" | "targets";

export const sourceNames: Readonly<Record<Source, string>> = {
  lateness: "Số ngày trễ hạn lớn nhất trong năm",
  targets: "Kết quả chỉ tiêu đã đăng ký",
};

export type Rule =
  | { readonly kind: "PROPORTIONAL" }
  | { readonly kind: "OVERFULFIL"; readonly standard: Hundredths }
  | {
      readonly kind: "STEP_BANDS";
      readonly measure: string;
      readonly whole: boolean;
      readonly bands: readonly Band[];
    }
  | { readonly kind: "DEDUCT_PER_EVENT"; readonly per: Hundredths; readonly event: string }
  | { readonly kind: "BONUS"; readonly per: Hundredths; readonly event: string }
  | { readonly kind: "MANUAL" };

export type RuleKind = Rule["kind"];

export const ruleKindNames: Readonly<Record<RuleKind, string>> = {
  PROPORTIONAL: "Theo tỷ lệ hoàn thành",
  OVERFULFIL: "Theo tỷ lệ, vượt được cộng",
  STEP_BANDS: "Theo mức",
  DEDUCT_PER_EVENT: "Trừ theo lần",
  BONUS: "Cộng theo lần",
  MANUAL: "Chấm trực tiếp",
};

export const ruleKinds = Object.keys(ruleKindNames) as readonly RuleKind[];

/** A step: values from one edge to the other, each edge in it or not; an open edge is null. */
export interface Band {
  readonly from: Hundredths | null;
  readonly fromIncluded: boolean;
  readonly to: Hundredths | null;
  readonly toIncluded: boolean;
  readonly points: Hundredths;
}

/** A grade (xếp loại) with what it asks beside the points. The last grade asks nothing and takes everybody left. */
export interface Grade {
  readonly code: string;
  readonly name: string;
  /** The fewest points. */
  readonly from: Hundredths;
  /** One of these suffices; none asked when empty. */
  readonly conditions: readonly GradeCondition[];
  readonly quota: Quota | null;
}

/** At least so many targets reached, and each other one short by no more than so many per cent. */
export interface GradeCondition {
  readonly met: number;
  /** Hundredths of a per cent; null when the others don't matter. */
  readonly othersShortAtMost: Hundredths | null;
}

/** The most units in a grade (leaders set the number per grade, Quyết định 1682/QĐ-BTP). */
export type Quota =
  | { readonly kind: "count"; readonly most: number }
  | { readonly kind: "percent"; readonly most: Hundredths };

/** Every criterion, a branch before what stands below it, with its number as printed: “II.1.2”. */
export function flatten(groups: readonly Criterion[]): NumberedCriterion[] {
  return groups.flatMap((group, at) => below(group, roman(at + 1), 0, null));
}

export interface NumberedCriterion extends Criterion {
  readonly number: string;
  readonly depth: number;
  readonly parent: number | null;
}

const below = (
  criterion: Criterion,
  number: string,
  depth: number,
  parent: number | null,
): NumberedCriterion[] => [
  { ...criterion, number, depth, parent },
  ...criterion.children.flatMap((child, at) => below(child, `${number}.${at + 1}`, depth + 1, criterion.id)),
];

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;
const roman = (at: number): string => ROMAN[at - 1] ?? `${at}`;

/** What is scored: the criteria with nothing below them. */
export const leavesOf = (criteria: Criteria): NumberedCriterion[] =>
  flatten(criteria.groups).filter(({ children }) => children.length === 0);

export const totalOf = (criteria: Criteria): Hundredths =>
  criteria.groups.reduce((sum, { max }) => sum + max, 0);
