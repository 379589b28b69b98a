import { quotasOf, rulingOn } from "../law/case-of.ts";
import type { Code } from "../law/codes.ts";
import type { Quota } from "../law/facts.ts";
import type { Numbers } from "../law/numbers.ts";
import { lastDayOf } from "../platform/day.ts";
import type { Line } from "./line.ts";

/**
 * How far a list uses the ceiling on a title (tỷ lệ) while it is written. The base is who the list puts up for
 * Lao động tiên tiến, since nobody holds it yet in a year that has only begun.
 */
export interface LiveQuota {
  readonly title: Code;
  readonly percent: number;
  readonly base: number;
  readonly registered: number;
  /** Whole people: 15 % of 47 are 7. */
  readonly most: number;
  readonly basis: string;
  readonly verified: boolean;
}

type Counted = Pick<Line, "title" | "subject" | "state">;

/** The ceilings that the rules of the year set on these titles, as the list uses them; empty where they set none. */
export function liveQuotas(
  lines: readonly Counted[],
  titles: readonly Code[],
  year: number,
  numbers: Numbers,
): readonly LiveQuota[] {
  const base = peopleFor(lines, "ADVANCED_WORKER").size;
  return [...new Set(titles)].flatMap((title) => {
    const ruling = rulingOn(title, "individual", lastDayOf(year), numbers);
    if (!ruling) return [];
    const registered = peopleFor(lines, title).size;
    return quotasOf(ruling)
      .filter(({ of }) => of === "workers")
      .map(({ percent, basis, mark }) => {
        const most = Math.floor((base * percent) / 100);
        return { title, percent, base, registered, most, basis, verified: mark === "S" };
      });
  });
}

/** What the law asks about one line: the base, and how many others are proposed already. */
export function quotaBeside(
  lines: readonly Counted[],
  quotas: readonly LiveQuota[],
  { title, subject }: Pick<Line, "title" | "subject">,
): Quota | undefined {
  const quota = quotas.find((one) => one.title === title);
  if (!quota || quota.base === 0 || subject.kind !== "individual") return undefined;
  const others = [...peopleFor(lines, title)].filter((person) => person !== subject.person);
  return { base: quota.base, already: others.length };
}

const peopleFor = (lines: readonly Counted[], title: Code): ReadonlySet<number> =>
  new Set(
    lines.flatMap((line) =>
      line.state === "listed" && line.title === title && line.subject.kind === "individual"
        ? [line.subject.person]
        : [],
    ),
  );
