import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations as migrateQueue } from "graphile-worker";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { poolOf } from "./db.ts";

const OLDEST_SERVER = 150000;

/** A database that cannot be used, with the sentence that says why and what to do. */
export class DatabaseFault extends Error {}

/**
 * Brings a database up to date as its owner: the queue's own tables, then the plain SQL files of
 * `migrations/`, forward only; then gives the app's role its rights. Answers the names newly run.
 */
export async function migrate(ownerUrl: string, appUrl: string, folder: string): Promise<string[]> {
  const pool = poolOf(ownerUrl, 2, "");
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseOldServer(owner);
    await migrateQueue({ pgPool: pool });
    const migrator = new Migrator({ db: owner, provider: { getMigrations: () => readMigrations(folder) } });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    await grantAppRole(owner, new URL(appUrl).username, new URL(ownerUrl).username);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await owner.destroy();
  }
}

async function refuseOldServer(owner: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ number: number; version: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version`.execute(
    owner,
  );
  const server = rows[0]!;
  if (server.number < OLDEST_SERVER)
    throw new DatabaseFault(
      `Cần PostgreSQL 15 trở lên; máy chủ đang là ${server.version}. Chưa có gì thay đổi.`,
    );
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return Object.fromEntries(
    names.map((name, index) => [name, { up: async (db) => void (await sql.raw(texts[index]!).execute(db)) }]),
  );
}

/**
 * The role that runs the program reads and writes the tables, but may neither change nor delete a row
 * of a table whose comment begins with `append-only`. With one role for both there is nothing to grant.
 */
async function grantAppRole(owner: Kysely<unknown>, app: string, ownerName: string): Promise<void> {
  if (app === ownerName) return;
  const role = sql.id(app);
  for (const schema of ["public", "auth"]) {
    const exists = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(owner);
    if (exists.rows.length === 0) continue;
    await sql`grant usage on schema ${sql.id(schema)} to ${role}`.execute(owner);
    await sql`grant select, insert, update, delete on all tables in schema ${sql.id(schema)} to ${role}`.execute(
      owner,
    );
    await sql`grant usage on all sequences in schema ${sql.id(schema)} to ${role}`.execute(owner);
  }
  await sql`grant execute on all functions in schema public to ${role}`.execute(owner);
  const { rows } = await sql<{ table: string }>`
    select format('%I.%I', namespace.nspname, class.relname) as table
      from pg_class class
      join pg_namespace namespace on namespace.oid = class.relnamespace
     where class.relkind in ('r', 'p') and namespace.nspname in ('public', 'auth')
       and (obj_description(class.oid) like 'append-only%' or class.relname like 'kysely_migration%')`.execute(
    owner,
  );
  for (const { table } of rows)
    await sql`revoke update, delete, truncate on ${sql.raw(table)} from ${role}`.execute(owner);
}
