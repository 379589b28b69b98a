import type { Condition, NationalCondition, Rule } from "../rule.ts";
import {
  afterDiscipline,
  byMerit,
  circular2018,
  decree2017,
  decree2025,
  law2022,
  people,
  registered,
  reviewed,
  startOfR1,
  startOfR2,
} from "./shared.ts";

/** Chiến sĩ thi đua toàn quốc: the dossier comes in the year after the second CSTĐ bộ. */
const yearAfterSecond = {
  kind: "year-after-second",
  code: "two-ministry-titles",
  title: "MINISTRY_EMULATION_FIGHTER",
  mark: "S",
} as const;

const standard = (
  basis: string,
  usedOnce: boolean,
  timing: Pick<NationalCondition, "after" | "until" | "basis" | "onlyIn">,
): readonly Condition[] => [
  { ...yearAfterSecond, ...timing },
  {
    kind: "initiatives",
    code: "national-initiative",
    count: 1,
    scope: "national",
    period: { kind: "titles", title: "MINISTRY_EMULATION_FIGHTER", count: 2 },
    usedOnce,
    basis,
    mark: "S",
  },
];

const basisR1 = `${decree2017}, Điều 9 khoản 1; ${circular2018}, Điều 9`;
const basisR2 = `${law2022}, Điều 21`;
const rule = { name: "national-emulation-fighter", code: "NATIONAL_EMULATION_FIGHTER" } as const;

export const nationalEmulationFighter: readonly Rule[] = [
  {
    ...rule,
    from: startOfR1,
    to: startOfR2,
    routes: [
      byMerit(people, [
        registered,
        reviewed(basisR1),
        ...standard(basisR1, false, {
          after: "title",
          until: "10-31",
          basis: `${decree2017}, Điều 9 khoản 1 và Điều 48 khoản 1; ${circular2018}, Điều 9`,
        }),
      ]),
    ],
  },
  {
    ...rule,
    from: startOfR2,
    to: null,
    routes: [
      byMerit(people, [
        reviewed(basisR2),
        ...standard(basisR2, true, {
          after: "decision",
          until: "12-31",
          basis: `${law2022}, Điều 21; Nghị định 98/2023/NĐ-CP`,
          onlyIn: ["R2"],
        }),
        {
          ...yearAfterSecond,
          after: "decision",
          until: "12-31",
          basis: `${law2022}, Điều 21; ${decree2025}, Điều 35 khoản 1`,
          onlyIn: ["R3", "R4"],
        },
        afterDiscipline,
      ]),
    ],
  },
];
