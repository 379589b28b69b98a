import {
  asksWhatNobodyRecords,
  isOutOfReach,
  lastDossierDay,
  quotasOf,
  type Ruling,
  rulingOn,
  verdictUnder,
  withoutRestricted,
} from "../law/case-of.ts";
import { entryOf } from "../law/catalogue.ts";
import type { Code, SubjectKind } from "../law/codes.ts";
import type { Facts, Quota } from "../law/facts.ts";
import type { Numbers } from "../law/numbers.ts";
import type { Outcome, Verdict } from "../law/verdict.ts";
import { type Day, lastDayOf } from "../platform/day.ts";
import { type Refusal, refuse } from "../platform/refusal.ts";
import type { RegisteringUnit } from "../registrations/chain.ts";
import { titlesFor } from "../registrations/title.ts";
import { asReviewed } from "./pathway.ts";

/**
 * A sweep (rà soát điều kiện): everybody of a unit, a province or the whole sector against every title and
 * form of a year, beside what is registered. Only what somebody would act on is kept as a finding.
 */
export interface Sweep {
  readonly id: number;
  readonly unit: number;
  readonly unitName: string;
  readonly province: string | null;
  readonly provinceName: string | null;
  readonly year: number;
  /** The day on which dossiers are taken to be received; it picks the rules. */
  readonly receivedOn: Day;
  /** The day on which it was started: who works where, what is known. */
  readonly asOf: Day;
  readonly progress: string;
  readonly actorName: string;
  readonly people: number | null;
  readonly units: number | null;
  readonly doneThrough: number;
  readonly startedAt: Date;
}

/** Who is judged: a person where they work, or a collective. */
export interface SweptSubject {
  readonly kind: "person" | "unit";
  readonly id: number;
  readonly unit: number;
  readonly place: Place;
  /** The unit within which a ceiling counts: the nearest one that is no small collective. */
  readonly quotaUnit: number;
}

/** Up which chain titles are proposed from there; a Sở Tư pháp itself goes both ways. */
export type Place = "sector" | "province" | "department-of-justice";

export interface SweepFinding {
  readonly person: number | null;
  readonly collective: number | null;
  readonly unit: number;
  readonly title: Code;
  /** The line by which it is registered. */
  readonly line: number | null;
  readonly known: Judged;
  /** Without discipline and pending matters. */
  readonly open: Judged;
}

export interface Judged {
  readonly outcome: Outcome;
  readonly needs: string | null;
  readonly verified: boolean;
}

/** A ruling with the day on which its dossiers come. */
export interface Standard {
  readonly ruling: Ruling;
  readonly receivedOn: Day;
  /** What no record tells stays unknown for everybody, so it is no finding. */
  readonly open: boolean;
}

export type Standards = Readonly<Record<"person" | "unit", Readonly<Record<Place, readonly Standard[]>>>>;

const placed: Readonly<Record<Place, RegisteringUnit>> = {
  sector: { name: "", territorial: false, isDepartmentOfJustice: false },
  province: { name: "", territorial: true, isDepartmentOfJustice: false },
  "department-of-justice": { name: "", territorial: true, isDepartmentOfJustice: true },
};

/** A year from which the catalogue has rules, and not one that has yet to come. */
export function decideSweep(asked: { year: number; receivedOn: Day }, today: Day): typeof asked | Refusal {
  const thisYear = Number(today.slice(0, 4));
  if (asked.year < 2017 || asked.year > thisYear + 1)
    return refuse("year-not-swept", `Chỉ rà soát được các năm từ 2017 đến ${thisYear + 1}.`, {
      field: "year",
    });
  if (asked.receivedOn < `${asked.year}-01-01`)
    return refuse("received-before-its-year", "Ngày nhận hồ sơ phải từ đầu năm được xét trở đi.", {
      field: "receivedOn",
    });
  return asked;
}

/** Every title and form that can be proposed from a place in that year and has a standard by merit. */
export function standardsOf(year: number, receivedOn: Day, numbers: Numbers): Standards {
  const of = (place: Place, subject: SubjectKind): readonly Standard[] =>
    titlesFor(placed[place], year, subject).flatMap(({ code }) => {
      const ruling = rulingOn(code, subject, receivedOn, numbers);
      if (!ruling) return [];
      const day = receivedOn === lastDayOf(year) ? lastDossierDay(ruling, year) : receivedOn;
      return [{ ruling, receivedOn: day, open: asksWhatNobodyRecords(ruling) }];
    });
  const everywhere = (subject: SubjectKind) => ({
    sector: of("sector", subject),
    province: of("province", subject),
    "department-of-justice": of("department-of-justice", subject),
  });
  return { person: everywhere("individual"), unit: everywhere("collective") };
}

export interface SweptYear {
  readonly year: number;
  /** The line by which a subject is registered for a title. */
  lineOf(subject: SweptSubject, code: Code): number | null;
  /** The ceiling that holds where the subject stands, with all who are registered. */
  quotaFor(subject: SweptSubject, code: Code): { base: number; already: number } | undefined;
}

/** What is worth reading about one subject, of all titles and forms of the year. */
export function findingsOf(
  subject: SweptSubject,
  facts: Facts,
  standards: readonly Standard[],
  swept: SweptYear,
): SweepFinding[] {
  const known = asReviewed(facts);
  const open = saysRestricted(facts) ? asReviewed(withoutRestricted(facts)) : null;
  const findings: SweepFinding[] = [];
  for (const standard of standards) {
    const { code } = standard.ruling;
    const line = swept.lineOf(subject, code);
    if (line === null && hasTitleOfYear(facts, code, swept.year)) continue;
    const quota = quotaBeside(swept.quotaFor(subject, code), line !== null);
    // Restricted facts only take away, so what the open record rules out is no finding for anybody.
    if (line === null && isOutOfReach(standard.ruling, swept.year, standard.receivedOn, open ?? known))
      continue;
    const judged = judgedBy(standard, swept.year, quota ? { ...known, quota } : known);
    const openly = open ? judgedBy(standard, swept.year, quota ? { ...open, quota } : open) : judged;
    const worth =
      line !== null || isWorth(openly, standard) || (openly !== judged && isWorth(judged, standard));
    if (!worth || (line === null && judged.outcome === "suspended" && !isWorth(openly, standard))) continue;
    findings.push({
      person: subject.kind === "person" ? subject.id : null,
      collective: subject.kind === "unit" ? subject.id : null,
      ...{ unit: subject.unit, title: code, line, known: judged, open: openly },
    });
  }
  return findings;
}

/** What is proposed already counts the others only. */
const quotaBeside = (use: ReturnType<SweptYear["quotaFor"]>, registered: boolean): Quota | undefined =>
  use && { base: use.base, already: Math.max(0, use.already - (registered ? 1 : 0)) };

const isWorth = ({ outcome }: Judged, { open }: Standard): boolean =>
  outcome === "eligible" || outcome === "suspended" || (outcome === "unknown" && !open);

const judgedBy = ({ ruling, receivedOn }: Standard, year: number, facts: Facts): Judged => {
  const verdict: Verdict = verdictUnder(ruling, year, receivedOn, facts);
  const { outcome, verified, needs } = verdict;
  return { outcome, verified, needs: needs.length === 0 ? null : needs.join("; ") };
};

const saysRestricted = ({ discipline, pending, members }: Facts): boolean =>
  (discipline ?? []).length > 0 || (pending ?? []).length > 0 || (members?.warnedOrWorse ?? 0) > 0;

/** A title of the year that has been given needs no sweep any more. */
const hasTitleOfYear = ({ honours }: Facts, code: Code, year: number): boolean =>
  entryOf(code).kind === "title" &&
  (honours ?? []).some((honour) => honour.code === code && honour.year === year);

/** A ceiling with what it is counted on. */
export interface QuotaUse {
  readonly unit: number | null;
  readonly title: Code;
  readonly percent: number;
  readonly base: number;
  readonly registered: number;
  readonly basis: string;
  readonly verified: boolean;
}

/** The whole number that the ceiling allows: 15 % of 47 is 7. */
export const mostOf = ({ base, percent }: Pick<QuotaUse, "base" | "percent">): number =>
  Math.floor((base * percent) / 100);

/** The ceilings among the standards, each once. */
export function ceilingsOf(
  standards: readonly Standard[],
): readonly (Pick<QuotaUse, "title" | "percent" | "basis" | "verified"> & { of: "workers" | "leaders" })[] {
  return standards.flatMap(({ ruling }) =>
    quotasOf(ruling).map(({ percent, of, basis, mark }) => ({
      ...{ title: ruling.code, percent, of, basis, verified: mark === "S" },
    })),
  );
}

/** The groups by which findings are read. */
export const groupNames = {
  "chua-dang-ky": "Đủ điều kiện, chưa đăng ký",
  "dang-ky-du": "Đã đăng ký, đủ điều kiện",
  "dang-ky-thieu": "Đã đăng ký, chưa đủ điều kiện",
  "chua-ro": "Chưa đủ thông tin",
  "tam-dung": "Tạm dừng xét",
} as const;
export type Group = keyof typeof groupNames;

/** What asks for something to be done comes first. */
export const groups: readonly Group[] = [
  "chua-dang-ky",
  "dang-ky-thieu",
  "tam-dung",
  "chua-ro",
  "dang-ky-du",
];

/** For the head of a narrow column. */
export const groupShortNames: Readonly<Record<Group, string>> = {
  "chua-dang-ky": "Đủ, chưa đăng ký",
  "dang-ky-thieu": "Đăng ký, chưa đủ",
  "tam-dung": "Tạm dừng",
  "chua-ro": "Chưa rõ",
  "dang-ky-du": "Đăng ký, đủ",
};

export const isGroup = (text: string): text is Group => text in groupNames;

export function groupOf(outcome: Outcome, registered: boolean): Group {
  if (outcome === "suspended") return "tam-dung";
  if (outcome === "unknown") return "chua-ro";
  if (!registered) return "chua-dang-ky";
  return outcome === "eligible" ? "dang-ky-du" : "dang-ky-thieu";
}
