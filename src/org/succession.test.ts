import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import type { HeldPost, PostKind } from "./post.ts";
import {
  decideDissolution,
  decideMerge,
  decideRename,
  decideSplit,
  decideTransfer,
  type UnitsFound,
} from "./succession.ts";
import { type Unit, usualTraits } from "./unit.ts";

const unit = (id: number, given: Partial<Unit> = {}): Unit => ({
  ...{
    id,
    kind: "room",
    name: `Phòng ${id}`,
    shortName: null,
    code: `P${id}`,
    province: null,
    parent: 1,
    guidedBy: null,
  },
  ...{ ...usualTraits.room, validity: { from: day("2016-01-01"), to: null } },
  ...given,
});
const post = (id: number, kind: PostKind, given: Partial<HeldPost> = {}): HeldPost => ({
  ...{
    id,
    person: id,
    unit: 2,
    kind,
    title: "Chuyên viên",
    worksAs: null,
    delegation: null,
    onBehalfOf: null,
  },
  ...{ validity: { from: day("2018-01-01"), to: null } },
  ...given,
});
const merging = day("2025-07-01");
const found = (given: Partial<UnitsFound> = {}): UnitsFound => ({
  units: [unit(2)],
  posts: [],
  children: [],
  ...given,
});

describe("a merger", () => {
  test("moves people and deputies; who heads, signs or is focal officer is named anew", () => {
    const posts = [
      ...[
        post(1, "member"),
        post(2, "unit-deputy"),
        post(3, "unit-head"),
        post(4, "signatory"),
        post(5, "unit-officer"),
      ],
      ...[
        post(6, "member", { validity: { from: null, to: merging } }),
        post(7, "member", { delegation: "typing", onBehalfOf: 3 }),
      ],
    ];
    const following = decideMerge(found({ posts }), unit(3), merging);
    expect(following).toEqual({
      ending: [2],
      moved: [posts[0], posts[1]],
      ended: [posts[2], posts[3], posts[4], posts[6]],
      rehung: [],
    });
  });

  test("rehangs what stood under the ending units, but for those that end too", () => {
    const units = [unit(2), unit(4, { parent: 2 })];
    expect(decideMerge(found({ units, children: [unit(4), unit(5)] }), unit(3), merging)).toMatchObject({
      ending: [2, 4],
      rehung: [5],
    });
  });

  test("is refused into itself, into a room of its own, and on days when a unit is not there", () => {
    expect(decideMerge(found(), unit(2), merging)).toMatchObject({
      refusal: "merges-into-itself",
      field: "into",
    });
    expect(decideMerge(found(), unit(3, { parent: 2 }), merging)).toMatchObject({
      refusal: "merges-into-own-room",
    });
    expect(decideMerge(found({ units: [] }), unit(3), merging)).toMatchObject({
      refusal: "nothing-to-merge",
    });
    const gone = unit(2, { validity: { from: null, to: merging } });
    expect(decideMerge(found({ units: [gone] }), unit(3), merging)).toMatchObject({
      refusal: "unit-ended",
      kind: "moved-on",
    });
    const unborn = unit(3, { validity: { from: day("2025-07-02"), to: null } });
    expect(decideMerge(found(), unborn, merging)).toMatchObject({ refusal: "unit-not-yet", field: "on" });
  });
});

describe("a dissolution", () => {
  test("waits until people and units have gone", () => {
    expect(decideDissolution(found({ children: [unit(4)] }), merging)).toMatchObject({
      refusal: "still-has-units",
      sentence: "Còn 1 đơn vị trực thuộc hoặc được hướng dẫn; hãy điều chuyển trước: Phòng 4.",
    });
    expect(decideDissolution(found({ posts: [post(1, "member")] }), merging)).toMatchObject({
      refusal: "still-has-people",
    });
    const last = post(1, "member", { validity: { from: null, to: merging } });
    expect(decideDissolution(found({ posts: [last, post(2, "unit-head")] }), merging)).toMatchObject({
      ending: [2],
      ended: [post(2, "unit-head")],
    });
  });
});

describe("a new name", () => {
  const naming = { name: " Phòng  Hành chính ", shortName: "", code: "p2-hc" };

  test("is tidied, its code in capitals", () => {
    expect(decideRename(unit(2), naming, merging)).toEqual({
      name: "Phòng Hành chính",
      shortName: null,
      code: "P2-HC",
    });
  });

  test("differs from the old one and has a plain code", () => {
    expect(decideRename(unit(2), { name: "Phòng 2", shortName: null, code: "P2" }, merging)).toMatchObject({
      refusal: "same-name",
    });
    expect(decideRename(unit(2), { ...naming, code: "Mã 2" }, merging)).toMatchObject({
      refusal: "bad-code",
      field: "code",
    });
    expect(decideRename(unit(2), { ...naming, name: " " }, merging)).toMatchObject({ refusal: "no-name" });
  });
});

describe("a transfer", () => {
  test("never hangs a unit under itself or what is below it", () => {
    expect(decideTransfer(unit(2), { parent: 5, guidedBy: null }, [2, 5], merging)).toMatchObject({
      refusal: "below-itself",
    });
    expect(decideTransfer(unit(2), { parent: 6, guidedBy: 5 }, [2, 5], merging)).toMatchObject({
      refusal: "below-itself",
    });
    expect(decideTransfer(unit(2), { parent: 6, guidedBy: null }, [2, 5], merging)).toEqual({
      parent: 6,
      guidedBy: null,
    });
    expect(decideTransfer(unit(2), { parent: 1, guidedBy: null }, [2], merging)).toMatchObject({
      refusal: "same-place",
    });
  });
});

describe("a split", () => {
  const part = (code: string) => ({ name: `Phòng ${code}`, shortName: null, code, kind: "room" as const });

  test("beside which the unit goes on moves nobody", () => {
    expect(decideSplit(found({ posts: [post(1, "member")] }), [part("A")], true, merging)).toMatchObject({
      following: { ending: [], moved: [], ended: [], rehung: [] },
    });
  });

  test("that ends the unit makes two parts at least and takes people along", () => {
    expect(decideSplit(found(), [part("A")], false, merging)).toMatchObject({ refusal: "too-few-parts" });
    expect(
      decideSplit(found({ posts: [post(1, "member")] }), [part("A"), part("B")], false, merging),
    ).toMatchObject({
      following: { ending: [2], moved: [post(1, "member")] },
    });
  });

  test("says which part is wrong", () => {
    expect(decideSplit(found(), [part("A"), part("b c")], false, merging)).toMatchObject({
      refusal: "bad-code",
      field: "parts.1.code",
    });
    expect(decideSplit(found(), [part("A"), part("a")], false, merging)).toMatchObject({
      refusal: "code-twice",
      field: "parts.1.code",
    });
  });
});
