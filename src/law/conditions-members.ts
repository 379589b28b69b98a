import { nameOf } from "./catalogue.ts";
import type { MembersCondition, ShareCondition } from "./rule.ts";
import { found, type Situation, twoDigits } from "./situation.ts";
import type { Finding } from "./verdict.ts";

/** Composition of a collective: shares by whole numbers, who must be in it and who must not. */
export function judgeShare(condition: ShareCondition, { facts, case: asked }: Situation): Finding {
  const total = facts.members?.total;
  const part = facts.members?.[condition.part];
  const who =
    condition.part === "completed"
      ? "cá nhân hoàn thành nhiệm vụ"
      : `cá nhân đạt ${nameOf("ADVANCED_WORKER")}`;
  const asks = condition.strictly ? `trên ${condition.percent} %` : `từ ${condition.percent} %`;
  if (total === undefined || part === undefined)
    return found(condition, {
      state: "unknown",
      words: `Chưa rõ tỷ lệ ${who} năm ${asked.year}; yêu cầu ${asks}`,
      evidence: [],
      needs: `Cần tổng số người và số ${who} năm ${asked.year}`,
    });
  const share = (total * condition.percent) / 100;
  const needed = condition.strictly ? Math.floor(share) + 1 : Math.ceil(share);
  return found(condition, {
    state: total > 0 && part >= needed ? "met" : "unmet",
    words: `${part}/${total} ${who}; yêu cầu ${asks}, tức ${twoDigits(needed)} người`,
    evidence: [`members.${condition.part}`, "members.total"],
    needs: `Cần thêm ${twoDigits(needed - part)} ${who} năm ${asked.year}`,
  });
}

export function judgeMembers(condition: MembersCondition, { facts, case: asked }: Situation): Finding {
  const count = facts.members?.[condition.part];
  const one = condition.asks === "one";
  const needs = one
    ? `Cần có ít nhất 01 cá nhân đạt ${nameOf("GRASSROOTS_EMULATION_FIGHTER")} (GRASSROOTS_EMULATION_FIGHTER) năm ${asked.year}`
    : `Cần một năm không có cá nhân bị kỷ luật từ cảnh cáo trở lên; năm ${asked.year} không đạt`;
  if (count === undefined)
    return found(condition, {
      state: "unknown",
      words: one
        ? "Chưa rõ số Chiến sĩ thi đua cơ sở của tập thể"
        : "Chưa rõ có cá nhân bị kỷ luật từ cảnh cáo trở lên hay không",
      evidence: [],
      needs: one ? needs : `Cần xác nhận không có cá nhân bị kỷ luật từ cảnh cáo trở lên năm ${asked.year}`,
    });
  return found(condition, {
    state: (one ? count >= 1 : count === 0) ? "met" : "unmet",
    words: one
      ? `Có ${twoDigits(count)} Chiến sĩ thi đua cơ sở; yêu cầu ít nhất 01`
      : count === 0
        ? "Không có cá nhân bị kỷ luật từ cảnh cáo trở lên"
        : `Có ${twoDigits(count)} cá nhân bị kỷ luật từ cảnh cáo trở lên; yêu cầu không có`,
    evidence: [`members.${condition.part}`],
    needs,
  });
}
