import { catalogue } from "../src/law/catalogue.ts";
import type { Awards } from "../src/records/award.ts";
import { type NewFact, noPaper } from "../src/records/fact.ts";

/** The awards as the house hands them in. */
export const awards: Awards = catalogue;

/** An award held; only what matters in the case is given. */
export const anAward = (code: string, year: number, given: Partial<NewFact> = {}): NewFact =>
  ({
    ...{ kind: "honour", ...noPaper, year, code, fromYear: null },
    ...{ posthumous: false, revokedOn: null, revokedBy: null },
    ...given,
  }) as NewFact;

export const aGrade = (
  year: number,
  grade: "excellent" | "good" | "completed" | "notCompleted",
): NewFact => ({
  ...{ kind: "grade", ...noPaper, year, grade },
});
