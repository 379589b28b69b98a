import type { Code } from "../law/codes.ts";
import { isSameAim, type Line } from "./line.ts";

/** A listed line of a registration below, with the name of the unit that sent it. */
export interface LineBelow {
  readonly line: Line;
  readonly unitName: string;
}

export interface Gathering {
  readonly taken: readonly LineBelow[];
  /** Lines whose subject already stands in the list with that title. */
  readonly standing: readonly LineBelow[];
}

/**
 * Gathers the lines that rooms have sent (tổng hợp) without typing them again: each refers to the line it
 * comes from. What stands in the list already is left as it is.
 */
export function gather(own: readonly Line[], below: readonly LineBelow[]): Gathering {
  const listed = own.filter((line) => line.state !== "declined");
  const taken: LineBelow[] = [];
  const standing: LineBelow[] = [];
  for (const candidate of below) {
    if (listed.some((line) => line.gatheredFrom?.line === candidate.line.id)) continue;
    const { title, subject } = candidate.line;
    const known = [...listed, ...taken.map(({ line }) => line)].some((line) =>
      isSameAim(line, title, subject),
    );
    (known ? standing : taken).push(candidate);
  }
  return { taken, standing };
}

/** How many lines aim at each title, most first: the tally that goes up with the list. */
export function tallyOf(lines: readonly Pick<Line, "title" | "chain" | "state">[]): readonly {
  readonly title: Code;
  readonly chain: Line["chain"];
  readonly count: number;
}[] {
  const counts = new Map<string, { title: Code; chain: Line["chain"]; count: number }>();
  for (const { title, chain, state } of lines) {
    if (state !== "listed") continue;
    const key = `${chain} ${title}`;
    const tally = counts.get(key) ?? { title, chain, count: 0 };
    counts.set(key, { ...tally, count: tally.count + 1 });
  }
  return [...counts.values()].sort(
    (left, right) => right.count - left.count || (left.title < right.title ? -1 : 1),
  );
}
