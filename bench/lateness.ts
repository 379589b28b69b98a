import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { postsOn } from "../src/org/actor.store.ts";
import { parts } from "../src/parts.ts";
import type { Actor } from "../src/platform/actor.ts";
import { onDay } from "../src/platform/day.ts";
import { migrate } from "../src/platform/db.migrate.ts";
import { closeDatabase, openDatabase, poolOf, reader, transact } from "../src/platform/db.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import { type App, type Context, pages } from "../src/web/http.ts";
import { generateLateness, lateYear } from "./lateness.data.ts";

/**
 * The page of who is late with what over 2,000 units, in the program's own process without the network: the
 * middle and the slowest of thirty answers, and how many statements each asks:
 * `node --import tsx bench/lateness.ts [units]`.
 */
const UNITS = Number(process.argv[2] ?? 2000);
const RUNS = 30;
const at = new Date(`${lateYear}-03-15T03:00:00Z`);

let statements = 0;
const ask = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  statements += 1;
  return Reflect.apply(ask, this, given);
} as typeof ask;

const folder = mkdtempSync(join(tmpdir(), "thidua-bench-"));
chmodSync(folder, 0o755);
const server = await startPostgres({
  folder: join(folder, "postgresql"),
  durable: false,
  say: () => undefined,
});
try {
  await migrate(server.ownerUrl, server.appUrl, join(checkoutFolder(), "migrations"));
  await openDatabase(server.appUrl);
  const { person } = await transact((tx) => generateLateness(tx, UNITS));
  const owner = poolOf(server.ownerUrl, 1, "");
  await owner.query("vacuum analyze");
  await owner.end();
  const app = mounted(await standingOfficer(person));
  console.log(`${UNITS} units, four years of registrations`);
  for (const path of [
    "/don-doc",
    "/don-doc?tinh-trang=late&trang=2",
    "/don-doc/theo-don-vi",
    "/don-doc/theo-cum",
    "/don-doc/danh-sach.xlsx",
    "/nam-cong-tac/toan-nganh",
  ])
    await report(app, path);
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function standingOfficer(person: number): Promise<Actor> {
  const posts = await postsOn(reader(), person, onDay(at));
  return {
    ...{ account: "bench", person, name: "Nguyễn Thị Đo", posts, post: posts[0] ?? null },
    ...{ at, day: onDay(at), key: null, provedUntil: null },
  };
}

/** Every stage's pages for one person already signed in, drawn in a frame without counts. */
function mounted(actor: Actor): App {
  const assets = {
    ...{ styles: "", signInStyles: "", script: "", icon: "", preloadFonts: [], extraScripts: {} },
  };
  const frame = {
    ...{ assets, nonce: "", who: { name: actor.name, initials: "" }, body: "", post: "", postId: "" },
    ...{ posts: [], navigation: [], notices: 0 },
  };
  const app = pages();
  app.use(async (c: Context, next) => {
    c.set("form", null);
    c.set("shell", { assets, nonce: "" });
    // A new actor a request, as the middleware makes one: what is asked once a request is asked anew.
    c.set("actor", { ...actor });
    c.set("makeFrame", async () => frame);
    await next();
  });
  const gathered = { offers: parts.flatMap(({ offers }) => (offers ? [offers] : [])) };
  for (const part of parts) app.route("/", part.pages(gathered));
  return app;
}

async function report(app: App, path: string): Promise<void> {
  const took: number[] = [];
  let bytes = 0;
  for (let run = 0; run < RUNS + 3; run += 1) {
    statements = 0;
    const begun = performance.now();
    const answer = await app.request(path);
    bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    if (run >= 3) took.push(performance.now() - begun);
  }
  took.sort((left, right) => left - right);
  const middle = took[Math.floor(RUNS / 2)]!;
  console.log(
    `${path}: median ${middle.toFixed(0)} ms, slowest ${took.at(-1)!.toFixed(0)} ms, ${statements} statements, ${(bytes / 1024).toFixed(0)} kB`,
  );
}
