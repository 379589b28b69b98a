import { describe, expect, test } from "vitest";
import type { Code } from "../law/codes.ts";
import { catalogueNumbers } from "../law/numbers.ts";
import type { IndividualSubject, LineState } from "./line.ts";
import { liveQuotas, quotaBeside } from "./live-quota.ts";

const person = (id: number): IndividualSubject => ({
  ...{ kind: "individual", person: id, name: `Người ${id}`, birthYear: null, gender: null },
  ...{ post: null, unitName: null, worksAs: "direct" },
});
const line = (title: Code, id: number, state: LineState = "listed") => ({
  title,
  subject: person(id),
  state,
});

const fighter = "GRASSROOTS_EMULATION_FIGHTER";
/** So many for Lao động tiên tiến, the first of them for Chiến sĩ thi đua cơ sở too. */
const list = (workers: number, fighters: number) => [
  ...Array.from({ length: workers }, (_, index) => line("ADVANCED_WORKER", index + 1)),
  ...Array.from({ length: fighters }, (_, index) => line(fighter, index + 1)),
];

describe("the ceiling of 15 % while a list of the first regime is written", () => {
  test("counts whole people of those put up for Lao động tiên tiến", () => {
    expect(liveQuotas(list(47, 3), [fighter, fighter], 2021, catalogueNumbers)).toEqual([
      {
        ...{ title: fighter, percent: 15, base: 47, registered: 3, most: 7, verified: true },
        basis: "Nghị định 91/2017/NĐ-CP, Điều 9 khoản 3; Thông tư 05/2018/TT-BTP, Điều 11",
      },
    ]);
  });

  test("counts nobody who is only proposed or was declined", () => {
    const lines = [...list(20, 2), line(fighter, 9, "proposed"), line(fighter, 10, "declined")];
    expect(liveQuotas(lines, [fighter, fighter], 2021, catalogueNumbers)[0]?.registered).toBe(2);
  });

  test("beside a line counts the others, so that the last place is still a place", () => {
    const lines = list(20, 3);
    const quotas = liveQuotas(lines, [fighter, fighter], 2021, catalogueNumbers);
    expect(quotaBeside(lines, quotas, line(fighter, 3))).toEqual({ base: 20, already: 2 });
    expect(quotaBeside(lines, quotas, line(fighter, 19))).toEqual({ base: 20, already: 3 });
  });

  test("is open while nobody is put up for Lao động tiên tiến, and for other titles", () => {
    const lines = list(0, 1);
    const quotas = liveQuotas(lines, [fighter, fighter], 2021, catalogueNumbers);
    expect(quotaBeside(lines, quotas, line(fighter, 1))).toBeUndefined();
    expect(quotaBeside(list(20, 1), quotas, line("ADVANCED_WORKER", 1))).toBeUndefined();
  });
});

test("since 2024 there is no such ceiling", () => {
  expect(liveQuotas(list(47, 20), [fighter, fighter], 2026, catalogueNumbers)).toEqual([]);
});
