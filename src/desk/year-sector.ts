import type { YearResult } from "../platform/offered.ts";
import { inVietnameseOrder } from "../platform/vietnamese.ts";
import { type DueRow, type DueStanding, dueStandingNames, kindsAmong } from "./lateness.ts";

/** One unit or cluster in the sector's year: its standings by kind of work. */
export interface SectorRow {
  readonly noun: "unit" | "cluster";
  /** Null for the units of no cluster. */
  readonly id: number | null;
  readonly name: string;
  readonly standings: ReadonlyMap<string, readonly DueStanding[]>;
  /** What the year brought, by kind. */
  readonly results: ReadonlyMap<string, readonly YearResult[]>;
}

interface Column {
  readonly kind: string;
  readonly label: string;
}

interface SectorTable {
  readonly kinds: readonly Column[];
  /** Scores, ranks, flags: what no deadline asks for. */
  readonly brought: readonly Column[];
  readonly rows: readonly SectorRow[];
}

const standingsOf = (rows: readonly DueRow[]): ReadonlyMap<string, readonly DueStanding[]> =>
  new Map(
    [...Map.groupBy(rows, ({ item }) => item.kind)].map(([kind, own]) => [
      kind,
      own.map(({ standing }) => standing),
    ]),
  );

/** Units that the table speaks of: those that owe something and those that the year brought something. */
interface Placed {
  readonly id: number;
  readonly name: string;
  readonly clusters: readonly number[];
}

/** The sector's year: units, or clusters when they are given, against what they owe and what the year brought. */
export function sectorTable(
  rows: readonly DueRow[],
  results: readonly YearResult[],
  units: ReadonlyMap<number, Placed>,
  clusters: readonly { readonly id: number; readonly name: string }[] | null,
): SectorTable {
  const kinds = kindsAmong(rows.map(({ item }) => item));
  const brought = [...new Map(results.map(({ kind, label }) => [kind, { kind, label }])).values()];
  const rowOf = (
    noun: SectorRow["noun"],
    id: number | null,
    name: string,
    holds: (unit: Placed) => boolean,
  ): SectorRow => ({
    ...{ noun, id, name },
    standings: standingsOf(rows.filter(({ unit }) => holds(unit))),
    results: Map.groupBy(
      results.filter(({ unit }) => {
        const placed = units.get(unit);
        return placed !== undefined && holds(placed);
      }),
      ({ kind }) => kind,
    ),
  });
  if (clusters === null) {
    const dues = Map.groupBy(rows, ({ unit }) => unit.id);
    const own = Map.groupBy(results, ({ unit }) => unit);
    const shown = [...units.values()].filter(({ id }) => dues.has(id) || own.has(id));
    const named = shown.map(({ id, name }) => ({
      ...{ noun: "unit" as const, id, name, standings: standingsOf(dues.get(id) ?? []) },
      results: Map.groupBy(own.get(id) ?? [], ({ kind }) => kind),
    }));
    return {
      ...{ kinds, brought },
      rows: named.sort((left, right) => inVietnameseOrder(left.name, right.name)),
    };
  }
  const known = new Set(clusters.map(({ id }) => id));
  const groups = clusters.map(({ id, name }) =>
    rowOf("cluster", id, name, (unit) => unit.clusters.includes(id)),
  );
  const rest = rowOf(
    "cluster",
    null,
    "Không thuộc cụm",
    (unit) => !unit.clusters.some((cluster) => known.has(cluster)),
  );
  return {
    ...{ kinds, brought },
    rows: [...groups, rest].filter(({ standings, results: own }) => standings.size + own.size > 0),
  };
}

/** What the year brought, in words: of one unit what it is, of several how many. */
export function broughtCell({ noun, results }: SectorRow, kind: string): string {
  const own = results.get(kind) ?? [];
  if (own.length === 0) return "—";
  return noun === "unit" ? own.map(({ words }) => words).join("; ") : `${own.length} đơn vị`;
}

/** A cell in words: the standing of one, or how many of several are done and how many are late. */
export function sectorCell({ standings }: SectorRow, kind: string): string {
  const own = standings.get(kind) ?? [];
  const [only] = own;
  if (only === undefined) return "—";
  if (own.length === 1) return dueStandingNames[only];
  const kept = own.filter((standing) => standing === "kept" || standing === "kept-late").length;
  const late = own.filter((standing) => standing === "late").length;
  return `${kept}/${own.length} xong${late > 0 ? `, ${late} quá hạn` : ""}`;
}

/** The tone of a cell: the gravest of its standings. */
export function sectorTone({ standings }: SectorRow, kind: string): "bad" | "watch" | "good" | "plain" {
  const own = standings.get(kind) ?? [];
  if (own.includes("late")) return "bad";
  if (own.includes("soon") || own.includes("kept-late")) return "watch";
  return own.length > 0 && own.every((standing) => standing === "kept") ? "good" : "plain";
}
