import { isRefusal } from "../platform/refusal.ts";
import type { Band, Criteria, Criterion, Grade, Quota, Rule, Source } from "./criteria.ts";
import { hundredths, readHundredths } from "./points.ts";
import type { SubjectKind } from "./table.ts";

/** A table as it is written by hand in `fixtures/criteria`: points as one writes them, steps as intervals. */
export interface FixtureTable {
  readonly kind: SubjectKind;
  /** `{year}` stands for the year. */
  readonly name: string;
  readonly basis: string;
  readonly note: string;
  readonly groups: readonly FixtureCriterion[];
  /** Keys of the criteria whose targets the grades ask for. */
  readonly targets?: readonly string[];
  readonly grades: readonly FixtureGrade[];
}

interface FixtureCriterion {
  readonly key?: string;
  readonly name: string;
  readonly max: number;
  readonly source?: Source;
  readonly field?: string;
  readonly rule?: FixtureRule;
  readonly children?: readonly FixtureCriterion[];
}

interface FixtureRule {
  readonly kind: Rule["kind"];
  readonly standard?: number;
  readonly per?: number;
  readonly event?: string;
  readonly measure?: string;
  readonly whole?: boolean;
  readonly bands?: readonly string[];
}

interface FixtureGrade {
  readonly code: string;
  readonly name: string;
  readonly from: number;
  readonly conditions?: readonly { readonly met: number; readonly short?: number }[];
  readonly quota?: string;
}

/** Throws when the fixture is not well written: it is part of the program. */
export function criteriaOf(table: FixtureTable): Criteria {
  let last = 0;
  const keys = new Map<string, number>();
  const grow = (one: FixtureCriterion): Criterion => {
    last += 1;
    const id = last;
    if (one.key) keys.set(one.key, id);
    return {
      ...{
        id,
        name: one.name,
        max: hundredths(one.max),
        source: one.source ?? null,
        field: one.field ?? null,
      },
      ...{ rule: one.rule ? ruleOf(one.rule) : null, children: (one.children ?? []).map(grow) },
    };
  };
  const groups = table.groups.map(grow);
  return {
    groups,
    targets: (table.targets ?? []).map((key) => keys.get(key)!),
    grades: table.grades.map(gradeOf),
  };
}

function ruleOf(rule: FixtureRule): Rule {
  switch (rule.kind) {
    case "OVERFULFIL":
      return { kind: rule.kind, standard: hundredths(rule.standard!) };
    case "DEDUCT_PER_EVENT":
    case "BONUS":
      return { kind: rule.kind, per: hundredths(rule.per!), event: rule.event! };
    case "STEP_BANDS":
      return {
        kind: rule.kind,
        measure: rule.measure!,
        whole: rule.whole ?? false,
        bands: rule.bands!.map(bandOf),
      };
    default:
      return { kind: rule.kind };
  }
}

/** `(3; 5] = 1.5`. */
function bandOf(text: string): Band {
  const parts = /^([[(])\s*([\d.,]*)\s*;\s*([\d.,]*)\s*([\])])\s*=\s*([\d.,]+)$/.exec(text);
  if (!parts) throw new Error(`not a step: ${text}`);
  const [from, to, points] = [parts[2]!, parts[3]!, parts[5]!].map((one) => (one === "" ? null : read(one)));
  return {
    ...{ from: from ?? null, fromIncluded: parts[1] === "[", to: to ?? null },
    ...{ toIncluded: parts[4] === "]", points: points ?? 0 },
  };
}

function read(text: string): number {
  const value = readHundredths(text);
  if (isRefusal(value)) throw new Error(value.sentence);
  return value;
}

const gradeOf = ({ code, name, from, conditions, quota }: FixtureGrade): Grade => ({
  ...{ code, name, from: hundredths(from), quota: quota ? quotaOf(quota) : null },
  conditions: (conditions ?? []).map(({ met, short }) => ({
    met,
    othersShortAtMost: short === undefined ? null : hundredths(short),
  })),
});

const quotaOf = (text: string): Quota =>
  text.endsWith("%")
    ? { kind: "percent", most: hundredths(Number(text.replace("%", ""))) }
    : { kind: "count", most: Number(text) };
