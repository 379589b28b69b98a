import { act } from "../platform/act.ts";
import { writeDeadline } from "../platform/deadline.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { saveSettlement } from "./deadline.store.ts";
import { asDeadline } from "./deadlines.ts";
import { saveStep } from "./life.store.ts";
import { isInForce } from "./life.ts";
import { loadAsSeen } from "./loading.acts.ts";
import { mayDraft } from "./movement.may.ts";
import { launchPaperOf } from "./movement.ts";
import { countVersion } from "./movement-save.store.ts";
import { tellScope } from "./sending.acts.ts";
import { decideSettlement, type SettlementRequest } from "./settlement.ts";

interface SettlementInput extends SettlementRequest {
  readonly movementId: number;
  readonly deadlineId: number;
}

/** Settles an impossible deadline, sets an event's day, or changes a day by the issuer's paper. */
export const settleDeadline = act({
  name: "movement.settle-deadline",
  async run(work, { movementId, deadlineId, ...request }: SettlementInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayDraft(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const deadline = movement.deadlines.find((one) => one.id === deadlineId && !one.withdrawn);
    if (!deadline) return movedOn("no-such-deadline", "Không còn hạn này.");
    const settlement = decideSettlement(deadline, request, launchPaperOf(movement)?.issuedOn ?? null);
    if (isRefusal(settlement)) return settlement;
    await saveSettlement(work.tx, deadline, settlement, work.actor, work.at);
    await countVersion(work.tx, movement.id);
    const after = { ...deadline, day: settlement.day ?? deadline.day, inclusive: settlement.inclusive };
    const change = {
      label: deadline.what,
      before: writeDeadline(asDeadline(deadline)),
      after: settlement.way === "left-open" ? "chờ nơi ban hành trả lời" : writeDeadline(asDeadline(after)),
    };
    if (isInForce(movement.state)) {
      const data = {
        section: "han",
        symbol: settlement.instrumentSymbol,
        day: settlement.instrumentDay,
        changes: [change],
      };
      await saveStep(
        work.tx,
        movement,
        { kind: "amended", onDay: work.day, remarks: settlement.reason, data },
        work.actor,
        work.at,
      );
      if (settlement.day !== null)
        await tellScope(
          work,
          movement,
          "movement.deadline-settled",
          `Hạn “${deadline.what}” của “${movement.name}”: ${change.after}.`,
        );
    }
    work.record("movement.deadline-settled", movement.id, {
      way: settlement.way,
      ...change,
      reason: settlement.reason,
    });
    return movement.id;
  },
});
