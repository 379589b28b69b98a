import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { majorityOf, type VoteQuestion, voteOn, votesNeeded } from "./vote.ts";

const ask = (code: VoteQuestion["code"], members: number, yes: number, on: string) =>
  voteOn({ code, members, yes, on: day(on) });

/** The integer examples of the law's council rules: members, 90 %, 80 %. */
test.each([
  [9, 9, 8],
  [10, 9, 8],
  [11, 10, 9],
  [15, 14, 12],
  [17, 16, 14],
  [20, 18, 16],
])("of %d members 90 %% is %d votes and 80 %% is %d", (members, ninety, eighty) => {
  expect([votesNeeded(members, 90), votesNeeded(members, 80)]).toEqual([ninety, eighty]);
});

test("an answer names everything it rests on", () => {
  expect(ask("NATIONAL_EMULATION_FIGHTER", 15, 13, "2025-09-15")).toEqual({
    code: "NATIONAL_EMULATION_FIGHTER",
    name: "Chiến sĩ thi đua toàn quốc",
    on: "2025-09-15",
    regime: "R3",
    outcome: "failed",
    threshold: 90,
    rule: "at-least",
    base: "all-members",
    members: 15,
    yes: 13,
    needed: 14,
    passed: false,
    words:
      "Cần từ 90 % trở lên tổng số 15 thành viên Hội đồng, tức ít nhất 14 phiếu đồng ý; có 13 phiếu: không đạt.",
    basis: "Nghị định 152/2025/NĐ-CP, Điều 33 khoản 5",
    verified: true,
  });
});

test("where no article sets a share, more than half of all members decide, unverified", () => {
  expect(ask("ADVANCED_WORKER", 10, 5, "2024-12-10")).toMatchObject({
    threshold: 50,
    rule: "more-than",
    needed: 6,
    passed: false,
    verified: false,
    words:
      "Cần trên 50 % (quá nửa) tổng số 10 thành viên Hội đồng, tức ít nhất 6 phiếu đồng ý; có 5 phiếu: không đạt.",
  });
  expect([1, 2, 3, 10, 11].map(majorityOf)).toEqual([1, 2, 2, 6, 6]);
});

test("nothing covers a day before the first regime, nor an award that did not exist", () => {
  expect(ask("LABOR_HERO", 15, 15, "2017-09-30")).toMatchObject({
    outcome: "refused",
    threshold: null,
    needed: null,
    passed: null,
    verified: false,
  });
  expect(ask("EXEMPLARY_COMMUNE", 15, 15, "2023-12-31")).toMatchObject({
    outcome: "refused",
    words:
      "Xã, phường, đặc khu tiêu biểu không có trong quy định áp dụng ngày 31/12/2023. Luật năm 2003 không có danh hiệu này.",
  });
});

test("from 01/03/2027 the share is only provisional", () => {
  expect(ask("LABOR_HERO", 10, 9, "2027-02-28")).toMatchObject({ passed: true, verified: true });
  expect(ask("LABOR_HERO", 10, 9, "2027-03-01")).toMatchObject({ passed: true, verified: false });
});

test("votes are enough exactly when their share of all members reaches the threshold", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (members, yes) => {
      const votes = Math.min(yes, members);
      return ask("LABOR_HERO", members, votes, "2026-11-21").passed === votes * 100 >= members * 90;
    }),
  );
});
