import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkoutFolder } from "../src/platform/settings.ts";

/**
 * Cold start (empty data folder, demo ministry loaded) and warm starts, from the command to the first
 * page answered, with the memory of the program then: `node --import tsx bench/start.ts`.
 */
const PORT = 3951;
const WARM_RUNS = 5;

const data = mkdtempSync(join(tmpdir(), "thidua-bench-"));
chmodSync(data, 0o755);
try {
  const cold = await startOnce();
  const warm: number[] = [];
  for (let run = 0; run < WARM_RUNS; run += 1) warm.push((await startOnce()).milliseconds);
  warm.sort((left, right) => left - right);
  console.log(`cold start: ${seconds(cold.milliseconds)} s, ${cold.megabytes} MB resident`);
  console.log(`warm start: median ${seconds(warm[2]!)} s (${warm.map(seconds).join(", ")})`);
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function startOnce(): Promise<{ milliseconds: number; megabytes: number }> {
  const begun = performance.now();
  const program = spawn(process.execPath, ["dist/main.js", "start"], {
    cwd: checkoutFolder(),
    env: { ...process.env, PORT: `${PORT}`, THIDUA_DATA: data, LOG_LEVEL: "warn" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await firstPage(program);
  const milliseconds = performance.now() - begun;
  const megabytes = residentMegabytes(program.pid ?? 0);
  await new Promise((resolve) => {
    program.once("exit", resolve);
    program.kill("SIGINT");
  });
  return { milliseconds, megabytes };
}

async function firstPage(program: ChildProcess): Promise<void> {
  for (;;) {
    if (program.exitCode !== null) throw new Error("the program ended before its first page");
    const answer = await fetch(`http://127.0.0.1:${PORT}/dang-nhap`).catch(() => null);
    if (answer?.ok) return void (await answer.text());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
