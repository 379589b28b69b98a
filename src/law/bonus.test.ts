import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type BonusQuestion, bonusAmount, bonusOf } from "./bonus.ts";

const ask = (
  code: BonusQuestion["code"],
  subject: BonusQuestion["subject"],
  on: string,
  level: BonusQuestion["level"] = null,
) => bonusOf({ code, subject, on: day(on), level });

test("an answer names everything it rests on", () => {
  expect(ask("GRASSROOTS_EMULATION_FIGHTER", "individual", "2025-12-20")).toEqual({
    code: "GRASSROOTS_EMULATION_FIGHTER",
    name: "Chiến sĩ thi đua cơ sở",
    subject: "individual",
    on: "2025-12-20",
    regime: "R3",
    outcome: "payable",
    coefficient: "1.0",
    baseSalary: 2_340_000,
    amount: 2_340_000,
    ceiling: false,
    words: "1,0 × 2.340.000 đ = 2.340.000 đ.",
    basis: "Nghị định 152/2025/NĐ-CP, Điều 50; Nghị định 152/2025/NĐ-CP, Điều 49; Nghị định 73/2024/NĐ-CP",
    verified: true,
  });
});

test("a sum is rounded up and says so; in R2 the rounding was not read", () => {
  expect(ask("ADVANCED_WORKER", "individual", "2024-12-20")).toMatchObject({
    coefficient: "0.3",
    amount: 710_000,
    words: "0,3 × 2.340.000 đ = 710.000 đ, làm tròn lên hàng chục nghìn đồng.",
    verified: false,
  });
  expect(ask("GRASSROOTS_EMULATION_FIGHTER", "individual", "2024-12-20")).toMatchObject({ verified: true });
});

test("a ceiling is told as the most there can be", () => {
  expect(ask("JUSTICE_COMMEMORATIVE_MEDAL", "individual", "2026-08-28")).toMatchObject({
    coefficient: "0.6",
    amount: 1_520_000,
    ceiling: true,
    words: "Không quá 0,6 × 2.530.000 đ = 1.520.000 đ, làm tròn lên hàng chục nghìn đồng.",
    verified: true,
  });
});

test.each([
  [
    "ADVANCED_WORKER",
    "individual",
    "2017-09-30",
    "Chưa có quy định nào trong danh mục áp dụng cho ngày trước 01/10/2017 (ngày Nghị định 91/2017/NĐ-CP có hiệu lực).",
  ],
  [
    "GRASSROOTS_EMULATION_FIGHTER",
    "collective",
    "2025-12-20",
    "Chiến sĩ thi đua cơ sở không tặng cho tập thể.",
  ],
  [
    "EXEMPLARY_COMMUNE",
    "collective",
    "2023-12-31",
    "Xã, phường, đặc khu tiêu biểu không có trong quy định áp dụng ngày 31/12/2023. Luật năm 2003 không có danh hiệu này.",
  ],
  [
    "PROVINCE_BADGE",
    "individual",
    "2024-01-01",
    "Huy hiệu của tỉnh, thành phố trực thuộc Trung ương không có trong quy định áp dụng ngày 01/01/2024. Là hình thức khen thưởng theo Luật năm 2003; Luật năm 2022 không còn.",
  ],
  [
    "CERTIFICATE_OF_COMMENDATION",
    "household",
    "2023-12-31",
    "Nghị định 91/2017/NĐ-CP không quy định tiền thưởng cho hộ gia đình.",
  ],
  [
    "JUSTICE_COMMEMORATIVE_MEDAL",
    "individual",
    "2020-08-28",
    "Nghị định 91/2017/NĐ-CP không quy định mức tiền thưởng của Kỷ niệm chương “Vì sự nghiệp Tư pháp” cho cá nhân.",
  ],
  [
    "CULTURAL_FAMILY",
    "household",
    "2026-11-21",
    "Nghị định 152/2025/NĐ-CP không quy định mức tiền thưởng của Gia đình văn hóa cho hộ gia đình.",
  ],
] as const)("%s for %s on %s is refused in words", (code, subject, on, words) => {
  expect(ask(code, subject, on)).toMatchObject({ outcome: "refused", amount: null, words });
});

test("from 01/03/2027 the sum is only provisional", () => {
  expect(ask("LABOR_ORDER_3", "individual", "2027-02-28")).toMatchObject({ verified: true });
  expect(ask("LABOR_ORDER_3", "individual", "2027-03-01")).toMatchObject({
    amount: 11_390_000,
    verified: false,
    words:
      "4,5 × 2.530.000 đ = 11.390.000 đ, làm tròn lên hàng chục nghìn đồng. Nghị định 152/2025/NĐ-CP chỉ áp dụng đến ngày 01/03/2027; quy định sau đó chưa có trong danh mục.",
  });
});

test("rounding goes up to the next ten thousand and never further", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 27_000 }),
      fc.integer({ min: 1, max: 1_000 }),
      (hundredths, thousands) => {
        const exact = BigInt(hundredths) * BigInt(thousands) * 1000n;
        const amount = BigInt(bonusAmount(hundredths, thousands * 1000)) * 100n;
        return amount >= exact && amount - exact < 1_000_000n && amount % 1_000_000n === 0n;
      },
    ),
  );
});
