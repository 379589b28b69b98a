import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act, type Work } from "../platform/act.ts";
import { writeNumber } from "../platform/money.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { maySet } from "./target.may.ts";
import {
  hasValues,
  loadTarget,
  saveNewTarget,
  saveTarget,
  saveTargetEvent,
  saveTargetWithdrawn,
} from "./target.store.ts";
import { decideChange, decideTarget, decideWithdrawal, type NewTarget, type Target } from "./target.ts";

/** A body sets a target, or takes one over from a movement's plan. */
export const setTarget = act({
  name: "target.set",
  async run(work, input: NewTarget): Promise<number | Refusal> {
    const allowed = await mayOwn(work, input.owner);
    if (isRefusal(allowed)) return allowed;
    const target = decideTarget(input);
    if (isRefusal(target)) return target;
    const id = await saveNewTarget(work.tx, target, work.at);
    const remarks = target.takenWords ? `Tiếp nhận từ kế hoạch phong trào: ${target.takenWords}` : null;
    await saveTargetEvent(work.tx, { target: id, share: null, kind: "set", remarks }, work.actor);
    work.record("target.set", id, { ...target });
    return id;
  },
});

/** What a target says is said anew; once values stand only what does not change their meaning. */
export const changeTarget = act({
  name: "target.change",
  async run(work, input: { targetId: number; seen: number; target: NewTarget }): Promise<number | Refusal> {
    const before = await load(work, input.targetId);
    if (isRefusal(before)) return before;
    const allowed = await mayOwn(work, before.owner);
    if (isRefusal(allowed)) return allowed;
    const kept = { ...input.target, owner: before.owner, movement: before.movement };
    const after = decideChange(before, kept, input.seen, await hasValues(work.tx, before.id));
    if (isRefusal(after)) return after;
    await saveTarget(work.tx, before.id, after);
    const remarks = whatChanged(before, after);
    await saveTargetEvent(work.tx, { target: before.id, share: null, kind: "changed", remarks }, work.actor);
    work.record("target.changed", before.id, { before: { ...before }, after: { ...after } });
    return before.id;
  },
});

function whatChanged(before: Target, after: NewTarget): string | null {
  if (before.goal !== after.goal)
    return `Chỉ tiêu từ ${writeNumber(before.goal)} thành ${writeNumber(after.goal)} ${after.counted}`;
  return before.name !== after.name ? `Tên cũ: ${before.name}` : null;
}

/** A target no longer holds (bãi bỏ); its numbers stay to be read. */
export const withdrawTarget = act({
  name: "target.withdraw",
  async run(work, input: { targetId: number; reason: string }): Promise<number | Refusal> {
    const target = await load(work, input.targetId);
    if (isRefusal(target)) return target;
    const allowed = await mayOwn(work, target.owner);
    if (isRefusal(allowed)) return allowed;
    const decided = decideWithdrawal(target, input.reason);
    if (isRefusal(decided)) return decided;
    await saveTargetWithdrawn(work.tx, target.id);
    const event = { target: target.id, share: null, kind: "withdrawn", remarks: decided.reason } as const;
    await saveTargetEvent(work.tx, event, work.actor);
    work.record("target.withdrawn", target.id, decided);
    return target.id;
  },
});

const mayOwn = async (work: Work, owner: number) =>
  maySet(work.actor, { owner, ownerServedBy: await bodiesServing(work.tx, owner, work.day) });

async function load(work: Work, id: number): Promise<Target | Refusal> {
  return (await loadTarget(work.tx, id, work.day)) ?? movedOn("target-gone", "Không còn chỉ tiêu này.");
}
