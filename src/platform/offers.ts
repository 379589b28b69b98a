import type { Actor } from "./actor.ts";
import type { Day } from "./day.ts";
import type { Reader } from "./db.ts";
import type {
  AwaitedItem,
  ChangeItem,
  DueItem,
  Figure,
  FigureQuestion,
  LessonOffer,
  OwedItem,
  PanelOffer,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
  YearMarks,
  YearQuestion,
  YearResult,
  YearStep,
} from "./offered.ts";
import { oncePerRequest } from "./once.ts";

export type * from "./offered.ts";

/**
 * What a stage offers the whole: `main` gathers the offers, so that a page of an earlier stage can show
 * something of a later one without importing it. Every list holds only what this actor may see.
 */
export interface Offers {
  readonly stage: string;
  /** Work that waits for this person; how much of it stands beside the stage's entry in the rail. */
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
  /** Every obligation with a deadline in that year, kept or not, of these units or of all: for the lateness page. */
  dues?(reader: Reader, year: number, units: readonly number[] | null): Promise<DueItem[]>;
  /** Figures of units over some days, for reports; whoever asks has checked the right to them. */
  figures?(reader: Reader, question: FigureQuestion): Promise<Figure[]>;
  /** The steps of a unit's or a cluster's year, in their order; only what this actor may see. */
  yearSteps?(reader: Reader, actor: Actor, question: YearQuestion): Promise<YearStep[]>;
  /** What a year brought several units; whoever asks has checked the right to them. */
  yearResults?(reader: Reader, year: number, units: readonly number[]): Promise<YearResult[]>;
  /** What a unit learnt and asked for in earlier years, for whoever drafts its next plan. */
  lessons?(reader: Reader, actor: Actor, unit: number): Promise<LessonOffer[]>;
  /** Open work of a unit, counted before it is merged or dissolved. */
  openWorkOf?(reader: Reader, unit: number): Promise<{ label: string; count: number }[]>;
}

/** What all stages offer, gathered by the composition root. */
export interface Gathered {
  readonly offers: readonly Offers[];
}

/** The tabs all stages offer on a page of that thing, in the order of the stages. */
export const tabsOn = async (
  { offers }: Gathered,
  reader: Reader,
  actor: Actor,
  thing: ThingRef,
): Promise<TabOffer[]> =>
  (await Promise.all(offers.map((offer) => offer.tabs?.(reader, actor, thing) ?? []))).flat();

/** The panels all stages offer on a page of that thing. */
export const panelsOn = async (
  { offers }: Gathered,
  reader: Reader,
  actor: Actor,
  thing: ThingRef,
): Promise<PanelOffer[]> =>
  (await Promise.all(offers.map((offer) => offer.panels?.(reader, actor, thing) ?? []))).flat();

/** What a unit learnt in earlier years, from all stages, for whoever drafts its next plan. */
export const lessonsFor = async (
  { offers }: Gathered,
  reader: Reader,
  actor: Actor,
  unit: number,
): Promise<LessonOffer[]> =>
  (await Promise.all(offers.map((offer) => offer.lessons?.(reader, actor, unit) ?? []))).flat();

const once = new WeakMap<Offers, ReturnType<typeof oncePerRequest<WaitingItem[]>>>();

/** What waits for somebody in one stage, asked once a request: the frame counts what the home page lists. */
export function waitingOf(offer: Offers, reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const ask = once.get(offer) ?? oncePerRequest(async (of, who) => offer.waiting?.(of, who) ?? []);
  once.set(offer, ask);
  return ask(reader, actor);
}

/** Several sets of offers of one stage as one: what each lists stands one after the other. */
export function togetherOffer(stage: string, offers: readonly Offers[]): Offers {
  const all = async <Item>(ask: (one: Offers) => Promise<readonly Item[]> | undefined): Promise<Item[]> =>
    (await Promise.all(offers.map((one) => ask(one) ?? []))).flat();
  return {
    stage,
    waiting: (reader, actor) => all((one) => one.waiting?.(reader, actor)),
    awaited: (reader, actor) => all((one) => one.awaited?.(reader, actor)),
    changes: (reader, actor, since) => all((one) => one.changes?.(reader, actor, since)),
    yearMarks: async (reader, actor, year) => {
      const marks = await all((one) => one.yearMarks?.(reader, actor, year).then((found) => [found]));
      return {
        phases: marks.flatMap(({ phases }) => phases),
        marks: marks.flatMap((found) => found.marks),
      };
    },
    search: (reader, actor, words, limit) => all((one) => one.search?.(reader, actor, words, limit)),
    tabs: (reader, actor, thing) => all((one) => one.tabs?.(reader, actor, thing)),
    panels: (reader, actor, thing) => all((one) => one.panels?.(reader, actor, thing)),
    owed: (reader, day) => all((one) => one.owed?.(reader, day)),
    dues: (reader, year, units) => all((one) => one.dues?.(reader, year, units)),
    figures: (reader, question) => all((one) => one.figures?.(reader, question)),
    yearSteps: (reader, actor, question) => all((one) => one.yearSteps?.(reader, actor, question)),
    yearResults: (reader, year, units) => all((one) => one.yearResults?.(reader, year, units)),
    openWorkOf: (reader, unit) => all((one) => one.openWorkOf?.(reader, unit)),
  };
}
