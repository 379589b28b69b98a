import type { UnitKind } from "../org/unit.ts";
import { type Decider, law2003, law2022, onlyR1, sinceR2, sinceR3 } from "./catalogue-entry.ts";
import type { RegimeCode } from "./regimes.ts";

/** Who decides which award: the competence rules of the law, shared by the rows of the catalogue. */
const everyUnit = { unitKinds: null, chain: null } as const;

const untilDistrictsEnded: readonly RegimeCode[] = ["R1", "R2"];

const circular = "Thông tư 05/2018/TT-BTP";

/** Kinds of unit that carry legal personality (tư cách pháp nhân) inside the Ministry. */
const withPersonality: readonly UnitKind[] = [
  "general-department",
  "agency",
  "public-unit",
  "school",
  "press",
];
const withoutPersonality: readonly UnitKind[] = ["department", "office", "inspectorate"];
const enforcement: readonly UnitKind[] = ["enforcement-province", "enforcement-district"];
const enforcementAfter2025: readonly UnitKind[] = ["enforcement-province"];
const localCommittees: readonly UnitKind[] = ["commune-justice", "people-committee"];

const rule = (
  regimes: readonly RegimeCode[],
  words: string,
  basis: string,
  where: Partial<Pick<Decider, "unitKinds" | "chain">> = {},
  verified = true,
): Decider => ({ ...everyUnit, ...where, regimes, words, basis, verified });

/** Chủ tịch nước. */
export const president: readonly Decider[] = [
  rule(onlyR1, "Chủ tịch nước quyết định theo đề nghị của Thủ tướng Chính phủ", `${law2003}, Điều 77`),
  rule(sinceR2, "Chủ tịch nước quyết định theo đề nghị của Thủ tướng Chính phủ", `${law2022}, Điều 77`),
];

/** Thủ tướng Chính phủ. */
export const primeMinister: readonly Decider[] = [
  rule(onlyR1, "Thủ tướng Chính phủ quyết định", `${law2003}, Điều 78`),
  rule(sinceR2, "Thủ tướng Chính phủ quyết định theo trình của Bộ Nội vụ", `${law2022}, Điều 78 khoản 2`),
];

/** Cờ thi đua của Chính phủ. */
export const government: readonly Decider[] = [
  rule(onlyR1, "Chính phủ quyết định, giao Thủ tướng Chính phủ", "Nghị định 91/2017/NĐ-CP, Điều 51 khoản 2"),
  rule(["R2"], "Chính phủ quyết định", `${law2022}, Điều 78 khoản 1`),
  rule(
    sinceR3,
    "Chính phủ quyết định, giao Thủ tướng Chính phủ",
    `${law2022}, Điều 78 khoản 1; Nghị định 152/2025/NĐ-CP, Điều 37 khoản 1`,
  ),
];

const minister: readonly Decider[] = [
  rule(onlyR1, "Bộ trưởng quyết định", `${law2003}, Điều 79`, { chain: "vertical" }),
  rule(sinceR2, "Bộ trưởng quyết định", `${law2022}, Điều 79 khoản 2`, { chain: "vertical" }),
];

/** Bộ trưởng, within the Ministry's own field. */
export const onlyMinister = minister;

/** Chủ tịch Ủy ban nhân dân cấp tỉnh, within the province. */
export const onlyProvince: readonly Decider[] = [
  rule(onlyR1, "Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định", `${law2003}, Điều 79`, {
    chain: "territorial",
  }),
  rule(sinceR2, "Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định", `${law2022}, Điều 79 khoản 4`, {
    chain: "territorial",
  }),
];

/** Bộ trưởng up the sector's chain, Chủ tịch Ủy ban nhân dân cấp tỉnh up the territorial one. */
export const ministryOrProvince: readonly Decider[] = [...minister, ...onlyProvince];

/** CSTĐ cơ sở, LĐTT, Tập thể LĐTT: the basic titles. */
export const basicTitles: readonly Decider[] = [
  rule(
    onlyR1,
    "Thủ trưởng đơn vị thuộc Bộ có tư cách pháp nhân quyết định; người đứng đầu đơn vị do Bộ trưởng quyết định",
    `${circular}, Điều 24 khoản 2 và Điều 25 khoản 2`,
    { unitKinds: withPersonality, chain: "vertical" },
  ),
  rule(
    onlyR1,
    "Thủ trưởng đơn vị không có tư cách pháp nhân ký thừa lệnh Bộ trưởng, đóng dấu của Bộ, sau khi Bộ trưởng phê duyệt",
    `${circular}, Điều 24 khoản 2 và Điều 25 khoản 2`,
    { unitKinds: withoutPersonality, chain: "vertical" },
  ),
  rule(
    onlyR1,
    "Cục trưởng Cục Thi hành án dân sự quyết định; Cục trưởng, Phó Cục trưởng do Tổng cục trưởng quyết định",
    `${circular}, Điều 24 khoản 2 và Điều 25 khoản 2`,
    { unitKinds: enforcement, chain: "vertical" },
  ),
  rule(onlyR1, "Giám đốc Sở Tư pháp quyết định", `${circular}, Điều 24 khoản 2 và Điều 25 khoản 2`, {
    unitKinds: ["provincial-department"],
    chain: "territorial",
  }),
  rule(
    sinceR2,
    "Người đứng đầu cơ quan, đơn vị có tư cách pháp nhân thuộc Bộ quyết định",
    `${law2022}, Điều 80 khoản 1`,
    { unitKinds: [...withPersonality, ...enforcementAfter2025], chain: "vertical" },
  ),
  rule(
    ["R2"],
    "Người đứng đầu Chi cục Thi hành án dân sự có tư cách pháp nhân quyết định",
    `${law2022}, Điều 80 khoản 1`,
    { unitKinds: ["enforcement-district"], chain: "vertical" },
    false,
  ),
  rule(
    sinceR2,
    "Bộ trưởng quyết định đối với đơn vị không có tư cách pháp nhân; có thể ủy quyền cho Thủ trưởng đơn vị",
    `${law2022}, Điều 79 khoản 3`,
    { unitKinds: [...withoutPersonality, "enforcement-region-room"], chain: "vertical" },
  ),
  rule(sinceR2, "Giám đốc Sở quyết định", `${law2022}, Điều 80 khoản 1`, {
    unitKinds: ["provincial-department"],
    chain: "territorial",
  }),
  rule(
    onlyR1,
    "Chủ tịch Ủy ban nhân dân cấp huyện quyết định",
    `${law2003}, Điều 80`,
    { unitKinds: ["district-justice", ...localCommittees], chain: "territorial" },
    false,
  ),
  rule(["R2"], "Chủ tịch Ủy ban nhân dân cấp huyện quyết định (đến ngày 30/06/2025)", `${law2022}, Điều 80`, {
    unitKinds: ["district-justice", ...localCommittees],
    chain: "territorial",
  }),
  rule(
    sinceR3,
    "Chủ tịch Ủy ban nhân dân cấp xã quyết định (từ ngày 01/07/2025)",
    `${law2022}, Điều 80; Nghị định 129/2025/NĐ-CP, Điều 59`,
    { unitKinds: localCommittees, chain: "territorial" },
  ),
];

const communeChairForWorkers: Decider = rule(
  untilDistrictsEnded,
  "Chủ tịch Ủy ban nhân dân cấp xã quyết định danh hiệu Lao động tiên tiến của cấp mình",
  `${law2022}, Điều 80 khoản 3`,
  { unitKinds: localCommittees, chain: "territorial" },
);

/** LĐTT: the commune's chair always had it. */
export const advancedWorkers: readonly Decider[] = [...basicTitles, communeChairForWorkers];

/** Tập thể LĐTT: in R1 a ministry unit itself by the Minister, a Cục THADS by the Tổng cục trưởng. */
export const advancedCollectives: readonly Decider[] = [
  rule(
    onlyR1,
    "Bộ trưởng quyết định đối với chính đơn vị thuộc Bộ; Tổng cục trưởng quyết định đối với Cục Thi hành án dân sự",
    `${circular}, Điều 24 khoản 2 và Điều 25 khoản 2 điểm c`,
    { unitKinds: [...withPersonality, ...withoutPersonality, "enforcement-province"], chain: "vertical" },
  ),
  ...basicTitles,
];

/** Giấy khen: heads of bodies with legal personality, so Giám đốc Sở and Cục trưởng, never Bằng khen. */
export const commendationCertificates: readonly Decider[] = [
  rule(
    onlyR1,
    "Thủ trưởng đơn vị thuộc Bộ quyết định, kể cả đơn vị không có tư cách pháp nhân",
    `${circular}, Điều 25 khoản 2 điểm b`,
    { unitKinds: [...withPersonality, ...withoutPersonality, ...enforcement], chain: "vertical" },
  ),
  rule(
    sinceR2,
    "Người đứng đầu cơ quan, đơn vị có tư cách pháp nhân thuộc và trực thuộc Bộ quyết định",
    `${law2022}, Điều 75 khoản 1`,
    { unitKinds: [...withPersonality, ...enforcement], chain: "vertical" },
  ),
  rule(
    onlyR1,
    "Giám đốc Sở quyết định",
    `${law2003}, Điều 80`,
    { unitKinds: ["provincial-department"], chain: "territorial" },
    false,
  ),
  rule(sinceR2, "Giám đốc Sở quyết định", `${law2022}, Điều 75 khoản 1`, {
    unitKinds: ["provincial-department"],
    chain: "territorial",
  }),
  rule(
    onlyR1,
    "Chủ tịch Ủy ban nhân dân cấp huyện, Chủ tịch Ủy ban nhân dân cấp xã quyết định",
    `${law2003}, Điều 80`,
    { unitKinds: ["district-justice", ...localCommittees], chain: "territorial" },
    false,
  ),
  rule(
    ["R2"],
    "Chủ tịch Ủy ban nhân dân cấp huyện, Chủ tịch Ủy ban nhân dân cấp xã quyết định",
    `${law2022}, Điều 75 khoản 1`,
    { unitKinds: ["district-justice", ...localCommittees], chain: "territorial" },
  ),
  rule(
    sinceR3,
    "Chủ tịch Ủy ban nhân dân cấp xã quyết định",
    `${law2022}, Điều 75 khoản 1; Nghị định 129/2025/NĐ-CP, Điều 59`,
    { unitKinds: localCommittees, chain: "territorial" },
  ),
];

/** Thôn, tổ dân phố văn hóa; Gia đình văn hóa. */
export const communeChair: readonly Decider[] = [
  rule(
    untilDistrictsEnded,
    "Chủ tịch Ủy ban nhân dân có thẩm quyền theo từng thời kỳ quyết định",
    "Luật Thi đua, khen thưởng",
    {},
    false,
  ),
  rule(sinceR3, "Chủ tịch Ủy ban nhân dân cấp xã quyết định", "Nghị định 129/2025/NĐ-CP, Điều 59", {
    chain: "territorial",
  }),
];

/** Ủy ban thường vụ Quốc hội. */
export const standingCommittee: readonly Decider[] = [
  rule(sinceR2, "Ủy ban thường vụ Quốc hội quyết định", `${law2022}, Điều 71 khoản 1 và Điều 79 khoản 1`),
];

/** Quân khu, tổng cục thuộc Bộ Quốc phòng, Đại học Quốc gia: outside the Justice sector. */
export const militaryOrUniversity: readonly Decider[] = [
  rule(
    sinceR2,
    "Tư lệnh quân khu, Thủ trưởng tổng cục và tương đương thuộc Bộ Quốc phòng, Giám đốc Đại học Quốc gia quyết định",
    `${law2022}, Điều 79`,
    {},
    false,
  ),
];
