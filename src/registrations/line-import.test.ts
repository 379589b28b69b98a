import { describe, expect, test } from "vitest";
import type { Candidate } from "./line.ts";
import { findHeader, matchRow, readRows } from "./line-import.ts";
import { titlesFor } from "./title.ts";

const unit = { name: "Cục THADS tỉnh Điện Biên", territorial: false, isDepartmentOfJustice: false };
const titles = [...titlesFor(unit, 2025, "individual"), ...titlesFor(unit, 2025, "collective")];

const aPerson = (
  person: number,
  name: string,
  birthYear: number | null,
  unitName = "Phòng Nghiệp vụ",
): Candidate => ({
  subject: {
    kind: "individual",
    person,
    name,
    birthYear,
    gender: null,
    post: "Chấp hành viên",
    unitName,
    worksAs: "direct",
  },
  belongs: true,
});
const known = {
  people: [
    aPerson(1, "Lò Thị Ước", 1980),
    aPerson(2, "Nguyễn Văn Đức", 1975),
    aPerson(3, "Nguyễn Văn Đức", 1990, "Văn phòng"),
    aPerson(4, "Nguyễn Văn Dục", 1991),
  ],
  collectives: [
    {
      subject: { kind: "collective", unit: 9, name: "Phòng Nghiệp vụ", smallCollective: true },
      belongs: true,
    } as const,
  ],
  titles,
};

const sheet = [
  ["CỤC THADS TỈNH ĐIỆN BIÊN", "", "", "", ""],
  ["DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM 2025", "", "", "", ""],
  ["TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị", "Danh hiệu đăng ký"],
  ["1", "Lò  Thị Ước", "15/3/1980", "Phòng Nghiệp vụ", "LĐTT"],
  ["", "", "", "", ""],
  ["2", "Nguyễn Văn Đức", "", "Văn phòng Cục", "CSTĐ cơ sở"],
];

test("the header is the row that names most columns, known by their synonyms", () => {
  expect(findHeader(sheet)).toEqual({ header: 2, columns: { name: 1, birthYear: 2, unit: 3, title: 4 } });
  expect(
    findHeader([
      ["a", "b"],
      ["c", "d"],
    ]),
  ).toBeNull();
});

test("rows below it are read with their numbers, empty ones passed over", () => {
  const { header, columns } = findHeader(sheet)!;
  expect(readRows(sheet, header, columns)).toEqual([
    {
      number: 4,
      name: "Lò Thị Ước",
      birthYear: 1980,
      unit: "Phòng Nghiệp vụ",
      title: "LĐTT",
      commitment: null,
    },
    {
      number: 6,
      name: "Nguyễn Văn Đức",
      birthYear: null,
      unit: "Văn phòng Cục",
      title: "CSTĐ cơ sở",
      commitment: null,
    },
  ]);
});

const aRow = (name: string, title: string, given: { birthYear?: number; unit?: string } = {}) => ({
  number: 4,
  name,
  birthYear: given.birthYear ?? null,
  unit: given.unit ?? "",
  title,
  commitment: null,
});

describe("a row", () => {
  test.each([
    ["LĐTT", "ADVANCED_WORKER"],
    ["lao động tiên tiến", "ADVANCED_WORKER"],
    ["CSTĐCS", "GRASSROOTS_EMULATION_FIGHTER"],
    ["Chiến sĩ thi đua cơ sở.", "GRASSROOTS_EMULATION_FIGHTER"],
    ["CSTĐ ngành", "MINISTRY_EMULATION_FIGHTER"],
    ["Bằng khen Bộ trưởng", "MINISTER_CERTIFICATE_OF_MERIT"],
    ["Bằng khen của Bộ trưởng Bộ Tư pháp", "MINISTER_CERTIFICATE_OF_MERIT"],
  ])("knows “%s”", (words, code) => {
    expect(matchRow(aRow("Lò Thị Ước", words), known)).toMatchObject({ kind: "clear", title: code });
  });

  test("tells namesakes apart by birth year, then by unit, and otherwise asks", () => {
    const clear = (given: object) => matchRow(aRow("Nguyễn Văn Đức", "LĐTT", given), known);
    expect(clear({ birthYear: 1975 })).toMatchObject({
      kind: "clear",
      candidate: { subject: { person: 2 } },
    });
    expect(clear({ unit: "Văn phòng Cục" })).toMatchObject({
      kind: "clear",
      candidate: { subject: { person: 3 } },
    });
    expect(clear({})).toMatchObject({
      kind: "doubtful",
      candidates: [{ subject: { person: 2 } }, { subject: { person: 3 } }],
    });
  });

  test("without accents finds all who may be meant", () => {
    expect(matchRow(aRow("nguyen van duc", "LĐTT"), known)).toMatchObject({
      kind: "doubtful",
      candidates: [{ subject: { person: 2 } }, { subject: { person: 3 } }, { subject: { person: 4 } }],
    });
  });

  test("with another birth year than ours is doubtful, never taken silently", () => {
    expect(matchRow(aRow("Lò Thị Ước", "LĐTT", { birthYear: 1988 }), known)).toMatchObject({
      kind: "doubtful",
      candidates: [{ subject: { person: 1 } }],
    });
  });

  test("names a collective too", () => {
    expect(matchRow(aRow("Phòng Nghiệp vụ", "Tập thể LĐXS"), known)).toMatchObject({
      kind: "clear",
      title: "EXCELLENT_LABOR_COLLECTIVE",
      candidate: { subject: { unit: 9 } },
    });
  });

  test.each([
    ["", "LĐTT", "Thiếu họ tên hoặc tên tập thể."],
    ["Lò Thị Ước", "", "Thiếu danh hiệu, hình thức đăng ký."],
    ["Lò Thị Ước", "Chiến sĩ giỏi", "Không có danh hiệu, hình thức “Chiến sĩ giỏi” trong danh mục."],
    ["Người Lạ", "LĐTT", "Không tìm thấy “Người Lạ” trong đơn vị hôm nay."],
  ])("“%s” “%s” is at fault", (name, title, fault) => {
    expect(matchRow(aRow(name, title), known)).toMatchObject({ kind: "faulty", fault });
  });
});
