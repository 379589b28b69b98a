import { z } from "zod";
import { type Day, readTypedDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";

/** Readers for what people type, to build a form's schema from. Each says in Vietnamese what it expects. */

/** Text that must be there. */
export const requiredText = (message: string, longest = 500) =>
  present(message).max(longest, `Dài quá; nhiều nhất ${writeNumber(longest)} ký tự.`);

/** Text that is there, whatever it says. The message is for absence alone, not for later checks. */
const present = (message: string) =>
  z.string({ error: (issue) => (issue.code === "invalid_type" ? message : undefined) }).min(1, message);

/** Text that may be left empty; empty is null. */
export const optionalText = (longest = 500) =>
  z
    .string()
    .max(longest)
    .optional()
    .transform((text) => (text ? text : null));

const daySentence = (text: string): string =>
  /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*$/.test(text)
    ? `Ngày ${text.trim()} không có thật; hãy xem lại.`
    : "Hãy nhập ngày theo dạng dd/mm/yyyy, ví dụ 01/3/2021.";

const readDay = (text: string, context: z.RefinementCtx): Day => {
  const value = readTypedDay(text);
  if (value) return value;
  context.addIssue({ code: "custom", message: daySentence(text), input: text });
  return z.NEVER;
};

/** A day typed as dd/mm/yyyy. */
export const requiredDay = (message = "Ngày này chưa điền.") => present(message).transform(readDay);

/** A day that may be left empty; empty is null. */
export const optionalDay = () =>
  z
    .string()
    .optional()
    .transform((text, context) => (text ? readDay(text, context) : null));

/** A whole number typed with or without dots between thousands; `2.340.000 đ` is read too. */
export const wholeNumber = (range: { least?: number; most?: number } = {}) =>
  present("Mục này chưa điền.")
    .transform(readWhole)
    .pipe(
      z
        .number()
        .min(range.least ?? 0)
        .max(range.most ?? Number.MAX_SAFE_INTEGER),
    );

/** A whole number that may be left empty; empty is null. */
export const optionalWholeNumber = (range: { least?: number; most?: number } = {}) =>
  z
    .string()
    .optional()
    .transform((text, context) => (text ? readWhole(text, context) : null))
    .pipe(
      z
        .number()
        .min(range.least ?? 0)
        .max(range.most ?? Number.MAX_SAFE_INTEGER)
        .nullable(),
    );

function readWhole(text: string, context: z.RefinementCtx): number {
  const bare = text.replace(/\s*(đ|đồng)$/iu, "").replace(/[\s\u00a0]/g, "");
  if (/^-?(\d+|\d{1,3}(\.\d{3})+)$/.test(bare)) return Number(bare.replaceAll(".", ""));
  context.addIssue({ code: "custom", message: "Hãy nhập một số nguyên, ví dụ 1.200.", input: text });
  return z.NEVER;
}

/** A number with a decimal comma: `97,5`. */
export const decimalNumber = (range: { least?: number; most?: number } = {}) =>
  present("Mục này chưa điền.")
    .transform((text, context) => {
      const bare = text.replace(/\s/g, "");
      if (/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare))
        return Number(bare.replaceAll(".", "").replace(",", "."));
      context.addIssue({ code: "custom", message: "Hãy nhập một số, ví dụ 97,5.", input: text });
      return z.NEVER;
    })
    .pipe(
      z
        .number()
        .min(range.least ?? Number.MIN_SAFE_INTEGER)
        .max(range.most ?? Number.MAX_SAFE_INTEGER),
    );

/** One box: ticked or not. */
export const ticked = () =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== "");

/** Boxes of one name: none, one or several. */
export const severalOf = <Choice extends z.ZodType>(choice: Choice) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(choice),
  );

/** What a picker sends: the chosen id, or only the words when nothing was chosen from the list. */
export interface Picked {
  readonly id: string | null;
  readonly text: string;
}

/**
 * Reads a picker. Words that were changed after a choice are words again: the id belongs to the label it
 * was chosen with. A radio among several namesakes (`choice`) settles it.
 */
export const optionalPick = () =>
  z
    .object({
      id: z.string().optional(),
      label: z.string().optional(),
      text: z.string().optional(),
      choice: z.string().optional(),
    })
    .optional()
    .transform((sent): Picked | null => {
      const text = sent?.text ?? "";
      if (sent?.choice) return { id: sent.choice, text };
      if (text === "") return null;
      return { id: sent?.id && text === sent.label ? sent.id : null, text };
    });

/** A picker that must be filled. */
export const requiredPick = (message: string) =>
  optionalPick().transform((picked, context): Picked => {
    if (picked) return picked;
    context.addIssue({ code: "custom", message, input: picked });
    return z.NEVER;
  });
