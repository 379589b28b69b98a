import { type Day, writeDay } from "../platform/day.ts";
import { ceilDivide } from "../platform/money.ts";
import { type Code, entryOf, existsIn, nameOf } from "./catalogue.ts";
import { catalogueNumbers, type Numbers } from "./numbers.ts";
import { thresholdOn } from "./numbers-thresholds.ts";
import { beforeFirstRegime, beyondKnownExpiry, type Regime, regimeOn } from "./regimes.ts";

/**
 * The votes a council needs to put an award forward, reckoned on ALL its members, not those present;
 * members who may not vote and absent ones stay in the base. Where no article sets a share, more than
 * half of all members decide by custom, unverified.
 */
export interface VoteQuestion {
  readonly code: Code;
  readonly members: number;
  readonly yes: number;
  readonly on: Day;
}

export interface Vote {
  readonly code: Code;
  readonly name: string;
  readonly on: Day;
  readonly regime: Regime["code"] | null;
  readonly outcome: "passed" | "failed" | "refused";
  /** Percent of all members; null where nothing covers the day. */
  readonly threshold: number | null;
  /** Whether reaching the share is enough, or it must be exceeded. */
  readonly rule: "at-least" | "more-than" | null;
  readonly base: "all-members";
  readonly members: number;
  readonly yes: number;
  readonly needed: number | null;
  readonly passed: boolean | null;
  readonly words: string;
  readonly basis: string | null;
  readonly verified: boolean;
}

/** Least number of yes votes that reaches a share of all members; integers only. */
export const votesNeeded = (members: number, percent: number): number => ceilDivide(members * percent, 100);

/** Least number of yes votes that is more than half of all members. */
export const majorityOf = (members: number): number => Math.trunc(members / 2) + 1;

/** What the votes come to under the law of the day, by the catalogue's numbers unless others are given. */
export function voteOn(question: VoteQuestion, numbers: Numbers = catalogueNumbers): Vote {
  const { code, on } = question;
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
  const threshold = thresholdOn(code, on, numbers.thresholds);
  if (!threshold)
    return counted(question, regime, {
      percent: 50,
      rule: "more-than",
      needed: majorityOf(question.members),
      basis: "Theo đa số, quy chế của Hội đồng; chưa thấy điều luật nào quy định tỷ lệ",
      verified: false,
      instrument: null,
    });
  return counted(question, regime, {
    percent: threshold.value,
    rule: "at-least",
    needed: votesNeeded(question.members, threshold.value),
    basis: threshold.basis,
    verified: threshold.verified,
    instrument: threshold.instrument,
  });
}

interface Share {
  readonly percent: number;
  readonly rule: "at-least" | "more-than";
  readonly needed: number;
  readonly basis: string;
  readonly verified: boolean;
  /** The text that sets the share; null where only custom does. */
  readonly instrument: string | null;
}

function counted(question: VoteQuestion, regime: Regime, share: Share): Vote {
  const { members, yes } = question;
  const passed = yes >= share.needed;
  const lapsed =
    beyondKnownExpiry(regime, question.on) &&
    (share.instrument === null || share.instrument === regime.decree);
  const asked =
    share.rule === "at-least" ? `từ ${share.percent} % trở lên` : `trên ${share.percent} % (quá nửa)`;
  const result = passed ? "đạt" : "không đạt";
  const doubt =
    lapsed && regime.knownExpiry
      ? ` Nghị định ${regime.decree} chỉ áp dụng đến ngày ${writeDay(regime.knownExpiry)}; quy định sau đó chưa có trong danh mục.`
      : "";
  return {
    ...answerTo(question, regime),
    outcome: passed ? "passed" : "failed",
    threshold: share.percent,
    rule: share.rule,
    needed: share.needed,
    passed,
    words: `Cần ${asked} tổng số ${members} thành viên Hội đồng, tức ít nhất ${share.needed} phiếu đồng ý; có ${yes} phiếu: ${result}.${doubt}`,
    basis: share.basis,
    verified: share.verified && !lapsed,
  };
}

const refused = (
  question: VoteQuestion,
  regime: Regime | null,
  words: string,
  basis: string | null,
): Vote => ({
  ...answerTo(question, regime),
  outcome: "refused",
  threshold: null,
  rule: null,
  needed: null,
  passed: null,
  words,
  basis,
  verified: false,
});

const answerTo = ({ code, members, yes, on }: VoteQuestion, regime: Regime | null) => ({
  code,
  name: nameOf(code, regime?.code),
  on,
  regime: regime?.code ?? null,
  base: "all-members" as const,
  members,
  yes,
});
