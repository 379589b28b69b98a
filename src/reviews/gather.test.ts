import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline } from "../platform/deadline.ts";
import { isMissing, type Reporter, standingOf, tallyOf, writeEnd } from "./gather.ts";

const by = datedDeadline("chậm nhất 30/6", day("2021-06-30"), true);
const lastNoon = new Date("2021-06-30T05:00:00Z");
const dayAfter = new Date("2021-07-01T05:00:00Z");

const reporter = (given: Partial<Reporter> = {}): Reporter => ({
  unit: 1,
  unitName: "Sở Tư pháp tỉnh A",
  level: "unit",
  deadline: by,
  review: null,
  state: null,
  arrivedAt: null,
  late: null,
  ended: null,
  ...given,
});

const merged = { on: day("2021-06-10"), successors: ["Sở Tư pháp tỉnh B"] };

describe("where a unit stands for the superior", () => {
  const cases = [
    {
      name: "has sent nothing, in time still",
      of: reporter(),
      at: lastNoon,
      standing: "missing",
      counts: true,
    },
    { name: "has sent nothing, too late", of: reporter(), at: dayAfter, standing: "overdue", counts: true },
    {
      name: "a draft shows as nothing",
      of: reporter({ state: "draft", review: 4 }),
      at: lastNoon,
      standing: "missing",
      counts: true,
    },
    {
      name: "sent",
      of: reporter({ state: "submitted", review: 4 }),
      at: dayAfter,
      standing: "sent",
      counts: false,
    },
    {
      name: "accepted",
      of: reporter({ state: "accepted", review: 4 }),
      at: dayAfter,
      standing: "accepted",
      counts: false,
    },
    {
      name: "sent back",
      of: reporter({ state: "returned", review: 4 }),
      at: dayAfter,
      standing: "returned",
      counts: true,
    },
    {
      name: "no deadline, never overdue",
      of: reporter({ deadline: null }),
      at: dayAfter,
      standing: "missing",
      counts: true,
    },
    {
      name: "merged before it sent",
      of: reporter({ ended: merged }),
      at: dayAfter,
      standing: "followed",
      counts: false,
    },
    {
      name: "merged after it sent: its report stays",
      of: reporter({ ended: merged, state: "accepted", review: 4 }),
      at: dayAfter,
      standing: "accepted",
      counts: false,
    },
  ];
  test.each(cases)("$name", ({ of, at, standing, counts }) => {
    expect([standingOf(of, at), isMissing(standingOf(of, at))]).toEqual([standing, counts]);
  });
});

test("the tally counts who still owes or has sent, and how many came late", () => {
  const reporters = [
    reporter({ state: "accepted", late: false }),
    reporter({ state: "submitted", late: true }),
    reporter({ state: "draft" }),
    reporter({ ended: merged }),
    reporter({ ended: merged, state: "submitted", late: false }),
  ];
  expect(tallyOf(reporters, dayAfter)).toEqual({ sent: 3, total: 4, late: 1 });
});

test("an end names its successor", () => {
  expect([writeEnd(merged), writeEnd({ on: day("2021-06-10"), successors: [] })]).toEqual([
    "từ ngày 10/06/2021 kế tục là Sở Tư pháp tỉnh B",
    "kết thúc hoạt động từ ngày 10/06/2021",
  ]);
});
