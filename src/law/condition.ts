import { nameOf } from "./catalogue.ts";
import {
  judgeAge,
  judgeCluster,
  judgeDiscipline,
  judgeFact,
  judgeGrade,
  judgeNotBeside,
  judgeQuota,
  judgeService,
  judgeTenure,
} from "./conditions-facts.ts";
import {
  judgeHolds,
  judgeMedalDiscipline,
  judgeOnce,
  judgeOneStateForm,
  judgeRun,
  judgeTimes,
  judgeYearAfterSecond,
} from "./conditions-honours.ts";
import { judgeInitiatives } from "./conditions-initiatives.ts";
import { judgeMembers, judgeShare } from "./conditions-members.ts";
import { judgeSums } from "./conditions-sums.ts";
import { judgeEveryYear, judgeGradedYears, judgeYears } from "./conditions-years.ts";
import type { AnyCondition, Condition, StandardCondition } from "./rule.ts";
import { found, type Situation } from "./situation.ts";
import { allOf, anyOf, type Finding, type State } from "./verdict.ts";

/** The findings of conditions that are all needed; one that has nothing to say (not asked) is left out. */
export function judgeAll(conditions: readonly Condition[], situation: Situation): readonly Finding[] {
  const findings: Finding[] = [];
  for (const condition of conditions) {
    if (condition.onlyIn !== undefined && !condition.onlyIn.includes(situation.regime)) continue;
    const finding = judgeCondition(condition, situation);
    if (finding) findings.push(finding);
  }
  return findings;
}

function judgeCondition(condition: Condition, situation: Situation): Finding | null {
  switch (condition.kind) {
    case "fact":
      return judgeFact(condition, situation);
    case "grade":
      return judgeGrade(condition, situation);
    case "tenure":
      return judgeTenure(condition, situation);
    case "service":
      return judgeService(condition, situation);
    case "age":
      return judgeAge(condition, situation);
    case "discipline":
      return judgeDiscipline(condition, situation);
    case "initiatives":
      return judgeInitiatives(condition, situation);
    case "titles-in-a-row":
      return judgeRun(condition, situation);
    case "year-after-second":
      return judgeYearAfterSecond(condition, situation);
    case "standard":
      return judgeStandard(condition, situation);
    case "any":
      return judgeAny(condition, situation);
    case "quota":
      return judgeQuota(condition, situation);
    case "share":
      return judgeShare(condition, situation);
    case "members":
      return judgeMembers(condition, situation);
    case "cluster":
      return judgeCluster(condition, situation);
    case "not-beside":
      return judgeNotBeside(condition, situation);
    case "holds":
      return judgeHolds(condition, situation);
    case "once":
      return judgeOnce(condition, situation);
    case "years":
      return judgeYears(condition, situation);
    case "every-year":
      return judgeEveryYear(condition, situation);
    case "graded-years":
      return judgeGradedYears(condition, situation);
    case "times":
      return judgeTimes(condition, situation);
    case "sums":
      return judgeSums(condition, situation);
    case "one-state-form":
      return judgeOneStateForm(condition, situation);
    case "medal-discipline":
      return judgeMedalDiscipline(condition, situation);
    case "unrecorded":
      return found(condition, {
        state: "unknown",
        words: condition.words,
        evidence: [],
        needs: condition.needs,
      });
  }
}

/** Held for the year, or its standard met: “đạt tiêu chuẩn danh hiệu …”. */
function judgeStandard(condition: StandardCondition, situation: Situation): Finding {
  const { held, case: asked } = situation;
  const title = nameOf(condition.title);
  const own = held?.find(({ code, year }) => code === condition.title && year === asked.year);
  if (own)
    return found(condition, {
      state: "met",
      words: `Đã đạt ${title} năm ${own.year}`,
      evidence: [own.path],
      needs: null,
    });
  const parts = judgeAll(condition.all, situation);
  const state = allOf(parts.map((part) => part.state));
  const finding = found(condition, {
    state,
    words: `${state === "met" ? "Đạt" : state === "unmet" ? "Không đạt" : "Chưa rõ có đạt"} tiêu chuẩn ${title} năm ${asked.year}`,
    evidence: parts.flatMap(({ evidence }) => evidence),
    needs: `Cần đạt ${title} (${condition.title}), ${asked.year}: ${wanting(parts).join("; ")}`,
    parts,
  });
  return {
    ...finding,
    verified: finding.verified && deciding(parts, state).every(({ verified }) => verified),
  };
}

/** One way is enough; what is needed is the way that lacks least. */
function judgeAny(condition: AnyCondition, situation: Situation): Finding {
  const ways = condition.ways.map((way) => judgeAll(way, situation));
  const states = ways.map((way) => allOf(way.map(({ state }) => state)));
  const state = anyOf(states);
  const shown = ways.filter((_, index) => states[index] === state);
  const lacking = ways.filter((_, index) => states[index] !== "met").map(wanting);
  const fewest = Math.min(...lacking.map(({ length }) => length));
  const nearest = lacking.filter(({ length }) => length === fewest).map((needs) => needs.join("; "));
  const finding = found(condition, {
    state,
    words: `${condition.words}: ${(state === "met" ? (shown[0] ?? []) : ways.flat()).map(({ words }) => words).join("; ")}`,
    evidence: [
      ...new Set((state === "met" ? (shown[0] ?? []) : ways.flat()).flatMap(({ evidence }) => evidence)),
    ],
    needs: nearest.join("; hoặc "),
    parts: ways.flat(),
  });
  const verified =
    state === "met"
      ? shown.some((way) => way.every((part) => part.verified))
      : shown.every((way) => deciding(way, state).every((part) => part.verified));
  return { ...finding, verified: finding.verified && verified };
}

/** The findings that made a conjunction what it is. */
export const deciding = (findings: readonly Finding[], state: State): readonly Finding[] =>
  findings.filter((finding) => finding.state === state);

/** What is still wanting, each once. */
export const wanting = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.flatMap(({ state, needs }) => (state === "met" || needs === null ? [] : [needs]))),
];
