import type { Code } from "../codes.ts";
import type { Scope } from "../facts.ts";
import type { Condition, Period, Route, Rule, Sum } from "../rule.ts";
import { movementRoute, unexpectedRoute } from "./commendation-certificates.ts";
import { contributionByPost } from "./contribution.ts";
import { everyYearGood, oneStateForm } from "./pm-certificate-of-merit.ts";
import {
  afterDiscipline,
  byMerit,
  collectives,
  decree2017,
  homeCircular2019,
  law2022,
  people,
  reviewed,
  startOfR1,
  startOfR2,
} from "./shared.ts";

/** Huân chương Lao động, each class on the one below it; hạng Ba on Bằng khen Thủ tướng. */
interface Class {
  readonly code: Code;
  readonly name: string;
  readonly lower: Code;
  /** Articles: the law of 2022 for a person and for a collective, decree 91/2017 for both. */
  readonly individual: string;
  readonly collective: string;
  readonly decree: string;
  readonly excellentYears: number;
  readonly title: readonly [code: Code, count: number];
  readonly initiatives: readonly [count: number, scope: Scope];
  readonly sums: readonly Sum[];
  readonly sumsR1: readonly Sum[];
}

const sum = (government: number, ministry: number, certificates = 0, onlyWithoutFlags = false): Sum => ({
  government,
  ministry,
  certificates,
  onlyWithoutFlags,
});

const third: Class = {
  code: "LABOR_ORDER_3",
  name: "labor-order-3",
  lower: "PM_CERTIFICATE_OF_MERIT",
  individual: `${law2022}, Điều 44 khoản 1`,
  collective: `${law2022}, Điều 44 khoản 4`,
  decree: `${decree2017}, Điều 24`,
  excellentYears: 1,
  title: ["GRASSROOTS_EMULATION_FIGHTER", 3],
  initiatives: [2, "ministry"],
  sums: [sum(1, 0), sum(0, 2), sum(0, 1, 1), sum(0, 0, 2, true)],
  sumsR1: [sum(0, 2), sum(0, 1, 1), sum(0, 0, 2, true)],
};

const second: Class = {
  code: "LABOR_ORDER_2",
  name: "labor-order-2",
  lower: "LABOR_ORDER_3",
  individual: `${law2022}, Điều 43 khoản 1`,
  collective: `${law2022}, Điều 43 khoản 4`,
  decree: `${decree2017}, Điều 23`,
  excellentYears: 2,
  title: ["MINISTRY_EMULATION_FIGHTER", 1],
  initiatives: [3, "ministry"],
  sums: [sum(1, 1), sum(0, 3), sum(0, 0, 3, true)],
  sumsR1: [sum(1, 1), sum(0, 3), sum(0, 0, 2, true)],
};

const first: Class = {
  code: "LABOR_ORDER_1",
  name: "labor-order-1",
  lower: "LABOR_ORDER_2",
  individual: `${law2022}, Điều 42 khoản 1`,
  collective: `${law2022}, Điều 42 khoản 4`,
  decree: `${decree2017}, Điều 22`,
  excellentYears: 3,
  title: ["MINISTRY_EMULATION_FIGHTER", 2],
  initiatives: [4, "national"],
  sums: [sum(2, 0), sum(1, 2), sum(0, 4), sum(0, 0, 4, true)],
  sumsR1: [sum(1, 2), sum(0, 4), sum(0, 0, 3, true)],
};

const since = ({ lower }: Class): Period => ({ kind: "since", awards: [lower], first: false });

const holdsLower = ({ lower }: Class, basis: string): Condition => ({
  kind: "holds",
  code: "lower-award",
  awards: [lower],
  basis,
  mark: "S",
});

const fiveYears = (
  order: Class,
  atLeast: "good" | "excellent",
  collective: boolean,
  upTo: boolean,
  basis: string,
): Condition => ({
  kind: "years",
  code: atLeast === "good" ? "five-good-years" : "five-excellent-years",
  count: 5,
  atLeast,
  orTitle: collective ? "EXCELLENT_LABOR_COLLECTIVE" : null,
  period: since(order),
  upTo,
  basis,
  mark: "S",
});

const tenYearsOld = (order: Class, basis: string): readonly Condition[] =>
  order === third ? [{ kind: "age", code: "age", months: 120, basis, mark: "S" }] : [];

const meritIndividualR1 = (order: Class): readonly Condition[] => [
  reviewed(order.decree),
  holdsLower(order, order.decree),
  fiveYears(order, "excellent", false, true, order.decree),
  {
    kind: "initiatives",
    code: "initiatives",
    count: order.initiatives[0],
    scope: order.initiatives[1],
    period: since(order),
    usedOnce: false,
    basis: order.decree,
    mark: "S",
  },
  oneStateForm,
];

const meritCollectiveR1 = (order: Class): readonly Condition[] => [
  reviewed(order.decree),
  ...tenYearsOld(order, order.decree),
  holdsLower(order, order.decree),
  fiveYears(order, "excellent", false, true, order.decree),
  {
    kind: "sums",
    code: "flags-and-certificates",
    period: since(order),
    sums: order.sumsR1,
    basis: order.decree,
    mark: "S",
  },
  oneStateForm,
];

const meritIndividualR2 = (order: Class): readonly Condition[] => [
  reviewed(order.individual),
  holdsLower(order, order.individual),
  fiveYears(order, "good", false, true, order.individual),
  ...everyYearGood(since(order), false),
  {
    kind: "graded-years",
    code: "excellent-years",
    count: order.excellentYears,
    atLeast: "excellent",
    period: since(order),
    basis: order.individual,
    mark: "S",
  },
  {
    kind: "times",
    code: "titles",
    title: order.title[0],
    count: order.title[1],
    period: since(order),
    basis: order.individual,
    mark: "S",
  },
  afterDiscipline,
];

const meritCollectiveR2 = (order: Class): readonly Condition[] => [
  reviewed(order.collective),
  ...tenYearsOld(order, order.collective),
  holdsLower(order, order.collective),
  fiveYears(order, "excellent", true, false, order.collective),
  ...everyYearGood(since(order), true),
  {
    kind: "sums",
    code: "flags-and-certificates",
    period: since(order),
    sums: order.sums,
    basis: order.collective,
    mark: "S",
  },
  afterDiscipline,
];

const everyone = ["individual", "collective"] as const;
const longMovement = "phong trào thi đua do bộ, ban, ngành, tỉnh phát động, từ 05 năm trở lên (khi tổng kết)";

/** Only hạng Ba is also given at the review of a long movement. */
const movement = (order: Class, basis: string): readonly Route[] =>
  order === third ? [movementRoute(everyone, basis, longMovement)] : [];

const versions = (order: Class): readonly Rule[] => [
  {
    name: order.name,
    code: order.code,
    from: startOfR1,
    to: startOfR2,
    routes: [
      byMerit(people, meritIndividualR1(order)),
      byMerit(collectives, meritCollectiveR1(order)),
      ...movement(order, `${homeCircular2019}, Điều 4`),
      unexpectedRoute(everyone, order.decree),
      contributionByPost,
    ],
  },
  {
    name: order.name,
    code: order.code,
    from: startOfR2,
    to: null,
    routes: [
      byMerit(people, meritIndividualR2(order)),
      byMerit(collectives, meritCollectiveR2(order)),
      ...movement(order, order.individual),
      unexpectedRoute(everyone, order.individual),
      contributionByPost,
    ],
  },
];

export const laborOrders: readonly Rule[] = [third, second, first].flatMap(versions);
