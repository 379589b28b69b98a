import { z } from "zod";
import { optionalText, optionalWholeNumber, requiredText, ticked, wholeNumber } from "../web/form-fields.ts";
import { type Band, type Grade, type GradeCondition, type Quota, type Rule, ruleKinds } from "./criteria.ts";
import type { CriterionWords } from "./criteria-edit.ts";
import { optionalHundredths, requiredHundredths } from "./number.form.ts";
import { subjectKinds } from "./table.ts";

const changes = z.coerce.number().int().min(1);

export const StartForm = z.object({
  owner: z.coerce.number({ error: "Hãy chọn cơ quan ban hành." }).int().min(1, "Hãy chọn cơ quan ban hành."),
  year: wholeNumber({ least: 1945, most: 2199 }),
  kind: z.enum(subjectKinds, { error: "Hãy chọn đối tượng chấm điểm." }),
  name: requiredText("Hãy đặt tên bảng tiêu chí.", 300),
  note: optionalText(1000),
});

export const CopyForm = z.object({ year: wholeNumber({ least: 1945, most: 2199 }) });

export const WordsForm = z.object({
  changes,
  name: requiredText("Hãy đặt tên bảng tiêu chí.", 300),
  note: optionalText(1000),
});

export const PublishForm = z.object({ changes, basis: z.string().max(300).optional().default("") });

export const ChangesForm = z.object({ changes });

export const MoveForm = z.object({ changes, move: z.enum(["up", "down"]) });

export const mostBands = 8;

const BandRow = z.object({
  from: optionalHundredths(),
  fromIncluded: ticked(),
  to: optionalHundredths(),
  toIncluded: ticked(),
  points: optionalHundredths(),
});

/** A criterion: the kind of rule says which fields count. */
export const CriterionForm = z
  .object({
    changes,
    parent: optionalWholeNumber(),
    name: requiredText("Hãy ghi nội dung tiêu chí.", 1000),
    max: requiredHundredths("Hãy ghi điểm tối đa."),
    kind: z.enum([...ruleKinds, "GROUP"], { error: "Hãy chọn cách chấm." }),
    standard: optionalHundredths(),
    per: optionalHundredths(),
    event: optionalText(100),
    measure: optionalText(40),
    whole: ticked(),
    bands: z.array(BandRow).optional().default([]),
    source: z
      .enum(["lateness", "targets", ""])
      .optional()
      .transform((source) => source || null),
    field: optionalText(40),
  })
  .transform((form, context): { changes: number; parent: number | null; words: CriterionWords } => ({
    changes: form.changes,
    parent: form.parent,
    words: {
      name: form.name,
      max: form.max,
      source: form.source,
      field: form.field,
      rule: ruleIn(form, (path, message) => context.addIssue({ code: "custom", path: [path], message })),
    },
  }));

interface RuleFields {
  readonly kind: Rule["kind"] | "GROUP";
  readonly standard: number | null;
  readonly per: number | null;
  readonly event: string | null;
  readonly measure: string | null;
  readonly whole: boolean;
  readonly bands: readonly z.output<typeof BandRow>[];
}

function ruleIn(form: RuleFields, wrong: (path: string, message: string) => void): Rule | null {
  switch (form.kind) {
    case "GROUP":
      return null;
    case "OVERFULFIL":
      if (form.standard === null) wrong("standard", "Hãy ghi điểm chuẩn khi hoàn thành 100 %.");
      return { kind: "OVERFULFIL", standard: form.standard ?? 0 };
    case "DEDUCT_PER_EVENT":
    case "BONUS":
      if (form.per === null) wrong("per", "Hãy ghi số điểm mỗi lần.");
      return { kind: form.kind, per: form.per ?? 0, event: form.event ?? "lần" };
    case "STEP_BANDS":
      return {
        kind: "STEP_BANDS",
        measure: form.measure ?? "%",
        whole: form.whole,
        bands: bandsIn(form.bands, wrong),
      };
    default:
      return { kind: form.kind };
  }
}

function bandsIn(rows: RuleFields["bands"], wrong: (path: string, message: string) => void): Band[] {
  const written = rows.filter(({ from, to, points }) => from !== null || to !== null || points !== null);
  if (written.length < 2) wrong("bands", "Hãy ghi ít nhất hai mức.");
  if (written.some(({ points }) => points === null)) wrong("bands", "Mỗi mức phải có điểm.");
  return written.map((row) => ({ ...row, points: row.points ?? 0 }));
}

export const mostGrades = 6;

const GradeRow = z.object({
  code: optionalText(10),
  name: optionalText(100),
  from: optionalHundredths(),
  quota: optionalText(20),
  met: optionalWholeNumber({ most: 20 }),
  short: optionalHundredths(),
  orMet: optionalWholeNumber({ most: 20 }),
  orShort: optionalHundredths(),
});

/** Grades: one row each; “20 %” or “3” limits how many. */
export const GradesForm = z
  .object({
    changes,
    grades: z.array(GradeRow).optional().default([]),
    targets: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.coerce.number().int()),
    ),
  })
  .transform((form, context) => ({
    changes: form.changes,
    targets: form.targets,
    grades: form.grades
      .filter(({ code }) => code !== null)
      .map((row, at): Grade => {
        const quota = quotaIn(row.quota);
        if (quota === "wrong")
          context.addIssue({
            code: "custom",
            path: ["grades", at, "quota"],
            message: `Số lượng “${row.quota}” không rõ; hãy ghi số đơn vị (3) hoặc tỷ lệ (20 %).`,
          });
        return {
          code: row.code!,
          name: row.name ?? `Loại ${row.code}`,
          from: row.from ?? 0,
          conditions: conditionsIn(row),
          quota: quota === "wrong" ? null : quota,
        };
      }),
  }));

function quotaIn(text: string | null): Quota | null | "wrong" {
  if (text === null) return null;
  const parts = /^(\d{1,4})(?:,(\d{1,2}))?\s*(%)?$/.exec(text.trim());
  if (!parts) return "wrong";
  const most = Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
  if (parts[3]) return { kind: "percent", most };
  return parts[2] ? "wrong" : { kind: "count", most: Number(parts[1]) };
}

const conditionsIn = (row: z.output<typeof GradeRow>): GradeCondition[] => [
  ...(row.met === null ? [] : [{ met: row.met, othersShortAtMost: row.short }]),
  ...(row.orMet === null ? [] : [{ met: row.orMet, othersShortAtMost: row.orShort }]),
];
