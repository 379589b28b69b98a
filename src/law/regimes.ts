import { covers, type Day, day, type Validity } from "../platform/day.ts";

/**
 * The four regimes of emulation law the product knows, one for each stretch of days on which the same
 * statute and decree rule. A rule or a number names the regimes it belongs to.
 */
export const regimeCodes = ["R1", "R2", "R3", "R4"] as const;
export type RegimeCode = (typeof regimeCodes)[number];

export interface Regime extends Validity {
  readonly code: RegimeCode;
  readonly from: Day;
  readonly statute: string;
  readonly decree: string;
  readonly words: string;
  /** The day on which the decree is known to lapse; nothing seen yet says what follows. */
  readonly knownExpiry: Day | null;
  /** What runs across the border from the regime before. */
  readonly transition: { readonly words: string; readonly basis: string } | null;
}

export const regimes: Readonly<Record<RegimeCode, Regime>> = {
  R1: {
    code: "R1",
    from: day("2017-10-01"),
    to: day("2024-01-01"),
    statute: "Luật Thi đua, khen thưởng 15/2003/QH11 (sửa đổi năm 2005, 2009, 2013)",
    decree: "91/2017/NĐ-CP",
    words: "Luật năm 2003 và Nghị định 91/2017/NĐ-CP",
    knownExpiry: null,
    transition: null,
  },
  R2: {
    code: "R2",
    from: day("2024-01-01"),
    to: day("2025-07-01"),
    statute: "Luật Thi đua, khen thưởng 06/2022/QH15",
    decree: "98/2023/NĐ-CP",
    words: "Luật năm 2022 và Nghị định 98/2023/NĐ-CP",
    knownExpiry: null,
    transition: {
      words: "Danh hiệu, hình thức đã nhận theo luật trước vẫn được công nhận.",
      basis: "Luật 06/2022/QH15, Điều 95",
    },
  },
  R3: {
    code: "R3",
    from: day("2025-07-01"),
    to: day("2026-10-01"),
    statute: "Luật Thi đua, khen thưởng 06/2022/QH15",
    decree: "152/2025/NĐ-CP",
    words: "Luật năm 2022 và Nghị định 152/2025/NĐ-CP",
    knownExpiry: null,
    transition: {
      words:
        "Hồ sơ đã gửi Bộ Nội vụ hoặc cơ quan có thẩm quyền tiếp nhận trước ngày 01/07/2025 được thẩm định, trình, quyết định theo Nghị định 98/2023/NĐ-CP.",
      basis: "Nghị định 152/2025/NĐ-CP, Điều 60 khoản 3",
    },
  },
  R4: {
    code: "R4",
    from: day("2026-10-01"),
    to: null,
    statute: "Luật Thi đua, khen thưởng 06/2022/QH15, sửa đổi bởi Luật 06/2026/QH16",
    decree: "152/2025/NĐ-CP",
    words: "Luật năm 2022 được sửa đổi bởi Luật 06/2026/QH16 và Nghị định 152/2025/NĐ-CP",
    knownExpiry: day("2027-03-01"),
    transition: {
      words:
        "Hồ sơ cơ quan thẩm định nhận trước ngày 01/10/2026 giải quyết theo quy định cũ, nhưng được xét theo quy định mới nếu có lợi hơn.",
      basis: "Luật 06/2026/QH16, Điều 4 khoản 4",
    },
  },
};

const firstDay = regimes.R1.from;

/** The regime in force on a day; null before 01/10/2017, since nothing older is in the catalogue. */
export function regimeOn(onDay: Day): Regime | null {
  if (onDay < firstDay) return null;
  return regimeCodes.map((code) => regimes[code]).find((regime) => covers(regime, onDay)) ?? null;
}

/** True from the day the regime's decree is known to lapse: every answer is then only provisional. */
export const beyondKnownExpiry = (regime: Regime, onDay: Day): boolean =>
  regime.knownExpiry !== null && onDay >= regime.knownExpiry;

export const beforeFirstRegime =
  "Chưa có quy định nào trong danh mục áp dụng cho ngày trước 01/10/2017 (ngày Nghị định 91/2017/NĐ-CP có hiệu lực).";

/** How the newer regime displaces parts of a decree that goes on (R3 → R4). */
export const overlap = {
  decree: "152/2025/NĐ-CP",
  from: day("2026-10-01"),
  to: day("2027-03-01"),
  words:
    "Nghị định 152/2025/NĐ-CP còn áp dụng đến ngày 01/03/2027; quy định của Luật 06/2026/QH16 về thẩm quyền, trình tự, thủ tục được áp dụng thay cho điều tương ứng từ ngày 01/10/2026.",
  basis: "Nghị định 152/2025/NĐ-CP, Điều 60 khoản 1",
} as const;
