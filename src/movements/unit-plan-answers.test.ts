import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline } from "../platform/deadline.ts";
import type { ParentItem } from "./coverage.ts";
import type { NewPlanItem, PlanItem } from "./unit-plan.ts";
import { decideAnswer, decideItem, itemTaking, proposeMatches } from "./unit-plan-answers.ts";

const content = (key: string, words: string): ParentItem => ({
  kind: "content",
  key,
  label: "1.",
  words,
  grouping: "Đề mục",
});
const target: ParentItem = {
  kind: "target",
  key: "target-1",
  words: "Hồ sơ quá hạn không quá 5%",
  value: 5,
  valueUnit: "%",
  base: null,
  measure: null,
  direction: "at-most",
};
const deadline: ParentItem = {
  kind: "deadline",
  key: "deadline-1",
  words: "Gửi báo cáo",
  deadline: datedDeadline("trước ngày 30/6", day("2021-06-30"), false),
};
const own = (given: Partial<NewPlanItem>): NewPlanItem => ({ ...itemTaking(content("", "")), ...given });
const refusalOf = (outcome: object): string | null =>
  "refusal" in outcome && typeof outcome.refusal === "string" ? outcome.refusal : null;

describe("an answer", () => {
  test("what is taken says what the launch says, with its number and its day", () => {
    expect(decideAnswer(target, { verdict: "taken", reason: "", own: null })).toMatchObject({
      verdict: "taken",
      item: { words: "Hồ sơ quá hạn không quá 5%", value: 5, valueUnit: "%", direction: "at-most" },
    });
    expect(decideAnswer(deadline, { verdict: "taken", reason: "", own: null })).toMatchObject({
      item: { deadline: { day: "2021-06-30", inclusive: false, wording: "trước ngày 30/6" } },
    });
  });

  test("what is adapted stays under the launch's heading", () => {
    const decided = decideAnswer(content("content-1", "Thẩm định"), {
      verdict: "adapted",
      reason: "",
      own: own({ words: "  Thẩm định   nghị quyết ", grouping: null }),
    });
    expect(decided).toMatchObject({ item: { words: "Thẩm định nghị quyết", grouping: "Đề mục" } });
  });

  test.each([
    ["left without a reason", { verdict: "left", reason: "  ", own: null }, "no-reason"],
    ["adapted to nothing", { verdict: "adapted", reason: "", own: null }, "nothing-own"],
    ["adapted to empty words", { verdict: "adapted", reason: "", own: own({ words: " " }) }, "no-words"],
  ] as const)("%s is refused", (_case, given, refusal) => {
    expect(refusalOf(decideAnswer(content("content-1", "Thẩm định"), given))).toBe(refusal);
  });

  test.each([
    ["a number without a unit", { kind: "target", words: "Chỉ tiêu", value: 5 }, "no-unit"],
    [
      "less than nothing",
      { kind: "target", words: "Chỉ tiêu", value: -1, valueUnit: "%" },
      "negative-target",
    ],
    ["a deadline without a day or an event", { kind: "deadline", words: "Gửi" }, "no-day"],
  ] as const)("%s is refused", (_case, given, refusal) => {
    expect(refusalOf(decideItem(own(given)))).toBe(refusal);
  });
});

describe("proposed matches", () => {
  const item = (id: number, words: string): PlanItem => ({ ...own({ words }), id });

  test("by the share of the launch's words, each side once, nothing below one half", () => {
    const matches = proposeMatches(
      [
        content("a", "Thẩm định văn bản đúng hạn"),
        content("b", "Chuyển đổi số"),
        content("c", "Rà soát văn bản"),
      ],
      [
        item(1, "Thẩm định văn bản quy phạm pháp luật đúng hạn"),
        item(2, "Đẩy mạnh chuyển đổi số trong công tác tư pháp"),
        item(3, "Tổ chức hội thao"),
      ],
    );
    expect(matches.map(({ parent, item: { id }, share }) => [parent.key, id, share])).toEqual([
      ["a", 1, 100],
      ["b", 2, 100],
    ]);
  });

  test("among equals the shorter item is nearer; kinds are never mixed", () => {
    const matches = proposeMatches(
      [content("a", "Cải cách hành chính"), deadline],
      [
        item(1, "Cải cách hành chính và nhiều việc khác nữa"),
        item(2, "Cải cách hành chính"),
        item(3, "Gửi báo cáo"),
      ],
    );
    expect(matches.map(({ parent, item: { id } }) => [parent.key, id])).toEqual([["a", 2]]);
  });
});
