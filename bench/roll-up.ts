import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { sumsOfTargets } from "../src/monitoring/roll-up.store.ts";
import { sharesWhere } from "../src/monitoring/share.store.ts";
import { rollUpAll, trackShares } from "../src/monitoring/share-progress.store.ts";
import { findTargets } from "../src/monitoring/target.store.ts";
import { day } from "../src/platform/day.ts";
import { migrate } from "../src/platform/db.migrate.ts";
import { closeDatabase, openDatabase, poolOf, reader, transact } from "../src/platform/db.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import { generateTargets } from "./roll-up.data.ts";

/**
 * 20 targets over 2,000 units in five levels, rolled up to every level: `node --import tsx bench/roll-up.ts`.
 * Aim: under one second.
 */
const RUNS = 9;
const TODAY = day("2026-02-01");

const folder = mkdtempSync(join(tmpdir(), "thidua-bench-"));
chmodSync(folder, 0o755);
const server = await startPostgres({ folder, say: () => undefined });
try {
  await migrate(server.ownerUrl, server.appUrl, join(checkoutFolder(), "migrations"));
  await openDatabase(server.ownerUrl, 2);
  const generated = await transact((tx) => generateTargets(tx));
  console.log(`${generated.targets} targets, ${generated.shares} shares, ${generated.values} values`);
  await closeDatabase();
  const owner = poolOf(server.ownerUrl, 1, "");
  await owner.query("vacuum analyze");
  await owner.end();
  await openDatabase(server.appUrl, 4);
  await measure();
  await closeDatabase();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const ids = (await sql<{ id: number }>`select id from target order by id`.execute(reader())).rows.map(
    ({ id }) => id,
  );
  const targets = new Map((await findTargets(reader(), ids, TODAY)).map((target) => [target.id, target]));
  await report("every node of 20 targets, database and sums", async () => {
    const sums = await sumsOfTargets(reader(), ids, TODAY);
    return rollUpAll(sums, targets, TODAY).size;
  });
  const wholes = await sharesWhere(reader(), sql`share.parent is null`, TODAY);
  await report(
    "the list of 20 targets as the page asks it",
    async () => (await trackShares(reader(), wholes, TODAY)).length,
  );
  const [first] = ids;
  const parts = await sharesWhere(reader(), sql`share.target = ${first} and share.parent is null`, TODAY);
  await report("one target with its tree", async () => (await trackShares(reader(), parts, TODAY)).length);
  const province = await sharesWhere(
    reader(),
    sql`share.unit = (select min(unit) + 1 from target_share)`,
    TODAY,
  );
  await report(
    "20 targets of one unit of the second level",
    async () => (await trackShares(reader(), province, TODAY)).length,
  );
}

async function report(name: string, run: () => Promise<number>): Promise<void> {
  await run();
  const times: number[] = [];
  let answered = 0;
  for (let index = 0; index < RUNS; index += 1) {
    const begun = performance.now();
    answered = await run();
    times.push(performance.now() - begun);
  }
  times.sort((one, other) => one - other);
  console.log(
    `${name}: median ${times[Math.floor(RUNS / 2)]!.toFixed(0)} ms, slowest ${times.at(-1)!.toFixed(0)} ms (${answered})`,
  );
}
