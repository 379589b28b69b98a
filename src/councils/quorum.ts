import { type Share, type WorkingRules, writeShare } from "./rules.ts";

export interface Quorum {
  readonly members: number;
  readonly present: number;
  readonly letters: number;
  /** Least number of members who must take part. */
  readonly needed: number;
  readonly met: boolean;
  readonly words: string;
  readonly basis: string;
}

interface Taking {
  readonly members: number;
  readonly present: number;
  readonly letters: number;
  readonly considersAwards: boolean;
}

/** Least whole number that is `share` of every `of` among `members`; integers only. */
export const leastOf = (members: number, { share, of }: Share): number =>
  Math.trunc((members * share + of - 1) / of);

/**
 * Whether enough members take part: 2/3, or 80 % where awards are considered, as the rules of that council
 * say. A member who wrote counts as taking part when the rules count written opinions.
 */
export function quorumOf(
  taking: Taking,
  rules: Pick<WorkingRules, "quorum" | "awardQuorum" | "countsLetters" | "paperSymbol">,
): Quorum {
  const { members, present, letters, considersAwards } = taking;
  const share = considersAwards ? rules.awardQuorum : rules.quorum;
  const needed = leastOf(members, share);
  const taken = present + (rules.countsLetters ? letters : 0);
  const met = members > 0 && taken >= needed;
  const wrote = rules.countsLetters && letters > 0 ? ` và ${letters} gửi phiếu xin ý kiến` : "";
  return {
    members,
    present,
    letters,
    needed,
    met,
    words: `Cần ít nhất ${needed} trong ${members} thành viên (${writeShare(share)}${considersAwards ? ", phiên xét khen thưởng" : ""}); có ${present} người có mặt${wrote}: ${met ? "đủ" : "chưa đủ"} điều kiện họp.`,
    basis: `Quy chế làm việc ${rules.paperSymbol}`,
  };
}
