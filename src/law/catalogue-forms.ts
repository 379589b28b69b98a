import {
  commendationCertificates,
  militaryOrUniversity,
  onlyMinister,
  onlyProvince,
  president,
  primeMinister,
  standingCommittee,
} from "./catalogue-deciders.ts";
import { type Entry, existsAlways, law2003, law2022, onlyR1, sinceR2 } from "./catalogue-entry.ts";
import type { FormCode, HonoraryCode, MedalCode, OrderCode } from "./codes.ts";

/** Prizes, commemorative medals, badges and certificates (giải thưởng, kỷ niệm chương, bằng khen, giấy khen). */
const form = {
  kind: "form",
  chains: ["vertical", "territorial"],
  interval: null,
  olderNames: {},
  existence: existsAlways,
  note: null,
} as const;

const everySubject = ["individual", "collective", "household"] as const;

export const otherFormEntries: Readonly<
  Record<Exclude<FormCode, OrderCode | MedalCode | HonoraryCode>, Entry>
> = {
  HO_CHI_MINH_PRIZE: {
    ...form,
    code: "HO_CHI_MINH_PRIZE",
    name: "Giải thưởng Hồ Chí Minh",
    shortName: "Giải thưởng Hồ Chí Minh",
    subjects: ["individual"],
    level: "state",
    deciders: president,
  },
  STATE_PRIZE: {
    ...form,
    code: "STATE_PRIZE",
    name: "Giải thưởng Nhà nước",
    shortName: "Giải thưởng Nhà nước",
    subjects: ["individual"],
    level: "state",
    deciders: president,
  },
  JUSTICE_COMMEMORATIVE_MEDAL: {
    ...form,
    code: "JUSTICE_COMMEMORATIVE_MEDAL",
    name: "Kỷ niệm chương “Vì sự nghiệp Tư pháp”",
    shortName: "Kỷ niệm chương",
    subjects: ["individual"],
    level: "ministry",
    deciders: onlyMinister,
    interval: {
      words: "Mỗi người chỉ được tặng một lần",
      basis: "Thông tư 06/2018/TT-BTP; Thông tư 14/2025/TT-BTP",
      verified: true,
    },
  },
  NATIONAL_ASSEMBLY_COMMEMORATIVE_MEDAL: {
    ...form,
    code: "NATIONAL_ASSEMBLY_COMMEMORATIVE_MEDAL",
    name: "Kỷ niệm chương của Ủy ban thường vụ Quốc hội",
    shortName: "Kỷ niệm chương của UBTVQH",
    subjects: ["individual"],
    level: "state",
    chains: [],
    deciders: standingCommittee,
    existence: {
      regimes: sinceR2,
      words: "Được quy định từ Luật năm 2022.",
      basis: `${law2022}, Điều 71 khoản 1`,
      verified: false,
    },
    note: "Ngoài ngành Tư pháp.",
  },
  PROVINCE_BADGE: {
    ...form,
    code: "PROVINCE_BADGE",
    name: "Huy hiệu của tỉnh, thành phố trực thuộc Trung ương",
    shortName: "Huy hiệu của tỉnh",
    subjects: ["individual"],
    level: "province",
    chains: ["territorial"],
    deciders: onlyProvince,
    existence: {
      regimes: onlyR1,
      words: "Là hình thức khen thưởng theo Luật năm 2003; Luật năm 2022 không còn.",
      basis: `${law2003}, Điều 8 khoản 5; ${law2022}, Điều 9`,
      verified: true,
    },
  },
  PM_CERTIFICATE_OF_MERIT: {
    ...form,
    code: "PM_CERTIFICATE_OF_MERIT",
    name: "Bằng khen của Thủ tướng Chính phủ",
    shortName: "Bằng khen Thủ tướng",
    subjects: everySubject,
    level: "state",
    deciders: primeMinister,
  },
  MINISTER_CERTIFICATE_OF_MERIT: {
    ...form,
    code: "MINISTER_CERTIFICATE_OF_MERIT",
    name: "Bằng khen của Bộ trưởng",
    shortName: "Bằng khen Bộ trưởng",
    subjects: everySubject,
    level: "ministry",
    deciders: onlyMinister,
  },
  PROVINCE_CERTIFICATE_OF_MERIT: {
    ...form,
    code: "PROVINCE_CERTIFICATE_OF_MERIT",
    name: "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh",
    shortName: "Bằng khen cấp tỉnh",
    subjects: everySubject,
    level: "province",
    chains: ["territorial"],
    deciders: onlyProvince,
  },
  MILITARY_REGION_CERTIFICATE_OF_MERIT: {
    ...form,
    code: "MILITARY_REGION_CERTIFICATE_OF_MERIT",
    name: "Bằng khen của quân khu, tổng cục thuộc Bộ Quốc phòng, Đại học Quốc gia",
    shortName: "Bằng khen quân khu, tổng cục, ĐHQG",
    subjects: everySubject,
    level: "ministry",
    chains: [],
    deciders: militaryOrUniversity,
    existence: {
      regimes: sinceR2,
      words: "Không có trong bảng tiền thưởng trước ngày 01/01/2024.",
      basis: "Nghị định 91/2017/NĐ-CP, Điều 69 đến Điều 74",
      verified: true,
    },
    note: "Ngoài ngành Tư pháp.",
  },
  CERTIFICATE_OF_COMMENDATION: {
    ...form,
    code: "CERTIFICATE_OF_COMMENDATION",
    name: "Giấy khen",
    shortName: "Giấy khen",
    subjects: everySubject,
    level: "grassroots",
    deciders: commendationCertificates,
    note: "Giám đốc Sở, Cục trưởng, Trưởng Thi hành án dân sự tỉnh tặng Giấy khen, không tặng Bằng khen.",
  },
};
