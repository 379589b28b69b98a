import { describe, expect, test } from "vitest";
import { anActor } from "../../test/world.ts";
import type { Post } from "../platform/actor.ts";
import { day } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { actsInPerson, actsWithin, holdsPost, isSelf, standsIn } from "./reach.ts";

const [ministry, department, room] = [1, 10, 100];
const post = (given: Partial<Post> = {}): Post => ({
  ...{ id: 1, kind: "unit-head", unit: department, unitName: "Sở Tư pháp", within: [department, ministry] },
  ...{
    title: "Giám đốc",
    delegation: null,
    onBehalfOf: null,
    validity: { from: day("2017-04-01"), to: null },
  },
  ...given,
});
const delegated = post({
  id: 2,
  kind: "signatory",
  delegation: "uy-quyen",
  onBehalfOf: { person: 9, name: "A", title: "Giám đốc" },
});
const allowed = (right: unknown) => !isRefusal(right);

describe("a post", () => {
  test("is held in its very unit", () => {
    const actor = anActor({ posts: [post()] });
    expect(holdsPost(actor, "unit-head", department)).toEqual({ permit: "Giám đốc, Sở Tư pháp" });
    expect(holdsPost(actor, "unit-head", room)).toMatchObject({ refusal: "lacks-post", kind: "may-not" });
    expect(allowed(holdsPost(actor, "unit-officer", department))).toBe(false);
  });

  test("reaches what stands below its unit, not what stands above", () => {
    const actor = anActor({ posts: [post()] });
    expect(allowed(actsWithin(actor, "unit-head", [room, department, ministry]))).toBe(true);
    expect(allowed(actsWithin(actor, "unit-head", [ministry]))).toBe(false);
  });

  test("makes its holder one of the bodies above", () => {
    const actor = anActor({ posts: [post()] });
    expect(allowed(standsIn(actor, ministry))).toBe(true);
    expect(allowed(standsIn(actor, room))).toBe(false);
  });

  test("counts from its first day to the day before its last", () => {
    const ended = post({ validity: { from: day("2017-04-01"), to: day("2021-02-23") } });
    const on = (at: string) => anActor({ posts: [ended], at: new Date(at), day: day(at.slice(0, 10)) });
    expect(allowed(holdsPost(on("2021-02-22T03:00:00Z"), "unit-head", department))).toBe(true);
    expect(allowed(holdsPost(on("2021-02-23T03:00:00Z"), "unit-head", department))).toBe(false);
  });
});

describe("a delegated post", () => {
  test("counts only while it is the one acted in", () => {
    const actor = anActor({ posts: [post(), delegated], post: post() });
    expect(allowed(holdsPost(actor, "signatory", department))).toBe(false);
    expect(allowed(holdsPost({ ...actor, post: delegated }, "signatory", department))).toBe(true);
    expect(allowed(holdsPost({ ...actor, post: delegated }, "unit-head", department))).toBe(true);
  });

  test("never serves for what one must do in person", () => {
    const actor = anActor({ person: 5, posts: [post(), delegated] });
    expect(allowed(actsInPerson({ ...actor, post: post() }))).toBe(true);
    expect(actsInPerson({ ...actor, post: delegated })).toMatchObject({ refusal: "not-in-person" });
    expect(allowed(actsInPerson(anActor({ person: null })))).toBe(false);
  });
});

test("oneself is the person signed in", () => {
  expect(allowed(isSelf(anActor({ person: 5 }), 5))).toBe(true);
  expect(allowed(isSelf(anActor({ person: 5 }), 6))).toBe(false);
  expect(allowed(isSelf(anActor({ person: null }), 6))).toBe(false);
});
