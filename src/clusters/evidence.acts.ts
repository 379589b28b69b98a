import { act, type Work } from "../platform/act.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { leavesOf } from "./criteria.ts";
import { saveEvidence, withdrawEvidence } from "./evidence.store.ts";
import { writesFor } from "./score.may.ts";
import { loadSeenSheet } from "./sheet.acts.ts";
import { refuseWriting } from "./sheet.ts";
import type { WholeSheet } from "./whole-sheet.store.ts";

async function loadToWrite(work: Work, sheetId: number): Promise<WholeSheet | Refusal> {
  const whole = await loadSeenSheet(work, sheetId);
  if (isRefusal(whole)) return whole;
  const allowed = writesFor(work.actor, whole.sheet.unit);
  if (isRefusal(allowed)) return allowed;
  return refuseWriting(whole.sheet, whole.scoring, work.day) ?? whole;
}

/** Adds a file or a link that shows what a score rests on. */
export const addEvidence = act({
  name: "score-evidence.add",
  async run(
    work,
    input: {
      sheetId: number;
      criterion: number;
      file: string | null;
      link: string | null;
      words: string | null;
    },
  ): Promise<number | Refusal> {
    const whole = await loadToWrite(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    if (!leavesOf(whole.table.criteria).some(({ id }) => id === input.criterion))
      return movedOn("no-such-criterion", "Bảng tiêu chí đã đổi; hãy mở lại phiếu.");
    if ((input.file === null) === (input.link === null))
      return refuse("file-or-link", "Hãy chọn một tệp hoặc ghi một đường dẫn.", { field: "file" });
    const staged =
      input.file === null ? null : await stagedFile(work.tx, work.actor.account ?? "", input.file, work.at);
    if (input.file !== null && !staged)
      return refuse("file-gone", "Tệp đã chọn quá 24 giờ; hãy chọn lại.", { field: "file" });
    const evidence = { ...input, file: staged?.hash ?? null, fileName: staged?.name ?? null };
    const id = await saveEvidence(work.tx, whole.sheet.id, evidence, work.actor.name, work.at);
    work.record("score-evidence.added", whole.sheet.id, { criterion: input.criterion });
    return id;
  },
});

export const removeEvidence = act({
  name: "score-evidence.withdraw",
  async run(work, input: { sheetId: number; evidenceId: number }): Promise<number | Refusal> {
    const whole = await loadToWrite(work, input.sheetId);
    if (isRefusal(whole)) return whole;
    if (!(await withdrawEvidence(work.tx, whole.sheet.id, input.evidenceId, work.at)))
      return movedOn("evidence-gone", "Minh chứng này đã được gỡ.");
    work.record("score-evidence.withdrawn", whole.sheet.id, { evidence: input.evidenceId });
    return whole.sheet.id;
  },
});
