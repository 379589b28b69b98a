import { deciding, judgeAll, wanting } from "./condition.ts";
import type { Case } from "./facts.ts";
import { beyondKnownExpiry, type RegimeCode, regimes } from "./regimes.ts";
import { type Route, type Rule, ruleId } from "./rule.ts";
import { situationOf } from "./situation.ts";
import { judgeSuspension } from "./suspension.ts";
import { allOf, type Finding, type Outcome, type State, type Verdict } from "./verdict.ts";

/** Judges a case by one route of one version of a rule. */
export function evaluate(rule: Rule, route: Route, asked: Case, regime: RegimeCode): Verdict {
  const situation = situationOf(asked, regime);
  const suspension = judgeSuspension(situation);
  const conditions = judgeAll(route.all, situation);
  const findings = [...conditions, suspension];
  const outcome = outcomeOf(conditions, suspension);
  const provisional = beyondKnownExpiry(regimes[regime], asked.receivedOn);
  return {
    ask: asked.ask,
    regime,
    rule: ruleId(rule),
    outcome,
    verified: !provisional && isVerified(outcome, conditions, suspension),
    reason: outcome === "suspended" ? suspension.words : provisional ? lapsed(regime) : null,
    findings,
    needs: wanting(findings),
  };
}

const lapsed = (regime: RegimeCode): string =>
  `Nghị định ${regimes[regime].decree} đã hết hiệu lực vào ngày nhận hồ sơ; kết quả chỉ là tạm tính.`;

/** A pending matter stops everything; then one unmet decides, then one unknown. */
function outcomeOf(conditions: readonly Finding[], suspension: Finding): Outcome {
  if (suspension.state === "unmet") return "suspended";
  return outcomes[allOf([...conditions, suspension].map(({ state }) => state))];
}

const outcomes: Readonly<Record<State, Outcome>> = {
  met: "eligible",
  unmet: "ineligible",
  unknown: "unknown",
};

/** Whether every condition that decided was checked against the text; the absence of a pending matter decides nothing. */
function isVerified(outcome: Outcome, conditions: readonly Finding[], suspension: Finding): boolean {
  if (outcome === "suspended") return suspension.verified;
  if (outcome === "eligible") return conditions.every(({ verified }) => verified);
  const decided = deciding(conditions, outcome === "ineligible" ? "unmet" : "unknown");
  if (decided.length === 0) return suspension.verified;
  return decided.every(({ verified }) => verified);
}
