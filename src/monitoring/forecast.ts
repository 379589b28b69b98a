import { type Day, daysBetween } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { asFineAs, type Dimension } from "./decimals.ts";
import type { Rolled } from "./roll-up.ts";
import { isRatio, type Target } from "./target.ts";

/** What a share has come to: its number, how much of the goal that is, what the year's end would bring, and a word. */
export interface Progress {
  readonly actual: number | null;
  /** How much of the goal is reached; null while it is not known. */
  readonly percent: number | null;
  /** What the year would end with if it went on at the same pace; null with no complete period. */
  readonly forecast: number | null;
  readonly standing: Standing;
}

export type Standing = "met" | "on-pace" | "behind" | "missed" | "unknown";

export const standingNames: Readonly<Record<Standing, string>> = {
  met: "Đạt",
  "on-pace": "Đúng tiến độ",
  behind: "Chậm so với tiến độ",
  missed: "Không đạt",
  unknown: "Chưa đủ số liệu",
};

/** How the forecast is made, said beside it. */
export const forecastWords =
  "Dự báo theo đường thẳng: kết quả của các kỳ đã hết, chia cho số ngày của các kỳ đó, nhân với số ngày của cả năm công tác. Chưa hết kỳ nào thì chưa dự báo.";

type Judged = Pick<Target, "measure" | "counted" | "counting" | "direction" | "to">;

/** Judges what was rolled up against base, goal and direction as of a day. */
export function progressOf(target: Judged, rolled: Rolled, today: Day): Progress {
  const actual = numberOf(target, rolled.numerator, rolled.denominator);
  const forecast = numberOf(target, rolled.forecastNumerator, rolled.forecastDenominator);
  const { goal, base } = rolled;
  if (actual === null || goal === null) return { actual, percent: null, forecast, standing: "unknown" };
  return {
    actual,
    percent: percentOf(target.direction, { base, goal, actual }),
    forecast,
    standing: standingOf(target, { goal, actual, forecast }, yearsEnd(target, rolled, today)),
  };
}

const WHOLE = 100;
const ROUNDED = 100;

/** The number itself, the share in percent, or the average: always out of sums, never an average of shares. */
export function numberOf(
  target: Dimension,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (numerator === null) return null;
  if (!isRatio(target.measure)) return asFineAs(target, numerator);
  if (!denominator) return null;
  const ratio = numerator / denominator;
  return Math.round((target.measure === "percent" ? ratio * WHOLE : ratio) * ROUNDED) / ROUNDED;
}

/**
 * How much of the goal is reached. Going up: actual to goal. Going down: how much of the demanded reduction from
 * the base was made, or, without a base, 100 while within the goal and goal to actual beyond it.
 */
export function percentOf(
  direction: Target["direction"],
  { base, goal, actual }: { base: number | null; goal: number; actual: number },
): number {
  if (direction !== "down") return rounded((actual / goal) * WHOLE);
  if (base !== null && base > goal) return rounded(Math.max(0, ((base - actual) / (base - goal)) * WHOLE));
  return actual <= goal ? WHOLE : rounded((goal / actual) * WHOLE);
}

/** One decimal; what falls short of the whole is never rounded up to it. */
const rounded = (value: number): number =>
  value < WHOLE ? Math.floor(value * 10) / 10 : Math.round(value * 10) / 10;

interface Compared {
  readonly goal: number;
  readonly actual: number;
  readonly forecast: number | null;
}

type YearsEnd = "to-come" | "over" | "over-untold";

/** The year is judged once it is over and somebody has told how it ended. */
function yearsEnd({ to }: Judged, { reporting, stale }: Rolled, today: Day): YearsEnd {
  if (to >= today) return "to-come";
  return reporting > 0 && stale === reporting ? "over-untold" : "over";
}

/** What only grows can be said to stay below its ceiling once the year is over; until then the pace speaks. */
function standingOf(target: Judged, { goal, actual, forecast }: Compared, end: YearsEnd): Standing {
  const reaches = (value: number) => (target.direction === "down" ? value <= goal : value >= goal);
  if (end === "over-untold") return "unknown";
  if (end === "over") return reaches(actual) ? "met" : "missed";
  const final = target.direction !== "down" || isRatio(target.measure);
  if (final && reaches(actual)) return "met";
  if (forecast === null) return "unknown";
  return reaches(forecast) ? "on-pace" : "behind";
}

/** Days of the working year; both ends count. */
export const daysOf = ({ from, to }: { from: Day; to: Day }): number => daysBetween(from, to) + 1;

/** “1.234 vụ việc”, “97,5%”, “2.340.000 đồng”. */
export const writeMeasured = (value: number | null, { counted }: Pick<Target, "counted">): string =>
  value === null
    ? "Chưa có"
    : counted === "%"
      ? `${writeNumber(value)}%`
      : `${writeNumber(value)} ${counted}`;
