import { ancestorsOf } from "../org/scope.store.ts";
import { act, type Work } from "../platform/act.ts";
import { stagedFile } from "../platform/files.ts";
import { guard } from "../platform/guards.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { mayKeepLibrary } from "./law.may.ts";
import {
  acknowledgementsOf,
  documentsOfConsequence,
  filesOf,
  lockDocument,
  type NewFile,
  saveAcknowledgement,
  saveDocument,
  saveVersion,
} from "./library.store.ts";
import {
  changesUnder,
  type DocumentFacts,
  decideAcknowledgement,
  decideCorrection,
  decideDocument,
} from "./library.ts";

guard(
  "a_change_is_acknowledged_once",
  movedOn("already-acknowledged", "Thay đổi này đã có người xác nhận xử lý rồi."),
);

/** A staged upload with its text, read before the transaction begins. */
export interface ReadUpload {
  readonly token: string;
  readonly lines: string | null;
  readonly unread: string | null;
}

interface NewDocument {
  readonly body: number;
  readonly facts: DocumentFacts;
  readonly uploads: readonly ReadUpload[];
}

/** Adds a document to the library on behalf of a body. */
export const addDocument = act({
  name: "library.add",
  async run(work, { body, facts, uploads }: NewDocument): Promise<number | Refusal> {
    const allowed = mayKeepLibrary(work.actor, await ancestorsOf(work.tx, body, work.day));
    if (isRefusal(allowed)) return allowed;
    const decided = decideDocument(facts);
    if (isRefusal(decided)) return decided;
    const files = await filesFrom(work, uploads);
    if (isRefusal(files)) return files;
    const id = await saveDocument(work.tx, body);
    await saveVersion(work.tx, { id, version: 1 }, decided, files, work);
    work.record("library.added", id, { symbol: decided.symbol, body, files: files.map(({ file }) => file) });
    return id;
  },
});

interface Correction {
  readonly document: number;
  /** The version that was seen when correcting began. */
  readonly version: number;
  readonly facts: DocumentFacts;
  readonly uploads: readonly ReadUpload[];
  /** Hashes of the files that stay. */
  readonly kept: readonly string[];
}

/** Corrects a document by a new version; those before stay. */
export const correctDocument = act({
  name: "library.correct",
  async run(work, asked: Correction): Promise<number | Refusal> {
    const document = await lockDocument(work.tx, asked.document);
    if (!document) return refuse("no-such-document", "Không có văn bản này trong thư viện.");
    const allowed = mayKeepLibrary(work.actor, await ancestorsOf(work.tx, document.body, work.day));
    if (isRefusal(allowed)) return allowed;
    const decided = decideCorrection(asked.version, document.version, asked.facts);
    if (isRefusal(decided)) return decided;
    const added = await filesFrom(work, asked.uploads);
    if (isRefusal(added)) return added;
    const staying = (await filesOf(work.tx, document.id)).filter(({ file }) => asked.kept.includes(file));
    const files = [
      ...staying.map(({ file, name, lines, unread }) => ({ file, name, lines, unread })),
      ...added,
    ];
    const version = document.version + 1;
    await saveVersion(work.tx, { id: document.id, version }, decided, files, work);
    work.record("library.corrected", document.id, { version, symbol: decided.symbol });
    return document.id;
  },
});

async function filesFrom(work: Work, uploads: readonly ReadUpload[]): Promise<NewFile[] | Refusal> {
  const files: NewFile[] = [];
  for (const { token, lines, unread } of uploads) {
    const staged = await stagedFile(work.tx, work.actor.account ?? "system", token, work.at);
    if (!staged)
      return refuse("file-gone", "Tệp đã chọn không còn hoặc đã quá 24 giờ; hãy chọn lại tệp.", {
        field: "files",
      });
    files.push({ file: staged.hash, name: staged.name, lines, unread });
  }
  return files;
}

interface Acknowledged {
  readonly document: number;
  readonly change: string;
  readonly remarks: string | null;
}

/** Notes that a change under a rule of a body was seen and dealt with. */
export const acknowledgeChange = act({
  name: "library.acknowledge",
  async run(work, { document: id, change, remarks }: Acknowledged): Promise<number | Refusal> {
    const document = await lockDocument(work.tx, id);
    if (!document) return refuse("no-such-document", "Không có văn bản này trong thư viện.");
    const allowed = mayKeepLibrary(work.actor, await ancestorsOf(work.tx, document.body, work.day));
    if (isRefusal(allowed)) return allowed;
    const dealtWith = (await acknowledgementsOf(work.tx, [id])).map((one) => one.change);
    const open = changesUnder(document, await documentsOfConsequence(work.tx), work.day).filter(
      ({ key }) => !dealtWith.includes(key),
    );
    const decided = decideAcknowledgement(change, open);
    if (isRefusal(decided)) return decided;
    await saveAcknowledgement(work.tx, id, decided.key, remarks, work);
    work.record("library.change-acknowledged", id, { change: decided.key });
    return id;
  },
});
