import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import type { MovementDeadline } from "./deadlines.ts";
import { emptyDraft } from "./draft.ts";
import type { Movement } from "./movement.ts";
import { shiftDay, shiftMovement, shiftYears } from "./shift.ts";

const deadline = (given: Partial<MovementDeadline>): MovementDeadline => ({
  id: 1,
  what: "Gửi đăng ký năm 2024",
  purpose: "registration",
  wording: "chậm nhất ngày 15/3/2024",
  kind: "dated",
  day: day("2024-03-15"),
  inclusive: true,
  audienceWords: "các đơn vị",
  groups: ["ministry-unit"],
  named: [],
  line: 12,
  withdrawn: false,
  settlements: [],
  ...given,
});

const lastYear = (deadlines: readonly MovementDeadline[]): Movement => ({
  ...(emptyDraft(5, {
    name: "Phong trào thi đua năm 2024",
    kind: "regular",
    level: "unit",
    fromYear: 2024,
    toYear: 2024,
  }) as unknown as Movement),
  id: 40,
  launcher: { id: 5, name: "Sở Tư pháp", kind: "provincial-department" },
  theme: "Chủ đề năm 2024",
  phases: [
    {
      name: "Đợt 1",
      from: day("2024-01-01"),
      to: day("2024-02-29"),
      fromWording: null,
      toWording: null,
      line: 3,
    },
  ],
  deadlines,
});

test("a day moves on by whole years; 29 February has no brother in a common year", () => {
  expect([
    shiftDay(day("2024-03-15"), 1),
    shiftDay(day("2024-02-29"), 1),
    shiftDay(day("2024-02-29"), 4),
  ]).toEqual(["2025-03-15", null, "2028-02-29"]);
});

test("years named in a text move with it, numbers and dates don't", () => {
  expect(shiftYears("Phong trào năm 2024, giai đoạn 2021-2025, 2024/QĐ, ngày 15/3/2024", 1)).toBe(
    "Phong trào năm 2025, giai đoạn 2022-2026, 2024/QĐ, ngày 15/3/2024",
  );
});

test("last year's launch becomes this year's draft, its theme left to be written", () => {
  const draft = shiftMovement(lastYear([deadline({})]), 2025, 9);
  expect({
    name: draft.name,
    years: [draft.fromYear, draft.toYear],
    theme: draft.theme,
    origin: draft.origin,
    links: draft.links,
    deadline: draft.deadlines[0],
  }).toMatchObject({
    name: "Phong trào thi đua năm 2025",
    years: [2025, 2025],
    theme: null,
    origin: "copied",
    links: [{ kind: "continues", other: 40 }],
    deadline: {
      what: "Gửi đăng ký năm 2025",
      wording: "chậm nhất ngày 15/03/2025",
      day: "2025-03-15",
      line: null,
    },
  });
});

test("29/02 is kept as it would be written and found impossible", () => {
  const draft = shiftMovement(lastYear([deadline({ day: day("2024-02-29"), inclusive: false })]), 2025, null);
  expect(draft.deadlines[0]).toMatchObject({
    kind: "impossible",
    day: null,
    wording: "trước ngày 29/02/2025",
  });
  expect(draft.phases[0]).toEqual({
    name: "Đợt 1",
    from: "2025-01-01",
    to: null,
    fromWording: null,
    toWording: "29/02/2025",
    line: null,
  });
});

test("a withdrawn deadline is not copied", () => {
  expect(shiftMovement(lastYear([deadline({ withdrawn: true })]), 2025, null).deadlines).toEqual([]);
});
