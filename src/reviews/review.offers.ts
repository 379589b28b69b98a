import { holdsAnywhere } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, startOf, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { datedDeadline, daysLeft } from "../platform/deadline.ts";
import type {
  AwaitedItem,
  ChangeItem,
  Offers,
  PanelOffer,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
  YearMark,
} from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { dues, figures, owed, yearSteps, yearsAsked } from "./due.offers.ts";
import { dutiesOf } from "./duty.store.ts";
import { type Duty, isOwed } from "./duty.ts";
import { hasSent, standingOf } from "./gather.ts";
import { listReviews, noFilter } from "./list.store.ts";
import {
  changesSeen,
  lessonsOf,
  openReviewsOf,
  reportsToAccept,
  returnedReviews,
  type SeenChange,
} from "./offers.store.ts";
import { writePeriod, writeReviewed } from "./period.ts";
import { type ReceivedPeriod, receivedPeriods } from "./received.ts";
import { nameOf } from "./review.ts";
import { receivesFor, reviewReachOf } from "./review-reach.store.ts";

const HOME = "/so-ket-tong-ket";

/** What reviews offer the whole: work waiting and awaited, deadlines, tabs, panels, search, lessons. */
export const reviewOffers: Offers = {
  stage: "reviews",
  waiting,
  awaited,
  changes,
  yearMarks: async (reader, actor, year) => ({ phases: [], marks: await marksOf(reader, actor, year) }),
  search,
  tabs,
  panels,
  owed,
  dues,
  figures,
  yearSteps,
  lessons: async (reader, actor, unit) => {
    const found = await lessonsOf(reader, await reviewReachOf(reader, actor), unit, MOST_LESSONS);
    return found.map(({ id, heading, words, ...period }) => ({
      title: `${heading} · ${writeReviewed(period)}`,
      words,
      href: `${HOME}/${id}`,
    }));
  },
  openWorkOf: async (reader, unit) => {
    const count = await openReviewsOf(reader, unit);
    return count > 0 ? [{ label: "Báo cáo sơ kết, tổng kết chưa được tiếp nhận", count }] : [];
  },
};

const MOST_LESSONS = 6;

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const [own, received] = await Promise.all([toWrite(reader, actor), toAccept(reader, actor)]);
  return [...own, ...received];
}

/** What one's units and clusters owe in these years. */
async function ownDuties(reader: Reader, actor: Actor): Promise<Duty[]> {
  const reach = await reviewReachOf(reader, actor);
  const units = [...reach.writes, ...reach.clusters];
  const years = yearsAsked(actor.day).map((year) => dutiesOf(reader, { year, units }, actor.day));
  return (await Promise.all(years)).flat();
}

/** How many days before its last one a report begins to wait for its writers. */
const DAYS_AHEAD = 45;

/** A report waits once its deadline is near, or has no day yet and its period is over; and what came back. */
async function toWrite(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const duties = (await ownDuties(reader, actor)).filter((duty) => isOwed(duty) && isNear(duty, actor));
  const listed = new Set(duties.map(({ review }) => review));
  const reach = await reviewReachOf(reader, actor);
  const returned =
    reach.writes.length + reach.clusters.length === 0 ? [] : await returnedReviews(reader, reach);
  return [
    ...duties.map((duty) => ({
      title: `${duty.state === "returned" ? "Sửa và gửi lại" : "Viết"} ${nameOf(duty.period.kind).toLocaleLowerCase("vi")} ${writePeriod(duty.period)}`,
      note: `${duty.movementName} · ${duty.unitName}`,
      from: duty.receiverName,
      href: duty.review ? `${HOME}/${duty.review}` : HOME,
      deadline: duty.deadline,
    })),
    ...returned
      .filter(({ id }) => !listed.has(id))
      .map(({ id, unitName, receiverName, dueOn }) => ({
        title: "Sửa và gửi lại báo cáo",
        note: unitName,
        from: receiverName,
        href: `${HOME}/${id}`,
        deadline: dueOn && datedDeadline("", dueOn, true),
      })),
  ];
}

const isNear = (duty: Duty, actor: Actor): boolean => {
  const left = duty.deadline && daysLeft(duty.deadline, actor.at);
  return duty.state !== null || (left === null ? duty.period.to < actor.day : left <= DAYS_AHEAD);
};

async function toAccept(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const reach = await reviewReachOf(reader, actor);
  const waitingReports = await reportsToAccept(reader, reach.stands);
  return waitingReports.map(({ movement, movementName, count, ...period }) => ({
    title: `Tiếp nhận ${nameOf(period.kind).toLocaleLowerCase("vi")}: ${count} báo cáo`,
    note: movementName ?? writePeriod(period),
    from: `${count} nơi gửi`,
    href: `${HOME}?phong-trao=${movement ?? 0}&ky=${period.kind}&nam=${period.year}&trang-thai=submitted`,
    deadline: null,
  }));
}

/** Periods that come to this person's bodies, of this year or of one movement, with how many have sent. */
async function receivedBy(
  reader: Reader,
  actor: Actor,
  asked: { readonly year: number } | { readonly movement: number },
): Promise<ReceivedPeriod[]> {
  const reach = await reviewReachOf(reader, actor);
  const bodies = [...new Set([...receivesFor(reach, actor), ...reach.leads])];
  const duties = await dutiesOf(reader, { ...asked, receivers: bodies }, actor.day);
  return receivedPeriods(duties, bodies, actor.at);
}

const addressOf = ({ movement, period }: ReceivedPeriod): string =>
  `${HOME}?phong-trao=${movement ?? 0}&ky=${period.kind}&nam=${period.year}`;

async function awaited(reader: Reader, actor: Actor): Promise<AwaitedItem[]> {
  if (isRefusal(holdsAnywhere(actor, "standing-officer"))) return [];
  const received = await receivedBy(reader, actor, { year: yearOf(actor.day) });
  return received
    .filter(({ period, tally }) => tally.sent < tally.total && period.to < actor.day)
    .map((one) => ({
      title: `${nameOf(one.period.kind)} của ${one.tally.total - one.tally.sent} nơi`,
      note: `đã có ${one.tally.sent} trên ${one.tally.total} · ${one.movementName}`,
      href: addressOf(one),
      done: one.tally.sent,
      total: one.tally.total,
      action: null,
    }));
}

const MOST_CHANGES = 20;

async function changes(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const rows = await changesSeen(reader, await reviewReachOf(reader, actor), startOf(since), MOST_CHANGES);
  return rows.map((row) => ({
    sentence: `${isOwnDeed(row.event) ? row.unitName : row.receiverName} ${verbs[row.event]} ${nameOf(row.kind).toLocaleLowerCase("vi")} ${writePeriod(row)}${isOwnDeed(row.event) ? "" : ` của ${row.unitName}`}`,
    href: `${HOME}/${row.id}`,
    at: row.at,
  }));
}

const isOwnDeed = (event: SeenChange["event"]): boolean => event === "submitted" || event === "withdrawn";

const verbs = { submitted: "gửi", returned: "trả lại", accepted: "tiếp nhận", withdrawn: "rút lại" } as const;

/** One's own deadlines, and whether they were met. */
async function marksOf(reader: Reader, actor: Actor, year: number): Promise<YearMark[]> {
  const reach = await reviewReachOf(reader, actor);
  const duties = await dutiesOf(reader, { year, units: [...reach.writes, ...reach.clusters] }, actor.day);
  return duties.flatMap((duty) => {
    if (!duty.deadline?.day?.startsWith(`${year}-`)) return [];
    const late = (daysLeft(duty.deadline, actor.at) ?? 0) < 0;
    const tone = hasSent(standingOf(duty, actor.at)) ? "good" : late ? "bad" : "watch";
    return [{ label: nameOf(duty.period.kind), day: duty.deadline.day, tone } as const];
  });
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const reach = await reviewReachOf(reader, actor);
  const order = { by: "year", descending: true } as const;
  const { rows } = await listReviews(reader, reach, { ...noFilter, words }, order, { offset: 0, limit });
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean).map(sameTones);
  return rows.map((row) => {
    const text = sameTones(`${row.unitName} ${row.movementName ?? ""}`.toLowerCase());
    return {
      kind: "Sơ kết, tổng kết",
      title: `${nameOf(row.kind)} ${writePeriod(row)} của ${row.unitName}`,
      note: row.movementName,
      href: `${HOME}/${row.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

/** “Báo cáo sơ kết 100/119” on a movement, for those who receive them: of this year, or its nearest. */
async function tabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun !== "movement") return [];
  const received = await receivedBy(reader, actor, { movement: thing.id });
  const years = received.map(({ period }) => period.year);
  const begun = years.filter((year) => year <= yearOf(actor.day));
  const shown = begun.length > 0 ? Math.max(...begun) : Math.min(...years);
  return received
    .filter(({ period }) => period.year === shown)
    .map((one) => ({
      label: nameOf(one.period.kind),
      href: addressOf(one),
      count: `${one.tally.sent}/${one.tally.total}`,
    }));
}

/** How many of those whom each deadline binds have sent; a row's label is the deadline's id. */
async function panels(reader: Reader, actor: Actor, thing: ThingRef): Promise<PanelOffer[]> {
  if (thing.noun !== "movement-deadlines") return [];
  const reach = await reviewReachOf(reader, actor);
  const bodies = [...receivesFor(reach, actor), ...reach.leads];
  const duties = await dutiesOf(reader, { movement: thing.id, receivers: bodies }, actor.day);
  const bound = duties.filter(({ boundBy, ended, arrivedAt }) => boundBy !== null && (!ended || arrivedAt));
  const rows = [...Map.groupBy(bound, ({ boundBy }) => boundBy)].map(([deadline, owing]) => ({
    label: `${deadline}`,
    done: owing.filter((duty) => hasSent(standingOf(duty, actor.at))).length,
    total: owing.length,
  }));
  return rows.length === 0 ? [] : [{ title: "Báo cáo theo hạn", href: null, rows }];
}
