/**
 * A refusal (từ chối có lý do): the answer of an act, a right or a decision that may not go on.
 * It is a value, never thrown: what was asked stays as it was, and the sentence says in Vietnamese
 * what happened, what is kept and what to do.
 */
export interface Refusal {
  /** Short English code, stable, for tests and for pages that react to one refusal. */
  readonly refusal: string;
  readonly sentence: string;
  /** Name of the form field it belongs to, when it belongs to one. */
  readonly field?: string | undefined;
  /** Article on which it rests, as the law names it. */
  readonly basis?: string | undefined;
  /** What the person asking lacks (403), what moved on meanwhile (409), or what was typed wrong (422). */
  readonly kind: RefusalKind;
}

export type RefusalKind = "may-not" | "moved-on" | "unacceptable";

interface RefusalDetail {
  field?: string;
  basis?: string;
  kind?: RefusalKind;
}

/** Makes a refusal; without `kind` it is one of input (shown with the form, 422). */
export const refuse = (refusal: string, sentence: string, detail: RefusalDetail = {}): Refusal => ({
  refusal,
  sentence,
  field: detail.field,
  basis: detail.basis,
  kind: detail.kind ?? "unacceptable",
});

/** A refusal of right: the person asking may not do this (403). */
export const mayNot = (refusal: string, sentence: string, basis?: string): Refusal =>
  refuse(refusal, sentence, { kind: "may-not", ...(basis === undefined ? {} : { basis }) });

/** A refusal because the thing has moved on since the page was drawn (409). */
export const movedOn = (refusal: string, sentence: string): Refusal =>
  refuse(refusal, sentence, { kind: "moved-on" });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refusal" in value && "sentence" in value;

/** What a predicate of right answers when it allows; keeps the reason for the log and the page. */
export interface Permit {
  readonly permit: string;
}

export const permit = (reason: string): Permit => ({ permit: reason });

/** Allows when one of the rights allows; otherwise the last refusal stands, so put the plainest one last. */
export function any(...rights: readonly (Permit | Refusal)[]): Permit | Refusal {
  const allowed = rights.find((right) => !isRefusal(right));
  if (allowed) return allowed;
  return rights.at(-1) ?? mayNot("no-right", "Bạn không có quyền làm việc này.");
}

/** Allows when every right allows; otherwise the first refusal stands. */
export function all(...rights: readonly (Permit | Refusal)[]): Permit | Refusal {
  return rights.find(isRefusal) ?? rights[0] ?? permit("nothing asked");
}
