import { postsOn } from "../org/actor.store.ts";
import { accountOf, findPerson } from "../org/person.store.ts";
import { holdersOf } from "../org/post.store.ts";
import { findUnitByCode } from "../org/unit.store.ts";
import type { Actor } from "../platform/actor.ts";
import { addDays, type Day, onDay, startOf, yearOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { stageFile } from "../platform/files.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { noteReach } from "./launch-reach.acts.ts";
import { staffOf } from "./launch-reach.store.ts";
import { findMovement, scopeOf } from "./movement.store.ts";
import { findMovementNamed } from "./movement-list.store.ts";
import {
  answerParent,
  putPlanItem,
  startUnitPlan,
  takeParentItems,
  writePlanTexts,
} from "./unit-plan.acts.ts";
import { findPlanOf, findUnitPlan } from "./unit-plan.store.ts";
import { itemTaking } from "./unit-plan-answers.ts";
import { issueUnitPlan, launchUnitPlan } from "./unit-plan-issue.acts.ts";
import { parentSideOf } from "./unit-plan-parent.store.ts";
import { acceptUnitPlan, enterPaperPlan, returnUnitPlan, sendUnitPlan } from "./unit-plan-sending.acts.ts";

/** How far the demo takes a unit's plan; units after these have not begun. */
type Story = "accepted" | "sent" | "returned" | "paper" | "drafting";

const stories: readonly Story[] = [
  "accepted",
  "sent",
  "returned",
  "paper",
  "sent",
  "drafting",
  "accepted",
  "sent",
];
const NINE_O_CLOCK_MS = 9 * 60 * 60 * 1000;

interface Scene {
  readonly movement: number;
  readonly unit: number;
  readonly unitCode: string;
  readonly writer: Person;
  readonly standing: Person;
  readonly today: Day;
}

interface Person {
  readonly person: number;
  readonly name: string;
}

/**
 * Plans of the demo in this year's launch of the Ministry: Sở Tư pháp Thành phố Hồ Chí Minh with its own launch
 * to its rooms and two blocs, others accepted, sent, returned, on paper, in writing; most have not begun. Units
 * whose people have accounts are left to them. Done again it adds only the plans that are missing.
 */
export async function seedUnitPlans(actor: Actor): Promise<void> {
  const year = yearOf(actor.day);
  const movement = await findMovementNamed(reader(), `Phong trào thi đua ngành Tư pháp năm ${year}`, year);
  const launcher = movement === null ? null : await findMovement(reader(), movement, actor.day);
  if (movement === null || !launcher || launcher.state === "closed") return;
  const [officer] = await holdersOf(reader(), launcher.launcher.id, ["standing-officer"], actor.day);
  if (!officer) return;
  const standing = await personNamed(officer.person);
  const common = { movement, standing, today: actor.day };
  await seedCity({ ...common, year });
  let next = 0;
  for (const unit of await scopeOf(reader(), movement)) {
    const story = stories[next];
    if (!story) return;
    const writer = unit.audience === "cluster" ? null : await writerOf(unit.id, actor.day);
    if (!writer) continue;
    next += 1;
    await tell(story, { ...common, unit: unit.id, unitCode: unit.code, writer });
  }
}

/** The unit's officer or head, unless the unit's work is left to somebody who tries the demo. */
async function writerOf(unit: number, day: Day): Promise<Person | null> {
  const holders = await holdersOf(reader(), unit, ["unit-officer", "unit-head"], day);
  for (const { person } of holders) if (await accountOf(reader(), person)) return null;
  return holders[0] ? personNamed(holders[0].person) : null;
}

const personNamed = async (person: number): Promise<Person> => ({
  person,
  name: (await findPerson(reader(), person))?.name ?? "",
});

async function tell(story: Story, scene: Scene): Promise<void> {
  if (await findPlanOf(reader(), scene.movement, scene.unit)) return;
  if (story === "paper") return onPaper(scene);
  const plan = await write(scene, story);
  await reach(scene, story === "drafting" ? 0.6 : 1);
  if (story === "drafting") return;
  await send(scene, plan);
  if (story === "accepted") await accept(scene, plan);
  if (story === "returned") await giveBack(scene, plan);
}

/** A plan as such a unit would write it: most as the launch has it, one target of its own, one left out. */
async function write(scene: Scene, story: Story): Promise<number> {
  const { movement, unit, today } = scene;
  const writer = await actingAs(scene.writer, addDays(today, -5));
  const planId = sure(await startUnitPlan(writer, { movementId: movement, unitId: unit, planId: null }));
  const asked = (await parentSideOf(reader(), movement, unit, today))?.asked ?? [];
  const [left, weaker] = [
    asked.filter(({ kind }) => kind === "content").at(-1),
    asked.findLast(({ kind }) => kind === "target"),
  ];
  const answer = { planId, movementId: movement };
  if (left && story !== "accepted")
    sure(
      await answerParent(writer, {
        ...answer,
        key: left.key,
        given: {
          verdict: "left",
          reason: "Đơn vị thực hiện theo kế hoạch riêng về điển hình tiên tiến.",
          own: null,
        },
      }),
    );
  if (weaker && story === "returned")
    sure(
      await answerParent(writer, {
        ...answer,
        key: weaker.key,
        given: { verdict: "adapted", reason: "", own: { ...itemTaking(weaker), value: 95 } },
      }),
    );
  const answered = new Set([left?.key, weaker?.key]);
  const open = asked.filter(
    ({ key }, index) => !(story === "drafting" && index > 2) && !(story === "returned" && answered.has(key)),
  );
  sure(await takeParentItems(writer, { ...answer, keys: open.map(({ key }) => key) }));
  return planId;
}

async function send({ writer, movement, today }: Scene, planId: number): Promise<void> {
  sure(
    await sendUnitPlan(await actingAs(writer, addDays(today, -4)), {
      planId,
      movementId: movement,
      version: await versionOf(planId, today),
      lateReason: "",
      remarks: null,
      acknowledged: true,
    }),
  );
}

async function accept({ standing, movement, today }: Scene, planId: number): Promise<void> {
  const version = await versionOf(planId, today);
  const officer = await actingAs(standing, addDays(today, -1));
  sure(await acceptUnitPlan(officer, { planId, movementId: movement, version, remarks: null }));
}

async function giveBack({ standing, movement, today }: Scene, planId: number): Promise<void> {
  const version = await versionOf(planId, today);
  const reason = "Mức chỉ tiêu của đơn vị thấp hơn mức của Bộ; đề nghị nâng bằng hoặc nêu lý do.";
  const officer = await actingAs(standing, addDays(today, -2));
  sure(
    await returnUnitPlan(officer, {
      planId,
      movementId: movement,
      version,
      reason,
      dueOn: addDays(today, 5),
    }),
  );
}

async function onPaper({ standing, movement, unit, unitCode, today }: Scene): Promise<void> {
  const officer = await actingAs(standing, addDays(today, -1));
  const name = "ke-hoach-ban-ky.pdf";
  const staged = sure(await stageFile(officer, { name, bytes: scan }));
  sure(
    await enterPaperPlan(officer, {
      movementId: movement,
      unitId: unit,
      channel: "paper",
      receivedOn: addDays(today, -2),
      lateReason: "",
      remarks: "Nhận trực tiếp tại văn thư.",
      paper: { number: `17/KH-${unitCode.split("-")[0]}`, day: addDays(today, -3), file: staged.token },
    }),
  );
}

async function reach({ writer, movement, unit, today }: Scene, share: number): Promise<void> {
  const staff = await staffOf(reader(), unit, today);
  const reached = Math.ceil(staff * share);
  if (reached === 0) return;
  const words = "Hội nghị toàn đơn vị phổ biến kế hoạch thi đua năm.";
  const occasion = { way: "conference" as const, on: addDays(today, -3), reached, staff, words };
  const officer = await actingAs(writer, addDays(today, -3));
  sure(await noteReach(officer, { movementId: movement, unitId: unit, reach: occasion, file: null }));
}

/** The city's department: its plan sent, signed, and launched to its rooms, units and two blocs; two answer. */
async function seedCity(given: {
  movement: number;
  standing: Person;
  today: Day;
  year: number;
}): Promise<void> {
  const { today, movement } = given;
  const city = await findUnitByCode(reader(), "STP-HCM", today);
  const [officer] = city ? await holdersOf(reader(), city.id, ["unit-officer"], today) : [];
  const [head] = city ? await holdersOf(reader(), city.id, ["unit-head"], today) : [];
  if (!city || !officer || !head || (await findPlanOf(reader(), movement, city.id))) return;
  const writer = await personNamed(officer.person);
  const scene = { ...given, unit: city.id, unitCode: city.code, writer };
  const planId = await write(scene, "accepted");
  const acting = await actingAs(writer, addDays(today, -5));
  const item = {
    ...itemTaking({
      kind: "content",
      key: "",
      label: "",
      grouping: null,
      words: "Phong trào “Nói không với hồ sơ trễ hẹn” tại bộ phận một cửa",
    }),
    responsible: "Phòng Hộ tịch - Quốc tịch",
  };
  sure(await putPlanItem(acting, { planId, itemId: null, item }));
  sure(
    await writePlanTexts(acting, {
      planId,
      version: await versionOf(planId, today),
      name: `Kế hoạch phát động phong trào thi đua năm ${given.year} của Sở Tư pháp Thành phố Hồ Chí Minh`,
      goal: "Tạo khí thế thi đua sôi nổi trong toàn Sở, hoàn thành xuất sắc nhiệm vụ công tác tư pháp năm.",
      requirements: "Mỗi phòng, đơn vị đăng ký việc làm cụ thể; khối thi đua theo dõi, chấm điểm công khai.",
      arrangements:
        "Trưởng các phòng, đơn vị phổ biến đến từng công chức, viên chức, người lao động.\nHai khối thi đua của Sở ký giao ước và theo dõi việc thực hiện.",
    }),
  );
  await send(scene, planId);
  await accept(scene, planId);
  const later = await actingAs(writer, addDays(today, -3));
  sure(
    await issueUnitPlan(later, {
      planId,
      version: await versionOf(planId, today),
      number: "25",
      symbol: "KH-STP",
      on: addDays(today, -3),
      place: "Thành phố Hồ Chí Minh",
      signer: head.person,
      signerName: head.personName,
    }),
  );
  await reach(scene, 0.9);
  const launched = sure(
    await launchUnitPlan(later, {
      planId,
      version: await versionOf(planId, today),
      groups: ["room", "subordinate-unit", "cluster"],
      plansDue: addDays(today, 6),
    }),
  );
  for (const [code, story] of [
    ["STP-HCM-LLTP", "sent"],
    ["STP-HCM-BTTP", "drafting"],
  ] as const) {
    const room = await findUnitByCode(reader(), code, today);
    const roomWriter = room && (await writerOf(room.id, today));
    if (room && roomWriter)
      await tellRoom(story, {
        movement: launched,
        unit: room.id,
        unitCode: code,
        writer: roomWriter,
        standing: writer,
        today,
      });
  }
}

/** A room answers the day before today: its department's launch is only some days old. */
async function tellRoom(story: "sent" | "drafting", scene: Scene): Promise<void> {
  const shifted = { ...scene, today: addDays(scene.today, 3) };
  const plan = await write(shifted, story);
  if (story === "sent") await send(shifted, plan);
}

const versionOf = async (id: number, day: Day): Promise<number> =>
  (await findUnitPlan(reader(), id, day))?.version ?? 0;

/** Somebody of the demo at nine in the morning of a day, in the posts they held then. */
async function actingAs({ person, name }: Person, on: Day): Promise<Actor> {
  const at = new Date(startOf(on).getTime() + NINE_O_CLOCK_MS);
  const posts = await postsOn(reader(), person, on);
  const nobodysKey = { account: null, key: null, provedUntil: null };
  return { ...nobodysKey, person, name, posts, post: posts[0] ?? null, at, day: onDay(at) };
}

/** One blank page, as a scanner gives it. */
const scan = new TextEncoder().encode(
  [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj",
    "trailer<</Root 1 0 R>>",
    "%%EOF",
    "",
  ].join("\n"),
);

const sure = <Value>(outcome: Value | Refusal): Value => {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
};
