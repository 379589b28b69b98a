import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type DelegationRequest, decideDelegation, writeBothNames } from "./delegation.ts";
import { decideEnd, decidePost, type HeldPost, overlaps, plainPost } from "./post.ts";

const office = { name: "Văn phòng Sở", validity: { from: day("2016-01-01"), to: null } };
const closed = { name: "Thanh tra Sở", validity: { from: null, to: day("2025-07-01") } };
const held = (given: Partial<HeldPost> = {}): HeldPost => ({
  ...{
    id: 1,
    person: 5,
    unit: 7,
    kind: "unit-officer",
    title: "Đầu mối",
    worksAs: null,
    delegation: null,
    onBehalfOf: null,
  },
  ...{ validity: { from: day("2018-01-01"), to: null } },
  ...given,
});
const officer = (from: string, to: string | null = null) =>
  plainPost(5, 7, "unit-officer", " Đầu  mối ", day(from), to === null ? null : day(to));

describe("giving a post", () => {
  test("tidies its title", () => {
    expect(decidePost(officer("2020-01-01"), office, [])).toMatchObject({ title: "Đầu mối" });
  });

  test("is refused while the same one is held, and allowed from the day it ends", () => {
    const until = held({ validity: { from: day("2018-01-01"), to: day("2020-01-01") } });
    expect(decidePost(officer("2019-12-31"), office, [until])).toMatchObject({
      refusal: "post-already-held",
      kind: "moved-on",
    });
    expect(decidePost(officer("2020-01-01"), office, [until])).toMatchObject({ kind: "unit-officer" });
    expect(decidePost(officer("2019-12-31"), office, [held({ unit: 8 })])).toMatchObject({
      kind: "unit-officer",
    });
  });

  test("stays within the unit's own time", () => {
    expect(decidePost(officer("2015-12-31"), office, [])).toMatchObject({
      refusal: "unit-not-yet",
      field: "from",
    });
    expect(decidePost(officer("2025-07-01"), closed, [])).toMatchObject({
      refusal: "unit-ended",
      sentence: "Thanh tra Sở đã kết thúc từ ngày 01/07/2025; hãy chọn đơn vị kế tục.",
    });
    expect(decidePost(officer("2025-06-30"), closed, [])).toMatchObject({
      refusal: "post-outlives-unit",
      field: "to",
    });
    expect(decidePost(officer("2025-06-30", "2025-07-01"), closed, [])).toMatchObject({
      kind: "unit-officer",
    });
  });

  test("needs an order of days and a title", () => {
    expect(decidePost(officer("2020-01-02", "2020-01-02"), office, [])).toMatchObject({
      refusal: "ends-before-it-begins",
    });
    expect(decidePost({ ...officer("2020-01-01"), title: "  " }, office, [])).toMatchObject({
      refusal: "no-title",
    });
  });
});

describe("ending a post", () => {
  test("leaves it at least a day", () => {
    expect(decideEnd(held(), day("2018-01-02"))).toBe("2018-01-02");
    expect(decideEnd(held(), day("2018-01-01"))).toMatchObject({ refusal: "ends-before-it-begins" });
  });

  test("is done once", () => {
    const ended = held({ validity: { from: null, to: day("2020-01-01") } });
    expect(decideEnd(ended, day("2020-01-01"))).toMatchObject({
      refusal: "post-already-ended",
      kind: "moved-on",
    });
  });
});

test("half-open spans that touch do not overlap", () => {
  const first = { from: day("2020-01-01"), to: day("2021-01-01") };
  expect(overlaps(first, { from: day("2021-01-01"), to: null })).toBe(false);
  expect(overlaps(first, { from: day("2020-12-31"), to: null })).toBe(true);
  expect(overlaps({ from: null, to: null }, first)).toBe(true);
});

describe("delegation", () => {
  const request = (given: Partial<DelegationRequest> = {}): DelegationRequest => ({
    ...{
      person: 5,
      unit: 7,
      kind: "signatory",
      delegation: "uy-quyen",
      principal: { person: 9, title: "Giám đốc Sở" },
    },
    ...{
      title: "Phó Giám đốc Sở",
      scope: "Công tác thi đua",
      paperSymbol: "01/QĐ-STP",
      paperDay: day("2021-01-04"),
    },
    ...{ from: day("2021-01-04"), to: day("2022-01-01") },
    ...given,
  });
  const power = held({ person: 9, kind: "signatory" });

  test("keeps whose power is used, its scope and its paper", () => {
    expect(decideDelegation(request(), office, [], [power])).toMatchObject({
      ...{ delegation: "uy-quyen", onBehalfOf: 9, onBehalfTitle: "Giám đốc Sở", scope: "Công tác thi đua" },
      ...{ paperSymbol: "01/QĐ-STP", validity: { from: "2021-01-04", to: "2022-01-01" } },
    });
  });

  test("by ủy quyền needs a paper and an end (Nghị định 30/2020/NĐ-CP, Điều 13)", () => {
    expect(decideDelegation(request({ paperSymbol: null }), office, [], [power])).toMatchObject({
      refusal: "no-paper",
      basis: "Nghị định 30/2020/NĐ-CP, Điều 13",
    });
    expect(decideDelegation(request({ to: null }), office, [], [power])).toMatchObject({ refusal: "no-end" });
    expect(
      decideDelegation(request({ delegation: "ky-thay", to: null, paperSymbol: null }), office, [], [power]),
    ).toMatchObject({ delegation: "ky-thay" });
  });

  test("rests on power held in one's own right, there, for as long", () => {
    const none = { refusal: "principal-lacks-power" };
    expect(decideDelegation(request(), office, [], [])).toMatchObject(none);
    expect(
      decideDelegation(request(), office, [], [{ ...power, delegation: "uy-quyen", onBehalfOf: 3 }]),
    ).toMatchObject(none);
    expect(decideDelegation(request(), office, [], [{ ...power, unit: 8 }])).toMatchObject(none);
    const leaving = { ...power, validity: { from: null, to: day("2021-06-01") } };
    expect(decideDelegation(request(), office, [], [leaving])).toMatchObject(none);
    expect(decideDelegation(request({ to: day("2021-06-01") }), office, [], [leaving])).toMatchObject({
      onBehalfOf: 9,
    });
  });

  test("goes to somebody else, and has a scope", () => {
    expect(decideDelegation(request({ person: 9 }), office, [], [power])).toMatchObject({
      refusal: "delegates-to-self",
    });
    expect(decideDelegation(request({ scope: " " }), office, [], [power])).toMatchObject({
      refusal: "no-scope",
    });
    expect(decideDelegation(request({ principal: null }), office, [], [power])).toMatchObject({
      refusal: "no-principal",
    });
  });

  test("acting for a vacant post names nobody", () => {
    const acting = request({ delegation: "phu-trach", kind: "unit-head" });
    expect(decideDelegation(acting, office, [], [])).toMatchObject({
      delegation: "phu-trach",
      onBehalfOf: null,
    });
  });

  test("shows both names wherever an act is shown", () => {
    const post = {
      id: 1,
      kind: "signatory",
      unit: 7,
      unitName: "Sở Tư pháp",
      within: [7],
      title: "Phó Giám đốc",
      validity: { from: null, to: null },
    };
    const principal = { person: 9, name: "Lò Văn Chương", title: "Giám đốc Sở" };
    expect(writeBothNames("Bùi Anh Dương", { ...post, delegation: "typing", onBehalfOf: principal })).toBe(
      "Bùi Anh Dương (nhập thay Lò Văn Chương, Giám đốc Sở)",
    );
    expect(writeBothNames("Bùi Anh Dương", { ...post, delegation: "phu-trach", onBehalfOf: null })).toBe(
      "Bùi Anh Dương (phụ trách Phó Giám đốc, Sở Tư pháp)",
    );
    expect(writeBothNames("Bùi Anh Dương", { ...post, delegation: null, onBehalfOf: null })).toBe(
      "Bùi Anh Dương",
    );
  });
});
