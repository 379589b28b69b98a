import { readLines } from "../documents/read.ts";
import type { Actor } from "../platform/actor.ts";
import type { Reader } from "../platform/db.ts";
import { findFile, findStagedFile } from "../platform/files.store.ts";
import { readKept, stageFile } from "../platform/files.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { ReadUpload } from "./library.acts.ts";

/** The files of a form: those sent now, those staged since it came back, and those a document has already. */
export interface SentFiles {
  readonly uploads: readonly ReadUpload[];
  /** Hashes of files of the document that stay. */
  readonly kept: readonly string[];
  /** Staged ones, to be shown when the form comes back. */
  readonly staged: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  readonly error: string | null;
}

const STAGED_FOR_MS = 24 * 60 * 60 * 1000;
const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Stages what was sent and reads the text of every file; a picture or an old format stays without text. */
export async function filesIn(form: FormData, actor: Actor, reader: Reader): Promise<SentFiles> {
  const before = form.getAll("files-kept").filter((value) => typeof value === "string");
  const tokens = before.filter((value) => !isHash(value));
  let error: string | null = null;
  for (const sent of form.getAll("files")) {
    if (!(sent instanceof File) || sent.size === 0) continue;
    const upload = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
    const staged = await stageFile({ ...actor, key: null }, upload);
    if (isRefusal(staged)) error ??= staged.sentence;
    else tokens.push(staged.token);
  }
  const files = await Promise.all(tokens.map((token) => stagedWithText(token, actor, reader)));
  return {
    uploads: files.map(({ token, lines, unread }) => ({ token, lines, unread })),
    kept: before.filter(isHash),
    staged: files.map(({ token, name, bytes }) => ({ id: token, name, bytes })),
    error,
  };
}

async function stagedWithText(token: string, actor: Actor, reader: Reader) {
  const since = new Date(actor.at.getTime() - STAGED_FOR_MS);
  const staged = await findStagedFile(reader, actor.account ?? "system", token, since);
  if (!staged) return { token, name: "Tệp đã chọn", bytes: 0, lines: null, unread: null };
  const bytes = await readKept(staged.hash);
  const lines = await readLines(bytes);
  const kept = await findFile(reader, staged.hash);
  return {
    token,
    name: staged.name,
    bytes: kept?.bytes ?? bytes.length,
    lines: isRefusal(lines) ? null : lines.map(({ text }) => text).join("\n"),
    unread: isRefusal(lines) ? "Chưa đọc được chữ trong tệp này nên không tìm được theo nội dung." : null,
  };
}
