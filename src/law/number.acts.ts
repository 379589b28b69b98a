import { act, type Work } from "../platform/act.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { mayKeepNumbers } from "./law.may.ts";
import { endNumber, giveWay, keeperOfNumbers, loadNumbers, lockNumbers, saveNumber } from "./number.store.ts";
import { decideNumber, type NewNumber, type NumberChange, writeRow } from "./number.ts";
import { numberOn } from "./numbers.ts";

/**
 * Enters a number of the law with its instrument. The one before it ends on the day the new one begins; a
 * correction takes the place of one not yet checked. Nothing entered is edited.
 */
export const enterNumber = act({
  name: "law.enter-number",
  async run(work, asked: NewNumber): Promise<number | Refusal> {
    const before = await lockNumbers(work.tx, asked.kind, asked.key);
    const allowed = mayKeepNumbers(work.actor, await keeperOfNumbers(work.tx, work.day));
    if (isRefusal(allowed)) return allowed;
    const counting = numberOn(await loadNumbers(work.tx), asked.kind, asked.key, asked.from);
    const change = decideNumber(asked, counting, before, work.day);
    if (isRefusal(change)) return change;
    const id = await save(work, change);
    work.record(change.corrects === null ? "law-number.entered" : "law-number.corrected", id, {
      ...{ kind: asked.kind, key: asked.key, value: writeRow(asked), from: asked.from, to: asked.to },
      ...{ instrument: change.row.instrument, basis: change.row.basis, verified: asked.verified },
      ...(change.corrects === null ? {} : { corrects: change.corrects }),
    });
    return id;
  },
});

async function save(work: Work, { row, corrects, ends, givesWay }: NumberChange): Promise<number> {
  if (ends) await endNumber(work.tx, ends.id, ends.on);
  if (givesWay !== null) await giveWay(work.tx, givesWay);
  return saveNumber(work.tx, row, corrects, work.actor, work.at);
}
