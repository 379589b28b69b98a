import type { Day } from "../platform/day.ts";
import type { Code, SubjectKind } from "./codes.ts";

/**
 * What is asked of the law and what is known: one case (trường hợp). Every fact may be left out; what
 * nobody has said stays undefined and makes a condition unknown, never unmet.
 */
export interface Case {
  readonly ask: Code;
  readonly for: SubjectKind;
  /** The route claimed; achievements of another route do not count for it. */
  readonly basis: Basis;
  /** The year of the achievement (năm xét tặng). */
  readonly year: number;
  /** The day on which the appraising authority received the dossier; it picks the regime. */
  readonly receivedOn: Day;
  /** Asks for the newer text where it is better (Luật 06/2026/QH16, Điều 4 khoản 4). */
  readonly moreFavourable: boolean;
  readonly facts: Facts;
}

export const bases = ["merit", "movement", "unexpected", "contribution"] as const;
export type Basis = (typeof bases)[number];

export const basisNames: Readonly<Record<Basis, string>> = {
  merit: "theo công trạng",
  movement: "theo phong trào thi đua",
  unexpected: "theo thành tích đột xuất",
  contribution: "theo quá trình cống hiến",
};

export interface Facts {
  readonly grades?: Readonly<Record<number, Grade>> | undefined;
  readonly honours?: readonly Honour[] | undefined;
  readonly initiatives?: readonly Initiative[] | undefined;
  readonly initiativesUnknown?: boolean | undefined;
  readonly discipline?: readonly Discipline[] | undefined;
  readonly pending?: readonly Pending[] | undefined;
  readonly tenureMonths?: number | undefined;
  readonly absence?: Absence | undefined;
  readonly quota?: Quota | undefined;
  readonly members?: Members | undefined;
  readonly cluster?: ClusterVote | undefined;
  readonly registered?: boolean | undefined;
  readonly reviewed?: boolean | undefined;
  readonly targetsExceeded?: boolean | undefined;
  readonly cleanBodies?: boolean | undefined;
  readonly existsMonths?: number | undefined;
}

/** From worst to best: không hoàn thành, hoàn thành, hoàn thành tốt, hoàn thành xuất sắc nhiệm vụ. */
export const grades = ["notCompleted", "completed", "good", "excellent"] as const;
export type Grade = (typeof grades)[number];

export const gradeNames: Readonly<Record<Grade, string>> = {
  notCompleted: "không hoàn thành nhiệm vụ",
  completed: "hoàn thành nhiệm vụ",
  good: "hoàn thành tốt nhiệm vụ",
  excellent: "hoàn thành xuất sắc nhiệm vụ",
};

export const reaches = (grade: Grade, floor: Grade): boolean =>
  grades.indexOf(grade) >= grades.indexOf(floor);

/** A title or form held before this case; `year` is the year of the achievement. */
export interface Honour {
  readonly code: Code;
  readonly year?: number | undefined;
  readonly decidedOn?: Day | undefined;
}

export const scopes = ["grassroots", "ministry", "national"] as const;
export type Scope = (typeof scopes)[number];

export const scopeNames: Readonly<Record<Scope, string>> = {
  grassroots: "cơ sở",
  ministry: "bộ, ban, ngành, tỉnh",
  national: "toàn quốc",
};

/** Sáng kiến, or scientific work that was accepted. */
export interface Initiative {
  readonly id: string;
  readonly year?: number | undefined;
  readonly scope?: Scope | undefined;
  readonly recognised?: boolean | undefined;
  /** The titles and forms it has already served. */
  readonly usedFor?: readonly Code[] | undefined;
}

export const disciplineForms = ["reprimand", "warning", "demotion", "dismissal"] as const;
export type DisciplineForm = (typeof disciplineForms)[number];

/** A disciplinary measure and the time it lasts, `to` being the first day free of it. */
export interface Discipline {
  readonly form: DisciplineForm;
  readonly from: Day;
  readonly to?: Day | undefined;
}

export const pendingMatters = ["disciplineReview", "investigation", "complaint", "press"] as const;
export type Pending = (typeof pendingMatters)[number];

export interface Absence {
  readonly days?: number | undefined;
  readonly reason?: string | undefined;
}

export interface Quota {
  readonly base?: number | undefined;
  readonly already?: number | undefined;
}

export interface Members {
  readonly total?: number | undefined;
  readonly completed?: number | undefined;
  readonly advancedWorkers?: number | undefined;
  readonly grassrootsFighters?: number | undefined;
  readonly warnedOrWorse?: number | undefined;
  readonly women?: number | undefined;
}

export interface ClusterVote {
  readonly voted?: boolean | undefined;
  readonly rank?: number | undefined;
}
