import { type Day, day, lastDayOf } from "../platform/day.ts";
import type { Code, SubjectKind } from "./codes.ts";
import { judgeAll } from "./condition.ts";
import { evaluate } from "./evaluate.ts";
import type { Case, Facts } from "./facts.ts";
import { catalogueNumbers, type Numbers } from "./numbers.ts";
import { withRatios } from "./numbers-ratios.ts";
import { type RegimeCode, regimeOn } from "./regimes.ts";
import type { Condition, QuotaCondition, Route, Rule } from "./rule.ts";
import { ruleOn } from "./rule-on.ts";
import { situationOf } from "./situation.ts";
import type { Verdict } from "./verdict.ts";

/**
 * What judges a title or form by merit on a day, found once for many cases: the version of the rule, its
 * route for that kind of subject, with the ratios that officers have entered.
 */
export interface Ruling {
  readonly code: Code;
  readonly subject: SubjectKind;
  readonly regime: RegimeCode;
  readonly rule: Rule;
  readonly route: Route;
  /** Those of its conditions by which most cases are out of reach. */
  readonly sieved: readonly Condition[];
}

/** Null where the catalogue has no standard by merit for that subject on the day. */
export function rulingOn(
  code: Code,
  subject: SubjectKind,
  onDay: Day,
  numbers: Numbers = catalogueNumbers,
): Ruling | null {
  const regime = regimeOn(onDay);
  const found = ruleOn(code, onDay);
  if (!regime || !found) return null;
  const rule = withRatios(found, numbers.enteredRatios, onDay);
  const route = rule.routes.find((one) => one.basis === "merit" && one.subjects.includes(subject));
  if (!route) return null;
  const sieved = sieve.flatMap((kind) => route.all.filter((condition) => condition.kind === kind));
  return { code, subject, regime: regime.code, rule, route, sieved };
}

/** The verdict of one ruling on what is known of somebody for a year. */
export const verdictUnder = (ruling: Ruling, year: number, receivedOn: Day, facts: Facts): Verdict =>
  evaluate(ruling.rule, ruling.route, caseUnder(ruling, year, receivedOn, facts), ruling.regime);

const caseUnder = ({ code, subject }: Ruling, year: number, receivedOn: Day, facts: Facts): Case => ({
  ...{ ask: code, for: subject, basis: "merit", year, receivedOn, moreFavourable: false, facts },
});

/** What decides most cases by what was held and done before, the cheapest to look at first. */
const sieve: readonly Condition["kind"][] = ["holds", "titles-in-a-row", "year-after-second", "grade", "any"];

/**
 * True when one of those conditions is unmet: nothing else need be asked to know that it cannot be given. False
 * says nothing; then `verdictUnder` does.
 */
export function isOutOfReach(ruling: Ruling, year: number, receivedOn: Day, facts: Facts): boolean {
  const situation = situationOf(caseUnder(ruling, year, receivedOn, facts), ruling.regime);
  return ruling.sieved.some((condition) => judgeAll([condition], situation)[0]?.state === "unmet");
}

/** The last day on which a dossier for that year may come: the rule's own, or the end of the year. */
export function lastDossierDay(ruling: Ruling, year: number): Day {
  for (const condition of ruling.route.all)
    if (condition.kind === "year-after-second" && isAsked(condition, ruling))
      return day(`${year}-${condition.until}`);
  return lastDayOf(year);
}

/** The ceilings (tỷ lệ) that a ruling sets on how many may be proposed. */
export const quotasOf = (ruling: Ruling): readonly QuotaCondition[] =>
  ruling.route.all.filter(
    (condition): condition is QuotaCondition => condition.kind === "quota" && isAsked(condition, ruling),
  );

/** True when the rule asks something that no record can tell, so that records alone never decide it. */
export const asksWhatNobodyRecords = (ruling: Ruling): boolean =>
  ruling.route.all.some((condition) => condition.kind === "unrecorded" && isAsked(condition, ruling));

const isAsked = ({ onlyIn }: Condition, { regime }: Ruling): boolean =>
  onlyIn === undefined || onlyIn.includes(regime);

/**
 * The facts without discipline and pending matters, for somebody who may not know of them: as if there were
 * none where a record is kept at all. It looks only at what is open, so that nothing is told by the result.
 */
export function withoutRestricted(facts: Facts): Facts {
  const { discipline: _discipline, pending: _pending, members, ...open } = facts;
  const kept = open.honours !== undefined;
  return {
    ...open,
    ...(kept && { discipline: [], pending: [] }),
    ...(members && { members: { ...members, ...(members.total !== undefined && { warnedOrWorse: 0 }) } }),
  };
}
