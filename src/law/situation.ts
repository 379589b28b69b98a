import { type Day, yearOf } from "../platform/day.ts";
import type { Code } from "./codes.ts";
import type { Case, Discipline, Facts, Honour } from "./facts.ts";
import type { RegimeCode } from "./regimes.ts";
import type { Condition } from "./rule.ts";
import type { Finding, State } from "./verdict.ts";

/** A case as the conditions look at it: with its regime, and with the honours that were held in time. */
export interface Situation {
  readonly case: Case;
  readonly facts: Facts;
  readonly regime: RegimeCode;
  /** Undefined when nobody has said what was held; an empty list means nothing was. */
  readonly held: readonly Held[] | undefined;
  /** Those of which nobody has said the year: enough to know that an award is held, not since when. */
  readonly undated: readonly Pick<Held, "code" | "path">[];
  /** True where achievements count only from the end of discipline (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4). */
  readonly countsFromEndOfDiscipline: boolean;
}

/** An honour held when the dossier came, and where in the case it stands. */
export interface Held {
  readonly code: Code;
  readonly year: number;
  readonly decidedOn: Day | undefined;
  readonly path: string;
}

export function situationOf(asked: Case, regime: RegimeCode): Situation {
  return {
    case: asked,
    facts: asked.facts,
    regime,
    held: heldInTime(asked),
    undated: undatedIn(asked.facts.honours ?? []),
    countsFromEndOfDiscipline: regime === "R3" || regime === "R4",
  };
}

/** What was decided only after the dossier came was not held before the case. */
function heldInTime({ facts, receivedOn }: Case): readonly Held[] | undefined {
  const { honours } = facts;
  if (honours === undefined) return undefined;
  const known = heldBy.get(honours);
  if (known?.receivedOn === receivedOn) return known.held;
  const held = honours.flatMap(({ code, year, decidedOn }, index) => {
    if (decidedOn !== undefined && decidedOn > receivedOn) return [];
    const counted = year ?? (decidedOn === undefined ? undefined : yearOf(decidedOn));
    return counted === undefined ? [] : [{ code, year: counted, decidedOn, path: pathOf(index) }];
  });
  heldBy.set(honours, { receivedOn, held });
  return held;
}

/** Many titles are judged on one record: what was held in time is the same for all of them. */
const heldBy = new WeakMap<readonly Honour[], { receivedOn: Day; held: readonly Held[] }>();

function undatedIn(honours: readonly Honour[]): Situation["undated"] {
  if (honours.every(({ year, decidedOn }) => year !== undefined || decidedOn !== undefined)) return [];
  return honours.flatMap(({ code, year, decidedOn }, index) =>
    year === undefined && decidedOn === undefined ? [{ code, path: pathOf(index) }] : [],
  );
}

const pathOf = (index: number): string => `honours[${index}]`;

/** The measure's time touches the year; without an end it still runs. */
export const touchesYear = ({ from, to }: Discipline, year: number): boolean =>
  from <= `${year}-12-31` && (to === undefined || to > `${year}-01-01`);

/** The first whole year after every measure known; null when none is known or one has no end. */
export function firstYearAfter(discipline: readonly Discipline[]): number | null {
  let first: number | null = null;
  for (const { to } of discipline) {
    if (to === undefined) return Number.POSITIVE_INFINITY;
    const year = to.endsWith("-01-01") ? yearOf(to) : yearOf(to) + 1;
    first = first === null ? year : Math.max(first, year);
  }
  return first;
}

/** Years from the first to the last, both in it. */
export const yearsBetween = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

interface Answer {
  readonly state: State;
  readonly words: string;
  readonly evidence: readonly string[];
  readonly needs: string | null;
  readonly parts?: readonly Finding[];
}

/** The finding of a condition; what is met needs nothing more. */
export function found(condition: Condition, answer: Answer): Finding {
  return {
    code: condition.code,
    state: answer.state,
    words: answer.words,
    basis: condition.basis,
    evidence: answer.evidence,
    needs: answer.state === "met" ? null : answer.needs,
    verified: condition.mark === "S",
    ...(answer.parts === undefined ? {} : { parts: answer.parts }),
  };
}

/** `02`, as official documents write a small number. */
export const twoDigits = (count: number): string => `${count}`.padStart(2, "0");

/** Vietnamese list: “2022, 2023 và 2024”. */
export const listed = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} và ${items.at(-1)}`;
