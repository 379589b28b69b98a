import { findUnit } from "../org/unit.store.ts";
import { act, type Work } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { isInForce } from "./life.ts";
import { findScopeUnit } from "./movement.store.ts";
import { maySeePlan, mayWritePlan, type SeenUnitPlan } from "./unit-plan.may.ts";
import {
  findPlanOf,
  loadUnitPlan,
  saveNewPlan,
  saveParent,
  savePlanStep,
  saveTexts,
  touchPlan,
} from "./unit-plan.store.ts";
import { isBeingDrafted, type NewPlanItem, type PlanContent, refuseStale } from "./unit-plan.ts";
import {
  type DecidedAnswer,
  decideAnswer,
  decideItem,
  type GivenAnswer,
  unansweredOf,
} from "./unit-plan-answers.ts";
import {
  answersOf,
  itemsOf,
  removeItem,
  removeItemsLeft,
  saveAnswers,
  saveItem,
  saveItems,
} from "./unit-plan-items.store.ts";
import { type ParentSide, parentSideOf } from "./unit-plan-parent.store.ts";
import { heirsOf } from "./unit-plan-succession.store.ts";

/** Loads for change what the actor may see; what they may not see is not there. */
export async function loadPlanSeen(work: Work, id: number): Promise<SeenUnitPlan | Refusal> {
  const plan = await loadUnitPlan(work.tx, id, work.day);
  if (!plan || isRefusal(maySeePlan(work.actor, plan)))
    return refuse("no-such-plan", "Không có kế hoạch này.", { kind: "may-not" });
  return plan;
}

/** The plan for writing: this person's to write, still open, and as they saw it. */
export async function loadForWriting(
  work: Work,
  id: number,
  version: number | null,
): Promise<SeenUnitPlan | Refusal> {
  const plan = await loadPlanSeen(work, id);
  if (isRefusal(plan)) return plan;
  const allowed = mayWritePlan(work.actor, plan);
  if (isRefusal(allowed)) return allowed;
  if (!isBeingDrafted(plan))
    return movedOn(
      "not-open",
      "Kế hoạch đã ký ban hành hoặc đã gửi nên không sửa được; nơi nhận trả lại thì đơn vị sửa và gửi lại.",
    );
  return (version === null ? null : refuseStale(plan.version, version)) ?? plan;
}

interface StartInput {
  readonly movementId: number;
  readonly unitId: number;
  /** A plan already written that answers this launch too; null to begin a new one. */
  readonly planId: number | null;
}

/** A unit in scope begins its plan; one begun before is simply gone on with. */
export const startUnitPlan = act({
  name: "unit-plan.start",
  async run(work, input: StartInput): Promise<number | Refusal> {
    const writers = (await heirsOf(work.tx, [input.unitId], work.day)).get(input.unitId) ?? [];
    const allowed = mayWritePlan(work.actor, { writers });
    if (isRefusal(allowed)) return allowed;
    const before = await findPlanOf(work.tx, input.movementId, input.unitId);
    if (before !== null) return before;
    if (input.planId !== null) return joinPlan(work, input.planId, input);
    return beginPlanFor(work, input.movementId, input.unitId);
  },
});

/** Writes the draft of a unit that a launch in force reaches. */
export async function beginPlanFor(
  work: Work,
  movementId: number,
  unitId: number,
): Promise<number | Refusal> {
  const side = await sideOf(work, movementId, unitId);
  if (isRefusal(side)) return side;
  const { movement } = side;
  const unit = await findUnit(work.tx, unitId, work.day);
  const unitName = unit?.name ?? "";
  const plan = await saveNewPlan(
    work.tx,
    {
      unit: unitId,
      unitName,
      year: movement.fromYear,
      name: `Kế hoạch tổ chức ${movement.name.charAt(0).toLocaleLowerCase("vi")}${movement.name.slice(1)}`,
    },
    work.at,
  );
  await saveParent(
    work.tx,
    { plan, unit: unitId, movement: movementId, receiver: movement.launcher.id },
    work.at,
  );
  const step = { kind: "started", movement: movementId, remarks: null } as const;
  await savePlanStep(work.tx, plan, step, work.actor, work.at);
  work.record("unit-plan.started", plan, { movementId, unitId });
  return plan;
}

async function joinPlan(
  work: Work,
  planId: number,
  { movementId, unitId }: { movementId: number; unitId: number },
): Promise<number | Refusal> {
  const plan = await loadForWriting(work, planId, null);
  if (isRefusal(plan)) return plan;
  if (plan.unit !== unitId)
    return refuse("anothers-plan", "Kế hoạch được chọn là của đơn vị khác; hãy chọn lại.", { field: "plan" });
  const side = await sideOf(work, movementId, unitId);
  if (isRefusal(side)) return side;
  const receiver = side.movement.launcher.id;
  await saveParent(work.tx, { plan: planId, unit: unitId, movement: movementId, receiver }, work.at);
  const step = { kind: "joined", movement: movementId, remarks: null } as const;
  await savePlanStep(work.tx, planId, step, work.actor, work.at);
  await touchPlan(work.tx, planId, work.at);
  work.record("unit-plan.joined", planId, { movementId });
  return planId;
}

/** The launch towards the unit, when it is in force and reaches it. */
async function sideOf(work: Work, movementId: number, unitId: number): Promise<ParentSide | Refusal> {
  const side = await parentSideOf(work.tx, movementId, unitId, work.day);
  if (!side) {
    const bound = await findScopeUnit(work.tx, movementId, unitId);
    return bound
      ? refuse("cluster-plan", "Cụm, khối thi đua xây dựng kế hoạch chung ở phần Giao ước.", {
          field: "unit",
        })
      : refuse("not-in-scope", "Đơn vị không thuộc phạm vi của phong trào này.", { field: "unit" });
  }
  if (!isInForce(side.movement.state) || side.movement.state === "closed")
    return movedOn("movement-closed", "Phong trào đã kết thúc hoặc chưa ban hành nên không nhận kế hoạch.");
  return side;
}

interface AnswerInput {
  readonly planId: number;
  readonly movementId: number;
  readonly key: string;
  readonly given: GivenAnswer;
}

/** Answers one content, target or deadline of a launch. */
export const answerParent = act({
  name: "unit-plan.answer",
  async run(work, { planId, movementId, key, given }: AnswerInput): Promise<number | Refusal> {
    const plan = await loadForWriting(work, planId, null);
    if (isRefusal(plan)) return plan;
    const side = await sideOf(work, movementId, plan.unit);
    if (isRefusal(side)) return side;
    const parent = side.asked.find((one) => one.key === key);
    if (!parent || !plan.parents.some(({ movement }) => movement === movementId))
      return movedOn("no-such-item", "Phong trào không còn mục này; hãy mở lại trang để xem nội dung mới.");
    const decided = decideAnswer(parent, given);
    if (isRefusal(decided)) return decided;
    await replaceAnswers(work, planId, movementId, [{ parent, decided }]);
    work.record("unit-plan.answered", planId, { movementId, key, verdict: decided.verdict });
    return planId;
  },
});

interface Replacing {
  readonly parent: Parameters<typeof decideAnswer>[0];
  readonly decided: DecidedAnswer;
}

/** Writes answers with their items; items that answered before and answer nothing now go. */
async function replaceAnswers(
  work: Work,
  plan: number,
  movement: number,
  replacing: readonly Replacing[],
): Promise<void> {
  const keys = new Set(replacing.map(({ parent }) => parent.key));
  const before = (await answersOf(work.tx, plan)).filter(
    (answer) => answer.movement === movement && keys.has(answer.key),
  );
  const withItems = replacing.filter(({ decided }) => decided.item !== null);
  const ids = await saveItems(
    work.tx,
    plan,
    withItems.map(({ decided }) => decided.item!),
  );
  const idOf = new Map(withItems.map(({ parent }, index) => [parent.key, ids[index]!]));
  await saveAnswers(
    work.tx,
    plan,
    replacing.map(({ parent, decided: { verdict, reason } }) => ({
      movement,
      key: parent.key,
      verdict,
      reason,
      item: idOf.get(parent.key) ?? null,
      parent,
    })),
  );
  await removeItemsLeft(
    work.tx,
    plan,
    before.flatMap(({ item }) => item ?? []),
  );
  await touchPlan(work.tx, plan, work.at);
}

interface TakeAllInput {
  readonly planId: number;
  readonly movementId: number;
  readonly keys: readonly string[];
}

/** Takes as they are the items chosen among those without an answer. */
export const takeParentItems = act({
  name: "unit-plan.take",
  async run(work, { planId, movementId, keys }: TakeAllInput): Promise<{ taken: number } | Refusal> {
    const plan = await loadForWriting(work, planId, null);
    if (isRefusal(plan)) return plan;
    const side = await sideOf(work, movementId, plan.unit);
    if (isRefusal(side)) return side;
    const open = unansweredOf(await answersOf(work.tx, planId), movementId, side.asked);
    const chosen = open.filter(({ key }) => keys.includes(key));
    if (chosen.length === 0)
      return refuse("nothing-chosen", "Hãy chọn ít nhất một mục chưa có trong kế hoạch.", { field: "keys" });
    const replacing = chosen.map((parent) => ({
      parent,
      decided: decideAnswer(parent, { verdict: "taken", reason: "", own: null }) as DecidedAnswer,
    }));
    await replaceAnswers(work, planId, movementId, replacing);
    work.record("unit-plan.taken", planId, { movementId, items: chosen.length });
    return { taken: chosen.length };
  },
});

interface MatchInput {
  readonly planId: number;
  readonly movementId: number;
  readonly matches: readonly { readonly key: string; readonly item: number }[];
}

/** A person says that own items answer items of the launch; nothing is matched by itself. */
export const matchItems = act({
  name: "unit-plan.match",
  async run(work, { planId, movementId, matches }: MatchInput): Promise<number | Refusal> {
    const plan = await loadForWriting(work, planId, null);
    if (isRefusal(plan)) return plan;
    const side = await sideOf(work, movementId, plan.unit);
    if (isRefusal(side)) return side;
    const items = await itemsOf(work.tx, planId);
    const answers = matches.flatMap(({ key, item }) => {
      const parent = side.asked.find((one) => one.key === key);
      const own = items.find(({ id, kind }) => id === item && kind === parent?.kind);
      return parent && own
        ? [{ movement: movementId, key, verdict: "adapted" as const, reason: null, item: own.id, parent }]
        : [];
    });
    if (answers.length === 0)
      return refuse("nothing-chosen", "Hãy chọn ít nhất một mục để ghép.", { field: "matches" });
    await saveAnswers(work.tx, planId, answers);
    await touchPlan(work.tx, planId, work.at);
    work.record("unit-plan.matched", planId, { movementId, items: answers.length });
    return planId;
  },
});

interface ItemInput {
  readonly planId: number;
  /** Null for an addition. */
  readonly itemId: number | null;
  readonly item: NewPlanItem;
}

/** The unit's own addition, or a change of what stands in its plan. */
export const putPlanItem = act({
  name: "unit-plan.put-item",
  async run(work, { planId, itemId, item }: ItemInput): Promise<number | Refusal> {
    const plan = await loadForWriting(work, planId, null);
    if (isRefusal(plan)) return plan;
    const decided = decideItem(item);
    if (isRefusal(decided)) return decided;
    if (itemId === null) await saveItems(work.tx, planId, [decided]);
    else {
      const before = (await itemsOf(work.tx, planId)).find(({ id }) => id === itemId);
      if (!before) return movedOn("no-such-item", "Không còn mục này trong kế hoạch.");
      await saveItem(work.tx, itemId, { ...decided, kind: before.kind });
      const changed = (await answersOf(work.tx, planId)).filter((answer) => answer.item === itemId);
      await saveAnswers(
        work.tx,
        planId,
        changed.map((answer) => ({ ...answer, verdict: "adapted" })),
      );
    }
    await touchPlan(work.tx, planId, work.at);
    work.record("unit-plan.item-put", planId, { itemId, words: decided.words });
    return planId;
  },
});

/** Takes an item out; what it answered has no answer again. */
export const dropPlanItem = act({
  name: "unit-plan.drop-item",
  async run(work, { planId, itemId }: { planId: number; itemId: number }): Promise<number | Refusal> {
    const plan = await loadForWriting(work, planId, null);
    if (isRefusal(plan)) return plan;
    await removeItem(work.tx, planId, itemId);
    await touchPlan(work.tx, planId, work.at);
    work.record("unit-plan.item-dropped", planId, { itemId });
    return planId;
  },
});

interface TextsInput extends Pick<PlanContent, "name" | "goal" | "requirements" | "arrangements"> {
  readonly planId: number;
  readonly version: number;
}

/** Name, purpose, requirements and arrangements in the unit's own words. */
export const writePlanTexts = act({
  name: "unit-plan.write",
  async run(work, { planId, version, ...texts }: TextsInput): Promise<number | Refusal> {
    const plan = await loadForWriting(work, planId, version);
    if (isRefusal(plan)) return plan;
    const name = tidy(texts.name);
    if (!name) return refuse("no-name", "Hãy đặt tên cho kế hoạch.", { field: "name" });
    await saveTexts(work.tx, planId, { ...texts, name });
    await touchPlan(work.tx, planId, work.at);
    work.record("unit-plan.written", planId, { name });
    return planId;
  },
});
