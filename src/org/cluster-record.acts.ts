import { act } from "../platform/act.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { findCluster } from "./cluster.store.ts";
import { mayKeepRecords } from "./cluster-record.may.ts";
import { recordsSeen, saveRecord, takingPart } from "./cluster-record.store.ts";
import { decideRecord, type RecordRequest } from "./cluster-record.ts";
import { ancestorsOf } from "./scope.store.ts";

interface KeptRecord extends RecordRequest {
  readonly cluster: number;
  /** Our unit that takes part. */
  readonly unit: number;
  /** Token of the staged file. */
  readonly staged: string | null;
  /** The record it corrects. */
  readonly replaces: number | null;
}

/** Keeps a paper sent to a cluster led outside, or the result it gave us; a correction keeps the old one too. */
export const keepClusterRecord = act({
  name: "cluster.keep-record",
  async run(work, request: KeptRecord): Promise<number | Refusal> {
    const cluster = await findCluster(work.tx, request.cluster, work.day);
    if (!cluster) return refuse("no-such-cluster", "Không có cụm thi đua này.");
    const within = await ancestorsOf(work.tx, request.unit, work.day);
    const allowed = mayKeepRecords(work.actor, { unit: request.unit, within });
    if (isRefusal(allowed)) return allowed;
    if (!cluster.outside)
      return refuse(
        "cluster-of-our-own",
        "Cụm này do Ngành lập; điểm và hồ sơ của cụm được chấm, lưu ngay trong chương trình.",
      );
    const ours = await takingPart(work.tx, cluster.id, request.year);
    if (!ours.some(({ id }) => id === request.unit))
      return refuse("not-taking-part", "Đơn vị này không tham gia cụm trong năm.", { field: "unit" });
    if (request.replaces !== null) {
      const before = await recordsSeen(work.tx, work.actor, cluster.id, null);
      const replaced = before.find(({ id }) => id === request.replaces);
      if (!replaced || replaced.corrected || replaced.unit !== request.unit)
        return movedOn(
          "already-corrected",
          "Dòng này đã được đính chính trước đó; hãy mở dòng mới nhất để sửa.",
        );
    }
    const decided = decideRecord(request, work.day);
    if (isRefusal(decided)) return decided;
    const file = request.staged
      ? await stagedFile(work.tx, work.actor.account ?? "system", request.staged, work.at)
      : null;
    if (request.staged && !file)
      return refuse("no-file", "Tệp đã quá 24 giờ; hãy chọn lại tệp.", { field: "file" });
    const id = await saveRecord(
      work.tx,
      {
        ...decided,
        cluster: cluster.id,
        unit: request.unit,
        file: file?.hash ?? null,
        fileName: file?.name ?? null,
        replaces: request.replaces,
      },
      work.actor,
      work.at,
    );
    work.record("cluster.record-kept", cluster.id, { record: id, kind: decided.kind, year: decided.year });
    return id;
  },
});
