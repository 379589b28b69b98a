import { type Code, entryOf, nameOf } from "./catalogue.ts";
import { type Initiative, scopeNames, scopes } from "./facts.ts";
import { yearsOf } from "./period.ts";
import type { InitiativesCondition } from "./rule.ts";
import { found, listed, type Situation, twoDigits } from "./situation.ts";
import type { Finding } from "./verdict.ts";

/**
 * Initiatives (sáng kiến) and accepted scientific work: recognised, of enough influence, in the years
 * that count, and not already spent on another award.
 */
export function judgeInitiatives(condition: InitiativesCondition, situation: Situation): Finding {
  const { facts, case: asked } = situation;
  const years = yearsOf(condition.period, situation);
  const reach = scopes.indexOf(condition.scope);
  /** True, false, or undefined when a fact that decides it was left out. */
  const counts = ({ year, scope, recognised, usedFor }: Initiative): boolean | undefined => {
    if (recognised === false) return false;
    if (scope !== undefined && scopes.indexOf(scope) < reach) return false;
    if (year !== undefined && (year < years.mayFrom || year > years.to)) return false;
    if (condition.usedOnce && spentOn(asked.ask, usedFor ?? []) !== undefined) return false;
    if (recognised === undefined || scope === undefined || year === undefined) return undefined;
    return year >= years.from ? true : undefined;
  };
  const all = facts.initiatives ?? [];
  const certain = all.filter((one) => counts(one) === true);
  const possible = all.filter((one) => counts(one) === undefined);
  const span = years.from >= years.to ? `năm ${years.to}` : `các năm ${years.from}–${years.to}`;
  const wanted = `sáng kiến phạm vi ${scopeNames[condition.scope]} được công nhận`;
  const missing = condition.count - certain.length;
  if (missing <= 0)
    return found(condition, {
      state: "met",
      words: `Có ${twoDigits(certain.length)} ${wanted} (${listed(certain.map(({ id }) => id))}); yêu cầu ${twoDigits(condition.count)}${reuse(certain, asked.ask)}`,
      evidence: certain.map(({ id }) => `initiatives.${id}`),
      needs: null,
    });
  const needs = `thêm ${twoDigits(missing)} ${wanted} hoặc đề tài khoa học được nghiệm thu, ${span}`;
  const open =
    facts.initiatives === undefined || facts.initiativesUnknown === true || possible.length >= missing;
  return found(condition, {
    state: open ? "unknown" : "unmet",
    words: open
      ? `Chưa rõ có đủ ${twoDigits(condition.count)} ${wanted} trong ${span} hay không`
      : `${certain.length === 0 ? "Chưa có" : `Có ${twoDigits(certain.length)}`} ${wanted} trong ${span}; yêu cầu ${twoDigits(condition.count)}${spent(all, condition, asked.ask)}`,
    evidence: evidenceOf(facts.initiatives, facts.initiativesUnknown),
    needs: open ? `Cần xác nhận hoặc ${needs}` : `Cần ${needs}`,
  });
}

const evidenceOf = (
  initiatives: readonly Initiative[] | undefined,
  unknown: boolean | undefined,
): string[] => [
  ...(initiatives === undefined ? [] : initiatives.length === 0 ? ["initiatives"] : []),
  ...(initiatives ?? []).map(({ id }) => `initiatives.${id}`),
  ...(unknown === true ? ["initiativesUnknown"] : []),
];

/**
 * The award that bars an initiative: one that served a title may not serve a form and vice versa, and one
 * form may not follow another (công văn 5007/BNV-TĐKT năm 2023, mục III.5.c).
 */
const spentOn = (ask: Code, usedFor: readonly Code[]): Code | undefined =>
  entryOf(ask).kind === "form" ? usedFor[0] : usedFor.find((code) => entryOf(code).kind === "form");

function spent(all: readonly Initiative[], condition: InitiativesCondition, ask: Code): string {
  if (!condition.usedOnce) return "";
  const words = all.flatMap(({ id, usedFor }) => {
    const award = spentOn(ask, usedFor ?? []);
    return award === undefined ? [] : [`${id} đã dùng cho ${nameOf(award)}`];
  });
  return words.length === 0 ? "" : ` (${words.join("; ")}: công văn 5007/BNV-TĐKT năm 2023, mục III.5.c)`;
}

/** No text bars a second title for one initiative; the officer is told, not stopped. */
function reuse(certain: readonly Initiative[], ask: Code): string {
  const again = certain.filter(({ usedFor }) => usedFor?.some((code) => code !== ask));
  if (again.length === 0) return "";
  return `; lưu ý: ${listed(again.map(({ id }) => id))} đã dùng cho danh hiệu khác, văn bản không cấm dùng lại cho danh hiệu sau`;
}
