import type { Actor } from "../platform/actor.ts";
import { type Day, firstDayOf, lastDayOf, startOf, writeDay, yearOf } from "../platform/day.ts";
import type { Reader } from "../platform/db.ts";
import { datedDeadline } from "../platform/deadline.ts";
import type {
  ChangeItem,
  DueItem,
  Offers,
  OwedItem,
  SearchHit,
  TabOffer,
  ThingRef,
  WaitingItem,
  YearMark,
  YearQuestion,
  YearStep,
} from "../platform/offers.ts";
import { nfc, sameTones } from "../platform/vietnamese.ts";
import { councilReachOf } from "./council.store.ts";
import {
  councilsOfBody,
  type LetterDue,
  lettersDue,
  type OfferedSession,
  openSessionsOf,
  sessionChanges,
  sessionsAsking,
  sessionsFound,
  sessionsOfBody,
} from "./offers.store.ts";
import { sessionStateNames } from "./session.ts";

/** What councils offer the whole; nothing of a single item, so never one's own dossier. */
export const councilOffers: Offers = {
  stage: "councils",
  waiting,
  changes,
  yearMarks: async (reader, actor, year) => ({ phases: [], marks: await marksOf(reader, actor, year) }),
  search,
  tabs,
  yearSteps,
  owed: async (reader, day) =>
    (await lettersDue(reader, firstDayOf(yearOf(day)), lastDayOf(yearOf(day))))
      .filter(({ missing, lastAt }) => missing > 0 && lastAt === null)
      .map(owedBy),
  dues: async (reader, year, units) =>
    (await duesIn(reader, year)).filter(({ unit }) => units === null || units.includes(unit)),
  openWorkOf: async (reader, unit) => {
    const count = await openSessionsOf(reader, unit);
    return count > 0 ? [{ label: "Phiên họp Hội đồng chưa bế mạc", count }] : [];
  },
};

async function waiting(reader: Reader, actor: Actor): Promise<WaitingItem[]> {
  const sessions = await sessionsAsking(reader, await councilReachOf(reader, actor));
  return sessions.flatMap((session) => askedOf(session));
}

/** What a session asks of one person: to vote, to write, to look for conflicts; of who prepares, the next step. */
function askedOf(session: OfferedSession): WaitingItem[] {
  const base = `/hoi-dong/phien/${session.id}`;
  const item = (title: string, href: string, day: Day | null): WaitingItem => ({
    title,
    note: session.title,
    from: session.council,
    href,
    deadline: day === null ? null : datedDeadline(title, day, true),
  });
  if (session.poll !== null)
    return [
      item(
        "Bỏ phiếu",
        `/bo-phieu/${session.poll}`,
        session.kind === "written" ? session.lettersBy : session.day,
      ),
    ];
  const items: WaitingItem[] = [];
  if (session.votes && session.state === "called" && !session.declared)
    items.push(item("Đọc chương trình, khai báo xung đột lợi ích nếu có", base, session.day));
  if (
    session.votes &&
    !session.wrote &&
    session.standing === "by-letter" &&
    (session.state === "called" || session.state === "open")
  )
    items.push(item("Gửi ý kiến bằng văn bản", `${base}/y-kien`, session.lettersBy));
  if (session.prepares && session.state === "preparing")
    items.push(item("Hoàn thành chương trình, triệu tập phiên họp", base, session.day));
  if (session.prepares && session.state === "closed" && !session.issued)
    items.push(item("Lập biên bản phiên họp", `${base}/bien-ban`, null));
  return items;
}

const MOST_CHANGES = 20;

const verbs = {
  called: "triệu tập",
  opened: "khai mạc",
  closed: "bế mạc",
  cancelled: "hủy",
} as const;

async function changes(reader: Reader, actor: Actor, since: Day): Promise<ChangeItem[]> {
  const rows = await sessionChanges(
    reader,
    await councilReachOf(reader, actor),
    startOf(since),
    MOST_CHANGES,
  );
  return rows.map((row) => ({
    sentence: `${row.council} ${verbs[row.kind]} “${row.title}”`,
    href: `/hoi-dong/phien/${row.session}`,
    at: row.at,
  }));
}

async function marksOf(reader: Reader, actor: Actor, year: number): Promise<YearMark[]> {
  const sessions = await sessionsAsking(reader, await councilReachOf(reader, actor));
  return sessions
    .filter(({ day }) => day >= firstDayOf(year) && day <= lastDayOf(year))
    .map(({ day, state }) => ({
      label: "Hội đồng",
      day,
      tone: state === "closed" ? ("good" as const) : ("plain" as const),
    }));
}

async function search(reader: Reader, actor: Actor, words: string, limit: number): Promise<SearchHit[]> {
  const typed = nfc(words).toLowerCase().split(/\s+/).filter(Boolean);
  if (typed.length === 0) return [];
  const rows = await sessionsFound(reader, await councilReachOf(reader, actor), typed, limit);
  return rows.map((row) => {
    const text = sameTones(`${row.title} ${row.council}`.toLowerCase());
    return {
      kind: "Phiên họp Hội đồng",
      title: row.title,
      note: `${row.council}, ${writeDay(row.day)}`,
      href: `/hoi-dong/phien/${row.id}`,
      rank: typed.map(sameTones).every((word) => text.includes(word)) ? 2 : 1,
    };
  });
}

async function tabs(reader: Reader, actor: Actor, thing: ThingRef): Promise<TabOffer[]> {
  if (thing.noun !== "unit") return [];
  const rows = await councilsOfBody(reader, await councilReachOf(reader, actor), thing.id);
  const [only] = rows;
  if (!only) return [];
  return [
    {
      label: "Hội đồng",
      href: rows.length === 1 ? `/hoi-dong/${only.id}` : "/hoi-dong",
      count: `${rows.length}`,
    },
  ];
}

async function yearSteps(reader: Reader, actor: Actor, question: YearQuestion): Promise<YearStep[]> {
  if (question.noun !== "unit") return [];
  const reach = await councilReachOf(reader, actor);
  const rows = await sessionsOfBody(reader, reach, question.id, question.year);
  return rows.map((row) => ({
    label: row.title,
    state: sessionStateNames[row.state],
    tone: row.state === "closed" ? ("good" as const) : ("plain" as const),
    day: row.day,
    deadline: null,
    href: `/hoi-dong/phien/${row.id}`,
  }));
}

/** A round by written opinion is owed until all have voted or the round was closed. */
async function duesIn(reader: Reader, year: number): Promise<DueItem[]> {
  const rows = await lettersDue(reader, firstDayOf(year), lastDayOf(year));
  return rows.map((row) => ({ ...owedBy(row), doneAt: row.lastAt }));
}

const owedBy = (row: LetterDue): OwedItem => ({
  kind: "written-opinion",
  subject: `council-session-${row.session}`,
  unit: row.body,
  what: `${row.council} lấy phiếu xin ý kiến “${row.title}”: còn ${row.missing}/${row.asked} thành viên chưa bỏ phiếu, hạn ${writeDay(row.lettersBy)}`,
  href: `/hoi-dong/phien/${row.session}`,
  deadline: datedDeadline("Hạn gửi phiếu xin ý kiến", row.lettersBy, true),
});
