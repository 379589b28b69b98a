import { stringify } from "yaml";
import { z } from "zod";
import {
  optionalDay,
  optionalWholeNumber,
  requiredDay,
  severalOf,
  ticked,
  wholeNumber,
} from "../web/form-fields.ts";
import { codes, subjectKinds } from "./codes.ts";
import { bases, disciplineForms, grades, pendingMatters, scopes } from "./facts.ts";

/** Rows of what may be several: as many as the form shows. */
export const rowsShown = { grades: 5, honours: 6, initiatives: 3 } as const;

const years = { least: 1945, most: 2199 };
const year = () => optionalWholeNumber(years);
const count = () => optionalWholeNumber({ most: 1_000_000 });

/** Said, denied, or left open: what nobody says stays unknown. */
const said = () =>
  z
    .enum(["co", "khong", ""])
    .optional()
    .transform((answer) => (answer === "co" ? true : answer === "khong" ? false : undefined));

/** One of the values, or nothing chosen. */
const choice = <Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .optional()
    .transform((typed, context): Value | undefined => {
      const chosen = values.find((value) => value === typed);
      if (!typed || chosen !== undefined) return chosen;
      context.addIssue({ code: "custom", message: "Lựa chọn này không có trong danh sách.", input: typed });
      return z.NEVER;
    });

const rows = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).optional();

/** A case filled in field by field. */
export const TrialForm = z.object({
  ask: z.enum(codes, { error: "Hãy chọn danh hiệu, hình thức." }),
  kind: z.enum(subjectKinds, { error: "Hãy chọn đối tượng." }),
  basis: z.enum(bases, { error: "Hãy chọn căn cứ xét." }),
  year: wholeNumber(years),
  receivedOn: requiredDay("Hãy nhập ngày cơ quan thẩm định nhận hồ sơ."),
  moreFavourable: ticked(),
  grades: rows(z.object({ year: year(), grade: choice(grades) })),
  honours: rows(z.object({ code: choice(codes), year: year() })),
  honoursAll: ticked(),
  initiatives: rows(z.object({ year: year(), scope: choice(scopes) })),
  initiativesAll: ticked(),
  discipline: z.object({ form: choice(disciplineForms), from: optionalDay(), to: optionalDay() }).optional(),
  disciplineNone: ticked(),
  pending: severalOf(z.enum(pendingMatters)),
  pendingNone: ticked(),
  registered: said(),
  reviewed: said(),
  targetsExceeded: said(),
  cleanBodies: said(),
  tenureMonths: count(),
  existsMonths: count(),
  absenceDays: count(),
  quotaBase: count(),
  quotaAlready: count(),
  members: z
    .object({
      total: count(),
      completed: count(),
      advancedWorkers: count(),
      grassrootsFighters: count(),
      warnedOrWorse: count(),
    })
    .optional(),
  clusterVoted: said(),
  clusterRank: count(),
});

type Filled = z.output<typeof TrialForm>;

/** The same case as a file would write it; what was left empty is left out. */
export function caseText(filled: Filled): string {
  const { ask, kind, basis, year: ofYear, receivedOn, moreFavourable } = filled;
  return stringify(
    bare({
      ask,
      for: { kind },
      basis,
      year: ofYear,
      receivedOn: `${receivedOn}`,
      moreFavourable,
      facts: factsOf(filled),
    }),
  );
}

function factsOf(filled: Filled): Record<string, unknown> {
  const graded = (filled.grades ?? []).filter(({ year: of, grade }) => of !== null && grade !== undefined);
  const honours = (filled.honours ?? []).filter(({ code }) => code !== undefined);
  const initiatives = (filled.initiatives ?? []).filter(({ scope }) => scope !== undefined);
  const { form, from, to } = filled.discipline ?? {};
  return {
    grades:
      graded.length === 0 ? undefined : Object.fromEntries(graded.map((row) => [`${row.year}`, row.grade])),
    honours: listed(honours, filled.honoursAll),
    initiatives: listed(
      initiatives.map((row, index) => ({ id: `SK${index + 1}`, ...row, recognised: true })),
      filled.initiativesAll,
    ),
    discipline: listed(
      form === undefined ? [] : [{ form, from: text(from), to: text(to) }],
      filled.disciplineNone,
    ),
    pending: listed(filled.pending, filled.pendingNone),
    tenureMonths: filled.tenureMonths,
    existsMonths: filled.existsMonths,
    absence: { days: filled.absenceDays },
    quota: { base: filled.quotaBase, already: filled.quotaAlready },
    members: filled.members,
    cluster: { voted: filled.clusterVoted, rank: filled.clusterRank },
    registered: filled.registered,
    reviewed: filled.reviewed,
    targetsExceeded: filled.targetsExceeded,
    cleanBodies: filled.cleanBodies,
  };
}

/** An empty list says “none” only when somebody has said that it is whole. */
const listed = <Row>(all: readonly Row[], whole: boolean): readonly Row[] | undefined =>
  all.length > 0 || whole ? all : undefined;

const text = (value: string | null | undefined): string | undefined => value ?? undefined;

/** Without what is null, undefined, or a group with nothing in it; empty lists stay, since they say something. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value)
    .map(([name, one]) => [name, bare(one)] as const)
    .filter(([, one]) => one !== undefined && one !== null && !isEmptyGroup(one));
  return Object.fromEntries(kept);
}

const isEmptyGroup = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
