import type { Dong } from "../platform/money.ts";
import { type Bonus, type BonusQuestion, bonusOf, type PayableBonus } from "./bonus.ts";
import { entryOf } from "./catalogue.ts";
import { catalogueNumbers, type Numbers } from "./numbers.ts";
import type { RegimeCode } from "./regimes.ts";

/**
 * Bonus money where one subject gets several awards (Nghị định 91/2017/NĐ-CP, Điều 68; Nghị định
 * 152/2025/NĐ-CP, Điều 49). Of titles decided at one time, those of different periods are all paid and
 * of those of the same period only the highest; forms with different achievements or periods are all
 * paid; a title and a form together are both paid. R1 has no rule on several forms.
 *
 * The answer is `{ lines, total, verified }`; a line repeats the bonus of the award by itself and adds
 * `line` (1 for the first), `period`, `paid` (yes or no), `paidAmount` (đồng, 0 where nothing is paid),
 * `decision` (paid, superseded by a higher one, or refused) and `why`.
 */
export interface AwardLine extends BonusQuestion {
  readonly period: string;
  /** Tells two achievements of one period apart, where somebody has named them. */
  readonly achievement: string | null;
}

export interface BonusLine {
  readonly line: number;
  readonly period: string;
  readonly decision: "paid" | "superseded" | "refused";
  readonly paid: boolean;
  readonly paidAmount: Dong;
  readonly why: string;
  readonly verified: boolean;
  readonly bonus: Bonus;
}

export interface BonusList {
  readonly lines: readonly BonusLine[];
  readonly total: Dong;
  readonly verified: boolean;
}

/** Which line of a list is paid and why, by the catalogue's numbers unless others are given. */
export function bonusesOf(awards: readonly AwardLine[], numbers: Numbers = catalogueNumbers): BonusList {
  const asked = awards.map((award, index) => ({ award, line: index + 1, bonus: bonusOf(award, numbers) }));
  const lines = asked.map((one) => decideLine(one, asked));
  return {
    lines,
    total: lines.reduce((sum, line) => sum + line.paidAmount, 0),
    verified: lines.every((line) => line.verified),
  };
}

interface Asked {
  readonly award: AwardLine;
  readonly line: number;
  readonly bonus: Bonus;
}

interface Payable extends Asked {
  readonly bonus: PayableBonus;
}

const isPayable = (one: Asked): one is Payable => one.bonus.outcome === "payable";

const kindOf = (one: Asked) => entryOf(one.award.code).kind;

function decideLine(one: Asked, all: readonly Asked[]): BonusLine {
  const { line, bonus } = one;
  const { period } = one.award;
  if (!isPayable(one))
    return {
      line,
      period,
      decision: "refused",
      paid: false,
      paidAmount: 0,
      why: bonus.words,
      verified: false,
      bonus,
    };
  const others = all.filter(isPayable).filter((other) => other !== one && sameSubject(other, one));
  const ruling = kindOf(one) === "title" ? rulingOnTitle(one, others) : rulingOnForm(one, others);
  return {
    line,
    period,
    decision: ruling.paid ? "paid" : "superseded",
    paid: ruling.paid,
    paidAmount: ruling.paid ? one.bonus.amount : 0,
    why: ruling.why,
    verified: bonus.verified && ruling.verified,
    bonus,
  };
}

interface Ruling {
  readonly paid: boolean;
  readonly why: string;
  readonly verified: boolean;
}

const sameSubject = (left: Asked, right: Asked) => left.award.subject === right.award.subject;
const sameDay = (left: Asked, right: Asked) => left.award.on === right.award.on;
const samePeriod = (left: Asked, right: Asked) => left.award.period === right.award.period;
const sameAchievement = (left: Asked, right: Asked) => left.award.achievement === right.award.achievement;

/** Where the rule on several awards stands; that of 98/2023 was not read. */
const rules: Readonly<Record<RegimeCode, { readonly basis: string; readonly verified: boolean }>> = {
  R1: { basis: "Nghị định 91/2017/NĐ-CP, Điều 68", verified: true },
  R2: { basis: "Nghị định 98/2023/NĐ-CP, nguyên tắc tính tiền thưởng, chưa đối chiếu", verified: false },
  R3: { basis: "Nghị định 152/2025/NĐ-CP, Điều 49", verified: true },
  R4: { basis: "Nghị định 152/2025/NĐ-CP, Điều 49", verified: true },
};

const ruleFor = (one: Payable) => rules[one.bonus.regime ?? "R1"];

const ruled = (one: Payable, paid: boolean, words: string, verified = true): Ruling => {
  const rule = ruleFor(one);
  return { paid, why: `${words} (${rule.basis}).`, verified: verified && rule.verified };
};

function rulingOnTitle(one: Payable, others: readonly Payable[]): Ruling {
  const titles = others.filter((other) => kindOf(other) === "title");
  const rivals = titles.filter((other) => samePeriod(other, one));
  const atOneTime = rivals.filter((other) => sameDay(other, one));
  if (atOneTime.length > 0) return highestOf(one, atOneTime, `danh hiệu cùng kỳ ${one.award.period}`);
  if (rivals.length > 0)
    return ruled(
      one,
      true,
      "Danh hiệu cùng kỳ nhưng quyết định vào ngày khác: quy định chỉ nói về các danh hiệu được tặng cùng một thời điểm",
      false,
    );
  if (titles.some((other) => sameDay(other, one)))
    return ruled(one, true, "Khác kỳ với danh hiệu khác: hưởng tiền thưởng của từng danh hiệu");
  return besideTheOtherKind(one, others);
}

function rulingOnForm(one: Payable, others: readonly Payable[]): Ruling {
  const forms = others.filter((other) => kindOf(other) === "form" && sameDay(other, one));
  if (forms.length === 0) return besideTheOtherKind(one, others);
  if (one.bonus.regime === "R1")
    return ruled(
      one,
      true,
      "Nghị định 91/2017/NĐ-CP không có quy định về nhiều hình thức khen thưởng: tính riêng từng hình thức",
      false,
    );
  const rivals = forms.filter((other) => samePeriod(other, one) && sameAchievement(other, one));
  if (rivals.length > 0)
    return highestOf(one, rivals, `hình thức cùng thành tích, cùng kỳ ${one.award.period}`, false);
  return ruled(
    one,
    true,
    "Khác thành tích, khác kỳ với hình thức khác: hưởng tiền thưởng của từng hình thức",
  );
}

/** Of equal sums the line that stands first in the list is paid. */
function highestOf(one: Payable, rivals: readonly Payable[], what: string, verified = true): Ruling {
  const winner = [one, ...rivals].reduce((best, next) => (beats(next, best) ? next : best));
  if (winner === one) return ruled(one, true, `Mức cao nhất trong các ${what}`, verified);
  return ruled(
    one,
    false,
    `Đã tính ${winner.bonus.name} (dòng ${winner.line}): trong các ${what} chỉ hưởng mức cao nhất`,
    verified,
  );
}

const beats = (next: Payable, best: Payable): boolean =>
  next.bonus.amount > best.bonus.amount || (next.bonus.amount === best.bonus.amount && next.line < best.line);

function besideTheOtherKind(one: Payable, others: readonly Payable[]): Ruling {
  if (others.some((other) => sameDay(other, one) && kindOf(other) !== kindOf(one)))
    return ruled(one, true, "Danh hiệu thi đua và hình thức khen thưởng cùng lúc: hưởng cả hai");
  return { paid: true, why: "Không có khen thưởng khác được tặng cùng lúc.", verified: true };
}
