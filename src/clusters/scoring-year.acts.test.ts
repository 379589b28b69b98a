import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { browse } from "../../test/app.ts";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  calendar,
  openedYear,
  opinionTime,
  scored,
  scoringTime,
  sent,
  sheetOf,
  sure,
  verifyingTime,
  voting,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { clusterPages } from "./clusters.part.ts";
import { sheetsOutOfFold } from "./invariants.store.ts";
import { giveOpinion } from "./opinion.acts.ts";
import { publishResults } from "./results.acts.ts";
import { changeYear } from "./scoring-year.acts.ts";
import { findYear } from "./scoring-year.store.ts";
import { sendSheet, startSheet } from "./sheet.acts.ts";
import { findSheet, sheetHistoryOf } from "./sheet.store.ts";
import { copyTable, moveInTable, publishTable } from "./table.acts.ts";
import { findTable } from "./table.store.ts";
import { takeOverSheet } from "./takeover.acts.ts";
import { wholeYear } from "./whole-sheet.store.ts";

const here = world();
let cluster: ClusterWorld;
let year: number;
let table: number;

beforeEach(async () => {
  cluster = await buildCluster(here);
  ({ year, table } = await openedYear(cluster));
});

const versionOf = async (sheet: number) => (await findSheet(reader(), sheet))!.version;

describe("opinions", () => {
  const opinion = { criterion: 3, points: 500, words: "Chưa thấy minh chứng" };
  test("a member whose own sheet is sent gives one on another's, not on its own", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    await sent(cluster, year, "second", 900);
    const second = await actorNamed(cluster, "secondOfficer", opinionTime);
    const first = await actorNamed(cluster, "firstOfficer", opinionTime);
    const third = await actorNamed(cluster, "thirdOfficer", opinionTime);
    const { units } = cluster;
    expect(await giveOpinion(second, { ...opinion, sheetId: sheet, unit: units.second })).toEqual(
      expect.any(Number),
    );
    expect(await giveOpinion(first, { ...opinion, sheetId: sheet, unit: units.first })).toMatchObject({
      refusal: "own-sheet",
    });
    expect(await giveOpinion(third, { ...opinion, sheetId: sheet, unit: units.third })).toMatchObject({
      refusal: "no-such-sheet",
    });
  });
  test.each([
    ["more points than the criterion has", { ...opinion, points: 1001 }, "over-maximum"],
    ["points on the whole sheet", { ...opinion, criterion: null }, "points-on-the-whole"],
  ])("%s are refused", async (_name, given, refusal) => {
    const sheet = await sent(cluster, year, "first", 900);
    await sent(cluster, year, "second", 900);
    const second = await actorNamed(cluster, "secondOfficer", opinionTime);
    expect(await giveOpinion(second, { ...given, sheetId: sheet, unit: cluster.units.second })).toMatchObject(
      { refusal },
    );
  });
  test("after the last day they are closed", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    await sent(cluster, year, "second", 900);
    const second = await actorNamed(cluster, "secondOfficer", verifyingTime);
    expect(
      await giveOpinion(second, { ...opinion, sheetId: sheet, unit: cluster.units.second }),
    ).toMatchObject({ refusal: "opinions-closed" });
  });
});

describe("the year and its table", () => {
  const change = async (given: { table?: number; selfUntil?: string }) => {
    const { version } = (await findYear(reader(), year))!;
    const days = given.selfUntil ? { ...calendar, selfUntil: day(given.selfUntil) } : calendar;
    const input = { yearId: year, version, table: given.table ?? table, calendar: days, voting };
    return changeYear(await actorNamed(cluster, "standing"), input);
  };
  const nextVersion = async () => {
    const standing = await actorNamed(cluster, "standing");
    const id = sure(await copyTable(standing, { tableId: table, year: 2021 }));
    const { changes } = (await findTable(reader(), id))!;
    sure(await publishTable(standing, { tableId: id, changes, basis: "Quyết định số 2/QĐ-BTP" }));
    return id;
  };

  test("a published table is never changed, neither by an act nor behind it", async () => {
    const standing = await actorNamed(cluster, "standing");
    const { changes } = (await findTable(reader(), table))!;
    expect(await moveInTable(standing, { tableId: table, changes, criterion: 3, move: "up" })).toMatchObject({
      refusal: "table-published",
    });
    const alter = here.arrange((tx) =>
      sql`update criteria_table set total = 1 where id = ${table}`.execute(tx),
    );
    await expect(alter).rejects.toMatchObject({ constraint: "a_published_table_is_never_changed" });
  });

  test("the table is changed while nobody has sent; drafts are reckoned by the new one", async () => {
    await scored(cluster, year, "first", 900);
    const next = await nextVersion();
    expect(await change({ table: next })).toBe(year);
    expect(await sheetOf(cluster, year, "first")).toMatchObject({ selfTotal: 1700 });
  });

  test("after the first sheet was sent the table stays", async () => {
    await sent(cluster, year, "first", 900);
    expect(await change({ table: await nextVersion() })).toMatchObject({ refusal: "scored-already" });
  });

  test("days out of order are said at their field", async () => {
    expect(await change({ selfUntil: "2021-10-01" })).toMatchObject({
      refusal: "days-out-of-order",
      field: "selfUntil",
    });
    expect(await change({ selfUntil: "2021-11-18" })).toBe(year);
  });

  test("a unit taken off the roster keeps its sheet and is not ranked; one that joins may score", async () => {
    await sent(cluster, year, "first", 900);
    await here.arrange(async (tx) => {
      await sql`delete from cluster_member where unit = ${cluster.units.first}`.execute(tx);
      await sql`insert into cluster_member (cluster, unit, year) values (${cluster.units.cluster}, ${cluster.units.stranger}, 2021)`.execute(
        tx,
      );
    });
    const joined = await actorNamed(cluster, "strangerOfficer");
    expect(await startSheet(joined, { yearId: year, unit: cluster.units.stranger })).toEqual(
      expect.any(Number),
    );
    const { version } = (await findYear(reader(), year))!;
    const standing = await actorNamed(cluster, "standing", verifyingTime);
    expect(await publishResults(standing, { yearId: year, version, ties: null })).toMatchObject({
      refusal: "nothing-verified",
    });
  });

  test("a unit that ended scores no more, and the year says who follows it", async () => {
    const sheet = await scored(cluster, year, "first", 900);
    await here.arrange(async (tx) => {
      await sql`update unit set validity = daterange('2015-01-01', '2021-11-05') where id = ${cluster.units.first}`.execute(
        tx,
      );
      await sql`insert into succession (from_unit, to_unit, on_day, kind, recorded_at) values (${cluster.units.first}, ${cluster.units.second}, '2021-11-05', 'merge', ${scoringTime})`.execute(
        tx,
      );
    });
    const writer = await actorNamed(cluster, "firstOfficer", scoringTime);
    const outcome = await sendSheet(writer, {
      sheetId: sheet,
      version: await versionOf(sheet),
      remarks: null,
    });
    expect(outcome).toMatchObject({ refusal: "no-such-sheet" });
    const whole = (await wholeYear(reader(), year, day("2021-11-10")))!;
    const ended = whole.members.find(({ unit }) => unit === cluster.units.first);
    expect(ended).toMatchObject({ endedOn: "2021-11-05", successors: ["Vụ Hai"] });
  });

  test("the unit that follows goes on with the sheet by a recorded step, once it stands on the roster", async () => {
    const { units } = cluster;
    const sheet = await sent(cluster, year, "first", 900);
    await here.arrange(async (tx) => {
      await sql`update unit set validity = daterange('2015-01-01', '2021-11-12') where id = ${units.first}`.execute(
        tx,
      );
      await sql`insert into succession (from_unit, to_unit, on_day, kind, recorded_at) values (${units.first}, ${units.stranger}, '2021-11-12', 'merge', ${scoringTime})`.execute(
        tx,
      );
    });
    const standing = await actorNamed(cluster, "standing", opinionTime);
    const given = { yearId: year, sheetId: sheet, unit: units.stranger };
    expect(await takeOverSheet(standing, given)).toMatchObject({ refusal: "not-a-follower" });
    await here.arrange((tx) =>
      sql`update cluster_member set unit = ${units.stranger} where unit = ${units.first} and cluster = ${units.cluster}`.execute(
        tx,
      ),
    );
    const third = await actorNamed(cluster, "thirdOfficer", opinionTime);
    const follower = await actorNamed(cluster, "strangerOfficer", opinionTime);
    expect(await takeOverSheet(third, given)).toMatchObject({ kind: "may-not" });
    expect(await takeOverSheet(follower, { ...given, unit: units.second })).toMatchObject({
      kind: "may-not",
    });
    const page = await browse([clusterPages({ offers: [] })], follower).get(`/cum-thi-dua/nam/${year}`);
    expect(page.html).toContain("Vụ Ngoài tiếp nhận phiếu");
    expect(await takeOverSheet(follower, given)).toBe(sheet);
    expect(await findSheet(reader(), sheet)).toMatchObject({
      ...{ unit: units.stranger, unitName: "Vụ Ngoài", state: "submitted", selfTotal: 1700 },
    });
    expect((await sheetHistoryOf(reader(), sheet)).map(({ kind, remarks }) => [kind, remarks])).toEqual([
      ["taken-over", "Vụ Ngoài tiếp nhận phiếu của Vụ Một"],
      ["submitted", null],
    ]);
    expect(await takeOverSheet(follower, given)).toMatchObject({ refusal: "no-such-sheet" });
    expect(await sheetsOutOfFold(reader())).toEqual([]);
  });
});
