import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { organisationExists } from "./ministry.store.ts";
import { savePerson } from "./person.store.ts";
import { decidePerson } from "./person.ts";
import { carryPosts, endPosts, postsInUnitsFrom, savePost } from "./post.store.ts";
import { plainPost } from "./post.ts";
import { ancestorsOf, descendantsOf } from "./scope.store.ts";
import {
  decideDissolution,
  decideMerge,
  decideName,
  decideRename,
  decideSplit,
  decideTransfer,
  type Following,
  type Instrument,
  type NewName,
  type Part,
  type UnitsFound,
} from "./succession.ts";
import { mayChangeUnits } from "./unit.may.ts";
import {
  childrenOf,
  endUnits,
  findUnit,
  findUnits,
  lockUnits,
  rehang,
  saveName,
  saveNewUnit,
  savePlace,
  saveSuccession,
} from "./unit.store.ts";
import { type Unit, type UnitKind, type UnitTraits, usualTraits } from "./unit.ts";

interface UnitRequest extends NewName {
  readonly kind: UnitKind;
  readonly traits: UnitTraits;
  readonly province: string | null;
  readonly parent: number | null;
  readonly guidedBy: number | null;
  readonly from: Day;
}

/** Adds a unit under another, or one of its own (a body outside that papers must reach). */
export const addUnit = act({
  name: "unit.add",
  async run(work, request: UnitRequest): Promise<number | Refusal> {
    const above = await findUnits(work.tx, aboveOf(request), request.from);
    const within = await withinOf(work, aboveOf(request));
    const allowed = mayChangeUnits(work.actor, within);
    if (isRefusal(allowed)) return allowed;
    const naming = decideName(request);
    if (isRefusal(naming)) return naming;
    if (above.some((unit) => unit.validity.to !== null && unit.validity.to <= request.from))
      return movedOn("unit-ended", "Đơn vị cấp trên đã kết thúc vào ngày này.");
    const id = await saveNewUnit(work.tx, { ...request, ...naming });
    work.record("unit.added", id, { name: naming.name, code: naming.code, from: request.from });
    return id;
  },
});

interface Renaming extends NewName, Instrument {
  readonly unit: number;
  readonly on: Day;
}

export const renameUnit = act({
  name: "unit.rename",
  async run(work, request: Renaming): Promise<number | Refusal> {
    const unit = await loadUnit(work, request.unit, request.on);
    if (isRefusal(unit)) return unit;
    const allowed = mayChangeUnits(work.actor, await withinOf(work, [unit.id]));
    if (isRefusal(allowed)) return allowed;
    const naming = decideRename(unit, request, request.on);
    if (isRefusal(naming)) return naming;
    await saveName(work.tx, unit.id, naming, request.on);
    await saveSuccession(work.tx, { ...request, kind: "rename", from: unit.id, to: unit.id }, work.at);
    work.record("unit.renamed", unit.id, { before: unit.name, after: naming.name, on: request.on });
    return unit.id;
  },
});

interface Transfer extends Instrument {
  readonly unit: number;
  readonly parent: number | null;
  readonly guidedBy: number | null;
  readonly on: Day;
}

export const transferUnit = act({
  name: "unit.transfer",
  async run(work, request: Transfer): Promise<number | Refusal> {
    const unit = await loadUnit(work, request.unit, request.on);
    if (isRefusal(unit)) return unit;
    for (const within of [await withinOf(work, [unit.id]), await withinOf(work, aboveOf(request))]) {
      const allowed = mayChangeUnits(work.actor, within);
      if (isRefusal(allowed)) return allowed;
    }
    const below = await descendantsOf(work.tx, unit.id, request.on);
    const place = decideTransfer(unit, request, below, request.on);
    if (isRefusal(place)) return place;
    await savePlace(work.tx, unit.id, place, request.on);
    await saveSuccession(work.tx, { ...request, kind: "transfer", from: unit.id, to: unit.id }, work.at);
    work.record("unit.transferred", unit.id, {
      parent: place.parent,
      guidedBy: place.guidedBy,
      on: request.on,
    });
    return unit.id;
  },
});

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
    for (const id of [...request.from, into.id]) {
      const allowed = mayChangeUnits(work.actor, await withinOf(work, [id]));
      if (isRefusal(allowed)) return allowed;
    }
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
    const allowed = mayChangeUnits(work.actor, await withinOf(work, [unit.id]));
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
    const allowed = mayChangeUnits(work.actor, await withinOf(work, [unit.id]));
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

interface Founding extends NewName {
  readonly kind: UnitKind;
  readonly administrator: string;
}

/** The first body and its administrator, in a house that has none (`./thidua start --empty`). */
export const foundOrganisation = act({
  name: "organisation.found",
  async run(work, request: Founding): Promise<{ unit: number; person: number } | Refusal> {
    if (await organisationExists(work.tx))
      return movedOn("already-founded", "Cơ quan đã được thiết lập; hãy đăng nhập.");
    const naming = decideName(request);
    if (isRefusal(naming)) return naming;
    const person = decidePerson(
      {
        name: request.administrator,
        civilNumber: null,
        gender: null,
        birthYear: null,
        category: "civil-servant",
        email: null,
      },
      Number(work.day.slice(0, 4)),
    );
    if (isRefusal(person)) return { ...person, field: "administrator" };
    const place = { parent: null, guidedBy: null, province: null, from: null };
    const unit = await saveNewUnit(work.tx, {
      ...place,
      ...naming,
      kind: request.kind,
      traits: usualTraits[request.kind],
    });
    const id = await savePerson(work.tx, person);
    await savePost(work.tx, { ...plainPost(id, unit, "member", "Cán bộ", work.day), worksAs: "direct" });
    await savePost(work.tx, plainPost(id, unit, "administrator", "Quản trị hệ thống", work.day));
    work.record("organisation.founded", unit, { name: naming.name });
    return { unit, person: id };
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

async function loadUnit(work: Work, id: number, on: Day): Promise<Unit | Refusal> {
  await lockUnits(work.tx, [id]);
  return (await findUnit(work.tx, id, on)) ?? refuse("no-such-unit", "Không có đơn vị này.");
}

async function loadFound(work: Work, ids: readonly number[], on: Day): Promise<UnitsFound> {
  await lockUnits(work.tx, ids);
  return {
    units: await findUnits(work.tx, ids, on),
    posts: await postsInUnitsFrom(work.tx, ids, on),
    children: await childrenOf(work.tx, ids, on),
  };
}

/** The units and all above them as of today, since rights are of today. */
async function withinOf(work: Work, ids: readonly number[]): Promise<number[]> {
  const within = await Promise.all(ids.map((id) => ancestorsOf(work.tx, id, work.day)));
  return within.flat();
}

const aboveOf = (place: { parent: number | null; guidedBy: number | null }): number[] =>
  [place.parent, place.guidedBy].filter((id) => id !== null);

const partOf = (unit: Unit, part: Part, from: Day) => ({
  ...part,
  from,
  traits: usualTraits[part.kind],
  province: unit.province,
  parent: unit.parent,
  guidedBy: unit.guidedBy,
});
