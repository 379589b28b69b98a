import type { Instant } from "./day.ts";
import type { Tx } from "./db.ts";

/** Which form of which account asks: the unique constraint on it makes a double click harmless. */
interface Claim {
  readonly account: string;
  readonly key: string;
}

/**
 * Claims the key, or gives the answer kept for it. A second request with the same key waits here
 * until the first one has committed or rolled back.
 */
export async function answerGivenTo<Output>(
  tx: Tx,
  claim: Claim,
  act: string,
  at: Instant,
): Promise<{ answer: Output } | null> {
  const claimed = await tx
    .insertInto("answer")
    .values({ account: claim.account, key: claim.key, act, at, answer: null })
    .onConflict((conflict) => conflict.columns(["account", "key"]).doNothing())
    .returning("key")
    .executeTakeFirst();
  if (claimed) return null;
  const kept = await tx
    .selectFrom("answer")
    .select("answer")
    .where("account", "=", claim.account)
    .where("key", "=", claim.key)
    .executeTakeFirstOrThrow();
  return { answer: kept.answer as Output };
}

export async function keepAnswer(tx: Tx, claim: Claim, answer: unknown): Promise<void> {
  await tx
    .updateTable("answer")
    .set({ answer: JSON.stringify(answer ?? null) })
    .where("account", "=", claim.account)
    .where("key", "=", claim.key)
    .execute();
}
