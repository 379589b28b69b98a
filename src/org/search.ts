import { fold, inVietnameseOrder, nfc, sameTones, tidy } from "../platform/vietnamese.ts";

/**
 * Searching as people type: without accents, words in any order, and first what matches with its
 * accents as typed.
 */
export const searchWords = (text: string): string[] =>
  tidy(text.replaceAll("\0", "")).split(" ").filter(Boolean).slice(0, 12);

/** LIKE patterns over folded text, one a word. */
export const patternsOf = (words: readonly string[]): string[] =>
  words.map((word) => `%${fold(word).replace(/[\\%_]/g, "\\$&")}%`);

export interface Hit {
  readonly id: number;
  /** All that was searched, as written. */
  readonly text: string;
  readonly name: string;
  /** Whether it still exists or works today. */
  readonly living: boolean;
  /** Whether it stands in a body of the person who asks. */
  readonly near: boolean;
}

/** Exact accents before folded ones, living before ended, near before far, whole words before parts, short before long. */
export function rankHits<Found extends Hit>(hits: readonly Found[], words: readonly string[]): Found[] {
  const typed = words.map((word) => sameTones(nfc(word).toLowerCase()));
  const score = (hit: Found): readonly number[] => {
    const text = sameTones(nfc(hit.text).toLowerCase());
    const parts = text.split(/[^\p{L}\p{N}]+/u);
    return [
      -typed.filter((word) => text.includes(word)).length,
      hit.living ? 0 : 1,
      hit.near ? 0 : 1,
      -typed.filter((word) => parts.includes(word)).length,
      hit.name.length,
    ];
  };
  return hits
    .map((hit) => ({ hit, score: score(hit) }))
    .sort(
      (left, right) =>
        compare(left.score, right.score) ||
        inVietnameseOrder(left.hit.name, right.hit.name) ||
        left.hit.id - right.hit.id,
    )
    .map(({ hit }) => hit);
}

function compare(left: readonly number[], right: readonly number[]): number {
  const different = left.findIndex((value, index) => value !== right[index]);
  return different < 0 ? 0 : left[different]! - right[different]!;
}
