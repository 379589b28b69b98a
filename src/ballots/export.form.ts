import { z } from "zod";
import { day } from "../platform/day.ts";
import { EXPORT_FORMAT, type PollExport } from "./export.ts";

const whole = z.number().int().nonnegative();

const Threshold = z.object({
  percent: z.number().min(0).max(100),
  rule: z.enum(["at-least", "more-than"]),
  needed: whole,
  basis: z.string(),
  verified: z.boolean(),
});

const Question = z.object({
  ordinal: whole,
  kind: z.enum(["approve", "choose", "rank"]),
  title: z.string(),
  nominees: z.array(
    z.object({
      ordinal: whole,
      name: z.string(),
      note: z.string(),
      key: z.string(),
      withdrawn: z.string().nullable(),
    }),
  ),
  pick: whole,
  seats: whole,
  points: z.array(whole),
  threshold: Threshold.nullable(),
});

const Papers = z.object({
  issued: whole,
  returned: whole,
  valid: whole,
  invalid: whole,
  nominees: z.array(z.object({ yes: whole, no: whole, blank: whole, places: z.array(whole) })),
});

const KEY_BYTES = 32;
const Key = z.base64().refine((text) => atob(text).length === KEY_BYTES);

/** Larger than any vote this program can hold by far; a larger file is not read into memory. */
export const LARGEST_EXPORT = 64 * 1024 * 1024;

/** An export as a file holds it: whatever else is in the file is no export. */
const Whole = z.object({
  format: z.literal(EXPORT_FORMAT),
  title: z.string(),
  body: z.string(),
  mark: z.string(),
  on: z.iso.date().transform(day),
  round: whole.min(1),
  members: whole.min(1),
  roll: whole,
  unopened: whole,
  questions: z.array(Question),
  publicKey: Key.nullable(),
  sessionKey: Key.nullable(),
  ballots: z.array(z.object({ question: whole, sealed: z.base64() })),
  codes: z.array(z.object({ question: whole, code: z.string() })),
  papers: z.array(Papers).nullable(),
  canonical: z.string(),
});

/** Questions in their order, one nominee to approve, papers for each or for none, both halves of the key or none. */
const ExportForm = Whole.refine(
  ({ questions, papers, publicKey, sessionKey }) =>
    questions.every(
      ({ ordinal, kind, nominees }, at) =>
        ordinal === at + 1 &&
        nominees.length > 0 &&
        (kind !== "approve" || nominees.length === 1) &&
        nominees.every((nominee, place) => nominee.ordinal === place + 1) &&
        (papers === null || (papers[at]?.nominees.length ?? 0) >= nominees.length),
    ) &&
    (papers === null || papers.length === questions.length) &&
    (publicKey === null) === (sessionKey === null),
);

/** Reads an export; null when the text is none. */
export function readExport(text: string): PollExport | null {
  try {
    const read = ExportForm.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
