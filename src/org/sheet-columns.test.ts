import { describe, expect, test } from "vitest";
import { personFields } from "./person-list.ts";
import { findHeader, rowsBelow } from "./sheet-columns.ts";
import { unitFields } from "./unit-list.ts";

describe("the heading row", () => {
  test("is found below a title, a place line and an empty row", () => {
    const rows = [
      ["SỞ TƯ PHÁP TỈNH ĐIỆN BIÊN"],
      ["DANH SÁCH CÔNG CHỨC, VIÊN CHỨC"],
      [],
      [
        "STT",
        "Họ và tên",
        "Ngày, tháng, năm sinh",
        "Giới tính",
        "Chức vụ, chức danh",
        "Đơn vị công tác",
        "Số CCCD",
      ],
      ["1", "Lò Thị Ánh", "12/05/1988", "Nữ", "Chuyên viên", "Văn phòng Sở", "011188000123"],
    ];
    expect(findHeader(rows, personFields)).toEqual({
      row: 3,
      columns: { name: 1, birthYear: 2, gender: 3, title: 4, unit: 5, civilNumber: 6 },
    });
  });

  test("knows the form with a column of birth years for men and one for women", () => {
    const rows = [["TT", "Họ tên", "Nam", "Nữ", "Chức danh"]];
    expect(findHeader(rows, personFields)?.columns).toEqual({
      name: 1,
      bornMale: 2,
      bornFemale: 3,
      title: 4,
    });
  });

  test("is not looked for below the twentieth row", () => {
    const rows = [...Array.from({ length: 20 }, () => ["ghi chú"]), ["Họ và tên", "Giới tính", "Năm sinh"]];
    expect(findHeader(rows, personFields)).toBeNull();
    expect(findHeader(rows.slice(1), personFields)?.row).toBe(19);
  });

  test("needs two headings, so that one word in a title is none", () => {
    expect(findHeader([["Danh sách", "Họ và tên"]], personFields)).toBeNull();
  });

  test("tells the unit's own name from the unit above it", () => {
    const rows = [["Mã đơn vị", "Tên đơn vị", "Đơn vị cấp trên", "Loại đơn vị"]];
    expect(findHeader(rows, unitFields)?.columns).toEqual({ code: 0, name: 1, parent: 2, kind: 3 });
  });
});

describe("the rows below it", () => {
  const columns = { name: 1, title: 2 };

  test("skip empty rows and the line that numbers the columns, and count as Excel does", () => {
    const rows = [
      ["TT", "Họ tên", "Chức danh"],
      ["(1)", "(2)", "(3)"],
      ["", "", ""],
      ["1", " Lò  Thị Ánh ", "Chuyên viên"],
    ];
    expect(rowsBelow(rows, 0, columns)).toEqual([
      { number: 4, cells: { name: "Lò Thị Ánh", title: "Chuyên viên" }, heading: null },
    ]);
  });

  test("stand under the line that names their room", () => {
    const rows = [
      ["TT", "Họ tên", "Chức danh"],
      ["I", "Văn phòng Sở", ""],
      ["1", "Lò Thị Ánh", "Chuyên viên"],
      ["II. Thanh tra Sở"],
      ["1", "Vừ A Chống", "Thanh tra viên"],
    ];
    expect(rowsBelow(rows, 0, columns).map((row) => [row.cells.name, row.heading])).toEqual([
      ["Lò Thị Ánh", "Văn phòng Sở"],
      ["Vừ A Chống", "Thanh tra Sở"],
    ]);
  });
});
