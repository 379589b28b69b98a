import { compress } from "hono/compress";
import { loadActor } from "./org/actor.store.ts";
import { openingPages } from "./org/opening.pages.tsx";
import { parts, railOrder } from "./parts.ts";
import type { Actor } from "./platform/actor.ts";
import { reader } from "./platform/db.ts";
import type { Job } from "./platform/jobs.ts";
import { unreadNotices } from "./platform/notices.store.ts";
import { type Offers, waitingOf } from "./platform/offers.ts";
import type { Settings } from "./platform/settings.ts";
import { platformJobs } from "./platform/upkeep.jobs.ts";
import { accountPages } from "./web/account.pages.tsx";
import { type Assets, assetsPath } from "./web/assets.ts";
import type { Frame, NavigationGroup } from "./web/frame.ts";
import { healthPages } from "./web/health.pages.ts";
import { type App, type Context, noticeOf, pages } from "./web/http.ts";
import * as middleware from "./web/middleware.ts";
import type { Gathered, StagePart } from "./web/part.ts";
import { type DemoAccount, signInPages } from "./web/sign-in.pages.tsx";

export interface House {
  readonly app: App;
  readonly jobs: readonly Job[];
  readonly offers: readonly Offers[];
}

export interface HouseOptions {
  readonly settings: Settings;
  readonly assets: Assets;
  readonly anchorFile: string;
  readonly demoAccounts: () => readonly DemoAccount[];
}

/** Puts the house together: every stage's pages, jobs and offers. Nothing imports this but `start`. */
export function composeHouse(options: HouseOptions): House {
  const offers = parts.flatMap((part) => (part.offers ? [part.offers] : []));
  const gathered: Gathered = { offers };
  return {
    app: composeApp(options, gathered),
    jobs: [...platformJobs(options.anchorFile), ...parts.flatMap((part) => part.jobs?.(gathered) ?? [])],
    offers,
  };
}

function composeApp({ settings, assets, demoAccounts }: HouseOptions, gathered: Gathered): App {
  const surroundings: middleware.Surroundings = {
    assets: assets.manifest,
    secure: settings.address.startsWith("https:"),
    formOrigins: settings.identityProvider ? [new URL(settings.identityProvider.discoveryUrl).origin] : [],
    loadActor: (session, at, post) => loadActor(reader(), session, at, post),
    makeFrame: (c, actor) => makeFrame(c, actor, assets, gathered.offers),
  };
  const app = pages();
  app.onError(middleware.onFault);
  app.notFound(middleware.onMissing);
  app.use(middleware.arrival);
  app.use(middleware.requestLog);
  app.use(middleware.securityHeaders(surroundings));
  app.get(`${assetsPath}/:name`, (c) => assets.serve(c, c.req.param("name")) ?? c.notFound());
  app.route("/", healthPages());
  app.use(compress({ encoding: "gzip" }));
  app.use(middleware.sameOrigin);
  app.use(middleware.knowsActor(surroundings));
  app.use(middleware.bodyLimit);
  app.route("/", openingPages());
  app.route("/", signInPages(demoAccounts));
  app.route("/", accountPages());
  for (const part of parts) app.route("/", part.pages(gathered));
  return app;
}

async function makeFrame(
  c: Context,
  actor: Actor,
  assets: Assets,
  offers: readonly Offers[],
): Promise<Frame> {
  const railed = parts
    .filter((part) => part.rail)
    .toSorted((left, right) => railOrder.indexOf(left.stage) - railOrder.indexOf(right.stage));
  const counts = await Promise.all(railed.map((part) => railCountOf(part, offers, actor)));
  const entries = railed.flatMap((part, index) =>
    part.rail && (part.rail.shownTo?.(actor) ?? true)
      ? [{ rail: part.rail, count: counts[index], current: isCurrent(c, part.rail.href) }]
      : [],
  );
  const group = (name: "home" | "year" | "shared") =>
    entries
      .filter(({ rail }) => rail.group === name)
      .map(({ rail, count, current }) => ({ href: rail.href, label: rail.label, count, current }));
  const navigation: NavigationGroup[] = [
    { items: group("home") },
    { label: `Công tác năm ${actor.day.slice(0, 4)}`, items: group("year") },
    { label: "Dùng chung", items: group("shared") },
  ];
  const acting = actor.post ?? actor.posts[0] ?? null;
  return {
    assets: assets.manifest,
    nonce: c.get("nonce"),
    who: { name: actor.name, initials: initialsOf(actor.name) },
    body: acting?.unitName ?? "Chưa có chức trách",
    post: acting?.title ?? "",
    postId: `${acting?.id ?? ""}`,
    posts: actor.posts.map((post) => ({ id: `${post.id}`, body: post.unitName, post: post.title })),
    navigation: navigation.filter((one) => one.items.length > 0),
    notices: actor.person === null ? 0 : await unreadNotices(reader(), actor.person),
    notice: noticeOf(c),
  };
}

async function railCountOf(
  part: StagePart,
  offers: readonly Offers[],
  actor: Actor,
): Promise<number | undefined> {
  const counted = part.sumsUp ? offers : part.offers ? [part.offers] : [];
  const waiting = await Promise.all(counted.map((offer) => waitingOf(offer, reader(), actor)));
  return waiting.flat().length || undefined;
}

const isCurrent = (c: Context, href: string): boolean =>
  href === "/" ? c.req.path === "/" : c.req.path === href || c.req.path.startsWith(`${href}/`);

/** The first letters of the last two words of a name: Lò Thị Minh is TM. */
const initialsOf = (name: string): string =>
  name
    .split(" ")
    .slice(-2)
    .map((word) => word.charAt(0))
    .join("");
