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

/** An export as a file holds it: whatever else is in the file is no export. */
const ExportForm = z.object({
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
  publicKey: z.base64().nullable(),
  sessionKey: z.base64().nullable(),
  ballots: z.array(z.object({ question: whole, sealed: z.base64() })),
  codes: z.array(z.object({ question: whole, code: z.string() })),
  papers: z.array(Papers).nullable(),
  canonical: z.string(),
});

/** Reads an export; null when the text is none. */
export function readExport(text: string): PollExport | null {
  try {
    const read = ExportForm.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
