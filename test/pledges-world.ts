import { sql } from "kysely";
import { savePost } from "../src/org/post.store.ts";
import { plainPost } from "../src/org/post.ts";
import { saveNewUnit } from "../src/org/unit.store.ts";
import { type UnitKind, usualTraits } from "../src/org/unit.ts";
import type { Actor } from "../src/platform/actor.ts";
import { day } from "../src/platform/day.ts";
import { reader, type Tx } from "../src/platform/db.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { draftPlan } from "../src/pledges/plan.acts.ts";
import { adoptPlan, openForComments, recordAttendance, startPledge } from "../src/pledges/pledge.acts.ts";
import { findPledge } from "../src/pledges/pledge.store.ts";
import { textsOf } from "../src/pledges/signing.store.ts";
import { openForSigning, promise, writeCommonText } from "../src/pledges/text.acts.ts";
import { actorFor, aPerson } from "./registrations-world.ts";
import type { World } from "./world.ts";

/** 20/3/2026 at ten in Vietnam. */
export const morning = new Date("2026-03-20T03:00:00Z");
const begun = day("2015-01-01");

export interface SmallCluster {
  readonly ministry: number;
  readonly cluster: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  /** A unit of the ministry outside the cluster. */
  readonly other: number;
  readonly movement: number;
  readonly people: Readonly<Record<Name, number>>;
}

type Place = "ministry" | "cluster" | "first" | "second" | "third" | "other";

const cast = {
  standing: ["ministry", "standing-officer"],
  chief: ["cluster", "cluster-head"],
  firstHead: ["first", "unit-head"],
  firstDeputy: ["first", "unit-deputy"],
  firstOfficer: ["first", "unit-officer"],
  secondHead: ["second", "unit-head"],
  secondOfficer: ["second", "unit-officer"],
  thirdHead: ["third", "unit-head"],
  thirdMember: ["third", "member"],
  otherHead: ["other", "unit-head"],
} as const;

export type Name = keyof typeof cast;

/** A ministry whose cluster has three members in 2026, with a launch that asks clusters by 28/02/2026. */
export const buildCluster = (world: World): Promise<SmallCluster> => world.arrange(build);

async function build(tx: Tx): Promise<SmallCluster> {
  const unit = (kind: UnitKind, code: string, name: string, parent: number | null) =>
    saveNewUnit(tx, {
      ...{ kind, code, name, shortName: null, traits: usualTraits[kind], province: null },
      ...{ parent, guidedBy: null, from: begun },
    });
  const ministry = await unit("ministry", "BTP", "Bộ Tư pháp", null);
  const first = await unit("department", "V1", "Vụ Một", ministry);
  const second = await unit("department", "V2", "Vụ Hai", ministry);
  const third = await unit("department", "V3", "Vụ Tư", ministry);
  const other = await unit("department", "V9", "Vụ Ngoài", ministry);
  const cluster = await unit("cluster", "CUM1", "Cụm thi đua số I", ministry);
  await sql`insert into cluster (unit, kind, outside) values (${cluster}, 'CLUSTER', false)`.execute(tx);
  for (const member of [first, second, third])
    await sql`insert into cluster_member (cluster, unit, year) values (${cluster}, ${member}, 2026)`.execute(
      tx,
    );
  const { rows } = await sql<{ id: number }>`
    insert into movement (kind, level, launcher, name, from_year, to_year, origin, state, made_at, issued_at)
    values ('regular', 'ministry', ${ministry}, 'Phong trào thi đua năm 2026', 2026, 2026, 'written', 'running',
            ${morning}, ${morning}) returning id`.execute(tx);
  const movement = rows[0]!.id;
  await sql`
    insert into movement_deadline
      (movement, position, what, purpose, wording, kind, day, inclusive, audience_words, groups)
    values (${movement}, 1, 'Gửi giao ước và tổng hợp đăng ký', 'plan-and-registration', 'chậm nhất là ngày 28/02/2026',
            'dated', '2026-02-28', true, 'các cụm', array['cluster'])`.execute(tx);
  const places = { ministry, cluster, first, second, third, other };
  const people: Partial<Record<Name, number>> = {};
  for (const [name, [place, kind]] of Object.entries(cast) as [Name, (typeof cast)[Name]][])
    people[name] = await aPerson(tx, `Người ${name}`, places[place as Place], kind);
  return { ...places, movement, people: people as Record<Name, number> };
}

let clusters = 1;

/** The same ministry with another cluster of the same members and chief, so that a case begins afresh. */
export const anotherCluster = (world: World, small: SmallCluster): Promise<SmallCluster> =>
  world.arrange(async (tx) => {
    clusters += 1;
    const cluster = await saveNewUnit(tx, {
      ...{ kind: "cluster", code: `CUM${clusters}`, name: `Cụm thi đua số ${clusters}`, shortName: null },
      ...{ traits: usualTraits.cluster, province: null, parent: small.ministry, guidedBy: null, from: begun },
    });
    await sql`insert into cluster (unit, kind, outside) values (${cluster}, 'CLUSTER', false)`.execute(tx);
    for (const member of [small.first, small.second, small.third])
      await sql`insert into cluster_member (cluster, unit, year) values (${cluster}, ${member}, 2026)`.execute(
        tx,
      );
    await savePost(tx, plainPost(small.people.chief, cluster, "cluster-head", "Trưởng Cụm", begun));
    return { ...small, cluster };
  });

/** One of the cast at an instant, signed in anew unless said otherwise. */
export async function as(
  small: SmallCluster,
  name: Name,
  given: { at?: Date; proved?: boolean } = {},
): Promise<Actor> {
  const at = given.at ?? morning;
  const actor = await actorFor(small.people[name], `Người ${name}`, at);
  const provedUntil = given.proved === false ? null : new Date(at.getTime() + 600_000);
  return { ...actor, provedUntil };
}

export const now = async (id: number) => (await findPledge(reader(), id, day("2026-03-20")))!;

export const must = <Outcome>(outcome: Outcome | Refusal): Outcome => {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
};

/** A draft with two sections. */
export async function aDraft(small: SmallCluster): Promise<number> {
  const chief = await as(small, "chief");
  const id = must(await startPledge(chief, { cluster: small.cluster, year: 2026 }));
  const sections = [
    { title: "Mục đích", text: "Thi đua hoàn thành nhiệm vụ." },
    { title: "Chỉ tiêu", text: "Hoàn thành 100 % nhiệm vụ." },
  ];
  must(await draftPlan(chief, { pledgeId: id, from: 0, sections, source: null }));
  return id;
}

/** The plan adopted by all three. */
export async function anAdoption(small: SmallCluster): Promise<number> {
  const id = await aDraft(small);
  const chief = await as(small, "chief");
  must(await openForComments(chief, { pledgeId: id }));
  const list = [small.first, small.second, small.third].map((unit) => ({
    ...{ unit, presence: "present" as const, name: null, title: null },
  }));
  must(await recordAttendance(chief, { pledgeId: id, version: (await now(id)).version, list }));
  const hands = { onDay: day("2026-03-20"), inFavour: 3, against: 0, abstained: 0, remarks: null };
  must(await adoptPlan(chief, { pledgeId: id, version: (await now(id)).version, hands }));
  return id;
}

export const promised = (words: string) => ({ words, title: null, figure: null, measure: "%", target: 100 });

/** A text open for signing with one commitment of each member. */
export async function aTextToSign(small: SmallCluster): Promise<number> {
  const id = await anAdoption(small);
  const chief = await as(small, "chief");
  const { version } = await now(id);
  must(
    await writeCommonText(chief, { pledgeId: id, version, common: "Các đơn vị cùng thi đua.", reason: "" }),
  );
  for (const [name, unit] of [
    ["firstOfficer", small.first],
    ["secondOfficer", small.second],
    ["thirdHead", small.third],
  ] as const) {
    const given = { pledgeId: id, unit, commitmentId: null, version: 0, reason: "" };
    must(await promise(await as(small, name), { ...given, promised: promised("Nhiệm vụ đúng hạn") }));
  }
  must(await openForSigning(chief, { pledgeId: id, version: (await now(id)).version, signBy: null }));
  return id;
}

export const latestHash = async (id: number): Promise<string> => (await textsOf(reader(), id))[0]?.hash ?? "";
