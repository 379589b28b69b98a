import { describe, expect, test } from "vitest";
import { type LedInYear, proposeRotation, type RotationMember } from "./cluster-rotation.ts";

const member = (unit: number, name: string, kind: RotationMember["kind"] = "department"): RotationMember => ({
  ...{ unit, name, kind },
});
const led = (year: number, unit: number, rank: LedInYear["rank"] = "head"): LedInYear => ({
  year,
  unit,
  rank,
});
const units = ({ head, deputies }: ReturnType<typeof proposeRotation>) => [
  head?.unit ?? null,
  deputies.map(({ unit }) => unit),
];

describe("among units of the Ministry", () => {
  const members = [
    member(1, "Vụ Hợp tác quốc tế"),
    member(2, "Vụ Pháp luật quốc tế"),
    member(3, "Cục Bổ trợ tư pháp"),
  ];
  test.each<[string, readonly LedInYear[], [number, number[]]]>([
    ["nobody has led: by name", [], [3, [1]]],
    ["who never led goes before who led", [led(2019, 3), led(2021, 1)], [2, [3]]],
    ["all have led: the longest ago", [led(2019, 3), led(2021, 1), led(2020, 2)], [3, [2]]],
    [
      "a second turn counts by its last year",
      [led(2018, 3), led(2022, 3), led(2019, 1), led(2020, 2)],
      [1, [2]],
    ],
    ["a deputy waits behind who was neither", [led(2021, 3, "deputy")], [1, [2]]],
  ])("%s", (_name, past, expected) => {
    expect(units(proposeRotation(members, past))).toEqual(expected);
  });
});

describe("where Sở Tư pháp and enforcement bodies stand together", () => {
  const members = [
    member(1, "Cục Thi hành án dân sự tỉnh Điện Biên", "enforcement-province"),
    member(2, "Cục Thi hành án dân sự tỉnh Lào Cai", "enforcement-province"),
    member(3, "Sở Tư pháp tỉnh Điện Biên", "provincial-department"),
    member(4, "Sở Tư pháp tỉnh Lạng Sơn", "provincial-department"),
    member(5, "Sở Tư pháp tỉnh Lào Cai", "provincial-department"),
  ];
  test("the head and one deputy come from a Sở, the other deputy from an enforcement body", () => {
    const proposal = proposeRotation(members, [led(2019, 4), led(2019, 3, "deputy"), led(2019, 1, "deputy")]);
    expect(units(proposal)).toEqual([5, [3, 2]]);
    expect(proposal.head?.reason).toBe("chưa giữ vai trò Trưởng, Phó Trưởng lần nào");
    expect(proposal.deputies[0]?.reason).toBe("chưa làm Trưởng lần nào, làm Phó Trưởng năm 2019");
  });

  test("with one Sở alone there is one deputy, from enforcement", () => {
    expect(units(proposeRotation(members.slice(0, 3), [led(2021, 3)]))).toEqual([3, [1]]);
    expect(proposeRotation(members.slice(0, 3), [led(2021, 3)]).head?.reason).toBe(
      "làm Trưởng gần nhất năm 2021, lâu nhất trong các đơn vị",
    );
  });
});

test("an empty roster proposes nobody", () => {
  expect(proposeRotation([], [])).toEqual({ head: null, deputies: [] });
});
