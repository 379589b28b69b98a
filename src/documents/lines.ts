import { nfc } from "../platform/vietnamese.ts";

/** One line of a document as extracted: numbered from 1, NFC, otherwise as it stood there. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Control characters that some programs leave in text; tabs stay, since they mark columns. */
const CONTROLS = /(?!\t)[\p{Cc}\p{Cf}]/gu;

/** Splits text into its lines. A page break is not a line break; soft hyphens and invisible marks go. */
export const linesOf = (text: string): Line[] =>
  numbered(
    nfc(text)
      .replace(/\n$/, "")
      .split(/\r\n|\n|\r/),
  );

/** Numbers texts that are lines already. */
export const numbered = (texts: readonly string[]): Line[] =>
  texts.map((text, index) => ({ number: index + 1, text: nfc(text).replace(CONTROLS, "").trimEnd() }));
