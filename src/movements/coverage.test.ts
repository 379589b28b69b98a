import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type Deadline, datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import {
  type Answered,
  countCoverage,
  coverageOf,
  type Direction,
  directionOf,
  type ParentItem,
  parentChanges,
} from "./coverage.ts";
import { askedOf } from "./unit-plan-asked.ts";

const content = (key: string, words = "Nội dung"): ParentItem => ({
  kind: "content",
  key,
  label: "1.",
  words,
  grouping: null,
});
const target = (value: number | null, valueUnit: string | null, direction: Direction): ParentItem => ({
  kind: "target",
  key: "target-1",
  words: "Chỉ tiêu",
  value,
  valueUnit,
  base: null,
  measure: null,
  direction,
});
const deadline = (given: Deadline): ParentItem => ({
  kind: "deadline",
  key: "deadline-1",
  words: "Gửi báo cáo",
  deadline: given,
});
const answer = (key: string, item: Answered["item"], verdict: Answered["verdict"] = "adapted"): Answered => ({
  key,
  verdict,
  reason: verdict === "left" ? "Không có nhiệm vụ này" : null,
  item,
});

describe("contents", () => {
  test("taken, adapted, left and missing stand beside what the launch asks, in its order", () => {
    const lines = coverageOf(
      [content("content-1"), content("content-2"), content("content-3"), content("content-4")],
      [
        answer("content-4", { kind: "content" }, "taken"),
        answer("content-2", null, "left"),
        answer("content-1", { kind: "content" }),
      ],
    );
    expect(lines.map(({ parent, standing, note }) => [parent.key, standing, note])).toEqual([
      ["content-1", "answered", null],
      ["content-2", "left", "Không có nhiệm vụ này"],
      ["content-3", "missing", null],
      ["content-4", "answered", null],
    ]);
    expect(countCoverage(lines)).toEqual({
      asked: 4,
      answered: 2,
      left: 1,
      missing: 1,
      contradicts: 0,
      unclear: 0,
    });
  });
});

describe("targets", () => {
  test("an own “at most” is not weighed against the launch's “at least”", () => {
    const own = { kind: "target" as const, value: 99, valueUnit: "%", direction: "at-most" as const };
    expect(coverageOf([target(98, "%", "at-least")], [answer("target-1", own)])[0]).toMatchObject({
      standing: "unclear",
      note: "Chiều khác nhau: cấp trên đặt mức ít nhất, đơn vị đặt mức không quá.",
    });
    expect(
      coverageOf([target(5, "%", "at-most")], [answer("target-1", { ...own, value: 4 })])[0],
    ).toMatchObject({
      standing: "answered",
    });
  });

  test.each([
    [100, "%", "at-least", 100, "%", "answered", null],
    [98, "%", "at-least", 98.5, "%", "answered", null],
    [98, "%", "at-least", 97.9, "%", "contradicts", "Mức 97,9% thấp hơn mức 98% của cấp trên."],
    [5, "%", "at-most", 4, "%", "answered", null],
    [5, "%", "at-most", 6, "%", "contradicts", "Mức 6% cao hơn mức 5% của cấp trên."],
    [10, "Mô hình", "at-least", 12, "mô hình", "answered", null],
    [
      10,
      "mô hình",
      "at-least",
      9,
      "mô hình",
      "contradicts",
      "Mức 9 mô hình thấp hơn mức 10 mô hình của cấp trên.",
    ],
    [98, "%", "at-least", 40, "hồ sơ", "unclear", "Đơn vị tính khác nhau: cấp trên “%”, đơn vị “hồ sơ”."],
    [98, "%", "at-least", 40, null, "unclear", "Đơn vị tính khác nhau: cấp trên “%”, đơn vị “không ghi”."],
    [98, "%", "at-least", null, null, "unclear", "Chỉ tiêu của đơn vị chưa có mức bằng số."],
    [null, null, "at-least", 3, "%", "answered", null],
  ] as const)(
    "%s%s (%s) answered by %s%s: %s",
    (asked, unit, direction, value, valueUnit, standing, note) => {
      const [line] = coverageOf(
        [target(asked, unit, direction)],
        [answer("target-1", { kind: "target", value, valueUnit })],
      );
      expect([line?.standing, line?.note]).toEqual([standing, note]);
    },
  );

  test.each([
    ["Hồ sơ thẩm định đúng hạn đạt 100%", "at-least"],
    ["Tỷ lệ án hành chính tồn đọng không quá 5%", "at-most"],
    ["Giảm còn 3% số việc chuyển kỳ sau", "at-most"],
    ["Tối đa 02 văn bản ban hành chậm", "at-most"],
    ["Giảm 10% số việc chuyển kỳ sau", "at-least"],
  ] as const)("%s is %s", (words, direction) => {
    expect(directionOf(words)).toBe(direction);
  });
});

const until = (text: string) => datedDeadline(`chậm nhất ngày ${text}`, day(text), true);
const notOn = (text: string) => datedDeadline(`trước ngày ${text}`, day(text), false);
const impossible = undatedDeadline("trước ngày 30/02/2021", "impossible");
const withReview = undatedDeadline("cùng với tổng kết công tác tư pháp năm 2021", "event-bound");

describe("deadlines", () => {
  test.each([
    ["the same day", until("2021-02-27"), until("2021-02-27"), "answered", null],
    ["earlier", until("2021-02-27"), until("2021-02-26"), "answered", null],
    [
      "a day later",
      until("2021-02-27"),
      until("2021-02-28"),
      "contradicts",
      "Hạn của đơn vị (chậm nhất 28/02/2021, tính cả ngày này) sau hạn của cấp trên (chậm nhất 27/02/2021, tính cả ngày này).",
    ],
    ["before a day is by the day before", until("2021-02-27"), notOn("2021-02-28"), "answered", null],
    [
      "by the day itself is later than before it",
      notOn("2021-02-27"),
      until("2021-02-27"),
      "contradicts",
      "Hạn của đơn vị (chậm nhất 27/02/2021, tính cả ngày này) sau hạn của cấp trên (trước 27/02/2021, không tính ngày này).",
    ],
    [
      "30/02 of 252/QĐ-BTP",
      impossible,
      until("2021-02-28"),
      "unclear",
      "Hạn của cấp trên là ngày không có thật (“trước ngày 30/02/2021”), chờ nơi ban hành đính chính.",
    ],
    [
      "bound to an event",
      withReview,
      until("2021-12-31"),
      "unclear",
      "Hạn của cấp trên theo sự kiện (“cùng với tổng kết công tác tư pháp năm 2021”), chưa có ngày.",
    ],
    ["own without a day", until("2021-02-27"), withReview, "unclear", "Hạn của đơn vị chưa có ngày."],
  ] as const)("%s", (_case, asked, given, standing, note) => {
    const [line] = coverageOf(
      [deadline(asked)],
      [answer("deadline-1", { kind: "deadline", deadline: given })],
    );
    expect([line?.standing, line?.note]).toEqual([standing, note]);
  });
});

describe("what a launch asks of one unit", () => {
  const outline = (label: string, level: number, heading: string, units: readonly number[] = []) => ({
    label,
    level,
    heading,
    responsible: "",
    units,
    line: null,
  });
  const bound = { id: 7, audience: "provincial-department", clusters: [3] } as const;

  test("leaves of the outline under their headings, without what is another's", () => {
    const asked = askedOf(
      {
        contents: [
          outline("1.", 1, "Xây dựng pháp luật"),
          outline("1.1.", 2, "Thẩm định đúng hạn"),
          outline("1.2.", 2, "Rà soát văn bản"),
          outline("2.", 1, "Thi hành án", [99]),
          outline("3.", 1, "Chuyển đổi số", [1]),
        ],
        targets: [],
        deadlines: [],
      },
      bound,
      [7, 1],
    );
    expect(asked).toEqual([
      {
        kind: "content",
        key: "content-1./1.1.",
        label: "1.1.",
        words: "Thẩm định đúng hạn",
        grouping: "Xây dựng pháp luật",
      },
      {
        kind: "content",
        key: "content-1./1.2.",
        label: "1.2.",
        words: "Rà soát văn bản",
        grouping: "Xây dựng pháp luật",
      },
      { kind: "content", key: "content-3.", label: "3.", words: "Chuyển đổi số", grouping: null },
    ]);
  });

  test("two items of one label keep names of their own", () => {
    const contents = [outline("-", 1, "Một"), outline("-", 1, "Hai")];
    const keys = askedOf({ contents, targets: [], deadlines: [] }, bound, [7]).map(({ key }) => key);
    expect(keys).toEqual(["content--", "content--#2"]);
  });

  test("only deadlines that bind the unit and still stand", () => {
    const given = (id: number, groups: readonly ("room" | "provincial-department")[], withdrawn = false) => ({
      id,
      what: "Gửi kế hoạch",
      purpose: "plan" as const,
      wording: "trước ngày 30/02/2021",
      kind: "impossible" as const,
      day: null,
      inclusive: false,
      audienceWords: "",
      groups,
      named: [],
      line: null,
      withdrawn,
      settlements: [],
    });
    const deadlines = [
      given(1, ["room"]),
      given(2, ["provincial-department"]),
      given(3, ["provincial-department"], true),
    ];
    const keys = askedOf({ contents: [], targets: [], deadlines }, bound, [7]).map(({ key }) => key);
    expect(keys).toEqual(["deadline-2"]);
  });
});

describe("a launch that changed since it was answered", () => {
  test("changed words and removed items are told; what stayed and what came are not", () => {
    const changes = parentChanges(
      [content("content-1", "Cũ"), content("content-2", "Giữ"), target(98, "%", "at-least")],
      [content("content-1", "Mới"), content("content-2", "Giữ"), content("content-3", "Thêm")],
    );
    expect(changes).toEqual([
      { key: "content-1", kind: "changed", before: "1. Cũ", after: "1. Mới" },
      { key: "target-1", kind: "removed", before: "Chỉ tiêu: 98%", after: "" },
    ]);
  });
});
