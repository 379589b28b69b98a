import type { Pending } from "./facts.ts";
import type { RegimeCode } from "./regimes.ts";
import type { Situation } from "./situation.ts";
import type { Finding } from "./verdict.ts";

/** Matters that stop any award or proposal until they are cleared (tạm dừng xét). */
interface Suspension {
  readonly matters: readonly Pending[];
  readonly basis: string;
  /** Those not yet checked against the text. */
  readonly unchecked: readonly Pending[];
}

const allMatters: readonly Pending[] = ["disciplineReview", "investigation", "complaint", "press"];

const suspensions: Readonly<Record<RegimeCode, Suspension>> = {
  R1: {
    matters: ["disciplineReview", "investigation", "complaint"],
    basis: "Thông tư 05/2018/TT-BTP, Điều 5 khoản 1; Thông tư 12/2019/TT-BNV, Điều 2 khoản 5",
    unchecked: [],
  },
  // The regimes on both sides of decree 98/2023 share the first three; of the press only the later one speaks.
  R2: { matters: allMatters, basis: "Nghị định 98/2023/NĐ-CP", unchecked: ["press"] },
  R3: { matters: allMatters, basis: "Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4", unchecked: [] },
  R4: { matters: allMatters, basis: "Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4", unchecked: [] },
};

const matterNames: Readonly<Record<Pending, string>> = {
  disciplineReview: "đang trong thời gian xem xét kỷ luật",
  investigation: "đang bị điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm",
  complaint: "đang có khiếu nại, tố cáo được xác minh",
  press: "đang xác minh vấn đề tham nhũng, tiêu cực do báo chí nêu",
};

const suspensionCode = "pending-matter";

/** Unmet when a matter of the regime's list is open; unknown when nobody has said whether one is. */
export function judgeSuspension({ facts, regime }: Situation): Finding {
  const { matters, basis, unchecked } = suspensions[regime];
  const open = facts.pending?.filter((matter) => matters.includes(matter));
  const verified = !open?.some((matter) => unchecked.includes(matter));
  const common = { code: suspensionCode, basis, verified };
  if (open === undefined)
    return {
      ...common,
      state: "unknown",
      words: "Chưa rõ có vụ việc đang xem xét, xác minh hay không",
      evidence: [],
      needs: "Cần xác nhận không có vụ việc đang xem xét kỷ luật, điều tra, khiếu nại, tố cáo",
    };
  if (open.length === 0)
    return {
      ...common,
      state: "met",
      words: "Không có vụ việc làm tạm dừng xét",
      evidence: ["pending"],
      needs: null,
    };
  const words = open.map((matter) => matterNames[matter]).join("; ");
  return {
    ...common,
    state: "unmet",
    words: `Tạm dừng xét: ${words}`,
    evidence: ["pending"],
    needs: `Được xét tiếp khi có kết luận không vi phạm: ${words}`,
  };
}
