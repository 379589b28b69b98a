import { type Day, day } from "../platform/day.ts";
import type { Code } from "./codes.ts";
import { type NumberRow, rowOn } from "./numbers-row.ts";
import { regimes } from "./regimes.ts";

/**
 * The shares of yes votes a council needs (tỷ lệ phiếu đồng ý), in percent of ALL its members, absent
 * ones and those who may not vote included.
 */
export interface Threshold extends NumberRow<number> {
  readonly code: Code;
}

const heroes = ["ARMED_FORCES_HERO", "LABOR_HERO"] as const;
const ministryFlags = ["MINISTRY_EMULATION_FLAG", "PROVINCE_EMULATION_FLAG"] as const;

/** Last day on which 98/2023 still rules what 152/2025 hands to the ministries: 31/12/2025. */
const tailEnds = day("2026-01-01");

const rule = (
  codes: readonly Code[],
  value: Threshold["value"],
  validity: { readonly from: Day; readonly to: Day | null },
  instrument: string,
  basis: string,
  verified = true,
): readonly Threshold[] =>
  codes.map((code) => ({ code, value, from: validity.from, to: validity.to, instrument, basis, verified }));

const inR1 = rule(
  [...heroes, "NATIONAL_EMULATION_FIGHTER", "MINISTRY_EMULATION_FIGHTER"],
  90,
  regimes.R1,
  "91/2017/NĐ-CP",
  "Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8",
);

const ballotOf2023 = "Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7";

const inR2 = [
  ...rule(
    [...heroes, "NATIONAL_EMULATION_FIGHTER", "MINISTRY_EMULATION_FIGHTER"],
    90,
    regimes.R2,
    "98/2023/NĐ-CP",
    ballotOf2023,
  ),
  ...rule(["HERO_PROVINCE"], 90, regimes.R2, "98/2023/NĐ-CP", ballotOf2023, false),
  ...rule(
    ["GRASSROOTS_EMULATION_FIGHTER", ...ministryFlags, "GOVERNMENT_EMULATION_FLAG"],
    80,
    regimes.R2,
    "98/2023/NĐ-CP",
    ballotOf2023,
  ),
];

const since2025 = { from: regimes.R3.from, to: null };
const ballotOf2025 = "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5";

const sinceR3 = [
  ...rule(
    ["HERO_PROVINCE", ...heroes, "NATIONAL_EMULATION_FIGHTER"],
    90,
    since2025,
    "152/2025/NĐ-CP",
    ballotOf2025,
  ),
  ...rule(["GOVERNMENT_EMULATION_FLAG"], 80, since2025, "152/2025/NĐ-CP", ballotOf2025),
];

/** What 152/2025 hands to the ministries: 98/2023 until 31/12/2025, then the same shares as parameters. */
const handedToMinistries = [
  { codes: ["MINISTRY_EMULATION_FIGHTER"], value: 90 },
  { codes: ["GRASSROOTS_EMULATION_FIGHTER", ...ministryFlags], value: 80 },
] as const;

const tail = handedToMinistries.flatMap(({ codes, value }) => [
  ...rule(
    codes,
    value,
    { from: regimes.R3.from, to: tailEnds },
    "98/2023/NĐ-CP",
    `${ballotOf2023}; Nghị định 152/2025/NĐ-CP, Điều 60 khoản 2`,
  ),
  ...rule(
    codes,
    value,
    { from: tailEnds, to: null },
    "152/2025/NĐ-CP",
    "Quy định của bộ theo Nghị định 152/2025/NĐ-CP, Điều 6 khoản 2 (chưa thấy; giữ mức của Nghị định 98/2023/NĐ-CP)",
    false,
  ),
]);

export const thresholds: readonly Threshold[] = [...inR1, ...inR2, ...sinceR3, ...tail];

/**
 * The share that the law sets for an award on a day; null where only the council's own rules decide.
 * `rows` are the catalogue's unless given.
 */
export const thresholdOn = (
  code: Code,
  onDay: Day,
  rows: readonly Threshold[] = thresholds,
): Threshold | null =>
  rowOn(
    rows.filter((row) => row.code === code),
    onDay,
  );
