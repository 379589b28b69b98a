import type { Day } from "../platform/day.ts";
import type { Code, SubjectKind } from "./codes.ts";
import type { Basis, Grade, Scope } from "./facts.ts";
import type { RegimeCode } from "./regimes.ts";

/**
 * One dated version of what the law asks for a title or form, as data: a lawyer can read it, a hash can
 * guard it. A version that was used is never edited; a change of the law is a new version.
 */
export interface Rule {
  /** `grassroots-emulation-fighter`; with `from` it makes the id of the version. */
  readonly name: string;
  readonly code: Code;
  readonly from: Day;
  /** The first day on which it no longer holds. */
  readonly to: Day | null;
  readonly routes: readonly Route[];
  /** True when the law has more routes than the catalogue knows. */
  readonly partly?: boolean;
}

/** One way the law leaves open, and for whom; every condition of it is needed. */
export interface Route {
  readonly basis: Basis;
  readonly subjects: readonly SubjectKind[];
  readonly all: readonly Condition[];
}

export const ruleId = (rule: Rule): string => `${rule.name}@${rule.from}`;

/** [S] read in the text; [K] expert knowledge; [?] uncertain, carried as configuration. */
export type Mark = "S" | "K" | "?";

interface Named {
  readonly code: string;
  readonly basis: string;
  readonly mark: Mark;
  /** The regimes in which it is asked, where its decree is younger or older than the law of the version. */
  readonly onlyIn?: readonly RegimeCode[];
}

/** A yes-or-no fact; with `ifGiven` it is looked at only when somebody has said it. */
export interface FactCondition extends Named {
  readonly kind: "fact";
  readonly fact: "registered" | "reviewed" | "targetsExceeded" | "cleanBodies";
  readonly ifGiven: boolean;
}

/** The grade of the year; where the text only says “hoàn thành tốt”, the unit's review may stand for it. */
export interface GradeCondition extends Named {
  readonly kind: "grade";
  readonly atLeast: Grade;
  readonly reviewSuffices: boolean;
}

/** Working time in the unit; `shown: "unmet"` marks a threshold that is configuration, not text. */
export interface TenureCondition extends Named {
  readonly kind: "tenure";
  readonly months: number;
  readonly shown: "always" | "unmet";
}

/**
 * Years of service in the sector: enough for everybody from `years` on. Below that sex, post and reasons
 * for less time decide, which no fact of a case tells.
 */
export interface ServiceCondition extends Named {
  readonly kind: "service";
  readonly years: number;
  readonly words: string;
}

/** How long a collective has existed. */
export interface AgeCondition extends Named {
  readonly kind: "age";
  readonly months: number;
}

/** No measure imposed in the year (R1), or none whose time touches the year (since 152/2025). */
export interface DisciplineCondition extends Named {
  readonly kind: "discipline";
  readonly counts: "imposed" | "touching";
  readonly shown: "always" | "unmet";
}

/** Recognised initiatives of enough influence, in the year, or since the award named. */
export interface InitiativesCondition extends Named {
  readonly kind: "initiatives";
  readonly count: number;
  readonly scope: Scope;
  readonly period: Period;
  /** True when one that served a title no longer serves a form, and vice versa. */
  readonly usedOnce: boolean;
}

/** Which years count. */
export type Period =
  | { readonly kind: "last"; readonly years: number }
  /** The years of the last so many titles, up to the year of the case. */
  | { readonly kind: "titles"; readonly title: Code; readonly count: number }
  /** The unbroken run of years with that grade up to the year of the case. */
  | { readonly kind: "run"; readonly atLeast: Grade }
  /**
   * From the year after the last of these awards to the year of the case; with `first`, after the first
   * one that no year below “hoàn thành tốt” follows.
   */
  | { readonly kind: "since"; readonly awards: readonly Code[]; readonly first: boolean };

/** One title held in so many years on end, the last being the year of the case. */
export interface RunCondition extends Named {
  readonly kind: "titles-in-a-row";
  readonly title: Code;
  readonly count: number;
}

/** Two CSTĐ bộ on end, and the dossier in the year after the second. */
export interface NationalCondition extends Named {
  readonly kind: "year-after-second";
  readonly title: Code;
  readonly after: "title" | "decision";
  /** `12-31`: the last day in that year on which the dossier may come. */
  readonly until: string;
}

/** The title is held for the year, or its whole standard is met. */
export interface StandardCondition extends Named {
  readonly kind: "standard";
  readonly title: Code;
  readonly all: readonly Condition[];
}

/** One of the ways is enough. */
export interface AnyCondition extends Named {
  readonly kind: "any";
  readonly words: string;
  readonly ways: readonly (readonly Condition[])[];
}

/** The whole-number ceiling of a share: `already + 1 ≤ ⌊base × percent / 100⌋`. */
export interface QuotaCondition extends Named {
  readonly kind: "quota";
  readonly percent: number;
  readonly of: "workers" | "leaders";
}

export interface ShareCondition extends Named {
  readonly kind: "share";
  readonly part: "advancedWorkers" | "completed";
  readonly percent: number;
  /** Strictly over (trên 50 %), or at least (từ 70 %). */
  readonly strictly: boolean;
}

export interface MembersCondition extends Named {
  readonly kind: "members";
  readonly part: "grassrootsFighters" | "warnedOrWorse";
  readonly asks: "one" | "none";
}

/** Chosen by the cluster (suy tôn), and where asked the first of it. */
export interface ClusterCondition extends Named {
  readonly kind: "cluster";
  readonly leading: boolean;
}

/** Is not given in the same year as this one. */
export interface NotBesideCondition extends Named {
  readonly kind: "not-beside";
  readonly award: Code;
}

/** Holds one of these awards. */
export interface HoldsCondition extends Named {
  readonly kind: "holds";
  readonly awards: readonly Code[];
}

/** Given once in a life. */
export interface OnceCondition extends Named {
  readonly kind: "once";
}

/**
 * So many years on end with that grade (or that title held) in the period; `upTo` asks that they reach
 * the year of the case.
 */
export interface YearsCondition extends Named {
  readonly kind: "years";
  readonly count: number;
  readonly atLeast: Grade;
  readonly orTitle: Code | null;
  readonly period: Period;
  readonly upTo: boolean;
}

/** Every year of the period with that grade (or that title held). */
export interface EveryYearCondition extends Named {
  readonly kind: "every-year";
  readonly atLeast: Grade;
  readonly orTitle: Code | null;
  readonly period: Period;
  readonly shown: "always" | "unmet";
}

/** So many years of the period with that grade, not necessarily on end. */
export interface GradedYearsCondition extends Named {
  readonly kind: "graded-years";
  readonly count: number;
  readonly atLeast: Grade;
  readonly period: Period;
}

/** So many times that title in the period. */
export interface TimesCondition extends Named {
  readonly kind: "times";
  readonly title: Code;
  readonly count: number;
  readonly period: Period;
}

/** Flags and certificates of merit in the period: one of the sums is enough. */
export interface SumsCondition extends Named {
  readonly kind: "sums";
  readonly period: Period;
  readonly sums: readonly Sum[];
}

export interface Sum {
  readonly government: number;
  readonly ministry: number;
  readonly certificates: number;
  /** Only for a collective outside the subjects of the flags, which no fact of a case tells. */
  readonly onlyWithoutFlags: boolean;
}

/** In one year at most one form of the State's level (R1). */
export interface OneStateFormCondition extends Named {
  readonly kind: "one-state-form";
}

/** Kỷ niệm chương: not within a year after the end of a measure, never after dismissal. */
export interface MedalDisciplineCondition extends Named {
  readonly kind: "medal-discipline";
}

/** What the law asks but no fact of a case tells: always unknown. */
export interface UnrecordedCondition extends Named {
  readonly kind: "unrecorded";
  readonly words: string;
  readonly needs: string;
}

export type Condition =
  | FactCondition
  | GradeCondition
  | TenureCondition
  | ServiceCondition
  | AgeCondition
  | DisciplineCondition
  | InitiativesCondition
  | RunCondition
  | NationalCondition
  | StandardCondition
  | AnyCondition
  | QuotaCondition
  | ShareCondition
  | MembersCondition
  | ClusterCondition
  | NotBesideCondition
  | HoldsCondition
  | OnceCondition
  | YearsCondition
  | EveryYearCondition
  | GradedYearsCondition
  | TimesCondition
  | SumsCondition
  | OneStateFormCondition
  | MedalDisciplineCondition
  | UnrecordedCondition;
