import { bodiesServing } from "../movements/movement-reach.store.ts";
import { act, type Work } from "../platform/act.ts";
import { type Day, writeDay } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { sharesReporting } from "./share.store.ts";
import { maySet } from "./target.may.ts";
import { computedTargets } from "./target.store.ts";
import type { Target } from "./target.ts";
import { periodsOf } from "./target-period.ts";
import { factsBelow } from "./target-source.store.ts";
import { isSourceCode, sources } from "./target-source.ts";
import { type EntryAsked, enterAll } from "./value.acts.ts";
import { standingValuesOf } from "./value.store.ts";

/** Computes one target's numbers from what is registered, or every such target's when none is named (the clock). */
export const computeTargets = act({
  name: "target.compute",
  async run(work, input: { targetId: number | null }): Promise<number | Refusal> {
    const targets = await computedTargets(work.tx, input.targetId, work.day);
    const [named] = targets;
    if (input.targetId !== null && !named)
      return movedOn("not-computed", "Chỉ tiêu này không còn, đã bãi bỏ hoặc không thuộc loại tự tính.");
    let added = 0;
    for (const target of targets) {
      const ownerServedBy = await bodiesServing(work.tx, target.owner, work.day);
      const allowed = maySet(work.actor, { owner: target.owner, ownerServedBy });
      if (isRefusal(allowed)) return allowed;
      const entries = await entriesFor(work, target);
      if (entries.length === 0) continue;
      const entered = await enterAll(work, entries, "computed");
      if (isRefusal(entered)) return entered;
      added += entered.added;
    }
    if (input.targetId !== null && named && added === 0)
      return refuse("nothing-new", "Tính lại cho kết quả như cũ nên không thêm số liệu nào.");
    return added;
  },
});

/** Every period that has begun, told as it stood at its end, or stands today. */
async function entriesFor(work: Work, target: Target): Promise<EntryAsked[]> {
  if (!isSourceCode(target.source)) return [];
  const source = sources[target.source];
  const shares = await sharesReporting(work.tx, target.id, work.day);
  const asked = { units: shares.map(({ unit }) => unit), year: target.year, movement: target.movement };
  const facts = await factsBelow(work.tx, asked, work.day);
  const standing = await standingValuesOf(
    work.tx,
    shares.map(({ id }) => id),
  );
  const begun = periodsOf(target).filter(({ from }) => from <= work.day);
  return shares.flatMap((share) =>
    begun.flatMap(({ to }): EntryAsked[] => {
      const [asOf] = [to, work.day].toSorted() as [Day, Day];
      const counted = source.count(facts.get(share.unit) ?? [], asOf);
      const seen = standing.find((value) => value.share === share.id && value.to === to)?.id ?? null;
      const note = `Tính đến ${writeDay(asOf)}`;
      return counted === null ? [] : [{ shareId: share.id, to, ...counted, note, seen, files: [] }];
    }),
  );
}
