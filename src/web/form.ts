import type { z } from "zod";
import type { Refusal } from "../platform/refusal.ts";
import { nfc } from "../platform/vietnamese.ts";
import { sentenceFor } from "./form-sentences.ts";

/** Everything a person typed, by field name, so that a failed form comes back as it was. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What is wrong with a form: one sentence a field, in the order of the form. `""` is the whole form. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What a form is drawn with: empty at first, or what came back. */
export interface FormState {
  readonly errors: FieldErrors;
  readonly typed: Typed;
}

export type FormReading<Values> = { readonly values: Values; readonly typed: Typed } | FormState;

export const emptyForm: FormState = { errors: {}, typed: {} };

/** Whether the reading failed; then it can be handed to the form's view as it is. */
export const hasErrors = <Values>(reading: FormReading<Values>): reading is FormState => "errors" in reading;

/**
 * Reads what a browser sent. Names with dots make trees (`lines.0.title`), a repeated name or one ending
 * in `[]` makes a list. Text is put into NFC; a file field left empty is absent.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): FormReading<z.output<Schema>> {
  const typed = typedIn(form);
  const result = schema.safeParse(treeOf(form), { error: sentenceFor });
  if (result.success) return { values: result.data, typed };
  return { errors: errorsFrom(result.error.issues, typed), typed };
}

/** A refusal of an act, shown on the form that asked: at its field, or above the whole form. */
export const refusedForm = (refusal: Refusal, typed: Typed): FormState => ({
  errors: {
    [refusal.field ?? ""]: refusal.basis ? `${refusal.sentence} (${refusal.basis})` : refusal.sentence,
  },
  typed,
});

/**
 * The version a form stands upon: the one seen when it was first drawn, so that a slip in another field does not take
 * away the check for what others wrote meanwhile; after a refusal of the whole, which showed the new state, the current.
 */
export const versionShown = ({ errors, typed }: FormState, current: number, name = "version"): string =>
  (errors[""] === undefined ? typed[name]?.[0] : undefined) ?? `${current}`;

/** Name, value and error of one text field, ready to be spread into a field of the kit. */
export const shown = (state: FormState, name: string, stored = "") => ({
  name,
  value: state.typed[name]?.[0] ?? stored,
  error: state.errors[name],
});

/** The same for a group of boxes: once something was typed, an absent name means that none is ticked. */
export const shownList = (state: FormState, name: string, stored: readonly string[] = []) => ({
  name,
  values: Object.keys(state.typed).length > 0 ? (state.typed[name] ?? []) : stored,
  error: state.errors[name],
});

function errorsFrom(issues: readonly z.core.$ZodIssue[], typed: Typed): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = fieldOf(issue.path.join("."), typed);
    errors[field] ??= issue.message;
  }
  return errors;
}

/** The third box of `channels` is no field of its own: its fault belongs to `channels`. */
function fieldOf(path: string, typed: Typed): string {
  const above = path.replace(/\.\d+$/, "");
  return !(path in typed) && above in typed ? above : path;
}

function typedIn(form: FormData): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const list = typed[withoutBrackets(name)] ?? [];
    list.push(nfc(value));
    typed[withoutBrackets(name)] = list;
  }
  return typed;
}

type Leaf = string | File;
type Branch = { [key: string]: Branch | Leaf | Leaf[] };

function treeOf(form: FormData): unknown {
  const root: Branch = Object.create(null);
  for (const name of new Set(form.keys())) {
    const leaves = form.getAll(name).filter(isGiven).map(tidyLeaf);
    const first = leaves[0];
    if (first === undefined) continue;
    const isList = name.endsWith("[]") || leaves.length > 1;
    put(root, withoutBrackets(name).split("."), isList ? leaves : first);
  }
  return listsIn(root);
}

function put(root: Branch, path: readonly string[], value: Leaf | Leaf[]): void {
  let branch = root;
  for (const key of path.slice(0, -1)) {
    const next = branch[key];
    if (!isBranch(next)) branch[key] = Object.create(null);
    branch = branch[key] as Branch;
  }
  branch[path.at(-1) ?? ""] = value;
}

/** A branch whose keys are all numbers is a list, in the order of its numbers. */
function listsIn(value: unknown): unknown {
  if (!isBranch(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d{1,6}$/.test(key)))
    return keys.sort((left, right) => Number(left) - Number(right)).map((key) => listsIn(value[key]));
  return Object.fromEntries(keys.map((key) => [key, listsIn(value[key])]));
}

const isBranch = (value: unknown): value is Branch =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof File);

const isGiven = (value: Leaf): boolean => typeof value === "string" || value.size > 0 || value.name !== "";

const tidyLeaf = (value: Leaf): Leaf =>
  typeof value === "string" ? nfc(value).replaceAll("\r\n", "\n").trim() : value;

const withoutBrackets = (name: string): string => name.replace(/\[\]$/, "");
