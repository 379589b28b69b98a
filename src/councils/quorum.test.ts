import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { attendanceOf } from "./attendance.ts";
import { leastOf, quorumOf } from "./quorum.ts";
import { reachableBy, thresholdOf } from "./reachable.ts";
import { usualRules } from "./rules.ts";

const rules = { ...usualRules, paperSymbol: "12/QĐ-HĐTĐKT" };

describe("quorum: 2/3 of the members, 80 % where awards are considered", () => {
  test.each([
    [9, false, 6],
    [10, false, 7],
    [11, false, 8],
    [15, false, 10],
    [9, true, 8],
    [10, true, 8],
    [11, true, 9],
    [15, true, 12],
  ])("%i members, awards %s: %i", (members, considersAwards, needed) => {
    expect(leastOf(members, considersAwards ? rules.awardQuorum : rules.quorum)).toBe(needed);
    const at = (present: number) => quorumOf({ members, present, letters: 0, considersAwards }, rules).met;
    expect([at(needed - 1), at(needed)]).toEqual([false, true]);
  });

  test("who wrote takes part, unless the rules do not count letters", () => {
    const taking = { members: 15, present: 10, letters: 2, considersAwards: true };
    expect(quorumOf(taking, rules)).toEqual({
      members: 15,
      present: 10,
      letters: 2,
      needed: 12,
      met: true,
      words:
        "Cần ít nhất 12 trong 15 thành viên (80 %, phiên xét khen thưởng); có 10 người có mặt và 2 gửi phiếu xin ý kiến: đủ điều kiện họp.",
      basis: "Quy chế làm việc 12/QĐ-HĐTĐKT",
    });
    expect(quorumOf(taking, { ...rules, countsLetters: false }).met).toBe(false);
  });

  test("a council without members never has a quorum", () =>
    expect(quorumOf({ members: 0, present: 0, letters: 0, considersAwards: false }, rules).met).toBe(false));
});

describe("a threshold on all members", () => {
  const asked = { rulesPercent: null, rulesPaper: "12/QĐ-HĐTĐKT" };

  test.each([
    ["2023-12-31", "MINISTRY_EMULATION_FIGHTER", 15, 14, 90],
    ["2025-06-30", "GRASSROOTS_EMULATION_FIGHTER", 15, 12, 80],
    ["2025-07-01", "NATIONAL_EMULATION_FIGHTER", 17, 16, 90],
    ["2025-07-01", "GOVERNMENT_EMULATION_FLAG", 17, 14, 80],
  ] as const)("on %s %s of %i members needs %i", (on, award, members, needed, percent) => {
    const threshold = thresholdOf({ ...asked, award, members, on: day(on) });
    expect([threshold.needed, threshold.percent]).toEqual([needed, percent]);
  });

  test("without an article more than half of all members, or what the council's rules ask", () => {
    const initiative = { ...asked, award: null, members: 9, on: day("2026-03-02") };
    expect(thresholdOf(initiative).needed).toBe(5);
    expect(thresholdOf({ ...initiative, rulesPercent: 70 }).needed).toBe(7);
  });

  test("members shut out and absent ones stay in the base, so it may be out of reach before the vote", () => {
    const threshold = thresholdOf({
      ...asked,
      award: "NATIONAL_EMULATION_FIGHTER",
      members: 15,
      on: day("2026-03-02"),
    });
    expect(reachableBy(threshold, { members: 15, excluded: 1, missing: 0 }).reachable).toBe(true);
    expect(reachableBy(threshold, { members: 15, excluded: 1, missing: 1 })).toEqual({
      able: 13,
      needed: 14,
      reachable: false,
      words:
        "Chỉ 13 trong 15 thành viên bỏ phiếu được (1 người không được bỏ phiếu, 1 người vắng mà không gửi phiếu), trong khi cần 14 phiếu đồng ý (90 %): bỏ phiếu lúc này chắc chắn không đạt.",
    });
  });
});

describe("attendance is the fold of what was noted", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute));
  const note = (person: number, standing: "present" | "absent" | "by-letter" | "left", minute: number) => ({
    person,
    standing,
    reason: null,
    at: at(minute),
  });

  test("one comes late, one leaves and comes back", () => {
    const known = attendanceOf(
      [
        note(1, "present", 0),
        note(2, "absent", 0),
        note(2, "present", 40),
        note(1, "left", 50),
        note(1, "present", 55),
      ],
      at(30),
    );
    expect(known.get(2)).toEqual({ standing: "present", reason: null, at: at(40), cameLateAt: at(40) });
    expect(known.get(1)).toEqual({ standing: "present", reason: null, at: at(55), cameLateAt: null });
  });
});
