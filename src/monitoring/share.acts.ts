import { act } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { findShare, partsInUse, saveParts, seenShareOf } from "./share.store.ts";
import { compareParts, decideDivision, type Part, partsElsewhere } from "./share.ts";
import { mayDivide } from "./target.may.ts";
import { loadTarget, saveTargetEvent } from "./target.store.ts";

/**
 * Whoever has a share divides it on, or divides it anew; to any depth. Of units that were not on the page the parts
 * stay as they are.
 */
export const divideShare = act({
  name: "target-share.divide",
  async run(
    work,
    input: {
      shareId: number;
      parts: readonly Part[];
      /** The units the page showed; null when it showed all. */
      shown?: readonly number[] | null;
    },
  ): Promise<number | Refusal> {
    const share = await findShare(work.tx, input.shareId, work.day);
    const target = share && (await loadTarget(work.tx, share.target, work.day));
    if (!share || !target) return movedOn("share-gone", "Không còn phần chỉ tiêu này.");
    const seen = await seenShareOf(work.tx, share, target.owner, target.year, work.day);
    const allowed = mayDivide(work.actor, seen);
    if (isRefusal(allowed)) return allowed;
    if (target.state === "withdrawn")
      return movedOn("withdrawn", `Chỉ tiêu “${target.name}” đã được bãi bỏ nên không chia được nữa.`);
    const before = await partsInUse(work.tx, share.id, work.day);
    const asked = [...input.parts, ...partsElsewhere(before, input.shown ?? null, input.parts)];
    const kept = new Set(asked.map(({ unit }) => unit));
    const dropped = before.filter(({ unit }) => !kept.has(unit));
    const parts = decideDivision(target, asked, dropped);
    if (isRefusal(parts)) return parts;
    if (!(await saveParts(work.tx, share, parts)))
      return movedOn(
        "share-elsewhere",
        "Có đơn vị đã được giao chỉ tiêu này ở chỗ khác. Phần vừa nhập vẫn còn dưới đây; hãy bỏ đơn vị đó rồi lưu lại.",
      );
    const { words } = compareParts(target, share.goal, parts);
    const remarks =
      parts.length === 0
        ? `${share.unitName}: bỏ phần chia`
        : `${share.unitName} chia cho ${parts.length} đơn vị. ${words}`;
    await saveTargetEvent(
      work.tx,
      { target: target.id, share: share.id, kind: "divided", remarks },
      work.actor,
    );
    work.record("target.divided", target.id, { share: share.id, parts });
    return share.id;
  },
});
