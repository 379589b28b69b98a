import { z } from "zod";
import { isRefusal } from "../platform/refusal.ts";
import { type Hundredths, readHundredths } from "./points.ts";

const readNumber = (text: string, context: z.RefinementCtx): Hundredths => {
  const value = readHundredths(text);
  if (!isRefusal(value)) return value;
  context.addIssue({ code: "custom", message: value.sentence, input: text });
  return z.NEVER;
};

/** A number with up to two decimals, as whole hundredths; it must be there. */
export const requiredHundredths = (message: string) =>
  z
    .string({ error: (issue) => (issue.code === "invalid_type" ? message : undefined) })
    .min(1, message)
    .transform(readNumber);

/** The same, or nothing. */
export const optionalHundredths = () =>
  z
    .string()
    .optional()
    .transform((text, context) => (text ? readNumber(text, context) : null));
