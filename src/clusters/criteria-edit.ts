import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { type Criteria, type Criterion, flatten } from "./criteria.ts";

/** What a person writes of a criterion; where it stands is another matter. */
export type CriterionWords = Omit<Criterion, "id" | "children">;

const gone = movedOn(
  "no-such-criterion",
  "Tiêu chí này không còn trong bảng; bảng đã được sửa ở cửa sổ khác.",
);

const findCriterion = (criteria: Criteria, id: number): Criterion | null =>
  flatten(criteria.groups).find((criterion) => criterion.id === id) ?? null;

/** Adds a criterion at the end below another, or as a group of its own when `parent` is null. */
export function addCriterion(
  criteria: Criteria,
  parent: number | null,
  words: CriterionWords,
): Criteria | Refusal {
  const id = 1 + Math.max(0, ...flatten(criteria.groups).map((criterion) => criterion.id));
  const added: Criterion = { ...words, id, children: [] };
  if (parent === null) return { ...criteria, groups: [...criteria.groups, added] };
  if (!findCriterion(criteria, parent)) return gone;
  // What gets something below it is no longer scored itself: it sums up.
  return changed(criteria, parent, (one) => ({
    ...one,
    rule: null,
    source: null,
    children: [...one.children, added],
  }));
}

export const editCriterion = (criteria: Criteria, id: number, words: CriterionWords): Criteria | Refusal => {
  const before = findCriterion(criteria, id);
  if (!before) return gone;
  const branch = before.children.length > 0;
  return changed(criteria, id, (one) => ({
    ...one,
    ...words,
    rule: branch ? null : words.rule,
    source: branch ? null : words.source,
  }));
};

/** Takes a criterion away with all that stands below it. */
export function removeCriterion(criteria: Criteria, id: number): Criteria | Refusal {
  if (!findCriterion(criteria, id)) return gone;
  const groups = without(criteria.groups, id);
  const left = new Set(flatten(groups).map((criterion) => criterion.id));
  return { ...criteria, groups, targets: criteria.targets.filter((target) => left.has(target)) };
}

export type Move = "up" | "down";

/** Changes places with the neighbour above or below; the first stays first, the last stays last. */
export function moveCriterion(criteria: Criteria, id: number, move: Move): Criteria | Refusal {
  if (!findCriterion(criteria, id)) return gone;
  return { ...criteria, groups: moved(criteria.groups, id, move) };
}

/** Puts a criterion, with all below it, at the end below another one, or among the groups. */
export function placeCriterion(criteria: Criteria, id: number, parent: number | null): Criteria | Refusal {
  const taken = findCriterion(criteria, id);
  if (!taken) return gone;
  if (parent === null) return { ...criteria, groups: [...without(criteria.groups, id), taken] };
  if (flatten([taken]).some((criterion) => criterion.id === parent))
    return refuse("below-itself", "Không đưa một mục vào chính nó hoặc vào mục con của nó.", {
      field: "parent",
    });
  const rest = { ...criteria, groups: without(criteria.groups, id) };
  if (!findCriterion(rest, parent)) return gone;
  return changed(rest, parent, (one) => ({
    ...one,
    rule: null,
    source: null,
    children: [...one.children, taken],
  }));
}

const changed = (criteria: Criteria, id: number, change: (one: Criterion) => Criterion): Criteria => ({
  ...criteria,
  groups: changedIn(criteria.groups, id, change),
});

const changedIn = (
  all: readonly Criterion[],
  id: number,
  change: (one: Criterion) => Criterion,
): Criterion[] =>
  all.map((one) => (one.id === id ? change(one) : { ...one, children: changedIn(one.children, id, change) }));

const without = (all: readonly Criterion[], id: number): Criterion[] =>
  all.filter((one) => one.id !== id).map((one) => ({ ...one, children: without(one.children, id) }));

function moved(all: readonly Criterion[], id: number, move: Move): Criterion[] {
  const at = all.findIndex((one) => one.id === id);
  if (at < 0) return all.map((one) => ({ ...one, children: moved(one.children, id, move) }));
  const to = at + (move === "up" ? -1 : 1);
  if (to < 0 || to >= all.length) return [...all];
  const others = all.filter((one) => one.id !== id);
  return [...others.slice(0, to), all[at]!, ...others.slice(to)];
}
