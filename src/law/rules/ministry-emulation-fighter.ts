import type { Condition, Rule } from "../rule.ts";
import {
  afterDiscipline,
  byMerit,
  circular2018,
  decree2017,
  law2022,
  people,
  registered,
  reviewed,
  startOfR1,
  startOfR2,
} from "./shared.ts";

/** Chiến sĩ thi đua bộ, ban, ngành, tỉnh; in the sector “Chiến sĩ thi đua ngành Tư pháp”. */
const standard = (basis: string, usedOnce: boolean): readonly Condition[] => [
  {
    kind: "titles-in-a-row",
    code: "three-grassroots-titles",
    title: "GRASSROOTS_EMULATION_FIGHTER",
    count: 3,
    basis,
    mark: "S",
  },
  {
    kind: "initiatives",
    code: "ministry-initiative",
    count: 1,
    scope: "ministry",
    period: { kind: "last", years: 3 },
    usedOnce,
    basis,
    mark: "S",
  },
];

const basisR1 = `${decree2017}, Điều 9 khoản 2; ${circular2018}, Điều 10`;
const basisR2 = `${law2022}, Điều 22`;
const rule = { name: "ministry-emulation-fighter", code: "MINISTRY_EMULATION_FIGHTER" } as const;

export const ministryEmulationFighter: readonly Rule[] = [
  {
    ...rule,
    from: startOfR1,
    to: startOfR2,
    routes: [byMerit(people, [registered, reviewed(basisR1), ...standard(basisR1, false)])],
  },
  {
    ...rule,
    from: startOfR2,
    to: null,
    routes: [byMerit(people, [reviewed(basisR2), ...standard(basisR2, true), afterDiscipline])],
  },
];
