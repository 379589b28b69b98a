import type { Refusal } from "../platform/refusal.ts";
import { type Line, linesOf } from "./lines.ts";
import { wideOrder } from "./read-format.ts";
import { legacyNameOf } from "./read-legacy.ts";
import { legacyEncoding, unknownEncoding } from "./read-refusals.ts";

/** Lines of a text file: UTF-8 or UTF-16, with or without a mark at the head. Old Vietnamese encodings are refused. */
export function linesOfText(bytes: Uint8Array): Line[] | Refusal {
  const text = decoded(bytes);
  if (text === null) {
    const name = legacyNameOf(new TextDecoder("windows-1252").decode(bytes));
    return name === null ? unknownEncoding() : legacyEncoding(name);
  }
  const legacy = legacyNameOf(text);
  return legacy === null ? linesOf(text) : legacyEncoding(legacy);
}

function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const wide = wideOrder(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
