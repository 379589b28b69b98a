import { isGrouping, type Unit, unitKinds } from "./unit.ts";

/** A unit with what stands under it by administration: by kind, then in the order given. */
export interface Branch {
  readonly unit: Unit;
  readonly below: readonly Branch[];
  /** Units guided professionally that belong to somebody else. */
  readonly guided: readonly Unit[];
  /** How many units stand below in all. */
  readonly size: number;
}

/** The tree of bodies on a day; clusters, councils and the like stand apart from it. */
export function treeOf(units: readonly Unit[]): Branch[] {
  const bodies = units
    .filter((unit) => !isGrouping(unit.kind))
    .toSorted((left, right) => unitKinds.indexOf(left.kind) - unitKinds.indexOf(right.kind));
  const known = new Set(bodies.map((unit) => unit.id));
  const there = (id: number | null) => (id !== null && known.has(id) ? id : null);
  const guided = groupBy(bodies, (unit) => there(unit.guidedBy));
  // A unit that only has a guide is shown with it, not as a body of its own.
  const hung = bodies.filter((unit) => there(unit.parent) !== null || there(unit.guidedBy) === null);
  const under = groupBy(hung, (unit) => there(unit.parent));
  const grow = (unit: Unit): Branch => {
    const below = (under.get(unit.id) ?? []).map(grow);
    return { unit, below, guided: guided.get(unit.id) ?? [], size: sizeOf(below) };
  };
  const roots = (under.get(null) ?? []).map(grow);
  // Where the work of the whole sector begins comes first; bodies that papers only reach come last.
  return roots.toSorted((left, right) => Number(right.unit.hasAccounts) - Number(left.unit.hasAccounts));
}

const sizeOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, branch) => sum + 1 + branch.size, 0);

function groupBy<Key>(units: readonly Unit[], keyOf: (unit: Unit) => Key): Map<Key, Unit[]> {
  const groups = new Map<Key, Unit[]>();
  for (const unit of units) {
    const key = keyOf(unit);
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return groups;
}
