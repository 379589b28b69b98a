import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";

export type KeptWords = Readonly<Record<string, readonly string[]>>;

/** What an account has typed into a form and not yet sent. */
export async function keptFormOf(
  reader: Reader,
  account: string,
  form: string,
): Promise<{ typed: KeptWords; savedAt: Instant } | null> {
  const row = await reader
    .selectFrom("draft")
    .select(["typed", "saved_at"])
    .where("account", "=", account)
    .where("form", "=", form)
    .executeTakeFirst();
  return row ? { typed: row.typed as KeptWords, savedAt: row.saved_at } : null;
}

export async function saveKeptForm(
  tx: Tx,
  account: string,
  form: string,
  typed: KeptWords,
  at: Instant,
): Promise<void> {
  const saved = { typed: JSON.stringify(typed), saved_at: at };
  await tx
    .insertInto("draft")
    .values({ account, form, ...saved })
    .onConflict((conflict) => conflict.columns(["account", "form"]).doUpdateSet(saved))
    .execute();
}

export async function dropKeptForm(tx: Tx, account: string, form: string): Promise<void> {
  await tx.deleteFrom("draft").where("account", "=", account).where("form", "=", form).execute();
}
