import { act, type Work } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { all, isRefusal, movedOn, type Permit, type Refusal, refuse } from "../platform/refusal.ts";
import { ancestorsOf, descendantsOf } from "./scope.store.ts";
import { decideName, decideRename, decideTransfer, type Instrument, type NewName } from "./succession.ts";
import { mayAddUnit, mayChangeUnit } from "./unit.may.ts";
import { findUnit, findUnits, saveNewUnit } from "./unit.store.ts";
import type { Unit, UnitKind, UnitTraits } from "./unit.ts";
import { lockUnits, saveFacts, saveName, savePlace, saveSuccession } from "./unit-change.store.ts";

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
    const allowed = await mayHangUnder(work, above);
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
    const allowed = mayChangeUnit(work.actor, unit, await ancestorsOf(work.tx, unit.id, work.day));
    if (isRefusal(allowed)) return allowed;
    const naming = decideRename(unit, request, request.on);
    if (isRefusal(naming)) return naming;
    await saveName(work.tx, unit.id, naming, request.on);
    await saveSuccession(work.tx, { ...request, kind: "rename", from: unit.id, to: unit.id }, work.at);
    work.record("unit.renamed", unit.id, { before: unit.name, after: naming.name, on: request.on });
    return unit.id;
  },
});

interface UnitFacts {
  readonly unit: number;
  readonly address: string | null;
  readonly email: string | null;
  readonly smallCollective: boolean;
  readonly hasAccounts: boolean;
}

/** Where papers reach a unit, whether it is a small collective and whether anybody signs in for it. */
export const changeUnitFacts = act({
  name: "unit.change-facts",
  async run(work, request: UnitFacts): Promise<number | Refusal> {
    const unit = await loadUnit(work, request.unit, work.day);
    if (isRefusal(unit)) return unit;
    const allowed = mayChangeUnit(work.actor, unit, await ancestorsOf(work.tx, unit.id, work.day));
    if (isRefusal(allowed)) return allowed;
    await saveFacts(work.tx, request);
    work.record("unit.facts-changed", unit.id, { ...request });
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
    const allowed = all(
      mayChangeUnit(work.actor, unit, await ancestorsOf(work.tx, unit.id, work.day)),
      await mayHangUnder(work, await findUnits(work.tx, aboveOf(request), request.on)),
    );
    if (isRefusal(allowed)) return allowed;
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

/** Locks a unit and loads it as it is on the day. */
export async function loadUnit(work: Work, id: number, on: Day): Promise<Unit | Refusal> {
  await lockUnits(work.tx, [id]);
  return (await findUnit(work.tx, id, on)) ?? refuse("no-such-unit", "Không có đơn vị này.");
}

/** Every unit that would stand above must be one that the actor may change; under nobody stand bodies outside. */
async function mayHangUnder(work: Work, above: readonly Unit[]): Promise<Permit | Refusal> {
  const rights = await Promise.all(
    above.map(async (unit) => mayChangeUnit(work.actor, unit, await ancestorsOf(work.tx, unit.id, work.day))),
  );
  return rights.length === 0 ? mayAddUnit(work.actor) : all(...rights);
}

const aboveOf = (place: { parent: number | null; guidedBy: number | null }): number[] =>
  [place.parent, place.guidedBy].filter((id) => id !== null);
