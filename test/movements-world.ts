import { draftMovement } from "../src/movements/drafting.acts.ts";
import {
  adoptMovement,
  issueMovement,
  numberMovement,
  printMovement,
  signMovement,
} from "../src/movements/life.acts.ts";
import { postsOn } from "../src/org/actor.store.ts";
import { savePerson } from "../src/org/person.store.ts";
import { savePost } from "../src/org/post.store.ts";
import { type PostKind, plainPost } from "../src/org/post.ts";
import { saveNewUnit } from "../src/org/unit.store.ts";
import { type UnitKind, usualTraits } from "../src/org/unit.ts";
import type { Actor } from "../src/platform/actor.ts";
import { day, onDay } from "../src/platform/day.ts";
import { reader, type Tx } from "../src/platform/db.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { anActor, type World } from "./world.ts";

/** 23/02/2021, ten in the morning in Vietnam: the day after 252/QĐ-BTP was signed. */
export const morning = new Date("2021-02-23T03:00:00Z");
const begun = day("2015-01-01");

const cast = {
  officer: ["ministry", "standing-officer"],
  minister: ["ministry", "unit-head"],
  clerk: ["ministry", "clerk"],
  standingHead: ["standing", "unit-head"],
  departmentHead: ["law", "unit-head"],
  sectorOfficer: ["dienBien", "unit-officer"],
  sectorStanding: ["dienBien", "standing-officer"],
  roomMember: ["room", "unit-officer"],
  stranger: ["outsider", "unit-officer"],
} as const satisfies Record<string, readonly [string, PostKind]>;

export type Role = keyof typeof cast;

export interface LaunchingMinistry {
  readonly units: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<Role, number>>;
}

/** A ministry with its standing department, a law department, a Sở with a room, an enforcement body and a cluster. */
export const buildLaunchers = (world: World): Promise<LaunchingMinistry> => world.arrange(build);

async function build(tx: Tx): Promise<LaunchingMinistry> {
  const units: Record<string, number> = {};
  const unit = async (
    key: string,
    kind: UnitKind,
    name: string,
    parent: string | null,
    guide: string | null = null,
  ) => {
    units[key] = await saveNewUnit(tx, {
      kind,
      code: key.toUpperCase(),
      name,
      shortName: null,
      traits: usualTraits[kind],
      province: null,
      parent: parent === null ? null : units[parent]!,
      guidedBy: guide === null ? null : units[guide]!,
      from: begun,
    });
  };
  await unit("ministry", "ministry", "Bộ Tư pháp", null);
  await unit("province", "people-committee", "Ủy ban nhân dân tỉnh Điện Biên", null);
  await unit("standing", "department", "Vụ Thi đua - Khen thưởng", "ministry");
  await unit("law", "department", "Vụ Pháp luật dân sự - kinh tế", "ministry");
  await unit("enforcement", "general-department", "Tổng cục Thi hành án dân sự", "ministry");
  await unit("thads", "enforcement-province", "Cục Thi hành án dân sự tỉnh Điện Biên", "enforcement");
  await unit("dienBien", "provincial-department", "Sở Tư pháp tỉnh Điện Biên", "province", "ministry");
  await unit("room", "room", "Phòng Hành chính tư pháp", "dienBien");
  await unit("cluster", "cluster", "Cụm thi đua số I", "ministry");
  await unit("outsider", "central-body", "Thanh tra Chính phủ", null);
  const people: Partial<Record<Role, number>> = {};
  for (const role of Object.keys(cast) as Role[]) {
    const [where, kind] = cast[role];
    people[role] = await aHolder(tx, role, units[where]!, kind);
  }
  return { units, people: people as Record<Role, number> };
}

async function aHolder(tx: Tx, role: string, unit: number, kind: PostKind): Promise<number> {
  const name = `Người ${role.replace(/[A-Z]/g, (letter) => ` ${letter}`)}`;
  const person = await savePerson(tx, {
    name,
    civilNumber: null,
    gender: "female",
    birthYear: 1980,
    category: "civil-servant",
    email: null,
  });
  await savePost(tx, plainPost(person, unit, kind, "Chuyên viên", begun));
  return person;
}

/** One of the cast, with the posts of that day; proved anew unless said otherwise. */
export async function as(
  ministry: LaunchingMinistry,
  role: Role,
  given: { at?: Date; key?: string | null; proved?: boolean } = {},
): Promise<Actor> {
  const at = given.at ?? morning;
  const person = ministry.people[role];
  const posts = await postsOn(reader(), person, onDay(at));
  return anActor({
    account: `account-${role}`,
    person,
    name: `Người ${role}`,
    posts,
    post: posts[0] ?? null,
    at,
    key: given.key ?? null,
    provedUntil: given.proved === false ? null : new Date(at.getTime() + 600_000),
  });
}

/** Throws when an act that prepares a case was refused. */
export const sure = <Value>(value: Value | Refusal): Value => {
  if (isRefusal(value)) throw new Error(value.sentence);
  return value;
};

export const paperNumbered = (number: string) => ({
  number,
  symbol: "QĐ-BTP",
  on: day("2021-02-23"),
  place: "Hà Nội",
});

/** Launches at several points of their life, made by the acts themselves. */
export function launching(ministry: () => LaunchingMinistry) {
  const draft = async (name = "Phong trào thi đua năm 2021") =>
    sure(
      await draftMovement(await as(ministry(), "officer"), {
        launcher: ministry().units.ministry!,
        kind: "regular",
        name,
        fromYear: 2021,
        toYear: 2021,
      }),
    );
  const signed = async (name?: string) => {
    const movementId = await draft(name);
    sure(await adoptMovement(await as(ministry(), "minister"), { movementId }));
    sure(await printMovement(await as(ministry(), "officer"), { movementId }));
    const signature = { capacity: null, role: "BỘ TRƯỞNG", name: "Nguyễn Văn An", on: day("2021-02-23") };
    sure(await signMovement(await as(ministry(), "minister"), { movementId, ...signature }));
    return movementId;
  };
  const issued = async (number: string, name?: string) => {
    const movementId = await signed(name);
    sure(await numberMovement(await as(ministry(), "clerk"), { movementId, ...paperNumbered(number) }));
    sure(await issueMovement(await as(ministry(), "officer"), { movementId, acknowledged: true }));
    return movementId;
  };
  return { draft, signed, issued };
}
