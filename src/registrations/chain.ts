import type { Code } from "../law/codes.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";

/**
 * Two chains run side by side (trình theo ngành dọc, trình theo địa phương). Ministry units and enforcement
 * bodies go up the sector's own; a Sở Tư pháp goes up its province's, and to the sector only for the
 * sector's flag and the Minister's Bằng khen and Kỷ niệm chương.
 */
export type LineChain = "vertical" | "territorial";

export const lineChainNames: Readonly<Record<LineChain, string>> = {
  vertical: "Trình Bộ Tư pháp",
  territorial: "Trình Ủy ban nhân dân cấp tỉnh",
};

export interface Route {
  readonly chain: LineChain;
  readonly sentence: string;
  readonly basis: string;
}

/** What the chain is worked out from: whether the unit stands in a province's own administration. */
export interface RegisteringUnit {
  readonly name: string;
  readonly territorial: boolean;
  /** A Sở Tư pháp itself, not a room of it. */
  readonly isDepartmentOfJustice: boolean;
}

const toTheSector: ReadonlySet<Code> = new Set([
  "MINISTRY_EMULATION_FLAG",
  "MINISTER_CERTIFICATE_OF_MERIT",
  "JUSTICE_COMMEMORATIVE_MEDAL",
]);

const ofTheProvince: ReadonlySet<Code> = new Set([
  "PROVINCE_EMULATION_FLAG",
  "PROVINCE_CERTIFICATE_OF_MERIT",
  "PROVINCE_BADGE",
]);

const ofOthers: ReadonlySet<Code> = new Set([
  "EXEMPLARY_COMMUNE",
  "CULTURAL_VILLAGE",
  "CULTURAL_FAMILY",
  "MILITARY_REGION_FLAG",
  "MILITARY_REGION_CERTIFICATE_OF_MERIT",
  "NATIONAL_ASSEMBLY_COMMEMORATIVE_MEDAL",
]);

/** The circular on the sector's emulation that rules a year. */
export const sectorBasis = (year: number): string =>
  year < 2024 ? "Thông tư 05/2018/TT-BTP, Điều 2, Điều 3, điểm g khoản 1 Điều 25" : "Thông tư 11/2023/TT-BTP";

/** Up which chain a title or form of this unit goes, or why it cannot be registered here. */
export function routeOf(code: Code, unit: RegisteringUnit, year: number): Route | Refusal {
  const basis = sectorBasis(year);
  if (ofOthers.has(code))
    return refuse(
      "not-of-the-sector",
      "Danh hiệu, hình thức này do cơ quan ngoài ngành Tư pháp xét nên không đăng ký tại đây.",
      { field: "title", basis },
    );
  return unit.territorial ? territorialRoute(code, unit, basis) : sectorRoute(code, basis);
}

function sectorRoute(code: Code, basis: string): Route | Refusal {
  if (ofTheProvince.has(code))
    return refuse(
      "province-title-of-sector-unit",
      "Đơn vị thuộc Bộ và cơ quan thi hành án dân sự đăng ký theo ngành dọc; danh hiệu, hình thức của tỉnh do địa phương xét, không đăng ký tại đây.",
      { field: "title", basis },
    );
  return {
    chain: "vertical",
    sentence: "Đơn vị thuộc Bộ và cơ quan thi hành án dân sự trình theo ngành dọc.",
    basis,
  };
}

function territorialRoute(code: Code, unit: RegisteringUnit, basis: string): Route | Refusal {
  if (code === "MINISTRY_EMULATION_FLAG" && !unit.isDepartmentOfJustice)
    return refuse(
      "sector-flag-of-a-room",
      "Cờ thi đua ngành Tư pháp chỉ xét cho Sở Tư pháp, không xét cho phòng, đơn vị thuộc Sở.",
      { field: "title", basis },
    );
  if (toTheSector.has(code))
    return {
      chain: "vertical",
      sentence: "Sở Tư pháp trình Bộ Tư pháp Cờ thi đua ngành, Bằng khen và Kỷ niệm chương của Bộ trưởng.",
      basis,
    };
  return {
    chain: "territorial",
    sentence:
      "Công chức, viên chức, tập thể của Sở Tư pháp nhận danh hiệu, hình thức này từ tỉnh, thành phố.",
    basis,
  };
}
