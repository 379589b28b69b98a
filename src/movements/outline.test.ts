import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { decideNumbering } from "./numbering.ts";
import { dotted, readOutline, responsibleNames, withLinesOf, writeOutline } from "./outline.ts";

const text = `I. NỘI DUNG
1. Số hóa hồ sơ | Cục Công nghệ thông tin; Văn phòng Bộ
1.1. Sổ hộ tịch
- Hoàn thành trong quý II
Đoạn không đề số`;

test("an outline is read line by line, with depth and who answers", () => {
  expect(readOutline(text)).toEqual([
    { label: "I.", level: 1, heading: "NỘI DUNG", responsible: "", line: null },
    {
      label: "1.",
      level: 2,
      heading: "Số hóa hồ sơ",
      responsible: "Cục Công nghệ thông tin; Văn phòng Bộ",
      line: null,
    },
    { label: "1.1.", level: 3, heading: "Sổ hộ tịch", responsible: "", line: null },
    { label: "-", level: 4, heading: "Hoàn thành trong quý II", responsible: "", line: null },
    { label: "", level: 4, heading: "Đoạn không đề số", responsible: "", line: null },
  ]);
});

test("without Roman numerals the Arabic ones stand highest", () => {
  const outline = readOutline("1. Một\n1.1. Hai");
  expect(Array.isArray(outline) && outline.map((line) => line.level)).toEqual([1, 2]);
});

test("what is read can be written and read again", () => {
  const outline = readOutline(text);
  if ("refusal" in outline) throw new Error(outline.sentence);
  expect(readOutline(writeOutline(outline))).toEqual(outline);
});

test("a heading that still stands keeps the line of the paper", () => {
  const before = [{ label: "1.", heading: "Một", line: 82 }];
  const outline = readOutline("1. Một\n2. Mới");
  if ("refusal" in outline) throw new Error(outline.sentence);
  expect(withLinesOf(outline, before).map((line) => line.line)).toEqual([82, null]);
});

test("more headings than a plan can have are refused", () => {
  expect(readOutline(Array.from({ length: 401 }, (_, index) => `${index}. x`).join("\n"))).toMatchObject({
    refusal: "outline-too-long",
    field: "contents",
  });
});

test("labels get the dot that papers set; names part at semicolons", () => {
  expect(["I", "1.1.1", "a)", "Một là"].map(dotted)).toEqual(["I.", "1.1.1.", "a)", "Một là"]);
  expect(responsibleNames("Vụ A;  Văn phòng Bộ ;")).toEqual(["Vụ A", "Văn phòng Bộ"]);
});

describe("a number of the clerical office", () => {
  const typed = { number: " 0252 ", symbol: "QĐ -BTP", on: day("2021-02-22") };
  const today = day("2021-02-23");
  test("loses spaces and leading zeros", () => {
    expect(decideNumbering(typed, day("2021-02-22"), today, null)).toEqual({
      number: "252",
      symbol: "QĐ-BTP",
      on: "2021-02-22",
    });
  });
  test.each([
    [{ number: "hai" }, "bad-number"],
    [{ number: "0" }, "bad-number"],
    [{ symbol: "qđ btp!" }, "bad-symbol"],
    [{ on: day("2021-02-24") }, "dated-in-future"],
    [{ on: day("2021-02-21") }, "dated-before-signature"],
  ])("%o is refused", (given, refusal) => {
    expect(decideNumbering({ ...typed, ...given }, day("2021-02-22"), today, null)).toMatchObject({
      refusal,
    });
  });
  test("is given once a year", () => {
    const taken = { movement: "Phong trào năm 2021", on: day("2021-01-15") };
    expect(decideNumbering(typed, null, today, taken)).toMatchObject({
      refusal: "number-taken",
      field: "number",
      sentence: "Số 252/QĐ-BTP năm 2021 đã cấp ngày 15/01/2021 cho “Phong trào năm 2021”; hãy nhập số khác.",
    });
  });
});
