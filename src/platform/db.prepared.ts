import { createHash } from "node:crypto";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

/** More statements than pages have; beyond it a text is planned anew each time. */
const MOST_PREPARED = 500;

const names = new Map<string, string>();

/**
 * The same pool, with each statement prepared once a connection: planning a page's queries anew for every
 * visit costs the server more than running them. Statements without parameters go as they are, since
 * several may stand in one text.
 */
export const preparing = (pool: pg.Pool): PostgresPool => ({
  connect: async () => preparingClient(await pool.connect()),
  end: () => pool.end(),
  options: pool.options,
});

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(asked: unknown, values?: readonly unknown[]): unknown {
    const name = typeof asked === "string" && values?.length ? nameOf(asked) : undefined;
    return name === undefined
      ? client.query(asked as string, values as unknown[])
      : client.query({ name, text: asked as string, values: values as unknown[] });
  }
  return { query, release: () => client.release() } as PostgresPoolClient;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const name = createHash("sha1").update(text).digest("base64url");
  names.set(text, name);
  return name;
}
