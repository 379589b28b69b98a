import type { Condition, Rule } from "../rule.ts";
import {
  afterDiscipline,
  byMerit,
  circular2018,
  decree2017,
  law2003,
  law2022,
  people,
  registered,
  reviewed,
  startOfR1,
  startOfR2,
} from "./shared.ts";

/** Lao động tiên tiến, Chiến sĩ tiên tiến. */
export const advancedWorkerR1: readonly Condition[] = [
  registered,
  reviewed(`${law2003}, Điều 24 khoản 1; ${circular2018}, Điều 12 khoản 1`),
  {
    kind: "grade",
    code: "tasks-done-well",
    atLeast: "good",
    reviewSuffices: true,
    basis: `${law2003}, Điều 24 khoản 1; ${circular2018}, Điều 12 khoản 1`,
    mark: "S",
  },
  // Only these two exclude; an absence of 40 days, known from other bodies' rules, is no bar here.
  {
    kind: "tenure",
    code: "tenure",
    months: 10,
    shown: "always",
    basis: `${decree2017}, Điều 10; ${circular2018}, Điều 12`,
    mark: "S",
  },
  {
    kind: "discipline",
    code: "discipline",
    counts: "imposed",
    shown: "always",
    basis: `${decree2017}, Điều 10; ${circular2018}, Điều 12`,
    mark: "S",
  },
];

export const advancedWorkerR2: readonly Condition[] = [
  {
    kind: "grade",
    code: "grade",
    atLeast: "good",
    reviewSuffices: false,
    basis: `${law2022}, Điều 24`,
    mark: "S",
  },
  reviewed(`${law2022}, Điều 24`),
  // Điều 24 khoản 4 leaves the detail to the ministry, whose text was not seen: configuration.
  {
    kind: "tenure",
    code: "tenure",
    months: 10,
    shown: "unmet",
    basis: `${law2022}, Điều 24 khoản 4; Thông tư 11/2023/TT-BTP`,
    mark: "?",
  },
  // The text of decree 98/2023 was not seen; decree 152/2025 counts only what comes after the measure.
  {
    kind: "discipline",
    code: "discipline",
    counts: "touching",
    shown: "unmet",
    onlyIn: ["R2"],
    basis: `${law2022}, Điều 24 khoản 4; Nghị định 98/2023/NĐ-CP`,
    mark: "K",
  },
  afterDiscipline,
];

const rule = { name: "advanced-worker", code: "ADVANCED_WORKER" } as const;

export const advancedWorker: readonly Rule[] = [
  { ...rule, from: startOfR1, to: startOfR2, routes: [byMerit(people, advancedWorkerR1)] },
  { ...rule, from: startOfR2, to: null, routes: [byMerit(people, advancedWorkerR2)] },
];
