import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  type Name,
  openedYear,
  opinionTime,
  scored,
  sent,
  sheetOf,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { readSheet } from "../documents/spreadsheet.ts";
import type { Actor } from "../platform/actor.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { clusterOffers } from "./clusters.offers.ts";
import { clusterPages } from "./clusters.part.ts";
import { giveOpinion } from "./opinion.acts.ts";
import { maySeeScores, maySeeYear } from "./score.may.ts";
import { scoreReachOf } from "./score-reach.store.ts";
import { listYears } from "./scoring-year.store.ts";
import { sheetsOf, sheetsSeen } from "./sheet.store.ts";
import { wholeYear } from "./whole-sheet.store.ts";

const here = world();
let cluster: ClusterWorld;
let year: number;

beforeEach(async () => {
  cluster = await buildCluster(here);
  ({ year } = await openedYear(cluster));
});

/** The same state with other scores: ids, times and events stay, only what was scored is another. */
const rescoreAll = (sheets: readonly number[], points: number) =>
  here.arrange(async (tx) => {
    for (const sheet of sheets) {
      await sql`update score_entry set actual = ${points}, points = ${points}
                 where sheet = ${sheet} and criterion = 3`.execute(tx);
      await sql`update score_sheet set self_total = 800 + ${points},
                  verified_total = case when verified_total is null then null else 800 + ${points} end
                 where id = ${sheet}`.execute(tx);
    }
  });

/** Everything of others that a person could ask for: each page and export, each offer. */
async function everythingSeen(actor: Actor, others: readonly number[]): Promise<Record<string, string>> {
  const browser = browse([clusterPages({ offers: [clusterOffers] })], actor);
  const seen: Record<string, string> = {};
  const parts = [
    "",
    "/ket-qua",
    "/ket-qua.xlsx",
    "/ket-qua.csv",
    "/chenh-lech",
    "/chenh-lech.xlsx",
    "/cong-bo",
  ];
  const more = ["/linh-vuc", "/suy-ton", "/lich", "/phieu"];
  const paths = [
    ...["/cum-thi-dua", "/cum-thi-dua?nam=2021", "/cum-thi-dua?xep=-sent", "/cum-thi-dua/mo"],
    ...[...parts, ...more].map((part) => `/cum-thi-dua/nam/${year}${part}`),
    ...others.flatMap((sheet) =>
      [
        "",
        "/phieu.xlsx",
        "/cham",
        "/gui",
        "/tra-lai",
        "/tham-dinh",
        "/y-kien",
        "/muc/2",
        "/nhap",
        "/tep/1",
      ].map((part) => `/cum-thi-dua/phieu/${sheet}${part}`),
    ),
  ];
  for (const path of paths) {
    const answer = await browser.get(path);
    const isSheet = answer.status === 200 && path.endsWith(".xlsx");
    const words = isSheet ? JSON.stringify(await readSheet(answer.bytes(), "x.xlsx")) : answer.html;
    seen[path] =
      `${answer.status} ${answer.location ?? ""} ${words.replace(/name="key" value="[^"]*"/g, "")}`;
  }
  const { units } = cluster;
  const offered = {
    waiting: await clusterOffers.waiting!(reader(), actor),
    awaited: await clusterOffers.awaited!(reader(), actor),
    marks: await clusterOffers.yearMarks!(reader(), actor, 2021),
    search: await clusterOffers.search!(reader(), actor, "cum thi dua", 20),
    tabs: [
      await clusterOffers.tabs!(reader(), actor, { noun: "cluster", id: units.cluster }),
      await clusterOffers.tabs!(reader(), actor, { noun: "unit", id: units.second }),
    ],
    steps: [
      await clusterOffers.yearSteps!(reader(), actor, { noun: "cluster", id: units.cluster, year: 2021 }),
      await clusterOffers.yearSteps!(reader(), actor, { noun: "unit", id: units.second, year: 2021 }),
    ],
    dues: await clusterOffers.dues!(reader(), 2021, [units.second]),
    figures: await clusterOffers.figures!(reader(), {
      ...{ movement: null, units: [units.second], from: day("2021-01-01"), to: day("2021-12-31") },
    }),
  };
  seen.offers = JSON.stringify(offered);
  const told = await sql`select kind, sentence, href from notice order by id`.execute(reader());
  seen.notices = JSON.stringify(told.rows);
  return seen;
}

/** What a person sees before and after others' scores are exchanged for quite other ones. */
async function bothWays(name: Name, others: readonly number[]) {
  const actor = await actorNamed(cluster, name, opinionTime);
  await rescoreAll(others, 950);
  const high = await everythingSeen(actor, others);
  await rescoreAll(others, 100);
  return { high, low: await everythingSeen(actor, others) };
}

describe("before one's own score is sent nothing of another's is seen", () => {
  const barred: readonly Name[] = ["firstHead", "firstOfficer", "firstDeputy", "firstMember", "clusterHead"];

  test("not on any page, in any export or offer, while one's own is a draft", async () => {
    await scored(cluster, year, "first", 500);
    const others = [await sent(cluster, year, "second", 950), await scored(cluster, year, "third", 950)];
    for (const name of barred) {
      const { high, low } = await bothWays(name, others);
      expect(low, name).toEqual(high);
    }
  });

  test("not while one's own was returned to be mended", async () => {
    await sent(cluster, year, "first", 500);
    const others = [await sent(cluster, year, "second", 950), await sent(cluster, year, "third", 950)];
    await here.arrange((tx) =>
      sql`update score_sheet set state = 'returned' where unit = ${cluster.units.first}`.execute(tx),
    );
    for (const name of ["firstOfficer", "clusterHead"] as const) {
      const { high, low } = await bothWays(name, others);
      expect(low, name).toEqual(high);
    }
  });

  test("not by the standing officer who works in a member that has not sent", async () => {
    await here.arrange((tx) =>
      sql`insert into post (person, unit, kind, title, works_as, validity)
          values (${cluster.people.standing}, ${cluster.units.first}, 'member', 'Chuyên viên', 'direct', daterange('2015-01-01', null))`.execute(
        tx,
      ),
    );
    const others = [await sent(cluster, year, "second", 950)];
    const closed = await bothWays("standing", others);
    expect(closed.low).toEqual(closed.high);
    await sent(cluster, year, "first", 500);
    const open = await bothWays("standing", others);
    const sheet = `/cum-thi-dua/phieu/${others[0]}`;
    expect(open.low[sheet]).not.toEqual(open.high[sheet]);
  });

  test("who has no part in the cluster sees nothing at all, ever", async () => {
    await sent(cluster, year, "first", 500);
    const others = [await sent(cluster, year, "second", 950)];
    const { high, low } = await bothWays("strangerOfficer", others);
    expect(low).toEqual(high);
    expect(
      Object.entries(high).filter(([path, seen]) => path.includes("/nam/") && !seen.startsWith("404")),
    ).toEqual([]);
  });

  test("the same pages do tell once one's own is sent", async () => {
    await sent(cluster, year, "first", 500);
    const others = [await sent(cluster, year, "second", 950)];
    const { high, low } = await bothWays("firstOfficer", others);
    const differing = Object.keys(high).filter((path) => high[path] !== low[path]);
    const sheet = `/cum-thi-dua/phieu/${others[0]}`;
    expect(differing).toEqual([sheet, `${sheet}/phieu.xlsx`]);
  });

  test("an opinion is refused the same way whatever was scored", async () => {
    await scored(cluster, year, "first", 500);
    const other = await sent(cluster, year, "second", 950);
    const actor = await actorNamed(cluster, "firstOfficer", opinionTime);
    const opinion = { sheetId: other, unit: cluster.units.first, criterion: 3, points: 100, words: "?" };
    const high = await giveOpinion(actor, opinion);
    await rescoreAll([other], 100);
    expect(await giveOpinion(actor, opinion)).toEqual(high);
    expect(high).toMatchObject({ refusal: "no-such-sheet" });
  });
});

describe("before publication verified scores are the standing body's and the unit's own", () => {
  test("members and the cluster's head see nothing of others' verified scores", async () => {
    await sent(cluster, year, "first", 500);
    const other = await sent(cluster, year, "second", 950);
    await here.arrange(async (tx) => {
      await sql`insert into score_entry (sheet, criterion, side, actual, points) values (${other}, 3, 'verified', 900, 900)`.execute(
        tx,
      );
      await sql`update score_sheet set state = 'verified', verified_total = 900 where id = ${other}`.execute(
        tx,
      );
    });
    const reverify = (points: number) =>
      here.arrange(async (tx) => {
        await sql`update score_entry set actual = ${points}, points = ${points} where sheet = ${other} and side = 'verified'`.execute(
          tx,
        );
        await sql`update score_sheet set verified_total = ${points} where id = ${other}`.execute(tx);
      });
    const seenAt = async (name: Name, points: number) => {
      await reverify(points);
      return everythingSeen(await actorNamed(cluster, name, opinionTime), [other]);
    };
    for (const name of ["firstHead", "clusterHead", "thirdHead"] as const)
      expect(await seenAt(name, 100), name).toEqual(await seenAt(name, 900));
    const own = `/cum-thi-dua/phieu/${other}`;
    expect((await seenAt("secondHead", 100))[own]).not.toEqual((await seenAt("secondHead", 900))[own]);
  });
});

describe("lists and predicates agree", () => {
  const states = ["none", "draft", "submitted", "returned", "verified"] as const;
  const everybody: readonly Name[] = [
    ...([
      "standing",
      "minister",
      "firstHead",
      "firstOfficer",
      "firstDeputy",
      "firstMember",
      "secondOfficer",
    ] as const),
    ...(["thirdHead", "strangerOfficer", "clusterHead", "inspector"] as const),
  ];
  let world_: ClusterWorld;
  let opened: number;
  const units = ["first", "second", "third"] as const;

  beforeAll(async () => {
    world_ = await buildCluster(here);
    ({ year: opened } = await openedYear(world_));
    for (const unit of units) await scored(world_, opened, unit, 500);
  });

  const put = async (chosen: readonly (typeof states)[number][], published: boolean) =>
    here.arrange(async (tx) => {
      await sql`update cluster_year set published_at = case when ${published} then now() end where id = ${opened}`.execute(
        tx,
      );
      for (const [at, unit] of units.entries()) {
        const state = chosen[at] === "none" ? "draft" : chosen[at];
        const came = state !== "draft";
        await sql`update score_sheet
                     set state = ${state}, submitted_at = case when ${came} then now() end,
                         late = case when ${came} then false end, channel = case when ${came} then 'online' end,
                         verified_total = case when ${state} = 'verified' then 1 end
                   where cluster_year = ${opened} and unit = ${world_.units[unit]}`.execute(tx);
      }
    });

  test("whose scores somebody sees is the same in SQL and in words, whatever the states", async () => {
    const actors = new Map<Name, Actor>();
    for (const name of everybody) actors.set(name, await actorNamed(world_, name, opinionTime));
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...units.map(() => fc.constantFrom(...states))),
        fc.boolean(),
        async (chosen, published) => {
          await put(chosen, published);
          const whole = (await wholeYear(reader(), opened, day("2021-11-17")))!;
          const sheets = await sheetsOf(reader(), opened);
          for (const [name, actor] of actors) {
            const reach = await scoreReachOf(reader(), { ...actor });
            const inWords = sheets
              .filter((sheet) => !isRefusal(maySeeScores(actor, whole.seen, sheet)))
              .map(({ id }) => id);
            const inSql = (await sheetsSeen(reader(), reach, opened)).map(({ id }) => id);
            expect(inSql, name).toEqual(inWords);
            const { rows } = await listYears(reader(), reach, { year: null }, { offset: 0, limit: 50 });
            expect(
              rows.some(({ id }) => id === opened),
              name,
            ).toBe(!isRefusal(maySeeYear(actor, whole.seen)));
          }
        },
      ),
      { numRuns: 15 },
    );
    expect((await sheetOf(world_, opened, "first")).unitName).toBe("Vụ Một");
  }, 60_000);
});
