import { nameOf } from "./catalogue.ts";
import { gradeNames, reaches } from "./facts.ts";
import { yearsOf } from "./period.ts";
import type { EveryYearCondition, GradedYearsCondition, YearsCondition } from "./rule.ts";
import { found, listed, type Situation, twoDigits, yearsBetween } from "./situation.ts";
import { allOf, anyOf, type Finding, type State } from "./verdict.ts";

/** Years on end with a grade, and years of a period with a grade. */
export function judgeYears(condition: YearsCondition, situation: Situation): Finding {
  const { from, to } = yearsOf(condition.period, situation);
  const span = yearsBetween(from, to);
  const states = span.map((year) => stateOfYear(condition, situation, year));
  const state = condition.upTo ? lastRun(states, condition.count) : anyRun(states, condition.count);
  const asks = `${twoDigits(condition.count)} năm liên tục ${gradeWords(condition)}`;
  const good = span.filter((_, index) => states[index] === "met");
  const gaps = span.filter((_, index) => states[index] === "unknown");
  return found(condition, {
    state,
    words: `Yêu cầu ${asks}, tính từ năm ${span[0] ?? to + 1}; đạt các năm: ${good.length === 0 ? "chưa có" : listed(good)}${gaps.length === 0 ? "" : `; chưa rõ các năm: ${listed(gaps)}`}`,
    evidence: evidenceOf(condition, situation, span),
    needs:
      state === "unknown" ? `Cần kết quả xếp loại các năm ${listed(gaps)}` : needsOf(condition, states, to),
  });
}

/** The fewest further years: those still missing behind the run that reaches the year of the case. */
function needsOf(condition: YearsCondition, states: readonly State[], to: number): string {
  let run = 0;
  while (run < states.length && states.at(-1 - run) !== "unmet") run += 1;
  const missing = Math.max(1, condition.count - run);
  const next = yearsBetween(to + 1, to + missing);
  return `Cần thêm ${twoDigits(missing)} năm liên tục ${gradeWords(condition)}, ${listed(next)}`;
}

type YearTest = Pick<YearsCondition, "atLeast" | "orTitle">;

const gradeWords = ({ atLeast, orTitle }: YearTest): string =>
  `được xếp loại “${gradeNames[atLeast]}”${atLeast === "excellent" ? "" : " trở lên"}${orTitle === null ? "" : ` hoặc đạt ${nameOf(orTitle)}`}`;

function stateOfYear(condition: YearTest, { facts, held }: Situation, year: number): State {
  const grade = facts.grades?.[year];
  const byGrade: State =
    grade === undefined ? "unknown" : reaches(grade, condition.atLeast) ? "met" : "unmet";
  if (condition.orTitle === null) return byGrade;
  const has = held?.some((honour) => honour.code === condition.orTitle && honour.year === year);
  return anyOf([byGrade, has === undefined ? "unknown" : has ? "met" : "unmet"]);
}

/** The run must reach the last year. */
function lastRun(states: readonly State[], count: number): State {
  if (states.length < count) return "unmet";
  const last = states.slice(-count);
  if (last.includes("unmet")) return "unmet";
  return last.includes("unknown") ? "unknown" : "met";
}

/** The run may stand anywhere in the period. */
const anyRun = (states: readonly State[], count: number): State =>
  anyOf(states.map((_, index) => lastRun(states.slice(0, index + 1), count)));

const evidenceOf = (condition: YearTest, { facts, held }: Situation, span: readonly number[]): string[] => [
  ...span.filter((year) => facts.grades?.[year] !== undefined).map((year) => `grades.${year}`),
  ...(held ?? [])
    .filter(({ code, year }) => code === condition.orTitle && span.includes(year))
    .map(({ path }) => path),
];

export function judgeEveryYear(condition: EveryYearCondition, situation: Situation): Finding | null {
  const { from, to } = yearsOf(condition.period, situation);
  const span = yearsBetween(from, to);
  const states = span.map((year) => stateOfYear(condition, situation, year));
  const bad = span.filter((_, index) => states[index] === "unmet");
  const gaps = span.filter((_, index) => states[index] === "unknown");
  const state = allOf(states);
  if (condition.shown === "unmet" && state !== "unmet") return null;
  return found(condition, {
    state,
    words: `Mọi năm từ ${from} phải ${gradeWords(condition)}${bad.length === 0 ? "" : `; không đạt các năm: ${listed(bad)}`}${gaps.length === 0 ? "" : `; chưa rõ các năm: ${listed(gaps)}`}`,
    evidence: evidenceOf(condition, situation, span),
    needs:
      state === "unknown"
        ? `Cần kết quả xếp loại các năm ${listed(gaps)}`
        : `Thời gian phải tính lại sau năm không đạt (${listed(bad)})`,
  });
}

export function judgeGradedYears(condition: GradedYearsCondition, situation: Situation): Finding {
  const { facts } = situation;
  const { from, to } = yearsOf(condition.period, situation);
  const span = yearsBetween(from, to);
  const reached = span.filter((year) => {
    const grade = facts.grades?.[year];
    return grade !== undefined && reaches(grade, condition.atLeast);
  });
  const gaps = span.filter((year) => facts.grades?.[year] === undefined);
  const missing = condition.count - reached.length;
  const grade = `“${gradeNames[condition.atLeast]}”`;
  const state: State = missing <= 0 ? "met" : missing <= gaps.length ? "unknown" : "unmet";
  return found(condition, {
    state,
    words: `Có ${twoDigits(reached.length)} năm ${grade}${span.length === 0 ? "" : ` trong các năm ${from}–${to}`}; yêu cầu ${twoDigits(condition.count)}`,
    evidence: reached.map((year) => `grades.${year}`),
    needs:
      state === "unknown"
        ? `Cần kết quả xếp loại các năm ${listed(gaps)}`
        : `Cần thêm ${twoDigits(missing)} năm được xếp loại ${grade}, sớm nhất ${listed(yearsBetween(to + 1, to + missing))}`,
  });
}
