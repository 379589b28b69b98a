import type { Refusal } from "../platform/refusal.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Line } from "./lines.ts";
import { linesOfDocx } from "./read-docx.ts";
import { BIGGEST_FILE, formatOf } from "./read-format.ts";
import { linesOfPdf } from "./read-pdf.ts";
import { emptyFile, noText, tooBig, tooManyLines } from "./read-refusals.ts";
import { linesOfText } from "./read-text.ts";

/** A book of five thousand pages has fewer. */
const MOST_LINES = 200_000;

/**
 * Lines of a document, by what its bytes are and not by its name: .docx, .pdf or plain text.
 * What can't be read gets one sentence.
 */
export async function readLines(bytes: Uint8Array): Promise<Line[] | Refusal> {
  if (bytes.length === 0) return emptyFile();
  if (bytes.length > BIGGEST_FILE) return tooBig();
  const format = formatOf(bytes);
  if (isRefusal(format)) return format;
  const lines =
    format === "docx"
      ? await linesOfDocx(bytes)
      : format === "pdf"
        ? await linesOfPdf(bytes)
        : linesOfText(bytes);
  if (isRefusal(lines)) return lines;
  if (lines.length > MOST_LINES) return tooManyLines();
  return lines.some((line) => /[\p{L}\p{N}]/u.test(line.text)) ? lines : noText();
}
