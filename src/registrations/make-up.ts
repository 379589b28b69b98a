import type { Line } from "./line.ts";

/**
 * The make-up of a list (cơ cấu): people who work directly, leaders, women, small collectives. Each is
 * counted once, however many titles they aim at. Unknown is counted as unknown, never as no.
 */
export interface MakeUp {
  readonly people: number;
  readonly direct: number;
  readonly leaders: number;
  readonly women: number;
  readonly smallCollectives: number;
}

export function makeUpOf(lines: readonly Pick<Line, "subject" | "state">[]): MakeUp {
  const people = new Map<number, { worksAs: string | null; gender: string | null }>();
  const small = new Set<number>();
  for (const { subject, state } of lines) {
    if (state !== "listed") continue;
    if (subject.kind === "individual") people.set(subject.person, subject);
    if (subject.kind === "collective" && subject.smallCollective) small.add(subject.unit);
  }
  const all = [...people.values()];
  return {
    people: all.length,
    direct: all.filter((person) => person.worksAs === "direct").length,
    leaders: all.filter((person) => person.worksAs === "leader").length,
    women: all.filter((person) => person.gender === "female").length,
    smallCollectives: small.size,
  };
}

export interface ShareLine {
  readonly label: string;
  readonly registered: number;
  readonly registeredOf: number;
  readonly inUnit: number;
  readonly inUnitOf: number;
}

/** The list's shares beside the unit's own, so that one sees who is overlooked. */
export const sharesBeside = (registered: MakeUp, unit: MakeUp): readonly ShareLine[] => [
  share("Người trực tiếp lao động", registered.direct, registered.people, unit.direct, unit.people),
  share("Lãnh đạo, quản lý", registered.leaders, registered.people, unit.leaders, unit.people),
  share("Nữ", registered.women, registered.people, unit.women, unit.people),
  share(
    "Tập thể nhỏ",
    registered.smallCollectives,
    unit.smallCollectives,
    unit.smallCollectives,
    unit.smallCollectives,
  ),
];

const share = (
  label: string,
  registered: number,
  registeredOf: number,
  inUnit: number,
  inUnitOf: number,
): ShareLine => ({ label, registered, registeredOf, inUnit, inUnitOf });

/** A whole percentage; 0 of nobody. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * 100) / whole);
