import { createHmac } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { anActor, world } from "../../test/world.ts";
import { act } from "./act.ts";
import { reader } from "./db.ts";
import { isRefusal } from "./refusal.ts";
import { giveCode, hashPassword, proveAnew, sessionOf, signIn } from "./sign-in.acts.ts";
import { addAccount, endOtherSessions, openSessions } from "./sign-in.store.ts";
import { auth, openSignIn } from "./sign-in.ts";

const here = world();
const password = "mật khẩu dài 2026";
const accounts: Record<string, string> = {};

const makeAccount = act({
  name: "test.account",
  async run(work, input: { username: string }) {
    const passwordHash = await hashPassword(password);
    return addAccount(work.tx, { username: input.username, name: "Lò Thị Thử", passwordHash }, work.at);
  },
});

beforeAll(async () => {
  openSignIn({ address: "http://localhost:3000", identityProvider: null });
  for (const username of ["lo.thu", "bi.khoa", "hai.lop", "nhieu.phien"]) {
    const made = await makeAccount(anActor(), { username });
    if (isRefusal(made)) throw new Error(made.sentence);
    accounts[username] = made;
  }
});

const enter = (username: string, typed = password) =>
  signIn({ username, password: typed }, new Headers(), "192.0.2.1");

const cookiesOf = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });

async function entered(username: string): Promise<Headers> {
  const step = await enter(username);
  if (isRefusal(step)) throw new Error(step.sentence);
  return cookiesOf(step.cookies);
}

test("the right password opens a session, whatever the case of the name", async () => {
  const step = await enter("LO.Thu");
  if (isRefusal(step)) throw new Error(step.sentence);
  expect(step.secondFactor).toBe(false);
  expect((await sessionOf(cookiesOf(step.cookies), new Date()))?.account).toBe(accounts["lo.thu"]);
  expect(step.cookies.every((cookie) => /HttpOnly/i.test(cookie) && /SameSite=Lax/i.test(cookie))).toBe(true);
});

test("an unknown name and a wrong password are refused with the same words", async () => {
  const unknown = await enter("khong.co");
  const wrong = await enter("lo.thu", "sai");
  expect(unknown).toEqual(wrong);
  expect(unknown).toMatchObject({ refusal: "wrong-name-or-password" });
});

test("five wrong passwords close the account even to the right one", async () => {
  for (let tries = 0; tries < 5; tries += 1) await enter("bi.khoa", "sai");
  expect(await enter("bi.khoa")).toMatchObject({ refusal: "too-many-attempts" });
});

test("with the second factor on, a session begins only after the code", async () => {
  const headers = await entered("hai.lop");
  const begun = await auth().api.enableTwoFactor({ body: { password }, headers });
  if (begun.method !== "totp") throw new Error("no code was offered");
  const secret = new URL(begun.totpURI).searchParams.get("secret") ?? "";
  await auth().api.verifyTOTP({ body: { code: totp(secret) }, headers });

  const step = await enter("hai.lop");
  if (isRefusal(step)) throw new Error(step.sentence);
  expect(step.secondFactor).toBe(true);
  expect(await sessionOf(cookiesOf(step.cookies), new Date())).toBeNull();
  const wrong = await giveCode({ code: "000000", written: false }, cookiesOf(step.cookies), "192.0.2.1");
  expect(wrong).toMatchObject({ refusal: "wrong-code", field: "code" });
  const second = await giveCode({ code: totp(secret), written: false }, cookiesOf(step.cookies), "192.0.2.1");
  if (isRefusal(second)) throw new Error(second.sentence);
  expect((await sessionOf(cookiesOf(second.cookies), new Date()))?.account).toBe(accounts["hai.lop"]);
});

test("a final act's proof asks for the password and lasts ten minutes", async () => {
  const headers = await entered("lo.thu");
  const session = (await sessionOf(headers, new Date()))!;
  const actor = anActor({ account: session.account, at: new Date("2026-03-02T02:00:00Z") });
  expect(await proveAnew(actor, { session: session.id, password: "sai" })).toMatchObject({
    field: "password",
  });
  expect(await proveAnew(actor, { session: session.id, password })).toEqual({
    until: new Date("2026-03-02T02:10:00Z"),
  });
  expect((await sessionOf(headers, new Date()))?.provedUntil).toEqual(new Date("2026-03-02T02:10:00Z"));
});

test("sessions are listed, and the others end together", async () => {
  const first = await entered("nhieu.phien");
  const second = await entered("nhieu.phien");
  const owner = accounts["nhieu.phien"]!;
  expect(await openSessions(reader(), owner, new Date())).toHaveLength(2);
  const kept = (await sessionOf(first, new Date()))!;
  await here.arrange((tx) => endOtherSessions(tx, owner, kept.id));
  expect((await openSessions(reader(), owner, new Date())).map((session) => session.id)).toEqual([kept.id]);
  expect(await sessionOf(second, new Date())).toBeNull();
});

/** RFC 6238 with the usual parameters, written out so that the test does not lean on the library it tests. */
function totp(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/=+$/, "")]
    .map((one) => alphabet.indexOf(one).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = digest[19]! & 15;
  return `${(digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000}`.padStart(6, "0");
}
