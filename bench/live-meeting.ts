import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noteAttendance } from "../src/councils/attendance.acts.ts";
import { foundCouncil, seatMember } from "../src/councils/council.acts.ts";
import { addItem, openItem } from "../src/councils/item.acts.ts";
import { callSession, openSession, planSession } from "../src/councils/session.acts.ts";
import { postsOn } from "../src/org/actor.store.ts";
import { saveOpening } from "../src/org/opening.store.ts";
import { saveAccount, savePerson } from "../src/org/person.store.ts";
import { savePost } from "../src/org/post.store.ts";
import { plainPost } from "../src/org/post.ts";
import { saveNewUnit } from "../src/org/unit.store.ts";
import { usualTraits } from "../src/org/unit.ts";
import type { Actor } from "../src/platform/actor.ts";
import { firstDayOf, onDay } from "../src/platform/day.ts";
import { migrate } from "../src/platform/db.migrate.ts";
import { closeDatabase, openDatabase, reader, transact } from "../src/platform/db.ts";
import { startPostgres } from "../src/platform/postgres.ts";
import { isRefusal, type Refusal } from "../src/platform/refusal.ts";
import { openSecrets } from "../src/platform/secret.ts";
import { checkoutFolder } from "../src/platform/settings.ts";
import { hashPassword } from "../src/platform/sign-in.acts.ts";
import { addAccount } from "../src/platform/sign-in.store.ts";
import { openSignIn } from "../src/platform/sign-in.ts";

/**
 * 300 members watch one session while somebody comes or goes every second and another item is opened every
 * ten: the program's memory and its share of one core. `node --import tsx bench/live-meeting.ts` after a build.
 */
const PORT = 3962;
const WATCHERS = 300;
const ACCOUNTS = 10;
const SECONDS = 60;
const TICKS_A_SECOND = 100;
const PASSWORD = "đo thử 300 người xem";

const folder = mkdtempSync(join(tmpdir(), "thidua-bench-"));
chmodSync(folder, 0o755);
const checkout = checkoutFolder();
const server = await startPostgres({ folder, say: () => undefined });
try {
  await migrate(server.ownerUrl, server.appUrl, join(checkout, "migrations"));
  await openDatabase(server.appUrl, 2);
  openSecrets(folder);
  openSignIn({ address: `http://localhost:${PORT}`, identityProvider: null });
  const built = await prepare();
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
    await measure(program.pid!, built);
  } finally {
    program.kill("SIGINT");
    await closeDatabase();
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface Built {
  readonly session: number;
  readonly items: readonly number[];
  readonly members: readonly number[];
  readonly head: number;
}

function sure<Outcome>(outcome: Outcome | Refusal): Outcome {
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}

async function prepare(): Promise<Built> {
  const passwordHash = await hashPassword(PASSWORD);
  const at = new Date();
  const begun = firstDayOf(2015);
  const { unit, people } = await transact(async (tx) => {
    const unit = await saveNewUnit(tx, {
      kind: "ministry",
      code: "BTP",
      name: "Bộ Tư pháp",
      shortName: null,
      traits: usualTraits.ministry,
      province: null,
      parent: null,
      guidedBy: null,
      from: begun,
    });
    const people: number[] = [];
    for (let index = 0; index <= WATCHERS; index += 1) {
      const person = await savePerson(tx, {
        name: `Ủy viên ${index}`,
        civilNumber: null,
        gender: "female",
        birthYear: 1980,
        category: "civil-servant",
        email: null,
      });
      people.push(person);
      const kind = index === 0 ? "unit-head" : "member";
      const post = plainPost(person, unit, kind, "Ủy viên", begun);
      await savePost(tx, { ...post, worksAs: index === 0 ? null : "direct" });
      if (index === 0 || index > ACCOUNTS) continue;
      const username = `nguoi.xem.${index}`;
      const account = await addAccount(tx, { username, name: `Ủy viên ${index}`, passwordHash }, at);
      await saveAccount(tx, person, account, at);
    }
    await saveOpening(tx, "body");
    return { unit, people };
  });
  const [head, ...members] = people as [number, ...number[]];
  const actor = await actingAs(head);
  const paper = { paperSymbol: "28/QĐ", paperDay: firstDayOf(2026) };
  const councilId = sure(
    await foundCouncil(actor, {
      body: unit,
      kind: "emulation",
      name: "Hội đồng đo thử",
      foundedOn: firstDayOf(2026),
      ...paper,
    }),
  );
  for (const [index, person] of members.entries())
    sure(
      await seatMember(actor, {
        councilId,
        person,
        role: index === 0 ? "chair" : "member",
        from: firstDayOf(2026),
        ...paper,
      }),
    );
  const session = sure(
    await planSession(actor, {
      councilId,
      kind: "meeting",
      title: "Phiên họp đo thử",
      considersAwards: false,
      day: actor.day,
      startsAt: null,
      place: null,
      lettersBy: null,
    }),
  );
  const items: number[] = [];
  for (let index = 1; index <= 12; index += 1)
    items.push(
      sure(
        await addItem(actor, {
          ...{ sessionId: session, kind: "other", title: `Nội dung ${index}`, person: null, unit: null },
          ...{ award: null, scope: null, authors: [], summary: null, dossier: null },
        }),
      ),
    );
  sure(await callSession(actor, { sessionId: session }));
  const noted = members.map((person) => ({ person, standing: "present" as const, reason: null }));
  sure(await noteAttendance(actor, { sessionId: session, noted }));
  sure(await openSession(actor, { sessionId: session }));
  return { session, items, members, head };
}

async function actingAs(person: number): Promise<Actor> {
  const at = new Date();
  const day = onDay(at);
  const posts = await postsOn(reader(), person, day);
  return {
    ...{ account: null, person, name: "Người đo", posts, post: posts[0] ?? null, at, day },
    ...{ key: null, provedUntil: null },
  };
}

async function answering(): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${PORT}/san-sang`).catch(() => null))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function signIn(username: string): Promise<string> {
  const address = `http://localhost:${PORT}`;
  const answer = await fetch(`${address}/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: address },
    body: new URLSearchParams({ username, password: PASSWORD }),
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

/** Opens one line and counts what it hears; nothing of it is kept. */
function listen(path: string, cookie: string, heard: () => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port: PORT, path, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the line answered ${answer.statusCode}`));
      answer.on("data", (bytes: Buffer) => {
        if (bytes.includes("event: state")) heard();
      });
      resolve(() => request.destroy());
    });
    request.on("error", reject);
  });
}

async function measure(pid: number, built: Built): Promise<void> {
  const cookies: string[] = [];
  for (let index = 1; index <= ACCOUNTS; index += 1) cookies.push(await signIn(`nguoi.xem.${index}`));
  const alone = memoryOf(pid, "VmRSS");
  let heard = 0;
  const closers: (() => void)[] = [];
  for (let index = 0; index < WATCHERS; index += 1)
    closers.push(
      await listen(`/hoi-dong/phien/${built.session}/su-kien`, cookies[index % ACCOUNTS]!, () => {
        heard += 1;
      }),
    );
  await new Promise((resolve) => setTimeout(resolve, 3000));
  heard = 0;
  const [begun, ticks] = [performance.now(), ticksOf(pid)];
  for (let second = 0; second < SECONDS; second += 1) {
    const due = begun + (second + 1) * 1000;
    const actor = await actingAs(built.head);
    const person = built.members[20 + (second % 200)]!;
    const noted = [{ person, standing: "left" as const, reason: null }];
    sure(await noteAttendance(actor, { sessionId: built.session, noted }));
    if (second % 10 === 5)
      sure(await openItem(actor, { sessionId: built.session, itemId: built.items[second % 12]! }));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  }
  const seconds = (performance.now() - begun) / 1000;
  const share = ((ticksOf(pid) - ticks) / TICKS_A_SECOND / seconds) * 100;
  console.log(
    `${WATCHERS} watchers, ${SECONDS} changes in ${seconds.toFixed(0)} s: ${share.toFixed(1)} % of one core, ${memoryOf(pid, "VmRSS")} MB (${alone} MB before anybody watched), at most ${memoryOf(pid, "VmHWM")} MB; ${(heard / WATCHERS).toFixed(1)} states heard by each`,
  );
  for (const close of closers) close();
}

/** User and system time of the process, in hundredths of a second. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function memoryOf(pid: number, name: string): number {
  const found = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Math.round(Number(found[1]) / 1024);
}
