import type { Work } from "../platform/act.ts";
import { findFile } from "../platform/files.store.ts";
import { stagedFile } from "../platform/files.ts";
import { isRefusal, type Permit, type Refusal, refuse } from "../platform/refusal.ts";
import { maySee, type SeenPledge } from "./pledge.may.ts";
import { loadPledge } from "./pledge.store.ts";
import type { KeptPaper } from "./pledge.ts";

/** Loads for change what the actor may see; what they may not see is not there. */
export async function loadSeen(work: Work, id: number): Promise<SeenPledge | Refusal> {
  const pledge = await loadPledge(work.tx, id, work.day);
  return !pledge || isRefusal(maySee(work.actor, pledge))
    ? refuse("no-such-pledge", "Không có giao ước này.", { kind: "moved-on" })
    : pledge;
}

/** Loads what the actor may see and may do this to. */
export async function loadFor(
  work: Work,
  id: number,
  may: (pledge: SeenPledge) => Permit | Refusal,
): Promise<SeenPledge | Refusal> {
  const pledge = await loadSeen(work, id);
  if (isRefusal(pledge)) return pledge;
  const allowed = may(pledge);
  return isRefusal(allowed) ? allowed : pledge;
}

const scanTypes: ReadonlySet<string> = new Set(["application/pdf", "image/jpeg", "image/png", "image/tiff"]);

/** The staged scan by its token: a PDF or a picture, kept with the form not longer than a day ago. */
export async function scanOf(work: Work, token: string): Promise<KeptPaper | Refusal> {
  const staged = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
  const kept = staged && (await findFile(work.tx, staged.hash));
  if (!staged || !kept)
    return refuse("no-scan", "Chưa có tệp bản quét, hoặc tệp đã quá 24 giờ; hãy chọn lại tệp.", {
      field: "scan",
    });
  if (!scanTypes.has(kept.mediaType))
    return refuse("not-a-scan", `Tệp “${staged.name}” không phải PDF hay ảnh; hãy chọn bản quét đã ký.`, {
      field: "scan",
    });
  return { file: staged.hash, fileName: staged.name };
}
