import { describe, expect, test } from "vitest";
import { awards } from "../../test/records-world.ts";
import type { FactKind } from "./fact.ts";
import { awardIn, readLines } from "./import-cells.ts";

const read = (kind: FactKind, cells: Record<string, string>, usualYear: number | null = null) =>
  readLines(
    { number: 5, heading: null, cells: { name: "Lò Văn An", ...cells } },
    { kind, usualYear, awards },
  );
const faults = (kind: FactKind, cells: Record<string, string>) =>
  read(kind, cells).flatMap((line) => line.errors);

describe("awards as people write them", () => {
  const cases: [string, string | null][] = [
    ["LĐTT", "ADVANCED_WORKER"],
    ["lao động tiên tiến", "ADVANCED_WORKER"],
    ["CSTĐCS", "GRASSROOTS_EMULATION_FIGHTER"],
    ["CSTĐ cơ sở", "GRASSROOTS_EMULATION_FIGHTER"],
    ["Chiến sĩ thi đua ngành Tư pháp", "MINISTRY_EMULATION_FIGHTER"],
    ["CSTĐ toàn quốc", "NATIONAL_EMULATION_FIGHTER"],
    ["Bằng khen của Bộ trưởng Bộ Tư pháp", "MINISTER_CERTIFICATE_OF_MERIT"],
    ["BK Thủ tướng", "PM_CERTIFICATE_OF_MERIT"],
    ["Huân chương Lao động hạng Ba", "LABOR_ORDER_3"],
    ["HCLĐ hạng II", "LABOR_ORDER_2"],
    ["Giấy khen của Giám đốc Sở", "CERTIFICATE_OF_COMMENDATION"],
    ["TTLĐXS", "EXCELLENT_LABOR_COLLECTIVE"],
    ["ADVANCED_WORKER", "ADVANCED_WORKER"],
    ["Huy chương lạ", null],
    ["", null],
  ];
  test.each(cases)("“%s”", (text, code) => {
    expect(awardIn(text, awards)).toBe(code);
  });
});

test("a cell that names several awards gives a line for each", () => {
  const lines = read("honour", { code: "LĐTT, CSTĐCS", year: "Năm 2020" });
  expect(lines.map(({ key, fact }) => [key, fact?.kind === "honour" && fact.code, fact?.year])).toEqual([
    ["r5", "ADVANCED_WORKER", 2020],
    ["r5-2", "GRASSROOTS_EMULATION_FIGHTER", 2020],
  ]);
});

describe("grades as people write them", () => {
  const cases: [string, string][] = [
    ["Hoàn thành xuất sắc nhiệm vụ", "excellent"],
    ["HTXSNV", "excellent"],
    ["Hoàn thành tốt nhiệm vụ", "good"],
    ["HTT", "good"],
    ["Hoàn thành nhiệm vụ", "completed"],
    ["HTNV", "completed"],
    ["Không hoàn thành nhiệm vụ", "notCompleted"],
  ];
  test.each(cases)("“%s” is %s", (text, grade) => {
    expect(read("grade", { grade: text, year: "2020" })[0]?.fact).toMatchObject({
      kind: "grade",
      year: 2020,
      grade,
    });
  });
});

test("what a cell cannot be is said in a sentence for each, never guessed", () => {
  expect(faults("grade", { grade: "Loại B", year: "20", birthYear: "tám mươi" })).toEqual([
    ...[
      "Không đọc được năm sinh “tám mươi”.",
      "Năm “20” không đọc được.",
      "Không nhận ra mức xếp loại “Loại B”.",
    ],
  ]);
  expect(faults("discipline", { form: "Phê bình" })).toEqual([
    ...["Không nhận ra hình thức kỷ luật “Phê bình”.", "Chưa ghi ngày bắt đầu."],
  ]);
  expect(faults("honour", { code: "LĐTT", paperDay: "30/02/2021", year: "2020" })).toEqual([
    "Ngày “30/02/2021” không có thật hoặc không theo dạng dd/mm/yyyy.",
  ]);
});

test("an empty year is the usual one; a birthday gives the year of birth", () => {
  const [line] = read("grade", { grade: "Tốt", birthYear: "02/9/1985" }, 2021);
  expect([line?.birthYear, line?.fact?.year]).toEqual([1985, 2021]);
});
