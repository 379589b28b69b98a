import { asksWhatNobodyRecords, lastDossierDay, type Ruling, verdictUnder } from "../law/case-of.ts";
import { entryOf } from "../law/catalogue.ts";
import type { Code } from "../law/codes.ts";
import type { Facts, Grade, Honour, Initiative } from "../law/facts.ts";
import type { Verdict } from "../law/verdict.ts";
import { type Day, yearOf } from "../platform/day.ts";

/**
 * The pathway (lộ trình) of a person or a collective: for every title and form what is held, what this year
 * allows, what is missing, and from which year on it becomes possible under the rules of the day asked.
 */
export interface Step {
  readonly code: Code;
  /** The years for which it is held. */
  readonly held: readonly number[];
  /** What the record as it is gives for the year asked. */
  readonly verdict: Verdict;
  /** Null when no year within the horizon brings it; for a form that is held already, too. */
  readonly earliest: number | null;
  /** True when the rule asks what no record tells: posts held and years in them, a cluster's movement. */
  readonly open: boolean;
}

/** How far ahead the pathway looks. */
export const horizon = 30;

/** What the years to come are taken to bring; shown with every result. */
export const assumptions: readonly string[] = [
  "từ năm nay mỗi năm được xếp loại “hoàn thành xuất sắc nhiệm vụ”",
  "mỗi năm có một sáng kiến được công nhận ở phạm vi cần thiết",
  "năm nào đủ điều kiện thì được tặng danh hiệu của năm đó, mỗi hình thức khen thưởng được tặng ngay năm đầu tiên đủ điều kiện",
  "đơn vị bình xét đạt, còn tỷ lệ; không có kỷ luật, vụ việc mới; quy định không thay đổi",
];

export interface PathwayAsked {
  readonly year: number;
  readonly onDay: Day;
  /** The rules that judge this year's dossiers. */
  readonly thisYear: readonly Ruling[];
  /** The rules of the day asked, taken to go on. */
  readonly onward: readonly Ruling[];
}

/** Every title and form with what is held of it, this year's verdict and the earliest year. */
export function pathwayOf(facts: Facts, asked: PathwayAsked): readonly Step[] {
  const earliest = earliestYears(facts, asked);
  const open = new Set(asked.onward.filter(asksWhatNobodyRecords).map(({ code }) => code));
  return asked.thisYear.map((ruling) => ({
    code: ruling.code,
    held: yearsHeld(facts, ruling.code),
    verdict: verdictUnder(ruling, asked.year, receivedIn(ruling, asked), asReviewed(facts)),
    earliest: earliest.get(ruling.code) ?? null,
    open: open.has(ruling.code),
  }));
}

/** Bình xét and registration come after a record is looked at, so that both are taken as given. */
export const asReviewed = (facts: Facts): Facts => ({ reviewed: true, registered: true, ...facts });

/** The dossier comes on its last day, or on the day asked when that is later. */
const receivedIn = (ruling: Ruling, { year, onDay }: PathwayAsked): Day => {
  const last = lastDossierDay(ruling, year);
  return yearOf(onDay) === year && onDay > last ? onDay : last;
};

const yearsHeld = ({ honours }: Facts, code: Code): readonly number[] =>
  (honours ?? [])
    .flatMap((honour) => (honour.code === code ? (honour.year ?? []) : []))
    .sort((left, right) => left - right);

/** Year by year with a favourable future: the first year in which each title and form becomes possible. */
export function earliestYears(facts: Facts, asked: PathwayAsked): ReadonlyMap<Code, number> {
  const { year: first, onward } = asked;
  const found = new Map<Code, number>();
  const heldForms = new Set((facts.honours ?? []).map(({ code }) => code).filter(isForm));
  const won: Honour[] = [];
  const inOrder = [...onward].sort((left, right) => rankOf(left.code) - rankOf(right.code));
  for (let year = first; year <= first + horizon; year += 1) {
    // A form is decided after its year, so that only later years can rest on it.
    const forms: Honour[] = [];
    for (const ruling of inOrder) {
      const { code } = ruling;
      if (isForm(code) && (heldForms.has(code) || found.has(code))) continue;
      const receivedOn = year === first ? receivedIn(ruling, asked) : lastDossierDay(ruling, year);
      const best = favourable(facts, year, first, won);
      const isOpen = (given: Facts): boolean =>
        verdictUnder(ruling, year, receivedOn, given).outcome === "eligible";
      if (isOpen(best)) (isForm(code) ? forms : won).push({ code, year });
      // What this year brings may stand in the way of what the years before already allow.
      else if (!isOpen(beforeYear(best, year))) continue;
      if (!found.has(code)) found.set(code, year);
    }
    won.push(...forms);
  }
  return found;
}

const isForm = (code: Code): boolean => entryOf(code).kind === "form";

/** Lower awards before those that rest on them. */
const ranks: readonly Code[] = [
  "ADVANCED_WORKER",
  "ADVANCED_LABOR_COLLECTIVE",
  "GRASSROOTS_EMULATION_FIGHTER",
  "EXCELLENT_LABOR_COLLECTIVE",
  "MINISTRY_EMULATION_FIGHTER",
  "NATIONAL_EMULATION_FIGHTER",
  "MINISTRY_EMULATION_FLAG",
  "PROVINCE_EMULATION_FLAG",
  "GOVERNMENT_EMULATION_FLAG",
  "CERTIFICATE_OF_COMMENDATION",
  "MINISTER_CERTIFICATE_OF_MERIT",
  "PROVINCE_CERTIFICATE_OF_MERIT",
  "PM_CERTIFICATE_OF_MERIT",
  "LABOR_ORDER_3",
  "LABOR_ORDER_2",
  "LABOR_ORDER_1",
  "INDEPENDENCE_ORDER_3",
  "INDEPENDENCE_ORDER_2",
  "INDEPENDENCE_ORDER_1",
];

/** The order of the ladder: titles from the lowest, then forms from the lowest. */
export const rankOf = (code: Code): number => {
  const rank = ranks.indexOf(code);
  return rank === -1 ? ranks.length : rank;
};

/** The facts of a year to come: what is known stays, what is not yet known turns out well. */
function favourable(facts: Facts, year: number, first: number, won: readonly Honour[]): Facts {
  const years = Array.from({ length: year - first + 1 }, (_, index) => first + index);
  const later = year > first;
  const composition = {
    total: 10,
    completed: 10,
    advancedWorkers: 10,
    grassrootsFighters: 2,
    warnedOrWorse: 0,
    women: 5,
  };
  return {
    ...facts,
    ...{ reviewed: true, registered: true, initiativesUnknown: false },
    grades: { ...facts.grades, ...Object.fromEntries(years.map((one) => [one, gradeIn(facts, one, first)])) },
    honours: [...(facts.honours ?? []), ...won],
    initiatives: [...(facts.initiatives ?? []), ...years.map(oneInitiative)],
    discipline: facts.discipline ?? [],
    pending: later ? [] : (facts.pending ?? []),
    tenureMonths: (facts.tenureMonths ?? 12) + 12 * (year - first),
    existsMonths: (facts.existsMonths ?? longStanding) + 12 * (year - first),
    quota: later ? plenty : { ...plenty, ...facts.quota },
    members: later ? composition : { ...composition, ...facts.members },
    cluster: later ? leading : { ...leading, ...facts.cluster },
    targetsExceeded: later || (facts.targetsExceeded ?? true),
    cleanBodies: later || (facts.cleanBodies ?? true),
  };
}

/** A unit of which no first day is known stood before this history begins. */
const longStanding = 1200;
const plenty = { base: 1000, already: 0 };
const leading = { voted: true, rank: 1 };

const gradeIn = (facts: Facts, year: number, first: number): Grade =>
  year === first ? (facts.grades?.[year] ?? "excellent") : "excellent";

const oneInitiative = (year: number): Initiative => ({
  id: `${year}`,
  year,
  scope: "national",
  recognised: true,
  usedFor: [],
});

const beforeYear = (facts: Facts, year: number): Facts => ({
  ...facts,
  honours: (facts.honours ?? []).filter((honour) => honour.year !== year),
});

/** The years to come with what each brings for the first time. */
export function yearsAhead(steps: readonly Step[]): readonly { year: number; codes: readonly Code[] }[] {
  const years = [...new Set(steps.flatMap(({ earliest }) => earliest ?? []))].sort(
    (left, right) => left - right,
  );
  return years.map((year) => ({
    year,
    codes: steps.filter(({ earliest }) => earliest === year).map(({ code }) => code),
  }));
}
