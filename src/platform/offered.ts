import type { Day, Instant } from "./day.ts";
import type { Deadline } from "./deadline.ts";

/** The thing a page is about: `{ noun: "movement", id: 7 }`. */
export interface ThingRef {
  readonly noun: string;
  readonly id: number;
}

export interface WaitingItem {
  readonly title: string;
  readonly note: string | null;
  readonly from: string;
  readonly href: string;
  readonly deadline: Deadline | null;
}

export interface AwaitedItem {
  readonly title: string;
  readonly note: string | null;
  readonly href: string;
  readonly done: number;
  readonly total: number;
  readonly action: { readonly label: string; readonly href: string } | null;
}

export interface ChangeItem {
  readonly sentence: string;
  readonly href: string;
  readonly at: Date;
}

export interface YearMarks {
  readonly phases: readonly { readonly label: string; readonly from: Day; readonly to: Day }[];
  readonly marks: readonly YearMark[];
}

export interface YearMark {
  readonly label: string;
  readonly day: Day;
  readonly tone: "plain" | "good" | "watch" | "bad";
}

export interface SearchHit {
  readonly kind: string;
  readonly title: string;
  readonly note: string | null;
  readonly href: string;
  /** 2 = the accents match as typed, 1 = they match without accents. */
  readonly rank: 1 | 2;
}

export interface TabOffer {
  readonly label: string;
  readonly href: string;
  readonly count: string | null;
}

export interface PanelOffer {
  readonly title: string;
  readonly href: string | null;
  readonly rows: readonly { readonly label: string; readonly done: number; readonly total: number }[];
}

/**
 * Something a unit owes by a deadline. Kind and subject name it as the `reminder` table does, so that
 * nobody is reminded of it twice a day, by hand or by the clock.
 */
export interface OwedItem {
  readonly kind: string;
  readonly subject: string;
  readonly unit: number;
  readonly what: string;
  readonly href: string;
  readonly deadline: Deadline;
}

/** An obligation whose deadline falls in the year asked about, kept or not: what lateness is told from. */
export interface DueItem extends OwedItem {
  /** When what was owed arrived; null while it has not. */
  readonly doneAt: Instant | null;
  /** The body that receives it and may put it off; without one any standing officer above the unit may. */
  readonly receiver?: number | undefined;
  /** The movement that asks for it, where one does: a report on one movement counts only its own. */
  readonly movement?: number | undefined;
  /** Something is already written for it: a sign that it will come in time. */
  readonly begun?: boolean | undefined;
}

/** Whose figures are asked, and over which days; both days count. */
export interface FigureQuestion {
  /** One movement, or all work of those days. */
  readonly movement: number | null;
  readonly units: readonly number[];
  readonly from: Day;
  readonly to: Day;
}

/** One figure out of the record with the page it opens to; a null value is not known, which is not zero. */
export interface Figure {
  /** Stable, in the form `stage.what`: the place it fills in a report. */
  readonly code: string;
  readonly label: string;
  readonly value: number | null;
  /** In what it is counted: “đơn vị”, “%”, “đồng”. */
  readonly measure: string;
  readonly href: string;
}

/** What was learnt before, to stand beside a plan that is being drafted. */
export interface LessonOffer {
  readonly title: string;
  /** One lesson a line. */
  readonly words: string;
  readonly href: string;
}

/** Whose year is shown on one page. */
export interface YearQuestion {
  readonly noun: "unit" | "cluster";
  readonly id: number;
  readonly year: number;
}

/** What a year brought one unit beside what it owed: its rank, a flag. Only what is published. */
export interface YearResult {
  /** Results of one kind stand in one column, headed by its label. */
  readonly kind: string;
  readonly label: string;
  readonly unit: number;
  readonly words: string;
  readonly tone: "plain" | "good" | "watch" | "bad";
}

/** One step of that year: what, how far, and by when. */
export interface YearStep {
  readonly label: string;
  readonly state: string;
  readonly tone: "plain" | "good" | "watch" | "bad";
  /** The day it was done, or is planned for. */
  readonly day: Day | null;
  readonly deadline: Deadline | null;
  readonly href: string | null;
  /** The day from which it could be done: of the launch, of the opening. */
  readonly began?: Day | null | undefined;
  /** The phase it belongs to; its deadline should not fall after it. */
  readonly phase?: { readonly label: string; readonly from: Day; readonly to: Day } | null | undefined;
}
