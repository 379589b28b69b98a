import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { findMovementFacts } from "./deadline.store.ts";
import { saveExtension } from "./extension.store.ts";
import { decideExtension } from "./extension.ts";
import { owingOf } from "./overview.store.ts";
import { latestDeadline } from "./overview.ts";
import { mayManage } from "./registration.may.ts";

interface ExtensionInput {
  readonly movementId: number;
  /** The body that receives: the launcher, or a unit that gathers from its rooms. */
  readonly bodyId: number;
  /** Null: all units. */
  readonly unitId: number | null;
  readonly day: Day;
  readonly reason: string;
}

/** The standing body puts the deadline off for one unit or for all, with a reason. */
export const extendDeadline = act({
  name: "registration.extend",
  async run(work, input: ExtensionInput): Promise<number | Refusal> {
    const allowed = mayManage(work.actor, {
      receiver: input.bodyId,
      servedBy: await bodiesServing(work.tx, input.bodyId, work.day),
    });
    if (isRefusal(allowed)) return allowed;
    const movement = await findMovementFacts(work.tx, input.movementId);
    if (!movement?.open)
      return refuse("movement-closed", "Phong trào đã kết thúc nên không gia hạn đăng ký.", {
        kind: "moved-on",
      });
    const owing = await owingOf(work.tx, input.movementId, input.bodyId, work.day);
    const concerned = owing.filter(({ unit }) => input.unitId === null || unit === input.unitId);
    if (concerned.length === 0)
      return refuse("not-in-scope", "Đơn vị này không phải gửi đăng ký về đây.", { field: "unit" });
    const decided = decideExtension(
      { unit: input.unitId, day: input.day, reason: input.reason },
      latestDeadline(concerned),
      work.day,
    );
    if (isRefusal(decided)) return decided;
    const extension = { movement: movement.id, body: input.bodyId, ...decided };
    await saveExtension(work.tx, extension, work.actor, work.at);
    work.record("registration.extended", `movement-${movement.id}`, { ...extension });
    work.enqueue("registration.tell-units", {
      movementId: movement.id,
      units: concerned.map(({ unit }) => unit),
      sentence: `Hạn đăng ký thi đua “${movement.name}” được gia hạn đến hết ngày ${writeDay(input.day)}.`,
    });
    return movement.id;
  },
});
