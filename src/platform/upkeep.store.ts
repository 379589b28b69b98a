import { sql } from "kysely";
import type { Instant } from "./day.ts";
import type { Tx } from "./db.ts";

interface Expiry {
  readonly answersBefore: Instant;
  readonly stagedBefore: Instant;
  readonly draftsBefore: Instant;
  readonly at: Instant;
}

/** Drops rows that served a form or a session and are no record of anything. */
export async function dropExpired(tx: Tx, expiry: Expiry): Promise<void> {
  await tx.deleteFrom("answer").where("at", "<", expiry.answersBefore).execute();
  await tx.deleteFrom("staged_file").where("staged_at", "<", expiry.stagedBefore).execute();
  await tx.deleteFrom("draft").where("saved_at", "<", expiry.draftsBefore).execute();
  await sql`delete from attempt where expire is not null and expire < ${expiry.at.getTime()}`.execute(tx);
  await sql`delete from auth."session" where "expiresAt" < ${expiry.at}`.execute(tx);
  await sql`delete from auth."verification" where "expiresAt" < ${expiry.at}`.execute(tx);
}
