import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { open, seal, secretFile } from "../platform/secret.ts";
import { readSettings } from "../platform/settings.ts";
import { makeTestKey, type SigningKey } from "./sign-pdf-authority.ts";

/**
 * Where the body's signing key comes from: the PKCS#12 file that the settings name, or, where none is set,
 * a key of the test authority made on the first signature and kept, sealed, beside the other secrets.
 */
export interface Signing {
  /** What @libpdf/core signs with. */
  readonly signer: import("@libpdf/core").Signer;
  /** The certificates whose word counts here, in DER. */
  readonly trusted: readonly Uint8Array[];
  /** The key proves nothing towards others. */
  readonly test: boolean;
}

const TEST_BODY = "Cơ quan dùng thử phần mềm Thi Đua";

let opened: { readonly of: string; readonly signing: Promise<Signing> } | null = null;

/** The signing of this body; made or read once. */
export function openSigning(): Promise<Signing> {
  const { signing } = readSettings(process.env, []);
  const of = signing ? signing.file : secretFile("test-signing.key");
  if (opened?.of !== of)
    opened = { of, signing: signing ? ownSigning(signing.file, signing.password) : testSigning(of) };
  return opened.signing;
}

async function ownSigning(file: string, password: string): Promise<Signing> {
  const { P12Signer } = await import("@libpdf/core");
  const signer = await P12Signer.create(new Uint8Array(await readFile(file)), password, { buildChain: true });
  return { signer, trusted: [signer.certificate, ...signer.certificateChain], test: false };
}

async function testSigning(file: string): Promise<Signing> {
  const { CryptoKeySigner } = await import("@libpdf/core");
  const { key, certificate, authority } = await testKey(file);
  const signer = new CryptoKeySigner(key, certificate, "EC", "ECDSA", [authority]);
  return { signer, trusted: [authority], test: true };
}

async function testKey(file: string): Promise<SigningKey> {
  if (!existsSync(file)) await keep(file, await makeTestKey(TEST_BODY));
  const kept = JSON.parse(open(await readFile(file))) as Readonly<
    Record<"key" | "certificate" | "authority", string>
  >;
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("pkcs8", bytes(kept.key), algorithm, false, ["sign"]);
  return { key, certificate: bytes(kept.certificate), authority: bytes(kept.authority) };
}

/** Whoever comes second finds the first one's file and uses that. */
async function keep(file: string, made: SigningKey): Promise<void> {
  const text = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString("base64");
  const kept = {
    key: text(new Uint8Array(await crypto.subtle.exportKey("pkcs8", made.key))),
    certificate: text(made.certificate),
    authority: text(made.authority),
  };
  try {
    await writeFile(file, seal(JSON.stringify(kept)), { mode: 0o600, flag: "wx" });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  }
}
