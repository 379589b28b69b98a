import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { paperOf } from "./paper.ts";
import type { PrintAnswer, PrintOrder } from "./print-pdf.worker.ts";
import { printable } from "./printable.ts";
import type { OfficialDocument } from "./tree.ts";

/** The build makes this file an entry of its own, `<name>.js` beside `main.js`. */
export const pdfWorkerEntry = {
  name: "print-pdf.worker",
  source: "src/documents/print-pdf.worker.ts",
} as const;

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface Waiting {
  readonly answered: (printed: PrintedPdf) => void;
  readonly failed: (problem: Error) => void;
}

let printer: Worker | null = null;
let orders = 0;
const waiting = new Map<number, Waiting>();

/**
 * The document as PDF/A-2a: tagged, fonts embedded, the same bytes for the same document. It is composed
 * in a thread of its own, so that a long list holds up no page. Throws when the paper cannot be printed
 * without a warning, a character missing from the font included (see `unprintableIn`).
 */
export function printPdf(document: OfficialDocument): Promise<PrintedPdf> {
  const thread = openPrinter();
  const order: PrintOrder = { id: ++orders, document: JSON.stringify(paperOf(printable(document))) };
  return new Promise((answered, failed) => {
    waiting.set(order.id, { answered, failed });
    thread.ref();
    thread.postMessage(order);
  });
}

/** Ends the printer's thread; the next document opens it again. */
export async function closePrinter(): Promise<void> {
  await printer?.terminate();
}

function openPrinter(): Worker {
  if (printer !== null) return printer;
  // No inherited flags: a loader of the parent (tsx, a test runner) has no business in this thread.
  const opened = new Worker(workerFile(), { execArgv: [] });
  opened.unref();
  opened.on("message", (answer: PrintAnswer) => deliver(opened, answer));
  opened.on("error", (problem) =>
    abandon(opened, problem instanceof Error ? problem : new Error(String(problem))),
  );
  opened.on("exit", () => abandon(opened, new Error("the printer's thread ended")));
  printer = opened;
  return opened;
}

function workerFile(): URL {
  const candidates = ["./print-pdf.worker.ts", "./print-pdf.worker.js", "../print-pdf.worker.js"];
  const found = candidates
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)));
  if (found === undefined) throw new Error(`${pdfWorkerEntry.name} was not built`);
  return found;
}

function deliver(thread: Worker, answer: PrintAnswer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) thread.unref();
  if ("fault" in answer) asked?.failed(new Error(`the document cannot be printed: ${answer.fault}`));
  else asked?.answered({ bytes: answer.bytes, pages: answer.pages });
}

function abandon(thread: Worker, problem: Error): void {
  if (printer !== thread) return;
  printer = null;
  const unanswered = [...waiting.values()];
  waiting.clear();
  for (const { failed } of unanswered) failed(problem);
}
