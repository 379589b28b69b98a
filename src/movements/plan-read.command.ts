import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { BIGGEST_FILE } from "../documents/read-format.ts";
import { missingFile, tooBig, unreadableFile } from "../documents/read-refusals.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { readLaunchDocument } from "./plan-read.thread.ts";
import { printedReading } from "./plan-reading.ts";

const USAGE = "Cách dùng: ./thidua plan read TỆP --json (đọc .txt, .docx hoặc .pdf).";

/** `thidua plan read FILE --json`: prints the reading; 0 when the file could be read, 2 with one sentence when not. */
export async function planRead(argv: readonly string[]): Promise<number> {
  const files = argv.filter((argument) => argument !== "--json");
  const [file] = files;
  if (file === undefined || files.length > 1 || file.startsWith("--")) return failed(USAGE);
  const bytes = await bytesOf(file);
  if (isRefusal(bytes)) return failed(bytes.sentence);
  const read = await readLaunchDocument(bytes, basename(file));
  if (isRefusal(read)) return failed(read.sentence);
  await written(process.stdout, `${JSON.stringify(printedReading(read.reading), null, 2)}\n`);
  return 0;
}

async function bytesOf(file: string): Promise<Uint8Array | Refusal> {
  try {
    const { size } = await stat(file);
    return size > BIGGEST_FILE ? tooBig() : await readFile(file);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? missingFile(file) : unreadableFile(file);
  }
}

async function failed(sentence: string): Promise<number> {
  await written(process.stderr, `${sentence}\n`);
  return 2;
}

/** Waits until a pipe has taken all of it, so that an exit right after cuts nothing off. */
const written = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => stream.write(text, () => resolve()));
