import type { Chain, UnitKind } from "../org/unit.ts";
import type { Day } from "../platform/day.ts";
import type { Code, SubjectKind } from "./codes.ts";
import { type RegimeCode, regimeCodes, regimeOn } from "./regimes.ts";

/** One row of the legal catalogue: what an emulation title or a form of commendation is. */
export interface Entry {
  readonly code: Code;
  /** The official name, as the law writes it now. */
  readonly name: string;
  readonly shortName: string;
  readonly kind: "title" | "form";
  readonly subjects: readonly SubjectKind[];
  readonly level: Level;
  /** Up which chains it is proposed inside the Justice sector: ngành dọc, địa phương. */
  readonly chains: readonly Exclude<Chain, "none">[];
  /** How often it may be given; null where the sources say nothing. */
  readonly interval: Cited | null;
  readonly deciders: readonly Decider[];
  /** Names that another regime used. */
  readonly olderNames: Readonly<Partial<Record<RegimeCode, string>>>;
  readonly existence: Existence;
  readonly note: string | null;
}

/** Words that rest on an article, and whether they were checked against its text. */
export interface Cited {
  readonly words: string;
  readonly basis: string;
  readonly verified: boolean;
}

/** The regimes in which the award exists, and on what the absence elsewhere rests. */
export interface Existence extends Cited {
  readonly regimes: readonly RegimeCode[];
}

/** Who decides, in which regimes and for which kinds of unit; null kinds mean every unit. */
export interface Decider extends Cited {
  readonly regimes: readonly RegimeCode[];
  readonly unitKinds: readonly UnitKind[] | null;
  readonly chain: Chain | null;
}

export type Level = "state" | "ministry" | "province" | "grassroots" | "commune";

export const levelNames: Readonly<Record<Level, string>> = {
  state: "cấp Nhà nước",
  ministry: "cấp bộ, ban, ngành",
  province: "cấp tỉnh",
  grassroots: "cấp cơ sở",
  commune: "cấp xã",
};

export const sinceR2: readonly RegimeCode[] = ["R2", "R3", "R4"];
export const sinceR3: readonly RegimeCode[] = ["R3", "R4"];
export const onlyR1: readonly RegimeCode[] = ["R1"];

export const law2022 = "Luật 06/2022/QH15";
export const law2003 = "Luật 15/2003/QH11";

export const existsAlways: Existence = {
  regimes: regimeCodes,
  words: "Có trong mọi thời kỳ của danh mục.",
  basis: `${law2003}; ${law2022}`,
  verified: true,
};

/** True when a decider's article is one that applies on the day and to that kind of unit. */
export const decides = (decider: Decider, onDay: Day, unitKind: UnitKind | null): boolean => {
  const regime = regimeOn(onDay);
  if (!regime || !decider.regimes.includes(regime.code)) return false;
  return unitKind === null || decider.unitKinds === null || decider.unitKinds.includes(unitKind);
};
