import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Refusal } from "../platform/refusal.ts";
import { brokenOff, tooSlow } from "./read-refusals.ts";

/**
 * The file of a thread: in the sources beside the module that asks, built beside the chunk that holds it or,
 * when that module went into the main file, in the folder of chunks.
 */
export function threadBeside(here: string, name: string): URL {
  if (here.endsWith(".ts")) return new URL(`./${name}.ts`, here);
  const beside = new URL(`./${name}.js`, here);
  return existsSync(beside) ? beside : new URL(`./chunks/${name}.js`, here);
}

const MEMORY_IN_MEGABYTES = 768;

/** Threads that have read and wait for more, one for each reader; they don't keep the program running. */
const idle = new Map<string, Worker>();

/**
 * Has a reader on a thread of its own answer one message. A reader that needs longer than the limit, or
 * more memory, is ended and the file is refused; one that answered is kept for the next file.
 */
export function readApart<Answer>(reader: URL, input: object, limit: number): Promise<Answer | Refusal> {
  const thread = idle.get(reader.href) ?? begun(reader);
  idle.delete(reader.href);
  thread.removeAllListeners("error");
  thread.ref();
  return new Promise((resolve) => {
    const settle = (answer: Answer | Refusal) => {
      clearTimeout(clock);
      thread.removeAllListeners("message").removeAllListeners("error");
      resolve(answer);
    };
    const end = (answer: Refusal) => {
      settle(answer);
      void thread.terminate();
    };
    const clock = setTimeout(() => end(tooSlow()), limit);
    thread.once("message", (answer: Answer | Refusal) => {
      settle(answer);
      rest(reader, thread);
    });
    thread.once("error", (error: NodeJS.ErrnoException) =>
      end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooSlow() : brokenOff()),
    );
    thread.postMessage(input);
  });
}

const begun = (reader: URL): Worker =>
  new Worker(reader, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_IN_MEGABYTES }, stderr: true });

function rest(reader: URL, thread: Worker): void {
  if (idle.has(reader.href)) {
    void thread.terminate();
    return;
  }
  thread.once("error", () => idle.delete(reader.href));
  thread.unref();
  idle.set(reader.href, thread);
}
