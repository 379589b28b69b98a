import { type Day, writeDay } from "../platform/day.ts";
import { entryOf, existsIn, mayBeGivenTo, nameOf, subjectNames } from "./catalogue.ts";
import { evaluate } from "./evaluate.ts";
import { basisNames, type Case } from "./facts.ts";
import { beforeFirstRegime, type RegimeCode, regimeOn, regimes } from "./regimes.ts";
import { hasRule, ruleOn } from "./rule-on.ts";
import type { Outcome, Verdict } from "./verdict.ts";

/**
 * Judges one case. The day on which the appraising authority received the dossier picks the text; one
 * received before 01/10/2026 gets the newer text when asked and better (Luật 06/2026/QH16, Điều 4 khoản 4).
 */
export function judge(asked: Case): Verdict {
  const regime = regimeOn(asked.receivedOn);
  if (!regime) return refused(asked, null, beforeFirstRegime, true);
  const verdict = judgeUnder(asked, regime.code, asked.receivedOn);
  if (!asked.moreFavourable || regime.code !== "R3") return verdict;
  const newer = judgeUnder(asked, "R4", regimes.R4.from);
  return better(newer.outcome, verdict.outcome) ? newer : verdict;
}

const fromWorstToBest: readonly Outcome[] = ["refused", "suspended", "ineligible", "unknown", "eligible"];

const better = (left: Outcome, right: Outcome): boolean =>
  fromWorstToBest.indexOf(left) > fromWorstToBest.indexOf(right);

/** The verdict by the text of one regime, as it stood on that day. */
function judgeUnder(asked: Case, regime: RegimeCode, onDay: Day): Verdict {
  const { ask, basis } = asked;
  const name = nameOf(ask, regime);
  if (!existsIn(ask, regime))
    return refused(asked, regime, `${name} không có trong ${regimes[regime].words} (${regime}).`, true);
  if (!mayBeGivenTo(ask, asked.for)) {
    const subjects = entryOf(ask).subjects.map((subject) => subjectNames[subject]);
    return refused(
      asked,
      regime,
      `${name} tặng cho ${subjects.join(", ")}, không tặng cho ${subjectNames[asked.for]}.`,
      true,
    );
  }
  const rule = ruleOn(ask, onDay);
  if (!rule && hasRule(ask))
    return refused(
      asked,
      regime,
      `Danh mục không có quy định về ${name} cho ngày ${writeDay(onDay)}.`,
      false,
    );
  if (!rule) return refused(asked, regime, `Danh mục chưa có tiêu chuẩn của ${name} để xét.`, false);
  const route = rule.routes.find((one) => one.basis === basis && one.subjects.includes(asked.for));
  if (route) return evaluate(rule, route, asked, regime);
  const open = rule.routes
    .filter(({ subjects }) => subjects.includes(asked.for))
    .map((one) => basisNames[one.basis]);
  const ways = open.length === 0 ? "" : ` Các căn cứ có thể: ${open.join("; ")}.`;
  return refused(
    asked,
    regime,
    `Danh mục không có quy định xét ${name} ${basisNames[basis]} cho ${subjectNames[asked.for]}.${ways}`,
    rule.partly !== true,
  );
}

/** No rule covers the case; `verified` is false where the catalogue itself is not complete. */
const refused = (asked: Case, regime: RegimeCode | null, reason: string, verified: boolean): Verdict => ({
  ask: asked.ask,
  regime,
  rule: null,
  outcome: "refused",
  verified,
  reason,
  findings: [],
  needs: [],
});
