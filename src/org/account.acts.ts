import { act, type Work } from "../platform/act.ts";
import { isRefusal, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { accountNamed, addAccount, endOtherSessions, setPasswordHash } from "../platform/sign-in.store.ts";
import { mayKeepAccounts } from "./person.may.ts";
import { accountOf, lockPerson, removeAccount, saveAccount } from "./person.store.ts";
import { decideUsername } from "./person.ts";
import { withinPerson } from "./post.store.ts";
import { hasProved } from "./reach.ts";

/** Opens an account for a person on the act's own transaction. The password is a first one, to be changed. */
export const openAccount = act({
  name: "account.open",
  async run(
    work,
    request: { person: number; username: string; passwordHash: string },
  ): Promise<string | Refusal> {
    const person = await lockPerson(work.tx, request.person);
    if (!person) return noSuchPerson;
    const allowed = mayKeepAccounts(work.actor, await withinPerson(work.tx, request.person, work.day));
    if (isRefusal(allowed)) return allowed;
    const proved = hasProved(work.actor);
    if (isRefusal(proved)) return proved;
    const username = decideUsername(request.username);
    if (isRefusal(username)) return username;
    if (await accountOf(work.tx, request.person)) return movedOn("has-account", "Người này đã có tài khoản.");
    if (await accountNamed(work.tx, username))
      return refuse("username-taken", "Tên đăng nhập này đã có người dùng.", { field: "username" });
    const account = await addAccount(
      work.tx,
      { username, name: person.name, passwordHash: request.passwordHash },
      work.at,
    );
    await saveAccount(work.tx, request.person, account, work.at);
    work.record("account.opened", request.person, { username });
    return account;
  },
});

/** Gives a person a new first password and ends their sessions, when they have lost the old one. */
export const resetPassword = act({
  name: "account.reset-password",
  async run(work, request: { person: number; passwordHash: string }): Promise<number | Refusal> {
    const account = await accountToKeep(work, request.person);
    if (isRefusal(account)) return account;
    const proved = hasProved(work.actor);
    if (isRefusal(proved)) return proved;
    await setPasswordHash(work.tx, account, request.passwordHash, work.at);
    await endOtherSessions(work.tx, account, null);
    work.record("account.password-reset", request.person);
    return request.person;
  },
});

/** Closes the account of somebody who has left: it opens nothing any more; what they did stays under their name. */
export const closeAccount = act({
  name: "account.close",
  async run(work, request: { person: number }): Promise<number | Refusal> {
    if (work.actor.person === request.person)
      return refuse(
        "closes-own-account",
        "Không tự đóng tài khoản của chính mình; hãy nhờ người quản trị khác.",
      );
    const account = await accountToKeep(work, request.person);
    if (isRefusal(account)) return account;
    await endOtherSessions(work.tx, account, null);
    await removeAccount(work.tx, account);
    work.record("account.closed", request.person);
    return request.person;
  },
});

async function accountToKeep(work: Work, person: number): Promise<string | Refusal> {
  if (!(await lockPerson(work.tx, person))) return noSuchPerson;
  const allowed = mayKeepAccounts(work.actor, await withinPerson(work.tx, person, work.day));
  if (isRefusal(allowed)) return allowed;
  const account = await accountOf(work.tx, person);
  return account ?? movedOn("no-account", "Người này không có tài khoản.");
}

const noSuchPerson = refuse("no-such-person", "Không có người này.");
