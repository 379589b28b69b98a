import { createServer } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { composeHouse } from "./house.ts";
import { DatabaseFault, migrate } from "./platform/db.migrate.ts";
import { closeDatabase, openDatabase } from "./platform/db.ts";
import { openFiles } from "./platform/files.ts";
import { openFolders } from "./platform/folders.ts";
import { startJobs } from "./platform/jobs.ts";
import { log } from "./platform/log.ts";
import { openMail } from "./platform/mail.ts";
import { type EmbeddedServer, reachableFolder, startPostgres } from "./platform/postgres.ts";
import { openSecrets } from "./platform/secret.ts";
import { readSettings, type Settings, SettingsFault } from "./platform/settings.ts";
import { closeSignIn, openSignIn } from "./platform/sign-in.ts";
import { prepareBody } from "./seed.ts";
import { readAssets } from "./web/assets.ts";

/** Where the program finds its database, and how to stop it when it is ours. */
interface Ground {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly server: EmbeddedServer | null;
}

/** `./thidua start`: prepares the ground, loads the demo ministry on the first start, serves until it is told to stop. */
export async function start(args: string[]): Promise<number> {
  try {
    return await run(readSettings(process.env, args));
  } catch (fault) {
    if (fault instanceof SettingsFault || fault instanceof DatabaseFault) {
      console.error(fault.message);
      return 1;
    }
    throw fault;
  }
}

const say = (sentence: string) => console.log(sentence);

async function run(settings: Settings): Promise<number> {
  await refuseTakenPort(settings);
  const { folder, moved } = settings.databaseUrl
    ? { folder: settings.data, moved: false }
    : reachableFolder(settings.data);
  if (moved) say(`Tài khoản chạy PostgreSQL không vào được ${settings.data}; dữ liệu nằm ở ${folder}.`);
  const folders = openFolders(folder);
  openSecrets(folder);
  openFiles(folders.files);
  await openMail(settings.mail, folders.outbox);
  const ground = await openGround(settings, folder);
  try {
    return await runOn(ground, settings, folders.anchors);
  } finally {
    await ground.server?.stop();
  }
}

async function openGround(settings: Settings, folder: string): Promise<Ground> {
  if (settings.databaseUrl)
    return {
      appUrl: settings.databaseUrl,
      ownerUrl: settings.databaseOwnerUrl ?? settings.databaseUrl,
      server: null,
    };
  const server = await startPostgres({ folder: join(folder, "postgresql"), say });
  return { appUrl: server.appUrl, ownerUrl: server.ownerUrl, server };
}

async function runOn(ground: Ground, settings: Settings, anchorFile: string): Promise<number> {
  const newly = await migrate(ground.ownerUrl, ground.appUrl, join(settings.checkout, "migrations"));
  if (newly.length > 0) say(`Đã cập nhật cơ sở dữ liệu: ${newly.length} bước.`);
  await openDatabase(ground.appUrl);
  openSignIn({ address: settings.address, identityProvider: settings.identityProvider });
  const body = await prepareBody(settings, say);
  const assets = await readAssets(join(settings.checkout, "dist", "assets"));
  const house = composeHouse({ settings, assets, anchorFile, demoAccounts: () => body.demoAccounts });
  const server = await listen(house.app.fetch, settings);
  const jobs = await startJobs(ground.ownerUrl, house.jobs);
  say(`\nThi Đua đang chạy: ${settings.address}`);
  for (const line of body.greeting) say(line);
  say("Bấm Ctrl+C để dừng.");
  await untilStopped();
  say("\nĐang dừng…");
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  await jobs.stop();
  await closeSignIn();
  await closeDatabase();
  return 0;
}

/**
 * Looks before anything is touched: another program may be serving from this very folder, and its
 * database must not be stopped when this start gives up.
 */
function refuseTakenPort(settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (fault: NodeJS.ErrnoException) =>
      reject(fault.code === "EADDRINUSE" ? new SettingsFault(portTaken(settings.port)) : fault),
    );
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()));
  });
}

const portTaken = (port: number): string =>
  `Cổng ${port} đang được dùng. Hãy chạy lại với cổng khác, ví dụ PORT=${port + 100} ./thidua start.`;

const listen = (fetch: (request: Request) => Response | Promise<Response>, settings: Settings) =>
  new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, () => resolve(server));
    server.once("error", reject);
  });

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
    process.on("uncaughtException", (fault) =>
      log.error({ fault: fault.message, stack: fault.stack }, "uncaught"),
    );
  });
