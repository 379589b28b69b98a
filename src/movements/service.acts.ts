import { act } from "../platform/act.ts";
import { keepFile, safeName, type Upload } from "../platform/files.ts";
import { isRefusal, type Refusal, refuse } from "../platform/refusal.ts";
import { saveDocuments } from "./document.store.ts";
import { loadAsSeen } from "./loading.acts.ts";
import { mayServe } from "./movement.may.ts";
import { saveServed } from "./service.store.ts";

interface ServedInput {
  readonly movementId: number;
  readonly positions: readonly number[];
}

/** The clerical office has served these recipients. */
export const noteServed = act({
  name: "movement.serve",
  async run(work, { movementId, positions }: ServedInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayServe(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    if (positions.length === 0)
      return refuse("nobody-chosen", "Hãy chọn nơi nhận đã gửi.", { field: "positions" });
    await saveServed(work.tx, movement.id, positions, work.actor.name, work.at);
    work.record("movement.served", movement.id, { recipients: positions.length });
    return movement.id;
  },
});

interface SignedPaperInput {
  readonly movementId: number;
  readonly file: Upload;
}

/** The signed and sealed paper, scanned; it stays beside what was written here. */
export const attachSignedPaper = act({
  name: "movement.attach",
  async run(work, { movementId, file }: SignedPaperInput): Promise<number | Refusal> {
    const movement = await loadAsSeen(work, movementId, null);
    if (isRefusal(movement)) return movement;
    const allowed = mayServe(work.actor, movement);
    if (isRefusal(allowed)) return allowed;
    const kept = await keepFile(work.tx, file, work.at);
    if (isRefusal(kept)) return { ...kept, field: "file" };
    const paper = {
      kind: "BAN_KY",
      number: null,
      symbol: null,
      issuer: null,
      issuerName: null,
      place: null,
      issuedOn: null,
      title: "Bản đã ký, đóng dấu",
      signatory: { capacity: null, role: null, name: null },
      file: kept.hash,
      fileName: safeName(file.name),
    };
    await saveDocuments(work.tx, movement.id, [paper], work.at);
    work.record("movement.paper-attached", movement.id, { file: kept.hash });
    return movement.id;
  },
});
