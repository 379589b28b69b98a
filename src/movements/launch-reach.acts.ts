import { act } from "../platform/act.ts";
import { findFile } from "../platform/files.store.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { lockReaches, saveReach, withdrawReach } from "./launch-reach.store.ts";
import { decideReach, type NewReach } from "./launch-reach.ts";
import { isInForce } from "./life.ts";
import { findMovement, findScopeUnit } from "./movement.store.ts";
import { launchPaperOf } from "./movement.ts";
import { mayWritePlan } from "./unit-plan.may.ts";
import { heirsOf } from "./unit-plan-succession.store.ts";

interface ReachInput {
  readonly movementId: number;
  readonly unitId: number;
  readonly reach: NewReach;
  /** Token of a staged document; null without one. */
  readonly file: string | null;
}

/** A unit notes when, how and to how many of its people it brought the launch. */
export const noteReach = act({
  name: "launch-reach.note",
  async run(work, { movementId, unitId, reach, file }: ReachInput): Promise<number | Refusal> {
    const writers = (await heirsOf(work.tx, [unitId], work.day)).get(unitId) ?? [];
    const allowed = mayWritePlan(work.actor, { writers });
    if (isRefusal(allowed)) return allowed;
    const bound = await findScopeUnit(work.tx, movementId, unitId);
    const movement = bound && (await findMovement(work.tx, movementId, work.day));
    if (!movement || !isInForce(movement.state))
      return refuse("not-in-scope", "Đơn vị không thuộc phạm vi của phong trào này.", { field: "unit" });
    const before = await lockReaches(work.tx, movementId, unitId);
    const decided = decideReach(reach, before, launchPaperOf(movement)?.issuedOn ?? null, work.day);
    if (isRefusal(decided)) return decided;
    const staged =
      file === null ? null : await stagedFile(work.tx, work.actor.account ?? "system", file, work.at);
    if (file !== null && (!staged || !(await findFile(work.tx, staged.hash))))
      return refuse("no-file", "Tệp đã chọn quá 24 giờ; hãy chọn lại.", { field: "scan" });
    const kept = { file: staged?.hash ?? null, fileName: staged?.name ?? null };
    await saveReach(
      work.tx,
      { movement: movementId, unit: unitId },
      { ...decided, ...kept },
      work.actor,
      work.at,
    );
    work.record("movement.brought-to-people", movementId, {
      unitId,
      way: decided.way,
      reached: decided.reached,
      staff: decided.staff,
    });
    return movementId;
  },
});

/** Takes back an occasion noted wrongly; it stays in the record, struck out. */
export const takeBackReach = act({
  name: "launch-reach.take-back",
  async run(work, input: { movementId: number; unitId: number; reachId: number }): Promise<number | Refusal> {
    const writers = (await heirsOf(work.tx, [input.unitId], work.day)).get(input.unitId) ?? [];
    const allowed = mayWritePlan(work.actor, { writers });
    if (isRefusal(allowed)) return allowed;
    const before = await lockReaches(work.tx, input.movementId, input.unitId);
    const reach = before.find(({ id, withdrawn }) => id === input.reachId && !withdrawn);
    if (!reach) return movedOn("no-such-reach", "Không còn lần phổ biến này.");
    await withdrawReach(work.tx, reach.id);
    work.record("movement.reach-taken-back", input.movementId, {
      unitId: input.unitId,
      reached: reach.reached,
    });
    return input.movementId;
  },
});
