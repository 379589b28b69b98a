import { type Day, day } from "../platform/day.ts";
import { type NumberRow, rowOn } from "./numbers-row.ts";
import { type RegimeCode, regimes } from "./regimes.ts";

/** Time limits (thời hạn) of the procedure, in days, by step. */
export interface TimeLimit extends NumberRow<number> {
  readonly step: LimitStep;
}

export const limitSteps = {
  "home-affairs-appraisal": { words: "Bộ Nội vụ thẩm định, trình (từ ngày nhận đủ hồ sơ)", working: true },
  "home-affairs-return": { words: "Bộ Nội vụ trả hồ sơ không đủ điều kiện bằng văn bản", working: true },
  "after-opinions": { words: "Trình sau khi nhận đủ ý kiến phải hỏi", working: true },
  "copy-of-decision": { words: "Gửi quyết định cho bộ trình, cho người được khen thưởng", working: true },
  "state-merit-appraisal": {
    words: "Bộ thẩm định hồ sơ khen thưởng cấp Nhà nước theo công trạng",
    working: true,
  },
  "state-high-appraisal": {
    words: "Bộ thẩm định hồ sơ Huân chương Độc lập trở lên, danh hiệu anh hùng",
    working: true,
  },
  "ministry-return": { words: "Thường trực ở Bộ trả hồ sơ không đủ điều kiện", working: true },
  "papers-to-minister": { words: "Trình Bộ trưởng sau họp Hội đồng", working: true },
} as const;

export type LimitStep = keyof typeof limitSteps;

export const isLimitStep = (text: string): text is LimitStep => text in limitSteps;

const limit = (
  regime: Exclude<RegimeCode, "R4">,
  step: LimitStep,
  value: number,
  instrument: string,
  article: string,
): TimeLimit => ({
  step,
  value,
  from: regimes[regime].from,
  // 152/2025 goes on after 01/10/2026 until it lapses.
  to: regime === "R3" ? day("2027-03-01") : regimes[regime].to,
  instrument,
  basis: article,
  verified: true,
});

const decree2017 = "Nghị định 91/2017/NĐ-CP";
const decree2023 = "Nghị định 98/2023/NĐ-CP và thủ tục công bố theo Quyết định 311/QĐ-BNV";
const decree2025 = "Nghị định 152/2025/NĐ-CP";
const circular2018 = "Thông tư 05/2018/TT-BTP";

export const timeLimits: readonly TimeLimit[] = [
  limit("R1", "home-affairs-appraisal", 20, "91/2017/NĐ-CP", `${decree2017}, Điều 47 và Điều 48`),
  limit("R1", "home-affairs-return", 10, "91/2017/NĐ-CP", `${decree2017}, Điều 47 và Điều 48`),
  limit("R1", "copy-of-decision", 10, "91/2017/NĐ-CP", `${decree2017}, Điều 47 và Điều 48`),
  limit("R1", "state-merit-appraisal", 20, "91/2017/NĐ-CP", `${decree2017}, Điều 47 và Điều 48`),
  limit("R1", "state-high-appraisal", 30, "91/2017/NĐ-CP", `${decree2017}, Điều 47 và Điều 48`),
  limit("R1", "ministry-return", 5, "05/2018/TT-BTP", `${circular2018}, Điều 30 và Điều 31`),
  limit("R1", "papers-to-minister", 10, "05/2018/TT-BTP", `${circular2018}, Điều 30 và Điều 31`),
  limit("R2", "home-affairs-appraisal", 20, "98/2023/NĐ-CP", decree2023),
  limit("R2", "home-affairs-return", 5, "98/2023/NĐ-CP", decree2023),
  limit("R2", "after-opinions", 10, "98/2023/NĐ-CP", decree2023),
  limit("R2", "copy-of-decision", 10, "98/2023/NĐ-CP", decree2023),
  limit("R3", "home-affairs-appraisal", 20, "152/2025/NĐ-CP", `${decree2025}, Điều 35 khoản 2`),
  limit("R3", "home-affairs-return", 10, "152/2025/NĐ-CP", `${decree2025}, Điều 35 khoản 4 điểm a`),
  limit("R3", "after-opinions", 10, "152/2025/NĐ-CP", `${decree2025}, Điều 34 khoản 7`),
  limit("R3", "copy-of-decision", 10, "152/2025/NĐ-CP", `${decree2025}, Điều 35 khoản 4`),
  limit("R3", "state-merit-appraisal", 30, "152/2025/NĐ-CP", `${decree2025}, Điều 35 khoản 3`),
  limit("R3", "state-high-appraisal", 40, "152/2025/NĐ-CP", `${decree2025}, Điều 35 khoản 3`),
];

/** The limit of a step on a day; null where the catalogue knows none. `rows` are the catalogue's unless given. */
export const timeLimitOn = (
  step: LimitStep,
  onDay: Day,
  rows: readonly TimeLimit[] = timeLimits,
): TimeLimit | null =>
  rowOn(
    rows.filter((row) => row.step === step),
    onDay,
  );
