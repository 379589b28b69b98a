import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { padded, unpadded } from "./slip.ts";

/**
 * Sealing and opening by HPKE (RFC 9180: DHKEM X25519, HKDF-SHA256, AES-256-GCM) on WebCrypto alone, so that the
 * voter's browser, the program, the recount and the offline page all run these same lines.
 */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const KEY_BYTES = 32;
const TAG_BYTES = 16;

export interface Pair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** Bytes of something sealed: its own key, the text, the tag. */
export const sealedBytes = (plain: number): number => KEY_BYTES + plain + TAG_BYTES;

/** What an envelope is bound to: one question of one vote. It opens in no other place. */
export const placeOf = (mark: string, question: number): string => `thidua/phieu/1/${mark}/${question}`;

export const makePair = async (): Promise<Pair> => rawPair(await suite.kem.generateKeyPair());

/** The pair that a secret of 32 bytes always gives. */
export const pairFrom = async (secret: Uint8Array): Promise<Pair> =>
  rawPair(await suite.kem.deriveKeyPair(bufferOf(secret)));

async function rawPair({ publicKey, privateKey }: CryptoKeyPair): Promise<Pair> {
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(publicKey)),
    secretKey: new Uint8Array(await suite.kem.serializePrivateKey(privateKey)),
  };
}

/** Seals bytes to one public key, read once. */
export type Sealer = (place: string, plain: Uint8Array) => Promise<Uint8Array>;

export async function sealerFor(publicKey: Uint8Array): Promise<Sealer> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bufferOf(publicKey));
  return async (place, plain) => {
    const info = bufferOf(new TextEncoder().encode(place));
    const { enc, ct } = await suite.seal({ recipientPublicKey, info }, bufferOf(plain), info);
    const whole = new Uint8Array(enc.byteLength + ct.byteLength);
    whole.set(new Uint8Array(enc));
    whole.set(new Uint8Array(ct), enc.byteLength);
    return whole;
  };
}

/** Opens what was sealed for one place; null when it was made for another place or key, or altered. */
export type Opener = (place: string, sealed: Uint8Array) => Promise<Uint8Array | null>;

/** The pair is read once: finding its public half anew for every envelope would cost more than opening it. */
export async function openerFor(pair: Pair): Promise<Opener> {
  const recipientKey = {
    privateKey: await suite.kem.deserializePrivateKey(bufferOf(pair.secretKey)),
    publicKey: await suite.kem.deserializePublicKey(bufferOf(pair.publicKey)),
  };
  return async (place, sealed) => {
    const info = bufferOf(new TextEncoder().encode(place));
    try {
      const enc = bufferOf(sealed.subarray(0, KEY_BYTES));
      return new Uint8Array(
        await suite.open({ recipientKey, enc, info }, bufferOf(sealed.subarray(KEY_BYTES)), info),
      );
    } catch {
      return null;
    }
  };
}

/** Seals one slip. */
export const sealSlip = (seal: Sealer, place: string, slip: string): Promise<Uint8Array> =>
  seal(place, padded(slip));

/** The text of a sealed slip; null when it opens to nothing, which is an invalid paper. */
export async function openSlip(open: Opener, place: string, sealed: Uint8Array): Promise<string | null> {
  const bytes = await open(place, sealed);
  return bytes === null ? null : unpadded(bytes);
}

/** Whether the two halves belong together: what is sealed to the one opens with the other. */
export async function isPair(pair: Pair): Promise<boolean> {
  const [seal, open] = [await sealerFor(pair.publicKey), await openerFor(pair)];
  return (await open("probe", await seal("probe", Uint8Array.of(1)))) !== null;
}

/** A copy that stands alone: WebCrypto takes the whole buffer behind a view. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
