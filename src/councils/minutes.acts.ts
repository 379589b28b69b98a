import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import { act } from "../platform/act.ts";
import type { Day } from "../platform/day.ts";
import { keepFile, stagedFile } from "../platform/files.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { mayPrepare } from "./council.may.ts";
import { minutesDocument } from "./minutes.document.ts";
import { minutesFactsOf } from "./minutes.store.ts";
import { minutesOf, saveMinutes } from "./paper.store.ts";
import { loadSession } from "./session.acts.ts";
import { itemsOpenTo } from "./whole.ts";

/** The minutes are printed once the session has ended; the bytes are kept by their hash and never made again. */
export const issueMinutes = act({
  name: "council-session.issue-minutes",
  async run(work, { sessionId }: { sessionId: number }): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { whole, session, council } = loaded;
    const allowed = mayPrepare(work.actor, council);
    if (isRefusal(allowed)) return allowed;
    if (session.state !== "closed") return movedOn("not-closed", "Lập biên bản sau khi phiên đã bế mạc.");
    if (itemsOpenTo(whole, work.actor.person).length < whole.items.length)
      return mayNot(
        "own-dossier",
        "Phiên này có mục đóng với đồng chí; người khác trong thường trực, thư ký lập biên bản.",
      );
    if ((await minutesOf(work.tx, session.id)).some(({ kind }) => kind === "issued"))
      return movedOn("already-issued", "Biên bản của phiên này đã được lập.");
    const document = minutesDocument(await minutesFactsOf(work.tx, whole, null));
    const name = `Biên bản - ${session.title}`;
    const { bytes } = await printPdf(document);
    const pdf = await keepFile(work.tx, { name: `${name}.pdf`, bytes }, work.at);
    if (isRefusal(pdf)) return pdf;
    const docx = await keepFile(work.tx, { name: `${name}.docx`, bytes: await printDocx(document) }, work.at);
    if (isRefusal(docx)) return docx;
    const minutes = { kind: "issued" as const, number: null, day: null, fileName: name };
    await saveMinutes(
      work.tx,
      { session: session.id, ...minutes, pdf: pdf.hash, docx: docx.hash },
      work.actor,
    );
    work.record("council-session.minutes-issued", session.id, { pdf: pdf.hash, docx: docx.hash });
    return session.id;
  },
});

interface Signed {
  readonly sessionId: number;
  readonly number: string;
  readonly day: Day;
  /** Token of the staged scan. */
  readonly file: string;
}

/** The signed copy comes back as a scan with its number and day. */
export const attachSignedMinutes = act({
  name: "council-session.attach-minutes",
  async run(work, { sessionId, number, day, file }: Signed): Promise<number | Refusal> {
    const loaded = await loadSession(work, sessionId);
    if (isRefusal(loaded)) return loaded;
    const { session } = loaded;
    const allowed = mayPrepare(work.actor, loaded.council);
    if (isRefusal(allowed)) return allowed;
    if (session.state !== "closed") return movedOn("not-closed", "Phiên này chưa bế mạc.");
    if (day < session.day || day > work.day)
      return refuse("wrong-day", "Ngày biên bản phải từ ngày họp đến hôm nay.", { field: "day" });
    const staged = await stagedFile(work.tx, work.actor.account ?? "system", file, work.at);
    if (!staged) return refuse("file-gone", "Tệp đã chọn quá 24 giờ; hãy chọn lại.", { field: "scan" });
    const minutes = { kind: "signed" as const, number, day, fileName: staged.name, docx: null };
    await saveMinutes(work.tx, { session: session.id, ...minutes, pdf: staged.hash }, work.actor);
    work.record("council-session.minutes-signed", session.id, { number, day, file: staged.hash });
    return session.id;
  },
});
