import type { Condition, InitiativesCondition, Rule } from "../rule.ts";
import { advancedWorkerR1, advancedWorkerR2 } from "./advanced-worker.ts";
import {
  afterDiscipline,
  byMerit,
  circular2018,
  decree2017,
  law2022,
  people,
  quotaOf,
  registered,
  reviewedWhereSaid,
  startOfR1,
  startOfR2,
} from "./shared.ts";

/** Chiến sĩ thi đua cơ sở. */
const ownInitiative = (usedOnce: boolean, basis: string): InitiativesCondition => ({
  kind: "initiatives",
  code: "initiative",
  count: 1,
  scope: "grassroots",
  period: { kind: "last", years: 1 },
  usedOnce,
  basis,
  mark: "S",
});

const grassrootsFighterR1: readonly Condition[] = [
  registered,
  {
    kind: "standard",
    code: "advanced-worker",
    title: "ADVANCED_WORKER",
    all: advancedWorkerR1,
    basis: `${decree2017}, Điều 9 khoản 3`,
    mark: "S",
  },
  reviewedWhereSaid(`${circular2018}, Điều 11`),
  // An excellent grade alone does not suffice for civilians.
  ownInitiative(false, `${decree2017}, Điều 9 khoản 3; ${circular2018}, Điều 11`),
  quotaOf(15, "workers", `${decree2017}, Điều 9 khoản 3; ${circular2018}, Điều 11`, "S"),
];

const grassrootsFighterR2: readonly Condition[] = [
  {
    kind: "standard",
    code: "advanced-worker",
    title: "ADVANCED_WORKER",
    all: advancedWorkerR2,
    basis: `${law2022}, Điều 23`,
    mark: "S",
  },
  {
    kind: "any",
    code: "grade-or-initiative",
    words: "Hoàn thành xuất sắc nhiệm vụ hoặc có sáng kiến, đề tài khoa học được công nhận",
    ways: [
      [
        {
          kind: "grade",
          code: "excellent-grade",
          atLeast: "excellent",
          reviewSuffices: false,
          basis: `${law2022}, Điều 23`,
          mark: "S",
        },
      ],
      [ownInitiative(true, `${law2022}, Điều 23; Công văn 5007/BNV-TĐKT năm 2023, mục III.5.c`)],
    ],
    basis: `${law2022}, Điều 23`,
    mark: "S",
  },
  reviewedWhereSaid(`${law2022}, Điều 23`),
  afterDiscipline,
];

const rule = { name: "grassroots-emulation-fighter", code: "GRASSROOTS_EMULATION_FIGHTER" } as const;

export const grassrootsEmulationFighter: readonly Rule[] = [
  { ...rule, from: startOfR1, to: startOfR2, routes: [byMerit(people, grassrootsFighterR1)] },
  { ...rule, from: startOfR2, to: null, routes: [byMerit(people, grassrootsFighterR2)] },
];
