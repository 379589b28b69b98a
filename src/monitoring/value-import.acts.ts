import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { targetReachOf } from "./target-reach.store.ts";
import { enterAll } from "./value.acts.ts";
import { enterableShares } from "./value-entry.store.ts";
import { rowsFor } from "./value-entry.ts";
import { lockImport, saveImportApplied, saveNewImport } from "./value-import.store.ts";
import { judgeRows, readRows } from "./value-import.ts";

/** Keeps what was read until somebody has looked it over; nothing counts yet. */
export const keepValues = act({
  name: "target-import.keep",
  async run(
    work,
    input: { fileName: string; to: Day; rows: readonly (readonly string[])[] },
  ): Promise<number | Refusal> {
    const rows = readRows(input.rows);
    if (!rows)
      return refuse(
        "not-the-template",
        "Không tìm thấy hàng tiêu đề có “Mã dòng” và “Số thực hiện (tử số)”. Hãy dùng mẫu tải về từ trang này.",
        { field: "tep" },
      );
    if (rows.length === 0)
      return refuse("nothing-entered", "Bảng tính chưa có số liệu nào trong cột “Số thực hiện (tử số)”.", {
        field: "tep",
      });
    const read = { fileName: input.fileName, to: input.to, rows };
    return saveNewImport(work.tx, read, work.actor.account ?? "system", work.at);
  },
});

export interface ImportOutcome {
  readonly added: number;
  readonly refused: number;
}

/** Enters the rows that may stand; the others were shown with their lines and are left out. Twice changes nothing. */
export const applyValues = act({
  name: "target-import.apply",
  async run(work, input: { importId: number }): Promise<ImportOutcome | Refusal> {
    const read = await lockImport(work.tx, input.importId, work.actor.account ?? "system");
    if (!read) return movedOn("import-gone", "Không còn bảng tính này; hãy gửi lại tệp.");
    if (read.appliedAt) return movedOn("import-applied", "Bảng tính này đã được nhập.");
    const reach = await targetReachOf(work.tx, work.actor);
    const shares = await enterableShares(work.tx, reach, null, work.day);
    const judged = judgeRows(read.rows, rowsFor(shares, read.to), work.day);
    const entries = judged.flatMap((one) =>
      one.kind === "adds" || one.kind === "corrects"
        ? [{ ...one.entry, shareId: one.found.share.id, to: read.to, files: [] }]
        : [],
    );
    if (entries.length === 0)
      return refuse("nothing-to-apply", "Không có dòng nào nhập được; bảng tính chưa làm thay đổi gì.");
    const entered = await enterAll(work, entries, "sheet");
    if (isRefusal(entered)) return entered;
    const outcome = { added: entered.added, refused: judged.filter(({ kind }) => kind === "refused").length };
    await saveImportApplied(work.tx, read.id, outcome, work.at);
    work.record("target.values-imported", read.id, { ...outcome, file: read.fileName, to: read.to });
    return outcome;
  },
});
