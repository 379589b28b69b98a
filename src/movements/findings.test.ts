import { expect, test } from "vitest";
import { weekendsOnly } from "../platform/calendar.ts";
import { day } from "../platform/day.ts";
import type { MovementDeadline } from "./deadlines.ts";
import { emptyDraft } from "./draft.ts";
import { deadlineFindings, launchFindings, missingParts, phaseFindings, unboundGroups } from "./findings.ts";
import type { Movement, Phase } from "./movement.ts";

const empty = emptyDraft(1, {
  name: "Phong trào",
  kind: "regular",
  level: "ministry",
  fromYear: 2026,
  toYear: 2026,
}) as unknown as Movement;
const launchedOn = day("2026-02-20");

const aDeadline = (given: Partial<MovementDeadline>): MovementDeadline => ({
  id: 1,
  what: "Gửi đăng ký",
  purpose: "registration",
  wording: "",
  kind: "dated",
  day: day("2026-03-02"),
  inclusive: true,
  audienceWords: "",
  groups: ["ministry-unit"],
  named: [],
  line: null,
  withdrawn: false,
  settlements: [],
  ...given,
});

const aPhase = (name: string, from: string, to: string): Phase => ({
  name,
  from: day(from),
  to: day(to),
  fromWording: null,
  toWording: null,
  line: null,
});

const codes = (findings: readonly { code: string }[]) => findings.map((finding) => finding.code);

test("from 2024 each part of Điều 17 that a launch lacks is found", () => {
  const findings = missingParts(empty, day("2024-01-01"));
  expect(codes(findings)).toEqual([
    "no-goal",
    "no-scope",
    "no-subjects",
    "no-contents",
    "no-criteria",
    "no-time",
    "no-measures",
    "no-review",
    "no-commendation",
  ]);
  expect(new Set(findings.map((finding) => finding.basis))).toEqual(new Set(["Luật 06/2022/QH15, Điều 17"]));
});

test("before 2024 the law of 2003 asks for targets and a slogan, and for no criteria", () => {
  const findings = missingParts(empty, day("2023-12-31"));
  expect(codes(findings)).toEqual([
    "no-goal",
    "no-scope",
    "no-subjects",
    "no-targets",
    "no-contents",
    "no-motto",
    "no-time",
    "no-measures",
    "no-review",
  ]);
  expect(findings[0]?.basis).toBe("Luật Thi đua, khen thưởng 2003, Điều 16");
});

test("a part that is there is not found", () => {
  expect(codes(missingParts({ ...empty, goal: "Hoàn thành nhiệm vụ" }, launchedOn))).not.toContain("no-goal");
});

test.each<[string, Partial<MovementDeadline>, string[]]>([
  [
    "an impossible day blocks",
    { kind: "impossible", day: null, wording: "trước ngày 30/02/2026" },
    ["impossible-date"],
  ],
  ["a day before the launch", { day: day("2026-02-19") }, ["deadline-before-issue"]],
  [
    "an exclusive day that is the launch's own",
    { day: launchedOn, inclusive: false },
    ["deadline-before-issue"],
  ],
  ["the launch's own day, inclusive, is in time", { day: launchedOn }, []],
  ["a Saturday", { day: day("2026-02-28") }, ["deadline-on-day-off"]],
  [
    "an event without a day",
    { kind: "event-bound", day: null, wording: "cùng với tổng kết" },
    ["event-bound"],
  ],
  ["nobody bound", { groups: [] }, ["binds-nobody"]],
  ["withdrawn", { withdrawn: true, day: day("2026-02-19") }, []],
])("deadlines: %s", (_name, given, found) => {
  expect(codes(deadlineFindings([aDeadline(given)], launchedOn, weekendsOnly))).toEqual(found);
});

test.each<[string, Phase[], string[]]>([
  [
    "two halves of a year follow each other",
    [aPhase("Đợt 1", "2026-01-01", "2026-06-30"), aPhase("Đợt 2", "2026-07-01", "2026-12-31")],
    [],
  ],
  [
    "a gap",
    [aPhase("Đợt 1", "2026-01-01", "2026-06-29"), aPhase("Đợt 2", "2026-07-01", "2026-12-31")],
    ["phase-gap"],
  ],
  [
    "an overlap",
    [aPhase("Đợt 1", "2026-01-01", "2026-07-01"), aPhase("Đợt 2", "2026-07-01", "2026-12-31")],
    ["phase-overlap"],
  ],
  ["reversed", [aPhase("Đợt 1", "2026-06-30", "2026-01-01")], ["phase-reversed"]],
  ["without a day", [{ ...aPhase("Đợt 1", "2026-01-01", "2026-06-30"), to: null }], ["phase-without-day"]],
])("phases: %s", (_name, phases, found) => {
  expect(codes(phaseFindings(phases))).toEqual(found);
});

test("a group in scope that no deadline of a purpose names is bound without a day", () => {
  const interim = aDeadline({
    purpose: "interim-review",
    groups: ["ministry-unit", "provincial-department"],
  });
  expect(
    unboundGroups([interim], ["ministry-unit", "provincial-department", "enforcement-province"]),
  ).toMatchObject([
    { code: "duty-without-deadline", sentence: "Báo cáo sơ kết: chưa có hạn cho Cơ quan THADS cấp tỉnh." },
  ]);
});

test("what blocks stands first", () => {
  const movement = { ...empty, deadlines: [aDeadline({ kind: "impossible", day: null })] };
  expect(launchFindings(movement, launchedOn, weekendsOnly, [])[0]?.severity).toBe("block");
});
