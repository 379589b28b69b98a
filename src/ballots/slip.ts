import type { Question } from "./poll.ts";

/**
 * One slip (lá phiếu): the answer to one question, as it is sealed. Every slip is written to the same length,
 * so that its envelope tells nothing. The words are few and fixed: two equal answers are equal texts.
 *
 * approve: `yes`, `no` or `blank`. choose and rank: ordinals of nominees, `1,4,7`; rank in order of places;
 * nothing chosen is `blank`.
 */
export type Choice =
  | { readonly kind: "approve"; readonly answer: "yes" | "no" | "blank" }
  | { readonly kind: "choose"; readonly chosen: readonly number[] }
  | { readonly kind: "rank"; readonly places: readonly number[] };

/** Why a paper is invalid, as the count says it. */
export type Fault = "unreadable" | "unknown-nominee" | "twice" | "too-many";

/** Bytes of a slip before it is sealed: room for fifty ordinals. */
export const SLIP_BYTES = 192;

/** Writes a choice as the text that is sealed; choose is sorted, so that its order tells nothing. */
export function writeSlip(choice: Choice): string {
  if (choice.kind === "approve") return choice.answer;
  if (choice.kind === "rank") return written(choice.places);
  return written([...choice.chosen].sort((left, right) => left - right));
}

const written = (ordinals: readonly number[]): string =>
  ordinals.length === 0 ? "blank" : ordinals.join(",");

/** Reads the opened text of a slip under the rules of its question; what breaks them is invalid. */
export function readSlip(text: string, question: Question): Choice | Fault {
  if (question.kind === "approve")
    return text === "yes" || text === "no" || text === "blank"
      ? { kind: "approve", answer: text }
      : "unreadable";
  const ordinals = ordinalsIn(text);
  if (ordinals === null) return "unreadable";
  if (ordinals.some((one) => !question.nominees.some(({ ordinal }) => ordinal === one)))
    return "unknown-nominee";
  if (new Set(ordinals).size < ordinals.length) return "twice";
  if (ordinals.length > question.pick) return "too-many";
  return question.kind === "choose"
    ? { kind: "choose", chosen: ordinals }
    : { kind: "rank", places: ordinals };
}

function ordinalsIn(text: string): readonly number[] | null {
  if (text === "blank") return [];
  return /^[1-9]\d{0,2}(,[1-9]\d{0,2})*$/.test(text) ? text.split(",").map(Number) : null;
}

export const isFault = (read: Choice | Fault): read is Fault => typeof read === "string";

/** The slip's text filled up with spaces to the one length of all slips. */
export function padded(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > SLIP_BYTES) throw new RangeError("a slip is longer than any answer can be");
  return new Uint8Array(SLIP_BYTES).fill(32).map((space, at) => bytes[at] ?? space);
}

/** The text of an opened slip; null when it has not the one length, which nothing honest makes. */
export const unpadded = (bytes: Uint8Array): string | null =>
  bytes.length === SLIP_BYTES ? new TextDecoder().decode(bytes).trimEnd() : null;
