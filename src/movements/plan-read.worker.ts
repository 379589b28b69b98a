import { parentPort } from "node:worker_threads";
import { readLines } from "../documents/read.ts";
import type { Calendar } from "../platform/calendar.ts";
import { isRefusal } from "../platform/refusal.ts";
import { readPlan } from "./plan-assembly.ts";

/** Reads documents on a thread of its own, one after the other, so that no input can hold up the program. */
parentPort?.on("message", async ({ bytes, calendar }: { bytes: Uint8Array; calendar: Calendar }) => {
  const lines = await readLines(bytes);
  parentPort?.postMessage(isRefusal(lines) ? lines : { lines, reading: readPlan(lines, calendar) });
});
