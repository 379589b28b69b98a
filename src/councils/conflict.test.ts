import { describe, expect, test } from "vitest";
import { closedBy, conflictsOf, type Declaration, type Nominee, type Weighed } from "./conflict.ts";

const lenient = { closesOwnUnit: false, closesKinship: false, closesAuthorship: false };
const strict = { closesOwnUnit: true, closesKinship: true, closesAuthorship: true };

const nominee: Nominee = { person: 7, unit: null, authors: [7, 8], units: [70, 700] };
const member = (person: number, units: number[] = []): Weighed => ({ person, units });
const told = (person: number, ground: Declaration["ground"], afterVote = false): Declaration => ({
  person,
  ground,
  words: "khai báo",
  afterVote,
});

describe("which conflicts a member has, and whether the item closes", () => {
  test.each([
    ["one's own dossier closes under lenient rules", member(7, [70]), [], lenient, ["own"], "own"],
    ["and under strict ones for the same ground", member(7, [70]), [], strict, ["own"], "own"],
    ["a stranger has none", member(9, [90]), [], strict, [], null],
    ["the head of the nominee's unit, lenient: minuted", member(9, [700]), [], lenient, ["own-unit"], null],
    [
      "the head of the nominee's unit, strict: closed",
      member(9, [700]),
      [],
      strict,
      ["own-unit"],
      "own-unit",
    ],
    ["a co-author, lenient: minuted", member(8), [], lenient, ["authorship"], null],
    ["a co-author, strict: closed", member(8), [], strict, ["authorship"], "authorship"],
    ["kin as declared, lenient", member(9), [told(9, "kinship")], lenient, ["kinship"], null],
    ["kin as declared, strict", member(9), [told(9, "kinship")], strict, ["kinship"], "kinship"],
    ["another's declaration is not one's own", member(9), [told(10, "kinship")], strict, [], null],
    [
      "found after the vote: shuts nobody out backwards",
      member(9),
      [told(9, "kinship", true)],
      strict,
      [],
      null,
    ],
    [
      "computed and declared alike stand once, as computed",
      member(9, [70]),
      [told(9, "own-unit")],
      strict,
      ["own-unit"],
      "own-unit",
    ],
  ] as const)("%s", (_name, who, declared, rules, grounds, shut) => {
    const conflicts = conflictsOf(nominee, who, declared, rules);
    expect(conflicts.map(({ ground }) => ground)).toEqual(grounds);
    expect(closedBy(conflicts)).toBe(shut);
  });

  test("a nominated unit closes to its head only where the rules say so", () => {
    const unit: Nominee = { person: null, unit: 70, authors: [], units: [70, 700] };
    expect(closedBy(conflictsOf(unit, member(9, [70]), [], lenient))).toBeNull();
    expect(closedBy(conflictsOf(unit, member(9, [70]), [], strict))).toBe("own-unit");
  });
});
