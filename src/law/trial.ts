import { type Day, yearOf } from "../platform/day.ts";
import { type Code, entryOf, type SubjectKind } from "./catalogue.ts";
import { rules } from "./rule-on.ts";

/** A case to begin with: every fact that may be said of such a subject, with values to be put right. */
export function caseTemplate(code: Code, today: Day): string {
  const subject = entryOf(code).subjects[0] ?? "individual";
  const year = yearOf(today) - 1;
  const basis = rules.find((rule) => rule.code === code)?.routes[0]?.basis ?? "merit";
  return [
    `ask: ${code}`,
    `for: { kind: ${subject} }`,
    `basis: ${basis}`,
    `year: ${year}`,
    `receivedOn: ${today}`,
    "moreFavourable: false",
    "facts:",
    ...(subject === "collective" ? ofCollective(year) : ofPerson(year, subject)),
    "",
  ].join("\n");
}

const ofPerson = (year: number, subject: SubjectKind): readonly string[] => [
  `  grades: { ${year - 1}: good, ${year}: excellent }`,
  "  honours:",
  `    - { code: ADVANCED_WORKER, year: ${year - 1} }`,
  "  initiatives:",
  `    - { id: SK1, year: ${year}, scope: grassroots, recognised: true, usedFor: [] }`,
  "  discipline: []",
  "  pending: []",
  "  tenureMonths: 24",
  "  absence: { days: 0 }",
  ...(subject === "individual" ? ["  quota: { base: 40, already: 3 }"] : []),
  "  registered: true",
  "  reviewed: true",
];

const ofCollective = (year: number): readonly string[] => [
  `  grades: { ${year - 1}: excellent, ${year}: excellent }`,
  "  honours: []",
  "  discipline: []",
  "  pending: []",
  "  members: { total: 20, completed: 20, advancedWorkers: 15, grassrootsFighters: 2, warnedOrWorse: 0, women: 8 }",
  "  cluster: { voted: true, rank: 1 }",
  "  existsMonths: 120",
  "  registered: true",
  "  reviewed: true",
  "  targetsExceeded: true",
  "  cleanBodies: true",
];
