import { covers, type Day } from "../platform/day.ts";
import type { Code } from "./codes.ts";
import { type NumberRow, rowOn } from "./numbers-row.ts";
import { type RegimeCode, regimes } from "./regimes.ts";
import type { Condition, QuotaCondition, Rule, ShareCondition } from "./rule.ts";
import { rules } from "./rule-on.ts";

/**
 * The ratios (tỷ lệ) that the rules ask for, in percent: shares of a collective's members and ceilings of
 * how many may be proposed. They stand in the conditions of the rules; an entered one takes their place.
 */
export interface Ratio extends NumberRow<number> {
  readonly code: Code;
  readonly part: RatioPart;
}

export type RatioPart = QuotaCondition["of"] | ShareCondition["part"];

export const ratioPartNames: Readonly<Record<RatioPart, string>> = {
  workers: "số người được xét trên số Lao động tiên tiến của đơn vị, không quá",
  leaders: "số tập thể được xét trên số tập thể dẫn đầu, không quá",
  advancedWorkers: "thành viên đạt Lao động tiên tiến",
  completed: "thành viên hoàn thành nhiệm vụ",
};

export const isRatioPart = (text: string): text is RatioPart => text in ratioPartNames;

export const ratioKey = ({ code, part }: Pick<Ratio, "code" | "part">): string => `${code} ${part}`;

type RatioCondition = QuotaCondition | ShareCondition;

const isRatio = (condition: Condition): condition is RatioCondition =>
  condition.kind === "quota" || condition.kind === "share";

const partOf = (condition: RatioCondition): RatioPart =>
  condition.kind === "quota" ? condition.of : condition.part;

/** The ratios of the title itself; those of a standard it leans on belong to that title. */
const ratiosOf = (rule: Rule): readonly Ratio[] =>
  rule.routes
    .flatMap(({ all }) => ownConditions(all))
    .filter(isRatio)
    .flatMap((condition) =>
      spansOf(rule, condition.onlyIn).map((span) => ({
        ...span,
        code: rule.code,
        part: partOf(condition),
        value: condition.percent,
        instrument: instrumentIn(condition.basis),
        basis: condition.basis,
        verified: condition.mark === "S",
      })),
    );

const ownConditions = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.flatMap((condition) =>
    condition.kind === "any" ? condition.ways.flatMap(ownConditions) : [condition],
  );

/** The days of the version, or those of the regimes in which the condition is asked. */
function spansOf(
  rule: Rule,
  onlyIn: readonly RegimeCode[] | undefined,
): readonly { from: Day; to: Day | null }[] {
  if (onlyIn === undefined) return [{ from: rule.from, to: rule.to }];
  const asked = onlyIn.map((code) => regimes[code]);
  const first = asked[0];
  if (!first) return [];
  const from = covers(rule, first.from) ? first.from : rule.from;
  const end = asked.at(-1)?.to ?? null;
  const to = rule.to === null || (end !== null && end < rule.to) ? end : rule.to;
  return [{ from, to }];
}

const instrumentIn = (basis: string): string => /\d+\/\d{4}\/[\p{Lu}\d-]+/u.exec(basis)?.[0] ?? basis;

export const ratios: readonly Ratio[] = distinct(rules.flatMap(ratiosOf));

/** Two routes of one title may ask the same. */
function distinct(all: readonly Ratio[]): readonly Ratio[] {
  const seen = new Set<string>();
  return all.filter((ratio) => {
    const name = `${ratioKey(ratio)} ${ratio.from}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The rule with the entered ratios of the day in place of its own, with their article and mark. */
export function withRatios(rule: Rule, entered: readonly Ratio[], onDay: Day): Rule {
  if (entered.length === 0) return rule;
  return {
    ...rule,
    routes: rule.routes.map((route) => ({ ...route, all: replaced(route.all, rule.code, entered, onDay) })),
  };
}

const replaced = (
  conditions: readonly Condition[],
  code: Code,
  entered: readonly Ratio[],
  onDay: Day,
): readonly Condition[] =>
  conditions.map((condition) => {
    if (condition.kind === "standard")
      return { ...condition, all: replaced(condition.all, condition.title, entered, onDay) };
    if (condition.kind === "any")
      return { ...condition, ways: condition.ways.map((way) => replaced(way, code, entered, onDay)) };
    if (!isRatio(condition)) return condition;
    const ratio = rowOn(
      entered.filter((row) => row.code === code && row.part === partOf(condition) && covers(row, onDay)),
      onDay,
    );
    return ratio
      ? {
          ...condition,
          percent: ratio.value,
          basis: ratio.basis,
          mark: ratio.verified ? ("S" as const) : ("?" as const),
        }
      : condition;
  });
