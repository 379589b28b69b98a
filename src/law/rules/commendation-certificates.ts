import type { Code } from "../codes.ts";
import type { Condition, Route, Rule } from "../rule.ts";
import {
  afterDiscipline,
  circular2018,
  collectives,
  decree2017,
  everybody,
  law2003,
  law2022,
  people,
  reviewed,
  startOfR1,
  startOfR2,
  unrecorded,
} from "./shared.ts";

/** Giấy khen; Bằng khen of the minister and of the provincial chair. */
export const movementRoute = (subjects: Route["subjects"], basis: string, which: string): Route => ({
  basis: "movement",
  subjects,
  all: [
    unrecorded(
      "outstanding-in-movement",
      `Chưa rõ thành tích xuất sắc trong ${which}`,
      `Cần kết quả bình xét, tổng kết của ${which}`,
      basis,
    ),
  ],
});

export const unexpectedRoute = (subjects: Route["subjects"], basis: string): Route => ({
  basis: "unexpected",
  subjects,
  all: [
    unrecorded(
      "unexpected-achievement",
      "Chưa rõ thành tích đột xuất, ngoài chương trình, kế hoạch, nhiệm vụ được giao",
      "Cần xác nhận của cơ quan có thẩm quyền về thành tích đột xuất và phạm vi ảnh hưởng",
      basis,
    ),
  ],
});

export const contributionRoute = (subjects: Route["subjects"], basis: string): Route => ({
  basis: "contribution",
  subjects,
  all: [
    unrecorded(
      "contribution",
      "Chưa rõ đóng góp vào phát triển kinh tế - xã hội, khoa học, công nghệ hoặc từ thiện, nhân đạo",
      "Cần xác nhận của cơ quan có thẩm quyền về đóng góp và phạm vi ảnh hưởng",
      basis,
    ),
  ],
});

const merit = (subjects: Route["subjects"], all: readonly Condition[]): Route => ({
  basis: "merit",
  subjects,
  all,
});

const commendationR1 = `${law2003}, Điều 75; ${circular2018}, Điều 22`;
const commendationR2 = `${law2022}, Điều 75 khoản 2; Thông tư 11/2023/TT-BTP`;
const commendation = { name: "certificate-of-commendation", code: "CERTIFICATE_OF_COMMENDATION" } as const;

const tasksDone = (atLeast: "completed" | "good", basis: string): Condition => ({
  kind: "grade",
  code: atLeast === "good" ? "tasks-done-well" : "tasks-done",
  atLeast,
  reviewSuffices: false,
  basis,
  mark: "S",
});

/** R1 asks of its merit route only tasks done well; R2 also achievements of influence, which no fact tells. */
export const certificateOfCommendation: readonly Rule[] = [
  {
    ...commendation,
    from: startOfR1,
    to: startOfR2,
    routes: [
      merit(everybody, [reviewed(commendationR1), tasksDone("good", commendationR1)]),
      movementRoute(everybody, commendationR1, "phong trào thi đua"),
      unexpectedRoute(everybody, commendationR1),
    ],
  },
  {
    ...commendation,
    from: startOfR2,
    to: null,
    routes: [
      merit(everybody, [
        reviewed(commendationR2),
        tasksDone("completed", commendationR2),
        unrecorded(
          "influence-in-field",
          "Chưa rõ thành tích có phạm vi ảnh hưởng trong lĩnh vực của đơn vị",
          "Cần xác nhận thành tích có phạm vi ảnh hưởng trong lĩnh vực của đơn vị",
          commendationR2,
        ),
        afterDiscipline,
      ]),
      movementRoute(everybody, commendationR2, "phong trào thi đua"),
      unexpectedRoute(everybody, commendationR2),
    ],
  },
];

/** Two years on end graded excellent, with two initiatives of that time recognised at the grassroots. */
const excellentYearsWithInitiatives = (basis: string, usedOnce: boolean): readonly Condition[] => [
  {
    kind: "years",
    code: "two-excellent-years",
    count: 2,
    atLeast: "excellent",
    orTitle: null,
    period: { kind: "last", years: 2 },
    upTo: true,
    basis,
    mark: "S",
  },
  {
    kind: "initiatives",
    code: "two-initiatives",
    count: 2,
    scope: "grassroots",
    period: { kind: "run", atLeast: "excellent" },
    usedOnce,
    basis,
    mark: "S",
  },
];

/** Only the law of 2022 lets the title Tập thể lao động xuất sắc stand for the grade. */
const twoExcellentYears = (basis: string, orTitle: Code | null): Condition => ({
  kind: "years",
  code: "two-excellent-years",
  count: 2,
  atLeast: "excellent",
  orTitle,
  period: { kind: "last", years: 2 },
  upTo: true,
  basis,
  mark: "S",
});

const individualR2: Condition = {
  kind: "any",
  code: "two-titles-or-excellent-years",
  words:
    "02 lần liên tục Chiến sĩ thi đua cơ sở, hoặc 02 năm liên tục hoàn thành xuất sắc nhiệm vụ có 02 sáng kiến",
  ways: [
    [
      {
        kind: "titles-in-a-row",
        code: "two-grassroots-titles",
        title: "GRASSROOTS_EMULATION_FIGHTER",
        count: 2,
        basis: `${law2022}, Điều 74 khoản 1`,
        mark: "S",
      },
    ],
    excellentYearsWithInitiatives(`${law2022}, Điều 74 khoản 1`, true),
  ],
  basis: `${law2022}, Điều 74 khoản 1`,
  mark: "S",
};

const peopleAndCollectives: Route["subjects"] = ["individual", "collective"];

const routesR1 = (basis: string): readonly Route[] => [
  merit(people, [reviewed(basis), ...excellentYearsWithInitiatives(basis, false)]),
  merit(collectives, [reviewed(basis), twoExcellentYears(basis, null)]),
  movementRoute(peopleAndCollectives, basis, "phong trào thi đua do bộ, ban, ngành, tỉnh phát động"),
  unexpectedRoute(peopleAndCollectives, basis),
];

const routesR2: readonly Route[] = [
  merit(people, [reviewed(`${law2022}, Điều 74 khoản 1`), individualR2, afterDiscipline]),
  merit(collectives, [
    reviewed(`${law2022}, Điều 74 khoản 3`),
    twoExcellentYears(`${law2022}, Điều 74 khoản 3`, "EXCELLENT_LABOR_COLLECTIVE"),
    afterDiscipline,
  ]),
  movementRoute(everybody, `${law2022}, Điều 74`, "phong trào thi đua do bộ, ban, ngành, tỉnh phát động"),
  unexpectedRoute(everybody, `${law2022}, Điều 74`),
  contributionRoute(everybody, `${law2022}, Điều 74`),
];

const minister = { name: "minister-certificate-of-merit", code: "MINISTER_CERTIFICATE_OF_MERIT" } as const;
const province = { name: "province-certificate-of-merit", code: "PROVINCE_CERTIFICATE_OF_MERIT" } as const;

export const certificatesOfMerit: readonly Rule[] = [
  {
    ...minister,
    from: startOfR1,
    to: startOfR2,
    routes: routesR1(`${circular2018}, Điều 21; ${decree2017}, Điều 39`),
  },
  { ...minister, from: startOfR2, to: null, routes: routesR2 },
  { ...province, from: startOfR1, to: startOfR2, routes: routesR1(`${decree2017}, Điều 39`) },
  { ...province, from: startOfR2, to: null, routes: routesR2 },
];
