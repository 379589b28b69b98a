import { join } from "node:path";
import { parts } from "./parts.ts";
import { checkChain } from "./platform/audit.ts";
import { closeDatabase, openDatabase, reader } from "./platform/db.ts";
import { keptHashes } from "./platform/files.store.ts";
import { isKept, openFiles } from "./platform/files.ts";
import { openFolders } from "./platform/folders.ts";
import { reachableFolder, startPostgres } from "./platform/postgres.ts";
import { openSecrets } from "./platform/secret.ts";
import { readSettings } from "./platform/settings.ts";

/**
 * `./thidua check`: the chain over the journal is whole and fits its anchors, every noted file has its
 * bytes, and the data keeps its invariants. Reads only. Exit 0 when clean, 1 with a sentence a fault.
 */
export async function check(args: string[]): Promise<number> {
  const settings = readSettings(process.env, args);
  const { folder } = settings.databaseUrl ? { folder: settings.data } : reachableFolder(settings.data);
  const folders = openFolders(folder);
  openSecrets(folder);
  openFiles(folders.files);
  const server = settings.databaseUrl
    ? null
    : await startPostgres({ folder: join(folder, "postgresql"), say: (sentence) => console.error(sentence) });
  await openDatabase(settings.databaseUrl ?? server!.appUrl, 2);
  try {
    const faults = [
      ...(await checkChain(reader(), folders.anchors)).map((fault) => fault.sentence),
      ...(await keptHashes(reader()))
        .filter((hash) => !isKept(hash))
        .map((hash) => `Mất tệp đã ghi nhận: ${hash}.`),
      ...(await brokenInvariants()),
    ];
    for (const fault of faults) console.log(`✘ ${fault}`);
    console.log(
      faults.length === 0
        ? "Sạch: chuỗi nhật ký nguyên vẹn, đủ tệp, dữ liệu giữ đúng bất biến."
        : `${faults.length} điểm sai.`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await closeDatabase();
    if (server && !server.adopted) await server.stop();
  }
}

async function brokenInvariants(): Promise<string[]> {
  const invariants = parts.flatMap((part) => part.invariants ?? []);
  const found = await Promise.all(invariants.map((invariant) => invariant.broken(reader())));
  return found.flat();
}
