import type { Condition, MembersCondition, Rule, ShareCondition } from "../rule.ts";
import {
  afterDiscipline,
  byMerit,
  circular2018,
  collectives,
  law2003,
  law2022,
  registered,
  reviewed,
  startOfR1,
  startOfR2,
} from "./shared.ts";

/** Tập thể lao động tiên tiến (Đơn vị tiên tiến), Tập thể lao động xuất sắc (Đơn vị quyết thắng). */
const shareOfWorkers = (percent: number, strictly: boolean, basis: string): ShareCondition => ({
  kind: "share",
  code: "advanced-workers-share",
  part: "advancedWorkers",
  percent,
  strictly,
  basis,
  mark: "S",
});

const nobodyWarned = (basis: string): MembersCondition => ({
  kind: "members",
  code: "nobody-warned",
  part: "warnedOrWorse",
  asks: "none",
  basis,
  mark: "S",
});

const tasks = (atLeast: "good" | "excellent", basis: string): Condition => ({
  kind: "grade",
  code: atLeast === "good" ? "tasks-done-well" : "tasks-done-excellently",
  atLeast,
  reviewSuffices: atLeast === "good",
  basis,
  mark: "S",
});

const advancedBasisR1 = `${law2003}, Điều 28 khoản 1; ${circular2018}, Điều 16 khoản 1`;
const advancedBasisR2 = `${law2022}, Điều 28`;

const advancedCollectiveR1: readonly Condition[] = [
  registered,
  reviewed(advancedBasisR1),
  tasks("good", advancedBasisR1),
  shareOfWorkers(50, true, advancedBasisR1),
  nobodyWarned(advancedBasisR1),
  { kind: "age", code: "age", months: 12, basis: `${circular2018}, Điều 16 khoản 2`, mark: "S" },
];

const advancedCollectiveR2: readonly Condition[] = [
  reviewed(advancedBasisR2),
  tasks("good", advancedBasisR2),
  shareOfWorkers(70, false, advancedBasisR2),
  nobodyWarned(`${law2022}, Điều 28 khoản 1`),
  afterDiscipline,
];

const excellentBasisR1 = `${law2003}, Điều 27 khoản 1; ${circular2018}, Điều 15`;
const excellentBasisR2 = `${law2022}, Điều 27 khoản 1`;

const excellentComposition = (basis: string): readonly Condition[] => [
  tasks("excellent", basis),
  { kind: "share", code: "all-complete", part: "completed", percent: 100, strictly: false, basis, mark: "S" },
  shareOfWorkers(70, false, basis),
  { kind: "members", code: "has-fighter", part: "grassrootsFighters", asks: "one", basis, mark: "S" },
];

const excellentCollectiveR1: readonly Condition[] = [
  registered,
  reviewed(excellentBasisR1),
  ...excellentComposition(excellentBasisR1),
  nobodyWarned(excellentBasisR1),
];

/** The law of 2022 no longer bars it for a member at cảnh cáo or above. */
const excellentCollectiveR2: readonly Condition[] = [
  reviewed(excellentBasisR2),
  ...excellentComposition(excellentBasisR2),
  afterDiscipline,
];

const advanced = { name: "advanced-labor-collective", code: "ADVANCED_LABOR_COLLECTIVE" } as const;
const excellent = { name: "excellent-labor-collective", code: "EXCELLENT_LABOR_COLLECTIVE" } as const;

export const laborCollectives: readonly Rule[] = [
  { ...advanced, from: startOfR1, to: startOfR2, routes: [byMerit(collectives, advancedCollectiveR1)] },
  { ...advanced, from: startOfR2, to: null, routes: [byMerit(collectives, advancedCollectiveR2)] },
  { ...excellent, from: startOfR1, to: startOfR2, routes: [byMerit(collectives, excellentCollectiveR1)] },
  { ...excellent, from: startOfR2, to: null, routes: [byMerit(collectives, excellentCollectiveR2)] },
];
