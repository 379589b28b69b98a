import { z } from "zod";
import { optionalText, optionalWholeNumber } from "../web/form-fields.ts";
import type { FactKind } from "./fact.ts";
import { type Choice, importKinds } from "./import.ts";

/** A list comes as a file or as pasted cells. */
export const BringForm = z.object({
  kind: z.enum(importKinds as [FactKind, ...FactKind[]], { error: "Hãy chọn nhập nội dung gì." }),
  subject: z.enum(["person", "unit"], { error: "Hãy chọn của cá nhân hay của tập thể." }),
  file: z.instanceof(File).optional(),
  pasted: z.string().max(5_000_000).optional(),
});

/** Which column holds what, the heading row as Excel counts it, and the year of rows that name none. */
export const MappingForm = z.object({
  header: z
    .string()
    .regex(/^\d{1,5}$/, "Dòng tiêu đề là một số, 0 khi bảng không có.")
    .transform((text) => Number(text) - 1),
  columns: z
    .record(z.string(), z.string())
    .optional()
    .transform((columns) =>
      Object.fromEntries(
        Object.entries(columns ?? {}).flatMap(([field, column]) =>
          /^\d{1,3}$/.test(column) ? [[field, Number(column)]] : [],
        ),
      ),
    ),
  usualYear: optionalWholeNumber({ least: 1945, most: 2199 }),
});

const choice = z.string().transform((text): Choice => {
  if (text === "correct" || text === "skip") return text;
  return /^\d{1,15}$/.test(text) ? { person: Number(text) } : "skip";
});

export const ConfirmForm = z.object({
  choice: z.record(z.string().regex(/^r\d+(-\d+)?$/), choice).optional(),
});

export const UndoForm = z.object({ reason: optionalText(500) });
