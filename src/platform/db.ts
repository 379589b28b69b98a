import {
  type ControlledTransaction,
  Kysely,
  PostgresDialect,
  type QueryExecutorProvider,
  type Transaction,
} from "kysely";
import pg from "pg";
import { preparing } from "./db.prepared.ts";
import { log } from "./log.ts";
import type { DB } from "./rows.ts";

/** Row types of the migrated database, made by `npm run rows` and checked for drift by a test. */
export type Rows = DB;

declare const made: unique symbol;

/** Reads only: it has no insert, update or delete, and its connection refuses to write. */
export type Reader = Pick<Kysely<Rows>, "selectFrom" | "with" | "withRecursive" | "fn" | "dynamic"> &
  QueryExecutorProvider;

/** The transaction of one act. Only `act()` makes it, so a write outside an act does not compile. */
export type Tx = Transaction<Rows> & { readonly [made]: "by act" };

interface Database {
  readonly writing: Kysely<Rows>;
  readonly reading: Kysely<Rows>;
  readonly pools: readonly pg.Pool[];
  readonly url: string;
}

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;
// A DATE read as a JavaScript Date would become yesterday, 17:00 UTC.
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(NUMERIC, Number);

let current: Database | null = null;

/** Opens the two pools, one that writes and one that cannot; the program has one database at a time. */
export async function openDatabase(url: string, size = 10): Promise<void> {
  const writingPool = poolOf(url, size, "");
  const readingPool = poolOf(url, size, "-c default_transaction_read_only=on");
  current = {
    writing: new Kysely<Rows>({ dialect: new PostgresDialect({ pool: writingPool }) }),
    reading: new Kysely<Rows>({ dialect: new PostgresDialect({ pool: preparing(readingPool) }) }),
    pools: [writingPool, readingPool],
    url,
  };
}

export async function closeDatabase(): Promise<void> {
  const closing = current;
  current = null;
  await closing?.writing.destroy();
  await closing?.reading.destroy();
}

/** The reader that pages and jobs use. */
export const reader = (): Reader => opened().reading as unknown as Reader;

export const databaseUrl = (): string => opened().url;

/** The pool that writes: for libraries that bring their own statements (jobs, sign-in limits). */
export const writingPool = (): pg.Pool => opened().pools[0]!;

/** Runs one transaction; `platform/act.ts` and test builders are its only callers. */
export const transact = <Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> =>
  opened()
    .writing.transaction()
    .execute((transaction) => run(transaction as unknown as Tx));

/** Like `transact`, but the caller decides about commit or rollback by the answer's shape. */
export async function transactUnless<Result>(
  run: (tx: Tx) => Promise<Result>,
  rollsBack: (result: Result) => boolean,
): Promise<Result> {
  const transaction: ControlledTransaction<Rows> = await opened().writing.startTransaction().execute();
  try {
    const result = await run(transaction as unknown as Tx);
    await (rollsBack(result) ? transaction.rollback() : transaction.commit()).execute();
    return result;
  } catch (fault) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
    throw fault;
  }
}

/** A pool of connections with its errors caught: an idle connection that breaks must not end the program. */
export function poolOf(url: string, size: number, options: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: "thidua",
    ...(options ? { options } : {}),
  });
  const lost = (fault: Error) => log.warn({ fault: fault.message }, "database connection lost");
  pool.on("error", lost);
  pool.on("connect", (client) => void client.on("error", lost));
  return pool;
}

/** Whether the database answers now. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await opened().pools[1]!.query("select 1");
    return true;
  } catch {
    return false;
  }
}

function opened(): Database {
  if (!current) throw new Error("the database is not open");
  return current;
}
