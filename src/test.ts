import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkoutFolder } from "./platform/settings.ts";

/** What one part of the whole check found. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const checkout = checkoutFolder();
const reports = join(checkout, ".test", "reports");
const bin = (name: string) => join(checkout, "node_modules", ".bin", name);

/**
 * `./thidua test`: everything, in one command: format and lint, types, architecture, unit, page, reading
 * and invariant tests on a real PostgreSQL, then the journeys in a browser. Its last line is the sum.
 */
export async function test(): Promise<number> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const tallies = [
    oneStep("Định dạng và lỗi thường gặp", [bin("biome"), "ci", "--error-on-warnings", "."]),
    oneStep("Kiểu", [bin("tsc"), "--noEmit"]),
    oneStep("Mã không dùng tới", [bin("knip"), "--no-progress"]),
    unitTests(),
    journeys(),
  ];
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
}

function oneStep(name: string, [command = "", ...args]: string[]): Tally {
  const begun = performance.now();
  const { status } = run(command, args);
  console.log(`${status === 0 ? "✔" : "✘"} ${name} (${seconds(begun)} giây)`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function unitTests(): Tally {
  const begun = performance.now();
  const report = join(reports, "vitest.json");
  const { status } = run(bin("vitest"), [
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const tally = tallyOf(report, status, (read) => ({
    passed: Number(read.numPassedTests),
    failed: Number(read.numFailedTests),
  }));
  console.log(
    `${tally.failed === 0 ? "✔" : "✘"} Kiểm tra đơn vị, trang, đọc văn bản, bất biến (${seconds(begun)} giây)`,
  );
  return tally;
}

function journeys(): Tally {
  const browser = findBrowser();
  if (!browser) {
    console.log(
      "✘ Chưa có trình duyệt Chromium cho các hành trình. Hãy cài gói chromium của Debian (apt-get install chromium).",
    );
    return { passed: 0, failed: 1 };
  }
  const begun = performance.now();
  const report = join(reports, "journeys.json");
  const { status } = run(bin("playwright"), ["test", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    THIDUA_BROWSER: browser,
  });
  const tally = tallyOf(report, status, (read) => {
    const stats = read.stats as { expected: number; unexpected: number; flaky: number };
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  });
  console.log(`${tally.failed === 0 ? "✔" : "✘"} Hành trình trên trình duyệt (${seconds(begun)} giây)`);
  return tally;
}

/** A run that broke off without a report, or failed although no test did, counts as one failure. */
function tallyOf(
  report: string,
  status: number | null,
  count: (read: Record<string, unknown>) => Tally,
): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const tally = count(JSON.parse(readFileSync(report, "utf8")) as Record<string, unknown>);
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Debian's Chromium; installed through apt where this is allowed. */
function findBrowser(): string | null {
  const named = process.env.THIDUA_BROWSER;
  if (named) return named;
  const there = browsers.find(existsSync);
  if (there || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return there ?? null;
  console.log("Đang cài Chromium của Debian…");
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    DEBIAN_FRONTEND: "noninteractive",
  });
  return browsers.find(existsSync) ?? null;
}

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
  spawnSync(command, args, { cwd: checkout, stdio: "inherit", env: { ...process.env, ...env } });

const seconds = (begun: number): number => Math.round((performance.now() - begun) / 1000);
