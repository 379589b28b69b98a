import type { Instant } from "../platform/day.ts";
import type { Reader, Tx } from "../platform/db.ts";

/** What somebody typed into a form and has not sent yet. */
export interface TypedDraft {
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly savedAt: Instant;
}

export async function findTyped(
  reader: Reader,
  account: string | null,
  form: string,
): Promise<TypedDraft | null> {
  if (account === null) return null;
  const row = await reader
    .selectFrom("draft")
    .select(["typed", "saved_at"])
    .where("account", "=", account)
    .where("form", "=", form)
    .executeTakeFirst();
  return row ? { typed: row.typed as Record<string, string[]>, savedAt: row.saved_at } : null;
}

export async function saveTyped(
  tx: Tx,
  account: string,
  form: string,
  typed: TypedDraft["typed"],
  at: Instant,
): Promise<void> {
  const row = { typed: JSON.stringify(typed), saved_at: at };
  await tx
    .insertInto("draft")
    .values({ account, form, ...row })
    .onConflict((conflict) => conflict.columns(["account", "form"]).doUpdateSet(row))
    .execute();
}

export async function forgetTyped(tx: Tx, account: string, form: string): Promise<void> {
  await tx.deleteFrom("draft").where("account", "=", account).where("form", "=", form).execute();
}
