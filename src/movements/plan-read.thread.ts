import type { Line } from "../documents/lines.ts";
import { readApart, threadBeside } from "../documents/read-apart.ts";
import { BIGGEST_FILE } from "../documents/read-format.ts";
import { emptyFile, tooBig } from "../documents/read-refusals.ts";
import { officialCalendar } from "../platform/holidays.ts";
import type { Refusal } from "../platform/refusal.ts";
import type { PlanReading } from "./plan-reading.ts";

/** What was read of a document: its lines, and what they say. */
interface ReadLaunch {
  readonly lines: readonly Line[];
  readonly reading: PlanReading;
}

/** The whole command ends within ten seconds, its start included. */
const LIMIT_IN_MILLISECONDS = 9_000;

const WORKER = threadBeside(import.meta.url, "plan-read.worker");

/** Reads a launch document from its bytes; a file that can't be read is refused with one sentence. */
export async function readLaunchDocument(bytes: Uint8Array, _name: string): Promise<ReadLaunch | Refusal> {
  if (bytes.length === 0) return emptyFile();
  if (bytes.length > BIGGEST_FILE) return tooBig();
  return readApart<ReadLaunch>(WORKER, { bytes, calendar: officialCalendar() }, LIMIT_IN_MILLISECONDS);
}
