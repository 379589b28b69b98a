import { describe, expect, test } from "vitest";
import type { MovementDeadline, Purpose } from "../movements/deadlines.ts";
import type { Audience } from "../org/scope.ts";
import { day } from "../platform/day.ts";
import { dutiesIn, isOwed, type ReachedUnit, type ReviewedMovement, type StandingReview } from "./duty.ts";
import { hasPeriod, periodsOf, writePeriod } from "./period.ts";

const deadline = (
  id: number,
  purpose: Purpose,
  on: string | null,
  groups: readonly Audience[],
): MovementDeadline => ({
  id,
  what: "Báo cáo",
  purpose,
  wording: "",
  kind: on === null ? "event-bound" : "dated",
  day: on === null ? null : day(on),
  inclusive: true,
  audienceWords: "",
  groups,
  named: [],
  line: null,
  withdrawn: false,
  settlements: [],
});

/** The deadlines of Quyết định 252/QĐ-BTP: units by 30/6, clusters by 05/7, the year with the year's summing up. */
const of252 = [
  deadline(1, "interim-review", "2021-06-30", ["ministry-unit", "provincial-department"]),
  deadline(2, "interim-review", "2021-07-05", ["cluster"]),
  deadline(3, "final-review", null, ["ministry-unit", "provincial-department", "cluster"]),
];

const movement = (given: Partial<ReviewedMovement> = {}): ReviewedMovement => ({
  id: 7,
  name: "Phong trào",
  launcher: 1,
  launcherName: "Bộ Tư pháp",
  fromYear: 2021,
  toYear: 2021,
  deadlines: of252,
  ...given,
});

const unit = (id: number, audience: Audience, given: Partial<ReachedUnit> = {}): ReachedUnit => ({
  id,
  movement: 7,
  audience,
  clusters: [],
  name: `Đơn vị ${id}`,
  ended: null,
  ...given,
});

const sent: StandingReview = {
  id: 40,
  movement: 7,
  level: "unit",
  unit: 3,
  unitName: "Sở Tư pháp",
  kind: "interim",
  year: 2021,
  state: "submitted",
  arrivedAt: new Date("2021-06-28T03:00:00Z"),
  late: false,
};

const told = (duty: ReturnType<typeof dutiesIn>[number]) => [
  duty.unit,
  duty.period.kind,
  duty.period.year,
  duty.deadline?.day ?? null,
  duty.review,
];

describe("who reports on what by when", () => {
  test("units by 30/6, clusters by 05/7, enforcement is asked for nothing", () => {
    const reached = [unit(2, "ministry-unit"), unit(9, "cluster"), unit(5, "enforcement-province")];
    expect(dutiesIn([movement()], reached, [], 2021).map(told)).toEqual([
      [2, "interim", 2021, "2021-06-30", null],
      [9, "interim", 2021, "2021-07-05", null],
      [2, "final", 2021, null, null],
      [9, "final", 2021, null, null],
    ]);
  });

  test("what somebody sends unasked stands without a deadline and is not owed", () => {
    const unasked = { ...sent, unit: 5 };
    const duties = dutiesIn([movement()], [unit(5, "enforcement-province")], [unasked], 2021);
    expect(duties.map(told)).toEqual([[5, "interim", 2021, null, 40]]);
    expect(duties.map(isOwed)).toEqual([false]);
  });

  const standings = [
    { name: "nothing begun", reviews: [], ended: null, owed: true },
    {
      name: "a draft",
      reviews: [{ ...sent, state: "draft" as const, arrivedAt: null }],
      ended: null,
      owed: true,
    },
    { name: "sent back", reviews: [{ ...sent, state: "returned" as const }], ended: null, owed: true },
    { name: "sent", reviews: [sent], ended: null, owed: false },
    {
      name: "merged before it sent",
      reviews: [],
      ended: { on: day("2021-06-01"), successors: ["B"] },
      owed: false,
    },
  ];
  test.each(standings)("$name: owed $owed", ({ reviews, ended, owed }) => {
    const reached = [unit(3, "provincial-department", { ended })];
    const [interim] = dutiesIn([movement()], reached, reviews, 2021);
    expect(interim && isOwed(interim)).toBe(owed);
  });
});

describe("a movement of several years", () => {
  const span = { fromYear: 2021, toYear: 2023 };
  test("is reviewed each half year, each year, and as a whole", () => {
    expect(periodsOf(span).map(writePeriod)).toEqual([
      "6 tháng đầu năm 2021",
      "năm 2021",
      "6 tháng đầu năm 2022",
      "năm 2022",
      "6 tháng đầu năm 2023",
      "năm 2023",
      "giai đoạn 2021-2023",
    ]);
    expect([
      hasPeriod(span, "whole", 2023),
      hasPeriod(span, "whole", 2022),
      hasPeriod(span, "interim", 2024),
    ]).toEqual([true, false, false]);
  });

  test("each day asks for its own year; one early in a year asks for the year before", () => {
    const long = movement({
      ...span,
      deadlines: [
        deadline(1, "interim-review", "2022-06-30", ["ministry-unit"]),
        deadline(2, "final-review", "2023-01-15", ["ministry-unit"]),
        deadline(3, "final-review", "2023-12-20", ["ministry-unit"]),
      ],
    });
    expect(dutiesIn([long], [unit(2, "ministry-unit")], [], null).map(told)).toEqual([
      [2, "interim", 2022, "2022-06-30", null],
      [2, "final", 2022, "2023-01-15", null],
      [2, "final", 2023, "2023-12-20", null],
      [2, "whole", 2023, "2023-12-20", null],
    ]);
  });
});
