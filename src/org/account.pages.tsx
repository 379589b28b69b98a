import { isRefusal } from "../platform/refusal.ts";
import { hashPassword, makePassword } from "../platform/sign-in.acts.ts";
import { usernameOf } from "../platform/sign-in.store.ts";
import { fold } from "../platform/vietnamese.ts";
import { emptyForm, type FormState, hasErrors } from "../web/form.ts";
import {
  actorOf,
  type Context,
  formOf,
  frameOf,
  idOf,
  newKey,
  pages,
  read,
  readerOf,
  show,
  toProof,
} from "../web/http.ts";
import { closeAccount, openAccount, resetPassword } from "./account.acts.ts";
import { AccountView, KeptAccountView } from "./account.view.tsx";
import { AccountForm, PasswordForm } from "./person.form.ts";
import { mayKeepAccounts } from "./person.may.ts";
import { answer, personToKeep } from "./person.pages.tsx";
import { accountOf } from "./person.store.ts";
import { hasProved } from "./reach.ts";

/** Accounts of people: opened, given a new password, closed, by the administrator. */
export function accountPages() {
  const accounts = pages();
  const at = (noun: string) => `/to-chuc/nguoi/:id{[0-9]+}/${noun}`;

  accounts.get(at("tai-khoan"), async (c) => {
    await personToKeep(c, mayKeepAccounts);
    return isRefusal(hasProved(actorOf(c)))
      ? toProof(c, c.req.path)
      : show(c, await accountView(c, emptyForm));
  });
  accounts.post(at("tai-khoan"), async (c) => {
    const person = await personToKeep(c, mayKeepAccounts);
    const form = await read(c, AccountForm);
    const view = (state: FormState) => accountView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const { username, password } = form.values;
    const outcome = await openAccount(actorOf(c), {
      ...{ person: person.id, username, passwordHash: await hashPassword(password) },
    });
    if (isUnproved(outcome)) return toProof(c, c.req.path);
    const opened = isRefusal(outcome) ? outcome : person.id;
    return answer(c, opened, form.typed, view, `Đã mở tài khoản ${username}.`);
  });

  accounts.get(at("mat-khau-tam"), (c) => c.redirect(`/to-chuc/nguoi/${idOf(c)}/tai-khoan`, 303));
  accounts.post(at("mat-khau-tam"), async (c) => {
    const person = await personToKeep(c, mayKeepAccounts);
    const form = await read(c, PasswordForm);
    const view = (state: FormState) => accountView(c, state);
    if (hasErrors(form)) return show(c, view(form), 422);
    const passwordHash = await hashPassword(form.values.password);
    const outcome = await resetPassword(actorOf(c), { person: person.id, passwordHash });
    if (isUnproved(outcome)) return toProof(c, `/to-chuc/nguoi/${person.id}/tai-khoan`);
    return answer(
      c,
      outcome,
      form.typed,
      view,
      "Đã đặt mật khẩu tạm mới; mọi phiên của người này đã kết thúc.",
    );
  });

  accounts.get(at("ban-dong-tai-khoan"), (c) => c.redirect(`/to-chuc/nguoi/${idOf(c)}/tai-khoan`, 303));
  accounts.post(at("ban-dong-tai-khoan"), async (c) => {
    const person = await personToKeep(c, mayKeepAccounts);
    await formOf(c);
    const outcome = await closeAccount(actorOf(c), { person: person.id });
    return answer(c, outcome, {}, (state) => accountView(c, state), "Đã đóng tài khoản.");
  });

  return accounts;
}

const isUnproved = (outcome: unknown): boolean => isRefusal(outcome) && outcome.refusal === "not-proved";

async function accountView(c: Context, state: FormState) {
  const person = await personToKeep(c, mayKeepAccounts);
  const account = await accountOf(readerOf(c), person.id);
  if (account !== null) {
    const username = (await usernameOf(readerOf(c), account)) ?? "";
    const password = makePassword();
    return (
      <KeptAccountView
        frame={await frameOf(c)}
        state={state}
        formKey={newKey()}
        {...{ person, username, password }}
      />
    );
  }
  const suggested = { username: usernameFor(person.name), password: makePassword() };
  return (
    <AccountView
      frame={await frameOf(c)}
      state={state}
      formKey={newKey()}
      person={person}
      suggested={suggested}
    />
  );
}

/** `Lò Văn Chương` → `chuong.lv`: given name, then the first letters of the others. */
function usernameFor(name: string): string {
  const words = fold(name)
    .replace(/[^a-z ]/g, "")
    .split(" ")
    .filter(Boolean);
  const given = words.pop() ?? "";
  return `${given}.${words.map((word) => word.charAt(0)).join("")}`.slice(0, 30);
}
