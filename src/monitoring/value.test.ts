import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import type { Period } from "./target-period.ts";
import { decideValue, type Entry, type EntryFacts, type Value } from "./value.ts";
import { judgeRows, readRows } from "./value-import.ts";

const today = day("2026-04-05");
const quarter: Period = {
  from: day("2026-01-01"),
  to: day("2026-03-31"),
  label: "Quý I/2026",
  reportBy: day("2026-04-10"),
};

const facts = (given: Partial<EntryFacts> = {}, target: Partial<EntryFacts["target"]> = {}): EntryFacts => ({
  target: {
    name: "Chỉ tiêu",
    measure: "count",
    counted: "vụ việc",
    counting: "sum",
    beyond: false,
    state: "standing",
    ...target,
  },
  period: quarter,
  parts: 0,
  ended: null,
  carried: false,
  unitName: "Sở Tư pháp tỉnh Điện Biên",
  standing: null,
  before: null,
  ...given,
});

const entry = (given: Partial<Entry> = {}): Entry => ({
  numerator: 10,
  denominator: null,
  note: "",
  seen: null,
  ...given,
});

const standing: Value = {
  id: 7,
  share: 1,
  from: quarter.from,
  to: quarter.to,
  numerator: 10,
  denominator: null,
  kind: "typed",
  note: null,
  replaces: null,
  at: new Date("2026-04-02T03:00:00Z"),
  actorName: "Lò Thị Mẫu",
  postTitle: null,
  onBehalfOf: null,
};

const percent = { measure: "percent" } as const;

describe("an entry that cannot stand", () => {
  test.each([
    ["below zero", entry({ numerator: -1 }), facts(), "below-zero"],
    ["without a number", entry({ numerator: null }), facts(), "no-number"],
    ["a share without its whole", entry(), facts({}, percent), "no-denominator"],
    ["a share of nothing", entry({ denominator: 0 }), facts({}, percent), "denominator-zero"],
    ["more than the whole", entry({ denominator: 9 }), facts({}, percent), "share-beyond-the-whole"],
    [
      "a period not yet begun",
      entry(),
      facts({ period: { ...quarter, from: day("2026-04-06") } }),
      "period-not-begun",
    ],
    ["no such period", entry(), facts({ period: undefined }), "no-such-period"],
    ["a target withdrawn", entry(), facts({}, { state: "withdrawn" }), "withdrawn"],
    ["a share divided on", entry(), facts({ parts: 3 }), "has-parts"],
    [
      "after the unit's end",
      entry(),
      facts({ ended: { on: day("2026-01-01"), followers: ["Sở Tư pháp tỉnh Lai Châu"] } }),
      "unit-ended",
    ],
    ["entered meanwhile", entry({ numerator: 12 }), facts({ standing }), "entered-meanwhile"],
    [
      "corrected without a reason",
      entry({ numerator: 12, seen: 7 }),
      facts({ standing }),
      "correction-without-reason",
    ],
    [
      "a running number that fell",
      entry({ numerator: 9 }),
      facts({ before: { numerator: 10, denominator: null } }, { counting: "running" }),
      "running-number-fell",
    ],
  ] as const)("%s", (_name, given, known, refusal) => {
    expect(decideValue(given, known, today)).toMatchObject({ refusal });
  });

  test("names the unit that followed", () => {
    const ended = { on: day("2026-01-01"), followers: ["Sở Tư pháp tỉnh Lai Châu"] };
    expect(decideValue(entry(), facts({ ended }), today)).toMatchObject({
      sentence:
        "Sở Tư pháp tỉnh Điện Biên đã kết thúc hoạt động từ ngày 01/01/2026; từ ngày đó nhập ở Sở Tư pháp tỉnh Lai Châu.",
    });
  });
});

describe("an entry that stands", () => {
  test("the period in which the unit ended is still its own", () => {
    const ended = { on: day("2026-02-15"), followers: [] };
    expect(decideValue(entry(), facts({ ended }), today)).toEqual({
      numerator: 10,
      denominator: null,
      note: null,
      replaces: null,
    });
  });

  test("beyond the whole where that can be", () => {
    expect(
      decideValue(entry({ denominator: 8 }), facts({}, { ...percent, beyond: true }), today),
    ).toMatchObject({
      numerator: 10,
      denominator: 8,
    });
  });

  test("a correction names what it stands instead of", () => {
    expect(
      decideValue(entry({ numerator: 12, seen: 7, note: "Cộng sót" }), facts({ standing }), today),
    ).toEqual({
      numerator: 12,
      denominator: null,
      note: "Cộng sót",
      replaces: 7,
    });
  });

  test("a number entered before the period was over is confirmed once it is, without a reason", () => {
    const provisional = { ...standing, at: new Date("2026-03-20T03:00:00Z") };
    expect(decideValue(entry({ seen: 7 }), facts({ standing: provisional }), today)).toEqual({
      numerator: 10,
      denominator: null,
      note: null,
      replaces: 7,
    });
    expect(decideValue(entry({ seen: 7 }), facts({ standing: provisional }), day("2026-03-25"))).toBe(null);
  });

  test("what already stands adds nothing", () => {
    expect(decideValue(entry(), facts({ standing }), today)).toBe(null);
  });
});

describe("a spreadsheet", () => {
  const sheet = [
    ["Mã dòng", "Đơn vị", "Số thực hiện (tử số)", "Mẫu số", "Ghi chú"],
    ["5", "Sở Tư pháp tỉnh Điện Biên", "1.200", "", ""],
    ["6", "Sở Tư pháp tỉnh Điện Biên", "mười", "", ""],
    ["6", "Sở Tư pháp tỉnh Điện Biên", "", "", ""],
    ["9", "Sở Tư pháp tỉnh Lai Châu", "3", "", ""],
    ["5", "Sở Tư pháp tỉnh Điện Biên", "4", "", ""],
  ];
  const row = (id: number) => ({
    share: {
      id,
      target: 1,
      parent: null,
      unit: 2,
      unitName: "Sở Tư pháp tỉnh Điện Biên",
      base: null,
      goal: 20,
    },
    target: {} as never,
    facts: facts(),
  });

  test("each row says what it does, a refused one with its line", () => {
    const judged = judgeRows(readRows(sheet)!, [row(5), row(6)], today);
    expect(judged.map((one) => [one.row.line, one.kind, one.kind === "refused" ? one.sentence : ""])).toEqual(
      [
        [2, "adds", ""],
        [3, "refused", "“mười” không phải là số."],
        [5, "refused", "Mã dòng không có trong các chỉ tiêu Ông/Bà được nhập của kỳ này; hãy lấy lại mẫu."],
        [6, "refused", "Chỉ tiêu này đã có ở dòng 2."],
      ],
    );
  });

  test("a sheet that is not the template", () => {
    expect(readRows([["Họ tên", "Danh hiệu"]])).toBe(null);
  });
});
