import { type ChildProcess, execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { checkoutFolder } from "../../src/platform/settings.ts";
import { answering, startProgram, stopProgram } from "./house.ts";

const PORT = 3918;
const ADDRESS = `http://localhost:${PORT}`;
const KILLS = 20;
/** A kill falls somewhere between the sign-in and the targets being added. */
const LONGEST_LIFE_MS = 900;
/** Fixed, so that a failure can be walked again. */
const SEED = 20261121;

test.setTimeout(420_000);

test("killing the program at random moments while a unit registers loses nothing acknowledged", async ({
  playwright,
}) => {
  const data = mkdtempSync(join(tmpdir(), "thidua-kill-"));
  chmodSync(data, 0o755);
  const chance = chanceFrom(SEED);
  const kept: Kept = { registration: "", targets: [] };
  let program = startProgram(data, PORT);
  await answering(program, PORT);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const request = await playwright.request.newContext({
      baseURL: ADDRESS,
      extraHTTPHeaders: { origin: ADDRESS },
    });
    const end = setTimeout(() => program.kill("SIGKILL"), 100 + chance() * LONGEST_LIFE_MS);
    await walk(request, kill, kept).catch(() => undefined);
    await gone(program);
    clearTimeout(end);
    await request.dispose();
    program = startProgram(data, PORT);
    await answering(program, PORT);
  }
  const reader = await playwright.request.newContext({
    baseURL: ADDRESS,
    extraHTTPHeaders: { origin: ADDRESS },
  });
  await enter(reader);
  const page = await (await reader.get(kept.registration)).text();
  expect(kept.targets.length).toBeGreaterThan(0);
  expect(kept.targets.filter((words) => !page.includes(words))).toEqual([]);
  await reader.dispose();
  await stopProgram(program);
  const checked = execFileSync(process.execPath, ["dist/main.js", "check"], {
    cwd: checkoutFolder(),
    env: { ...process.env, THIDUA_DATA: data },
    encoding: "utf8",
  });
  expect(checked).toContain("Sạch");
  rmSync(data, { recursive: true, force: true });
});

/** What the program has acknowledged with 303. */
interface Kept {
  registration: string;
  readonly targets: string[];
}

/** Signs in, begins the registration, adds targets until the program is gone. */
async function walk(request: APIRequestContext, round: number, kept: Kept): Promise<never> {
  await enter(request);
  kept.registration ||= await begin(request);
  for (let step = 0; ; step += 1) {
    const words = `Chỉ tiêu ${round}-${step} của vòng thử`;
    const answer = await request.post(`${kept.registration}/chi-tieu/moi`, {
      form: { words, value: "", unit: "", measure: "", key: `${round}-${step}` },
      maxRedirects: 0,
    });
    if (answer.status() !== 303) throw new Error(`answered ${answer.status()}`);
    kept.targets.push(words);
  }
}

async function enter(request: APIRequestContext): Promise<void> {
  await request.post("/dang-nhap", {
    form: { username: "chuyenvien.dienbien", password: "thidua-dung-thu" },
    maxRedirects: 0,
  });
}

/** Presses the first “Bắt đầu” that the list offers, or finds the registration begun before. */
async function begin(request: APIRequestContext): Promise<string> {
  const list = await (await request.get("/dang-ky")).text();
  const begun = /href="(\/dang-ky\/\d+)"/.exec(list);
  if (begun) return begun[1]!;
  const form = /<form[^>]*action="(\/dang-ky[^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(list);
  if (!form) throw new Error("nothing to begin");
  const fields = Object.fromEntries(
    [...form[2]!.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const answer = await request.post(form[1]!, { form: fields as Record<string, string>, maxRedirects: 0 });
  return answer.headers().location ?? "";
}

const gone = (program: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (program.exitCode !== null || program.signalCode !== null) return resolve();
    program.once("exit", () => resolve());
  });

/** A small generator of chance (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
