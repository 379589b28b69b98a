import { expect, test } from "vitest";
import { printDocx } from "../documents/print-docx.ts";
import type { OfficialDocument } from "../documents/tree.ts";
import { toText as plainText } from "../documents/tree-text.ts";
import { day } from "../platform/day.ts";
import type { Line } from "./line.ts";
import { registrationDocument, summaryDocument, urgingDocument } from "./registration.document.ts";

/** Cells of a table with a bar between them. */
const toText = (document: OfficialDocument) => plainText(document).replaceAll("\t", " | ");

const signatory = {
  superior: "Ủy ban nhân dân tỉnh Điện Biên",
  body: "Sở Tư pháp tỉnh Điện Biên",
  code: "STP-DBN",
  office: "Giám đốc",
  name: "Lò Văn Mẫu",
};

const aLine = (id: number, given: Partial<Line>): Line => ({
  id,
  registration: 1,
  title: "ADVANCED_WORKER",
  subject: {
    kind: "individual",
    person: id,
    name: "Lò Thị Ước",
    birthYear: 1980,
    gender: "female",
    post: "Chuyên viên",
    unitName: "Văn phòng Sở",
    worksAs: "direct",
  },
  chain: "territorial",
  commitment: null,
  state: "listed",
  answer: null,
  proposedBy: null,
  gatheredFrom: null,
  version: 1,
  ...given,
});

const lines = [
  aLine(1, {}),
  aLine(2, { title: "MINISTER_CERTIFICATE_OF_MERIT", chain: "vertical" }),
  aLine(3, { state: "proposed" }),
  aLine(4, {
    title: "MINISTRY_EMULATION_FLAG",
    chain: "vertical",
    subject: { kind: "collective", unit: 9, name: "Sở Tư pháp tỉnh Điện Biên", smallCollective: false },
  }),
];
const facts = {
  registration: {
    year: 2025,
    movementName: "Phong trào thi đua ngành Tư pháp năm 2025",
    receiverName: "Bộ Tư pháp",
  },
  lines,
  targets: [{ id: 1, version: 1, words: "Tỷ lệ hòa giải thành", measure: null, value: 85.5, valueUnit: "%" }],
  signatory,
};

test("the list for signature holds what is listed, collectives first, then people, then targets", () => {
  expect(toText(registrationDocument({ ...facts, chain: null })).split("\n")).toEqual([
    "ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN",
    "SỞ TƯ PHÁP TỈNH ĐIỆN BIÊN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/ĐK-STP-DBN",
    "Điện Biên, ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0năm 2025",
    "BẢN ĐĂNG KÝ",
    "Danh hiệu thi đua, hình thức khen thưởng và chỉ tiêu thi đua năm 2025",
    "Thực hiện “Phong trào thi đua ngành Tư pháp năm 2025”, Sở Tư pháp tỉnh Điện Biên đăng ký các danh hiệu thi đua, hình thức khen thưởng và chỉ tiêu sau:",
    "I. Tập thể",
    "TT | Tên tập thể | Danh hiệu, hình thức đăng ký | Nơi trình",
    "1 | Sở Tư pháp tỉnh Điện Biên | Cờ thi đua ngành Tư pháp | Trình Bộ Tư pháp",
    "II. Cá nhân",
    "TT | Họ và tên | Chức vụ, đơn vị | Danh hiệu, hình thức đăng ký | Nơi trình",
    "1 | Lò Thị Ước | Chuyên viên, Văn phòng Sở | Lao động tiên tiến | Trình Ủy ban nhân dân cấp tỉnh",
    "2 | Lò Thị Ước | Chuyên viên, Văn phòng Sở | Bằng khen của Bộ trưởng | Trình Bộ Tư pháp",
    "III. Chỉ tiêu thi đua",
    "- Tỷ lệ hòa giải thành: 85,5 %./.",
    "GIÁM ĐỐC",
    "Lò Văn Mẫu",
    "Nơi nhận:",
    "- Bộ Tư pháp (để tổng hợp);",
    "- Lưu: VT.",
  ]);
});

test("a list for one chain holds only what goes up it, and names where it goes", () => {
  const text = toText(registrationDocument({ ...facts, chain: "territorial" }));
  expect(text).toContain("Lao động tiên tiến");
  expect(text).not.toContain("Bằng khen của Bộ trưởng");
  expect(text).toContain("- Ủy ban nhân dân cấp tỉnh (qua Sở Nội vụ) (để tổng hợp);");
});

test("the urging letter names few debtors in its head and many in an annex", () => {
  const letter = (count: number) =>
    toText(
      urgingDocument({
        movementName: "Phong trào thi đua năm 2025",
        deadline: "chậm nhất 27/02/2025, tính cả ngày này",
        debtors: Array.from({ length: count }, (_one, index) => `Đơn vị ${index + 1}`),
        signatory,
        today: day("2025-02-28"),
      }),
    );
  expect(letter(2)).toContain("V/v đôn đốc gửi đăng ký thi đua");
  expect(letter(2)).toContain("Kính gửi:\n- Đơn vị 1;\n- Đơn vị 2.");
  expect(letter(2)).toContain("đến ngày 28/02/2025 còn 2 đơn vị chưa gửi");
  expect(letter(9)).toContain("Kính gửi: Các đơn vị theo danh sách kèm theo");
  expect(letter(9)).toContain("9 | Đơn vị 9");
});

test("the summary adds its columns up, and opens in Word", async () => {
  const document = summaryDocument({
    movementName: "Phong trào thi đua năm 2025",
    year: 2025,
    titles: ["Lao động tiên tiến", "Cờ thi đua ngành Tư pháp"],
    rows: [
      { unitName: "Sở A", standing: "Đã tiếp nhận", sentOn: day("2025-02-20"), counts: [1200, 1] },
      { unitName: "Sở B", standing: "Chưa bắt đầu", sentOn: null, counts: [0, 0] },
    ],
    signatory,
  });
  const text = toText(document);
  expect(text).toContain("1 | Sở A | Đã tiếp nhận | 20/02/2025 | 1.200 | 1");
  expect(text).toContain("2 | Sở B | Chưa bắt đầu |  |  | ");
  expect(text).toContain(" | Tổng số |  |  | 1.200 | 1");
  expect(new TextDecoder().decode((await printDocx(document)).slice(0, 2))).toBe("PK");
});
