import { sql } from "kysely";
import { postsOn } from "../src/org/actor.store.ts";
import { savePerson } from "../src/org/person.store.ts";
import { savePost } from "../src/org/post.store.ts";
import type { WorksAs } from "../src/org/post.ts";
import { type PostKind, plainPost } from "../src/org/post.ts";
import { saveNewUnit } from "../src/org/unit.store.ts";
import { type UnitKind, usualTraits } from "../src/org/unit.ts";
import type { Actor } from "../src/platform/actor.ts";
import { type Day, day, onDay } from "../src/platform/day.ts";
import { reader, type Tx } from "../src/platform/db.ts";
import { anActor, type World } from "./world.ts";

/** 27/02/2021 at noon in Vietnam, the last day in time of the movement below. */
export const inTime = new Date("2021-02-23T05:00:00Z");
export const tooLate = new Date("2021-03-02T05:00:00Z");
const begun = day("2015-01-01");

export interface SmallMinistry {
  readonly ministry: number;
  readonly lawDepartment: number;
  readonly generalDepartment: number;
  readonly enforcement: number;
  readonly enforcementRoom: number;
  readonly department: number;
  readonly room: number;
  readonly otherRoom: number;
  readonly cluster: number;
  readonly movement: number;
  readonly people: Readonly<Record<Name, number>>;
}

const cast = {
  standing: ["ministry", "standing-officer"],
  minister: ["ministry", "unit-head"],
  deputyMinister: ["ministry", "unit-deputy"],
  lawHead: ["lawDepartment", "unit-head"],
  lawOfficer: ["lawDepartment", "unit-officer"],
  lawMember: ["lawDepartment", "member"],
  generalStanding: ["generalDepartment", "standing-officer"],
  enforcementOfficer: ["enforcement", "unit-officer"],
  executor: ["enforcementRoom", "member"],
  departmentOfficer: ["department", "unit-officer"],
  departmentHead: ["department", "unit-head"],
  roomHead: ["room", "unit-head"],
  roomMember: ["room", "member"],
  otherMember: ["otherRoom", "member"],
  clusterHead: ["cluster", "cluster-head"],
  inspector: ["ministry", "inspector"],
} as const satisfies Record<string, readonly [string, PostKind]>;

type Name = keyof typeof cast;

const names = Object.keys(cast) as readonly Name[];

/** A ministry with one unit of each chain, a Sở with two rooms, a cluster, and one movement in force. */
export const buildMinistry = (world: World): Promise<SmallMinistry> => world.arrange(build);

async function build(tx: Tx): Promise<SmallMinistry> {
  const unit = (
    kind: UnitKind,
    code: string,
    name: string,
    parent: number | null,
    guidedBy: number | null = null,
  ) =>
    saveNewUnit(tx, {
      kind,
      code,
      name,
      shortName: null,
      traits: usualTraits[kind],
      province: null,
      parent,
      guidedBy,
      from: begun,
    });
  const ministry = await unit("ministry", "BTP", "Bộ Tư pháp", null);
  const province = await unit("people-committee", "UBND", "Ủy ban nhân dân tỉnh Điện Biên", null);
  const lawDepartment = await unit("department", "DSKT", "Vụ Pháp luật dân sự - kinh tế", ministry);
  const generalDepartment = await unit("general-department", "TCT", "Tổng cục Thi hành án dân sự", ministry);
  const enforcement = await unit(
    "enforcement-province",
    "CTHA",
    "Cục Thi hành án dân sự tỉnh Điện Biên",
    generalDepartment,
  );
  const enforcementRoom = await unit("room", "CTHA-NV", "Phòng Nghiệp vụ", enforcement);
  const department = await unit(
    "provincial-department",
    "STP",
    "Sở Tư pháp tỉnh Điện Biên",
    province,
    ministry,
  );
  const room = await unit("room", "STP-HC", "Phòng Hành chính tư pháp", department);
  const otherRoom = await unit("room", "STP-PB", "Phòng Phổ biến pháp luật", department);
  const cluster = await unit("cluster", "CUM1", "Cụm thi đua số I", ministry);
  await sql`insert into cluster (unit, kind, outside) values (${cluster}, 'CLUSTER', false)`.execute(tx);
  await sql`insert into cluster_member (cluster, unit, year) values (${cluster}, ${lawDepartment}, 2021)`.execute(
    tx,
  );
  const units = {
    ministry,
    lawDepartment,
    generalDepartment,
    enforcement,
    enforcementRoom,
    department,
    room,
    otherRoom,
    cluster,
  };
  const people: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const [where, kind] = cast[name];
    people[name] = await aPerson(tx, `Người ${letters(name)}`, units[where], kind);
  }
  const movement = await aMovement(tx, ministry, [
    [lawDepartment, "ministry-unit"],
    [department, "provincial-department"],
    [enforcement, "enforcement-province"],
  ]);
  return { ...units, movement, people: people as Record<Name, number> };
}

const letters = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter}`);

/** Somebody with one post; a member works directly unless said otherwise. */
export async function aPerson(
  tx: Tx,
  name: string,
  unit: number,
  kind: PostKind = "member",
  given: { worksAs?: WorksAs; gender?: "male" | "female"; birthYear?: number } = {},
): Promise<number> {
  const person = await savePerson(tx, {
    name,
    civilNumber: null,
    gender: given.gender ?? "female",
    birthYear: given.birthYear ?? 1980,
    category: "civil-servant",
    email: null,
  });
  const post = plainPost(person, unit, kind, "Chuyên viên", begun);
  await savePost(tx, { ...post, worksAs: kind === "member" ? (given.worksAs ?? "direct") : null });
  return person;
}

/** Another movement in force with the same scope and deadlines, so that a case begins afresh. */
export const anotherMovement = (world: World, ministry: SmallMinistry): Promise<number> =>
  world.arrange((tx) =>
    aMovement(tx, ministry.ministry, [
      [ministry.lawDepartment, "ministry-unit"],
      [ministry.department, "provincial-department"],
      [ministry.enforcement, "enforcement-province"],
    ]),
  );

async function aMovement(
  tx: Tx,
  launcher: number,
  scope: readonly (readonly [number, string])[],
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into movement (kind, level, launcher, name, from_year, to_year, origin, state, made_at, issued_at)
    values ('regular', 'ministry', ${launcher}, 'Phong trào thi đua ngành Tư pháp năm 2021', 2021, 2021, 'written',
            'running', ${inTime}, ${inTime}) returning id`.execute(tx);
  const movement = rows[0]!.id;
  await sql`
    insert into movement_deadline
      (movement, position, what, purpose, wording, kind, day, inclusive, audience_words, groups)
    values (${movement}, 1, 'Gửi kế hoạch và đăng ký', 'plan-and-registration', 'chậm nhất là ngày 27/02/2021', 'dated',
            '2021-02-27', true, 'các đơn vị', array['ministry-unit', 'provincial-department'])`.execute(tx);
  for (const [unit, audience] of scope)
    await sql`insert into movement_unit (movement, unit, audience, since)
              values (${movement}, ${unit}, ${audience}, ${inTime})`.execute(tx);
  return movement;
}

/** One of the cast at an instant, with the posts they hold on that day. */
export async function as(
  ministry: SmallMinistry,
  name: Name,
  given: { at?: Date; key?: string } = {},
): Promise<Actor> {
  const at = given.at ?? inTime;
  return actorFor(ministry.people[name], `Người ${letters(name)}`, at, given.key ?? null);
}

export async function actorFor(
  person: number,
  name: string,
  at: Date,
  key: string | null = null,
): Promise<Actor> {
  const posts = await postsOn(reader(), person, onDay(at) as Day);
  return anActor({ account: `account-${person}`, person, name, posts, post: posts[0] ?? null, at, key });
}
