import type { Instant } from "./day.ts";
import type { Reader, Tx } from "./db.ts";

export interface KeptFile {
  readonly hash: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Notes that the bytes of this hash are kept; the same bytes are noted once. */
export async function saveFile(tx: Tx, file: KeptFile, at: Instant): Promise<void> {
  await tx
    .insertInto("file")
    .values({ hash: file.hash, bytes: file.bytes, media_type: file.mediaType, kept_at: at })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

export async function findFile(reader: Reader, hash: string): Promise<KeptFile | null> {
  const row = await reader
    .selectFrom("file")
    .select(["hash", "bytes", "media_type"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row ? { hash: row.hash, bytes: row.bytes, mediaType: row.media_type } : null;
}

export interface StagedFile {
  readonly token: string;
  readonly hash: string;
  readonly name: string;
}

export async function saveStagedFile(
  tx: Tx,
  account: string,
  staged: StagedFile,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto("staged_file")
    .values({ token: staged.token, account, hash: staged.hash, name: staged.name, staged_at: at })
    .execute();
}

/** A file that this account staged with a form not older than the given instant. */
export async function findStagedFile(
  reader: Reader,
  account: string,
  token: string,
  notBefore: Instant,
): Promise<StagedFile | null> {
  const row = await reader
    .selectFrom("staged_file")
    .select(["token", "hash", "name"])
    .where("token", "=", token)
    .where("account", "=", account)
    .where("staged_at", ">=", notBefore)
    .executeTakeFirst();
  return row ?? null;
}

/** Every hash whose bytes must be on disk. */
export const keptHashes = async (reader: Reader): Promise<string[]> =>
  (await reader.selectFrom("file").select("hash").execute()).map((row) => row.hash);
