import { act, type Work } from "../platform/act.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { findFile } from "../platform/files.store.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import { countCoverage } from "./coverage.ts";
import { findMovement } from "./movement.store.ts";
import { bodiesServing } from "./movement-reach.store.ts";
import { beginPlanFor, loadPlanSeen } from "./unit-plan.acts.ts";
import { mayEnterPaperPlan, mayReceivePlans, mayWritePlan, type SeenUnitPlan } from "./unit-plan.may.ts";
import { findPlanOf, loadUnitPlan, savePlanEvent } from "./unit-plan.store.ts";
import {
  decidePlanAcceptance,
  decidePlanReturn,
  decideSending,
  type PlanChannel,
  type PlanContent,
  type PlanEvent,
  type PlanParent,
  refusePlanReceipt,
  refuseStale,
} from "./unit-plan.ts";
import { coverageBy } from "./unit-plan-answers.ts";
import { contentOf } from "./unit-plan-content.store.ts";
import { savePlanPaper } from "./unit-plan-paper.store.ts";
import { parentSideOf } from "./unit-plan-parent.store.ts";
import { tellOfPlan } from "./unit-plan-telling.acts.ts";

interface SendingInput {
  readonly planId: number;
  readonly movementId: number;
  readonly version: number;
  readonly lateReason: string;
  readonly remarks: string | null;
  readonly acknowledged: boolean;
}

/** The unit sends its plan to one of the launches it answers; what counts is the arrival of the request. */
export const sendUnitPlan = act({
  name: "unit-plan.send",
  async run(work, input: SendingInput): Promise<number | Refusal> {
    const loaded = await loadWithParent(work, input.planId, input.movementId);
    if (isRefusal(loaded)) return loaded;
    const { plan, parent } = loaded;
    const allowed = mayWritePlan(work.actor, plan);
    if (isRefusal(allowed)) return allowed;
    const { content, facts } = await sendingFactsOf(work, plan, parent);
    const event = decideSending(
      plan,
      parent,
      { ...facts, version: input.version },
      {
        at: work.at,
        channel: "online",
        receivedOn: null,
        lateReason: input.lateReason,
        remarks: input.remarks,
        acknowledged: input.acknowledged,
      },
    );
    if (isRefusal(event)) return event;
    await keep(work, plan, parent, event, content);
    work.record("unit-plan.sent", plan.id, { movementId: parent.movement, late: event.late });
    return plan.id;
  },
});

async function loadWithParent(work: Work, planId: number, movementId: number) {
  const plan = await loadPlanSeen(work, planId);
  if (isRefusal(plan)) return plan;
  const parent = plan.parents.find(({ movement }) => movement === movementId);
  if (!parent) return refuse("no-such-plan", "Không có kế hoạch này.", { kind: "may-not" });
  return { plan, parent };
}

/** What a sending is judged by, as it stands in this transaction. */
async function sendingFactsOf(work: Work, plan: SeenUnitPlan, parent: PlanParent) {
  const side = await parentSideOf(work.tx, parent.movement, plan.unit, work.day);
  const content = await contentOf(work.tx, plan);
  const coverage = countCoverage(coverageBy(content, parent.movement, side?.asked ?? []));
  return { content, facts: { deadline: side?.deadline ?? null, items: content.items.length, coverage } };
}

async function keep(
  work: Work,
  plan: SeenUnitPlan,
  parent: PlanParent,
  event: PlanEvent,
  snapshot: PlanContent | null,
): Promise<void> {
  await savePlanEvent(work.tx, { plan: plan.id, movement: parent.movement }, event, snapshot, work.actor);
  await tellOfPlan(work, plan, parent, event);
}

interface ReturnInput {
  readonly planId: number;
  readonly movementId: number;
  readonly version: number;
  readonly reason: string;
  readonly dueOn: Day | null;
}

/** The standing body sends it back with a reason and, if it likes, a day by which to send again. */
export const returnUnitPlan = act({
  name: "unit-plan.return",
  async run(work, input: ReturnInput): Promise<number | Refusal> {
    const loaded = await loadForReceiver(work, input);
    if (isRefusal(loaded)) return loaded;
    const { plan, parent } = loaded;
    const event = decidePlanReturn(parent, input, work.at, work.day);
    if (isRefusal(event)) return event;
    await keep(work, plan, parent, event, null);
    work.record("unit-plan.returned", plan.id, { movementId: parent.movement, reason: event.remarks });
    return plan.id;
  },
});

interface AcceptanceInput {
  readonly planId: number;
  readonly movementId: number;
  readonly version: number;
  readonly remarks: string | null;
}

/** The standing body takes it. */
export const acceptUnitPlan = act({
  name: "unit-plan.accept",
  async run(work, input: AcceptanceInput): Promise<number | Refusal> {
    const loaded = await loadForReceiver(work, input);
    if (isRefusal(loaded)) return loaded;
    const { plan, parent } = loaded;
    const event = decidePlanAcceptance(parent, input.remarks, work.at);
    if (isRefusal(event)) return event;
    await keep(work, plan, parent, event, null);
    work.record("unit-plan.accepted", plan.id, { movementId: parent.movement });
    return plan.id;
  },
});

/** Takes several sent plans of one launch together; one that moved on meanwhile stops them all. */
export const acceptUnitPlans = act({
  name: "unit-plan.accept-several",
  async run(work, input: { movementId: number; plans: readonly number[] }): Promise<number | Refusal> {
    if (input.plans.length === 0)
      return refuse("nothing-chosen", "Hãy chọn ít nhất một kế hoạch đã gửi.", { field: "ke-hoach" });
    for (const planId of input.plans) {
      const loaded = await loadForReceiver(work, { planId, movementId: input.movementId, version: null });
      if (isRefusal(loaded)) return loaded;
      const { plan, parent } = loaded;
      const event = decidePlanAcceptance(parent, null, work.at);
      if (isRefusal(event)) return { ...event, sentence: `${plan.unitName}: ${event.sentence}` };
      await keep(work, plan, parent, event, null);
      work.record("unit-plan.accepted", plan.id, { movementId: parent.movement });
    }
    return input.plans.length;
  },
});

async function loadForReceiver(
  work: Work,
  input: { planId: number; movementId: number; version: number | null },
) {
  const loaded = await loadWithParent(work, input.planId, input.movementId);
  if (isRefusal(loaded)) return loaded;
  const { plan, parent } = loaded;
  const receiving = plan.receiving.find(({ receiver }) => receiver === parent.receiver)!;
  const allowed = mayReceivePlans(work.actor, receiving);
  if (isRefusal(allowed)) return allowed;
  return (input.version === null ? null : refuseStale(plan.version, input.version)) ?? loaded;
}

export interface PaperInput {
  readonly number: string;
  readonly day: Day;
  /** Token of the staged scan. */
  readonly file: string;
}

interface ReceiptInput {
  readonly movementId: number;
  readonly unitId: number;
  readonly channel: Exclude<PlanChannel, "online">;
  readonly receivedOn: Day;
  readonly lateReason: string;
  readonly remarks: string | null;
  readonly paper: PaperInput;
}

/** A plan that came on paper, by mail or by messenger: its scan and its day of receipt decide. */
export const enterPaperPlan = act({
  name: "unit-plan.enter-paper",
  async run(work, input: ReceiptInput): Promise<number | Refusal> {
    const future = refusePlanReceipt(input.receivedOn, work.day);
    if (future) return future;
    const movement = await findMovement(work.tx, input.movementId, work.day);
    if (!movement) return refuse("no-such-movement", "Không có phong trào này.", { kind: "may-not" });
    const receiver = movement.launcher.id;
    const receiving = { receiver, servedBy: await bodiesServing(work.tx, receiver, work.day) };
    const before = await findPlanOf(work.tx, movement.id, input.unitId);
    const id = before ?? (await beginPlanFor(work, movement.id, input.unitId));
    if (isRefusal(id)) return id;
    const plan = await loadUnitPlan(work.tx, id, work.day);
    if (!plan) return movedOn("no-such-plan", "Không còn kế hoạch này.");
    const allowed = mayEnterPaperPlan(work.actor, receiving, plan.above);
    if (isRefusal(allowed)) return allowed;
    const parent = plan.parents.find((one) => one.movement === movement.id)!;
    const { content, facts } = await sendingFactsOf(work, plan, parent);
    const { channel, receivedOn, lateReason, remarks } = input;
    const arrival = { at: work.at, channel, receivedOn, lateReason, remarks, acknowledged: true };
    const event = decideSending(plan, parent, { ...facts, version: plan.version }, arrival);
    if (isRefusal(event)) return event;
    await keep(work, plan, parent, event, content);
    const attached = await attach(work, { plan: id, movement: movement.id }, input.paper);
    if (isRefusal(attached)) return attached;
    work.record("unit-plan.received", id, { channel, receivedOn, late: event.late });
    return id;
  },
});

const scanTypes: ReadonlySet<string> = new Set(["application/pdf", "image/jpeg", "image/png", "image/tiff"]);

/** Keeps a scan with the number and day it bears. */
async function attach(
  work: Work,
  to: { plan: number; movement: number | null },
  paper: PaperInput,
): Promise<true | Refusal> {
  const number = tidy(paper.number);
  if (!number) return refuse("no-number", "Hãy nhập số, ký hiệu của kế hoạch.", { field: "number" });
  if (paper.day > work.day)
    return refuse("signed-in-the-future", `Ngày văn bản ${writeDay(paper.day)} chưa đến.`, { field: "day" });
  const staged = await stagedFile(work.tx, work.actor.account ?? "system", paper.file, work.at);
  if (!staged)
    return refuse("no-scan", "Chưa có tệp bản quét, hoặc tệp đã quá 24 giờ; hãy chọn lại tệp.", {
      field: "scan",
    });
  const kept = await findFile(work.tx, staged.hash);
  if (!kept || !scanTypes.has(kept.mediaType))
    return refuse("not-a-scan", `Tệp “${staged.name}” không phải PDF hay ảnh; hãy chọn bản quét.`, {
      field: "scan",
    });
  const scan = { number, day: paper.day, file: staged.hash, fileName: staged.name };
  await savePlanPaper(work.tx, to, scan, work.actor, work.at);
  work.record("unit-plan.paper-attached", to.plan, { number, day: paper.day, file: staged.hash });
  return true;
}
