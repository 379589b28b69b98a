import { nfc } from "../platform/vietnamese.ts";
import type { OfficialDocument } from "./tree.ts";

/** Control characters that a Word file or a PDF cannot hold; pasted text brings them along. */
const CONTROL = /[\p{Cc}\p{Cs}\u200b\ufeff]/gu;

/** Every character of Tinos, and the boxes and ticks which the printer draws. */
const PRINTABLE =
  /[\n\t\u0020-\u007e\u00a0-\u0377\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u1e00-\u1f15\u2000-\u2064\u2066-\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20be\u2100-\u214f\u215b-\u215e\u2190-\u2195\u2202\u2206\u220f\u2211\u2212\u2215\u2219\u221a\u221e\u221f\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u25a0\u25a1\u25aa-\u25ac\u25b2\u25ba\u25bc\u25c4\u25ca\u25cb\u25cf\u2610-\u2612\u2713\u2717\ufb01-\ufb04\ufffc\ufffd]/gu;

/** The same tree in NFC and without control characters, as every printer takes it. */
export const printable = (document: OfficialDocument): OfficialDocument =>
  JSON.parse(JSON.stringify(document), (_name, value: unknown) =>
    typeof value === "string"
      ? nfc(value.replace(CONTROL, (mark) => (mark === "\n" || mark === "\t" ? mark : "")))
      : value,
  );

/** The characters of a text that no paper can show (an emoji, a foreign script), each once; for forms to refuse. */
export const unprintableIn = (text: string): readonly string[] => [
  ...new Set(nfc(text).replace(CONTROL, "").replace(PRINTABLE, "")),
];
