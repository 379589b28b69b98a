import type { Actor } from "./actor.ts";
import type { Day } from "./day.ts";
import type { Reader } from "./db.ts";
import type { Deadline } from "./deadline.ts";

/**
 * What a stage offers the whole: `main` gathers the offers, so that a page of an earlier stage can show
 * something of a later one without importing it. Every list holds only what this actor may see.
 */
export interface Offers {
  readonly stage: string;
  /** Work that waits for this person. */
  waiting?(reader: Reader, actor: Actor): Promise<WaitingItem[]>;
  /** What this person waits for from others. */
  awaited?(reader: Reader, actor: Actor): Promise<AwaitedItem[]>;
  /** What changed lately within this person's reach, newest first. */
  changes?(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]>;
  /** Phases and deadlines on the year's line. */
  yearMarks?(reader: Reader, actor: Actor, year: number): Promise<YearMarks>;
  /** What accent-blind search finds. */
  search?(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]>;
  /** A tab with its count on a page of another stage. */
  tabs?(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]>;
  /** Panels on a page of another stage, as plain facts. */
  panels?(reader: Reader, actor: Actor, thing: ThingRef): Promise<PanelOffer[]>;
  /** Everything owed by a deadline and not done, for the one engine of reminders. */
  owed?(reader: Reader, day: Day): Promise<OwedItem[]>;
  /** Open work of a unit, counted before it is merged or dissolved. */
  openWorkOf?(reader: Reader, unit: number): Promise<{ label: string; count: number }[]>;
  /** Count beside the stage's entry in the left rail. */
  railCount?(reader: Reader, actor: Actor): Promise<number>;
}

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
