import type { Day } from "../platform/day.ts";
import { exactly } from "./decimals.ts";
import { isRatio, type Measure } from "./target.ts";

/** What one share itself was told, before anything below it is added. Comes out of the database as it is. */
export interface ShareSum {
  readonly share: number;
  readonly target: number;
  readonly parent: number | null;
  readonly unit: number;
  readonly base: number | null;
  readonly goal: number | null;
  /** What counts: the sum of the periods, or the latest running number. Null while nothing was entered. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The same over complete periods only, and how many days they are. */
  readonly completeNumerator: number | null;
  readonly completeDenominator: number | null;
  readonly completeDays: number;
  /** The last day that a value speaks of. */
  readonly asOf: Day | null;
  /** Last day of the last complete period. */
  readonly completeTo: Day | null;
  /** When the unit ended, if it did. */
  readonly endedOn: Day | null;
  /** The shares of the units that followed it. */
  readonly followers: readonly number[];
  /** A unit that followed and has no share of its own goes on here. */
  readonly carried: boolean;
}

/** How the shares of one target are counted. */
export interface Counted {
  readonly measure: Measure;
  readonly running: boolean;
  /** Days of the whole working year. */
  readonly days: number;
  /** Last day of the last period whose reporting day has passed; null before the first. */
  readonly owedTo: Day | null;
  /** That period's first day. */
  readonly owedFrom: Day | null;
}

/** A share with all below it and all that went over into it. */
export interface Rolled {
  readonly share: number;
  readonly unit: number;
  readonly target: number;
  /** The share it is counted in. */
  readonly parent: number | null;
  /** The share it was divided from. */
  readonly dividedFrom: number | null;
  readonly base: number | null;
  readonly goal: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly forecastNumerator: number | null;
  readonly forecastDenominator: number | null;
  readonly asOf: Day | null;
  /** How many shares below report, how many of them have a value, how many are stale. */
  readonly reporting: number;
  readonly told: number;
  readonly stale: number;
  /** Went over into the share it now stands under. */
  readonly predecessor: boolean;
}

/**
 * Rolls the shares of one target up to every level. Numerators and denominators are summed apart. The share of a
 * unit that one other follows is counted with its follower; of one that several follow it stays where it was, since
 * the succession does not say whose its results are.
 */
export function rollUp(sums: readonly ShareSum[], counted: Counted): ReadonlyMap<number, Rolled> {
  const byId = new Map(sums.map((sum) => [sum.share, sum]));
  const above = new Map(sums.map((sum) => [sum.share, placeOf(sum, byId)]));
  const below = new Map<number, ShareSum[]>();
  for (const sum of sums) {
    const parent = above.get(sum.share) ?? null;
    if (parent === null) continue;
    const siblings = below.get(parent);
    if (siblings) siblings.push(sum);
    else below.set(parent, [sum]);
  }
  const divided = new Set(sums.map(({ parent }) => parent));
  const rolled = new Map<number, Rolled>();
  const visit = (sum: ShareSum): Rolled => {
    const parts = (below.get(sum.share) ?? []).map(visit);
    const one = add(sum, parts, {
      counted,
      parent: above.get(sum.share) ?? null,
      divided: divided.has(sum.share),
      predecessor: sum.followers.length === 1 && above.get(sum.share) === sum.followers[0],
    });
    rolled.set(sum.share, one);
    return one;
  };
  for (const sum of sums) if ((above.get(sum.share) ?? null) === null) visit(sum);
  return rolled;
}

type ById = ReadonlyMap<number, ShareSum>;

/**
 * Under its follower when there is exactly one in this target; else where it was divided from. Null at the top of
 * what is rolled up.
 */
function placeOf(sum: ShareSum, byId: ById): number | null {
  const home = sum.parent !== null && byId.has(sum.parent) ? sum.parent : null;
  const [follower, ...others] = sum.followers;
  if (follower === undefined || others.length > 0 || !byId.has(follower)) return home;
  return standsBelow(follower, sum.share, byId) ? home : follower;
}

/** Whether a share hangs below another, by division or because its own unit went over. */
function standsBelow(share: number, top: number, byId: ById): boolean {
  const seen = new Set<number>();
  const waiting = [share];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === top) return true;
    const sum = byId.get(next);
    if (!sum || seen.has(next)) continue;
    seen.add(next);
    if (sum.parent !== null) waiting.push(sum.parent);
    if (sum.followers.length === 1) waiting.push(sum.followers[0]!);
  }
  return false;
}

interface Place {
  readonly counted: Counted;
  readonly parent: number | null;
  readonly divided: boolean;
  readonly predecessor: boolean;
}

function add(sum: ShareSum, parts: readonly Rolled[], place: Place): Rolled {
  const { counted } = place;
  const counting = parts.filter((part) => !(part.predecessor && isTakenOver(sum, part, counted)));
  const own = forecastOf(sum, place);
  const reports = !place.divided && isOwedOf(sum, counted);
  return {
    share: sum.share,
    unit: sum.unit,
    target: sum.target,
    parent: place.parent,
    dividedFrom: sum.parent,
    base: sum.base,
    goal: goalOf(sum, parts, counted.measure),
    numerator: total(sum.numerator, counting, "numerator"),
    denominator: total(sum.denominator, counting, "denominator"),
    forecastNumerator: total(own.numerator, counting, "forecastNumerator"),
    forecastDenominator: total(own.denominator, counting, "forecastDenominator"),
    asOf: latest([sum.asOf, ...parts.map((part) => part.asOf)]),
    reporting: count(place.divided ? 0 : 1, parts, "reporting"),
    told: count(!place.divided && sum.asOf !== null ? 1 : 0, parts, "told"),
    stale: count(reports && (sum.completeTo ?? "") < (counted.owedTo ?? "") ? 1 : 0, parts, "stale"),
    predecessor: place.predecessor,
  };
}

/** A running number that the follower reported after the change already holds what its predecessor had reached. */
const isTakenOver = (sum: ShareSum, part: Rolled, { running }: Counted): boolean =>
  running && sum.asOf !== null && part.asOf !== null && sum.asOf > part.asOf;

/** An ended unit owes only the periods that began while it was there. */
const isOwedOf = ({ endedOn, carried }: ShareSum, { owedFrom }: Counted): boolean =>
  owedFrom !== null && (endedOn === null || carried || owedFrom < endedOn);

/** Linear by elapsed days; what has ended goes no further. */
function forecastOf(sum: ShareSum, { counted }: Place) {
  if (sum.endedOn !== null && !sum.carried) return { numerator: sum.numerator, denominator: sum.denominator };
  if (sum.completeNumerator === null || sum.completeDays === 0) return { numerator: null, denominator: null };
  const pace = counted.days / sum.completeDays;
  return {
    numerator: sum.completeNumerator * pace,
    denominator: sum.completeDenominator === null ? null : sum.completeDenominator * pace,
  };
}

/** What is asked of a unit grows by what was asked of those that went over into it, where numbers add up. */
function goalOf(sum: ShareSum, parts: readonly Rolled[], measure: Measure): number | null {
  if (sum.goal === null || isRatio(measure)) return sum.goal;
  return parts
    .filter(({ predecessor, dividedFrom }) => predecessor && dividedFrom !== sum.share)
    .reduce((goal, part) => exactly(goal + (part.goal ?? 0)), sum.goal);
}

type Summed = "numerator" | "denominator" | "forecastNumerator" | "forecastDenominator";

function total(own: number | null, parts: readonly Rolled[], what: Summed): number | null {
  return parts.reduce<number | null>((sum, part) => {
    const more = part[what];
    return more === null ? sum : plus(sum ?? 0, more, what);
  }, own);
}

/** What was counted adds up exactly; a pace is no count. */
const plus = (sum: number, more: number, what: Summed): number =>
  what === "numerator" || what === "denominator" ? exactly(sum + more) : sum + more;

const count = (own: number, parts: readonly Rolled[], what: "reporting" | "told" | "stale"): number =>
  parts.reduce((sum, part) => sum + part[what], own);

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
