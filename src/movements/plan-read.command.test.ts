import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const COMMAND = join(import.meta.dirname, "plan-read.command.ts");

/** Runs the command as a program of its own: what it prints, and with which code it ends. */
const run = (...argv: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const folder = mkdtempSync(join(tmpdir(), "plan-read-"));
    const program = join(folder, "program.mjs");
    writeFileSync(
      program,
      `import { planRead } from ${JSON.stringify(COMMAND)};\nprocess.exitCode = await planRead(process.argv.slice(2));\n`,
    );
    execFile(process.execPath, [program, ...argv], (error, out, err) => {
      rmSync(folder, { recursive: true });
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });

test("prints one JSON object on standard output and ends with 0", async () => {
  const { code, out } = await run("fixtures/sources/002-qd-252-btp-2021-plan.txt", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(
    JSON.parse(readFileSync("fixtures/expected/002-qd-252-btp-2021-plan.json", "utf8")),
  );
});

test("ends with 2 and one sentence on standard error when there is nothing to read", async () => {
  expect(await run("không-có.txt", "--json")).toMatchObject({
    code: 2,
    out: "",
    err: "Không tìm thấy tệp “không-có.txt”.\n",
  });
  expect(await run("fixtures", "--json")).toMatchObject({
    code: 2,
    out: "",
    err: "Không mở được tệp “fixtures”.\n",
  });
  const usage = await run();
  expect([usage.code, usage.err.split("\n")]).toEqual([
    2,
    ["Cách dùng: ./thidua plan read TỆP --json (đọc .txt, .docx hoặc .pdf).", ""],
  ]);
});
