import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Refusal } from "../platform/refusal.ts";
import { type Line, numbered } from "./lines.ts";
import { type Glyphs, overlaps, pageTexts, withoutRunningHeads } from "./lines-pdf.ts";
import { glyphsOf } from "./lines-pdf-glyphs.ts";
import { legacyNameOf } from "./read-legacy.ts";
import { brokenPdf, encryptedPdf, legacyEncoding, scannedPdf } from "./read-refusals.ts";

/** Lines of a PDF, rebuilt from where its words stand. The library is loaded only when a PDF comes. */
export async function linesOfPdf(bytes: Uint8Array): Promise<Line[] | Refusal> {
  const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Its own worker is a module given in advance, so that nothing is looked for on the disk.
  Object.assign(globalThis, { pdfjsWorker: await import("pdfjs-dist/legacy/build/pdf.worker.mjs") });
  try {
    const task = pdf.getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
    });
    const document = await task.promise;
    const pages: string[][] = [];
    let scattered = false;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const pieces = scattered ? [] : await piecesOf(page);
      scattered ||= overlaps(pieces);
      pages.push(pageTexts(scattered ? glyphsOf(await page.getOperatorList(), pdf.OPS) : pieces));
      page.cleanup();
    }
    await task.destroy();
    return linesOf(withoutRunningHeads(pages));
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? encryptedPdf() : brokenPdf();
  }
}

/** The runs of text of a page; what only marks a place in it has none. */
async function piecesOf(page: PDFPageProxy): Promise<Glyphs[]> {
  const { items } = await page.getTextContent();
  return items.filter((item): item is typeof item & Glyphs => "str" in item);
}

function linesOf(pages: readonly (readonly string[])[]): Line[] | Refusal {
  const texts = pages.flat();
  const letters = texts.reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < 20) return scannedPdf();
  const legacy = legacyNameOf(texts.join("\n"));
  return legacy === null ? numbered(texts) : legacyEncoding(legacy);
}
