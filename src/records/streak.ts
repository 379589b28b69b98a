import { type Awards, awardName } from "./award.ts";
import { type FactValues, type Grade, gradeNames } from "./fact.ts";

/** Years in a row (liên tục) in which something was reached: what the rules of higher awards count. */
export interface Streak {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly years: number;
}

/** The last unbroken run of years among those given; null when there are none. */
export function lastRun(years: Iterable<number>): { from: number; to: number; years: number } | null {
  const known = new Set(years);
  if (known.size === 0) return null;
  const to = Math.max(...known);
  let from = to;
  while (known.has(from - 1)) from -= 1;
  return { from, to, years: to - from + 1 };
}

const SHORTEST = 2;

/** The runs of two years and more: grades first, then yearly titles in the order of the catalogue. */
export function streaksOf(facts: readonly FactValues[], awards: Awards): Streak[] {
  const graded = (enough: readonly Grade[]) =>
    facts.flatMap((fact) => (fact.kind === "grade" && enough.includes(fact.grade) ? [fact.year] : []));
  const held = (code: string) =>
    facts.flatMap((fact) =>
      fact.kind === "honour" && fact.code === code && fact.revokedOn === null ? [fact.year] : [],
    );
  const runs = [
    { label: gradeNames.excellent, run: lastRun(graded(["excellent"])) },
    { label: `${gradeNames.good} trở lên`, run: lastRun(graded(["excellent", "good"])) },
    ...awards
      .filter((award) => award.kind === "title")
      .map(({ code }) => ({ label: awardName(awards, code), run: lastRun(held(code)) })),
  ];
  return runs.flatMap(({ label, run }) => (run && run.years >= SHORTEST ? [{ label, ...run }] : []));
}
