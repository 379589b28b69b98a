import type { Day } from "./day.ts";
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
