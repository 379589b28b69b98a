import {
  addDays,
  addMonths,
  type Day,
  day as dayFrom,
  daysBetween,
  monthOf,
  yearOf,
} from "../../platform/day.ts";

export type MarkTone = "plain" | "good" | "watch" | "bad";

export interface YearPhase {
  readonly label: string;
  readonly from: Day;
  /** Last day in the phase. */
  readonly to: Day;
}

export interface YearMark {
  readonly label: string;
  readonly day: Day;
  readonly tone?: MarkTone | undefined;
  /** The tone in words: “đã gửi”, “quá hạn 2 ngày”. */
  readonly state?: string | undefined;
  /** Above the phases (what one does) or below them (what others do). */
  readonly above?: boolean | undefined;
}

export interface YearLineFacts {
  readonly from: Day;
  /** Last day shown. */
  readonly to: Day;
  readonly phases: readonly YearPhase[];
  readonly marks: readonly YearMark[];
  readonly today: Day;
}

export interface PlacedMark extends YearMark {
  readonly x: number;
  readonly y: number;
  readonly textX: number;
  readonly anchor: "start" | "end";
  /** Where the thin line to the phases ends; null when the sign stands right at them. */
  readonly leaderTo: number | null;
  readonly text: string;
}

export interface PlacedPhase {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly current: boolean;
}

export interface YearLineLayout {
  readonly width: number;
  readonly height: number;
  readonly months: readonly { readonly x: number; readonly textX: number; readonly text: string }[];
  readonly phases: readonly PlacedPhase[];
  readonly marks: readonly PlacedMark[];
  readonly today: { readonly x: number; readonly flagX: number; readonly text: string } | null;
  readonly top: number;
  readonly bottom: number;
}

export const flag = { width: 104, height: 22 };
export const phaseHeight = 28;

const MARGIN = 14;
const LANE = 21;
const MOST_LANES = 12;
const SIGN = 9;

/** Widths in the screen font at 13.5, by kind of letter; a little wide, so that a fallback font fits too. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[\s.,:;'·]/u, 3.6],
  [/[ilíìỉĩịj1]/u, 4],
  [/[frt]/u, 5.8],
  [/[mwMW]/u, 12],
  [/\p{Lu}/u, 10.2],
];
const USUAL = 9;

/** `30/6`, `27/02`: months 1 and 2 with their zero, as official papers write them. */
export const shortDay = (value: Day): string => {
  const month = monthOf(value);
  return `${value.slice(8)}/${month < 3 ? `0${month}` : month}`;
};

const later = (one: Day, other: Day): Day => [one, other].sort()[1] ?? one;
const earlier = (one: Day, other: Day): Day => [one, other].sort()[0] ?? one;

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? USUAL), 0);

/** The words, or as many letters of them as fit. */
const cutTo = (text: string, room: number): string => {
  if (widthOf(text) <= room) return text;
  let kept = text;
  while (kept && widthOf(`${kept}…`) > room) kept = kept.slice(0, -1).trimEnd();
  return kept.length > 2 ? `${kept}…` : "";
};

/** Places everything on a line of that width so that no words lie on others. */
export function layOutYear(facts: YearLineFacts, width: number): YearLineLayout {
  const days = daysBetween(facts.from, facts.to) + 1;
  const xOf = (value: Day): number =>
    round(MARGIN + (daysBetween(facts.from, value) / days) * (width - 2 * MARGIN));
  const shows = (value: Day): boolean => value >= facts.from && value <= facts.to;
  const todayX = shows(facts.today) ? xOf(facts.today) : null;

  const seen = facts.marks.filter((mark) => shows(mark.day)).sort((a, b) => (a.day < b.day ? -1 : 1));
  const above = placeInLanes(
    seen.filter((mark) => mark.above),
    xOf,
    width,
    todayX,
  );
  const below = placeInLanes(
    seen.filter((mark) => !mark.above),
    xOf,
    width,
    todayX,
  );
  const rows = phasesInRows(facts.phases);

  const top = flag.height + 8;
  const phasesTop = top + above.lanes * LANE + 4;
  const phasesBottom = phasesTop + Math.max(1, rows.length) * (phaseHeight + 4) - 4;
  const bottom = phasesBottom + 8 + below.lanes * LANE;

  const marks = [
    ...above.placed.map((one) => ({
      ...one.mark,
      ...one.place,
      y: phasesTop - 11 - one.lane * LANE,
      leaderTo: one.lane === 0 ? null : phasesTop,
    })),
    ...below.placed.map((one) => ({
      ...one.mark,
      ...one.place,
      y: phasesBottom + 13 + one.lane * LANE,
      leaderTo: one.lane === 0 ? null : phasesBottom,
    })),
  ];
  return {
    width,
    height: bottom + 24,
    months: monthsBetween(facts, xOf, width),
    phases: rows.flatMap((row, index) =>
      row.map((phase) => placePhase(phase, facts, xOf, phasesTop + index * (phaseHeight + 4))),
    ),
    marks,
    today: todayX === null ? null : placeFlag(todayX, width, facts.today),
    top,
    bottom,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function placeFlag(x: number, width: number, today: Day) {
  const flagX = Math.min(Math.max(x - flag.width / 2, 0), width - flag.width);
  return { x, flagX: round(flagX), text: `Hôm nay ${shortDay(today)}` };
}

function placePhase(
  phase: YearPhase,
  facts: YearLineFacts,
  xOf: (value: Day) => number,
  y: number,
): PlacedPhase {
  const from = later(phase.from, facts.from);
  const to = earlier(phase.to, facts.to);
  const x = xOf(from);
  const width = round(Math.max(4, xOf(addDays(to, 1)) - x - 2));
  const name = phase.label.split(" · ")[0] ?? phase.label;
  const text = widthOf(phase.label) <= width - 16 ? phase.label : cutTo(name, width - 16);
  return { x, y, width, text, current: phase.from <= facts.today && facts.today <= phase.to };
}

/** Phases that overlap stand in rows of their own. */
function phasesInRows(phases: readonly YearPhase[]): YearPhase[][] {
  const rows: YearPhase[][] = [];
  for (const phase of [...phases].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const row = rows.find((one) => (one.at(-1)?.to ?? "") < phase.from);
    if (row) row.push(phase);
    else rows.push([phase]);
  }
  return rows;
}

interface Place {
  readonly x: number;
  readonly textX: number;
  readonly anchor: "start" | "end";
  readonly text: string;
}

type Span = readonly [left: number, right: number];

/**
 * The latest mark stands nearest to the phases and earlier ones farther out, so that the thin lines of the
 * farther ones pass left of the words of the nearer ones.
 */
function placeInLanes(
  marks: readonly YearMark[],
  xOf: (value: Day) => number,
  width: number,
  todayX: number | null,
) {
  const lanes: Span[][] = [];
  const placed = marks.toReversed().map((mark) => {
    const { place, lane } = choose(placesFor(mark, xOf(mark.day), width), lanes, todayX);
    while (lanes.length <= lane) lanes.push([]);
    lanes[lane]?.push(spanOf(place));
    for (const lower of lanes.slice(0, lane)) lower.push([place.x - 2, place.x + 2]);
    return { mark, place, lane };
  });
  return { placed: placed.reverse(), lanes: lanes.length };
}

function placesFor(mark: YearMark, x: number, width: number): Place[] {
  const text = `${shortDay(mark.day)} ${mark.label}`;
  const right: Place = { x, textX: round(x + SIGN), anchor: "start", text };
  const left: Place = { x, textX: round(x - SIGN), anchor: "end", text };
  const fitting = [right, left].filter((place) => spanOf(place)[0] >= 0 && spanOf(place)[1] <= width);
  if (fitting.length > 0) return fitting;
  return [shortened(x < width / 2 ? right : left, width)];
}

/** Words longer than the room at either side lose their end; the table beside keeps them whole. */
function shortened(place: Place, width: number): Place {
  const room = place.anchor === "start" ? width - place.textX : place.textX;
  return { ...place, text: cutTo(place.text, room) };
}

const spanOf = (place: Place): Span =>
  place.anchor === "start"
    ? [place.x - 6, place.textX + widthOf(place.text)]
    : [place.textX - widthOf(place.text), place.x + 6];

/** The cheapest free place: near to the phases, today's line not crossed, the way to the phases free. */
function choose(places: readonly Place[], lanes: readonly Span[][], todayX: number | null) {
  let best: { place: Place; lane: number; cost: number } | null = null;
  for (let lane = 0; lane < MOST_LANES; lane++)
    for (const place of places) {
      const span = spanOf(place);
      if ((lanes[lane] ?? []).some((other) => overlap(span, other))) continue;
      const blocked = lanes.slice(0, lane).some((lower) => lower.some((one) => holds(one, place.x)));
      const cost = lane + (crosses(place, span, todayX) ? 1.5 : 0) + (blocked ? 2.5 : 0);
      if (!best || cost < best.cost) best = { place, lane, cost };
    }
  return best ?? { place: places[0] as Place, lane: MOST_LANES };
}

const holds = ([left, right]: Span, x: number): boolean => left < x && x < right;

/** A mark on today's own day may touch the line with its sign, never with its words. */
const crosses = (place: Place, [left, right]: Span, todayX: number | null): boolean =>
  todayX !== null && Math.abs(place.x - todayX) > 6 && left - 2 < todayX && todayX < right + 2;

const overlap = (one: Span, other: Span): boolean => one[0] < other[1] + 4 && other[0] < one[1] + 4;

/** Months of the span; in a long one only as many as have room for their words. */
function monthsBetween(facts: YearLineFacts, xOf: (value: Day) => number, width: number) {
  const starts: Day[] = [];
  let start = dayFrom(`${facts.from.slice(0, 7)}-01`);
  while (start <= facts.to) {
    starts.push(start);
    start = addMonths(start, 1);
  }
  const room = (width - 2 * MARGIN) / starts.length;
  const step = room < 16 ? (room < 6 ? 12 : 3) : 1;
  return starts
    .filter((_, index) => index % step === 0)
    .map((first) => {
      const x = xOf(later(first, facts.from));
      const text = step === 12 ? `${yearOf(first)}` : room < 34 ? `${monthOf(first)}` : `T${monthOf(first)}`;
      return { x, textX: round(x + (room * step) / 2), text };
    });
}
