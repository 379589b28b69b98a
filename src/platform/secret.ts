import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Secrets kept outside the database, in files only the program's user can read. Losing the folder
 * `secrets` means losing what was sealed with it, so a backup holds it too.
 */
let root: Buffer | null = null;
let secrets: string | null = null;

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Opens the root secret of a data folder, made on the first start. */
export function openSecrets(dataFolder: string): void {
  const folder = join(dataFolder, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "root.key");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(KEY_BYTES).toString("base64url"), { mode: 0o600, flag: "wx" });
    chmodSync(file, 0o600);
  }
  root = Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  secrets = folder;
}

/** Where a secret too long for the root's own derivations is kept: a sealed file beside the root. */
export function secretFile(name: string): string {
  if (!secrets) throw new Error("secrets are not open");
  return join(secrets, name);
}

/** A key for one purpose, derived from the root (HKDF, RFC 5869). */
export function keyFor(purpose: string): Buffer {
  if (!root) throw new Error("secrets are not open");
  return Buffer.from(hkdfSync("sha256", root, "", purpose, KEY_BYTES));
}

/** Encrypts a short text such as a civil number (AES-256-GCM). */
export function seal(text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor("sealed text"), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Decrypts what `seal` made; throws when it was altered or sealed with another key. */
export function open(bytes: Uint8Array): string {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor("sealed text"), nonce);
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString("utf8");
}

/** The same text gives the same index, which tells nothing about the text without the key. */
export const blindIndex = (text: string): string =>
  createHmac("sha256", keyFor("blind index")).update(text).digest("base64url");
