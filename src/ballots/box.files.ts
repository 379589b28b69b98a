import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { secretFile } from "../platform/secret.ts";

/**
 * The outer wrapping of ballots while a vote is held. Envelopes lie in the database wrapped with a key of their
 * vote, kept in a file beside the database and destroyed at closing: the write-ahead log and the backups of
 * the voting hour, which do tell which transaction cast what, then hold nothing that any key can open.
 */
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const fileOf = (poll: number): string => secretFile(`ballot-box-${poll}.key`);

/** Makes the key of a box; on the disk before the vote can begin. */
export async function makeBox(poll: number): Promise<void> {
  mkdirSync(dirname(fileOf(poll)), { recursive: true, mode: 0o700 });
  const file = await open(fileOf(poll), "w", 0o600);
  await file.write(randomBytes(KEY_BYTES));
  await file.sync();
  await file.close();
}

/** The key of a box; null when it is gone, and with it every ballot that was cast into it. */
export async function boxKey(poll: number): Promise<Buffer | null> {
  try {
    return await readFile(fileOf(poll));
  } catch {
    return null;
  }
}

/** Overwrites the key and takes its file away; nothing when there is none. */
export async function destroyBox(poll: number): Promise<void> {
  const file = fileOf(poll);
  const found = await stat(file).catch(() => null);
  if (!found) return;
  const handle = await open(file, "r+");
  await handle.write(randomBytes(KEY_BYTES), 0, KEY_BYTES, 0);
  await handle.sync();
  await handle.close();
  await rm(file, { force: true });
}

/**
 * Wraps an envelope for lying in the box. The nonce is drawn from the envelope itself, so that one copied from
 * another voter lies as the very same bytes and is refused by the table's key: copied ballots would double a vote
 * and betray it.
 */
export function wrap(key: Uint8Array, envelope: Uint8Array): Buffer {
  const nonceKey = createHmac("sha256", key).update("nonce").digest();
  const nonce = createHmac("sha256", nonceKey).update(envelope).digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const wrapped = Buffer.concat([cipher.update(envelope), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), wrapped]);
}

/** Takes the wrapping off; throws when the box's key is another one. */
export function unwrap(key: Uint8Array, wrapped: Uint8Array): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, wrapped.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(wrapped.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
