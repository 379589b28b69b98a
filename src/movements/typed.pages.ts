import type { Actor } from "../platform/actor.ts";
import { clockOf } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { emptyForm, type FormState, type Typed } from "../web/form.ts";
import { type Context, formOf } from "../web/http.ts";
import { dropTyped, keepTyped } from "./typed.acts.ts";
import { findTyped } from "./typed.store.ts";

/** A form as it is opened: with what was typed before and not sent, when there is something. */
export interface OpenedForm {
  readonly state: FormState;
  /** When the draft was saved, as `10:42`. */
  readonly savedAt: string | undefined;
}

export async function openForm(actor: Actor, form: string): Promise<OpenedForm> {
  const kept = await findTyped(reader(), actor.account, form);
  return kept
    ? { state: { errors: {}, typed: kept.typed }, savedAt: clockOf(kept.savedAt) }
    : { state: emptyForm, savedAt: undefined };
}

/** Saves what a form holds now; answers nothing, since the form says it itself. */
export async function keepForm(c: Context, actor: Actor, form: string): Promise<Response> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of await formOf(c)) {
    if (typeof value !== "string" || name === "key") continue;
    typed[name.replace(/\[\]$/, "")] = [...(typed[name.replace(/\[\]$/, "")] ?? []), value.normalize("NFC")];
  }
  await keepTyped({ ...actor, key: null }, { form, typed: typed as Typed });
  return c.json({ kept: true });
}

export const closeForm = async (actor: Actor, form: string): Promise<void> => {
  await dropTyped({ ...actor, key: null }, { form });
};
