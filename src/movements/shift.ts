import { type Day, dateOf, dayOf, monthOf, writeDay, yearOf } from "../platform/day.ts";
import type { MovementDraft, NewDeadline } from "./draft.ts";
import type { Movement, Phase } from "./movement.ts";

/**
 * Last year's launch as this year's draft: days move on by whole years, and a day that the new year does not
 * have (29/02) is kept as written and found impossible, for a person to settle.
 */
export function shiftMovement(movement: Movement, year: number, draftedIn: number | null): MovementDraft {
  const years = year - movement.fromYear;
  return {
    ...movement,
    launcher: movement.launcher.id,
    draftedIn,
    origin: "copied",
    copiedFrom: movement.id,
    name: shiftYears(movement.name, years),
    spellings: [],
    fromYear: year,
    toYear: movement.toYear + years,
    // A theme belongs to its year; the new one is written anew.
    theme: null,
    motto: null,
    onPortal: movement.onPortal,
    occasions: [],
    documents: [],
    targets: movement.targets.map((target) => ({
      ...target,
      id: null,
      words: shiftYears(target.words, years),
      line: null,
    })),
    contents: movement.contents.map((content) => ({
      ...content,
      heading: shiftYears(content.heading, years),
      line: null,
    })),
    grounds: movement.grounds.map((ground) => ({ ...ground, line: null })),
    duties: movement.duties.map((duty) => ({ ...duty, line: null })),
    phases: movement.phases.map((phase) => shiftPhase(phase, years)),
    deadlines: movement.deadlines
      .filter((deadline) => !deadline.withdrawn)
      .map((deadline) => shiftDeadline(deadline, years)),
    links: [
      ...movement.links.filter((link) => link.kind === "related"),
      { kind: "continues", other: movement.id, name: movement.name },
    ],
  };
}

/** The same date years later; null where that year has none. */
export const shiftDay = (value: Day, years: number): Day | null =>
  dayOf(yearOf(value) + years, monthOf(value), dateOf(value));

function shiftPhase(phase: Phase, years: number): Phase {
  const moved = (value: Day | null) => (value === null ? null : shiftDay(value, years));
  const wording = (value: Day | null, before: string | null) =>
    value !== null && shiftDay(value, years) === null ? writeShifted(value, years) : before;
  return {
    ...phase,
    name: shiftYears(phase.name, years),
    from: moved(phase.from),
    to: moved(phase.to),
    fromWording: wording(phase.from, null),
    toWording: wording(phase.to, null),
    line: null,
  };
}

function shiftDeadline(deadline: Movement["deadlines"][number], years: number): NewDeadline {
  const { settlements: _, withdrawn: __, id: ___, ...kept } = deadline;
  const base = { ...kept, line: null, settlement: null, what: shiftYears(deadline.what, years) };
  if (deadline.day === null) return { ...base, wording: shiftYears(deadline.wording, years) };
  const day = shiftDay(deadline.day, years);
  const words = deadline.inclusive ? "chậm nhất ngày" : "trước ngày";
  if (day === null)
    return {
      ...base,
      kind: "impossible",
      day: null,
      wording: `${words} ${writeShifted(deadline.day, years)}`,
    };
  return { ...base, kind: "dated", day, wording: `${words} ${writeDay(day)}` };
}

/** `29/02/2025`: a day that does not exist, as it would be written. */
const writeShifted = (value: Day, years: number): string => {
  const [year, month, date] = value.split("-");
  return `${date}/${month}/${Number(year) + years}`;
};

/** Years named in a text move with it: “năm 2025”, “giai đoạn 2021-2025”. */
export const shiftYears = (text: string, years: number): string =>
  text.replace(/(?<![\d/.])(?:19|20|21)\d{2}(?![\d/])/g, (year) => `${Number(year) + years}`);
