import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type AwardLine, bonusesOf } from "./bonus-list.ts";

const award = (
  code: AwardLine["code"],
  period: string,
  on: string,
  more: Partial<AwardLine> = {},
): AwardLine => ({
  code,
  subject: "individual",
  on: day(on),
  level: null,
  period,
  achievement: null,
  ...more,
});

const decided = (...awards: AwardLine[]) =>
  bonusesOf(awards).lines.map(({ decision, paidAmount, why, verified }) => ({
    decision,
    paidAmount,
    why,
    verified,
  }));

const same = "2025-12-20";

test("of titles of the same period only the highest is paid", () => {
  expect(
    decided(award("ADVANCED_WORKER", "2025", same), award("GRASSROOTS_EMULATION_FIGHTER", "2025", same)),
  ).toEqual([
    {
      decision: "superseded",
      paidAmount: 0,
      why: "Đã tính Chiến sĩ thi đua cơ sở (dòng 2): trong các danh hiệu cùng kỳ 2025 chỉ hưởng mức cao nhất (Nghị định 152/2025/NĐ-CP, Điều 49).",
      verified: true,
    },
    {
      decision: "paid",
      paidAmount: 2_340_000,
      why: "Mức cao nhất trong các danh hiệu cùng kỳ 2025 (Nghị định 152/2025/NĐ-CP, Điều 49).",
      verified: true,
    },
  ]);
});

test("titles of different periods are all paid", () => {
  const list = bonusesOf([
    award("ADVANCED_WORKER", "2024", same),
    award("GRASSROOTS_EMULATION_FIGHTER", "2025", same),
  ]);
  expect(list.lines.map((line) => line.paidAmount)).toEqual([710_000, 2_340_000]);
  expect(list.lines[0]?.why).toBe(
    "Khác kỳ với danh hiệu khác: hưởng tiền thưởng của từng danh hiệu (Nghị định 152/2025/NĐ-CP, Điều 49).",
  );
  expect(list.total).toBe(3_050_000);
  expect(list.verified).toBe(true);
});

test("a title and a form together are both paid", () => {
  expect(
    decided(
      award("GRASSROOTS_EMULATION_FIGHTER", "2025", same),
      award("MINISTER_CERTIFICATE_OF_MERIT", "2025", same),
    ),
  ).toEqual([
    {
      decision: "paid",
      paidAmount: 2_340_000,
      why: "Danh hiệu thi đua và hình thức khen thưởng cùng lúc: hưởng cả hai (Nghị định 152/2025/NĐ-CP, Điều 49).",
      verified: true,
    },
    {
      decision: "paid",
      paidAmount: 3_510_000,
      why: "Danh hiệu thi đua và hình thức khen thưởng cùng lúc: hưởng cả hai (Nghị định 152/2025/NĐ-CP, Điều 49).",
      verified: true,
    },
  ]);
});

test("forms of different periods are all paid; of the same one only the highest, and that was not read", () => {
  const certificates = (first: string, second: string) =>
    decided(
      award("CERTIFICATE_OF_COMMENDATION", first, same),
      award("MINISTER_CERTIFICATE_OF_MERIT", second, same),
    ).map(({ decision, paidAmount, verified }) => [decision, paidAmount, verified]);
  expect(certificates("2024", "2025")).toEqual([
    ["paid", 710_000, true],
    ["paid", 3_510_000, true],
  ]);
  expect(certificates("2025", "2025")).toEqual([
    ["superseded", 0, false],
    ["paid", 3_510_000, false],
  ]);
});

test("forms of one period for achievements named apart are all paid", () => {
  const list = bonusesOf([
    award("CERTIFICATE_OF_COMMENDATION", "2025", same, { achievement: "phòng, chống bão" }),
    award("MINISTER_CERTIFICATE_OF_MERIT", "2025", same, { achievement: "công trạng" }),
  ]);
  expect(list.total).toBe(4_220_000);
});

test("R1 has the rule on titles but none on several forms", () => {
  const on = "2019-12-20";
  expect(
    decided(
      award("ADVANCED_WORKER", "2019", on),
      award("GRASSROOTS_EMULATION_FIGHTER", "2019", on),
      award("CERTIFICATE_OF_COMMENDATION", "2019", on),
      award("MINISTER_CERTIFICATE_OF_MERIT", "2019", on),
    ).map(({ decision, paidAmount }) => [decision, paidAmount]),
  ).toEqual([
    ["superseded", 0],
    ["paid", 1_490_000],
    ["paid", 450_000],
    ["paid", 1_490_000],
  ]);
});

test("a collective's award does not stand in the way of a person's", () => {
  const list = bonusesOf([
    award("GRASSROOTS_EMULATION_FIGHTER", "2025", same),
    award("EXCELLENT_LABOR_COLLECTIVE", "2025", same, { subject: "collective" }),
  ]);
  expect(list.lines.map((line) => line.why)).toEqual([
    "Không có khen thưởng khác được tặng cùng lúc.",
    "Không có khen thưởng khác được tặng cùng lúc.",
  ]);
  expect(list.total).toBe(5_850_000);
});

test("titles of one period decided on different days are paid, but marked", () => {
  expect(
    decided(
      award("ADVANCED_WORKER", "2025", "2025-12-20"),
      award("GRASSROOTS_EMULATION_FIGHTER", "2025", "2026-01-10"),
    ).map(({ decision, verified }) => [decision, verified]),
  ).toEqual([
    ["paid", false],
    ["paid", false],
  ]);
});

test("of equal sums the first line is paid", () => {
  const list = bonusesOf([award("ADVANCED_WORKER", "2025", same), award("ADVANCED_WORKER", "2025", same)]);
  expect(list.lines.map((line) => line.decision)).toEqual(["paid", "superseded"]);
});

test("a refused line is paid nothing and stands in nobody's way", () => {
  const list = bonusesOf([
    award("EXCELLENT_LABOR_COLLECTIVE", "2025", same),
    award("ADVANCED_WORKER", "2025", same),
  ]);
  expect(list.lines.map(({ decision, why }) => [decision, why])).toEqual([
    ["refused", "Tập thể lao động xuất sắc không tặng cho cá nhân."],
    ["paid", "Không có khen thưởng khác được tặng cùng lúc."],
  ]);
  expect(list.total).toBe(710_000);
});
