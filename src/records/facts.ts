import { addDays, type Day, dateOf, lastDayOf, monthOf, type Validity, yearOf } from "../platform/day.ts";
import type { DisciplineForm, Grade, Matter, Scope } from "./fact.ts";

/**
 * What the rules of the law ask of a record, in the shape in which the law asks it. What is not known stays
 * away, since an absent fact leaves a condition open, never failed.
 */
export interface RecordFacts<Code extends string = string> {
  readonly grades?: Readonly<Record<number, Grade>>;
  readonly honours?: readonly HeldAward<Code>[];
  readonly initiatives?: readonly KnownInitiative<Code>[];
  readonly initiativesUnknown?: boolean;
  readonly discipline?: readonly {
    readonly form: DisciplineForm;
    readonly from: Day;
    readonly to?: Day | undefined;
  }[];
  readonly pending?: readonly Matter[];
  readonly tenureMonths?: number | undefined;
  readonly absence?: { readonly days?: number; readonly reason?: string };
  readonly members?: {
    readonly total?: number | undefined;
    readonly completed?: number | undefined;
    readonly advancedWorkers?: number | undefined;
    readonly grassrootsFighters?: number | undefined;
    readonly warnedOrWorse?: number | undefined;
    readonly women?: number | undefined;
  };
  readonly cluster?: { readonly voted?: boolean | undefined; readonly rank?: number | undefined };
  readonly targetsExceeded?: boolean | undefined;
  readonly cleanBodies?: boolean | undefined;
  readonly existsMonths?: number | undefined;
}

interface HeldAward<Code extends string> {
  readonly code: Code;
  readonly year: number;
  readonly decidedOn?: Day | undefined;
}

interface KnownInitiative<Code extends string> {
  readonly id: string;
  readonly year: number;
  readonly scope: Scope;
  readonly recognised?: boolean | undefined;
  readonly usedFor: readonly Code[];
}

/** For which year and as of which day the facts are asked; codes the catalogue does not know are left out. */
export interface Asked<Code extends string> {
  readonly year: number;
  readonly day: Day;
  isCode(text: string): text is Code;
}

/** What the tables hold about one subject, in no order. */
export interface KnownRows {
  readonly grades: readonly { readonly year: number; readonly grade: Grade }[];
  readonly honours: readonly {
    readonly code: string;
    readonly year: number;
    readonly decidedOn: Day | null;
  }[];
  readonly initiatives: readonly {
    readonly id: number;
    readonly year: number;
    readonly scope: Scope;
    readonly recognised: boolean | null;
    readonly usedFor: readonly string[];
  }[];
  readonly discipline: readonly {
    readonly form: DisciplineForm;
    readonly from: Day;
    readonly to: Day | null;
  }[];
  readonly pending: readonly { readonly matter: Matter; readonly since: Day; readonly endedOn: Day | null }[];
  /** Of the year asked. */
  readonly absence: { readonly days: number; readonly countsAsWork: boolean } | null;
  /** The first day of work. */
  readonly since: Day | null;
  /** Of the year asked. */
  readonly collective: CollectiveRow | null;
}

export interface CollectiveRow {
  readonly total: number | null;
  readonly completed: number | null;
  readonly advancedWorkers: number | null;
  readonly grassrootsFighters: number | null;
  readonly warnedOrWorse: number | null;
  readonly women: number | null;
  readonly targetsExceeded: boolean | null;
  readonly cleanBodies: boolean | null;
  readonly clusterVoted: boolean | null;
  readonly clusterRank: number | null;
}

export const nothingKnown: KnownRows = {
  ...{ grades: [], honours: [], initiatives: [], discipline: [], pending: [] },
  ...{ absence: null, since: null, collective: null },
};

/**
 * A record in which something stands is taken as kept: then no honours, no discipline and no pending matter
 * are known to be none. Nobody has said anything of initiatives until the first one stands.
 */
export function factsFrom<Code extends string>(known: KnownRows, asked: Asked<Code>): RecordFacts<Code> {
  const kept = known.grades.length + known.honours.length + known.initiatives.length > 0;
  const { isCode, day } = asked;
  return {
    ...(known.grades.length > 0 && {
      grades: Object.fromEntries(known.grades.map(({ year, grade }) => [year, grade])),
    }),
    ...(kept && {
      honours: known.honours.flatMap(({ code, year, decidedOn }) =>
        isCode(code) ? [{ code, year, ...(decidedOn !== null && { decidedOn }) }] : [],
      ),
      initiatives: known.initiatives.map(({ id, year, scope, recognised, usedFor }) => ({
        ...{ id: `SK${id}`, year, scope, usedFor: usedFor.filter(isCode) },
        ...(recognised !== null && { recognised }),
      })),
      initiativesUnknown: known.initiatives.length === 0,
    }),
    ...((kept || known.discipline.length > 0) && {
      discipline: known.discipline.map(({ form, from, to }) => ({ form, from, ...(to !== null && { to }) })),
    }),
    ...((kept || known.pending.length > 0) && {
      pending: [
        ...new Set(known.pending.filter((matter) => isOpen(matter, day)).map(({ matter }) => matter)),
      ].sort(),
    }),
    ...(known.absence && {
      absence: known.absence.countsAsWork
        ? { days: known.absence.days, reason: "maternity" }
        : { days: known.absence.days },
    }),
    ...(known.since !== null && { tenureMonths: tenureIn(known.since, asked) }),
    ...(known.collective && collectiveFacts(known.collective)),
  };
}

const isOpen = (matter: { since: Day; endedOn: Day | null }, day: Day): boolean =>
  matter.since <= day && (matter.endedOn === null || matter.endedOn > day);

function collectiveFacts(row: CollectiveRow): RecordFacts<never> {
  const said = <Value>(value: Value | null): Value | undefined => value ?? undefined;
  return {
    members: {
      total: said(row.total),
      completed: said(row.completed),
      advancedWorkers: said(row.advancedWorkers),
      grassrootsFighters: said(row.grassrootsFighters),
      warnedOrWorse: said(row.warnedOrWorse),
      women: said(row.women),
    },
    cluster: { voted: said(row.clusterVoted), rank: said(row.clusterRank) },
    targetsExceeded: said(row.targetsExceeded),
    cleanBodies: said(row.cleanBodies),
  };
}

/** Whole months of work up to the end of the year asked, or to the day when that comes first. */
const tenureIn = (since: Day, { year, day }: { year: number; day: Day }): number =>
  wholeMonths(since, lastDayOf(year) < day ? lastDayOf(year) : day);

/** Whole months from a day to the end of another: from 01/3 to 31/12 are ten. */
export function wholeMonths(from: Day, to: Day): number {
  const end = addDays(to, 1);
  const months = (yearOf(end) - yearOf(from)) * 12 + monthOf(end) - monthOf(from);
  return Math.max(0, dateOf(end) < dateOf(from) ? months - 1 : months);
}

/** How long a unit has existed; unknown for one that stood before this history begins. */
export const existsMonths = (validity: Validity, asked: { year: number; day: Day }): number | undefined =>
  validity.from === null ? undefined : tenureIn(validity.from, asked);
