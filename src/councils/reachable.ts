import type { Code } from "../law/codes.ts";
import { majorityOf, voteOn, votesNeeded } from "../law/vote.ts";
import type { Day } from "../platform/day.ts";

/** How many yes votes an item needs, reckoned on all members of the council, and on what that rests. */
export interface Threshold {
  readonly needed: number;
  readonly members: number;
  /** Percent of all members; null where more than half of them decide. */
  readonly percent: number | null;
  readonly basis: string;
  readonly verified: boolean;
}

interface Asked {
  readonly award: Code | null;
  readonly members: number;
  readonly on: Day;
  /** What the council's own rules ask where no article does. */
  readonly rulesPercent: number | null;
  readonly rulesPaper: string;
}

/** The law of the day where it sets a share, else the council's own rules, else more than half. */
export function thresholdOf({ award, members, on, rulesPercent, rulesPaper }: Asked): Threshold {
  const vote = award === null ? null : voteOn({ code: award, members, yes: 0, on });
  if (vote?.rule === "at-least" && vote.needed !== null)
    return {
      needed: vote.needed,
      members,
      percent: vote.threshold,
      basis: vote.basis ?? "",
      verified: vote.verified,
    };
  const needed = rulesPercent === null ? majorityOf(members) : votesNeeded(members, rulesPercent);
  return { needed, members, percent: rulesPercent, basis: `Quy chế làm việc ${rulesPaper}`, verified: true };
}

export interface Reachable {
  /** Members who can still vote on it: present or by letter, and not shut out. */
  readonly able: number;
  readonly needed: number;
  readonly reachable: boolean;
  readonly words: string;
}

interface Taking {
  readonly members: number;
  readonly excluded: number;
  /** Neither present nor writing, among those not excluded. */
  readonly missing: number;
}

/**
 * Shut-out and absent members stay in the base, so a threshold on all members may be out of reach before
 * anybody votes; a council should know that first.
 */
export function reachableBy(threshold: Threshold, { members, excluded, missing }: Taking): Reachable {
  const able = members - excluded - missing;
  const reachable = able >= threshold.needed;
  const share = threshold.percent === null ? "quá nửa" : `${threshold.percent} %`;
  const words = reachable
    ? `Cần ${threshold.needed} phiếu đồng ý (${share} của ${members} thành viên); ${able} người bỏ phiếu được.`
    : `Chỉ ${able} trong ${members} thành viên bỏ phiếu được (${excluded} người không được bỏ phiếu, ${missing} người vắng mà không gửi phiếu), trong khi cần ${threshold.needed} phiếu đồng ý (${share}): bỏ phiếu lúc này chắc chắn không đạt.`;
  return { able, needed: threshold.needed, reachable, words };
}
