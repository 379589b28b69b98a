import type { Day, Instant } from "../platform/day.ts";
import { type Deadline, daysLeft, lastDayInTime, lateFrom } from "../platform/deadline.ts";
import type { DueItem } from "../platform/offered.ts";
import { fold, inVietnameseOrder } from "../platform/vietnamese.ts";

/** Where an obligation stands with its deadline (trễ hạn, sắp đến hạn, đúng hạn). */
export type DueStanding = "late" | "soon" | "open" | "kept" | "kept-late";

export const dueStandingNames: Readonly<Record<DueStanding, string>> = {
  late: "Quá hạn, chưa xong",
  soon: "Sắp đến hạn",
  open: "Chưa đến hạn",
  kept: "Xong đúng hạn",
  "kept-late": "Xong nhưng muộn",
};

export const isDueStanding = (text: string): text is DueStanding => text in dueStandingNames;

/** Within how many days a deadline is near. */
const soonDays = 7;

type Judged = Pick<DueItem, "deadline" | "doneAt">;

/** What arrived counts by its arrival; what has not is late only once its deadline has passed. */
export const standingOfDue = (due: Judged, at: Instant): DueStanding => judgedAt(at)(due);

/** The same for many: the calendar is asked once for each day among them, not once for each of thousands. */
function judgedAt(at: Instant): (due: Judged) => DueStanding {
  const known = new Map<string, { late: Instant | null; left: number | null }>();
  return ({ deadline, doneAt }) => {
    const key = `${deadline.day} ${deadline.inclusive}`;
    const limits = known.get(key) ?? { late: lateFrom(deadline), left: daysLeft(deadline, at) };
    known.set(key, limits);
    const isPast = (moment: Instant) => limits.late !== null && moment >= limits.late;
    if (doneAt) return isPast(doneAt) ? "kept-late" : "kept";
    if (isPast(at)) return "late";
    return limits.left !== null && limits.left <= soonDays ? "soon" : "open";
  };
}

/** How many of the obligations that can already be judged were kept in time. */
export interface OnTime {
  readonly judged: number;
  readonly inTime: number;
}

/** An obligation is judged once it is done or its deadline has passed (tỷ lệ đúng hạn). */
export const onTimeOf = (dues: readonly Judged[], at: Instant): OnTime => onTimeAmong(dues.map(judgedAt(at)));

function onTimeAmong(standings: readonly DueStanding[]): OnTime {
  const inTime = standings.filter((standing) => standing === "kept").length;
  const missed = standings.filter((standing) => standing === "late" || standing === "kept-late").length;
  return { judged: inTime + missed, inTime };
}

/** “75% (3/4)”; a dash while nothing can be judged. */
export const writeOnTime = ({ judged, inTime }: OnTime): string =>
  judged === 0 ? "—" : `${Math.round((inTime / judged) * 100)}% (${inTime}/${judged})`;

/** A unit as it is shown beside what it owes. */
export interface DueUnit {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  /** Its clusters in the year looked at. */
  readonly clusters: readonly number[];
  /** The reader oversees it as standing officer. */
  readonly overseen: boolean;
  /** The reader heads it or is its focal officer. */
  readonly own: boolean;
}

export interface DueRow {
  readonly key: string;
  readonly item: DueItem;
  readonly unit: DueUnit;
  readonly standing: DueStanding;
}

/** Names one obligation of one unit in addresses and forms. */
export const dueKey = ({ kind, subject, unit }: Pick<DueItem, "kind" | "subject" | "unit">): string =>
  `${kind}~${subject}~${unit}`;

/** The rows of those units that are known to the reader, the most pressing first. */
export function dueRows(
  dues: readonly DueItem[],
  units: ReadonlyMap<number, DueUnit>,
  at: Instant,
): DueRow[] {
  const judged = judgedAt(at);
  return dues
    .flatMap((item) => {
      const unit = units.get(item.unit);
      return unit ? [{ key: dueKey(item), item, unit, standing: judged(item) }] : [];
    })
    .sort(byUrgency);
}

const urgency: Readonly<Record<DueStanding, number>> = {
  late: 0,
  soon: 1,
  open: 2,
  "kept-late": 3,
  kept: 4,
};

const lastOf = (deadline: Deadline): Day | "" => lastDayInTime(deadline) ?? "";

function byUrgency(left: DueRow, right: DueRow): number {
  const byStanding = urgency[left.standing] - urgency[right.standing];
  if (byStanding !== 0) return byStanding;
  const [one, other] = [lastOf(left.item.deadline), lastOf(right.item.deadline)];
  if (one !== other) return one < other ? -1 : 1;
  return inVietnameseOrder(left.unit.name, right.unit.name);
}

export interface DueFilter {
  readonly words: string;
  readonly unit: number | null;
  readonly cluster: number | null;
  readonly kind: string | null;
  /** One standing, or `undone` for all that has still to be done. */
  readonly standing: DueStanding | "undone" | null;
}

const undone: readonly DueStanding[] = ["late", "soon", "open"];

export function filterDues(rows: readonly DueRow[], filter: DueFilter): DueRow[] {
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ item, unit, standing }) =>
      (filter.unit === null || unit.id === filter.unit) &&
      (filter.cluster === null || unit.clusters.includes(filter.cluster)) &&
      (filter.kind === null || item.kind === filter.kind) &&
      (filter.standing === null ||
        (filter.standing === "undone" ? undone.includes(standing) : standing === filter.standing)) &&
      words.every((word) => fold(`${unit.name} ${item.what}`).includes(word)),
  );
}

/**
 * What kinds of obligations are called: the words all of a kind begin with, before the name of the thing they
 * are about; the first one's words when they have none in common.
 */
export function kindsAmong(
  dues: readonly Pick<DueItem, "kind" | "what">[],
): { kind: string; label: string }[] {
  const words = new Map<string, { first: readonly string[]; common: readonly string[] }>();
  for (const { kind, what } of dues) {
    const own = what
      .split(/[“:,(]/u)[0]!
      .trim()
      .split(/\s+/);
    const known = words.get(kind);
    const common = known ? known.common.slice(0, sharedWords(known.common, own)) : own;
    words.set(kind, { first: known?.first ?? own, common });
  }
  return [...words]
    .map(([kind, { first, common }]) => ({ kind, label: ended(common.length > 0 ? common : first) }))
    .sort((left, right) => inVietnameseOrder(left.label, right.label));
}

/** Without a last word that only leads on to the next: “của”, “về”. */
const ended = (words: readonly string[]): string =>
  words.join(" ").replace(/\s+(?:của|về|cho|theo|thực hiện)$/u, "");

/** How many words two begin with together. */
function sharedWords(left: readonly string[], right: readonly string[]): number {
  const apart = left.findIndex((word, at) => word !== right[at]);
  return apart === -1 ? left.length : apart;
}

/** Late, soon and kept of a group: a unit or a cluster. */
export interface DueTally {
  readonly total: number;
  readonly late: number;
  readonly soon: number;
  readonly kept: number;
  readonly onTime: OnTime;
}

function tallyDues(rows: readonly DueRow[]): DueTally {
  const count = (...wanted: DueStanding[]) => rows.filter(({ standing }) => wanted.includes(standing)).length;
  return {
    total: rows.length,
    late: count("late"),
    soon: count("soon"),
    kept: count("kept", "kept-late"),
    onTime: onTimeAmong(rows.map(({ standing }) => standing)),
  };
}

/** By unit, those with most that is late first. */
export function tallyByUnit(
  rows: readonly DueRow[],
): { unit: DueUnit; rows: readonly DueRow[]; tally: DueTally }[] {
  return [...Map.groupBy(rows, ({ unit }) => unit)]
    .map(([unit, own]) => ({ unit, rows: own, tally: tallyDues(own) }))
    .sort(
      (left, right) =>
        right.tally.late - left.tally.late ||
        right.tally.soon - left.tally.soon ||
        inVietnameseOrder(left.unit.name, right.unit.name),
    );
}

/** By cluster in the order given; units of no cluster last. */
export function tallyByCluster<Cluster extends { readonly id: number }>(
  rows: readonly DueRow[],
  clusters: readonly Cluster[],
): { cluster: Cluster | null; units: number; tally: DueTally }[] {
  const known = new Set(clusters.map(({ id }) => id));
  const group = (cluster: Cluster | null, own: readonly DueRow[]) => ({
    cluster,
    units: new Set(own.map(({ unit }) => unit.id)).size,
    tally: tallyDues(own),
  });
  const placed = Map.groupBy(
    rows.flatMap((row) => row.unit.clusters.map((cluster) => ({ cluster, row }))),
    ({ cluster }) => cluster,
  );
  const within = clusters.map((cluster) =>
    group(
      cluster,
      (placed.get(cluster.id) ?? []).map(({ row }) => row),
    ),
  );
  const without = rows.filter(({ unit }) => !unit.clusters.some((cluster) => known.has(cluster)));
  return [...within, ...(without.length > 0 ? [group(null, without)] : [])].filter(({ units }) => units > 0);
}
