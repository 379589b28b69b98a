import { entryOf } from "./catalogue.ts";
import { type Grade, reaches } from "./facts.ts";
import type { Period } from "./rule.ts";
import { firstYearAfter, type Held, type Situation, yearsBetween } from "./situation.ts";

/**
 * The years that count for a condition. `from` is certain; `mayFrom` is how far back they might reach
 * if what is not known were favourable.
 */
export interface Years {
  readonly from: number;
  readonly to: number;
  readonly mayFrom: number;
  /** The award since which they count; null when none is held or the period needs none. */
  readonly since: Held | null;
}

export function yearsOf(period: Period, situation: Situation): Years {
  const years = claimed(period, situation);
  const first = firstFreshYear(situation);
  return { ...years, from: Math.max(years.from, first), mayFrom: Math.max(years.mayFrom, first) };
}

/**
 * The first year whose achievements still count towards a form: after the last award of the same form,
 * since nothing is rewarded twice (Luật 06/2022/QH15, Điều 5; Thông tư 05/2018/TT-BTP, Điều 5), and since
 * decree 152/2025 after the end of discipline (Điều 4 khoản 4). A yearly title has its own condition for it.
 */
export function firstFreshYear({ case: asked, held, facts, countsFromEndOfDiscipline }: Situation): number {
  if (entryOf(asked.ask).kind === "title") return 0;
  const rewarded = (held ?? []).filter(({ code, year }) => code === asked.ask && year <= asked.year);
  const afterAward = Math.max(0, ...rewarded.map(({ year }) => year + 1));
  if (!countsFromEndOfDiscipline) return afterAward;
  return Math.max(afterAward, firstYearAfter(facts.discipline ?? []) ?? 0);
}

function claimed(period: Period, situation: Situation): Years {
  const { year } = situation.case;
  if (period.kind === "run") return runOf(period.atLeast, situation);
  if (period.kind === "last") {
    const from = year - period.years + 1;
    return { from, to: year, mayFrom: from, since: null };
  }
  if (period.kind === "titles") {
    const mine = (situation.held ?? []).filter(({ code }) => code === period.title);
    const from = Math.max(0, ...mine.map((honour) => honour.year)) || year;
    return { from: from - period.count + 1, to: year, mayFrom: from - period.count + 1, since: null };
  }
  const awards = (situation.held ?? [])
    .filter((honour) => period.awards.includes(honour.code) && honour.year < year)
    .sort((left, right) => left.year - right.year);
  const since = (period.first ? firstUnbroken(awards, situation) : awards.at(-1)) ?? null;
  const from = since === null ? year - 4 : since.year + 1;
  return { from, to: year, mayFrom: from, since };
}

const firstUnbroken = (awards: readonly Held[], { facts, case: asked }: Situation): Held | undefined => {
  const bad = yearsBetween(awards[0]?.year ?? asked.year, asked.year).findLast(
    (year) => facts.grades?.[year] !== undefined && !reaches(facts.grades[year], "good"),
  );
  return awards.find(({ year }) => bad === undefined || year >= bad) ?? awards[0];
};

const longestRun = 30;

/** The unbroken run of years with that grade, backwards from the year of the case. */
function runOf(atLeast: Grade, { facts, case: { year } }: Situation): Years {
  const goesOn = (grade: Grade | undefined): boolean => grade !== undefined && reaches(grade, atLeast);
  let from = year + 1;
  while (year - from < longestRun && goesOn(facts.grades?.[from - 1])) from -= 1;
  let mayFrom = from;
  while (year - mayFrom < longestRun && goesOn(facts.grades?.[mayFrom - 1] ?? atLeast)) mayFrom -= 1;
  return { from, to: year, mayFrom, since: null };
}
