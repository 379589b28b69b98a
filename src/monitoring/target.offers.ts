import type { Actor } from "../platform/actor.ts";
import { type Day, lastDayOf, onDay, startOf, writeDay, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { withExtensions } from "../platform/extensions.store.ts";
import type {
  ChangeItem,
  DueItem,
  Figure,
  FigureQuestion,
  Offers,
  OwedItem,
  PanelOffer,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
  YearQuestion,
  YearStep,
} from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import type { TrackedShare } from "./share-progress.store.ts";
import { figuresFrom } from "./target-figures.ts";
import { listTracked, noFilter } from "./target-list.store.ts";
import { changesSeen, ofCluster, ofUnit, trackedOf, trackedSeen } from "./target-offers.store.ts";
import { targetReachOf } from "./target-reach.store.ts";
import { periodsTyped, unitsToEnter } from "./value-due.store.ts";
import { reportsOf } from "./value-due.ts";

/** What targets offer the whole: numbers to enter, what is owed, figures for reports, the step of a year. */
export const targetOffers: Offers = {
  stage: "monitoring",
  waiting,
  changes,
  search,
  tabs,
  panels,
  owed,
  dues,
  figures,
  yearSteps,
  openWorkOf: async (reader, unit) => {
    const today = onDay(new Date());
    const open = (await periodsTyped(reader, { units: [unit], years: null }, today)).filter(
      ({ period, doneAt }) => doneAt === null && period.to < today,
    );
    return open.length > 0 ? [{ label: "Số liệu chỉ tiêu chưa nhập", count: open.length }] : [];
  },
};

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const reach = await targetReachOf(reader, actor);
  const entries = (await unitsToEnter(reader, reach, actor.day)).map((one) => ({
    ...one,
    ...reportObligation(one),
    deadline: datedDeadline(`Báo cáo số liệu ${one.label}`, one.reportBy, true),
  }));
  return (await withExtensions(reader, entries)).map((one) => ({
    title: `Nhập số liệu chỉ tiêu ${one.label}`,
    note: `${one.unitName} · còn ${one.missing} trên ${one.total} chỉ tiêu`,
    from: one.ownerName,
    href: `/theo-doi/nhap?don-vi=${one.unit}&den=${one.to}`,
    deadline: one.deadline,
  }));
}

const MOST_CHANGES = 20;

async function changes(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const reach = await targetReachOf(reader, actor);
  const rows = await changesSeen(reader, reach, startOf(since), actor.day, MOST_CHANGES);
  return rows.map((row) => ({
    sentence: `${row.unitName} ${row.corrected === row.count ? "sửa" : "nhập"} số liệu ${row.count} chỉ tiêu, kỳ hết ${writeDay(row.to)}`,
    href: `/theo-doi?don-vi=${row.unit}`,
    at: row.at,
  }));
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const reach = await targetReachOf(reader, actor);
  const found = await listTracked(reader, reach, { ...noFilter, words }, actor.day);
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean).map(sameTones);
  return found.slice(0, limit).map(({ share, target }) => {
    const text = sameTones(target.name.toLowerCase());
    return {
      kind: "Chỉ tiêu",
      title: target.name,
      note: `${share.unitName}, năm ${target.year}`,
      href: `/theo-doi/phan/${share.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

async function tabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun !== "movement") return [];
  const reach = await targetReachOf(reader, actor);
  const found = await listTracked(reader, reach, { ...noFilter, movement: thing.id }, actor.day);
  if (found.length === 0 && reach.sets.length === 0) return [];
  const href =
    found.length > 0 ? `/theo-doi?phong-trao=${thing.id}&nam=tat-ca` : `/theo-doi/tu-phong-trao/${thing.id}`;
  return [{ label: "Chỉ tiêu", href, count: found.length > 0 ? `${met(found)}/${found.length}` : null }];
}

const met = (tracked: readonly TrackedShare[]): number =>
  tracked.filter(({ progress }) => progress.standing === "met").length;

async function panels(reader: Reader, actor: Actor, thing: ThingRef): Promise<PanelOffer[]> {
  const year = yearOf(actor.day);
  const reach = await targetReachOf(reader, actor);
  if (thing.noun === "unit") {
    const found = await trackedSeen(reader, reach, ofUnit(thing.id, year), actor.day);
    return panelOf(`Chỉ tiêu năm ${year}`, `/theo-doi?don-vi=${thing.id}`, found);
  }
  if (thing.noun === "cluster") {
    const found = await trackedSeen(reader, reach, ofCluster(thing.id, year), actor.day);
    return panelOf(`Chỉ tiêu năm ${year} của các thành viên`, `/theo-doi?cum=${thing.id}`, found);
  }
  return [];
}

function panelOf(title: string, href: string, found: readonly TrackedShare[]): PanelOffer[] {
  if (found.length === 0) return [];
  const of = (label: string, standings: readonly string[]) => ({
    label,
    done: found.filter(({ progress }) => standings.includes(progress.standing)).length,
    total: found.length,
  });
  const rows = [
    of("Đạt", ["met"]),
    of("Đúng tiến độ", ["on-pace"]),
    of("Chậm, không đạt", ["behind", "missed"]),
  ];
  return [{ title, href, rows }];
}

const KIND = "target-values";

/** Numbers of a period that are over and not reported, one obligation a unit and day of reporting. */
async function owed(reader: Reader, day: Day): Promise<OwedItem[]> {
  const periods = await periodsTyped(reader, { units: null, years: null }, day);
  return reportsOf(periods)
    .filter(({ doneAt, to }) => doneAt === null && to < day)
    .map((report) => itemOf(report));
}

async function dues(reader: Reader, year: number, units: readonly number[] | null): Promise<DueItem[]> {
  const periods = await periodsTyped(reader, { units, years: [year - 1, year, year + 1] }, lastDayOf(year));
  return reportsOf(periods.filter(({ period }) => yearOf(period.reportBy) === year)).map((report) => ({
    ...itemOf(report),
    doneAt: report.doneAt,
  }));
}

type Report = ReturnType<typeof reportsOf>[number];

/** What names the numbers a unit reports on one day: for reminders and extensions. */
const reportObligation = ({ to, reportBy }: Pick<Report, "to" | "reportBy">) => ({
  kind: KIND,
  subject: `target-values-${to}-${reportBy}`,
});

const itemOf = ({ unit, to, label, reportBy, count }: Report): OwedItem => ({
  ...reportObligation({ to, reportBy }),
  unit,
  what: `Số liệu ${count} chỉ tiêu, ${label}`,
  href: `/theo-doi/nhap?don-vi=${unit}&den=${to}`,
  deadline: datedDeadline(`Báo cáo số liệu ${label}`, reportBy, true),
});

async function figures(reader: Reader, { movement, units, to }: FigureQuestion): Promise<Figure[]> {
  return figuresFrom(await trackedOf(reader, { units, year: yearOf(to), movement }, to), units, yearOf(to));
}

async function yearSteps(
  reader: Reader,
  actor: Actor,
  { noun, id, year }: YearQuestion,
): Promise<YearStep[]> {
  const reach = await targetReachOf(reader, actor);
  const condition = noun === "unit" ? ofUnit(id, year) : ofCluster(id, year);
  const found = await trackedSeen(reader, reach, condition, actor.day);
  if (found.length === 0) return [];
  const behind = found.filter(({ progress }) => ["behind", "missed"].includes(progress.standing)).length;
  return [
    {
      label: "Chỉ tiêu",
      state: `đạt ${met(found)}/${found.length}${behind > 0 ? `, chậm hoặc không đạt ${behind}` : ""}`,
      tone: behind > 0 ? "watch" : met(found) === found.length ? "good" : "plain",
      day: null,
      deadline: null,
      href: noun === "unit" ? `/theo-doi?don-vi=${id}&nam=${year}` : `/theo-doi?cum=${id}&nam=${year}`,
    },
  ];
}
