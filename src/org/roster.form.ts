import { z } from "zod";
import { optionalPick, requiredDay } from "../web/form-fields.ts";
import { categories } from "./person.ts";
import type { Choice } from "./roster.ts";
import { unitKinds } from "./unit.ts";

/** A list comes as a file or as pasted cells. */
export const UploadForm = z.object({
  kind: z.enum(["people", "units"], { error: "Hãy chọn nhập cá nhân hay đơn vị." }),
  file: z.instanceof(File).optional(),
  pasted: z.string().max(5_000_000).optional(),
});

/** Which column holds what, the heading row as Excel counts it, and what stands for empty cells. */
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
  unit: optionalPick(),
  from: requiredDay("Hãy nhập ngày dùng khi ô ngày trống."),
  category: z
    .enum(categories as [(typeof categories)[number], ...(typeof categories)[number][]])
    .optional()
    .default("civil-servant"),
  kind: z
    .enum(unitKinds as [(typeof unitKinds)[number], ...(typeof unitKinds)[number][]])
    .optional()
    .default("room"),
});

const choice = z.string().transform((text): Choice => {
  if (text === "new" || text === "skip") return text;
  return /^\d+$/.test(text) ? { person: Number(text) } : "skip";
});

export const ApplyingForm = z.object({
  choice: z.record(z.string().regex(/^r\d+$/), choice).optional(),
});
