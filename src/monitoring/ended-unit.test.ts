import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { endedWords } from "./ended-unit.ts";

const on = day("2026-07-01");

test("a unit that is there needs no words", () => {
  expect(endedWords("Phòng A", { endedOn: null, followers: [], carried: false })).toBe(null);
});

test.each([
  [[], false, "không có đơn vị kế tục: kết quả đến ngày đó vẫn tính ở đơn vị giao chỉ tiêu."],
  [["Phòng B"], false, "kết quả đến ngày đó được cộng vào Phòng B."],
  [["Phòng B", "Phòng C"], true, "Phòng B, Phòng C chưa có phần riêng nên nhập tiếp ở đây"],
  [["Phòng B", "Phòng C"], false, "tính một lần ở đơn vị giao chỉ tiêu, không cộng vào đơn vị kế tục."],
] as const)("followed by %o, carried %s", (followers, carried, words) => {
  const said = endedWords("Phòng A", { endedOn: on, followers, carried });
  expect(said).toContain("Phòng A đã kết thúc hoạt động từ ngày 01/07/2026");
  expect(said).toContain(words);
});
