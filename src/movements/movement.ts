import type { Audience } from "../org/scope.ts";
import type { UnitKind } from "../org/unit.ts";
import type { Day, Instant } from "../platform/day.ts";
import type { MovementDeadline } from "./deadlines.ts";
import type { MovementState } from "./life.ts";

/**
 * An emulation movement (phong trào thi đua): launched by somebody competent, with a goal, scope, subjects,
 * contents, criteria, time, plan and measures (Luật 06/2022/QH15, Điều 16 to 18). It reaches the units in its
 * scope once it is issued; registrations, pledges and reviews answer it.
 */
export interface Movement extends MovementHead, MovementTexts {
  /** Other spellings it is known under; each leads to this id. */
  readonly spellings: readonly string[];
  readonly scope: ScopeRule;
  readonly occasions: readonly Stated[];
  readonly grounds: readonly Stated[];
  readonly recipients: readonly Recipient[];
  readonly contents: readonly Content[];
  readonly targets: readonly Target[];
  readonly phases: readonly Phase[];
  readonly deadlines: readonly MovementDeadline[];
  readonly duties: readonly Duty[];
  readonly documents: readonly MovementDocument[];
  readonly links: readonly MovementLink[];
}

/** What lists show and what rights are decided on. */
export interface MovementHead {
  readonly id: number;
  readonly kind: MovementKind;
  readonly level: Level;
  readonly launcher: Launcher;
  /** Unit whose officer drafted it. */
  readonly draftedIn: number | null;
  /** The launcher and the bodies without legal personality that act for it: its standing body, its office. */
  readonly bodies: readonly number[];
  readonly name: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly theme: string | null;
  readonly state: MovementState;
  readonly onPortal: boolean;
  readonly version: number;
  readonly madeAt: Instant;
  readonly issuedAt: Instant | null;
}

export interface Launcher {
  readonly id: number;
  readonly name: string;
  readonly kind: UnitKind;
}

/** The parts of a launch that are text. */
export interface MovementTexts {
  readonly motto: string | null;
  readonly goal: string | null;
  readonly requirements: string | null;
  readonly scopeWords: string | null;
  readonly subjects: string | null;
  readonly criteria: string | null;
  readonly expectedCommendation: string | null;
  readonly funding: string | null;
  readonly solutions: string | null;
}

/** Theo Luật 06/2022/QH15, Điều 16; “theo đợt” is the word of the law of 2003, Điều 15. */
export type MovementKind = "regular" | "campaign" | "thematic";

export const kindNames: Readonly<Record<MovementKind, string>> = {
  regular: "Thường xuyên",
  campaign: "Theo đợt",
  thematic: "Theo chuyên đề",
};

export const kinds = Object.keys(kindNames) as readonly MovementKind[];

export type Level = "national" | "ministry" | "province" | "cluster" | "unit";

export const levelNames: Readonly<Record<Level, string>> = {
  national: "cả nước",
  ministry: "cấp Bộ",
  province: "cấp tỉnh",
  cluster: "cụm, khối thi đua",
  unit: "cơ quan, đơn vị",
};

export const levels = Object.keys(levelNames) as readonly Level[];

/** The level on which a body of that kind launches (Luật 06/2022/QH15, Điều 16 khoản 2, Điều 18). */
export const levelOf = (kind: UnitKind): Level => {
  if (kind === "ministry") return "ministry";
  if (kind === "people-committee") return "province";
  if (kind === "cluster" || kind === "central-cluster") return "cluster";
  if (kind === "central-body" || kind === "council-body") return "national";
  return "unit";
};

/** Whom a launch reaches: groups as seen from the launcher, with units added or left out by name. */
export interface ScopeRule {
  readonly groups: readonly Audience[];
  readonly named: readonly number[];
  readonly excluded: readonly number[];
}

/** A text with the line of the paper it came from; null where it was written here. */
export interface Stated {
  readonly words: string;
  readonly line: number | null;
}

/** Nơi nhận. */
export interface Recipient {
  readonly name: string;
  readonly purpose: string | null;
}

export interface Content {
  readonly label: string;
  readonly level: number;
  readonly heading: string;
  /** Who answers for it, as written. */
  readonly responsible: string;
  readonly units: readonly number[];
  readonly line: number | null;
}

export interface Target {
  readonly id: number;
  readonly words: string;
  /** How it is measured. */
  readonly measure: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  /** What the share is taken of, or what the value is compared with. */
  readonly base: string | null;
  readonly line: number | null;
}

/** A peak phase (đợt thi đua cao điểm); `to` is its last day. */
export interface Phase {
  readonly name: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly fromWording: string | null;
  readonly toWording: string | null;
  readonly line: number | null;
}

export interface Duty {
  readonly who: string;
  readonly what: string;
  readonly line: number | null;
}

export interface MovementDocument {
  readonly id: number;
  readonly kind: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuerName: string | null;
  readonly place: string | null;
  readonly issuedOn: Day | null;
  readonly title: string | null;
  readonly signatory: {
    readonly capacity: string | null;
    readonly role: string | null;
    readonly name: string | null;
  };
  readonly file: string | null;
  readonly fileName: string | null;
}

export type LinkKind = "parent" | "related" | "continues";

export interface MovementLink {
  readonly kind: LinkKind;
  readonly other: number;
  readonly name: string;
}

/** `252/QĐ-BTP`; null while the paper bears no number. */
export const writeSymbol = (paper: { number: string | null; symbol: string | null }): string | null => {
  if (paper.number === null) return null;
  return paper.symbol === null ? paper.number : `${paper.number}/${paper.symbol}`;
};

/** The paper that launches: the decision where there is one, else the first that bears a number. */
export const launchPaperOf = (movement: Pick<Movement, "documents">): MovementDocument | null =>
  movement.documents.find((paper) => paper.kind === "QUYET_DINH") ??
  movement.documents.find((paper) => paper.number !== null) ??
  movement.documents[0] ??
  null;

/** “năm 2021”, “giai đoạn 2021-2025”. */
export const writeYears = (movement: Pick<MovementHead, "fromYear" | "toYear">): string =>
  movement.fromYear === movement.toYear
    ? `năm ${movement.fromYear}`
    : `giai đoạn ${movement.fromYear}-${movement.toYear}`;
