import type { Code } from "./codes.ts";
import type { RegimeCode } from "./regimes.ts";

/** What the law answers about one case: an outcome, and for every condition its state, article and evidence. */
export interface Verdict {
  readonly ask: Code;
  /** Null before the first regime of the catalogue. */
  readonly regime: RegimeCode | null;
  /** The version of the rule, `kebab-name@validFrom`; null when no rule covers the case. */
  readonly rule: string | null;
  readonly outcome: Outcome;
  /**
   * False when a condition that decided the outcome was not yet checked against the text (chưa đối chiếu):
   * all of them for eligible, the unmet ones for ineligible, the unknown ones for unknown, the pending
   * matters for suspended.
   */
  readonly verified: boolean;
  /** Why the case is refused or suspended, or only provisional; null otherwise. */
  readonly reason: string | null;
  readonly findings: readonly Finding[];
  /** The smallest changes that would make it eligible; empty when it is. */
  readonly needs: readonly string[];
}

/**
 * Suspended: a matter is pending, whatever else holds. Ineligible: one condition is unmet. Unknown: none is
 * unmet, but a fact is missing. Refused: no rule of the catalogue covers the day, the subject or the route.
 */
export type Outcome = "eligible" | "ineligible" | "unknown" | "suspended" | "refused";

export type State = "met" | "unmet" | "unknown";

export interface Finding {
  readonly code: string;
  readonly state: State;
  readonly words: string;
  /** The article on which the condition rests. */
  readonly basis: string;
  /** Paths of the facts that were used: `grades.2024`, `honours[0]`, `initiatives.SK1`. */
  readonly evidence: readonly string[];
  /** What would make it met; null when it is. */
  readonly needs: string | null;
  /** True when it was read in the text of the article (đã đối chiếu). */
  readonly verified: boolean;
  /** The ways of which one is enough, or the standard of another title, each with its own finding. */
  readonly parts?: readonly Finding[];
}

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  eligible: "Đủ điều kiện",
  ineligible: "Chưa đủ điều kiện",
  unknown: "Chưa đủ thông tin",
  suspended: "Tạm dừng xét",
  refused: "Không có quy định để xét",
};

export const stateNames: Readonly<Record<State, string>> = {
  met: "đạt",
  unmet: "không đạt",
  unknown: "chưa rõ",
};

/** All are needed: one unmet decides, then one unknown. */
export const allOf = (states: readonly State[]): State => {
  if (states.includes("unmet")) return "unmet";
  return states.includes("unknown") ? "unknown" : "met";
};

/** One is enough: unmet only when every way is unmet. */
export const anyOf = (states: readonly State[]): State => {
  if (states.includes("met")) return "met";
  return states.includes("unknown") ? "unknown" : "unmet";
};
