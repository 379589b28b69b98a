import { expect, test } from "vitest";
import { fromBase32, grouped, toBase32 } from "./base32.ts";
import {
  makePair,
  openerFor,
  openSlip,
  placeOf,
  sealedBytes,
  sealerFor,
  sealSlip,
} from "./envelope.cipher.ts";
import { cutSessionKey, joinShares, lockFor, readShare, unlockShare } from "./session-key.cipher.ts";
import { SLIP_BYTES } from "./slip.ts";
import { codesOf, newOwnCode, readOwnCode } from "./tracking.cipher.ts";

const mark = "cuoc-bo-phieu-1";

test("base 32 reads back what it wrote, also with small letters, strokes, O for 0 and L for 1", () => {
  const bytes = Uint8Array.of(0, 1, 127, 128, 255, 16, 33);
  expect(fromBase32(toBase32(bytes))).toEqual(bytes);
  expect(toBase32(Uint8Array.of(0, 64))).toBe("0100");
  expect(fromBase32("olOo")).toEqual(Uint8Array.of(0, 64));
  expect(grouped("ABCDEFG", 3)).toBe("ABC-DEF-G");
  expect(fromBase32("ABCU")).toBeNull();
});

test("envelopes of different answers have one length and open only in their own place", async () => {
  const pair = await makePair();
  const [seal, open] = [await sealerFor(pair.publicKey), await openerFor(pair)];
  const place = placeOf(mark, 1);
  const yes = await sealSlip(seal, place, "yes");
  const many = await sealSlip(seal, place, "1,2,3,4,5,6,7");
  expect([yes.length, many.length]).toEqual([sealedBytes(SLIP_BYTES), sealedBytes(SLIP_BYTES)]);
  expect(await openSlip(open, place, yes)).toBe("yes");
  expect(await openSlip(open, place, many)).toBe("1,2,3,4,5,6,7");
  expect(await openSlip(open, placeOf(mark, 2), yes)).toBeNull();
  expect(await openSlip(open, placeOf("other", 1), yes)).toBeNull();
  expect(await openSlip(await openerFor(await makePair()), place, yes)).toBeNull();
});

test("any two of the three shares open, one alone or a foreign one does not", async () => {
  const locks = [await lockFor("cụm mật khẩu thứ nhất"), await lockFor("cụm mật khẩu thứ hai")] as const;
  const cut = await cutSessionKey(mark, locks);
  const other = await cutSessionKey(mark, locks);
  const held = (at: 0 | 1) => ({ ...locks[at], sealed: cut.sealed[at]! });
  const first = (await unlockShare(mark, "cụm mật khẩu thứ nhất", held(0)))!;
  const second = (await unlockShare(mark, " cụm mật khẩu thứ hai", held(1)))!;
  const third = readShare(mark, cut.recovery.toLowerCase())!;
  const foreign = readShare(mark, other.recovery)!;
  const whole = await joinShares(cut.publicKey, [first, second]);
  expect(whole).toHaveLength(32);
  expect(await joinShares(cut.publicKey, [first, third])).toEqual(whole);
  expect(await joinShares(cut.publicKey, [third, second])).toEqual(whole);
  expect(await joinShares(cut.publicKey, [first, foreign])).toBeNull();
  expect(await joinShares(cut.publicKey, [first, first])).toBeNull();
  expect(await unlockShare(mark, "cụm mật khẩu sai", held(0))).toBeNull();
});

test("a recovery share mistyped or of another vote is known as such", async () => {
  const locks = [await lockFor("một hai ba bốn"), await lockFor("năm sáu bảy tám")] as const;
  const { recovery } = await cutSessionKey(mark, locks);
  const mistyped = (recovery[0] === "2" ? "3" : "2") + recovery.slice(1);
  expect(readShare(mark, mistyped)).toBeNull();
  expect(readShare("other", recovery)).toBeNull();
  expect(readShare(mark, recovery.slice(0, 20))).toBeNull();
});

test("one own code gives each slip a code of its own, the same each time", async () => {
  const own = newOwnCode();
  expect(own).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(readOwnCode(own.toLowerCase().replaceAll("-", " "))).toBe(own);
  expect(readOwnCode("ABCD")).toBeNull();
  const codes = await codesOf(own, mark, [1, 2, 3]);
  expect(await codesOf(own.replaceAll("-", ""), mark, [3, 2, 1])).toEqual([...codes].reverse());
  expect(new Set([...codes, ...(await codesOf(own, "other", [1, 2, 3]))]).size).toBe(6);
});
