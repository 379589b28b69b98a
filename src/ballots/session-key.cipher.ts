import { createHash, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { combine, split } from "shamir-secret-sharing";
import { fromBase32, grouped, toBase32 } from "./base32.ts";
import { isPair, makePair, openerFor, type Pair, pairFrom, sealerFor } from "./envelope.cipher.ts";

/**
 * The session key of a vote. Its secret half exists whole only inside the two functions below: when it is cut
 * into three shares (Shamir, any two open) and when two shares are put together at the count. Two shares are
 * sealed to keys drawn from the tellers' passphrases, the third goes to paper and nowhere else.
 */
const SHARES = 3;
const NEEDED = 2;
const SALT_BYTES = 16;
const LOCK_BYTES = 32;
const SUM_BYTES = 3;
const SHARE_BYTES = 33;
const PRINTED_GROUP = 5;
/** 2^15 rounds of 8 blocks: 32 MB and about a tenth of a second a guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

const slowly = promisify(scrypt) as (
  passphrase: string,
  salt: Uint8Array,
  bytes: number,
  options: typeof COST,
) => Promise<Buffer>;

/** What stands of a teller's passphrase: enough to seal to it and to know it again, not to guess it quickly. */
export interface Lock {
  readonly salt: Uint8Array;
  readonly lock: Uint8Array;
}

export interface CutKey {
  readonly publicKey: Uint8Array;
  /** One a lock, in their order. */
  readonly sealed: readonly Uint8Array[];
  /** The sealed recovery share as it is printed. */
  readonly recovery: string;
}

const sharePlace = (mark: string): string => `thidua/phan-khoa/1/${mark}`;

/** Makes the lock of a passphrase. */
export async function lockFor(passphrase: string): Promise<Lock> {
  const salt = randomBytes(SALT_BYTES);
  return { salt, lock: (await keyOf(passphrase, salt)).publicKey };
}

async function keyOf(passphrase: string, salt: Uint8Array): Promise<Pair> {
  const secret = await slowly(passphrase.normalize("NFC").trim(), salt, LOCK_BYTES, COST);
  const pair = await pairFrom(secret);
  secret.fill(0);
  return pair;
}

/** Makes a session key and cuts it at once: two shares to the locks, one to paper. */
export async function cutSessionKey(mark: string, locks: readonly [Lock, Lock]): Promise<CutKey> {
  const pair = await makePair();
  const shares = await split(pair.secretKey, SHARES, NEEDED);
  pair.secretKey.fill(0);
  const [first, second, third] = shares as [Uint8Array, Uint8Array, Uint8Array];
  const cut = {
    publicKey: pair.publicKey,
    sealed: [
      await (await sealerFor(locks[0].lock))(sharePlace(mark), first),
      await (await sealerFor(locks[1].lock))(sharePlace(mark), second),
    ],
    recovery: printedShare(mark, third),
  };
  for (const share of shares) share.fill(0);
  return cut;
}

/** A teller's share; null when the passphrase is not the one it was locked with. */
export async function unlockShare(
  mark: string,
  passphrase: string,
  held: Lock & { readonly sealed: Uint8Array },
): Promise<Uint8Array | null> {
  const pair = await keyOf(passphrase, held.salt);
  const open = await openerFor(pair);
  pair.secretKey.fill(0);
  return open(sharePlace(mark), held.sealed);
}

/** The recovery share typed from its paper; null when it is mistyped or belongs to another vote. */
export function readShare(mark: string, typed: string): Uint8Array | null {
  const bytes = fromBase32(typed);
  if (bytes === null || bytes.length < SHARE_BYTES + SUM_BYTES) return null;
  const share = bytes.subarray(0, SHARE_BYTES);
  const sum = bytes.subarray(SHARE_BYTES, SHARE_BYTES + SUM_BYTES);
  return Buffer.compare(sum, sumOf(mark, share)) === 0 ? share : null;
}

const printedShare = (mark: string, share: Uint8Array): string =>
  grouped(toBase32(Buffer.concat([share, sumOf(mark, share)])), PRINTED_GROUP);

const sumOf = (mark: string, share: Uint8Array): Buffer =>
  createHash("sha256").update(mark).update(share).digest().subarray(0, SUM_BYTES);

/** Puts two shares together; null when they do not give the secret half of this public key. */
export async function joinShares(
  publicKey: Uint8Array,
  shares: readonly [Uint8Array, Uint8Array],
): Promise<Uint8Array | null> {
  try {
    const secretKey = await combine([...shares]);
    return (await isPair({ publicKey, secretKey })) ? secretKey : null;
  } catch {
    return null;
  }
}
