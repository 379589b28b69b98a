import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline } from "../platform/deadline.ts";
import type { PlanContent, PlanItem } from "./unit-plan.ts";
import { movementFrom } from "./unit-plan-issue.ts";
import { differencesFromLaunch } from "./unit-plan-launched.ts";

const item = (
  id: number,
  kind: PlanItem["kind"],
  words: string,
  given: Partial<PlanItem> = {},
): PlanItem => ({
  ...{ id, kind, words, grouping: null, responsible: null, measure: null, value: null, valueUnit: null },
  ...{ base: null, direction: null, deadline: null },
  ...given,
});

const plan: PlanContent = {
  ...{ name: "Kế hoạch", goal: "Thi đua.", requirements: null, arrangements: "Các phòng thực hiện." },
  items: [
    item(1, "content", "Cải cách hành chính", { responsible: "Văn phòng" }),
    item(2, "content", "Rà soát thủ tục", { grouping: "Pháp luật" }),
    item(3, "target", "Hồ sơ đúng hạn", { value: 98, valueUnit: "%" }),
    item(4, "deadline", "Gửi báo cáo", { deadline: datedDeadline("", day("2026-06-30"), true) }),
  ],
  answers: [],
};

const draft = movementFrom({
  plan: { unit: 1, unitName: "Sở Tư pháp", year: 2026 },
  content: plan,
  issue: {
    ...{ number: "5", symbol: "KH-STP", on: day("2026-02-01"), place: "Điện Biên", signerName: "Người ký" },
    ...{ signerOffice: "Giám đốc", signerCapacity: null },
  },
  ...{ level: "unit", parents: [], scope: { groups: ["room"], named: [], excluded: [] } },
  plansDue: day("2026-03-01"),
} as Parameters<typeof movementFrom>[0]);

const launch = {
  ...draft,
  targets: draft.targets.map((target, index) => ({ ...target, id: index + 1 })),
  deadlines: draft.deadlines.map((deadline, index) => ({
    ...{ ...deadline, id: index + 1, withdrawn: false, settlements: [] },
  })),
};

test("a plan just launched says what its launch says", () => {
  expect(differencesFromLaunch(plan, launch)).toEqual([]);
});

test("what was mended after is told section by section; what came in and what went stand apart", () => {
  const mended: PlanContent = {
    ...plan,
    goal: "Thi đua mới.",
    items: [
      plan.items[0]!,
      item(3, "target", "Hồ sơ đúng hạn", { value: 99, valueUnit: "%" }),
      item(4, "deadline", "Gửi báo cáo", { deadline: datedDeadline("", day("2026-06-15"), true) }),
    ],
  };
  expect(differencesFromLaunch(mended, launch)).toEqual([
    { section: "muc-dich", launched: "Thi đua.", planned: "Thi đua mới." },
    { section: "noi-dung", launched: "Pháp luật", planned: null },
    { section: "noi-dung", launched: "Rà soát thủ tục", planned: null },
    { section: "chi-tieu", launched: "Hồ sơ đúng hạn: 98 %", planned: null },
    { section: "chi-tieu", launched: null, planned: "Hồ sơ đúng hạn: 99 %" },
    { section: "han", launched: expect.stringContaining("30/06/2026"), planned: null },
    { section: "han", launched: null, planned: expect.stringContaining("15/06/2026") },
  ]);
});
