import type { ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answering, startProgram, stopProgram } from "./house.ts";

export const PORT = 3923;

/** A program of its own that is put from one day of its year to the next; sessions end with the days between. */
interface YearHouse {
  /** Starts the program anew on the same data at nine in the morning of a day, `2021-02-23`. */
  moveTo(day: string): Promise<void>;
  close(): Promise<void>;
}

export function openYear(): YearHouse {
  const data = mkdtempSync(join(tmpdir(), "thidua-year-"));
  chmodSync(data, 0o755);
  let program: ChildProcess | null = null;
  return {
    async moveTo(day) {
      if (program) await stopProgram(program);
      program = startProgram(data, PORT, new Date(`${day}T09:00:00+07:00`));
      await answering(program, PORT);
    },
    async close() {
      if (program) await stopProgram(program);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
