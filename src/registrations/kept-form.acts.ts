import { act } from "../platform/act.ts";
import { dropKeptForm, type KeptWords, saveKeptForm } from "./kept-form.store.ts";

/** Keeps what is being typed, so that nothing is lost with the session or the page. */
export const keepForm = act({
  name: "registration.keep-form",
  async run(work, input: { form: string; typed: KeptWords }): Promise<true> {
    if (work.actor.account) await saveKeptForm(work.tx, work.actor.account, input.form, input.typed, work.at);
    return true;
  },
});

/** Once a form has been taken, its draft has served. */
export const forgetForm = act({
  name: "registration.forget-form",
  async run(work, input: { form: string }): Promise<true> {
    if (work.actor.account) await dropKeptForm(work.tx, work.actor.account, input.form);
    return true;
  },
});
