import { postsOn } from "../org/actor.store.ts";
import { appointClusterYear } from "../org/cluster.acts.ts";
import { clustersOf, rostersOf } from "../org/cluster.store.ts";
import { findPerson } from "../org/person.store.ts";
import { holdersOf } from "../org/post.store.ts";
import { findUnitByCode } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, day, onDay, startOf, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { leavesOf, type NumberedCriterion } from "./criteria.ts";
import { criteriaOf, type FixtureTable } from "./fixture-table.ts";
import { publishResults } from "./results.acts.ts";
import { openYear } from "./scoring-year.acts.ts";
import { findYear, yearOfCluster } from "./scoring-year.store.ts";
import type { ScoringCalendar, VotingRules } from "./scoring-year.ts";
import { saveSelfScores, sendSheet, startSheet, type TypedScore } from "./sheet.acts.ts";
import { findSheet, findSheetOf } from "./sheet.store.ts";
import { publishTable, startTable } from "./table.acts.ts";
import { findTable, findTableNamed } from "./table.store.ts";
import { saveVerifiedScores, verifySheet } from "./verify.acts.ts";

/** How far the demo takes a member's sheet this year; the members after them have not begun. */
const stories = ["verified", "sent", "sent", "drafting"] as const;

const voting = (method: "secret" | "hands", cluster: string): VotingRules => ({
  ...({ method, threshold: 50_00, base: "members", ties: "second-round" } as const),
  paper: `Quy chế hoạt động của ${cluster}`,
});

/**
 * Cụm thi đua số I of the demo: last year scored, verified and published; this year's table published, several
 * self scores sent, one verified. The cluster's head and the Vụ of the demo's officer are left to score for
 * themselves. Done again it goes on where it stopped.
 */
export async function seedClusters(actor: Actor, tables: readonly FixtureTable[]): Promise<void> {
  const year = yearOf(actor.day);
  const ministry = await findUnitByCode(reader(), "BTP", actor.day);
  const cluster = ministry
    ? (await clustersOf(reader(), ministry.id, year)).find(({ code }) => code === "CUM-I")
    : undefined;
  const standing = ministry && (await holderIn(ministry.id, "standing-officer", actor.day));
  if (!ministry || !cluster || !standing) return;
  const steward = await actingAs(standing, actor.day);
  const ids = new Map<string, number>();
  for (const table of tables.filter(({ kind }) => kind !== "sub-unit"))
    for (const of of table.kind === "ministry-unit" ? [year - 1, year] : [year])
      ids.set(`${table.kind}-${of}`, await publishedTable(steward, ministry.id, table, of));
  const roster = await rostersOf(reader(), [cluster.id], year);
  const scene = {
    ...{ cluster: cluster.id, standing, steward, voting: voting("secret", cluster.name) },
    members: roster.map(({ unit, code }) => ({ unit, code })),
    ...{ first: "BTP-TCCB", left: ["BTP-HSHC", "BTP-DSKT"] },
  };
  await lastYear(scene, year - 1, ids.get(`ministry-unit-${year - 1}`)!);
  await thisYear(scene, year, ids.get(`ministry-unit-${year}`)!, actor.day);
}

/**
 * A bloc of the rooms of Sở Tư pháp Thành phố Hồ Chí Minh, by the Sở's own table: this year under way, with the
 * room of the bloc's head left to score for itself.
 */
export async function seedBlocOfSo(actor: Actor, tables: readonly FixtureTable[]): Promise<void> {
  const year = yearOf(actor.day);
  const body = await findUnitByCode(reader(), "STP-HCM", actor.day);
  const bloc = body
    ? (await clustersOf(reader(), body.id, year)).find(({ code }) => code === "KHOI-STP-HCM-CM")
    : undefined;
  const standing = body && (await holderIn(body.id, "standing-officer", actor.day));
  const table = tables.find(({ kind }) => kind === "sub-unit");
  if (!body || !bloc || !standing || !table) return;
  const steward = await actingAs(standing, actor.day);
  const id = await publishedTable(steward, body.id, table, year);
  const roster = await rostersOf(reader(), [bloc.id], year);
  const scene = {
    ...{ cluster: bloc.id, standing, steward, voting: voting("hands", bloc.name) },
    members: roster.map(({ unit, code }) => ({ unit, code })),
    ...{ first: "STP-HCM-VP", left: ["STP-HCM-HTQT"] },
  };
  await thisYear(scene, year, id, actor.day);
}

interface Person {
  readonly person: number;
  readonly name: string;
}

interface Scene {
  readonly cluster: number;
  readonly standing: Person;
  readonly steward: Actor;
  readonly members: readonly { readonly unit: number; readonly code: string }[];
  readonly voting: VotingRules;
  /** The unit in which the standing officer works sends first; some are left to people of the demo. */
  readonly first: string;
  readonly left: readonly string[];
}

async function publishedTable(
  steward: Actor,
  owner: number,
  table: FixtureTable,
  year: number,
): Promise<number> {
  const before = await findTableNamed(reader(), owner, year, table.kind);
  if (before?.state === "published") return before.id;
  const fresh = {
    ...{ owner, year, kind: table.kind, name: table.name.replace("{year}", `${year}`), note: table.note },
    criteria: criteriaOf(table),
  };
  const id = before?.id ?? sure(await startTable(steward, fresh));
  const { changes } = (await findTable(reader(), id))!;
  return sure(
    await publishTable(steward, { tableId: id, changes, basis: table.basis.replace("{year}", `${year}`) }),
  );
}

/** Everybody of last year scored, was verified and ranked. */
async function lastYear(scene: Scene, year: number, table: number): Promise<void> {
  const on = day(`${year}-11-20`);
  const members = scene.members.slice(0, 6);
  if ((await rostersOf(reader(), [scene.cluster], year)).length === 0) {
    const units = members.map(({ unit }) => unit);
    const paper = { symbol: `15/QĐ-BTP`, day: day(`${year}-01-05`) };
    const roster = {
      cluster: scene.cluster,
      year,
      members: units,
      head: null,
      deputies: [],
      on: paper.day,
      paper,
    };
    sure(await appointClusterYear(scene.steward, roster));
  }
  const calendar = calendarAround(on, day(`${year}-11-01`));
  const id = await yearOpened(scene, year, table, calendar);
  if ((await findYear(reader(), id))?.publishedAt !== null) return;
  const verifier = await actingAs(scene.standing, addDays(on, 8));
  for (const [at, { unit }] of members.entries()) {
    const sheet = await sentSheet(id, unit, addDays(on, -2), table, at);
    if (sheet !== null) await verify(verifier, sheet, table, at);
  }
  const scoring = (await findYear(reader(), id))!;
  sure(await publishResults(verifier, { yearId: id, version: scoring.version, ties: "all-in" }));
}

/** This year is under way. */
async function thisYear(scene: Scene, year: number, table: number, today: Day): Promise<void> {
  const calendar = calendarAround(addDays(today, 8), addDays(today, -10));
  const id = await yearOpened(scene, year, table, calendar);
  const taken = scene.members.filter(({ code }) => code !== scene.first && !scene.left.includes(code));
  const standing = scene.members.find(({ code }) => code === scene.first);
  // The standing body's own department sends first: until then others' scores are closed to its officers too.
  if (standing) await sentSheet(id, standing.unit, addDays(today, -6), table, 6);
  for (const [at, story] of stories.entries()) {
    const member = taken[at];
    if (!member) continue;
    if (story === "drafting") {
      await draftSheet(id, member.unit, addDays(today, -3), table, at);
      continue;
    }
    const sheet = await sentSheet(id, member.unit, addDays(today, -4), table, at);
    if (story === "verified" && sheet !== null)
      await verify(await actingAs(scene.standing, addDays(today, -1)), sheet, table, at);
  }
}

const calendarAround = (selfUntil: Day, selfFrom: Day): ScoringCalendar => ({
  ...{ selfFrom, selfUntil, opinionsUntil: addDays(selfUntil, 4) },
  ...{ verifyUntil: addDays(selfUntil, 10), publishOn: addDays(selfUntil, 14) },
});

async function yearOpened(
  scene: Scene,
  year: number,
  table: number,
  calendar: ScoringCalendar,
): Promise<number> {
  const before = await yearOfCluster(reader(), scene.cluster, year);
  return (
    before ??
    sure(
      await openYear(scene.steward, { cluster: scene.cluster, year, table, calendar, voting: scene.voting }),
    )
  );
}

/** Begins a sheet and puts in what a diligent unit would; null when nobody of the unit could. */
async function draftSheet(
  scoring: number,
  unit: number,
  on: Day,
  table: number,
  at: number,
): Promise<number | null> {
  const writer = (await holderIn(unit, "unit-officer", on)) ?? (await holderIn(unit, "unit-head", on));
  if (!writer) return null;
  const before = await findSheetOf(reader(), scoring, unit);
  if (before && before.selfTotal > 0) return before.id;
  const actor = await actingAs(writer, on);
  const id = sure(await startSheet(actor, { yearId: scoring, unit }));
  const sheet = (await findSheet(reader(), id))!;
  const criteria = leavesOf((await findTable(reader(), table))!.criteria);
  const scores = criteria.map((leaf) => typed(leaf, at));
  return sure(await saveSelfScores(actor, { sheetId: id, version: sheet.version, scores }));
}

async function sentSheet(
  scoring: number,
  unit: number,
  on: Day,
  table: number,
  at: number,
): Promise<number | null> {
  const id = await draftSheet(scoring, unit, on, table, at);
  const sheet = id === null ? null : await findSheet(reader(), id);
  if (sheet?.state !== "draft") return id;
  const writer = (await holderIn(unit, "unit-officer", on)) ?? (await holderIn(unit, "unit-head", on));
  return sure(
    await sendSheet(await actingAs(writer!, on), {
      sheetId: sheet.id,
      version: sheet.version,
      remarks: null,
    }),
  );
}

async function verify(verifier: Actor, id: number, table: number, at: number): Promise<void> {
  const sheet = (await findSheet(reader(), id))!;
  if (sheet.state !== "submitted") return;
  const criteria = leavesOf((await findTable(reader(), table))!.criteria);
  const scores = criteria.map((leaf) => {
    const { entry } = typed(leaf, at);
    const stricter = leaf.rule?.kind === "MANUAL" && at % 2 === 0 && entry.actual !== null;
    return {
      ...{ criterion: leaf.id, reason: stricter ? "Minh chứng mới thể hiện một phần nội dung" : null },
      entry: stricter ? { ...entry, actual: entry.actual! - 50 } : entry,
    };
  });
  sure(await saveVerifiedScores(verifier, { sheetId: id, version: sheet.version, scores }));
  const saved = (await findSheet(reader(), id))!;
  sure(await verifySheet(verifier, { sheetId: id, version: saved.version, remarks: null }));
}

/** Plausible figures, a little other for each unit. */
function typed(leaf: NumberedCriterion, at: number): TypedScore {
  const entry = { actual: 0, planned: null as number | null };
  switch (leaf.rule?.kind) {
    case "PROPORTIONAL":
      Object.assign(entry, { actual: 1000 + (at % 2) * 200, planned: 1200 });
      break;
    case "OVERFULFIL":
      Object.assign(entry, { actual: 9500 + at * 300, planned: 100_00 });
      break;
    case "STEP_BANDS":
      entry.actual = leaf.rule.whole
        ? (at % 3) * 100
        : leaf.rule.measure === "%"
          ? 9000 + at * 150
          : (at % 4) * 400;
      break;
    case "BONUS":
      entry.actual = (1 + (at % 3)) * 100;
      break;
    case "DEDUCT_PER_EVENT":
      entry.actual = (at % 2) * 100;
      break;
    default:
      entry.actual = leaf.max - 100 - (at % 3) * 50;
  }
  return { criterion: leaf.id, entry, note: null, source: null };
}

async function holderIn(
  unit: number,
  kind: "unit-officer" | "unit-head" | "standing-officer",
  on: Day,
): Promise<Person | null> {
  const [holder] = await holdersOf(reader(), unit, [kind], on);
  if (!holder) return null;
  return { person: holder.person, name: (await findPerson(reader(), holder.person))?.name ?? "" };
}

const TEN_O_CLOCK_MS = 10 * 60 * 60 * 1000;

/** Somebody of the demo at ten in the morning of a day, in the posts they held then. */
async function actingAs({ person, name }: Person, on: Day): Promise<Actor> {
  const at = new Date(startOf(on).getTime() + TEN_O_CLOCK_MS);
  const posts = await postsOn(reader(), person, on);
  return {
    ...{ account: null, person, name, posts, post: posts[0] ?? null },
    ...{ at, day: onDay(at), key: null, provedUntil: null },
  };
}

function sure<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}
