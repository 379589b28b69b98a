import { unprintableIn } from "../documents/printable.ts";
import { isRefusal } from "../platform/refusal.ts";
import { nfc } from "../platform/vietnamese.ts";
import type { FieldErrors, Typed } from "../web/form.ts";
import type { NumberedCriterion } from "./criteria.ts";
import { type Hundredths, readHundredths } from "./points.ts";
import type { Entry } from "./score.ts";
import { scoredEntry } from "./sheet.ts";

/** What a grid sends for one criterion. */
export interface GridRow {
  readonly criterion: number;
  readonly entry: Entry;
  /** The note of the unit, or the reason of the standing body. */
  readonly words: string | null;
}

export interface GridReading {
  readonly rows: readonly GridRow[];
  readonly version: number;
  readonly errors: FieldErrors;
  readonly typed: Typed;
}

const LONGEST = 1000;

/** Fields of one criterion in the grid: `muc.5.actual`. */
export const gridField = (criterion: number, field: "actual" | "planned" | "words"): string =>
  `muc.${criterion}.${field}`;

/**
 * Reads a whole grid. Everything wrong is said at its field at once, and nothing of it is kept until all is right;
 * criteria not in the form stay as they are.
 */
export function readGrid(form: FormData, leaves: readonly NumberedCriterion[]): GridReading {
  const errors: Record<string, string> = {};
  const typed = typedIn(form);
  const rows: GridRow[] = [];
  for (const leaf of leaves) {
    if (!(gridField(leaf.id, "actual") in typed)) continue;
    const number = (field: "actual" | "planned"): Hundredths | null => {
      const name = gridField(leaf.id, field);
      const text = typed[name]?.[0]?.trim() ?? "";
      if (text === "") return null;
      const value = readHundredths(text, name);
      if (!isRefusal(value)) return value;
      errors[name] = `Mục ${leaf.number}: ${value.sentence}`;
      return null;
    };
    const entry = { actual: number("actual"), planned: number("planned") };
    const words = typed[gridField(leaf.id, "words")]?.[0]?.trim() || null;
    wordsFault(leaf, words, errors);
    pointsFault(leaf, entry, errors);
    rows.push({ criterion: leaf.id, entry, words });
  }
  return { rows, version: Number(typed.version?.[0] ?? 0), errors, typed };
}

function wordsFault(leaf: NumberedCriterion, words: string | null, errors: Record<string, string>): void {
  if (words === null) return;
  const name = gridField(leaf.id, "words");
  const unprintable = unprintableIn(words);
  if (words.length > LONGEST) errors[name] = `Mục ${leaf.number}: ghi chú dài quá 1.000 ký tự.`;
  else if (unprintable.length > 0)
    errors[name] =
      `Mục ${leaf.number}: ký tự ${unprintable.join(" ")} không in được trên văn bản; hãy bỏ đi.`;
}

function pointsFault(leaf: NumberedCriterion, entry: Entry, errors: Record<string, string>): void {
  const actual = gridField(leaf.id, "actual");
  if (actual in errors || gridField(leaf.id, "planned") in errors) return;
  const points = scoredEntry(leaf, entry);
  if (isRefusal(points)) errors[points.field ?? actual] = points.sentence;
}

function typedIn(form: FormData): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === "string") {
      typed[name] ??= [];
      typed[name].push(nfc(value));
    }
  return typed;
}
