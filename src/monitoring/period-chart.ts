/** One period as a bar. */
export interface ChartBar {
  readonly label: string;
  /** Null while nothing is known of it. */
  readonly value: number | null;
  readonly text: string;
  readonly running: boolean;
}

export interface PlacedBar extends ChartBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly middle: number;
}

/** Where everything of a chart stands, in the units of its own drawing. */
export interface PlacedChart {
  readonly width: number;
  readonly height: number;
  readonly ground: number;
  readonly bars: readonly PlacedBar[];
  /** The height of the goal; null without one. */
  readonly goal: number | null;
  /** Whether every bar has room for its number above it. */
  readonly roomForText: boolean;
}

const TOP = 40;
const LABELS = 24;
const HEIGHT = 190;
const SIDE = 6;
const WIDEST_BAR = 64;
const LETTER = 8;

/** Lays out a bar for each period against the goal; the highest of all fills the drawing, and bars stand on zero. */
export function layOutPeriods(bars: readonly ChartBar[], goal: number | null, width: number): PlacedChart {
  const ground = HEIGHT - LABELS;
  const highest = Math.max(goal ?? 0, ...bars.map(({ value }) => value ?? 0)) || 1;
  const heightOf = (value: number) => Math.round(((ground - TOP) * value) / highest);
  const slot = (width - 2 * SIDE) / Math.max(1, bars.length);
  const barWidth = Math.round(Math.min(WIDEST_BAR, slot * 0.6));
  const placed = bars.map((bar, at) => {
    const middle = Math.round(SIDE + slot * (at + 0.5));
    const height = bar.value === null ? 0 : heightOf(bar.value);
    return {
      ...bar,
      x: middle - Math.round(barWidth / 2),
      y: ground - height,
      width: barWidth,
      height,
      middle,
    };
  });
  return {
    width,
    height: HEIGHT,
    ground,
    bars: placed,
    goal: goal === null ? null : ground - heightOf(goal),
    roomForText: bars.every(({ text }) => text.length * LETTER <= slot),
  };
}

/** “Quý I”, “T3”, “6 tháng đầu”: a period's name without its year, short enough to stand under a bar. */
export const shortLabel = (label: string): string =>
  label
    .replace(/^Tháng /u, "T")
    .replace(/^Từ .* đến (\d\d\/\d\d)\/\d{4}$/u, "đến $1")
    .replace(/ \(.*\)$/u, "")
    .replace(/(\/| năm )\d{4}$/u, "");
