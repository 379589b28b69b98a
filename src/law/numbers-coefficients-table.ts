import type { Code } from "./codes.ts";

/**
 * The tables of bonus coefficients as the three decrees print them, in hundredths of the base salary:
 * Nghị định 91/2017/NĐ-CP (Điều 69–74), 98/2023/NĐ-CP (Điều 54, 56, 58 seen) and 152/2025/NĐ-CP (Điều 50–55).
 */
export interface CoefficientLine {
  readonly decree: "R1" | "R2" | "R3";
  readonly article: string;
  readonly verified: boolean;
  readonly codes: readonly Code[];
  readonly individual?: number;
  readonly collective?: number;
  readonly household?: number;
  readonly level?: "commune";
  readonly ceiling?: boolean;
}

type Decree = CoefficientLine["decree"];
type Worth = Pick<CoefficientLine, "individual" | "collective" | "household" | "ceiling">;
type Section = "titles" | "orders" | "honorary" | "prizes" | "certificates" | "medals";

const wholeOfR1 = "Điều 69 đến Điều 74";
const wholeOfR3 = "Điều 50 đến Điều 55";
const notSeen = "điều về tiền thưởng";

/** Where each section stands in each decree; of 98/2023 only three articles were seen. */
const articles: Readonly<Record<Decree, Readonly<Record<Section, string>>>> = {
  R1: {
    titles: wholeOfR1,
    orders: wholeOfR1,
    honorary: wholeOfR1,
    prizes: wholeOfR1,
    certificates: wholeOfR1,
    medals: wholeOfR1,
  },
  R2: {
    titles: "Điều 54",
    orders: notSeen,
    honorary: "Điều 56",
    prizes: notSeen,
    certificates: "Điều 58",
    medals: notSeen,
  },
  R3: {
    titles: "Điều 50",
    orders: "Điều 51",
    honorary: wholeOfR3,
    prizes: wholeOfR3,
    certificates: "Điều 54",
    medals: wholeOfR3,
  },
};

const decrees: readonly Decree[] = ["R1", "R2", "R3"];
const sinceR2: readonly Decree[] = ["R2", "R3"];

const lines = (
  section: Section,
  codes: readonly Code[],
  worth: Worth,
  inForce: readonly Decree[] = decrees,
): readonly CoefficientLine[] =>
  inForce.map((decree) => ({
    ...worth,
    decree,
    codes,
    article: articles[decree][section],
    verified: articles[decree][section] !== notSeen,
  }));

const titles: readonly CoefficientLine[] = [
  ...lines("titles", ["NATIONAL_EMULATION_FIGHTER"], { individual: 450 }),
  ...lines("titles", ["MINISTRY_EMULATION_FIGHTER"], { individual: 300 }),
  ...lines("titles", ["GRASSROOTS_EMULATION_FIGHTER"], { individual: 100 }),
  ...lines("titles", ["ADVANCED_WORKER"], { individual: 30 }),
  ...lines("titles", ["EXCELLENT_LABOR_COLLECTIVE"], { collective: 150 }),
  ...lines("titles", ["ADVANCED_LABOR_COLLECTIVE"], { collective: 80 }),
  ...lines("titles", ["EXEMPLARY_COMMUNE"], { collective: 200 }, sinceR2),
  ...lines("titles", ["CULTURAL_VILLAGE"], { collective: 150 }),
  ...lines("titles", ["GOVERNMENT_EMULATION_FLAG"], { collective: 1200 }),
  ...lines("titles", ["MINISTRY_EMULATION_FLAG", "PROVINCE_EMULATION_FLAG"], { collective: 800 }),
  ...lines("titles", ["MILITARY_REGION_FLAG"], { collective: 600 }, sinceR2),
];

const orders: readonly CoefficientLine[] = [
  ...lines("orders", ["GOLD_STAR_ORDER"], { individual: 4600, collective: 9200 }),
  ...lines("orders", ["HO_CHI_MINH_ORDER"], { individual: 3050, collective: 6100 }),
  ...lines("orders", ["INDEPENDENCE_ORDER_1", "MILITARY_EXPLOIT_ORDER_1"], {
    individual: 1500,
    collective: 3000,
  }),
  ...lines("orders", ["INDEPENDENCE_ORDER_2", "MILITARY_EXPLOIT_ORDER_2"], {
    individual: 1250,
    collective: 2500,
  }),
  ...lines("orders", ["INDEPENDENCE_ORDER_3", "MILITARY_EXPLOIT_ORDER_3"], {
    individual: 1050,
    collective: 2100,
  }),
  ...lines("orders", ["LABOR_ORDER_1", "FEAT_OF_ARMS_ORDER_1", "FATHERLAND_PROTECTION_ORDER_1"], {
    individual: 900,
    collective: 1800,
  }),
  ...lines("orders", ["LABOR_ORDER_2", "FEAT_OF_ARMS_ORDER_2", "FATHERLAND_PROTECTION_ORDER_2"], {
    individual: 750,
    collective: 1500,
  }),
  ...lines("orders", ["LABOR_ORDER_3", "FEAT_OF_ARMS_ORDER_3", "FATHERLAND_PROTECTION_ORDER_3"], {
    individual: 450,
    collective: 900,
  }),
  ...lines("orders", ["GREAT_NATIONAL_UNITY_ORDER"], { individual: 750, collective: 1500 }),
  ...lines("orders", ["BRAVERY_ORDER"], { individual: 450, collective: 900 }),
];

const honoraryTitles: readonly CoefficientLine[] = [
  ...lines("honorary", ["HEROIC_MOTHER"], { individual: 1550 }),
  ...lines("honorary", ["ARMED_FORCES_HERO", "LABOR_HERO"], { individual: 1550, collective: 3100 }),
  ...lines("honorary", ["PEOPLES_TEACHER", "PEOPLES_PHYSICIAN", "PEOPLES_ARTIST", "PEOPLES_ARTISAN"], {
    individual: 1250,
  }),
  ...lines(
    "honorary",
    ["MERITORIOUS_TEACHER", "MERITORIOUS_PHYSICIAN", "MERITORIOUS_ARTIST", "MERITORIOUS_ARTISAN"],
    { individual: 900 },
  ),
];

const prizesAndMedals: readonly CoefficientLine[] = [
  ...lines("prizes", ["HO_CHI_MINH_PRIZE"], { individual: 27000 }),
  ...lines("prizes", ["STATE_PRIZE"], { individual: 17000 }),
  ...lines(
    "medals",
    [
      "VICTORY_FLAG_MEDAL",
      "NATIONAL_SECURITY_MEDAL",
      "GLORIOUS_FIGHTER_MEDAL_1",
      "GLORIOUS_FIGHTER_MEDAL_2",
      "GLORIOUS_FIGHTER_MEDAL_3",
      "FRIENDSHIP_MEDAL",
    ],
    { individual: 150 },
  ),
  ...lines("medals", ["GLORIOUS_YOUTH_VOLUNTEER_MEDAL"], { individual: 150 }, sinceR2),
];

const ofMinistryAndProvince = ["MINISTER_CERTIFICATE_OF_MERIT", "PROVINCE_CERTIFICATE_OF_MERIT"] as const;

const certificates: readonly CoefficientLine[] = [
  ...lines("certificates", ["PM_CERTIFICATE_OF_MERIT"], { individual: 350, collective: 700 }),
  ...lines("certificates", ofMinistryAndProvince, { individual: 100, collective: 200 }, ["R1"]),
  ...lines("certificates", ofMinistryAndProvince, { individual: 150, collective: 300 }, sinceR2),
  ...lines(
    "certificates",
    ["MILITARY_REGION_CERTIFICATE_OF_MERIT"],
    { individual: 100, collective: 200 },
    sinceR2,
  ),
  ...lines("certificates", ["CERTIFICATE_OF_COMMENDATION"], { individual: 30, collective: 60 }),
  {
    decree: "R1",
    article: wholeOfR1,
    verified: true,
    codes: ["CERTIFICATE_OF_COMMENDATION"],
    level: "commune",
    individual: 15,
    collective: 30,
  },
];

/** Kỷ niệm chương: the law sets only a maximum (Điều 58 khoản 1; Điều 54 khoản 1). */
const commemorativeMedals: readonly CoefficientLine[] = [
  ceiling("R2", "Điều 58 khoản 1 điểm d", "JUSTICE_COMMEMORATIVE_MEDAL", 60, true),
  ceiling("R3", "Điều 54 khoản 1 điểm d", "JUSTICE_COMMEMORATIVE_MEDAL", 60, true),
  ceiling("R2", "Điều 58 khoản 1", "NATIONAL_ASSEMBLY_COMMEMORATIVE_MEDAL", 80, false),
  ceiling("R3", "Điều 54 khoản 1 điểm c", "NATIONAL_ASSEMBLY_COMMEMORATIVE_MEDAL", 80, true),
];

function ceiling(
  decree: Decree,
  article: string,
  code: Code,
  individual: number,
  verified: boolean,
): CoefficientLine {
  return { decree, article, codes: [code], individual, verified, ceiling: true };
}

/** One and a half times the individual's; Điều 54 khoản 3 was read, its reach to orders was not. */
const household = (
  codes: readonly Code[],
  worth: number,
  inArticle54: boolean,
): readonly CoefficientLine[] => [
  { decree: "R2", article: notSeen, verified: false, codes, household: worth },
  { decree: "R3", article: "Điều 54 khoản 3", verified: inArticle54, codes, household: worth },
];

const households: readonly CoefficientLine[] = [
  ...household(["PM_CERTIFICATE_OF_MERIT"], 525, true),
  ...household(ofMinistryAndProvince, 225, true),
  ...household(["MILITARY_REGION_CERTIFICATE_OF_MERIT"], 150, true),
  ...household(["CERTIFICATE_OF_COMMENDATION"], 45, true),
  ...household(["LABOR_ORDER_1"], 1350, false),
  ...household(["LABOR_ORDER_2"], 1125, false),
  ...household(["LABOR_ORDER_3"], 675, false),
];

export const coefficientTable: readonly CoefficientLine[] = [
  ...titles,
  ...orders,
  ...honoraryTitles,
  ...prizesAndMedals,
  ...certificates,
  ...commemorativeMedals,
  ...households,
];
