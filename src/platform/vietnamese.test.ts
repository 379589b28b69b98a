import { expect, test } from "vitest";
import { byGivenName, fold, inVietnameseOrder, sameTones, tidy } from "./vietnamese.ts";

test("folding drops accents and case and turns đ into d", () => {
  expect(fold("Điện Biên, TỈNH Đắk Lắk")).toBe("dien bien, tinh dak lak");
});

test("text is put into NFC with single spaces", () => {
  expect(tidy("  Doanh  nghiệp Việt Nam ".normalize("NFD"))).toBe("Doanh nghiệp Việt Nam");
});

test.each([
  ["hòa giải", "hoà giải"],
  ["tố cáo, thúy", "tố cáo, thuý"],
  ["khỏe", "khoẻ"],
])("%s and %s compare equal whatever the style of tones", (left, right) => {
  expect(sameTones(left)).toBe(sameTones(right));
  expect(sameTones("hoa")).not.toBe(sameTones("hòa"));
});

test("names sort by the given name, by Vietnamese rules", () => {
  expect(["Trần Văn Đức", "Lê Thị Dung", "Nguyễn Văn Ân", "Phạm Thị An"].sort(byGivenName)).toEqual([
    "Phạm Thị An",
    "Nguyễn Văn Ân",
    "Lê Thị Dung",
    "Trần Văn Đức",
  ]);
  expect(["đ", "e", "d", "ê", "ă", "a"].sort(inVietnameseOrder)).toEqual(["a", "ă", "d", "đ", "e", "ê"]);
});
