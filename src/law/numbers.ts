import type { Day } from "../platform/day.ts";
import { isCode, isSubjectKind } from "./codes.ts";
import { type Coefficient, coefficientKey, coefficients } from "./numbers-coefficients.ts";
import { isLimitStep, type TimeLimit, timeLimits } from "./numbers-deadlines.ts";
import { isRatioPart, type Ratio, ratioKey, ratios } from "./numbers-ratios.ts";
import { layered, type NumberRow } from "./numbers-row.ts";
import { type BaseSalary, baseSalaries } from "./numbers-salary.ts";
import { type Threshold, thresholds } from "./numbers-thresholds.ts";

/** All numbers of the law as they stand: the catalogue's, with those that officers have entered over them. */
export interface Numbers {
  readonly baseSalaries: readonly BaseSalary[];
  readonly coefficients: readonly Coefficient[];
  readonly thresholds: readonly Threshold[];
  readonly ratios: readonly Ratio[];
  readonly timeLimits: readonly TimeLimit[];
  /** Only the entered ratios: they take the place of what the rules themselves carry. */
  readonly enteredRatios: readonly Ratio[];
}

export const catalogueNumbers: Numbers = {
  baseSalaries,
  coefficients,
  thresholds,
  ratios,
  timeLimits,
  enteredRatios: [],
};

export const numberKinds = ["base-salary", "coefficient", "threshold", "ratio", "deadline"] as const;
export type NumberKind = (typeof numberKinds)[number];

export const numberKindNames: Readonly<Record<NumberKind, string>> = {
  "base-salary": "Mức lương cơ sở",
  coefficient: "Hệ số tiền thưởng",
  threshold: "Tỷ lệ phiếu đồng ý",
  ratio: "Tỷ lệ trong tiêu chuẩn",
  deadline: "Thời hạn giải quyết",
};

export const isNumberKind = (text: string): text is NumberKind =>
  (numberKinds as readonly string[]).includes(text);

/** A number as an officer has entered it; its key says of what it is. */
export interface EnteredRow extends NumberRow<number> {
  readonly kind: NumberKind;
  readonly key: string;
  readonly ceiling: boolean;
}

export const baseSalaryKey = "base-salary";

/** The catalogue's numbers with the entered ones over them. */
export function numbersWith(entered: readonly EnteredRow[]): Numbers {
  const of = <Row>(kind: NumberKind, read: (row: EnteredRow) => Row | null): readonly Row[] =>
    entered.filter((row) => row.kind === kind).flatMap((row) => read(row) ?? []);
  const enteredRatios = of("ratio", ratioFrom);
  return {
    baseSalaries: layered(baseSalaries, of("base-salary", plainRow), () => baseSalaryKey),
    coefficients: layered(coefficients, of("coefficient", coefficientFrom), coefficientKey),
    thresholds: layered(thresholds, of("threshold", thresholdFrom), ({ code }) => code),
    ratios: layered(ratios, enteredRatios, ratioKey),
    timeLimits: layered(timeLimits, of("deadline", timeLimitFrom), ({ step }) => step),
    enteredRatios,
  };
}

const plainRow = ({
  value,
  from,
  to,
  instrument,
  basis,
  verified,
}: NumberRow<number>): NumberRow<number> => ({
  value,
  from,
  to,
  instrument,
  basis,
  verified,
});

function coefficientFrom(row: EnteredRow): Coefficient | null {
  const [code = "", subject = "", level = ""] = row.key.split(" ");
  if (!isCode(code) || !isSubjectKind(subject)) return null;
  return { ...plainRow(row), code, subject, level: level === "commune" ? level : null, ceiling: row.ceiling };
}

const thresholdFrom = (row: EnteredRow): Threshold | null =>
  isCode(row.key) ? { ...plainRow(row), code: row.key } : null;

function ratioFrom(row: EnteredRow): Ratio | null {
  const [code = "", part = ""] = row.key.split(" ");
  return isCode(code) && isRatioPart(part) ? { ...plainRow(row), code, part } : null;
}

const timeLimitFrom = (row: EnteredRow): TimeLimit | null =>
  isLimitStep(row.key) ? { ...plainRow(row), step: row.key } : null;

/** Every number as one list, for showing and for citing. */
export const allRows = (numbers: Numbers): readonly EnteredRow[] => [
  ...numbers.baseSalaries.map((row) => asRow(row, "base-salary", baseSalaryKey)),
  ...numbers.coefficients.map((row) => asRow(row, "coefficient", coefficientKey(row), row.ceiling)),
  ...numbers.thresholds.map((row) => asRow(row, "threshold", row.code)),
  ...numbers.ratios.map((row) => asRow(row, "ratio", ratioKey(row))),
  ...numbers.timeLimits.map((row) => asRow(row, "deadline", row.step)),
];

const asRow = (row: NumberRow<number>, kind: NumberKind, key: string, ceiling = false): EnteredRow => ({
  ...plainRow(row),
  kind,
  key,
  ceiling,
});

/** The number of that kind and key on a day. */
export const numberOn = (numbers: Numbers, kind: NumberKind, key: string, onDay: Day): EnteredRow | null =>
  allRows(numbers).find(
    (row) => row.kind === kind && row.key === key && row.from <= onDay && (row.to === null || onDay < row.to),
  ) ?? null;
