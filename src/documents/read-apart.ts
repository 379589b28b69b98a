import { Worker } from "node:worker_threads";
import type { Refusal } from "../platform/refusal.ts";
import { binaryFile, tooSlow } from "./read-refusals.ts";

const MEMORY_IN_MEGABYTES = 768;

/**
 * Runs a reader on a thread of its own and takes the one answer it posts. A reader that needs longer than
 * the limit, or more memory, is ended and the file is refused.
 */
export function readApart<Answer>(worker: URL, input: object, limit: number): Promise<Answer | Refusal> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_IN_MEGABYTES },
      stderr: true,
    });
    const clock = setTimeout(() => end(tooSlow()), limit);
    const end = (answer: Answer | Refusal) => {
      clearTimeout(clock);
      resolve(answer);
      void thread.terminate();
    };
    thread.once("message", (answer: Answer | Refusal) => end(answer));
    thread.once("error", (error: NodeJS.ErrnoException) =>
      end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooSlow() : binaryFile()),
    );
  });
}
