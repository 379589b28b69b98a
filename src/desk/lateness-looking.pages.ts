import { yearOf } from "../platform/day.ts";
import { withExtensions } from "../platform/extensions.store.ts";
import type { Gathered, YearResult } from "../platform/offers.ts";
import { fold } from "../platform/vietnamese.ts";
import { actorOf, type Context, NotFound, readerOf } from "../web/http.ts";
import type { TableAddress } from "../web/kit.ts";
import {
  dueUnits,
  latenessReachOf,
  namesInOrder,
  seesNothing,
  type UnitWithin,
  unitsWithin,
} from "./lateness.store.ts";
import { type DueFilter, type DueRow, type DueUnit, dueRows, filterDues, isDueStanding } from "./lateness.ts";

/** Path and filters of a page of lateness; the year is always named, so that its filter says which. */
export const latenessAddress = (c: Context, path: string): TableAddress => ({
  path,
  query: {
    ...Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== "")),
    nam: `${yearIn(c)}`,
  },
});

export const yearIn = (c: Context): number => {
  const text = c.req.query("nam") ?? "";
  return /^(19|20|21)\d{2}$/.test(text) ? Number(text) : yearOf(actorOf(c).day);
};

const numberIn = (text: string | undefined): number | null =>
  text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

const filterIn = ({ query }: TableAddress): DueFilter => ({
  words: query.q ?? "",
  unit: numberIn(query["don-vi"]),
  cluster: numberIn(query.cum),
  kind: query.loai ?? null,
  standing:
    query["tinh-trang"] === "chua-xong"
      ? "undone"
      : isDueStanding(query["tinh-trang"] ?? "")
        ? (query["tinh-trang"] as DueFilter["standing"])
        : null,
});

/** Everything owed in a year within somebody's reach, with the deadlines that hold after extensions. */
export interface Lateness {
  readonly year: number;
  readonly rows: readonly DueRow[];
  /** Clusters of the units shown, by name. */
  readonly clusters: readonly { readonly id: number; readonly name: string }[];
  /** The reader is a standing officer over some of the units. */
  readonly oversees: boolean;
  /** Bodies for which the reader is a standing officer. */
  readonly stands: readonly number[];
  /** All units within reach, whether they owe anything or not. */
  readonly within: readonly UnitWithin[];
}

/** What the pages of lateness are drawn from; nobody without a right learns that they exist. */
export async function latenessOf(c: Context, { offers }: Gathered, year: number): Promise<Lateness> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const reach = await latenessReachOf(reader, actor);
  if (seesNothing(reach)) throw new NotFound();
  const within = await unitsWithin(reader, reach, year);
  const ids = within.map(({ unit }) => unit);
  const asked = await Promise.all(offers.map((offer) => offer.dues?.(reader, year, ids) ?? []));
  const dues = await withExtensions(reader, asked.flat());
  const units = await dueUnits(reader, within, new Set(dues.map(({ unit }) => unit)), year, actor.day);
  const rows = dueRows(dues, units, actor.at);
  const clusters = [...new Set([...units.values()].flatMap((unit) => unit.clusters))];
  return {
    year,
    rows,
    clusters: await namesInOrder(reader, clusters, actor.day),
    oversees: reach.stands.length > 0,
    stands: reach.stands,
    within,
  };
}

/** What the year brought to the units that the filters leave, with those units by id. */
export async function broughtTo(
  c: Context,
  { offers }: Gathered,
  lateness: Lateness,
  address: TableAddress,
): Promise<{ results: readonly YearResult[]; units: ReadonlyMap<number, DueUnit> }> {
  const [actor, reader] = [actorOf(c), readerOf(c)];
  const { year, within } = lateness;
  const ids = within.map(({ unit }) => unit);
  const asked = await Promise.all(offers.map((offer) => offer.yearResults?.(reader, year, ids) ?? []));
  const found = asked.flat();
  const named = new Set([...found.map(({ unit }) => unit), ...lateness.rows.map(({ unit }) => unit.id)]);
  const units = await dueUnits(reader, within, named, year, actor.day);
  const filter = filterIn(address);
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  const results = found.filter(({ unit: id, label, words: said }) => {
    const unit = units.get(id);
    const text = fold(`${unit?.name} ${label} ${said}`);
    return (
      unit !== undefined &&
      (filter.cluster === null || unit.clusters.includes(filter.cluster)) &&
      words.every((word) => text.includes(word))
    );
  });
  return { results, units };
}

/** The rows that the filters of the address leave. */
export const rowsSeen = (lateness: Lateness, address: TableAddress): DueRow[] =>
  filterDues(lateness.rows, filterIn(address));

/** How many years back the share on time is told. */
export const yearsBefore = 3;

/** What some units owed in the years before, from the record: for their share on time and the forecast. */
export async function pastDuesOf(c: Context, { offers }: Gathered, units: readonly number[], year: number) {
  if (units.length === 0) return [];
  const reader = readerOf(c);
  const years = Array.from({ length: yearsBefore }, (_, index) => year - 1 - index);
  const asked = await Promise.all(
    years.map(async (one) => {
      const dues = await Promise.all(offers.map((offer) => offer.dues?.(reader, one, units) ?? []));
      return { year: one, dues: await withExtensions(reader, dues.flat()) };
    }),
  );
  return asked;
}
