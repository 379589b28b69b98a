import { beforeAll, describe, expect, test } from "vitest";
import { isRefusal } from "../platform/refusal.ts";
import { readFixtureTables } from "./criteria.files.ts";
import { type Band, type Criteria, type Criterion, flatten, totalOf } from "./criteria.ts";
import {
  addCriterion,
  editCriterion,
  moveCriterion,
  placeCriterion,
  removeCriterion,
} from "./criteria-edit.ts";
import { bandFaults, faultsOf } from "./criteria-faults.ts";
import { criteriaColumns, criteriaRows, readCriteria } from "./criteria-sheet.ts";
import { criteriaOf } from "./fixture-table.ts";

const leaf = (id: number, max: number, name = `Mục ${id}`): Criterion => ({
  ...{ id, name, max, source: null, field: null, rule: { kind: "MANUAL" }, children: [] },
});
const group = (id: number, max: number, ...children: Criterion[]): Criterion => ({
  ...leaf(id, max),
  ...{ rule: null, children },
});
const table = (...groups: Criterion[]): Criteria => ({ groups, grades: [], targets: [] });
const numbers = (criteria: unknown) =>
  flatten((criteria as Criteria).groups).map(({ number, id }) => `${number}=${id}`);

let tables: Criteria[];
beforeAll(async () => {
  tables = (await readFixtureTables("fixtures/criteria")).map(criteriaOf);
});

describe("the tables of law.md 8.3", () => {
  test("none of them contradicts itself", () => {
    expect(tables.map(faultsOf)).toEqual([[], [], [], []]);
  });
  test("3962/QĐ-BTP: 200 points, of which 110 for professional duties", () => {
    expect([totalOf(tables[0]!), tables[0]!.groups[0]!.max]).toEqual([20_000, 11_000]);
  });
  test("each goes out as a spreadsheet and comes back the same", () => {
    for (const criteria of tables) {
      const rows = [criteriaColumns.map(({ title }) => title), ...criteriaRows(criteria.groups)];
      expect(readCriteria(rows)).toEqual({ groups: criteria.groups, faults: [] });
    }
  });
});

describe("editing a tree", () => {
  const two = table(group(1, 300, leaf(2, 100), leaf(3, 200)), group(4, 100, leaf(5, 100)));
  test("adds at the end with a number nobody had", () => {
    const { id: _id, children: _children, ...words } = leaf(0, 50);
    expect(numbers(addCriterion(two, 4, words))).toEqual([
      "I=1",
      "I.1=2",
      "I.2=3",
      "II=4",
      "II.1=5",
      "II.2=6",
    ]);
    expect(numbers(addCriterion(two, null, words)).at(-1)).toBe("III=6");
  });
  test("what gets something below it is no longer scored itself", () => {
    const { id: _id, children: _children, ...words } = leaf(0, 50);
    const grown = addCriterion(two, 5, words) as Criteria;
    expect(flatten(grown.groups).find(({ id }) => id === 5)?.rule).toBeNull();
  });
  test("moves up and down among its neighbours and stops at the edge", () => {
    expect(numbers(moveCriterion(two, 3, "up"))).toEqual(["I=1", "I.1=3", "I.2=2", "II=4", "II.1=5"]);
    expect(moveCriterion(two, 2, "up")).toEqual(two);
    expect(numbers(moveCriterion(two, 4, "up"))[0]).toBe("I=4");
  });
  test("goes below another, never below itself", () => {
    expect(numbers(placeCriterion(two, 2, 4))).toEqual(["I=1", "I.1=3", "II=4", "II.1=5", "II.2=2"]);
    expect(placeCriterion(two, 1, 2)).toMatchObject({ refusal: "below-itself" });
  });
  test("goes away with all below it, and out of the targets of the grades", () => {
    expect(removeCriterion({ ...two, targets: [2, 5] }, 1)).toEqual({
      ...table(two.groups[1]!),
      targets: [5],
    });
  });
  test("one that is gone is said to be gone", () => {
    const { id: _id, children: _children, ...words } = leaf(0, 50);
    expect(
      [removeCriterion(two, 9), editCriterion(two, 9, words), addCriterion(two, 9, words)].every(isRefusal),
    ).toBe(true);
  });
});

describe("what is wrong with a table", () => {
  test.each([
    [
      "children that don't sum up",
      table(group(1, 300, leaf(2, 100), leaf(3, 100))),
      "Mục I: các mục con cộng lại là 2, khác điểm tối đa 3.",
    ],
    [
      "a branch with nothing below it",
      table(group(1, 300)),
      "Mục I: chưa có cách chấm và cũng chưa có mục con.",
    ],
    ["no points", table(leaf(1, 0)), "Mục I: điểm tối đa phải lớn hơn 0."],
    ["nothing at all", table(), "Bảng chưa có tiêu chí nào."],
  ])("%s", (_name, criteria, sentence) => {
    expect(faultsOf(criteria).map((fault) => fault.sentence)).toEqual([sentence]);
  });

  const band = (
    from: number | null,
    fromIncluded: boolean,
    to: number | null,
    toIncluded: boolean,
    points: number,
  ): Band => ({
    ...{ from, fromIncluded, to, toIncluded, points },
  });
  test.each([
    [
      "a gap",
      [band(0, true, 500, false, 0), band(600, true, null, false, 100)],
      false,
      ["giữa hai mức bị hở trước 6."],
    ],
    [
      "an overlap",
      [band(0, true, 700, false, 0), band(600, true, null, false, 100)],
      false,
      ["hai mức chồng nhau ở 6."],
    ],
    [
      "an edge in both",
      [band(0, true, 500, true, 0), band(500, true, null, false, 100)],
      false,
      ["hai mức cùng tính giá trị 5."],
    ],
    [
      "an edge in none",
      [band(0, true, 500, false, 0), band(500, false, null, false, 100)],
      false,
      ["không mức nào tính giá trị 5."],
    ],
    [
      "whole days next to each other",
      [band(0, true, 500, true, 0), band(600, true, null, false, 100)],
      true,
      [],
    ],
    [
      "a day missing between",
      [band(0, true, 500, true, 0), band(700, true, null, false, 100)],
      true,
      ["giữa hai mức bị hở trước 7."],
    ],
    [
      "not from none",
      [band(100, true, 500, true, 0), band(500, false, null, false, 100)],
      false,
      ["mức đầu chưa bắt đầu từ 0."],
    ],
    [
      "no best step",
      [band(0, true, 500, true, 0), band(500, false, null, false, 50)],
      false,
      ["không mức nào đạt điểm tối đa 1."],
    ],
  ])("steps with %s", (_name, bands, whole, faults) => {
    expect(bandFaults(bands, whole, 100)).toEqual(faults);
  });

  const graded = (...grades: Criteria["grades"]): Criteria => ({ ...table(leaf(1, 10_000)), grades });
  const last = { code: "B", name: "B", from: 0, conditions: [], quota: null };
  test.each([
    [
      "a last grade not from nothing",
      graded({ ...last, from: 100 }),
      "loại cuối (B) phải bắt đầu từ 0 điểm.",
    ],
    [
      "a last grade with a quota",
      graded({ ...last, quota: { kind: "count", most: 1 } }),
      "loại cuối (B) không giới hạn số lượng, để đơn vị nào cũng có loại.",
    ],
    [
      "grades in the wrong order",
      graded({ ...last, code: "A", from: 0 }, last),
      "loại B phải có mức điểm thấp hơn loại A.",
    ],
    [
      "more points than the table has",
      graded({ ...last, code: "A", from: 10_001 }, last),
      "loại A đòi 100,01 điểm, quá tổng điểm của bảng.",
    ],
    [
      "more targets than there are",
      graded({ ...last, code: "A", from: 1, conditions: [{ met: 1, othersShortAtMost: null }] }, last),
      "loại A đòi đạt 1 chỉ tiêu, bảng chỉ chọn 0 chỉ tiêu.",
    ],
    [
      "a quota over 100 %",
      graded({ ...last, code: "A", from: 1, quota: { kind: "percent", most: 10_001 } }, last),
      "tỷ lệ của loại A phải trên 0 và không quá 100 %.",
    ],
  ])("%s", (_name, criteria, sentence) => {
    expect(faultsOf(criteria).map((fault) => fault.sentence)).toEqual([`Xếp loại: ${sentence}`]);
  });
});

describe("reading a spreadsheet", () => {
  const header = criteriaColumns.map(({ title }) => title);
  const row = (...cells: string[]) => [...cells, ...Array(header.length - cells.length).fill("")];
  test.each([
    [
      "no header",
      [row("I", "Nhóm", "10")],
      [{ row: 1, sentence: "Không thấy dòng tiêu đề có cột “Tiêu chí”." }],
    ],
    [
      "a number that hangs in the air",
      [header, row("I.1", "Mục", "10", "Chấm trực tiếp")],
      [{ row: 2, sentence: "Không thấy mục I ở trên mục I.1." }],
    ],
    [
      "a number twice",
      [header, row("I", "A", "10", "Chấm trực tiếp"), row("I", "B", "10", "Chấm trực tiếp")],
      [{ row: 3, sentence: "Số thứ tự I lặp lại." }],
    ],
    [
      "points that are none",
      [header, row("I", "A", "mười", "Chấm trực tiếp")],
      [{ row: 2, sentence: "Điểm tối đa: “mười” không phải là số; hãy nhập bằng chữ số, ví dụ 9,5." }],
    ],
    [
      "an unknown rule",
      [header, row("I", "A", "10", "Tùy")],
      [{ row: 2, sentence: "Không có cách chấm “Tùy”." }],
    ],
  ])("%s", (_name, rows, faults) => {
    expect(readCriteria(rows).faults).toEqual(faults);
  });
});
