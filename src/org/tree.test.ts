import { expect, test } from "vitest";
import { audienceOf } from "./scope.ts";
import { type Branch, treeOf } from "./tree.ts";
import { type Unit, type UnitKind, usualTraits } from "./unit.ts";

const unit = (id: number, kind: UnitKind, parent: number | null, guidedBy: number | null = null): Unit => ({
  ...{ id, kind, parent, guidedBy, name: `Đơn vị ${id}`, shortName: null, code: `U${id}`, province: null },
  ...{ ...usualTraits[kind], validity: { from: null, to: null } },
});
const drawn = (branches: readonly Branch[]): unknown =>
  branches.map((one) => [one.unit.id, one.size, drawn(one.below)]);

test("units hang under their parents, bodies of the sector first, groupings apart", () => {
  const tree = treeOf([
    unit(1, "people-committee", null),
    unit(2, "provincial-department", 1, 3),
    unit(3, "ministry", null),
    unit(4, "department", 3),
    unit(5, "room", 4),
    unit(6, "cluster", 3),
    unit(7, "council-body", 3),
  ]);
  expect(drawn(tree)).toEqual([
    [3, 2, [[4, 1, [[5, 0, []]]]]],
    [1, 1, [[2, 0, []]]],
  ]);
  expect(tree[0]!.guided.map((one) => one.id)).toEqual([2]);
});

test("units of one parent stand by kind, and one that is only guided stands with its guide", () => {
  const tree = treeOf([
    unit(1, "ministry", null),
    unit(2, "trade-union", 1),
    unit(3, "agency", 1),
    unit(4, "department", 1),
    unit(5, "commune-justice", null, 3),
  ]);
  expect(drawn(tree)).toEqual([
    [
      1,
      3,
      [
        [4, 0, []],
        [3, 0, []],
        [2, 0, []],
      ],
    ],
  ]);
  expect(tree[0]!.below[1]!.guided.map((one) => one.id)).toEqual([5]);
});

test("a unit whose parent is not there on the day stands at the top", () => {
  expect(drawn(treeOf([unit(5, "room", 4)]))).toEqual([[5, 0, []]]);
});

test("deadlines name units by their group as the launching body sees them", () => {
  expect(audienceOf("school", "ministry")).toBe("ministry-unit");
  expect(audienceOf("provincial-department", "ministry")).toBe("provincial-department");
  expect(audienceOf("enforcement-province", "ministry")).toBe("enforcement-province");
  expect(audienceOf("office", "provincial-department")).toBe("room");
  expect(audienceOf("public-unit", "provincial-department")).toBe("subordinate-unit");
  expect(audienceOf("district-justice", "provincial-department")).toBe("local-justice");
  expect(audienceOf("enforcement-region-room", "enforcement-province")).toBe("enforcement-local");
  expect(audienceOf("cluster", "ministry")).toBe("cluster");
});
