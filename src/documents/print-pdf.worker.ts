import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { parentPort } from "node:worker_threads";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { template } from "./print-pdf.template.ts";

/** What the printer's thread is asked, and what it answers. */
export interface PrintOrder {
  readonly id: number;
  /** The paper as JSON, for the template's `sys.inputs.document`. */
  readonly document: string;
}

export type PrintAnswer =
  | { readonly id: number; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly fault: string };

const FACES = [
  "400Regular/Tinos_400Regular.ttf",
  "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  "700Bold/Tinos_700Bold.ttf",
  "700Bold_Italic/Tinos_700Bold_Italic.ttf",
];
/** Compiled parts unused for this many prints are forgotten, or the thread would grow with every document. */
const CACHE_AGE = 3;

const { resolve } = createRequire(import.meta.url);
const compiler = NodeCompiler.create({
  workspace: tmpdir(),
  fontArgs: [{ fontBlobs: FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/tinos/${face}`))) }],
});

/** A warning fails the print: an unknown font or a piece that does not fit must never reach a signature. */
function print(document: string): { bytes: Uint8Array<ArrayBuffer>; pages: number } {
  const outcome = compiler.compile({ mainFileContent: template, inputs: { document } });
  const fault = outcome.takeDiagnostics();
  if (fault !== null) throw new Error(JSON.stringify(compiler.fetchDiagnostics(fault)));
  if (outcome.result === null) throw new Error("nothing was composed");
  const bytes = compiler.pdf(outcome.result, { pdfStandard: PdfStandard.A_2a });
  return { bytes: new Uint8Array(bytes), pages: outcome.result.numOfPages };
}

parentPort?.on("message", ({ id, document }: PrintOrder) => {
  try {
    const { bytes, pages } = print(document);
    parentPort?.postMessage({ id, bytes, pages } satisfies PrintAnswer, [bytes.buffer]);
  } catch (problem) {
    const fault = problem instanceof Error ? problem.message : String(problem);
    parentPort?.postMessage({ id, fault } satisfies PrintAnswer);
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
});
