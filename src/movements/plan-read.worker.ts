import { parentPort, workerData } from "node:worker_threads";
import { readLines } from "../documents/read.ts";
import type { Calendar } from "../platform/calendar.ts";
import { isRefusal } from "../platform/refusal.ts";
import { readPlan } from "./plan-assembly.ts";

/** Reads one document on a thread of its own, so that no input can hold up the program. */
const { bytes, calendar } = workerData as { bytes: Uint8Array; calendar: Calendar };
const lines = await readLines(bytes);
parentPort?.postMessage(isRefusal(lines) ? lines : { lines, reading: readPlan(lines, calendar) });
