import { act, type Work } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal } from "../platform/refusal.ts";
import { leavesOf } from "./criteria.ts";
import { mayVerify } from "./score.may.ts";
import type { Entry } from "./score.ts";
import { loadSeenSheet } from "./sheet.acts.ts";
import { entriesOf, saveEntries, saveSheetEvent, touchSheet } from "./sheet.store.ts";
import {
  decideReopening,
  decideVerification,
  refuseStale,
  type ScoreEntry,
  scoredEntry,
  totalBySide,
} from "./sheet.ts";
import type { WholeSheet } from "./whole-sheet.store.ts";

export interface VerifiedScore {
  readonly criterion: number;
  readonly entry: Entry;
  readonly reason: string | null;
}

interface VerifyInput {
  readonly sheetId: number;
  readonly version: number;
}

async function loadToVerify(work: Work, id: number): Promise<WholeSheet | Refusal> {
  const whole = await loadSeenSheet(work, id);
  if (isRefusal(whole)) return whole;
  const allowed = mayVerify(work.actor, whole.seen);
  return isRefusal(allowed) ? allowed : whole;
}

/** The standing body's scores beside the unit's own; a difference may wait for its reason until it is done. */
export const saveVerifiedScores = act({
  name: "score-sheet.save-verified",
  async run(work, input: VerifyInput & { scores: readonly VerifiedScore[] }): Promise<number | Refusal> {
    const whole = await loadToVerify(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    const { sheet, table, scoring } = whole;
    if (sheet.state !== "submitted" || scoring.publishedAt !== null)
      return movedOn("not-sent", "Phiếu không ở trạng thái chờ thẩm định.");
    const stale = refuseStale(sheet, input.version);
    if (stale) return stale;
    const leaves = new Map(leavesOf(table.criteria).map((leaf) => [leaf.id, leaf]));
    const written: ScoreEntry[] = [];
    for (const score of input.scores) {
      const leaf = leaves.get(score.criterion);
      const points = leaf ? scoredEntry(leaf, score.entry) : null;
      if (isRefusal(points)) return points;
      if (points === null) continue;
      written.push({
        ...{ criterion: score.criterion, side: "verified", ...score.entry, points },
        ...{ note: null, reason: score.reason, source: null },
      });
    }
    await saveEntries(work.tx, sheet.id, written);
    await touchSheet(work.tx, sheet.id, sheet.selfTotal, work.at);
    work.record("score-sheet.verifying", sheet.id, { criteria: written.length });
    return sheet.id;
  },
});

/** The verified score stands: every criterion has one, every difference its reason. */
export const verifySheet = act({
  name: "score-sheet.verify",
  async run(work, input: VerifyInput & { remarks: string | null }): Promise<number | Refusal> {
    const whole = await loadToVerify(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    const { sheet, scoring, table } = whole;
    const entries = (await entriesOf(work.tx, [sheet.id])).get(sheet.id)!;
    const facts = { version: input.version, criteria: table.criteria, entries };
    const event = decideVerification(sheet, scoring, facts, work.at, input.remarks);
    if (isRefusal(event)) return event;
    const verified = entries.filter(({ side }) => side === "verified");
    const verifiedTotal = totalBySide(table.criteria, verified, "verified");
    await saveSheetEvent(work.tx, sheet, event, { entries: verified, verifiedTotal }, work.actor);
    work.record("score-sheet.verified", sheet.id);
    work.enqueue("score-sheet.tell-unit", { sheetId: sheet.id });
    return sheet.id;
  },
});

/** Takes a verified sheet up again before publication, with the reason. */
export const reopenSheet = act({
  name: "score-sheet.reopen",
  async run(work, input: VerifyInput & { remarks: string }): Promise<number | Refusal> {
    const whole = await loadToVerify(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    const event = decideReopening(whole.sheet, whole.scoring, input, work.at);
    if (isRefusal(event)) return event;
    await saveSheetEvent(work.tx, whole.sheet, event, { entries: null, verifiedTotal: null }, work.actor);
    work.record("score-sheet.reopened", whole.sheet.id, { remarks: input.remarks });
    return whole.sheet.id;
  },
});
