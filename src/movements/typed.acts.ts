import { act } from "../platform/act.ts";
import { mayNot, type Refusal } from "../platform/refusal.ts";
import { forgetTyped, saveTyped, type TypedDraft } from "./typed.store.ts";

interface KeepInput {
  readonly form: string;
  readonly typed: TypedDraft["typed"];
}

/** Keeps what is being typed, so that nothing is lost before it is sent. Only its author sees it. */
export const keepTyped = act({
  name: "movement.keep-typed",
  async run(work, { form, typed }: KeepInput): Promise<true | Refusal> {
    if (work.actor.account === null) return mayNot("no-account", "Bản nháp chỉ giữ cho người đăng nhập.");
    await saveTyped(work.tx, work.actor.account, form, typed, work.at);
    return true;
  },
});

/** The form was sent, or its draft is not wanted any more. */
export const dropTyped = act({
  name: "movement.drop-typed",
  async run(work, { form }: { form: string }): Promise<true> {
    if (work.actor.account !== null) await forgetTyped(work.tx, work.actor.account, form);
    return true;
  },
});
