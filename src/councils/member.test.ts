import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Council } from "./council.ts";
import { decideItem, moved } from "./item.ts";
import {
  type CouncilRole,
  compositionFindings,
  decideLeaving,
  decideSeat,
  type Membership,
  votersOn,
} from "./member.ts";
import { writeShareOfAll } from "./outcome.ts";
import { decideRules, type NewRules, rulesOn, usualRules } from "./rules.ts";

const from = day("2026-01-05");
const today = day("2026-03-02");

const seat = (person: number, role: CouncilRole, to: string | null = null): Membership => ({
  ...{ id: person, person, personName: `Người ${person}`, place: "", role },
  ...{
    validity: { from, to: to === null ? null : day(to) },
    paperSymbol: "28/QĐ",
    paperDay: from,
    endSymbol: null,
  },
});

const council: Council = {
  ...{ id: 1, body: 1, bodyName: "Sở Tư pháp", kind: "emulation", name: "Hội đồng" },
  ...{ paperSymbol: "28/QĐ", paperDay: from, foundedOn: from, endedOn: null },
};

const seats = (...roles: readonly CouncilRole[]) => roles.map((role, index) => seat(index + 1, role));

describe("who votes on a day", () => {
  test("chair, vice-chairs and members, each once; a secretary only as a member", () => {
    const members = [
      seat(1, "chair"),
      seat(2, "secretary"),
      seat(3, "member"),
      seat(3, "secretary"),
      seat(4, "helper"),
      seat(5, "member", "2026-03-02"),
    ];
    expect(votersOn(members, today).map(({ person }) => person)).toEqual([1, 3]);
    expect(votersOn(members, day("2026-03-01")).map(({ person }) => person)).toEqual([1, 3, 5]);
  });
});

describe("what strikes in a make-up", () => {
  const eleven = (vice: number): CouncilRole[] => [
    "chair",
    "standing-vice-chair",
    ...Array.from({ length: vice - 1 }, () => "vice-chair" as const),
    ...Array.from({ length: 10 - vice }, () => "member" as const),
    "secretary",
  ];
  test.each([
    [1, true, ["vice-chairs-of-eleven"]],
    [2, true, []],
    [3, true, []],
    [4, true, ["vice-chairs-of-eleven"]],
    [2, false, ["vice-chairs-of-the-sector"]],
    [3, false, []],
  ])("eleven members with %i vice-chairs, grassroots %s", (vice, grassroots, codes) =>
    expect(compositionFindings(seats(...eleven(vice)), today, grassroots).map(({ code }) => code)).toEqual(
      codes,
    ),
  );

  test("ten members may have one vice-chair; nobody at all is said", () => {
    expect(compositionFindings(seats("chair", "standing-vice-chair", "secretary"), today, true)).toEqual([]);
    expect(compositionFindings([], today, true).map(({ code }) => code)).toEqual([
      "no-chair",
      "no-standing-vice-chair",
      "no-secretary",
    ]);
  });
});

describe("seats", () => {
  const asked = { person: 9, role: "member" as const, from: today, paperSymbol: "40/QĐ", paperDay: today };
  test.each([
    ["a new member", asked, null],
    ["before the council", { ...asked, from: day("2026-01-04") }, "before-the-council"],
    ["the same role again", { ...asked, person: 2 }, "already-seated"],
    ["a second chair", { ...asked, role: "chair" as const }, "role-taken"],
    [
      "a member who becomes vice-chair without leaving",
      { ...asked, person: 2, role: "vice-chair" as const },
      "already-a-member",
    ],
    ["a member who is secretary too", { ...asked, person: 2, role: "secretary" as const }, null],
  ])("%s", (_name, given, refusal) => {
    const outcome = decideSeat(given, council, seats("chair", "member"));
    expect(isRefusal(outcome) ? outcome.refusal : null).toBe(refusal);
  });

  test("end after they began, once, by a decision", () => {
    expect(decideLeaving(seat(1, "member"), today, "41/QĐ")).toBe(today);
    expect(decideLeaving(seat(1, "member"), from, "41/QĐ")).toMatchObject({
      refusal: "ends-before-it-begins",
    });
    expect(decideLeaving(seat(1, "member"), today, " ")).toMatchObject({ refusal: "no-paper" });
    expect(decideLeaving(seat(1, "member", "2026-02-01"), today, "41/QĐ")).toMatchObject({
      refusal: "already-ended",
    });
  });
});

describe("rules", () => {
  const version = (fromDay: string): NewRules & { id: number } => ({
    ...usualRules,
    ...{ id: 1, fromDay: day(fromDay), paperSymbol: "31/QĐ", paperDay: day("2026-01-05") },
  });

  test("the version of the day holds", () => {
    const versions = [version("2026-01-05"), version("2026-03-01")];
    expect(rulesOn(versions, day("2026-02-28"))?.fromDay).toBe("2026-01-05");
    expect(rulesOn(versions, today)?.fromDay).toBe("2026-03-01");
    expect(rulesOn(versions, day("2026-01-04"))).toBeNull();
  });

  test.each([
    ["of another day", version("2026-03-03"), null],
    ["of a day that has one", version("2026-01-05"), "rules-of-that-day"],
    ["behind a session that was held", version("2026-03-01"), "behind-a-session"],
    [
      "the chair's side in a secret vote",
      { ...version("2026-03-03"), tie: "chair-side" as const },
      "no-chair-side-in-secret",
    ],
    [
      "by a decision to come",
      { ...version("2026-03-03"), paperDay: day("2026-04-01") },
      "paper-in-the-future",
    ],
  ])("%s", (_name, given, refusal) => {
    const outcome = decideRules(given, [version("2026-01-05")], today, today);
    expect(isRefusal(outcome) ? outcome.refusal : null).toBe(refusal);
  });
});

describe("items", () => {
  const item = {
    ...{ kind: "award" as const, title: "Xét", person: 1, unit: null, award: "ADVANCED_WORKER" as const },
    ...{ scope: null, authors: [], summary: null, dossier: null },
  };
  test.each([
    ["a nominee and an award", item, null],
    ["nobody", { ...item, person: null }, "no-nominee"],
    ["two at once", { ...item, unit: 5 }, "two-nominees"],
    ["no award", { ...item, award: null }, "no-award"],
    ["an initiative without scope", { ...item, kind: "initiative" as const }, "no-scope"],
    ["no title", { ...item, title: "  " }, "no-title"],
    ["something else needs neither", { ...item, kind: "other" as const, person: null, award: null }, null],
  ])("%s", (_name, given, refusal) => {
    const outcome = decideItem(given);
    expect(isRefusal(outcome) ? outcome.refusal : null).toBe(refusal);
  });

  test("move one place up or down, and not beyond the ends", () => {
    expect(moved([1, 2, 3], 2, -1)).toEqual([2, 1, 3]);
    expect(moved([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
    expect(moved([1, 2, 3], 1, -1)).toBeNull();
    expect(moved([1, 2, 3], 4, 1)).toBeNull();
  });
});

test.each([
  [14, 15, "14/15 thành viên, bằng 93,3 %"],
  [13, 15, "13/15 thành viên, bằng 86,6 %"],
  [9, 10, "9/10 thành viên, bằng 90 %"],
  [0, 0, "0/0"],
])("%i of %i in words, cut and never rounded up", (yes, members, words) =>
  expect(writeShareOfAll(yes, members)).toBe(words),
);
