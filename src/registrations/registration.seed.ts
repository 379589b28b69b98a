import { scopeOf } from "../movements/movement.store.ts";
import { findMovementNamed } from "../movements/movement-list.store.ts";
import { actingAs, sure } from "../org/acting.seed.ts";
import { accountOf, peopleOfUnit } from "../org/person.store.ts";
import { holdersOf } from "../org/post.store.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { isRefusal } from "../platform/refusal.ts";
import { findMovementFacts } from "./deadline.store.ts";
import { addLine } from "./line.acts.ts";
import {
  acceptRegistration,
  returnRegistration,
  startRegistration,
  submitRegistration,
} from "./registration.acts.ts";
import { findRegistration, findRegistrationOf } from "./registration.store.ts";
import { addTarget } from "./target.acts.ts";

/** How far the demo takes a unit's registration. */
type Story = "accepted" | "submitted" | "returned" | "sent-late" | "drafting";

/** The stories in turn; the units after them have not begun. */
const stories: readonly Story[] = [
  "accepted",
  "submitted",
  "submitted",
  "drafting",
  "accepted",
  "returned",
  "submitted",
  "sent-late",
  "submitted",
  "accepted",
  "drafting",
  "submitted",
];

const MOST_PEOPLE = 4;

/**
 * Registrations of the demo in this year's movement of the Ministry, made through the acts by the units' own
 * people on days of the past week. Units whose people have demo accounts are left to begin for themselves.
 * Done again it goes on where it stopped.
 */
export async function seedRegistrations(actor: Actor): Promise<void> {
  const year = yearOf(actor.day);
  const movement = await findMovementNamed(reader(), `Phong trào thi đua ngành Tư pháp năm ${year}`, year);
  if (movement === null) return;
  const standing = await standingOfficerFor(movement, actor);
  if (!standing) return;
  let next = 0;
  for (const unit of await scopeOf(reader(), movement)) {
    const story = stories[next];
    const writer = story ? await writerOf(unit.id, actor) : null;
    if (!story || !writer) continue;
    next += 1;
    const isDepartmentOfJustice = unit.kind === "provincial-department";
    const scene = { movement, unit: unit.id, isDepartmentOfJustice, writer, standing, today: actor.day };
    await tell(story, scene);
  }
}

interface Scene {
  readonly movement: number;
  readonly unit: number;
  /** A Sở Tư pháp puts itself up for the sector's flag beside its province's titles. */
  readonly isDepartmentOfJustice: boolean;
  readonly writer: Person;
  readonly standing: Person;
  readonly today: Day;
}

interface Person {
  readonly person: number;
}

/** The unit's officer or head, unless the unit's work is left to somebody who tries the demo. */
async function writerOf(unit: number, actor: Actor): Promise<Person | null> {
  const holders = await holdersOf(reader(), unit, ["unit-officer", "unit-head"], actor.day);
  for (const { person } of holders) if (await accountOf(reader(), person)) return null;
  const [writer] = holders;
  const people = await peopleOfUnit(reader(), unit, actor.day);
  return writer && people.length > 0 ? writer : null;
}

async function standingOfficerFor(movement: number, actor: Actor): Promise<Person | null> {
  const facts = await findMovementFacts(reader(), movement);
  const [holder] = facts ? await holdersOf(reader(), facts.launcher, ["standing-officer"], actor.day) : [];
  return holder ?? null;
}

async function tell(story: Story, scene: Scene): Promise<void> {
  const { movement, unit, today } = scene;
  const before = await findRegistrationOf(reader(), movement, unit, today);
  const id = before?.id ?? (await write(scene));
  if (id === null) return;
  const registration = await findRegistration(reader(), id, today);
  if (story === "drafting" || registration?.state !== "draft") return;
  await send(scene, id, addDays(today, -5), "");
  if (story === "accepted") await accept(scene, id);
  if (story === "returned")
    await giveBack(scene, id, "Bổ sung tập thể nhỏ và người trực tiếp lao động.", null);
  if (story === "sent-late") {
    await giveBack(scene, id, "Ghi rõ cam kết của từng cá nhân.", addDays(today, -3));
    await send(scene, id, addDays(today, -2), "Đơn vị phải họp bình xét lại.");
  }
}

/** A list as a unit of that size would write it: its best two for more than the usual title. */
async function write(scene: Scene): Promise<number | null> {
  const { movement, unit, today } = scene;
  const writer = await actingAs(scene.writer.person, addDays(today, -6));
  const id = await startRegistration(writer, { movementId: movement, unitId: unit });
  if (isRefusal(id)) return null;
  const people = (await peopleOfUnit(reader(), unit, today)).slice(0, MOST_PEOPLE);
  for (const [index, { id: person }] of people.entries()) {
    const subject = { kind: "individual", person } as const;
    const line = { registrationId: id, subject, commitment: null };
    await addLine(writer, { ...line, title: "ADVANCED_WORKER" });
    if (index < 2)
      await addLine(writer, {
        ...line,
        title: "GRASSROOTS_EMULATION_FIGHTER",
        commitment: "Có ít nhất một sáng kiến được công nhận trong năm",
      });
  }
  const subject = { kind: "collective", unit } as const;
  const collective = { registrationId: id, subject, commitment: null };
  await addLine(writer, { ...collective, title: "EXCELLENT_LABOR_COLLECTIVE" });
  if (scene.isDepartmentOfJustice) await addLine(writer, { ...collective, title: "MINISTRY_EMULATION_FLAG" });
  await addTarget(writer, {
    registrationId: id,
    target: {
      words: "Nhiệm vụ được giao hoàn thành đúng hạn",
      measure: "theo phần mềm theo dõi nhiệm vụ",
      value: 100,
      valueUnit: "%",
    },
  });
  return id;
}

async function send(scene: Scene, registrationId: number, on: Day, lateReason: string): Promise<void> {
  const version = await versionOf(registrationId, scene.today);
  const input = { registrationId, version, lateReason, remarks: null };
  sure(await submitRegistration(await actingAs(scene.writer.person, on), input));
}

async function accept(scene: Scene, registrationId: number): Promise<void> {
  const version = await versionOf(registrationId, scene.today);
  const standing = await actingAs(scene.standing.person, addDays(scene.today, -1));
  sure(await acceptRegistration(standing, { registrationId, version, remarks: null }));
}

async function giveBack(
  scene: Scene,
  registrationId: number,
  reason: string,
  dueOn: Day | null,
): Promise<void> {
  const version = await versionOf(registrationId, scene.today);
  const standing = await actingAs(scene.standing.person, addDays(scene.today, -4));
  sure(await returnRegistration(standing, { registrationId, version, reason, dueOn }));
}

const versionOf = async (id: number, day: Day): Promise<number> =>
  (await findRegistration(reader(), id, day))?.version ?? 0;
