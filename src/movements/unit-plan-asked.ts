import { type BoundUnit, binds } from "./audience.ts";
import { directionOf, type ParentItem } from "./coverage.ts";
import { asDeadline } from "./deadlines.ts";
import type { Content, Movement } from "./movement.ts";

type Launch = Pick<Movement, "contents" | "targets" | "deadlines">;

/**
 * What a launch asks of one unit: contents that are nobody else's, at their lowest level; all targets; the
 * deadlines that bind it. `within` is the unit with all above it.
 */
export const askedOf = (launch: Launch, unit: BoundUnit, within: readonly number[]): ParentItem[] => [
  ...contentsAsked(launch.contents, within),
  ...launch.targets.map(
    (target): ParentItem => ({
      kind: "target",
      key: `target-${target.id}`,
      words: target.words,
      value: target.value,
      valueUnit: target.unit,
      base: target.base,
      measure: target.measure,
      direction: directionOf(`${target.words} ${target.measure ?? ""}`),
    }),
  ),
  ...launch.deadlines
    .filter((deadline) => !deadline.withdrawn && binds(deadline, unit))
    .map(
      (deadline): ParentItem => ({
        kind: "deadline",
        key: `deadline-${deadline.id}`,
        words: deadline.what,
        deadline: asDeadline(deadline),
      }),
    ),
];

/** A content is named by its label, since a change of the outline writes its rows anew. */
function contentsAsked(contents: readonly Content[], within: readonly number[]): ParentItem[] {
  const seen = new Map<string, number>();
  const above: Content[] = [];
  return contents.flatMap((content, index): ParentItem[] => {
    while ((above.at(-1)?.level ?? 0) >= content.level) above.pop();
    const grouping = above.at(-1)?.heading ?? null;
    above.push(content);
    const path = above.map(({ label, heading }) => label || heading.slice(0, 40)).join("/");
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    const isLeaf = (contents[index + 1]?.level ?? 0) <= content.level;
    const anothers = content.units.length > 0 && !content.units.some((unit) => within.includes(unit));
    if (!isLeaf || anothers) return [];
    const key = `content-${path}${times > 1 ? `#${times}` : ""}`;
    return [{ kind: "content", key, label: content.label, words: content.heading, grouping }];
  });
}
