import { catalogueNumbers, type Numbers } from "../law/numbers.ts";
import { majorityOf, voteOn, votesNeeded } from "../law/vote.ts";
import type { Day } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import type { Threshold, ThresholdDraft } from "./poll.ts";

/** Least number of votes that reaches a share of ALL members, or exceeds it; integers only. */
export const neededOf = (members: number, percent: number, rule: Threshold["rule"]): number =>
  rule === "at-least" ? votesNeeded(members, percent) : Math.trunc((members * percent) / 100) + 1;

/** What a nominee must reach: by the law of the day, or as the body's own rules say. Refused where no law covers the day. */
export function thresholdOf(
  draft: ThresholdDraft,
  members: number,
  on: Day,
  numbers: Numbers = catalogueNumbers,
): Threshold | Refusal {
  if (draft.by === "rules") {
    const { percent, rule, basis } = draft;
    return { percent, rule, needed: neededOf(members, percent, rule), basis, verified: true };
  }
  const vote = voteOn({ code: draft.code, members, yes: 0, on }, numbers);
  if (vote.threshold === null || vote.rule === null || vote.needed === null)
    return refuse("no-threshold", vote.words, vote.basis === null ? {} : { basis: vote.basis });
  return {
    percent: vote.threshold,
    rule: vote.rule,
    needed: vote.rule === "more-than" ? majorityOf(members) : vote.needed,
    basis: vote.basis ?? "",
    verified: vote.verified,
  };
}

/** "từ 90 % trở lên tổng số 15 thành viên, ít nhất 14 phiếu". */
export const thresholdWords = ({ percent, rule, needed }: Threshold, members: number): string =>
  `${rule === "at-least" ? `từ ${percent} % trở lên` : `trên ${percent} %`} tổng số ${members} thành viên, ít nhất ${needed} phiếu đồng ý`;

/** Whether a threshold on all members can still be reached by those who may vote; said before a vote begins. */
export const stillReachable = (threshold: Threshold, mayVote: number): boolean => mayVote >= threshold.needed;
