import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import autocannon from "autocannon";
import { Hono } from "hono";
import { saveOpening } from "../src/org/opening.store.ts";
import { saveAccount, savePerson } from "../src/org/person.store.ts";
import { savePost } from "../src/org/post.store.ts";
import { plainPost } from "../src/org/post.ts";
import { firstDayOf } from "../src/platform/day.ts";
import { migrate } from "../src/platform/db.migrate.ts";
import { closeDatabase, openDatabase, poolOf, transact } from "../src/platform/db.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { openSecrets } from "../src/platform/secret.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import { hashPassword } from "../src/platform/sign-in.acts.ts";
import { addAccount } from "../src/platform/sign-in.store.ts";
import { openSignIn } from "../src/platform/sign-in.ts";
import { generateRegistrations } from "./registrations.data.ts";

/**
 * The list of 10,000 registrations, 50 rows a page, in requests a second and p95, beside a bare Hono page
 * of the same size in the same run: `node --import tsx bench/registrations.ts` after a build.
 */
const PORT = 3952;
const BARE_PORT = 3953;
const CONNECTIONS = 4;
const SECONDS = 10;
const PASSWORD = "đo thử 10.000 đăng ký";

const folder = mkdtempSync(join(tmpdir(), "thidua-bench-"));
chmodSync(folder, 0o755);
const checkout = checkoutFolder();
const server = await startPostgres({ folder, say: () => undefined });
try {
  await migrate(server.ownerUrl, server.appUrl, join(checkout, "migrations"));
  await prepare();
  const program = spawn(process.execPath, ["dist/main.js", "start"], {
    cwd: checkout,
    env: {
      ...process.env,
      PORT: `${PORT}`,
      THIDUA_DATA: folder,
      DATABASE_URL: server.appUrl,
      DATABASE_OWNER_URL: server.ownerUrl,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await answering();
    await measure();
  } finally {
    program.kill("SIGINT");
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function prepare(): Promise<void> {
  await openDatabase(server.appUrl, 2);
  openSecrets(folder);
  openSignIn({ address: `http://localhost:${PORT}`, identityProvider: null });
  const passwordHash = await hashPassword(PASSWORD);
  const at = new Date();
  await transact(async (tx) => {
    const { ministry } = await generateRegistrations(tx);
    const person = await savePerson(tx, {
      name: "Nguyễn Thị Đo",
      civilNumber: null,
      gender: "female",
      birthYear: 1980,
      category: "civil-servant",
      email: null,
    });
    await savePost(
      tx,
      plainPost(person, ministry, "standing-officer", "Chuyên viên thường trực", firstDayOf(2012)),
    );
    const account = await addAccount(tx, { username: "do.thu", name: "Nguyễn Thị Đo", passwordHash }, at);
    await saveAccount(tx, person, account, at);
    await saveOpening(tx, "body");
  });
  await closeDatabase();
  const owner = poolOf(server.ownerUrl, 1, "");
  await owner.query("vacuum analyze");
  await owner.end();
}

async function answering(): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${PORT}/san-sang`).catch(() => null))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function measure(): Promise<void> {
  const cookie = await signIn();
  const page = await fetch(`http://localhost:${PORT}/dang-ky`, { headers: { cookie } });
  const html = await page.text();
  const rows = html.split("<tr").length - 2;
  console.log(`the list: ${rows} rows, ${(html.length / 1024).toFixed(0)} kB of HTML`);
  const bare = serve({ fetch: barePage(html).fetch, port: BARE_PORT, hostname: "127.0.0.1" });
  await report("registrations", `http://localhost:${PORT}/dang-ky`, cookie);
  await report("registrations, page 100", `http://localhost:${PORT}/dang-ky?trang=100`, cookie);
  await report("registrations, searched", `http://localhost:${PORT}/dang-ky?tim=dien+bien`, cookie);
  await report("bare Hono page of the same size", `http://localhost:${BARE_PORT}/`, "");
  bare.close();
}

async function signIn(): Promise<string> {
  const address = `http://localhost:${PORT}`;
  const answer = await fetch(`${address}/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: address },
    body: new URLSearchParams({ username: "do.thu", password: PASSWORD }),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

function barePage(html: string): Hono {
  const app = new Hono();
  app.get("/", (c) => c.html(html));
  return app;
}

async function report(name: string, url: string, cookie: string): Promise<void> {
  const headers = cookie ? { cookie } : {};
  await autocannon({ url, connections: CONNECTIONS, duration: 5, headers });
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers });
  const { average } = result.requests;
  const { p50, p97_5, p90 } = result.latency;
  console.log(
    `${name}: ${average.toFixed(0)} requests a second, p50 ${p50} ms, p90 ${p90} ms, p97.5 ${p97_5} ms, ${result.non2xx} not answered well`,
  );
}
