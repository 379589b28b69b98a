import { z } from "zod";
import { type Day, parseDay } from "../platform/day.ts";
import { nfc } from "../platform/vietnamese.ts";
import { codes, subjectKinds } from "./codes.ts";
import { bases, disciplineForms, grades, pendingMatters, scopes } from "./facts.ts";

/** The shape of a case as a file may write it; days and years are checked, unknown keys are faults. */
const day = z.unknown().transform((written, context): Day => {
  const parsed = parseDay(String(written));
  if (parsed) return parsed;
  const message =
    written === undefined || written === null
      ? "còn thiếu; cần một ngày dạng yyyy-mm-dd"
      : `“${String(written)}” không phải là một ngày có thật dạng yyyy-mm-dd`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const firstYear = 1945;
const lastYear = 2199;

const year = z
  .number()
  .int({ message: "phải là số nguyên" })
  .min(firstYear, { message: `năm phải từ ${firstYear} đến ${lastYear}` })
  .max(lastYear, { message: `năm phải từ ${firstYear} đến ${lastYear}` });

const count = z.number().int({ message: "phải là số nguyên" }).min(0, { message: "không được âm" });
const text = z.string().transform(nfc);

/** A key with nothing behind it says nothing: the same as leaving it out. */
const maybe = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => value ?? undefined, shape.optional());

const honour = z.strictObject({ code: z.enum(codes), year: maybe(year), decidedOn: maybe(day) });

const initiative = z.strictObject({
  id: z.union([text, z.number()], { message: "phải là mã của sáng kiến" }).transform(String),
  year: maybe(year),
  scope: maybe(z.enum(scopes)),
  recognised: maybe(z.boolean()),
  usedFor: maybe(z.array(z.enum(codes))),
});

const endsAfterStart = ({ from, to }: { from: string; to?: string | undefined }): boolean =>
  to === undefined || from < to;
const endBeforeStart = { message: "“to” phải sau “from”", path: ["to"] };
const discipline = z.strictObject({ form: z.enum(disciplineForms), from: day, to: maybe(day) });

const memberCounts = z.strictObject({
  total: maybe(count),
  completed: maybe(count),
  advancedWorkers: maybe(count),
  grassrootsFighters: maybe(count),
  warnedOrWorse: maybe(count),
  women: maybe(count),
});

/** No part of a collective is larger than the whole. */
const members = memberCounts.superRefine(({ total, ...parts }, context) => {
  for (const [part, number] of Object.entries(parts))
    if (total !== undefined && number !== undefined && number > total)
      context.addIssue({ code: "custom", message: `${number} nhiều hơn total ${total}`, path: [part] });
});

const gradesByYear = z.record(z.string(), z.enum(grades)).superRefine((byYear, context) => {
  for (const key of Object.keys(byYear))
    if (!/^\d{4}$/.test(key) || Number(key) < firstYear || Number(key) > lastYear)
      context.addIssue({ code: "custom", message: `“${key}” không phải là một năm`, path: [key] });
});
const absence = z.strictObject({ days: maybe(count), reason: maybe(text) });
const quota = z.strictObject({ base: maybe(count), already: maybe(count) });
const cluster = z.strictObject({
  voted: maybe(z.boolean()),
  rank: maybe(count.min(1, { message: "phải từ 1" })),
});

const facts = z.strictObject({
  grades: maybe(gradesByYear),
  honours: maybe(z.array(honour)),
  initiatives: maybe(z.array(initiative)),
  initiativesUnknown: maybe(z.boolean()),
  discipline: maybe(z.array(discipline.refine(endsAfterStart, endBeforeStart))),
  pending: maybe(z.array(z.enum(pendingMatters))),
  tenureMonths: maybe(count),
  absence: maybe(absence),
  quota: maybe(quota),
  members: maybe(members),
  cluster: maybe(cluster),
  registered: maybe(z.boolean()),
  reviewed: maybe(z.boolean()),
  targetsExceeded: maybe(z.boolean()),
  cleanBodies: maybe(z.boolean()),
  existsMonths: maybe(count),
});

const subject = z.strictObject({ kind: z.enum(subjectKinds) });

export const caseShape = z.strictObject({
  ask: z.enum(codes),
  for: subject,
  basis: z.preprocess((value) => value ?? undefined, z.enum(bases).default("merit")),
  year,
  receivedOn: day,
  moreFavourable: z.preprocess((value) => value ?? undefined, z.boolean().default(false)),
  facts: z.preprocess((value) => value ?? undefined, facts.default({})),
});

/** The keys that each part of a case may have, by its path without positions. */
export const allowedKeys: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(caseShape.shape),
  for: Object.keys(subject.shape),
  facts: Object.keys(facts.shape),
  "facts.honours": Object.keys(honour.shape),
  "facts.initiatives": Object.keys(initiative.shape),
  "facts.discipline": Object.keys(discipline.shape),
  "facts.absence": Object.keys(absence.shape),
  "facts.quota": Object.keys(quota.shape),
  "facts.members": Object.keys(memberCounts.shape),
  "facts.cluster": Object.keys(cluster.shape),
};
