/**
 * What the yearly notice on holidays of public bodies (thông báo nghỉ Tết và lễ) sets beyond the fixed days:
 * the block of Tết Nguyên đán, days off in lieu, and swapped working days. “unverified” entries were
 * written down without the notice at hand and want checking against it.
 */
export interface OfficialYear {
  readonly year: number;
  /** First and last day of the Tết block, both off; weekends next to it aren't repeated here. */
  readonly lunarNewYear: readonly [from: string, to: string];
  /** The second day of National Day (from 2021: the 1st or the 3rd of September). */
  readonly secondNationalDay: string | null;
  /** Days off in lieu of a holiday that falls on a weekend (Bộ luật Lao động 2019, Điều 111 khoản 3). */
  readonly inLieu: readonly string[];
  /** A working day taken off, and the Saturday worked for it. */
  readonly swaps: readonly { off: string; worked: string }[];
  readonly verification: "verified" | "unverified";
  readonly notice: string;
}

const NOTICE = "Thông báo nghỉ Tết và các ngày lễ trong năm";

export const officialYears: readonly OfficialYear[] = [
  {
    year: 2017,
    lunarNewYear: ["2017-01-26", "2017-02-01"],
    secondNationalDay: null,
    inLieu: ["2017-01-02", "2017-05-02", "2017-09-04"],
    swaps: [],
    verification: "unverified",
    notice: `${NOTICE} 2017`,
  },
  {
    year: 2018,
    lunarNewYear: ["2018-02-14", "2018-02-20"],
    secondNationalDay: null,
    inLieu: ["2018-09-03"],
    swaps: [{ off: "2018-12-31", worked: "2019-01-05" }],
    verification: "unverified",
    notice: `${NOTICE} 2018`,
  },
  {
    year: 2019,
    lunarNewYear: ["2019-02-04", "2019-02-08"],
    secondNationalDay: null,
    inLieu: ["2019-04-15"],
    swaps: [{ off: "2019-04-29", worked: "2019-05-04" }],
    verification: "unverified",
    notice: `${NOTICE} 2019`,
  },
  {
    year: 2020,
    lunarNewYear: ["2020-01-23", "2020-01-29"],
    secondNationalDay: null,
    inLieu: [],
    swaps: [],
    verification: "unverified",
    notice: `${NOTICE} 2020`,
  },
  {
    year: 2021,
    lunarNewYear: ["2021-02-10", "2021-02-16"],
    secondNationalDay: "2021-09-03",
    inLieu: ["2021-05-03"],
    swaps: [],
    verification: "unverified",
    notice: `${NOTICE} 2021`,
  },
  {
    year: 2022,
    lunarNewYear: ["2022-01-31", "2022-02-04"],
    secondNationalDay: "2022-09-01",
    inLieu: ["2022-01-03", "2022-04-11", "2022-05-02", "2022-05-03"],
    swaps: [],
    verification: "unverified",
    notice: `${NOTICE} 2022`,
  },
  {
    year: 2023,
    lunarNewYear: ["2023-01-20", "2023-01-26"],
    secondNationalDay: "2023-09-01",
    inLieu: ["2023-01-02", "2023-05-02", "2023-05-03", "2023-09-04"],
    swaps: [],
    verification: "unverified",
    notice: `${NOTICE} 2023`,
  },
  {
    year: 2024,
    lunarNewYear: ["2024-02-08", "2024-02-14"],
    secondNationalDay: "2024-09-03",
    inLieu: [],
    swaps: [{ off: "2024-04-29", worked: "2024-05-04" }],
    verification: "unverified",
    notice: `${NOTICE} 2024`,
  },
  {
    year: 2025,
    lunarNewYear: ["2025-01-27", "2025-01-31"],
    secondNationalDay: "2025-09-01",
    inLieu: [],
    swaps: [{ off: "2025-05-02", worked: "2025-04-26" }],
    verification: "unverified",
    notice: `${NOTICE} 2025`,
  },
  {
    year: 2026,
    lunarNewYear: ["2026-02-16", "2026-02-20"],
    secondNationalDay: "2026-09-01",
    inLieu: ["2026-04-27"],
    swaps: [
      { off: "2026-01-02", worked: "2026-01-10" },
      { off: "2026-08-31", worked: "2026-08-22" },
    ],
    verification: "unverified",
    notice: `${NOTICE} 2026`,
  },
  {
    // No notice was known when this was written: the five days are counted from the eve of Tết.
    year: 2027,
    lunarNewYear: ["2027-02-05", "2027-02-11"],
    secondNationalDay: "2027-09-03",
    inLieu: ["2027-05-03"],
    swaps: [],
    verification: "unverified",
    notice: `${NOTICE} 2027 (chưa có)`,
  },
];
