import { type Day, day } from "../platform/day.ts";
import { type Grade, type NewFact, noPaper, type SubjectRef } from "./fact.ts";

/** Somebody of the demo, with the years in which they worked in one of its units. */
export interface DemoPerson {
  readonly id: number;
  readonly name: string;
  readonly leads: boolean;
  /** The unit of each year from 2016 on; null when not at work. */
  readonly units: readonly (string | null)[];
}

export interface DemoUnit {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

export interface DemoRow {
  readonly subject: SubjectRef;
  readonly fact: NewFact;
}

export const firstYear = 2016;
export const lastYear = 2025;

/** A number from 0 to 99 that is always the same for the same words: the demo's history is invented, not random. */
export function lot(...words: readonly (string | number)[]): number {
  let sum = 2166136261;
  for (const letter of words.join("|")) sum = Math.imul(sum ^ letter.charCodeAt(0), 16777619) >>> 0;
  return ((sum ^ (sum >>> 13)) >>> 0) % 100;
}

const decidedIn = (year: number): Day => day(`${year}-12-${year % 2 === 0 ? "20" : "18"}`);

/** What a person of the demo has reached, year by year, so that runs of years and gaps both occur. */
export function historyOfPerson(person: DemoPerson): DemoRow[] {
  const subject = { kind: "person", id: person.id } as const;
  const facts = person.units.flatMap((unit, index) =>
    unit === null ? [] : yearOf(person, firstYear + index, unit),
  );
  return [...facts, ...higherAwards(person, facts)].map((fact) => ({ subject, fact }));
}

/** The same for the one who was disciplined: that year brought neither a good grade nor an award. */
export function historyOfDisciplined(person: DemoPerson): DemoRow[] {
  const subject = { kind: "person", id: person.id } as const;
  const { year } = demoDiscipline;
  const graded: NewFact = { kind: "grade", ...noPaper, year, grade: "completed" };
  const others = historyOfPerson(person).filter(({ fact }) => fact.year < year || fact.kind === "grade");
  return [
    ...others.filter(({ fact }) => fact.year !== year),
    ...[graded, demoDiscipline].map((fact) => ({ subject, fact })),
  ];
}

function yearOf(person: DemoPerson, year: number, unit: string): NewFact[] {
  const grade = gradeFor(person, year);
  const facts: NewFact[] = [{ kind: "grade", ...noPaper, year, grade, decidedBy: `Thủ trưởng ${unit}` }];
  if (grade !== "excellent" && grade !== "good") return facts;
  facts.push(title("ADVANCED_WORKER", year, `Thủ trưởng ${unit}`));
  const strives = lot(person.name, "strives") < 45;
  if (!strives || lot(person.name, year, "initiative") >= 75) return facts;
  facts.push({
    ...{
      kind: "initiative",
      ...noPaper,
      year,
      work: "initiative",
      scope: scopeFor(person, year),
      recognised: true,
    },
    title: `${themes[lot(person.name, year) % themes.length]} năm ${year}`,
    usedFor: ["GRASSROOTS_EMULATION_FIGHTER"],
  });
  facts.push(title("GRASSROOTS_EMULATION_FIGHTER", year, `Thủ trưởng ${unit}`));
  return facts;
}

const themes = [
  "Rút ngắn thời gian giải quyết hồ sơ hành chính tư pháp",
  "Sổ tay nghiệp vụ thẩm định văn bản quy phạm pháp luật",
  "Phân loại án dân sự theo điều kiện thi hành",
  "Tuyên truyền pháp luật bằng tình huống ngắn cho vùng sâu, vùng xa",
  "Bảng theo dõi tiến độ nhiệm vụ dùng chung trong đơn vị",
  "Quy trình tiếp công dân một cửa",
];

function gradeFor(person: DemoPerson, year: number): Grade {
  const drawn = lot(person.name, year, "grade");
  if (drawn < (lot(person.name, "strives") < 45 ? 30 : 8)) return "excellent";
  if (drawn < 94) return "good";
  return drawn < 99 ? "completed" : "notCompleted";
}

const scopeFor = (person: DemoPerson, year: number) =>
  lot(person.name, year, "scope") < 30 ? "ministry" : "grassroots";

const title = (code: string, year: number, decidedBy: string): NewFact => ({
  ...{
    kind: "honour",
    ...noPaper,
    year,
    code,
    fromYear: null,
    posthumous: false,
    revokedOn: null,
    revokedBy: null,
  },
  paperSymbol: `${100 + lot(code, year, decidedBy)}/QĐ-TĐKT`,
  paperDay: decidedIn(year),
  decidedBy,
});

/** After three years as CSTĐ cơ sở in a row now and then the sector's title; the Minister's certificate after two. */
function higherAwards(person: DemoPerson, facts: readonly NewFact[]): NewFact[] {
  const years = facts.flatMap((fact) =>
    fact.kind === "honour" && fact.code === "GRASSROOTS_EMULATION_FIGHTER" ? [fact.year] : [],
  );
  const third = years.find((year) => years.includes(year - 1) && years.includes(year - 2));
  const second = years.find((year) => years.includes(year - 1));
  const found: NewFact[] = [];
  if (second !== undefined)
    found.push(title("MINISTER_CERTIFICATE_OF_MERIT", second, "Bộ trưởng Bộ Tư pháp"));
  if (third !== undefined && lot(person.name, "ministry") < 40)
    found.push(title("MINISTRY_EMULATION_FIGHTER", third, "Bộ trưởng Bộ Tư pháp"));
  return found;
}

/** One measure and one matter, so that the demo shows what suspension is; each for another person. */
const demoDiscipline: NewFact = {
  ...{ kind: "discipline", ...noPaper, year: 2024, form: "warning" },
  ...{
    fromDay: day("2024-05-06"),
    toDay: day("2025-05-06"),
    paperSymbol: "214/QĐ-STP",
    paperDay: day("2024-05-06"),
  },
};
export const demoPending: NewFact = {
  ...{ kind: "pending", ...noPaper, year: 2026, matter: "complaint", since: day("2026-03-12") },
  ...{ endedOn: null, cleared: null },
};

/** What a unit of the demo has reached. */
export function historyOfUnit(unit: DemoUnit): DemoRow[] {
  const subject = { kind: "unit", id: unit.id } as const;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return years
    .filter((year) => year >= unit.from && year <= unit.to)
    .flatMap((year) => unitYear(unit, year))
    .map((fact) => ({ subject, fact }));
}

function unitYear(unit: DemoUnit, year: number): NewFact[] {
  const excellent = lot(unit.name, year, "grade") < 45;
  const facts: NewFact[] = [{ kind: "grade", ...noPaper, year, grade: excellent ? "excellent" : "good" }];
  facts.push(
    excellent
      ? title("EXCELLENT_LABOR_COLLECTIVE", year, "Bộ trưởng Bộ Tư pháp")
      : title("ADVANCED_LABOR_COLLECTIVE", year, `Thủ trưởng ${unit.name}`),
  );
  if (excellent && lot(unit.name, year, "flag") < 12)
    facts.push(title("MINISTRY_EMULATION_FLAG", year, "Bộ trưởng Bộ Tư pháp"));
  facts.push({
    ...{
      kind: "collective",
      ...noPaper,
      year,
      total: unit.size,
      completed: unit.size,
      women: Math.round(unit.size * 0.45),
    },
    advancedWorkers: Math.max(1, Math.round(unit.size * (excellent ? 0.9 : 0.75))),
    grassrootsFighters: Math.max(1, Math.round(unit.size * 0.15)),
    ...{ warnedOrWorse: 0, targetsExceeded: excellent, cleanBodies: true, clusterVoted: null },
    clusterRank: 1 + (lot(unit.name, year, "rank") % 8),
  });
  return facts;
}
