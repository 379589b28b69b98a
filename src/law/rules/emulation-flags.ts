import type { Condition, FactCondition, NotBesideCondition, Rule } from "../rule.ts";
import {
  afterDiscipline,
  byMerit,
  circular2018,
  collectives,
  decree2017,
  decree2025,
  homeCircular2019,
  law2003,
  law2022,
  quotaOf,
  registered,
  reviewed,
  startOfR1,
  startOfR2,
  unrecorded,
} from "./shared.ts";

/** Cờ thi đua của Chính phủ; Cờ thi đua của bộ, ban, ngành, tỉnh. */
const said = (code: string, fact: FactCondition["fact"], basis: string): FactCondition => ({
  kind: "fact",
  code,
  fact,
  ifGiven: false,
  basis,
  mark: "S",
});

const targetsExceeded = (basis: string): Condition => said("targets-exceeded", "targetsExceeded", basis);
const cleanBodies = (basis: string): Condition => said("clean-bodies", "cleanBodies", basis);

const chosen = (leading: boolean, basis: string): Condition => ({
  kind: "cluster",
  code: leading ? "leads-cluster" : "chosen-by-cluster",
  leading,
  basis,
  mark: "S",
});

const notBeside = (award: NotBesideCondition["award"]): Condition => ({
  kind: "not-beside",
  code: "not-both-flags",
  award,
  basis: `${homeCircular2019}, Điều 8 khoản 3`,
  mark: "S",
});

const ministryBasisR1 = `${law2003}, Điều 26; ${decree2017}, Điều 12 khoản 1; ${circular2018}, Điều 14`;
const ministryBasisR2 = `${law2022}, Điều 26 khoản 1`;
const governmentBasisR1 = `${decree2017}, Điều 11; ${circular2018}, Điều 13`;
const governmentBasisR2 = `${law2022}, Điều 25 khoản 1`;

const ministryStandardR1: readonly Condition[] = [
  registered,
  reviewed(ministryBasisR1),
  targetsExceeded(ministryBasisR1),
  // The title itself must be held for the year, not only its standard met.
  {
    kind: "titles-in-a-row",
    code: "excellent-collective",
    title: "EXCELLENT_LABOR_COLLECTIVE",
    count: 1,
    basis: ministryBasisR1,
    mark: "S",
  },
];

const ministryFlagR1: readonly Condition[] = [
  ...ministryStandardR1,
  chosen(false, ministryBasisR1),
  notBeside("GOVERNMENT_EMULATION_FLAG"),
];

const leaderR2 = (basis: string): readonly Condition[] => [
  reviewed(basis),
  targetsExceeded(basis),
  chosen(true, basis),
  cleanBodies(basis),
  afterDiscipline,
];

/** The leader of a thematic movement, at its final review: no fact of a case tells of the movement. */
const movementLeader = (years: string, whose: string, basis: string): readonly Condition[] => [
  unrecorded(
    "leads-movement",
    `Chưa rõ có dẫn đầu phong trào thi đua theo chuyên đề ${whose}, thời gian từ ${years} năm trở lên, khi tổng kết`,
    `Cần xác nhận dẫn đầu phong trào thi đua theo chuyên đề ${whose} từ ${years} năm trở lên`,
    basis,
  ),
];

const ministry = { name: "ministry-emulation-flag", code: "MINISTRY_EMULATION_FLAG" } as const;
const province = { name: "province-emulation-flag", code: "PROVINCE_EMULATION_FLAG" } as const;
const government = { name: "government-emulation-flag", code: "GOVERNMENT_EMULATION_FLAG" } as const;

const thematic = (years: string, whose: string, basis: string) =>
  ({ basis: "movement", subjects: collectives, all: movementLeader(years, whose, basis) }) as const;

const flagRoutesR2 = [
  byMerit(collectives, leaderR2(ministryBasisR2)),
  thematic("03", "do bộ, ban, ngành, tỉnh phát động", `${law2022}, Điều 26 khoản 2`),
];

export const emulationFlags: readonly Rule[] = [
  { ...ministry, from: startOfR1, to: startOfR2, routes: [byMerit(collectives, ministryFlagR1)] },
  { ...ministry, from: startOfR2, to: null, routes: flagRoutesR2 },
  { ...province, from: startOfR1, to: startOfR2, routes: [byMerit(collectives, ministryFlagR1)] },
  { ...province, from: startOfR2, to: null, routes: flagRoutesR2 },
  {
    ...government,
    from: startOfR1,
    to: startOfR2,
    routes: [
      byMerit(collectives, [
        ...ministryStandardR1,
        chosen(true, governmentBasisR1),
        quotaOf(20, "leaders", governmentBasisR1, "S"),
        notBeside("MINISTRY_EMULATION_FLAG"),
        notBeside("PROVINCE_EMULATION_FLAG"),
      ]),
      thematic("05", "do Chủ tịch nước, Thủ tướng Chính phủ phát động", governmentBasisR1),
    ],
  },
  {
    ...government,
    from: startOfR2,
    to: null,
    routes: [
      byMerit(collectives, [
        ...leaderR2(governmentBasisR2),
        { ...quotaOf(20, "leaders", "Nghị định 98/2023/NĐ-CP", "K"), onlyIn: ["R2"] },
        { ...quotaOf(20, "leaders", `${decree2025}, Điều 7 khoản 1`, "S"), onlyIn: ["R3", "R4"] },
      ]),
      thematic("05", "do Thủ tướng Chính phủ phát động", `${law2022}, Điều 25 khoản 3`),
    ],
  },
];
