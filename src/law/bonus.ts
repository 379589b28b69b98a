import { type Day, writeDay } from "../platform/day.ts";
import { ceilDivide, type Dong, writeDong } from "../platform/money.ts";
import {
  type Code,
  entryOf,
  existsIn,
  mayBeGivenTo,
  nameOf,
  type SubjectKind,
  subjectNames,
} from "./catalogue.ts";
import { catalogueNumbers, type Numbers } from "./numbers.ts";
import { type Coefficient, coefficientOn, writeCoefficient } from "./numbers-coefficients.ts";
import { type BaseSalary, baseSalaryOn } from "./numbers-salary.ts";
import { beforeFirstRegime, beyondKnownExpiry, type Regime, regimeOn } from "./regimes.ts";

/**
 * Bonus money (tiền thưởng) of one award: coefficient times the base salary in force on the day of the
 * decision, rounded up to ten thousands of đồng (Nghị định 91/2017/NĐ-CP, Điều 66 and 68; Nghị định
 * 152/2025/NĐ-CP, Điều 49).
 */
export interface BonusQuestion {
  readonly code: Code;
  readonly subject: SubjectKind;
  /** The day of the decision, not of the achievement nor of the payment. */
  readonly on: Day;
  /** The commune's Giấy khen was worth half in R1. */
  readonly level: "commune" | null;
}

export type Bonus = PayableBonus | RefusedBonus;

interface BonusAnswer {
  readonly code: Code;
  readonly name: string;
  readonly subject: SubjectKind;
  readonly on: Day;
  readonly regime: Regime["code"] | null;
  readonly words: string;
  readonly basis: string | null;
  readonly verified: boolean;
}

export interface PayableBonus extends BonusAnswer {
  readonly outcome: "payable";
  /** `"1.0"`, `"0.45"`: as the law writes it. */
  readonly coefficient: string;
  readonly baseSalary: Dong;
  readonly amount: Dong;
  /** True where the law sets only a maximum; the amount is then that maximum. */
  readonly ceiling: boolean;
}

export interface RefusedBonus extends BonusAnswer {
  readonly outcome: "refused";
  readonly coefficient: null;
  readonly baseSalary: null;
  readonly amount: null;
  readonly ceiling: false;
}

const ROUNDED_TO = 10_000;

/** Hundredths of the base salary in whole đồng, rounded up to the next ten thousand; integers only. */
export const bonusAmount = (hundredths: number, baseSalary: Dong): Dong =>
  ceilDivide(hundredths * baseSalary, 100 * ROUNDED_TO) * ROUNDED_TO;

/**
 * What one award brings on the day of its decision, or why nothing can be said; by the catalogue's numbers
 * unless others are given.
 */
export function bonusOf(question: BonusQuestion, numbers: Numbers = catalogueNumbers): Bonus {
  const { code, subject, on, level } = question;
  const regime = regimeOn(on);
  if (!regime) return refused(question, null, beforeFirstRegime, null);
  if (!existsIn(code, regime.code)) {
    const { words, basis } = entryOf(code).existence;
    return refused(
      question,
      regime,
      `${nameOf(code)} không có trong quy định áp dụng ngày ${writeDay(on)}. ${words}`,
      basis,
    );
  }
  if (!mayBeGivenTo(code, subject))
    return refused(
      question,
      regime,
      `${nameOf(code, regime.code)} không tặng cho ${subjectNames[subject]}.`,
      regime.statute,
    );
  const coefficient = coefficientOn(code, subject, on, level, numbers.coefficients);
  if (!coefficient) return refused(question, regime, withoutCoefficient(question, regime), decreeOf(regime));
  const baseSalary = baseSalaryOn(on, numbers.baseSalaries);
  if (!baseSalary)
    return refused(question, regime, `Chưa có mức lương cơ sở cho ngày ${writeDay(on)}.`, null);
  return payable(question, regime, coefficient, baseSalary);
}

const withoutCoefficient = ({ code, subject }: BonusQuestion, regime: Regime): string => {
  if (subject === "household" && regime.code === "R1")
    return `${decreeOf(regime)} không quy định tiền thưởng cho hộ gia đình.`;
  return `${decreeOf(regime)} không quy định mức tiền thưởng của ${nameOf(code, regime.code)} cho ${subjectNames[subject]}.`;
};

const decreeOf = (regime: Regime): string => `Nghị định ${regime.decree}`;

/** The rule of reckoning in each regime; of 98/2023 the rounding is known but was not read. */
const reckoning: Readonly<
  Record<Regime["code"], { readonly basis: string; readonly roundingRead: boolean }>
> = {
  R1: { basis: "Nghị định 91/2017/NĐ-CP, Điều 66 khoản 2 và Điều 68", roundingRead: true },
  R2: { basis: "Nghị định 98/2023/NĐ-CP, nguyên tắc tính tiền thưởng", roundingRead: false },
  R3: { basis: "Nghị định 152/2025/NĐ-CP, Điều 49", roundingRead: true },
  R4: { basis: "Nghị định 152/2025/NĐ-CP, Điều 49", roundingRead: true },
};

function payable(
  question: BonusQuestion,
  regime: Regime,
  coefficient: Coefficient,
  baseSalary: BaseSalary,
): PayableBonus {
  const amount = bonusAmount(coefficient.value, baseSalary.value);
  const rounded = amount * 100 !== coefficient.value * baseSalary.value;
  const rule = reckoning[regime.code];
  const lapsed = beyondKnownExpiry(regime, question.on);
  return {
    ...answerTo(question, regime),
    outcome: "payable",
    coefficient: writeCoefficient(coefficient.value),
    baseSalary: baseSalary.value,
    amount,
    ceiling: coefficient.ceiling,
    words: payableWords(coefficient, baseSalary, amount, rounded) + (lapsed ? doubtAfter(regime) : ""),
    basis: [coefficient.basis, rule.basis, baseSalary.basis].join("; "),
    verified: coefficient.verified && baseSalary.verified && (rule.roundingRead || !rounded) && !lapsed,
  };
}

function payableWords(
  coefficient: Coefficient,
  baseSalary: BaseSalary,
  amount: Dong,
  rounded: boolean,
): string {
  const factor = writeCoefficient(coefficient.value).replace(".", ",");
  const rounding = rounded ? ", làm tròn lên hàng chục nghìn đồng" : "";
  const most = coefficient.ceiling ? "Không quá " : "";
  return `${most}${factor} × ${writeDong(baseSalary.value)} = ${writeDong(amount)}${rounding}.`;
}

/** Whatever number was entered since, how a sum is reckoned still stands in the decree that has run out. */
const doubtAfter = ({ decree, knownExpiry }: Regime): string =>
  knownExpiry
    ? ` Nghị định ${decree} chỉ áp dụng đến ngày ${writeDay(knownExpiry)}; quy định sau đó chưa có trong danh mục.`
    : "";

const refused = (
  question: BonusQuestion,
  regime: Regime | null,
  words: string,
  basis: string | null,
): RefusedBonus => ({
  ...answerTo(question, regime),
  outcome: "refused",
  coefficient: null,
  baseSalary: null,
  amount: null,
  ceiling: false,
  words,
  basis,
  verified: false,
});

const answerTo = ({ code, subject, on }: BonusQuestion, regime: Regime | null) => ({
  code,
  name: nameOf(code, regime?.code),
  subject,
  on,
  regime: regime?.code ?? null,
});
