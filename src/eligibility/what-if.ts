import { nameOf } from "../law/catalogue.ts";
import { type Code, isCode } from "../law/codes.ts";
import { type Facts, type Grade, gradeNames, grades, type Scope, scopeNames, scopes } from "../law/facts.ts";
import type { Step } from "./pathway.ts";

/** Something that is not so but might be: a grade, a title or form, an initiative, in a year (giả sử). */
export type Supposition =
  | { readonly kind: "grade"; readonly grade: Grade; readonly year: number }
  | { readonly kind: "honour"; readonly code: Code; readonly year: number }
  | { readonly kind: "initiative"; readonly scope: Scope; readonly year: number };

export const mostSuppositions = 12;

/** Reads `grade:excellent` with a year, as the page's address carries it; null for anything else. */
export function readSupposition(what: string, year: number): Supposition | null {
  const [kind, value = ""] = what.split(":");
  if (!Number.isInteger(year) || year < 1945 || year > 2199) return null;
  const grade = grades.find((one) => one === value);
  if (kind === "grade" && grade) return { kind, grade, year };
  const scope = scopes.find((one) => one === value);
  if (kind === "initiative" && scope) return { kind, scope, year };
  return kind === "honour" && isCode(value) ? { kind, code: value, year } : null;
}

const writeValue = (supposition: Supposition): string => {
  switch (supposition.kind) {
    case "grade":
      return supposition.grade;
    case "honour":
      return supposition.code;
    case "initiative":
      return supposition.scope;
  }
};

/** What can be supposed, without its year: `grade:excellent`. */
const whatOf = (supposition: Supposition): string => `${supposition.kind}:${writeValue(supposition)}`;

/** `grade:excellent:2026` */
export const writeSupposition = (supposition: Supposition): string =>
  `${whatOf(supposition)}:${supposition.year}`;

export const suppositionWords = (supposition: Supposition): string => {
  switch (supposition.kind) {
    case "grade":
      return `năm ${supposition.year} được xếp loại “${gradeNames[supposition.grade]}”`;
    case "honour":
      return `năm ${supposition.year} đạt ${nameOf(supposition.code)}`;
    case "initiative":
      return `năm ${supposition.year} có sáng kiến phạm vi ${scopeNames[supposition.scope]} được công nhận`;
  }
};

/** The record as it would be; nothing of it is kept anywhere. */
export const supposing = (facts: Facts, suppositions: readonly Supposition[]): Facts =>
  suppositions.reduce(withOne, facts);

function withOne(facts: Facts, supposition: Supposition): Facts {
  switch (supposition.kind) {
    case "grade":
      return { ...facts, grades: { ...facts.grades, [supposition.year]: supposition.grade } };
    case "honour":
      return {
        ...facts,
        honours: [...(facts.honours ?? []), { code: supposition.code, year: supposition.year }],
      };
    case "initiative": {
      const known = facts.initiatives ?? [];
      const supposed = { id: `GS${known.length + 1}`, recognised: true, usedFor: [] } as const;
      return {
        ...facts,
        initiativesUnknown: false,
        initiatives: [...known, { ...supposed, year: supposition.year, scope: supposition.scope }],
      };
    }
  }
}

/** A step that what was supposed has changed. */
export interface Change {
  readonly before: Step;
  readonly after: Step;
}

export const changesBetween = (before: readonly Step[], after: readonly Step[]): readonly Change[] =>
  after.flatMap((step) => {
    const old = before.find(({ code }) => code === step.code);
    const same = old?.earliest === step.earliest && old.verdict.outcome === step.verdict.outcome;
    return old && !same ? [{ before: old, after: step }] : [];
  });
