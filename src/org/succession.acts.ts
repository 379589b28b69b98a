import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { carryPosts, endPosts, postsInUnitsFrom } from "./post.store.ts";
import { hasProved } from "./reach.ts";
import { ancestorsOf } from "./scope.store.ts";
import {
  decideDissolution,
  decideMerge,
  decideSplit,
  type Following,
  type Instrument,
  type Part,
  type UnitsFound,
} from "./succession.ts";
import { loadUnit } from "./unit.acts.ts";
import { mayChangeUnit } from "./unit.may.ts";
import { childrenOf, findUnits, saveNewUnit } from "./unit.store.ts";
import { type Unit, usualTraits } from "./unit.ts";
import { endUnits, lockUnits, rehang, saveSuccession } from "./unit-change.store.ts";

interface Merger extends Instrument {
  readonly from: readonly number[];
  readonly into: number;
  readonly on: Day;
}

/** Merges units into one; its people, posts and units below follow as the preview showed. */
export const mergeUnits = act({
  name: "unit.merge",
  async run(work, request: Merger): Promise<number | Refusal> {
    const into = await loadUnit(work, request.into, request.on);
    if (isRefusal(into)) return into;
    const found = await loadFound(work, request.from, request.on);
    for (const unit of [...found.units, into]) {
      const allowed = mayChangeUnit(work.actor, unit, await ancestorsOf(work.tx, unit.id, work.day));
      if (isRefusal(allowed)) return allowed;
    }
    const proved = hasProved(work.actor);
    if (isRefusal(proved)) return proved;
    const following = decideMerge(found, into, request.on);
    if (isRefusal(following)) return following;
    await followTo(work, found, following, into.id, request.on);
    for (const from of following.ending)
      await saveSuccession(work.tx, { ...request, kind: "merge", from, to: into.id }, work.at);
    for (const from of following.ending) work.record("unit.merged", from, { into: into.id, on: request.on });
    work.record("unit.took-in", into.id, {
      units: following.ending,
      people: following.moved.length,
      on: request.on,
    });
    return into.id;
  },
});

interface Split extends Instrument {
  readonly unit: number;
  readonly parts: readonly Part[];
  readonly goesOn: boolean;
  readonly on: Day;
}

export const splitUnit = act({
  name: "unit.split",
  async run(work, request: Split): Promise<number | Refusal> {
    const unit = await loadUnit(work, request.unit, request.on);
    if (isRefusal(unit)) return unit;
    const allowed = mayChangeUnit(work.actor, unit, await ancestorsOf(work.tx, unit.id, work.day));
    if (isRefusal(allowed)) return allowed;
    const found = await loadFound(work, [unit.id], request.on);
    const decided = decideSplit(found, request.parts, request.goesOn, request.on);
    if (isRefusal(decided)) return decided;
    // An ending unit gives its codes free before its parts take them.
    const ids: number[] = [];
    if (!request.goesOn) await endUnits(work.tx, [unit.id], request.on);
    for (const part of decided.parts) ids.push(await saveNewUnit(work.tx, partOf(unit, part, request.on)));
    const first = ids[0]!;
    if (!request.goesOn) await moveAlong(work, found, decided.following, first, request.on);
    for (const to of ids)
      await saveSuccession(work.tx, { ...request, kind: "split", from: unit.id, to }, work.at);
    work.record("unit.split", unit.id, { into: ids, goesOn: request.goesOn, on: request.on });
    return request.goesOn ? unit.id : first;
  },
});

export const dissolveUnit = act({
  name: "unit.dissolve",
  async run(work, request: Instrument & { unit: number; on: Day }): Promise<number | Refusal> {
    const unit = await loadUnit(work, request.unit, request.on);
    if (isRefusal(unit)) return unit;
    const allowed = mayChangeUnit(work.actor, unit, await ancestorsOf(work.tx, unit.id, work.day));
    if (isRefusal(allowed)) return allowed;
    const following = decideDissolution(await loadFound(work, [unit.id], request.on), request.on);
    if (isRefusal(following)) return following;
    await endPosts(
      work.tx,
      following.ended.map((post) => post.id),
      request.on,
    );
    await endUnits(work.tx, following.ending, request.on);
    await saveSuccession(work.tx, { ...request, kind: "dissolve", from: unit.id, to: null }, work.at);
    work.record("unit.dissolved", unit.id, { on: request.on });
    return unit.id;
  },
});

async function followTo(
  work: Work,
  found: UnitsFound,
  following: Following,
  to: number,
  on: Day,
): Promise<void> {
  await moveAlong(work, found, following, to, on);
  await endUnits(work.tx, following.ending, on);
}

async function moveAlong(
  work: Work,
  found: UnitsFound,
  following: Following,
  to: number,
  on: Day,
): Promise<void> {
  const moved = following.moved.map((post) => post.id);
  await carryPosts(work.tx, moved, to, on);
  await endPosts(work.tx, [...moved, ...following.ended.map((post) => post.id)], on);
  const children = found.children.filter((child) => following.rehung.includes(child.id));
  await rehang(work.tx, children, following.ending, to, on);
}

async function loadFound(work: Work, ids: readonly number[], on: Day): Promise<UnitsFound> {
  await lockUnits(work.tx, ids);
  return {
    units: await findUnits(work.tx, ids, on),
    posts: await postsInUnitsFrom(work.tx, ids, on),
    children: await childrenOf(work.tx, ids, on),
  };
}

const partOf = (unit: Unit, part: Part, from: Day) => ({
  ...part,
  from,
  traits: usualTraits[part.kind],
  province: unit.province,
  parent: unit.parent,
  guidedBy: unit.guidedBy,
});
