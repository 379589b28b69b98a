import { sql } from "kysely";
import type { Criteria, Criterion } from "../src/clusters/criteria.ts";
import { publishResults } from "../src/clusters/results.acts.ts";
import { openYear } from "../src/clusters/scoring-year.acts.ts";
import { findYear } from "../src/clusters/scoring-year.store.ts";
import type { ScoringCalendar } from "../src/clusters/scoring-year.ts";
import { saveSelfScores, sendSheet, startSheet } from "../src/clusters/sheet.acts.ts";
import { findSheet, findSheetOf } from "../src/clusters/sheet.store.ts";
import { publishTable, startTable } from "../src/clusters/table.acts.ts";
import { findTable } from "../src/clusters/table.store.ts";
import { saveVerifiedScores, verifySheet } from "../src/clusters/verify.acts.ts";
import { saveNewUnit } from "../src/org/unit.store.ts";
import { type UnitKind, usualTraits } from "../src/org/unit.ts";
import type { Actor } from "../src/platform/actor.ts";
import { day } from "../src/platform/day.ts";
import { reader, type Tx } from "../src/platform/db.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { actorFor, aPerson } from "./registrations-world.ts";
import type { World } from "./world.ts";

/** Noon in Vietnam while units score themselves, while opinions are given, while the standing body verifies. */
export const scoringTime = new Date("2021-11-10T05:00:00Z");
export const opinionTime = new Date("2021-11-17T05:00:00Z");
export const verifyingTime = new Date("2021-11-25T05:00:00Z");

export const calendar: ScoringCalendar = {
  ...{ selfFrom: day("2021-11-01"), selfUntil: day("2021-11-15"), opinionsUntil: day("2021-11-20") },
  ...{ verifyUntil: day("2021-11-30"), publishOn: day("2021-12-05") },
};

const leaf = (id: number, name: string, max: number, rule: Criterion["rule"]): Criterion => ({
  ...{ id, name, max, source: null, field: null, rule, children: [] },
});

/** Ten points by share and ten given directly; A from 18, for one unit. */
export const criteria: Criteria = {
  groups: [
    {
      ...leaf(1, "Công tác", 2000, null),
      children: [
        leaf(2, "Kế hoạch", 1000, { kind: "PROPORTIONAL" }),
        leaf(3, "Nền nếp", 1000, { kind: "MANUAL" }),
      ],
    },
  ],
  grades: [
    { code: "A", name: "Loại A", from: 1800, conditions: [], quota: { kind: "count", most: 1 } },
    { code: "B", name: "Loại B", from: 0, conditions: [], quota: null },
  ],
  targets: [],
};

export const voting = {
  ...({ method: "secret", threshold: 50_00, base: "members", ties: "second-round", paper: null } as const),
};

const cast = {
  standing: ["ministry", "standing-officer"],
  minister: ["ministry", "unit-head"],
  firstHead: ["first", "unit-head"],
  firstOfficer: ["first", "unit-officer"],
  firstDeputy: ["first", "unit-deputy"],
  firstMember: ["first", "member"],
  secondOfficer: ["second", "unit-officer"],
  secondHead: ["second", "unit-head"],
  thirdOfficer: ["third", "unit-officer"],
  thirdHead: ["third", "unit-head"],
  strangerOfficer: ["stranger", "unit-officer"],
  clusterHead: ["cluster", "cluster-head"],
  inspector: ["ministry", "inspector"],
} as const;

export type Name = keyof typeof cast;
type Place = (typeof cast)[Name][0];

export interface ClusterWorld {
  readonly units: Readonly<Record<Place, number>>;
  readonly people: Readonly<Record<Name, number>>;
}

/** A ministry with three members of one cluster and a unit outside it; the cluster's head works in the first. */
export const buildCluster = (world: World): Promise<ClusterWorld> => world.arrange(build);

let built = 0;

async function build(tx: Tx): Promise<ClusterWorld> {
  built += 1;
  const serial = built;
  const unit = (kind: UnitKind, code: string, name: string, parent: number | null) =>
    saveNewUnit(tx, {
      ...{
        kind,
        code: `${code}-${serial}`,
        name,
        shortName: null,
        traits: usualTraits[kind],
        province: null,
      },
      ...{ parent, guidedBy: null, from: day("2015-01-01") },
    });
  const ministry = await unit("ministry", "BTP", "Bộ Tư pháp", null);
  const units = {
    ministry,
    first: await unit("department", "V1", "Vụ Một", ministry),
    second: await unit("department", "V2", "Vụ Hai", ministry),
    third: await unit("department", "V3", "Vụ Ba", ministry),
    stranger: await unit("department", "V9", "Vụ Ngoài", ministry),
    cluster: await unit("cluster", "CUM1", "Cụm thi đua số I", ministry),
  };
  await sql`insert into cluster (unit, kind, outside) values (${units.cluster}, 'CLUSTER', false)`.execute(
    tx,
  );
  for (const member of [units.first, units.second, units.third])
    await sql`insert into cluster_member (cluster, unit, year) values (${units.cluster}, ${member}, 2021)`.execute(
      tx,
    );
  const people: Partial<Record<Name, number>> = {};
  for (const name of Object.keys(cast) as Name[]) {
    const [place, kind] = cast[name];
    people[name] = await aPerson(tx, nameOf(name), units[place], kind);
  }
  await sql`insert into post (person, unit, kind, title, works_as, validity)
            values (${people.clusterHead!}, ${units.first}, 'member', 'Phó Vụ trưởng', 'leader', daterange('2015-01-01', null))`.execute(
    tx,
  );
  return { units, people: people as Record<Name, number> };
}

const nameOf = (name: string): string => `Người ${name.replace(/[A-Z]/g, (letter) => ` ${letter}`)}`;

export const actorNamed = (cluster: ClusterWorld, name: Name, at: Date = scoringTime): Promise<Actor> =>
  actorFor(cluster.people[name], nameOf(name), at);

/** A year opened with a table of its own. */
export async function openedYear(
  cluster: ClusterWorld,
  table = criteria,
): Promise<{ year: number; table: number }> {
  const standing = await actorNamed(cluster, "standing");
  const id = sure(
    await startTable(standing, {
      ...{ owner: cluster.units.ministry, year: 2021, kind: "ministry-unit", name: "Bảng 2021", note: null },
      criteria: table,
    }),
  );
  const { changes } = (await findTable(reader(), id))!;
  sure(await publishTable(standing, { tableId: id, changes, basis: "Quyết định số 1/QĐ-BTP" }));
  const opening = { cluster: cluster.units.cluster, year: 2021, table: id, calendar, voting };
  return { year: sure(await openYear(standing, opening)), table: id };
}

/** A sheet begun with 8 of 10 by share and the points given directly. */
export async function scored(
  cluster: ClusterWorld,
  year: number,
  unit: "first" | "second" | "third",
  direct: number,
  at = scoringTime,
): Promise<number> {
  const writer = await actorNamed(cluster, `${unit}Officer`, at);
  const id = sure(await startSheet(writer, { yearId: year, unit: cluster.units[unit] }));
  const { version } = (await findSheet(reader(), id))!;
  const scores = [
    { criterion: 2, entry: { actual: 800, planned: 1000 }, note: null, source: null },
    { criterion: 3, entry: { actual: direct, planned: null }, note: null, source: null },
  ];
  return sure(await saveSelfScores(writer, { sheetId: id, version, scores }));
}

/** The same, and sent. */
export async function sent(
  cluster: ClusterWorld,
  year: number,
  unit: "first" | "second" | "third",
  direct: number,
): Promise<number> {
  const id = await scored(cluster, year, unit, direct);
  const { version } = (await findSheet(reader(), id))!;
  const writer = await actorNamed(cluster, `${unit}Officer`);
  return sure(await sendSheet(writer, { sheetId: id, version, remarks: null }));
}

/** All three sent and verified as they scored, 18, 17 and 16 points, and the results published. */
export async function publishedYear(cluster: ClusterWorld, year: number): Promise<void> {
  const standing = await actorNamed(cluster, "standing", verifyingTime);
  const direct = { first: 1000, second: 900, third: 800 } as const;
  for (const unit of ["first", "second", "third"] as const) await sent(cluster, year, unit, direct[unit]);
  for (const unit of ["first", "second", "third"] as const) {
    const sheet = await sheetOf(cluster, year, unit);
    const scores = [
      { criterion: 2, entry: { actual: 800, planned: 1000 }, reason: null },
      { criterion: 3, entry: { actual: direct[unit], planned: null }, reason: null },
    ];
    sure(await saveVerifiedScores(standing, { sheetId: sheet.id, version: sheet.version, scores }));
    const { version } = (await findSheet(reader(), sheet.id))!;
    sure(await verifySheet(standing, { sheetId: sheet.id, version, remarks: null }));
  }
  const { version } = (await findYear(reader(), year))!;
  sure(await publishResults(standing, { yearId: year, version, ties: null }));
}

export const sheetOf = async (cluster: ClusterWorld, year: number, unit: "first" | "second" | "third") =>
  (await findSheetOf(reader(), year, cluster.units[unit]))!;

export function sure<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(`${outcome.refusal}: ${outcome.sentence}`);
  return outcome;
}
