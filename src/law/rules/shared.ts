import { day } from "../../platform/day.ts";
import type { SubjectKind } from "../codes.ts";
import type {
  DisciplineCondition,
  FactCondition,
  Mark,
  QuotaCondition,
  Route,
  UnrecordedCondition,
} from "../rule.ts";

/** Names of the texts, as citations write them, and the conditions that many rules share. */
export const law2003 = "Luật 15/2003/QH11";
export const law2022 = "Luật 06/2022/QH15";
export const decree2017 = "Nghị định 91/2017/NĐ-CP";
export const decree2025 = "Nghị định 152/2025/NĐ-CP";
export const circular2018 = "Thông tư 05/2018/TT-BTP";
export const medalCircular2018 = "Thông tư 06/2018/TT-BTP";
export const homeCircular2019 = "Thông tư 12/2019/TT-BNV";

export const startOfR1 = day("2017-10-01");
export const startOfR2 = day("2024-01-01");

export const people: readonly SubjectKind[] = ["individual"];
export const collectives: readonly SubjectKind[] = ["collective"];
export const everybody: readonly SubjectKind[] = ["individual", "collective", "household"];

/** R1 made registration a precondition of every title. */
export const registered: FactCondition = {
  kind: "fact",
  code: "registered",
  fact: "registered",
  ifGiven: false,
  basis: `${law2003}, Điều 10 khoản 1; ${circular2018}, Điều 4 khoản 1`,
  mark: "S",
};

/** The general criteria of conduct, unity and part in movements, confirmed by the unit's bình xét. */
export const reviewed = (basis: string, mark: Mark = "S"): FactCondition => ({
  kind: "fact",
  code: "reviewed",
  fact: "reviewed",
  ifGiven: false,
  basis,
  mark,
});

/** Where another condition already carries the general criteria: looked at only when the unit has spoken. */
export const reviewedWhereSaid = (basis: string): FactCondition => ({ ...reviewed(basis), ifGiven: true });

/** What the text asks of a route and no fact of a case can tell. */
export const unrecorded = (
  code: string,
  words: string,
  needs: string,
  basis: string,
  mark: Mark = "S",
): UnrecordedCondition => ({ kind: "unrecorded", code, words, needs, basis, mark });

/** Achievements count only from the end of discipline. */
export const afterDiscipline: DisciplineCondition = {
  kind: "discipline",
  code: "discipline",
  counts: "touching",
  shown: "unmet",
  onlyIn: ["R3", "R4"],
  basis: `${decree2025}, Điều 4 khoản 4`,
  mark: "S",
};

export const quotaOf = (
  percent: number,
  of: QuotaCondition["of"],
  basis: string,
  mark: Mark,
): QuotaCondition => ({
  kind: "quota",
  code: "quota",
  percent,
  of,
  basis,
  mark,
});

/** Titles are yearly and by merit alone. */
export const byMerit = (subjects: readonly SubjectKind[], all: Route["all"]): Route => ({
  basis: "merit",
  subjects,
  all,
});
