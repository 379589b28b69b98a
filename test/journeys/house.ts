import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkoutFolder } from "../../src/platform/settings.ts";

export const PORT = 3917;
const PATIENCE_MS = 120_000;

/** Starts the built program in demo mode on an empty data folder; ends it after the last journey. */
export default async function house(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), "thidua-journey-"));
  chmodSync(data, 0o755);
  writeFileSync(join(tmpdir(), "thidua-journey.folder"), data);
  const program = startProgram(data);
  await answering(program);
  return async () => {
    await stopProgram(program);
    rmSync(data, { recursive: true, force: true });
  };
}

/**
 * The built program as a child, its words passed on only when it fails; `at` is the instant it believes to be
 * started at.
 */
export function startProgram(data: string, port = PORT, at?: Date): ChildProcess {
  const clock = at ? ["--import", join(checkoutFolder(), "test/journeys/clock.mjs")] : [];
  const shift = at ? { CLOCK_SHIFT_MS: `${at.getTime() - Date.now()}` } : {};
  const program = spawn(process.execPath, [...clock, "--enable-source-maps", "dist/main.js", "start"], {
    cwd: checkoutFolder(),
    env: { ...process.env, ...shift, PORT: `${port}`, THIDUA_DATA: data, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  program.stdout?.resume();
  return program;
}

/** Waits until the program says it is ready. */
export async function answering(program: ChildProcess, port = PORT): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/san-sang`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the program did not answer in two minutes");
}

export const stopProgram = (program: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (program.exitCode !== null || program.signalCode !== null) return resolve();
    program.once("exit", () => resolve());
    program.kill("SIGINT");
  });
