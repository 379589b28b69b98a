import { describe, expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { type ReadPerson, readPersonRow } from "./person-list.ts";
import { type KnownPerson, matchPerson, withoutTwins } from "./person-match.ts";

const today = day("2026-11-21");
const defaults = { unit: null, category: "civil-servant" as const, from: today };
const units = (text: string) => (text === "Văn phòng Sở" ? [7] : text === "Phòng HCTP" ? [8, 9] : []);
const readRow = (cells: Record<string, string>, heading: string | null = null) =>
  readPersonRow({ number: 5, cells, heading }, defaults, units, today);
const complete = { name: "Lò Thị Ánh", unit: "Văn phòng Sở", gender: "Nữ", birthYear: "12/05/1988" };

describe("a row of people", () => {
  test("is read with what forms usually hold", () => {
    expect(
      readRow({
        ...complete,
        civilNumber: "011 188 000 123",
        title: "Phó Chánh Văn phòng",
        from: "01/03/2015",
      }),
    ).toEqual({
      ...{ row: 5, name: "Lò Thị Ánh", civilNumber: "011188000123", gender: "female", birthYear: 1988 },
      ...{ category: "civil-servant", email: null, unit: 7, title: "Phó Chánh Văn phòng", worksAs: "leader" },
      ...{ from: "2015-03-01", errors: [] },
    });
  });

  test("takes the gender from the column that holds the birth year", () => {
    expect(readRow({ name: "Lò Thị Ánh", unit: "Văn phòng Sở", bornFemale: "1988" })).toMatchObject({
      gender: "female",
      birthYear: 1988,
    });
  });

  test("says everything that is wrong at once", () => {
    const { errors } = readRow({
      name: "",
      unit: "Phòng X",
      gender: "?",
      birthYear: "31/02/1988",
      civilNumber: "11188000123",
      from: "30/02/2021",
    });
    expect(errors).toEqual([
      "Không đọc được năm sinh “31/02/1988”.",
      "Giới tính “?” không rõ; hãy ghi Nam hoặc Nữ.",
      "Số định danh “11188000123” thiếu chữ số; bảng tính có thể đã bỏ số 0 ở đầu.",
      "Hãy nhập họ và tên, chỉ gồm chữ cái.",
      "Không có đơn vị “Phòng X”; hãy ghi đúng tên hoặc mã.",
      "Ngày “30/02/2021” không có thật hoặc không theo dạng dd/mm/yyyy.",
    ]);
  });

  test("asks for a code when several units bear the name", () => {
    expect(readRow({ ...complete, unit: "Phòng HCTP" }).errors).toEqual([
      "Có 2 đơn vị tên “Phòng HCTP”; hãy ghi mã đơn vị.",
    ]);
  });

  test("takes its unit from the line above it", () => {
    expect(readRow({ ...complete, unit: "" }, "Văn phòng Sở")).toMatchObject({ unit: 7, errors: [] });
  });

  test("refuses a birth year of the future or of a century ago", () => {
    expect(readRow({ ...complete, birthYear: "2020" }).errors).toEqual(["Năm sinh 2020 không hợp lý."]);
  });
});

describe("whom a row means", () => {
  const read: ReadPerson = readRow(complete);
  const numbered = { ...read, civilNumber: "011188000123" };
  const known = (given: Partial<KnownPerson> = {}): KnownPerson => ({
    ...{
      id: 1,
      name: "Lò Thị Ánh",
      birthYear: 1988,
      hasCivilNumber: false,
      units: [7],
      detail: "Chuyên viên",
    },
    ...given,
  });

  test("the civil number decides, whatever the name", () => {
    expect(matchPerson(numbered, known({ name: "Lò Thị Ảnh" }), [])).toEqual({ kind: "same", person: 1 });
  });

  test("a known person of another unit is not moved by a list", () => {
    const other = known({ units: [8] });
    expect(matchPerson(numbered, other, [])).toEqual({ kind: "elsewhere", person: other });
  });

  test("name, birth year and unit decide without a number, whichever way the tone is placed", () => {
    const written = { ...read, name: "Lò Thị Hoà" };
    expect(matchPerson(written, null, [known({ name: "Lò Thị Hòa" })])).toEqual({ kind: "same", person: 1 });
  });

  test("other accents are another name", () => {
    expect(matchPerson(read, null, [known({ name: "Lò Thị Anh" })])).toEqual({ kind: "new" });
  });

  test("a namesake elsewhere, two namesakes, an unknown birth year and a number to be added are for a person to judge", () => {
    const elsewhere = known({ units: [8] });
    expect(matchPerson(read, null, [elsewhere])).toEqual({ kind: "doubtful", candidates: [elsewhere] });
    const two = [known(), known({ id: 2 })];
    expect(matchPerson(read, null, two)).toEqual({ kind: "doubtful", candidates: two });
    const ageless = known({ birthYear: null });
    expect(matchPerson(read, null, [ageless])).toEqual({ kind: "doubtful", candidates: [ageless] });
    expect(matchPerson(numbered, null, [known()])).toEqual({ kind: "doubtful", candidates: [known()] });
  });

  test("a namesake with another number, or of another birth year, is another person", () => {
    expect(matchPerson(numbered, null, [known({ hasCivilNumber: true })])).toEqual({ kind: "new" });
    expect(matchPerson(read, null, [known({ birthYear: 1979 })])).toEqual({ kind: "new" });
  });

  test("a row with faults means nobody", () => {
    expect(matchPerson({ ...read, errors: ["x"] }, known(), [])).toEqual({ kind: "wrong" });
  });
});

test("rows nobody could tell apart are refused, all but the first", () => {
  const read = readRow(complete);
  const rows = withoutTwins([read, { ...read, row: 6 }, { ...read, row: 7, civilNumber: "011188000123" }]);
  expect(rows.map((row) => row.errors)).toEqual([
    [],
    ["Trùng họ tên, năm sinh, đơn vị với dòng 5; hãy ghi số định danh để phân biệt."],
    [],
  ]);
});
