import type { Code } from "../codes.ts";
import type { Condition, Period, Rule } from "../rule.ts";
import { contributionRoute, movementRoute, unexpectedRoute } from "./commendation-certificates.ts";
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
  people,
  reviewed,
  startOfR1,
  startOfR2,
  unrecorded,
} from "./shared.ts";

/** Bằng khen của Thủ tướng Chính phủ. */
const ministryCertificates: readonly Code[] = [
  "MINISTER_CERTIFICATE_OF_MERIT",
  "PROVINCE_CERTIFICATE_OF_MERIT",
];
const sinceMinistryCertificate: Period = { kind: "since", awards: ministryCertificates, first: true };

const holdsMinistryCertificate = (basis: string): Condition => ({
  kind: "holds",
  code: "ministry-certificate",
  awards: ministryCertificates,
  basis,
  mark: "S",
});

/** In R1 a person or collective gets at most one form of the State's level in a year. */
export const oneStateForm: Condition = {
  kind: "one-state-form",
  code: "one-state-form",
  basis: `${circular2018}, Điều 5 khoản 1; ${homeCircular2019}, Điều 3 khoản 3`,
  mark: "S",
};

const excellentYears = (basis: string, upTo: boolean, collective: boolean): Condition => ({
  kind: "years",
  code: "five-excellent-years",
  count: 5,
  atLeast: "excellent",
  orTitle: collective ? "EXCELLENT_LABOR_COLLECTIVE" : null,
  period: sinceMinistryCertificate,
  upTo,
  basis,
  mark: "S",
});

/** What a decree asks besides, by a number that was not seen: another body's detail is the only figure known. */
const figureNotSeen = (code: string, known: Condition, basis: string): Condition => ({
  kind: "any",
  code,
  words: "Số lượng do Nghị định 91/2017/NĐ-CP, Điều 38 quy định, chưa đối chiếu",
  ways: [
    [known],
    [
      unrecorded(
        `${code}-figure`,
        "Chưa rõ số lượng mà nghị định yêu cầu",
        "Cần đối chiếu Nghị định 91/2017/NĐ-CP, Điều 38",
        basis,
        "?",
      ),
    ],
  ],
  basis,
  mark: "?",
});

const basisR1 = `${law2003}, Điều 71`;
const detailR1 = `${decree2017}, Điều 38`;
const individualR2 = `${law2022}, Điều 73 khoản 1`;
const collectiveR2 = `${law2022}, Điều 73 khoản 4`;

const meritIndividualR1: readonly Condition[] = [
  reviewed(basisR1),
  holdsMinistryCertificate(basisR1),
  excellentYears(basisR1, true, false),
  figureNotSeen(
    "initiatives-by-decree",
    {
      kind: "initiatives",
      code: "five-initiatives",
      count: 5,
      scope: "grassroots",
      period: sinceMinistryCertificate,
      usedOnce: false,
      basis: detailR1,
      mark: "?",
    },
    detailR1,
  ),
  oneStateForm,
];

const oneFlagOrTwoCertificates = [
  { government: 0, ministry: 1, certificates: 0, onlyWithoutFlags: false },
  { government: 0, ministry: 0, certificates: 2, onlyWithoutFlags: false },
] as const;

const meritCollectiveR1: readonly Condition[] = [
  reviewed(basisR1),
  holdsMinistryCertificate(basisR1),
  excellentYears(basisR1, true, false),
  figureNotSeen(
    "flags-by-decree",
    {
      kind: "sums",
      code: "flag-or-certificates",
      period: sinceMinistryCertificate,
      sums: oneFlagOrTwoCertificates,
      basis: detailR1,
      mark: "?",
    },
    detailR1,
  ),
  oneStateForm,
];

const meritIndividualR2: readonly Condition[] = [
  reviewed(individualR2),
  holdsMinistryCertificate(individualR2),
  {
    kind: "years",
    code: "five-good-years",
    count: 5,
    atLeast: "good",
    orTitle: null,
    period: { kind: "last", years: 5 },
    upTo: true,
    basis: individualR2,
    mark: "S",
  },
  {
    kind: "times",
    code: "three-grassroots-titles",
    title: "GRASSROOTS_EMULATION_FIGHTER",
    count: 3,
    period: { kind: "run", atLeast: "good" },
    basis: individualR2,
    mark: "S",
  },
  afterDiscipline,
];

/** Every year since the last award, beside the run that the law asks. */
export const everyYearGood = (period: Period, collective: boolean): readonly Condition[] => {
  const condition: Condition = {
    kind: "every-year",
    code: "every-year-good",
    atLeast: "good",
    orTitle: collective ? "EXCELLENT_LABOR_COLLECTIVE" : null,
    period,
    shown: "always",
    basis: `${decree2025}, Điều 33 khoản 7`,
    mark: "S",
    onlyIn: ["R3", "R4"],
  };
  return collective
    ? [
        condition,
        { ...condition, shown: "unmet", basis: "Nghị định 98/2023/NĐ-CP", mark: "K", onlyIn: ["R2"] },
      ]
    : [condition];
};

const meritCollectiveR2: readonly Condition[] = [
  reviewed(collectiveR2),
  holdsMinistryCertificate(collectiveR2),
  excellentYears(collectiveR2, false, true),
  {
    kind: "sums",
    code: "flag-or-certificates",
    period: sinceMinistryCertificate,
    sums: oneFlagOrTwoCertificates,
    basis: collectiveR2,
    mark: "S",
  },
  ...everyYearGood(sinceMinistryCertificate, true),
  afterDiscipline,
];

const movement = "phong trào thi đua (khi sơ kết, tổng kết)";
const everyone = ["individual", "collective"] as const;
const rule = { name: "pm-certificate-of-merit", code: "PM_CERTIFICATE_OF_MERIT" } as const;

export const pmCertificateOfMerit: readonly Rule[] = [
  {
    ...rule,
    from: startOfR1,
    to: startOfR2,
    routes: [
      byMerit(people, meritIndividualR1),
      byMerit(collectives, meritCollectiveR1),
      movementRoute(everyone, basisR1, movement),
      unexpectedRoute(everyone, basisR1),
    ],
  },
  {
    ...rule,
    from: startOfR2,
    to: null,
    routes: [
      byMerit(people, meritIndividualR2),
      byMerit(collectives, meritCollectiveR2),
      movementRoute(everyone, `${law2022}, Điều 73`, movement),
      unexpectedRoute(everyone, `${law2022}, Điều 73`),
      contributionRoute(everyone, `${law2022}, Điều 73`),
    ],
  },
];
