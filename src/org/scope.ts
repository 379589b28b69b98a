import type { UnitKind } from "./unit.ts";

/**
 * Whom a launch reaches (phạm vi phát động): the units directly under a body or guided by it that do
 * emulation work of their own. Enforcement bodies of the provinces answer the Ministry although a
 * general department or agency stands between (Quyết định 252/QĐ-BTP, Điều 3).
 */
export const takesPart: readonly UnitKind[] = [
  "department",
  "agency",
  "general-department",
  "office",
  "inspectorate",
  "public-unit",
  "school",
  "press",
  "provincial-department",
  "enforcement-province",
  "enforcement-district",
  "enforcement-region-room",
  "room",
  "team",
  "district-justice",
  "commune-justice",
];

/** Kinds that a launch reaches through the unit between: the launcher's launch is theirs too. */
export const reachedThrough: readonly UnitKind[] = ["enforcement-province"];

/** The bodies that lead the enforcement of civil judgments for the Ministry. */
export const leadsEnforcement: readonly UnitKind[] = ["general-department", "agency"];

/** How deadlines and recipients of a launch name groups of units. */
export type Audience =
  | "ministry-unit"
  | "provincial-department"
  | "enforcement-province"
  | "enforcement-local"
  | "room"
  | "subordinate-unit"
  | "local-justice"
  | "cluster";

export const audienceNames: Readonly<Record<Audience, string>> = {
  "ministry-unit": "Đơn vị thuộc Bộ",
  "provincial-department": "Sở Tư pháp",
  "enforcement-province": "Cơ quan THADS cấp tỉnh",
  "enforcement-local": "Chi cục THADS, Phòng THADS khu vực",
  room: "Phòng chuyên môn",
  "subordinate-unit": "Đơn vị trực thuộc",
  "local-justice": "Cơ quan tư pháp cấp huyện, cấp xã",
  cluster: "Cụm, khối, khu vực thi đua",
};

/** The group a unit belongs to as seen from the body that launches. */
export function audienceOf(kind: UnitKind, launcher: UnitKind): Audience {
  switch (kind) {
    case "cluster":
      return "cluster";
    case "provincial-department":
      return "provincial-department";
    case "enforcement-province":
      return "enforcement-province";
    case "enforcement-district":
    case "enforcement-region-room":
      return "enforcement-local";
    case "district-justice":
    case "commune-justice":
      return "local-justice";
    default:
      if (launcher === "ministry") return "ministry-unit";
      return kind === "public-unit" ? "subordinate-unit" : "room";
  }
}
