/**
 * An award as a record names it. The catalogue itself belongs to the law, a later stage, so the composition
 * hands the list in; a record keeps only the code.
 */
export interface AwardName {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: "title" | "form";
  readonly subjects: readonly ("individual" | "collective" | "household")[];
}

export type Awards = readonly AwardName[];

/** The name for a page; a code that the catalogue no longer knows stands for itself. */
export const awardName = (awards: Awards, code: string): string =>
  awards.find((award) => award.code === code)?.name ?? code;

export const awardShortName = (awards: Awards, code: string): string =>
  awards.find((award) => award.code === code)?.shortName ?? code;

/** Those a person, or a unit, may hold. */
export const awardsFor = (awards: Awards, subject: "person" | "unit"): Awards =>
  awards.filter((award) => award.subjects.includes(subject === "person" ? "individual" : "collective"));
