import { type Day, day } from "../platform/day.ts";
import type { Dong } from "../platform/money.ts";
import { type NumberRow, rowOn } from "./numbers-row.ts";

/** Mức lương cơ sở: the base salary by which bonus money is reckoned. */
export type BaseSalary = NumberRow<Dong>;

const since = (
  from: string,
  to: string | null,
  value: Dong,
  instrument: string,
  verified: boolean,
): BaseSalary => ({
  value,
  from: day(from),
  to: to === null ? null : day(to),
  instrument,
  basis: `Nghị định ${instrument}`,
  verified,
});

export const baseSalaries: readonly BaseSalary[] = [
  since("2016-05-01", "2017-07-01", 1_210_000, "47/2016/NĐ-CP", false),
  since("2017-07-01", "2018-07-01", 1_300_000, "47/2017/NĐ-CP", false),
  since("2018-07-01", "2019-07-01", 1_390_000, "72/2018/NĐ-CP", false),
  since("2019-07-01", "2023-07-01", 1_490_000, "38/2019/NĐ-CP", false),
  since("2023-07-01", "2024-07-01", 1_800_000, "24/2023/NĐ-CP", false),
  since("2024-07-01", "2026-07-01", 2_340_000, "73/2024/NĐ-CP", true),
  since("2026-07-01", null, 2_530_000, "161/2026/NĐ-CP", true),
];

/** The base salary in force on a day; null before 01/05/2016. `rows` are the catalogue's unless given. */
export const baseSalaryOn = (onDay: Day, rows: readonly BaseSalary[] = baseSalaries): BaseSalary | null =>
  rowOn(rows, onDay);
