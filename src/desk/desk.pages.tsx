import { setCookie } from "hono/cookie";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, writeDay, writeWeekday, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { daysLeft } from "../platform/deadline.ts";
import { noticesOf } from "../platform/notices.store.ts";
import { waitingOf } from "../platform/offers.ts";
import { tidy } from "../platform/vietnamese.ts";
import { actorOf, type Context, formOf, frameOf, pages, SignedOut, seeOther, show } from "../web/http.ts";
import { POST_COOKIE } from "../web/middleware.ts";
import type { Gathered } from "../web/part.ts";
import { gatherDesk } from "./desk.ts";
import { DeskView } from "./desk.view.tsx";
import { HelpView } from "./help.view.tsx";
import { latenessReachOf, seesNothing } from "./lateness.store.ts";
import { readNotices } from "./notice.acts.ts";
import { NoticesView } from "./notices.view.tsx";
import { hitsFor } from "./search.ts";
import { SearchView } from "./search.view.tsx";

const NOTICES_A_PAGE = 50;
const HITS_A_STAGE = 10;
const CHANGES_OF_DAYS = 14;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function deskPages(gathered: Gathered) {
  const desk = pages();

  desk.get("/", async (c) => {
    const actor = actorOf(c);
    const facts = await deskFacts(actor, gathered);
    return show(
      c,
      <DeskView
        frame={await frameOf(c)}
        actor={actor}
        facts={facts}
        lead={leadOf(actor, facts)}
        followsDeadlines={!seesNothing(await latenessReachOf(reader(), actor))}
      />,
    );
  });

  desk.get("/tim", async (c) => {
    const actor = actorOf(c);
    const words = tidy(c.req.query("q") ?? "").slice(0, 100);
    const found = words
      ? await Promise.all(
          gathered.offers.map((offer) => offer.search?.(reader(), actor, words, HITS_A_STAGE) ?? []),
        )
      : [];
    return show(c, <SearchView frame={await frameOf(c)} words={words} hits={hitsFor(found.flat())} />);
  });

  desk.get("/thong-bao", async (c) => {
    const actor = actorOf(c);
    const before = Number(c.req.query("truoc")) || null;
    const notices =
      actor.person === null ? [] : await noticesOf(reader(), actor.person, NOTICES_A_PAGE + 1, before);
    return show(
      c,
      <NoticesView
        frame={await frameOf(c)}
        notices={notices.slice(0, NOTICES_A_PAGE)}
        more={notices.length > NOTICES_A_PAGE}
      />,
    );
  });
  desk.get("/thong-bao/ban-da-doc", (c) => c.redirect("/thong-bao", 303));
  desk.post("/thong-bao/ban-da-doc", async (c) => {
    await formOf(c);
    await readNotices(actorOf(c), {});
    return seeOther(c, "/thong-bao");
  });

  desk.get("/tro-giup", async (c) => {
    actorOf(c);
    return show(c, <HelpView frame={await frameOf(c)} />);
  });

  desk.get("/chuc-vu", (c) => c.redirect("/", 303));
  desk.post("/chuc-vu", async (c) => choosePost(c, actorOf(c)));

  return desk;
}

async function choosePost(c: Context, actor: Actor): Promise<Response> {
  const wanted = Number((await formOf(c)).get("chuc-vu"));
  const post = actor.posts.find((one) => one.id === wanted);
  if (!post) throw new SignedOut();
  setCookie(c, POST_COOKIE, `${post.id}`, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    maxAge: YEAR_SECONDS,
  });
  return seeOther(c, "/", { title: `Đang làm việc với chức trách: ${post.title}, ${post.unitName}.` });
}

async function deskFacts(actor: Actor, { offers }: Gathered) {
  const since = addDays(actor.day, -CHANGES_OF_DAYS);
  const year = yearOf(actor.day);
  const [waiting, awaited, changes, marks] = await Promise.all([
    Promise.all(offers.map((offer) => waitingOf(offer, reader(), actor))),
    Promise.all(offers.map((offer) => offer.awaited?.(reader(), actor) ?? [])),
    Promise.all(offers.map((offer) => offer.changes?.(reader(), actor, since) ?? [])),
    Promise.all(offers.map((offer) => offer.yearMarks?.(reader(), actor, year) ?? { phases: [], marks: [] })),
  ]);
  return gatherDesk({
    waiting: waiting.flat(),
    awaited: awaited.flat(),
    changes: changes.flat(),
    marks,
    at: actor.at,
  });
}

/** “Thứ Hai, 21/06/2021 · còn 9 ngày đến hạn …”: the day, and the nearest thing that waits. */
function leadOf(actor: Actor, facts: ReturnType<typeof gatherDesk>): string {
  const today = `${capital(writeWeekday(actor.day))}, ${writeDay(actor.day as Day)}`;
  const next = facts.waiting.find((item) => item.deadline && (daysLeft(item.deadline, actor.at) ?? -1) >= 0);
  if (!next?.deadline) return today;
  const left = daysLeft(next.deadline, actor.at);
  return left === 0
    ? `${today} · hôm nay là hạn cuối: ${next.title}`
    : `${today} · còn ${left} ngày: ${next.title}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
