import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Instant } from "./day.ts";
import type { Reader, Tx } from "./db.ts";

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
}

/**
 * Adds an account in the act's own transaction, so that it rolls back with the person it belongs to.
 * An e-mail is obligatory in better-auth's tables; one is made up and never shown.
 */
export async function addAccount(tx: Tx, account: NewAccount, at: Instant): Promise<string> {
  const id = randomUUID();
  const email = `${id}@khong-dung.invalid`;
  await sql`
    insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "username", "displayUsername")
    values (${id}, ${account.name}, ${email}, true, ${at}, ${at}, ${account.username.toLowerCase()}, ${account.username})`.execute(
    tx,
  );
  await sql`
    insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
    values (${randomUUID()}, ${id}, 'credential', ${id}, ${account.passwordHash}, ${at}, ${at})`.execute(tx);
  return id;
}

export async function accountNamed(reader: Reader, username: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from auth."user" where username = ${username.toLowerCase()}`.execute(reader);
  return rows[0]?.id ?? null;
}

export async function usernameOf(reader: Reader, account: string): Promise<string | null> {
  const { rows } = await sql<{ username: string | null }>`
    select "displayUsername" as username from auth."user" where id = ${account}`.execute(reader);
  return rows[0]?.username ?? null;
}

/** Whether any account exists: an empty body shows its set-up page only before the first. */
export async function anyAccount(reader: Reader): Promise<boolean> {
  const { rows } = await sql`select 1 from auth."user" limit 1`.execute(reader);
  return rows.length > 0;
}

export interface OpenSession {
  readonly id: string;
  readonly begunAt: Instant;
  readonly seenAt: Instant;
  readonly device: string | null;
}

/** Sessions of an account still open, newest first. */
export async function openSessions(reader: Reader, account: string, at: Instant): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select id, "createdAt" as "begunAt", "updatedAt" as "seenAt", "userAgent" as device
      from auth."session"
     where "userId" = ${account} and "expiresAt" > ${at}
     order by "updatedAt" desc
     limit 50`.execute(reader);
  return rows;
}

export async function endSession(tx: Tx, account: string, session: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from auth."session" where id = ${session} and "userId" = ${account}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function endOtherSessions(tx: Tx, account: string, kept: string | null): Promise<void> {
  await sql`
    delete from auth."session" where "userId" = ${account} and id is distinct from ${kept}`.execute(tx);
}

export async function passwordHashOf(reader: Reader, account: string): Promise<string | null> {
  const { rows } = await sql<{ password: string | null }>`
    select password from auth."account" where "userId" = ${account} and "providerId" = 'credential'`.execute(
    reader,
  );
  return rows[0]?.password ?? null;
}

export async function setPasswordHash(tx: Tx, account: string, hash: string, at: Instant): Promise<void> {
  await sql`
    update auth."account" set password = ${hash}, "updatedAt" = ${at}
     where "userId" = ${account} and "providerId" = 'credential'`.execute(tx);
}

export async function saveProof(tx: Tx, session: string, until: Instant): Promise<void> {
  await tx
    .insertInto("proof")
    .values({ session_id: session, until })
    .onConflict((conflict) => conflict.column("session_id").doUpdateSet({ until }))
    .execute();
}

/** Whether a session is still open at an instant, and until when it has proved its person anew. */
export async function openSession(
  reader: Reader,
  session: string,
  at: Instant,
): Promise<{ readonly provedUntil: Instant | null } | null> {
  const { rows } = await sql<{ provedUntil: Instant | null }>`
    select proof.until as "provedUntil"
      from auth."session" session left join proof on proof.session_id = session.id
     where session.id = ${session} and session."expiresAt" > ${at}`.execute(reader);
  return rows[0] ?? null;
}

export interface KeptPasskey {
  readonly id: string;
  readonly name: string | null;
  readonly madeAt: Instant | null;
}

export async function passkeysOf(reader: Reader, account: string): Promise<KeptPasskey[]> {
  const { rows } = await sql<KeptPasskey>`
    select id, name, "createdAt" as "madeAt" from auth."passkey" where "userId" = ${account}
     order by "createdAt"`.execute(reader);
  return rows;
}

export async function removePasskey(tx: Tx, account: string, passkey: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from auth."passkey" where id = ${passkey} and "userId" = ${account}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function hasSecondFactor(reader: Reader, account: string): Promise<boolean> {
  const { rows } = await sql<{ on: boolean | null }>`
    select "twoFactorEnabled" as on from auth."user" where id = ${account}`.execute(reader);
  return rows[0]?.on === true;
}
