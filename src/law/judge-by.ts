import { evaluate } from "./evaluate.ts";
import type { Case } from "./facts.ts";
import { judge } from "./judge.ts";
import type { Numbers } from "./numbers.ts";
import { withRatios } from "./numbers-ratios.ts";
import { regimeOn, regimes } from "./regimes.ts";
import { ruleId } from "./rule.ts";
import { rules } from "./rule-on.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Judges a case with the numbers that officers have entered: where the rule that decided carries a ratio
 * which an entered one replaces, its route is judged anew with that. `judge` alone knows only the catalogue.
 */
export function judgeBy(asked: Case, numbers: Numbers): Verdict {
  const verdict = judge(asked);
  const rule = rules.find((one) => ruleId(one) === verdict.rule);
  if (!rule || verdict.regime === null || numbers.enteredRatios.length === 0) return verdict;
  const { from } = regimes[verdict.regime];
  // A more favourable text of a later regime is judged as on its first day.
  const onDay = regimeOn(asked.receivedOn)?.code === verdict.regime ? asked.receivedOn : from;
  const route = withRatios(rule, numbers.enteredRatios, onDay).routes.find(
    (one) => one.basis === asked.basis && one.subjects.includes(asked.for),
  );
  return route ? evaluate(rule, route, asked, verdict.regime) : verdict;
}
