import type { Day } from "../platform/day.ts";

/** What the reader takes the text to be. */
export type Nature = "official-document" | "speech" | "news-article" | "web-page" | "unknown";

export type DocumentKind =
  | "KE_HOACH"
  | "HUONG_DAN"
  | "CONG_VAN"
  | "TO_TRINH"
  | "BAO_CAO"
  | "THONG_BAO"
  | "CHI_THI"
  | "NGHI_QUYET"
  | "QUYET_DINH"
  | "PHAT_DONG"
  | "KHAC";

/**
 * A reading (bản đọc) of a launch document: what stood there, line by line, and what a person must look at.
 * It proposes; only a person makes a movement of it.
 */
export interface PlanReading {
  readonly nature: Nature;
  /** One or two: a decision and the plan it issues; none for a news item without a number. */
  readonly documents: readonly PlanDocument[];
  readonly movement: PlanMovement;
  readonly contents: readonly ContentHeading[];
  readonly phases: readonly PlanPhase[];
  readonly deadlines: readonly PlanDeadline[];
  readonly targets: readonly PlanTarget[];
  readonly movementsMentioned: readonly MentionedMovement[];
  readonly duties: readonly PlanDuty[];
  readonly findings: readonly PlanFinding[];
}

export interface PlanDocument {
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuer: string | null;
  /** Worked out from the symbol, not read. */
  readonly issuerDerived: boolean;
  readonly place: string | null;
  readonly issuedOn: Day | null;
  readonly title: string | null;
  readonly grounds: readonly string[];
  readonly recipients: readonly Recipient[];
  readonly signatory: Signatory;
  /** The line each field rests on; null where the field was not read. Not part of the printed JSON. */
  readonly lines: DocumentLines;
}

export interface Recipient {
  readonly name: string;
  readonly purpose: string | null;
}

export interface Signatory {
  readonly capacity: string | null;
  readonly role: string | null;
  readonly name: string | null;
}

export interface DocumentLines {
  readonly kind: number | null;
  readonly number: number | null;
  readonly issuer: number | null;
  readonly issuedOn: number | null;
  readonly title: number | null;
  /** One for each ground. */
  readonly grounds: readonly number[];
  /** One for each recipient. */
  readonly recipients: readonly number[];
  readonly signatory: number | null;
}

export interface PlanMovement {
  readonly year: number | null;
  /** First and last year of a movement of several years. */
  readonly from: number | null;
  readonly to: number | null;
  readonly theme: string | null;
  /** “document”: this launch's own; “other”: another body's that is quoted. */
  readonly themeOwner: "document" | "other" | null;
  readonly name: string | null;
  readonly motto: string | null;
  readonly occasions: readonly string[];
  /** Not part of the printed JSON. */
  readonly lines: MovementLines;
}

export interface MovementLines {
  readonly year: number | null;
  readonly theme: number | null;
  readonly name: number | null;
  readonly motto: number | null;
  readonly occasions: readonly number[];
}

export interface ContentHeading {
  readonly label: string;
  /** Depth in the outline, from 1. */
  readonly level: number;
  readonly heading: string;
  readonly line: number;
}

export interface PlanPhase {
  readonly name: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly fromRaw: string | null;
  readonly toRaw: string | null;
  readonly line: number;
}

export interface PlanDeadline {
  readonly raw: string;
  readonly date: Day | null;
  readonly inclusive: boolean;
  readonly impossible: boolean;
  readonly audience: string | null;
  readonly what: string | null;
  readonly line: number;
  /** Wording of the event it is bound to, when it has no day of its own. */
  readonly event?: string | undefined;
}

export interface PlanTarget {
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
  readonly line: number;
}

export interface MentionedMovement {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly line: number;
}

export interface PlanDuty {
  readonly who: string;
  readonly what: string;
  readonly line: number;
}

export type Severity = "block" | "warn" | "info";

export type FindingCode =
  | "impossible-date"
  | "phase-reversed"
  | "phase-overlap"
  | "phase-gap"
  | "deadline-before-issue"
  | "deadline-on-day-off"
  | "duty-without-deadline"
  | "event-bound"
  | "misspelt-office"
  | "name-variant"
  | "law-not-yet-in-force"
  | "weekday-mismatch"
  | "year-inferred"
  | "issuer-derived"
  | "furniture-dropped"
  | "foreign-theme";

export interface PlanFinding {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly raw: string;
  readonly line: number;
  readonly message: string;
}

/** The reading as the command prints it: without the lines that only the import page needs. */
export const printedReading = (reading: PlanReading) => ({
  ...reading,
  documents: reading.documents.map(({ lines: _, ...document }) => document),
  movement: withoutLines(reading.movement),
});

const withoutLines = ({ lines: _, ...movement }: PlanMovement) => movement;
