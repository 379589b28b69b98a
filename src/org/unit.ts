import type { Validity } from "../platform/day.ts";

/**
 * A unit (đơn vị) of the sector or around it: it has a kind, and over time a name, a code and a place in
 * the tree. What it is called and whom it answers may change while it stays the same unit.
 */
export interface Unit extends UnitTraits {
  readonly id: number;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly code: string;
  /** Two-digit code of the province, for a unit that belongs to one. */
  readonly province: string | null;
  readonly parent: number | null;
  readonly guidedBy: number | null;
  readonly validity: Validity;
}

export interface UnitTraits {
  /** Up which chain its commendations go: the sector's own, the province's, or none. */
  readonly chain: Chain;
  readonly legalPersonality: boolean;
  /** Tập thể nhỏ: a room or team inside a unit. */
  readonly smallCollective: boolean;
  /** False for bodies that papers name and reach but nobody signs in for. */
  readonly hasAccounts: boolean;
}

export type Chain = "vertical" | "territorial" | "none";

export const chainNames: Readonly<Record<Chain, string>> = {
  vertical: "Ngành dọc (Bộ Tư pháp)",
  territorial: "Địa phương (Ủy ban nhân dân cấp tỉnh)",
  none: "Không theo dõi thi đua trong hệ thống",
};

export const unitKindNames = {
  ministry: "Bộ",
  department: "Vụ",
  agency: "Cục",
  "general-department": "Tổng cục",
  office: "Văn phòng",
  inspectorate: "Thanh tra",
  "public-unit": "Đơn vị sự nghiệp công lập",
  school: "Cơ sở đào tạo",
  press: "Cơ quan báo chí, xuất bản",
  "provincial-department": "Sở Tư pháp",
  "enforcement-province": "Cơ quan thi hành án dân sự cấp tỉnh",
  "enforcement-district": "Chi cục Thi hành án dân sự",
  "enforcement-region-room": "Phòng Thi hành án dân sự khu vực",
  room: "Phòng",
  team: "Tổ, đội",
  "district-justice": "Phòng Tư pháp cấp huyện",
  "commune-justice": "Tư pháp cấp xã",
  "people-committee": "Ủy ban nhân dân",
  "party-committee": "Cấp ủy Đảng",
  "trade-union": "Công đoàn",
  "youth-union": "Đoàn Thanh niên",
  "home-affairs-department": "Sở Nội vụ",
  "council-body": "Hội đồng",
  "central-body": "Cơ quan trung ương",
  "central-cluster": "Khối thi đua của Trung ương",
  cluster: "Cụm, khối, khu vực thi đua",
} as const;

export type UnitKind = keyof typeof unitKindNames;

export const unitKinds = Object.keys(unitKindNames) as readonly UnitKind[];

export const isUnitKind = (text: string): text is UnitKind => text in unitKindNames;

const sector: UnitTraits = {
  chain: "vertical",
  legalPersonality: true,
  smallCollective: false,
  hasAccounts: true,
};
const local: UnitTraits = { ...sector, chain: "territorial" };
const inside: UnitTraits = { ...sector, legalPersonality: false, smallCollective: true };
const outside: UnitTraits = { ...sector, chain: "none", hasAccounts: false };

/** What a unit of that kind usually is; a person may set it otherwise when adding one. */
export const usualTraits: Readonly<Record<UnitKind, UnitTraits>> = {
  ministry: sector,
  department: { ...sector, legalPersonality: false },
  agency: sector,
  "general-department": sector,
  office: { ...sector, legalPersonality: false },
  inspectorate: { ...sector, legalPersonality: false },
  "public-unit": sector,
  school: sector,
  press: sector,
  "provincial-department": local,
  "enforcement-province": sector,
  "enforcement-district": sector,
  "enforcement-region-room": { ...sector, legalPersonality: false },
  room: inside,
  team: inside,
  "district-justice": { ...local, legalPersonality: false },
  "commune-justice": { ...local, legalPersonality: false, smallCollective: true },
  "people-committee": outside,
  "party-committee": outside,
  "trade-union": outside,
  "youth-union": outside,
  "home-affairs-department": outside,
  "council-body": { ...outside, legalPersonality: false },
  "central-body": outside,
  "central-cluster": { ...outside, legalPersonality: false },
  cluster: { ...sector, chain: "none", legalPersonality: false },
};

/** Kinds that no people are counted in and that are left out of the tree of bodies. */
export const isGrouping = (kind: UnitKind): boolean =>
  kind === "cluster" || kind === "central-cluster" || kind === "council-body";
