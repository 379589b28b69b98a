import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import {
  actorNamed,
  buildCluster,
  type ClusterWorld,
  openedYear,
  scored,
  sent,
  sheetOf,
  sure,
  verifyingTime,
} from "../../test/clusters-world.ts";
import { world } from "../../test/world.ts";
import { day } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { sheetsNotAsReckoned, sheetsOutOfFold, yearsHalfPublished } from "./invariants.store.ts";
import { publishResults } from "./results.acts.ts";
import { publishedResults, resultsOfUnits } from "./results.store.ts";
import { findYear } from "./scoring-year.store.ts";
import { enterPaperSheet, returnSheet, saveSelfScores, sendSheet, startSheet } from "./sheet.acts.ts";
import { findSheet } from "./sheet.store.ts";
import { reopenSheet, saveVerifiedScores, verifySheet } from "./verify.acts.ts";

const here = world();
let cluster: ClusterWorld;
let year: number;

beforeEach(async () => {
  cluster = await buildCluster(here);
  ({ year } = await openedYear(cluster));
});

const versionOf = async (sheet: number) => (await findSheet(reader(), sheet))!.version;
const direct = (actual: number, planned: number | null = null) => [
  { criterion: 3, entry: { actual, planned }, note: null, source: null },
];

describe("a unit scores itself", () => {
  test("points are reckoned by the table and summed", async () => {
    await scored(cluster, year, "first", 950);
    expect(await sheetOf(cluster, year, "first")).toMatchObject({
      selfTotal: 1750,
      state: "draft",
      verifiedTotal: null,
    });
  });

  test.each([
    ["over the maximum", direct(1001), "over-maximum"],
    ["below nothing", direct(-1), "negative"],
    ["a criterion the table has not", [{ ...direct(1)[0]!, criterion: 99 }], "no-such-criterion"],
  ])("%s is refused and nothing of the form is kept", async (_name, scores, refusal) => {
    const sheet = await scored(cluster, year, "first", 950);
    const writer = await actorNamed(cluster, "firstOfficer");
    const all = [
      { criterion: 2, entry: { actual: 100, planned: 1000 }, note: null, source: null },
      ...scores,
    ];
    expect(
      await saveSelfScores(writer, { sheetId: sheet, version: await versionOf(sheet), scores: all }),
    ).toMatchObject({ refusal });
    expect((await findSheet(reader(), sheet))!.selfTotal).toBe(1750);
  });

  test("two tabs: the second one is told, the first one stays", async () => {
    const sheet = await scored(cluster, year, "first", 950);
    const version = await versionOf(sheet);
    const writer = await actorNamed(cluster, "firstOfficer");
    sure(await saveSelfScores(writer, { sheetId: sheet, version, scores: direct(900) }));
    expect(await saveSelfScores(writer, { sheetId: sheet, version, scores: direct(100) })).toMatchObject({
      refusal: "stale",
    });
    expect((await findSheet(reader(), sheet))!.selfTotal).toBe(1700);
  });

  test("sending needs every criterion, and happens once", async () => {
    const writer = await actorNamed(cluster, "firstOfficer");
    const sheet = sure(await startSheet(writer, { yearId: year, unit: cluster.units.first }));
    sure(await saveSelfScores(writer, { sheetId: sheet, version: 1, scores: direct(900) }));
    expect(await sendSheet(writer, { sheetId: sheet, version: 2, remarks: null })).toMatchObject({
      refusal: "incomplete",
    });
    await scored(cluster, year, "first", 900);
    sure(await sendSheet(writer, { sheetId: sheet, version: await versionOf(sheet), remarks: null }));
    expect(
      await sendSheet(writer, { sheetId: sheet, version: await versionOf(sheet), remarks: null }),
    ).toMatchObject({ refusal: "already-sent" });
  });

  test.each([
    ["before the opening", "2021-10-30T05:00:00Z", "not-open-yet"],
    ["at the last second of the last day", "2021-11-15T16:59:59Z", null],
    ["a second later", "2021-11-15T17:00:00Z", "closed"],
  ])("%s", async (_name, at, refusal) => {
    const sheet = await scored(cluster, year, "first", 900);
    const writer = await actorNamed(cluster, "firstOfficer", new Date(at));
    const outcome = await sendSheet(writer, {
      sheetId: sheet,
      version: await versionOf(sheet),
      remarks: null,
    });
    expect(typeof outcome === "number" ? null : outcome.refusal).toBe(refusal);
  });

  test("who has no part in the cluster, and who only works in a member, is told that there is no such sheet", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    for (const name of ["strangerOfficer", "firstMember"] as const) {
      const actor = await actorNamed(cluster, name);
      expect(await saveSelfScores(actor, { sheetId: sheet, version: 3, scores: direct(1) })).toMatchObject({
        refusal: "no-such-sheet",
      });
      expect(await startSheet(actor, { yearId: year, unit: cluster.units.first })).toMatchObject({
        refusal: "no-such-sheet",
      });
    }
  });
});

describe("sent, returned, sent again, on paper", () => {
  test("a returned sheet is sent again after the last day, until its own day", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    const standing = await actorNamed(cluster, "standing", verifyingTime);
    const back = {
      sheetId: sheet,
      version: await versionOf(sheet),
      remarks: "Thiếu minh chứng",
      dueOn: day("2021-11-27"),
    };
    sure(await returnSheet(standing, back));
    const inTime = await actorNamed(cluster, "firstOfficer", new Date("2021-11-27T05:00:00Z"));
    const tooLate = await actorNamed(cluster, "firstOfficer", new Date("2021-11-28T05:00:00Z"));
    const again = { sheetId: sheet, version: await versionOf(sheet), remarks: null };
    expect(await sendSheet(tooLate, again)).toMatchObject({ refusal: "due-passed" });
    expect(await sendSheet(inTime, again)).toBe(sheet);
  });

  test("each sending is kept as it stood", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    const standing = await actorNamed(cluster, "standing");
    sure(
      await returnSheet(standing, {
        sheetId: sheet,
        version: await versionOf(sheet),
        remarks: "Xem lại",
        dueOn: null,
      }),
    );
    await sent(cluster, year, "first", 700);
    const { rows } = await sql<{ points: number[] }>`
      select array(select (entry ->> 'points')::int from jsonb_array_elements(entries) entry order by (entry ->> 'criterion')::int) as points
        from score_event where sheet = ${sheet} and kind = 'submitted' order by id`.execute(reader());
    expect(rows.map(({ points }) => points)).toEqual([
      [800, 900],
      [800, 700],
    ]);
  });

  const paper = (receivedOn: string, lateReason = "") => ({
    ...{ yearId: year, unit: cluster.units.second, receivedOn: day(receivedOn), lateReason, remarks: null },
    scores: [
      { criterion: 2, entry: { actual: 500, planned: 1000 }, note: null, source: null },
      ...direct(600),
    ],
  });

  test("a paper counts from the day it came", async () => {
    const standing = await actorNamed(cluster, "standing", verifyingTime);
    expect(await enterPaperSheet(standing, paper("2021-11-26"))).toMatchObject({
      refusal: "received-in-the-future",
    });
    expect(await enterPaperSheet(standing, paper("2021-11-16"))).toMatchObject({
      refusal: "late-without-reason",
    });
    sure(await enterPaperSheet(standing, paper("2021-11-15")));
    expect(await sheetOf(cluster, year, "second")).toMatchObject({
      state: "submitted",
      late: false,
      channel: "paper",
      selfTotal: 1100,
    });
    expect(await enterPaperSheet(standing, paper("2021-11-15"))).toMatchObject({ refusal: "already-sent" });
  });

  test("a late paper keeps its reason", async () => {
    const standing = await actorNamed(cluster, "standing", verifyingTime);
    sure(await enterPaperSheet(standing, paper("2021-11-16", "Bưu điện chậm")));
    expect(await sheetOf(cluster, year, "second")).toMatchObject({ late: true });
  });
});

describe("verifying and publishing", () => {
  async function verified(
    unit: "first" | "second" | "third",
    points: number,
    reason: string | null = "Theo minh chứng",
  ) {
    const sheet = await sheetOf(cluster, year, unit);
    const standing = await actorNamed(cluster, "standing", verifyingTime);
    const scores = [
      { criterion: 2, entry: { actual: 800, planned: 1000 }, reason: null },
      { criterion: 3, entry: { actual: points, planned: null }, reason },
    ];
    sure(await saveVerifiedScores(standing, { sheetId: sheet.id, version: sheet.version, scores }));
    return verifySheet(standing, { sheetId: sheet.id, version: await versionOf(sheet.id), remarks: null });
  }
  const publish = async (ties: "all-in" | "all-out" | null = null) => {
    const { version } = (await findYear(reader(), year))!;
    return publishResults(await actorNamed(cluster, "standing", verifyingTime), {
      yearId: year,
      version,
      ties,
    });
  };
  const allSent = async () => {
    await sent(cluster, year, "first", 1000);
    await sent(cluster, year, "second", 1000);
    await sent(cluster, year, "third", 500);
  };

  test("a difference needs its reason", async () => {
    await sent(cluster, year, "first", 900);
    expect(await verified("first", 800, null)).toMatchObject({ refusal: "difference-without-reason" });
    expect(await verified("first", 900, null)).toEqual(expect.any(Number));
    expect(await sheetOf(cluster, year, "first")).toMatchObject({ state: "verified", verifiedTotal: 1700 });
  });

  test("only the standing body verifies; the cluster's head does not", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    const head = await actorNamed(cluster, "clusterHead", verifyingTime);
    expect(await saveVerifiedScores(head, { sheetId: sheet, version: 3, scores: [] })).toMatchObject({
      kind: "may-not",
    });
  });

  test("ranks with ties; a tie at the cut of a grade is decided before publication", async () => {
    await allSent();
    expect(await publish()).toMatchObject({ refusal: "not-all-verified" });
    sure(await verified("first", 1000));
    sure(await verified("second", 1000));
    sure(await verified("third", 400));
    expect(await publish()).toMatchObject({ refusal: "tie-at-cut", field: "ties" });
    expect(await publish("all-out")).toBe(year);
    const rows = await publishedResults(reader(), year);
    expect(
      rows.map(({ unitName, rank, tied, grade, heldBackFrom }) => [
        unitName,
        rank,
        tied,
        grade,
        heldBackFrom,
      ]),
    ).toEqual([
      ["Vụ Hai", 1, true, "B", "A"],
      ["Vụ Một", 1, true, "B", "A"],
      ["Vụ Ba", 3, false, "B", null],
    ]);
    expect(await resultsOfUnits(reader(), [cluster.units.third], { from: 2021, to: 2021 })).toMatchObject([
      { rank: 3, ranked: 3, total: 1200 },
    ]);
  });

  test("what is published stays: no sheet is sent, returned or taken up again, nothing published twice", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    sure(await verified("first", 900, null));
    sure(await publish());
    const standing = await actorNamed(cluster, "standing", verifyingTime);
    const version = await versionOf(sheet);
    expect(await returnSheet(standing, { sheetId: sheet, version, remarks: "x", dueOn: null })).toMatchObject(
      { refusal: "already-published" },
    );
    expect(await reopenSheet(standing, { sheetId: sheet, version, remarks: "x" })).toMatchObject({
      refusal: "already-published",
    });
    expect(await publish()).toMatchObject({ refusal: "already-published" });
    const second = await actorNamed(cluster, "secondOfficer");
    expect(await startSheet(second, { yearId: year, unit: cluster.units.second })).toMatchObject({
      refusal: "already-published",
    });
  });

  test("a verified sheet is taken up again with its reason before publication", async () => {
    const sheet = await sent(cluster, year, "first", 900);
    sure(await verified("first", 900, null));
    const standing = await actorNamed(cluster, "standing", verifyingTime);
    sure(
      await reopenSheet(standing, { sheetId: sheet, version: await versionOf(sheet), remarks: "Nhầm số" }),
    );
    expect(await sheetOf(cluster, year, "first")).toMatchObject({ state: "submitted", verifiedTotal: null });
  });

  test("the invariants hold, and a total altered behind the acts is found", async () => {
    await allSent();
    sure(await verified("first", 1000));
    const asked = async () => [
      await sheetsNotAsReckoned(reader()),
      await sheetsOutOfFold(reader()),
      await yearsHalfPublished(reader()),
    ];
    expect(await asked()).toEqual([[], [], []]);
    const sheet = await sheetOf(cluster, year, "second");
    await here.arrange((tx) => sql`update score_sheet set self_total = 1 where id = ${sheet.id}`.execute(tx));
    expect(await asked()).toEqual([[sheet.id], [], []]);
    await here.arrange((tx) =>
      sql`update score_sheet set self_total = 1800 where id = ${sheet.id}`.execute(tx),
    );
  });
});
