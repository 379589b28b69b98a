import { inVietnameseOrder } from "../platform/vietnamese.ts";
import { type DueRow, type DueStanding, dueStandingNames, kindsAmong } from "./lateness.ts";

/** One unit or cluster in the sector's year: its standings by kind of work. */
export interface SectorRow {
  readonly noun: "unit" | "cluster";
  /** Null for the units of no cluster. */
  readonly id: number | null;
  readonly name: string;
  readonly standings: ReadonlyMap<string, readonly DueStanding[]>;
}

interface SectorTable {
  readonly kinds: readonly { readonly kind: string; readonly label: string }[];
  readonly rows: readonly SectorRow[];
}

const standingsOf = (rows: readonly DueRow[]): ReadonlyMap<string, readonly DueStanding[]> =>
  new Map(
    [...Map.groupBy(rows, ({ item }) => item.kind)].map(([kind, own]) => [
      kind,
      own.map(({ standing }) => standing),
    ]),
  );

/** The sector's year: units, or clusters when they are given, against the kinds of work with a deadline. */
export function sectorTable(
  rows: readonly DueRow[],
  clusters: readonly { readonly id: number; readonly name: string }[] | null,
): SectorTable {
  const kinds = kindsAmong(rows.map(({ item }) => item));
  if (clusters === null) {
    const units = Map.groupBy(rows, ({ unit }) => unit);
    const named = [...units].map(([unit, own]) => ({
      ...{ noun: "unit" as const, id: unit.id, name: unit.name, standings: standingsOf(own) },
    }));
    return { kinds, rows: named.sort((left, right) => inVietnameseOrder(left.name, right.name)) };
  }
  const known = new Set(clusters.map(({ id }) => id));
  const groups = clusters.map(({ id, name }) => ({
    ...{ noun: "cluster" as const, id, name },
    standings: standingsOf(rows.filter(({ unit }) => unit.clusters.includes(id))),
  }));
  const without = rows.filter(({ unit }) => !unit.clusters.some((cluster) => known.has(cluster)));
  const rest = {
    noun: "cluster" as const,
    id: null,
    name: "Không thuộc cụm",
    standings: standingsOf(without),
  };
  return { kinds, rows: [...groups, rest].filter(({ standings }) => standings.size > 0) };
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
