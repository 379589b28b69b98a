import { expect, test } from "vitest";
import { byTieBreak, type Candidate, isPreferred } from "./tie-break.ts";

const collective = (total: number, women: number): Candidate => ({
  kind: "collective",
  members: { total, women },
});

test("a collective of exactly 70 % women is preferred, one below is not", () => {
  expect(isPreferred(collective(10, 7))).toBe(true);
  expect(isPreferred(collective(13, 9))).toBe(false);
  expect(isPreferred(collective(13, 10))).toBe(true);
});

test("a collective whose composition nobody has told is not preferred", () => {
  expect(isPreferred({ kind: "collective", members: { total: 10 } })).toBe(false);
  expect(isPreferred(collective(0, 0))).toBe(false);
});

test("of two equally qualified people the woman comes first, the others keep their order", () => {
  const first = { kind: "individual", woman: false, name: "Nguyễn Văn An" } as const;
  const second = { kind: "individual", woman: false, name: "Trần Văn Bình" } as const;
  const third = { kind: "individual", woman: true, name: "Lê Thị Chi" } as const;
  expect([first, second, third].sort(byTieBreak)).toEqual([third, first, second]);
});
