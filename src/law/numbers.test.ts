import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { catalogue, codes, existsIn, mayBeGivenTo, subjectKinds } from "./catalogue.ts";
import { instrumentBySymbol } from "./instruments.ts";
import { coefficientKey, coefficientOn, coefficients, writeCoefficient } from "./numbers-coefficients.ts";
import { type NumberRow, overlapsAmong, rowOn } from "./numbers-row.ts";
import { baseSalaries, baseSalaryOn } from "./numbers-salary.ts";
import { thresholdOn, thresholds } from "./numbers-thresholds.ts";

test("no two numbers of one kind hold on the same day", () => {
  expect(overlapsAmong(baseSalaries, () => "base salary")).toEqual([]);
  expect(overlapsAmong(coefficients, coefficientKey)).toEqual([]);
  expect(overlapsAmong(thresholds, (row) => row.code)).toEqual([]);
});

const aRow = (from: string, to: string | null): NumberRow<number> => ({
  value: 1,
  from: day(from),
  to: to === null ? null : day(to),
  instrument: "91/2017/NĐ-CP",
  basis: `từ ${from}`,
  verified: true,
});

test("two rows that meet on one day overlap, two that follow each other do not", () => {
  const first = aRow("2020-01-01", "2021-01-01");
  const meeting = aRow("2020-12-31", null);
  expect(overlapsAmong([first, meeting], () => "same")).toEqual([[first, meeting]]);
  expect(overlapsAmong([first, aRow("2021-01-01", null)], () => "same")).toEqual([]);
  expect(() => rowOn([first, meeting], day("2020-12-31"))).toThrow("two numbers hold on 2020-12-31");
});

test.each([
  ["2016-04-30", null],
  ["2016-05-01", 1_210_000],
  ["2017-06-30", 1_210_000],
  ["2017-07-01", 1_300_000],
  ["2018-07-01", 1_390_000],
  ["2019-07-01", 1_490_000],
  ["2023-06-30", 1_490_000],
  ["2023-07-01", 1_800_000],
  ["2024-06-30", 1_800_000],
  ["2024-07-01", 2_340_000],
  ["2026-06-30", 2_340_000],
  ["2026-07-01", 2_530_000],
])("on %s the base salary is %s", (on, value) => {
  expect(baseSalaryOn(day(on))?.value ?? null).toBe(value);
});

test("only the base salaries of 73/2024 and 161/2026 are checked", () => {
  expect(baseSalaries.filter((row) => row.verified).map((row) => row.instrument)).toEqual([
    "73/2024/NĐ-CP",
    "161/2026/NĐ-CP",
  ]);
});

test("each number names an instrument of the list", () => {
  const symbols = [...baseSalaries, ...coefficients, ...thresholds].map((row) => row.instrument);
  expect([...new Set(symbols)].filter((symbol) => instrumentBySymbol(symbol) === null)).toEqual([]);
});

/** Section 6.1 of the catalogue as printed: R3 individual, R3 collective; – where there is none. */
test.each([
  ["NATIONAL_EMULATION_FIGHTER", "4.5", "–"],
  ["MINISTRY_EMULATION_FIGHTER", "3.0", "–"],
  ["GRASSROOTS_EMULATION_FIGHTER", "1.0", "–"],
  ["ADVANCED_WORKER", "0.3", "–"],
  ["EXCELLENT_LABOR_COLLECTIVE", "–", "1.5"],
  ["ADVANCED_LABOR_COLLECTIVE", "–", "0.8"],
  ["EXEMPLARY_COMMUNE", "–", "2.0"],
  ["CULTURAL_VILLAGE", "–", "1.5"],
  ["CULTURAL_FAMILY", "–", "–"],
  ["GOVERNMENT_EMULATION_FLAG", "–", "12.0"],
  ["MINISTRY_EMULATION_FLAG", "–", "8.0"],
  ["PROVINCE_EMULATION_FLAG", "–", "8.0"],
  ["MILITARY_REGION_FLAG", "–", "6.0"],
  ["GOLD_STAR_ORDER", "46.0", "92.0"],
  ["HO_CHI_MINH_ORDER", "30.5", "61.0"],
  ["INDEPENDENCE_ORDER_1", "15.0", "30.0"],
  ["INDEPENDENCE_ORDER_2", "12.5", "25.0"],
  ["INDEPENDENCE_ORDER_3", "10.5", "21.0"],
  ["MILITARY_EXPLOIT_ORDER_3", "10.5", "21.0"],
  ["LABOR_ORDER_1", "9.0", "18.0"],
  ["LABOR_ORDER_2", "7.5", "15.0"],
  ["LABOR_ORDER_3", "4.5", "9.0"],
  ["FEAT_OF_ARMS_ORDER_2", "7.5", "15.0"],
  ["FATHERLAND_PROTECTION_ORDER_3", "4.5", "9.0"],
  ["GREAT_NATIONAL_UNITY_ORDER", "7.5", "15.0"],
  ["BRAVERY_ORDER", "4.5", "9.0"],
  ["FRIENDSHIP_ORDER", "–", "–"],
  ["HEROIC_MOTHER", "15.5", "–"],
  ["ARMED_FORCES_HERO", "15.5", "31.0"],
  ["LABOR_HERO", "15.5", "31.0"],
  ["PEOPLES_ARTISAN", "12.5", "–"],
  ["MERITORIOUS_TEACHER", "9.0", "–"],
  ["PM_CERTIFICATE_OF_MERIT", "3.5", "7.0"],
  ["MINISTER_CERTIFICATE_OF_MERIT", "1.5", "3.0"],
  ["PROVINCE_CERTIFICATE_OF_MERIT", "1.5", "3.0"],
  ["MILITARY_REGION_CERTIFICATE_OF_MERIT", "1.0", "2.0"],
  ["JUSTICE_COMMEMORATIVE_MEDAL", "0.6", "–"],
  ["NATIONAL_ASSEMBLY_COMMEMORATIVE_MEDAL", "0.8", "–"],
  ["CERTIFICATE_OF_COMMENDATION", "0.3", "0.6"],
  ["GLORIOUS_FIGHTER_MEDAL_3", "1.5", "–"],
  ["HO_CHI_MINH_PRIZE", "270.0", "–"],
  ["STATE_PRIZE", "170.0", "–"],
] as const)("152/2025: %s is %s for a person, %s for a collective", (code, individual, collective) => {
  const onDay = day("2025-07-01");
  const written = (subject: "individual" | "collective") => {
    const row = coefficientOn(code, subject, onDay);
    return row ? writeCoefficient(row.value) : "–";
  };
  expect([written("individual"), written("collective")]).toEqual([individual, collective]);
});

test("R1 differs in the ministry's certificate, the commune's and what did not exist", () => {
  const onDay = day("2023-12-31");
  const hundredths = (...asked: [Parameters<typeof coefficientOn>[0], "individual" | "collective"]) =>
    coefficientOn(...asked, onDay)?.value ?? null;
  expect(hundredths("MINISTER_CERTIFICATE_OF_MERIT", "individual")).toBe(100);
  expect(hundredths("PROVINCE_CERTIFICATE_OF_MERIT", "collective")).toBe(200);
  expect(hundredths("EXEMPLARY_COMMUNE", "collective")).toBe(null);
  expect(hundredths("MILITARY_REGION_FLAG", "collective")).toBe(null);
  expect(hundredths("MILITARY_REGION_CERTIFICATE_OF_MERIT", "individual")).toBe(null);
  expect(hundredths("JUSTICE_COMMEMORATIVE_MEDAL", "individual")).toBe(null);
  const commune = (subject: "individual" | "collective") =>
    coefficientOn("CERTIFICATE_OF_COMMENDATION", subject, onDay, "commune")?.value;
  expect([commune("individual"), commune("collective")]).toEqual([15, 30]);
});

test("a household has one and a half times the individual's, wherever it has any", () => {
  const households = coefficients.filter((row) => row.subject === "household");
  expect(households).toHaveLength(16);
  const odd = households.filter(
    (row) => row.value * 2 !== (coefficientOn(row.code, "individual", row.from)?.value ?? 0) * 3,
  );
  expect(odd).toEqual([]);
  expect(households.filter((row) => row.instrument === "91/2017/NĐ-CP")).toEqual([]);
});

test("a coefficient is only given to subjects and in regimes the catalogue knows", () => {
  const regimeOfDecree = { "91/2017/NĐ-CP": "R1", "98/2023/NĐ-CP": "R2", "152/2025/NĐ-CP": "R3" } as const;
  const stray = coefficients.filter(
    (row) =>
      !mayBeGivenTo(row.code, row.subject) ||
      !existsIn(row.code, regimeOfDecree[row.instrument as keyof typeof regimeOfDecree]),
  );
  expect(stray).toEqual([]);
});

test("the awards without money today are these", () => {
  const without = catalogue
    .filter((entry) => existsIn(entry.code, "R4"))
    .filter((entry) => subjectKinds.every((kind) => !coefficientOn(entry.code, kind, day("2026-11-21"))))
    .map((entry) => entry.code);
  expect(without).toEqual(["CULTURAL_FAMILY", "FRIENDSHIP_ORDER", "HERO_PROVINCE"]);
});

const sharesOn = (on: string) =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const row = thresholdOn(code, day(on));
      return row ? [[code, `${row.value}${row.verified ? "" : " ?"}`]] : [];
    }),
  );

test("shares of votes on the days where they change", () => {
  const heroes = { ARMED_FORCES_HERO: "90", LABOR_HERO: "90" };
  const r1 = { ...heroes, NATIONAL_EMULATION_FIGHTER: "90", MINISTRY_EMULATION_FIGHTER: "90" };
  const eighty = {
    GRASSROOTS_EMULATION_FIGHTER: "80",
    MINISTRY_EMULATION_FLAG: "80",
    PROVINCE_EMULATION_FLAG: "80",
    GOVERNMENT_EMULATION_FLAG: "80",
  };
  expect(sharesOn("2017-09-30")).toEqual({});
  expect(sharesOn("2023-12-31")).toEqual(r1);
  expect(sharesOn("2024-01-01")).toEqual({ ...r1, ...eighty, HERO_PROVINCE: "90 ?" });
  expect(sharesOn("2025-12-31")).toEqual({ ...r1, ...eighty, HERO_PROVINCE: "90" });
  expect(sharesOn("2026-01-01")).toEqual({
    ...heroes,
    HERO_PROVINCE: "90",
    NATIONAL_EMULATION_FIGHTER: "90",
    GOVERNMENT_EMULATION_FLAG: "80",
    MINISTRY_EMULATION_FIGHTER: "90 ?",
    GRASSROOTS_EMULATION_FIGHTER: "80 ?",
    MINISTRY_EMULATION_FLAG: "80 ?",
    PROVINCE_EMULATION_FLAG: "80 ?",
  });
});
