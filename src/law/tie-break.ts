import type { Members } from "./facts.ts";

/**
 * Who comes first of two with equal qualification: a woman, or a collective of at least 70 % women
 * (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 6; Nghị định 91/2017/NĐ-CP, Điều 3 khoản 2).
 */
export type Candidate =
  | { readonly kind: "individual"; readonly woman: boolean }
  | { readonly kind: "collective"; readonly members: Pick<Members, "total" | "women"> };

/** True when the tie goes to this one; a collective of unknown composition is not preferred. */
export function isPreferred(candidate: Candidate): boolean {
  if (candidate.kind === "individual") return candidate.woman;
  const { total, women } = candidate.members;
  return total !== undefined && women !== undefined && total > 0 && women * 100 >= total * 70;
}

/** Orders equally qualified candidates; those alike keep the order they came in. */
export const byTieBreak = (left: Candidate, right: Candidate): number =>
  Number(isPreferred(right)) - Number(isPreferred(left));
