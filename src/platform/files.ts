import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { act } from "./act.ts";
import type { Instant } from "./day.ts";
import type { Tx } from "./db.ts";
import { findStagedFile, type KeptFile, type StagedFile, saveFile, saveStagedFile } from "./files.store.ts";
import { type Refusal, refuse } from "./refusal.ts";

/**
 * Files are kept once by their SHA-256 below the data folder; what they are is sniffed from their
 * bytes, never believed from a name. They are served as downloads only (`web/files.ts`).
 */
export const LARGEST_FILE = 20 * 1024 * 1024;

let folder: string | null = null;

export const openFiles = (path: string): void => {
  folder = path;
};

/** An upload as it came. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps the bytes on disk and notes them in the act's transaction. The bytes are on disk before the
 * note commits, so a note always has its bytes; bytes without a note are harmless.
 */
export async function keepFile(tx: Tx, upload: Upload, at: Instant): Promise<KeptFile | Refusal> {
  const fault = faultOf(upload);
  if (fault) return fault;
  const kept = await keepBytes(upload);
  await saveFile(tx, kept, at);
  return kept;
}

/** Reads the bytes of a hash; throws when they are gone, which `./thidua check` reports. */
export const readKept = (hash: string): Promise<Buffer> => readFile(pathOf(hash));

export const isKept = (hash: string): boolean => existsSync(pathOf(hash));

/** A form's file is kept for 24 hours before the form is valid, so that a failed form loses nothing. */
export const stageFile = act({
  name: "file.stage",
  async run(work, upload: Upload): Promise<StagedFile | Refusal> {
    const kept = await keepFile(work.tx, upload, work.at);
    if ("refusal" in kept) return kept;
    const staged = { token: randomUUID(), hash: kept.hash, name: safeName(upload.name) };
    await saveStagedFile(work.tx, work.actor.account ?? "system", staged, work.at);
    return staged;
  },
});

const STAGED_FOR_MS = 24 * 60 * 60 * 1000;

/** The staged file of this account by its token, or null when it is another's or too old. */
export const stagedFile = (tx: Tx, account: string, token: string, at: Instant): Promise<StagedFile | null> =>
  findStagedFile(tx, account, token, new Date(at.getTime() - STAGED_FOR_MS));

/** A name that is only a name: no folders, no control characters, at most 200 characters, NFC. */
export const safeName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .split(/[\\/]/)
    .at(-1)!
    .slice(-200) || "tep";

function faultOf(upload: Upload): Refusal | null {
  if (upload.bytes.length === 0)
    return refuse(
      "file-empty",
      `Tệp “${safeName(upload.name)}” rỗng. Hãy chọn lại tệp; những gì đã nhập vẫn còn.`,
    );
  if (upload.bytes.length > LARGEST_FILE)
    return refuse(
      "file-too-large",
      `Tệp “${safeName(upload.name)}” lớn hơn 20 MB. Hãy gửi tệp nhỏ hơn; những gì đã nhập vẫn còn.`,
    );
  return null;
}

async function keepBytes(upload: Upload): Promise<KeptFile> {
  const hash = createHash("sha256").update(upload.bytes).digest("hex");
  const path = pathOf(hash);
  if (!existsSync(path)) await writeDurably(path, upload.bytes);
  return { hash, bytes: upload.bytes.length, mediaType: await mediaTypeOf(upload.bytes) };
}

/** Written beside, flushed, then renamed: a program killed in the middle leaves no half file under a hash. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  const handle = await open(unfinished, "wx", 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path).catch(async (fault) => {
    await unlink(unfinished);
    throw fault;
  });
}

async function mediaTypeOf(bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(bytes);
  if (found) return found.mime;
  return isText(bytes) ? "text/plain" : "application/octet-stream";
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !/[\p{Cc}]/u.test(
      new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/[\t\r\n\f]/g, ""),
    );
  } catch {
    return false;
  }
};

function pathOf(hash: string): string {
  if (!folder) throw new Error("the folder of files is not open");
  return join(folder, hash.slice(0, 2), hash.slice(2));
}
