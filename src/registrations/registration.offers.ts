import { holdsAnywhere } from "../org/reach.ts";
import type { Actor } from "../platform/actor.ts";
import { type Day, startOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { daysLeft, writeDeadline } from "../platform/deadline.ts";
import type {
  AwaitedItem,
  ChangeItem,
  Offers,
  OwedItem,
  PanelOffer,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
  YearMark,
} from "../platform/offers.ts";
import { isRefusal } from "../platform/refusal.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { registrationDues, registrationYearSteps } from "./dues.offers.ts";
import { listRegistrations, noFilter } from "./list.store.ts";
import { changesSeen, movementsOpen, openRegistrationsOf, personsOwnLines } from "./offers.store.ts";
import { clustersIn, owingOf, sentOf } from "./overview.store.ts";
import { type Owing, owes, tallyByCluster } from "./overview.ts";
import { isOpen } from "./registration.ts";
import { registrationFigures } from "./registration-figures.store.ts";
import { bodiesOf, registrationReachOf, unitsWrittenFor } from "./registration-reach.store.ts";
import {
  type DueRegistration,
  duesOf,
  mostCounted,
  movementsReceived,
  movementsToAccept,
} from "./start.store.ts";

/** What registration offers the whole: work waiting and awaited, marks, tabs, panels, search, what is owed. */
export const registrationOffers: Offers = {
  stage: "registrations",
  waiting,
  awaited,
  changes,
  yearMarks: async (reader, actor, year) => ({ phases: [], marks: await marksOf(reader, actor, year) }),
  search,
  tabs,
  panels,
  owed,
  dues: registrationDues,
  figures: registrationFigures,
  yearSteps: registrationYearSteps,
  openWorkOf: async (reader, unit) => {
    const count = await openRegistrationsOf(reader, unit);
    return count > 0 ? [{ label: "Đăng ký thi đua chưa được tiếp nhận", count }] : [];
  },
};

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const [own, received] = await Promise.all([toRegister(reader, actor), toAccept(reader, actor)]);
  return [...own, ...received];
}

/** A unit's officer and head register by the deadline; what came back is sent again. */
async function toRegister(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const dues = await duesOf(reader, unitsWrittenFor(actor), actor.day);
  return dues.filter(isDue).map((due) => ({
    title: due.state === "returned" ? "Sửa và gửi lại đăng ký thi đua" : "Đăng ký thi đua",
    note: `${due.movementName} · ${due.unitName}`,
    from: due.receiverName,
    href: due.registration ? `/dang-ky/${due.registration}` : `/dang-ky?phong-trao=${due.movement}`,
    deadline: due.deadline,
  }));
}

const isDue = (due: DueRegistration): boolean => due.state === null || isOpen(due.state);

async function toAccept(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  if (isRefusal(holdsAnywhere(actor, "standing-officer"))) return [];
  const reach = await registrationReachOf(reader, actor);
  const movements = await movementsToAccept(reader, reach.receives);
  return movements.map((one) => {
    const units = one.toAccept < mostCounted ? `${one.toAccept} đơn vị` : `từ ${mostCounted} đơn vị trở lên`;
    return {
      title: `Tiếp nhận đăng ký thi đua: ${units}`,
      note: one.movementName,
      from: units,
      href: `/dang-ky?phong-trao=${one.movement}&trang-thai=submitted`,
      deadline: null,
    };
  });
}

/** The standing body waits for those who have not sent, and may remind them with one action. */
async function awaited(reader: Reader, actor: Actor): Promise<AwaitedItem[]> {
  if (isRefusal(holdsAnywhere(actor, "standing-officer"))) return [];
  const reach = await registrationReachOf(reader, actor);
  const received = await movementsReceived(reader, reach.receives);
  return received
    .filter(({ sent, total }) => sent < total)
    .map((one) => ({
      title: `Đăng ký thi đua của ${one.total - one.sent} đơn vị`,
      note: `đã có ${one.sent} trên ${one.total} · ${one.movementName}`,
      href: `/dang-ky/phong-trao/${one.movement}`,
      done: one.sent,
      total: one.total,
      action: {
        label: `Đôn đốc ${one.total - one.sent} đơn vị…`,
        href: `/dang-ky/phong-trao/${one.movement}/don-doc`,
      },
    }));
}

const MOST_CHANGES = 20;

async function changes(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const reach = await registrationReachOf(reader, actor);
  const rows = await changesSeen(reader, reach, startOf(since), MOST_CHANGES);
  return rows.map((row) => ({
    sentence: `${row.kind === "returned" || row.kind === "accepted" ? row.receiverName : row.unitName} ${verbs[row.kind]} “${row.movementName}”`,
    href: `/dang-ky/${row.id}`,
    at: row.at,
  }));
}

const verbs = {
  submitted: "gửi đăng ký thi đua",
  withdrawn: "rút đăng ký thi đua",
  returned: "trả lại đăng ký thi đua",
  accepted: "tiếp nhận đăng ký thi đua",
} as const;

/** One's own deadlines, and whether they were met. */
async function marksOf(reader: Reader, actor: Actor, year: number): Promise<YearMark[]> {
  const dues = await duesOf(reader, unitsWrittenFor(actor), actor.day);
  return dues
    .filter(({ deadline }) => deadline?.day?.startsWith(`${year}-`))
    .map((due) => {
      const late = (daysLeft(due.deadline!, actor.at) ?? 0) < 0;
      const tone = isDue(due) ? (late ? "bad" : "watch") : "good";
      return { label: "Đăng ký", day: due.deadline!.day!, tone } as const;
    });
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  if (words.trim() === "") return [];
  const reach = await registrationReachOf(reader, actor);
  const order = { by: "sent", descending: true } as const;
  const { rows } = await listRegistrations(reader, reach, { ...noFilter, words }, order, {
    offset: 0,
    limit,
  });
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean).map(sameTones);
  return rows.map((row) => {
    const text = sameTones(`${row.unitName} ${row.movementName}`.toLowerCase());
    return {
      kind: "Đăng ký",
      title: `Đăng ký của ${row.unitName}`,
      note: row.movementName,
      href: `/dang-ky/${row.id}`,
      rank: typed.every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

/** “Đăng ký 117/119” on a movement, for those who receive it or register in it; on a person their own lines. */
async function tabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun === "movement") return movementTab(reader, actor, thing.id);
  if (thing.noun !== "person" || actor.person !== thing.id) return [];
  const lines = await personsOwnLines(reader, thing.id);
  return lines > 0 ? [{ label: "Đăng ký", href: `/dang-ky`, count: `${lines}` }] : [];
}

async function movementTab(reader: Reader, actor: Actor, movement: number): Promise<TabOffer[]> {
  const reach = await registrationReachOf(reader, actor);
  const body = await receivedAs(reader, actor, movement);
  if (body !== null) {
    const { sent, total } = await sentOf(reader, movement, body);
    return [{ label: "Đăng ký", href: `/dang-ky/phong-trao/${movement}`, count: `${sent}/${total}` }];
  }
  const order = { by: "sent", descending: true } as const;
  const filter = { ...noFilter, movement };
  const { total } = await listRegistrations(reader, reach, filter, order, { offset: 0, limit: 1 });
  return total > 0 ? [{ label: "Đăng ký", href: `/dang-ky?phong-trao=${movement}`, count: `${total}` }] : [];
}

/** The launcher, when this person oversees what it receives. */
async function receivedAs(reader: Reader, actor: Actor, movement: number): Promise<number | null> {
  const reach = await registrationReachOf(reader, actor);
  const received = await movementsReceived(reader, bodiesOf(reach));
  return received.find((one) => one.movement === movement)?.body ?? null;
}

/** How far each cluster is, beside a movement. */
async function panels(reader: Reader, actor: Actor, thing: ThingRef): Promise<PanelOffer[]> {
  if (thing.noun === "movement-deadlines") return sentByDeadline(reader, actor, thing.id);
  if (thing.noun !== "movement") return [];
  const body = await receivedAs(reader, actor, thing.id);
  if (body === null) return [];
  const owing = await owingOf(reader, thing.id, body, actor.day);
  const clusters = await clustersIn(reader, thing.id, actor.day);
  const rows = tallyByCluster(owing, clusters, actor.at).map(({ cluster, tally }) => ({
    label: cluster?.name ?? "Không thuộc cụm",
    done: tally.sent,
    total: tally.total,
  }));
  return [{ title: "Đăng ký theo cụm", href: `/dang-ky/phong-trao/${thing.id}`, rows }];
}

/** How many of those whom each deadline binds have sent; a row's label is the deadline's id. */
async function sentByDeadline(reader: Reader, actor: Actor, movement: number): Promise<PanelOffer[]> {
  const body = await receivedAs(reader, actor, movement);
  if (body === null) return [];
  const owing = await owingOf(reader, movement, body, actor.day);
  const deadlines = [...new Set(owing.flatMap(({ boundBy }) => boundBy ?? []))];
  const rows = deadlines.map((deadline) => {
    const bound = owing.filter(({ boundBy }) => boundBy === deadline);
    return { label: `${deadline}`, done: bound.filter((one) => !owes(one)).length, total: bound.length };
  });
  return [{ title: "Đăng ký theo hạn", href: null, rows }];
}

/** Everything still owed with its deadline, for the one engine of reminders. */
async function owed(reader: Reader, day: Day): Promise<OwedItem[]> {
  const items: OwedItem[] = [];
  for (const { id, name, launcher } of await movementsOpen(reader))
    for (const owing of await owingOf(reader, id, launcher, day))
      if (owes(owing)) items.push(...owedItem(id, name, owing));
  return items;
}

const owedItem = (movement: number, name: string, owing: Owing): OwedItem[] =>
  owing.deadline === null
    ? []
    : [
        {
          kind: "registration",
          subject: `movement-${movement}`,
          unit: owing.unit,
          what: `Đăng ký thi đua “${name}”, hạn ${writeDeadline(owing.deadline)}`,
          href: `/dang-ky?phong-trao=${movement}`,
          deadline: owing.deadline,
        },
      ];
