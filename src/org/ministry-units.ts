import { type Day, day } from "../platform/day.ts";
import type { FixtureProvince, FixtureSuccession, FixtureUnit, Ministry } from "./ministry.ts";
import { type UnitTraits, usualTraits } from "./unit.ts";

/** Units of the demo with all their names and places over time, still by code. */
export interface UnitHistory {
  readonly code: string;
  readonly kind: FixtureUnit["kind"];
  readonly traits: UnitTraits;
  readonly province: string | null;
  readonly from: Day | null;
  to: Day | null;
  readonly names: Span<{ name: string; short: string }>[];
  readonly places: Span<Place>[];
}

export type Span<What> = What & { from: Day | null; to: Day | null };

export interface Place {
  readonly parent: string | null;
  readonly guidedBy: string | null;
}

export interface Follows {
  readonly kind: FixtureSuccession["kind"];
  readonly from: string;
  readonly to: string | null;
  readonly on: Day;
  readonly people: string | null;
  readonly symbol: string | null;
  readonly signed: Day | null;
  readonly remarks: string | null;
}

export interface UnitsOverTime {
  readonly units: ReadonlyMap<string, UnitHistory>;
  readonly successions: readonly Follows[];
}

const PROVINCES_MERGE = { on: day("2025-07-01"), symbol: "202/2025/QH15", signed: day("2025-06-12") };

/** Plays the changes of the fixture in the order of their days over the units of the beginning. */
export function unitsOverTime(ministry: Ministry): UnitsOverTime {
  const written = [...ministry.units, ...ministry.provinces.flatMap(bodiesOf), ...clusterUnits(ministry)];
  const units = new Map(written.map((unit) => [unit.code, historyOf(unit)]));
  const changes = [
    ...ministry.successions,
    ...ministry.provinces.flatMap((p) => mergerOf(p, ministry.provinces)),
  ];
  const successions: Follows[] = written.flatMap((unit) => renamings(unit, units));
  for (const change of changes.toSorted((left, right) =>
    left.on < right.on ? -1 : left.on > right.on ? 1 : 0,
  ))
    successions.push(...play(change, units));
  return { units, successions };
}

function historyOf(unit: FixtureUnit): UnitHistory {
  const usual = usualTraits[unit.kind];
  const from = unit.from ?? null;
  return {
    code: unit.code,
    kind: unit.kind,
    traits: { ...usual, smallCollective: unit.small ?? usual.smallCollective },
    province: unit.province ?? null,
    from,
    to: null,
    names: [{ name: unit.name, short: unit.short, from, to: null }],
    places: [{ parent: unit.parent ?? null, guidedBy: unit.guidedBy ?? null, from, to: null }],
  };
}

function renamings(unit: FixtureUnit, units: ReadonlyMap<string, UnitHistory>): Follows[] {
  const history = found(units, unit.code);
  return (unit.renamed ?? []).map((renaming) => {
    follow(history.names, { name: renaming.name, short: renaming.short ?? unit.short }, renaming.on);
    return {
      ...{ kind: "rename" as const, from: unit.code, to: unit.code, on: renaming.on, people: null },
      ...{ symbol: renaming.symbol ?? null, signed: renaming.signed ?? null, remarks: null },
    };
  });
}

function play(change: FixtureSuccession, units: ReadonlyMap<string, UnitHistory>): Follows[] {
  const paper = {
    ...{ kind: change.kind, on: change.on, people: change.people ?? null, symbol: change.symbol ?? null },
    ...{ signed: change.signed ?? null, remarks: change.remarks ?? null },
  };
  return change.from.map((code) => {
    const unit = found(units, code);
    if (change.kind === "transfer") {
      follow(
        unit.places,
        { parent: change.under ?? null, guidedBy: unit.places.at(-1)!.guidedBy },
        change.on,
      );
      return { ...paper, from: code, to: code };
    }
    const to = change.to?.[0] ?? null;
    end(unit, change.on);
    rehang(units, code, to, change.on);
    return { ...paper, from: code, to };
  });
}

function end(unit: UnitHistory, on: Day): void {
  unit.to = on;
  close(unit.names, on);
  close(unit.places, on);
}

/** What stood under an ended unit stands under the one that follows. */
function rehang(units: ReadonlyMap<string, UnitHistory>, ended: string, to: string | null, on: Day): void {
  for (const unit of units.values()) {
    const place = unit.places.at(-1);
    if (!place || unit.to !== null || (place.parent !== ended && place.guidedBy !== ended)) continue;
    const parent = place.parent === ended ? to : place.parent;
    const guidedBy = place.guidedBy === ended ? to : place.guidedBy;
    follow(unit.places, { parent, guidedBy }, on);
  }
}

function follow<What>(spans: Span<What>[], next: What, on: Day): void {
  close(spans, on);
  spans.push({ ...next, from: on, to: null });
}

/** Closes the last span; one that began the same day never held. */
function close<What>(spans: Span<What>[], on: Day): void {
  const last = spans.at(-1);
  if (!last) return;
  if (last.from === on) spans.pop();
  const open = spans.at(-1);
  if (open) open.to = on;
}

function bodiesOf(province: FixtureProvince): FixtureUnit[] {
  const { abbreviation, code, name, short } = province;
  const named = (before: string, shortBefore: string) => ({
    name: `${before} ${name}`,
    short: `${shortBefore} ${short}`,
    province: code,
    renamed: province.renamed
      ? [
          {
            ...province.renamed,
            name: `${before} ${province.renamed.name}`,
            short: `${shortBefore} ${province.renamed.short}`,
          },
        ]
      : [],
  });
  const enforcement = named("Cục Thi hành án dân sự", "Cục THADS");
  const place = province.renamed ?? { name, short };
  const goesOn = province.mergedInto === undefined;
  return [
    { code: `UBND-${abbreviation}`, kind: "people-committee", ...named("Ủy ban nhân dân", "UBND") },
    {
      code: `SNV-${abbreviation}`,
      kind: "home-affairs-department",
      parent: `UBND-${abbreviation}`,
      ...named("Sở Nội vụ", "SNV"),
    },
    {
      code: `STP-${abbreviation}`,
      kind: "provincial-department",
      parent: `UBND-${abbreviation}`,
      guidedBy: "BTP",
      ...named("Sở Tư pháp", "STP"),
    },
    {
      ...{ code: `THADS-${abbreviation}`, kind: "enforcement-province", parent: "TCTHADS", ...enforcement },
      renamed: goesOn
        ? [
            ...enforcement.renamed,
            {
              on: PROVINCES_MERGE.on,
              name: `Thi hành án dân sự ${place.name}`,
              short: `THADS ${place.short}`,
            },
          ]
        : enforcement.renamed,
    },
  ];
}

function mergerOf(province: FixtureProvince, all: readonly FixtureProvince[]): FixtureSuccession[] {
  const into = all.find((other) => other.code === province.mergedInto);
  if (!into) return [];
  return ["STP", "THADS", "SNV", "UBND"].map((body) => ({
    ...PROVINCES_MERGE,
    kind: "merge",
    from: [`${body}-${province.abbreviation}`],
    to: [`${body}-${into.abbreviation}`],
  }));
}

const clusterUnits = (ministry: Ministry): FixtureUnit[] =>
  ministry.clusters.map((cluster) => ({
    ...{ code: cluster.code, kind: "cluster", name: cluster.name, short: cluster.name },
    ...{ parent: cluster.founder, from: cluster.from },
  }));

export function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo ministry does not name ${key}`);
  return value;
}
