import { describe, expect, test } from "vitest";
import { decideClusterYear, leaderTitle } from "./cluster.ts";

const leader = (person: number, unit: number) => ({ person, unit, title: "" });
const year = { year: 2019, members: [1, 2, 3], head: leader(10, 1), deputies: [leader(11, 2)] };

describe("a cluster's year", () => {
  test("may be headed by somebody of lower rank than the deputy", () => {
    expect(decideClusterYear(year)).toEqual(year);
  });

  test("names each member once and two at least", () => {
    expect(decideClusterYear({ ...year, members: [1, 2, 1] })).toMatchObject({ members: [1, 2] });
    expect(decideClusterYear({ ...year, members: [1, 1] })).toMatchObject({
      refusal: "too-few-members",
      field: "members",
    });
  });

  test("may hold our one unit alone where the cluster is led outside the sector", () => {
    const ours = { ...year, members: [1], head: null, deputies: [] };
    expect(decideClusterYear(ours, true)).toEqual(ours);
    expect(decideClusterYear({ ...ours, members: [] }, true)).toMatchObject({ field: "members" });
  });

  test("takes its leaders from its members, each in one role", () => {
    expect(decideClusterYear({ ...year, head: leader(10, 4) })).toMatchObject({
      refusal: "leader-from-outside",
      field: "head",
    });
    expect(decideClusterYear({ ...year, deputies: [leader(11, 4)] })).toMatchObject({
      refusal: "leader-from-outside",
      field: "deputies",
    });
    expect(decideClusterYear({ ...year, deputies: [leader(10, 1)] })).toMatchObject({
      refusal: "leader-named-twice",
    });
  });

  test("may be drawn before anybody is appointed", () => {
    expect(decideClusterYear({ ...year, head: null, deputies: [] })).toMatchObject({ head: null });
  });
});

test("leaders are called by what they lead", () => {
  expect([
    leaderTitle("CLUSTER", "head"),
    leaderTitle("BLOC", "deputy"),
    leaderTitle("REGION", "head"),
  ]).toEqual(["Trưởng Cụm", "Phó Trưởng Khối", "Trưởng Khu vực"]);
});
