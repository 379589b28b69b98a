import { act } from "../platform/act.ts";
import { any, isRefusal, type Refusal } from "../platform/refusal.ts";
import { maySteer, writesFor } from "./score.may.ts";
import { loadYearSeen } from "./scoring-year.acts.ts";
import { noSuchSheet } from "./sheet.acts.ts";
import { saveTakeover } from "./takeover.store.ts";
import { decideTakeover, takeoversIn } from "./takeover.ts";

/**
 * A unit that follows one ended in mid-year goes on with the sheet of that unit as its own: by its own officer or
 * head, or by the standing body. What was scored, sent and verified stays as it was.
 */
export const takeOverSheet = act({
  name: "score-sheet.take-over",
  async run(work, input: { yearId: number; sheetId: number; unit: number }): Promise<number | Refusal> {
    const whole = await loadYearSeen(work, input.yearId);
    if (isRefusal(whole)) return whole;
    const offered = takeoversIn(whole.members).find(({ sheet }) => sheet === input.sheetId);
    if (!offered) return noSuchSheet;
    const allowed = any(writesFor(work.actor, input.unit), maySteer(work.actor, whole.seen));
    if (isRefusal(allowed)) return allowed;
    const taken = decideTakeover(whole.scoring, offered, input.unit);
    if (isRefusal(taken)) return taken;
    const remarks = `${taken.name} tiếp nhận phiếu của ${offered.name}`;
    await saveTakeover(work.tx, { sheet: offered.sheet, ...taken, remarks }, work.actor, work.at);
    work.record("score-sheet.taken-over", offered.sheet, { from: offered.unit, to: taken.unit });
    return offered.sheet;
  },
});
