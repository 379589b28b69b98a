import { z } from "zod";
import { yearOf } from "../platform/day.ts";
import {
  optionalDay,
  optionalText,
  optionalWholeNumber,
  requiredDay,
  requiredText,
  severalOf,
  ticked,
  wholeNumber,
} from "../web/form-fields.ts";
import {
  disciplineNames,
  type FactKind,
  gradeNames,
  matterNames,
  type NewFact,
  scopeNames,
  workNames,
} from "./fact.ts";

const oneOf = <Name extends string>(names: Readonly<Record<Name, string>>, message: string) =>
  z.enum(Object.keys(names) as [Name, ...Name[]], { error: message });

/** Three answers: yes, no, nobody has said. */
const yesNoUnknown = () =>
  z
    .string()
    .optional()
    .transform((value) => (value === "co" ? true : value === "khong" ? false : null));

const year = wholeNumber({ least: 1945, most: 2199 });
const count = () => optionalWholeNumber({ least: 0, most: 1_000_000 });

const paper = {
  paperSymbol: optionalText(100),
  paperDay: optionalDay(),
  decidedBy: optionalText(200),
  remarks: optionalText(1000),
};

const grade = z.object({ ...paper, year, grade: oneOf(gradeNames, "Hãy chọn mức xếp loại.") });

const honour = z.object({
  ...paper,
  year,
  code: requiredText("Hãy chọn danh hiệu hoặc hình thức khen thưởng.", 100),
  fromYear: optionalWholeNumber({ least: 1945, most: 2199 }),
  posthumous: ticked(),
});

const initiative = z.object({
  ...paper,
  year,
  title: requiredText("Hãy nhập tên sáng kiến, đề tài.", 500),
  work: oneOf(workNames, "Hãy chọn sáng kiến hay đề tài khoa học."),
  scope: oneOf(scopeNames, "Hãy chọn phạm vi ảnh hưởng."),
  recognised: yesNoUnknown(),
  usedFor: severalOf(z.string().max(100)),
});

const discipline = z.object({
  ...paper,
  form: oneOf(disciplineNames, "Hãy chọn hình thức kỷ luật."),
  fromDay: requiredDay("Hãy nhập ngày bắt đầu có hiệu lực."),
  toDay: optionalDay(),
});

const pending = z.object({
  ...paper,
  matter: oneOf(matterNames, "Hãy chọn vụ việc."),
  since: requiredDay("Hãy nhập ngày bắt đầu."),
  endedOn: optionalDay(),
  cleared: yesNoUnknown(),
});

const absence = z.object({
  ...paper,
  year,
  days: wholeNumber({ least: 1, most: 366 }),
  countsAsWork: ticked(),
});

const service = z.object({ ...paper, fromDay: requiredDay("Hãy nhập ngày bắt đầu công tác.") });

const collective = z.object({
  ...paper,
  year,
  total: count(),
  completed: count(),
  advancedWorkers: count(),
  grassrootsFighters: count(),
  warnedOrWorse: count(),
  women: count(),
  targetsExceeded: yesNoUnknown(),
  cleanBodies: yesNoUnknown(),
  clusterVoted: yesNoUnknown(),
  clusterRank: optionalWholeNumber({ least: 1, most: 1000 }),
});

/** What a browser may send for each kind of fact. The year of what has a span is the year it begins. */
const schemas = {
  grade: grade.transform((values): NewFact => ({ kind: "grade", ...values })),
  honour: honour.transform(
    (values): NewFact => ({ kind: "honour", ...values, revokedOn: null, revokedBy: null }),
  ),
  initiative: initiative.transform((values): NewFact => ({ kind: "initiative", ...values })),
  discipline: discipline.transform(
    (values): NewFact => ({ kind: "discipline", year: yearOf(values.fromDay), ...values }),
  ),
  pending: pending.transform(
    (values): NewFact => ({ kind: "pending", year: yearOf(values.since), ...values }),
  ),
  absence: absence.transform((values): NewFact => ({ kind: "absence", ...values })),
  service: service.transform(
    (values): NewFact => ({ kind: "service", year: yearOf(values.fromDay), ...values }),
  ),
  collective: collective.transform((values): NewFact => ({ kind: "collective", ...values })),
} as const;

export const factForm = (kind: FactKind): z.ZodType<NewFact> => schemas[kind];

/** What comes beside the fact: the document, kept from before or sent now, and the reason of a change. */
export const BesideForm = z.object({
  reason: optionalText(1000),
  document: z.instanceof(File).optional(),
  "document-kept": optionalText(100),
});

export const WithdrawalForm = z.object({ reason: requiredText("Hãy ghi lý do rút.", 1000) });

export const RevocationForm = z.object({
  revokedOn: requiredDay("Hãy nhập ngày quyết định hủy bỏ."),
  revokedBy: requiredText("Hãy nhập số, ký hiệu quyết định hủy bỏ.", 200),
});
