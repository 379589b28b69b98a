import { createHash, randomBytes } from "node:crypto";
import { act } from "./act.ts";
import type { Instant } from "./day.ts";
import { reader } from "./db.ts";
import {
  attemptsFromAddress,
  countAttempt,
  forgetAttempts,
  secondsClosed,
  wrongPasswords,
} from "./limits.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "./refusal.ts";
import {
  endOtherSessions,
  endSession,
  openSession,
  passwordHashOf,
  removePasskey,
  saveProof,
  setPasswordHash,
} from "./sign-in.store.ts";
import { auth } from "./sign-in.ts";

/** What a step through the door answers: cookies to hand on, and whether a code is still asked for. */
export interface Step {
  readonly cookies: readonly string[];
  readonly secondFactor: boolean;
}

const PROOF_MINUTES = 10;

/** One sentence for every fault of name or password, so that nobody learns which accounts exist. */
const wrong = refuse(
  "wrong-name-or-password",
  "Tên đăng nhập hoặc mật khẩu không đúng. Hãy nhập lại; sau 5 lần sai, tài khoản tạm khóa 15 phút.",
);

const closedFor = (seconds: number): Refusal =>
  refuse(
    "too-many-attempts",
    `Đã thử sai quá nhiều lần. Hãy thử lại sau ${Math.ceil(seconds / 60)} phút hoặc nhờ người quản trị đặt lại mật khẩu.`,
  );

/** Signs in by username and password. A right password opens nothing while the account is closed. */
export async function signIn(
  typed: { username: string; password: string },
  headers: Headers,
  ip: string,
): Promise<Step | Refusal> {
  const name = typed.username.trim().toLowerCase();
  const closed = (await countAttempt(attemptsFromAddress, ip)) || (await secondsClosed(wrongPasswords, name));
  if (closed) return closedFor(closed);
  try {
    const { headers: answer, response } = await auth().api.signInUsername({
      body: { username: name, password: typed.password },
      headers,
      returnHeaders: true,
    });
    await forgetAttempts(wrongPasswords, name);
    const secondFactor = response !== null && typeof response === "object" && "twoFactorRedirect" in response;
    return { cookies: answer.getSetCookie(), secondFactor };
  } catch (fault) {
    if (!isSignInFault(fault)) throw fault;
    await countAttempt(wrongPasswords, name);
    return wrong;
  }
}

/** The code of the authenticator, or one of the ten written down, after the password. */
export async function giveCode(
  typed: { code: string; written: boolean },
  headers: Headers,
  ip: string,
): Promise<Step | Refusal> {
  const closed = await countAttempt(attemptsFromAddress, ip);
  if (closed) return closedFor(closed);
  const code = typed.code.replace(/\s/g, "");
  try {
    const { headers: answer } = typed.written
      ? await auth().api.verifyBackupCode({ body: { code }, headers, returnHeaders: true })
      : await auth().api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
    return { cookies: answer.getSetCookie(), secondFactor: false };
  } catch (fault) {
    if (!isSignInFault(fault)) throw fault;
    return refuse("wrong-code", "Mã không đúng hoặc đã hết hạn. Hãy nhập mã mới trên ứng dụng xác thực.", {
      field: "code",
    });
  }
}

export async function signOut(headers: Headers): Promise<readonly string[]> {
  const { headers: answer } = await auth().api.signOut({ headers, returnHeaders: true });
  return answer.getSetCookie();
}

export interface KnownSession {
  readonly id: string;
  readonly account: string;
  readonly provedUntil: Instant | null;
}

/** The open session of a request, or null: one that was revoked is closed at once, whatever its cookie says. */
export async function sessionOf(headers: Headers, at: Instant): Promise<KnownSession | null> {
  const found = await auth().api.getSession({ headers });
  const open = found && (await openSession(reader(), found.session.id, at));
  return found && open ? { id: found.session.id, account: found.user.id, ...open } : null;
}

/** Proves anew, by password, that it is the person: final acts ask for it (step-up), for ten minutes. */
export const proveAnew = act({
  name: "session.prove",
  async run(work, input: { session: string; password: string }): Promise<Refusal | { until: Instant }> {
    const account = work.actor.account ?? "";
    const right = await isPasswordOf(account, input.password);
    if (isRefusal(right)) return right;
    const until = new Date(work.at.getTime() + PROOF_MINUTES * 60_000);
    await saveProof(work.tx, input.session, until);
    work.record("session.proved", account);
    return { until };
  },
});

/** Changes one's own password; every other session of the account ends. */
export const changePassword = act({
  name: "account.change-password",
  async run(
    work,
    input: { session: string; password: string; next: string },
  ): Promise<Refusal | { done: true }> {
    const account = work.actor.account ?? "";
    const right = await isPasswordOf(account, input.password);
    if (isRefusal(right)) return right;
    await setPasswordHash(work.tx, account, await hashPassword(input.next), work.at);
    await endOtherSessions(work.tx, account, input.session);
    work.record("account.password-changed", account);
    return { done: true };
  },
});

/** Ends one session of one's own, on another device perhaps. */
export const revokeSession = act({
  name: "session.revoke",
  async run(work, input: { session: string }): Promise<Refusal | { done: true }> {
    const account = work.actor.account ?? "";
    if (!(await endSession(work.tx, account, input.session)))
      return movedOn("session-ended", "Phiên này đã kết thúc rồi.");
    work.record("session.revoked", account);
    return { done: true };
  },
});

export const dropPasskey = act({
  name: "passkey.remove",
  async run(work, input: { passkey: string }): Promise<Refusal | { done: true }> {
    const account = work.actor.account ?? "";
    if (!(await removePasskey(work.tx, account, input.passkey)))
      return movedOn("passkey-removed", "Khóa này đã được xóa rồi.");
    work.record("passkey.removed", account);
    return { done: true };
  },
});

export const hashPassword = async (password: string): Promise<string> =>
  (await auth().$context).password.hash(password);

/** A password to hand over on paper: 16 letters and digits that nobody confuses. */
export function makePassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const bytes = randomBytes(16);
  return [...bytes].map((byte) => letters[byte % letters.length]).join("");
}

/** The one-time code that opens the set-up page: only its hash is kept. */
export const hashCode = (code: string): string =>
  createHash("sha256")
    .update(code.replace(/[^a-z0-9]/gi, "").toLowerCase())
    .digest("hex");

async function isPasswordOf(account: string, password: string): Promise<Refusal | true> {
  const closed = await secondsClosed(wrongPasswords, account);
  if (closed) return closedFor(closed);
  const hash = await passwordHashOf(reader(), account);
  const { password: passwords } = await auth().$context;
  if (hash && (await passwords.verify({ hash, password }))) {
    await forgetAttempts(wrongPasswords, account);
    return true;
  }
  await countAttempt(wrongPasswords, account);
  return refuse("wrong-password", "Mật khẩu không đúng.", { field: "password" });
}

const isSignInFault = (fault: unknown): boolean =>
  fault instanceof Error &&
  fault.name === "APIError" &&
  Number((fault as { statusCode?: number }).statusCode) < 500;
