import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { binds, everyUnitGroup, readAudience } from "./audience.ts";
import { asDeadline, deadlineFor, isLeftOpen, isUnsettled, type MovementDeadline } from "./deadlines.ts";
import { decideSettlement, type SettlementRequest, waysFor } from "./settlement.ts";

/** A deadline of 252/QĐ-BTP; only what matters in the case is given. */
const aDeadline = (given: Partial<MovementDeadline> = {}): MovementDeadline => ({
  id: 1,
  what: "Kế hoạch và kết quả đăng ký danh hiệu thi đua",
  purpose: "plan-and-registration",
  wording: "chậm nhất là ngày 27/02/2021",
  kind: "dated",
  day: day("2021-02-27"),
  inclusive: true,
  audienceWords: "các cơ quan, đơn vị",
  groups: ["ministry-unit", "provincial-department"],
  named: [],
  line: 156,
  withdrawn: false,
  settlements: [],
  ...given,
});

const impossible = aDeadline({
  id: 2,
  wording: "trước ngày 30/02/2021",
  kind: "impossible",
  day: null,
  inclusive: false,
  groups: ["cluster"],
});

describe("whom a paper's words bind", () => {
  test.each([
    ["các cơ quan, đơn vị", everyUnitGroup],
    ["các Cụm, Khu vực thi đua", ["cluster"]],
    [
      "các đơn vị thuộc Bộ, Sở Tư pháp các tỉnh, thành phố trực thuộc Trung ương",
      ["provincial-department", "ministry-unit"],
    ],
    ["Cục trưởng Cục Thi hành án dân sự các tỉnh, thành phố trực thuộc Trung ương", ["enforcement-province"]],
    ["Phòng Tư pháp quận-huyện", ["local-justice"]],
    ["các Phòng Chuyên môn và Đơn vị trực thuộc", ["room", "subordinate-unit", "ministry-unit"]],
    ["mọi người", []],
  ])("%s", (words, groups) => {
    expect(readAudience(words)).toEqual(groups);
  });

  test("a unit is bound by its group, its name, or its named cluster", () => {
    const unit = { id: 7, audience: "room", clusters: [30] } as const;
    expect(binds({ groups: ["room"], named: [] }, unit)).toBe(true);
    expect(binds({ groups: [], named: [7] }, unit)).toBe(true);
    expect(binds({ groups: [], named: [30] }, unit)).toBe(true);
    expect(binds({ groups: ["cluster"], named: [8] }, unit)).toBe(false);
  });
});

describe("the deadline that holds for a unit", () => {
  const unit = { id: 7, audience: "ministry-unit", clusters: [] } as const;
  test("one that names the unit goes before one that names its group", () => {
    const own = aDeadline({ id: 3, day: day("2021-03-05"), groups: [], named: [7] });
    expect(deadlineFor([aDeadline(), own], "registration", unit)?.id).toBe(3);
  });
  test("among equals the earlier day holds", () => {
    const later = aDeadline({ id: 4, day: day("2021-03-10") });
    expect(deadlineFor([later, aDeadline()], "registration", unit)?.id).toBe(1);
  });
  test("one withdrawn or of another purpose binds nobody", () => {
    expect(deadlineFor([aDeadline({ withdrawn: true })], "registration", unit)).toBeNull();
    expect(deadlineFor([aDeadline({ purpose: "interim-review" })], "registration", unit)).toBeNull();
  });
});

describe("an impossible deadline", () => {
  const request = (given: Partial<SettlementRequest>): SettlementRequest => ({
    way: "set-here",
    day: day("2021-03-01"),
    inclusive: false,
    instrumentSymbol: null,
    instrumentDay: null,
    reason: null,
    ...given,
  });
  const issuedOn = day("2021-02-22");

  test("has no day to be late by, and waits for a person", () => {
    expect(isUnsettled(impossible)).toBe(true);
    expect(asDeadline(impossible)).toEqual({
      wording: "trước ngày 30/02/2021",
      kind: "impossible",
      day: null,
      inclusive: false,
    });
    expect(waysFor(impossible)).toEqual(["correction", "set-here", "left-open"]);
  });
  test("is settled by the issuer's correction, with its number and day", () => {
    expect(decideSettlement(impossible, request({ way: "correction" }), issuedOn)).toMatchObject({
      refusal: "no-instrument",
    });
    expect(
      decideSettlement(
        impossible,
        request({ way: "correction", instrumentSymbol: "301/BTP-TĐKT" }),
        issuedOn,
      ),
    ).toMatchObject({
      refusal: "no-instrument-day",
    });
    const paper = { instrumentSymbol: "301/BTP-TĐKT", instrumentDay: day("2021-02-26") };
    expect(decideSettlement(impossible, request({ way: "correction", ...paper }), issuedOn)).toEqual(
      request({ way: "correction", ...paper }),
    );
  });
  test("is settled by a day set here, with a reason", () => {
    expect(decideSettlement(impossible, request({}), issuedOn)).toMatchObject({
      refusal: "no-reason",
      field: "reason",
    });
    expect(decideSettlement(impossible, request({ day: null }), issuedOn)).toMatchObject({
      refusal: "no-day",
      field: "day",
    });
    expect(decideSettlement(impossible, request({ reason: "Ngày làm việc kế tiếp" }), issuedOn)).toEqual(
      request({ reason: "Ngày làm việc kế tiếp" }),
    );
  });
  test("is left open with a question, and then nobody is late", () => {
    expect(decideSettlement(impossible, request({ way: "left-open" }), issuedOn)).toMatchObject({
      refusal: "no-question",
    });
    const asked = decideSettlement(
      impossible,
      request({ way: "left-open", reason: "Hạn đúng là ngày nào?" }),
      issuedOn,
    );
    expect(asked).toEqual(request({ way: "left-open", day: null, reason: "Hạn đúng là ngày nào?" }));
    const settlement = {
      ...request({ way: "left-open", day: null }),
      dayBefore: null,
      at: new Date(0),
      actorName: "A",
    };
    const open = { ...impossible, settlements: [settlement] };
    expect([isLeftOpen(open), isUnsettled(open), asDeadline(open).day]).toEqual([true, false, null]);
  });
  test("gets no day before the launch", () => {
    expect(
      decideSettlement(impossible, request({ reason: "x", day: day("2021-02-21") }), issuedOn),
    ).toMatchObject({
      refusal: "deadline-before-issue",
    });
  });
  test("settled once keeps only the ways of a dated one", () => {
    const dated = { ...impossible, day: day("2021-03-01") };
    expect(decideSettlement(dated, request({ reason: "x" }), issuedOn)).toMatchObject({
      refusal: "already-settled",
      kind: "moved-on",
    });
    expect(waysFor(dated)).toEqual(["correction", "amendment"]);
  });
});

test("a deadline bound to an event gets its day later", () => {
  const bound = aDeadline({
    kind: "event-bound",
    day: null,
    wording: "cùng với tổng kết công tác tư pháp năm",
  });
  expect(waysFor(bound)).toEqual(["event-day", "amendment"]);
  const set = {
    way: "event-day",
    day: day("2021-12-20"),
    inclusive: true,
    instrumentSymbol: null,
    instrumentDay: null,
    reason: null,
  } as const;
  expect(decideSettlement(bound, set, day("2021-02-22"))).toEqual(set);
});
