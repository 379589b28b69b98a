import { expect, test } from "vitest";
import { printDocx } from "../documents/print-docx.ts";
import { toText as plainText } from "../documents/tree-text.ts";
import { day } from "../platform/day.ts";
import { type ReportFacts, reviewDocument, roman } from "./review.document.ts";

const figure = (
  label: string,
  value: number | null,
  given: Partial<ReportFacts["sections"][0]["figures"][0]> = {},
) => ({
  code: "registrations.units",
  label,
  value,
  measure: "đơn vị",
  href: "/dang-ky",
  own: null,
  frozenAt: null,
  changedTo: null,
  ...given,
});

/** Room for what the clerical office writes. */
const blank = "\u00a0".repeat(8);

const facts = (given: Partial<ReportFacts> = {}): ReportFacts => ({
  review: {
    kind: "interim",
    year: 2021,
    from: day("2021-01-01"),
    to: day("2021-06-30"),
    movementName: "Phong trào thi đua ngành Tư pháp năm 2021",
    unitName: "Sở Tư pháp tỉnh Điện Biên",
    receiverName: "Bộ Tư pháp",
    state: "submitted",
  },
  sections: [
    {
      heading: "Công tác chỉ đạo",
      kind: "text",
      words: "Đã ban hành kế hoạch.\n\nĐã phát động.",
      figures: [],
      quotes: [{ words: "Phòng đã họp hằng tuần.", sourceUnitName: "Phòng Hành chính tư pháp" }],
    },
    { heading: "Khen thưởng", kind: "figures", words: "", figures: [], quotes: [] },
    {
      heading: "Đăng ký",
      kind: "figures",
      words: "",
      figures: [
        figure("Đơn vị đã đăng ký", 12),
        figure("Người được phát động", null),
        figure("Cờ", 3, { own: { value: 4, reason: "Một cờ chưa nhập", actorName: null } }),
      ],
      quotes: [],
    },
    {
      heading: "Tồn tại",
      kind: "faults",
      words: "- Chậm gửi số liệu\n2. Thiếu minh chứng",
      figures: [],
      quotes: [],
    },
  ],
  letterhead: {
    superior: "Ủy ban nhân dân tỉnh Điện Biên",
    body: "Sở Tư pháp tỉnh Điện Biên",
    code: "STP-DBN",
  },
  signatory: { name: "Lò Văn Mẫu", title: "Giám đốc", signsFor: null },
  sourceNames: () => "Đăng ký thi đua",
  ...given,
});

test("a report in the layout of Nghị định 30/2020/NĐ-CP, its figures with their source", () => {
  expect(plainText(reviewDocument(facts())).replaceAll("\t", " | ").split("\n")).toEqual([
    "ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN",
    "SỞ TƯ PHÁP TỈNH ĐIỆN BIÊN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    `Số: ${blank}/BC-STP-DBN`,
    `Điện Biên, ngày${blank}tháng${blank}năm 2021`,
    "BÁO CÁO",
    "Sơ kết phong trào thi đua ngành Tư pháp 6 tháng đầu năm 2021",
    "Thực hiện “Phong trào thi đua ngành Tư pháp năm 2021”, Sở Tư pháp tỉnh Điện Biên báo cáo kết quả 6 tháng đầu năm 2021 (từ ngày 01/01/2021 đến ngày 30/06/2021) như sau:",
    "I. CÔNG TÁC CHỈ ĐẠO",
    "Đã ban hành kế hoạch.",
    "Đã phát động.",
    "Phòng đã họp hằng tuần. (Phòng Hành chính tư pháp)",
    "II. ĐĂNG KÝ",
    "TT | Nội dung | Kết quả | Nguồn số liệu",
    "1 | Đơn vị đã đăng ký | 12 đơn vị | Đăng ký thi đua",
    "2 | Người được phát động | chưa có số liệu | Đăng ký thi đua",
    "3 | Cờ | 4 đơn vị | Đơn vị báo cáo; hệ thống: 3 đơn vị. Lý do: Một cờ chưa nhập",
    "III. TỒN TẠI",
    "1. Chậm gửi số liệu",
    "2. Thiếu minh chứng",
    "Trên đây là báo cáo sơ kết 6 tháng đầu năm 2021 của Sở Tư pháp tỉnh Điện Biên./.",
    "GIÁM ĐỐC",
    "Lò Văn Mẫu",
    "Nơi nhận:",
    "- Bộ Tư pháp (để báo cáo);",
    "- Lưu: VT.",
  ]);
});

test("the abstract says the period once, of a half year, a year and several years", () => {
  const abstract = (given: Partial<ReportFacts["review"]>) => {
    const { title } = reviewDocument(facts({ review: { ...facts().review, ...given } }));
    return title.kind === "named" ? title.abstract : null;
  };
  expect([
    abstract({}),
    abstract({ kind: "final", to: day("2021-12-31") }),
    abstract({ kind: "final", movementName: null, to: day("2021-12-31") }),
    abstract({
      kind: "whole",
      year: 2025,
      to: day("2025-12-31"),
      movementName: "Phong trào thi đua xây dựng nông thôn mới giai đoạn 2021-2025",
    }),
  ]).toEqual([
    "Sơ kết phong trào thi đua ngành Tư pháp 6 tháng đầu năm 2021",
    "Tổng kết phong trào thi đua ngành Tư pháp năm 2021",
    "Tổng kết phong trào thi đua và công tác khen thưởng năm 2021",
    "Tổng kết phong trào thi đua xây dựng nông thôn mới giai đoạn 2021-2025",
  ]);
});

test("a deputy signs for the head, whose office stands above", () => {
  const signsFor = { capacity: "KT.", office: "Giám đốc" } as const;
  const deputy = { name: "Lò Văn Phó", title: "Phó Giám đốc", signsFor };
  expect(reviewDocument(facts({ signatory: deputy })).signatures).toEqual([
    {
      acting: [{ capacity: "KT.", office: "GIÁM ĐỐC" }],
      office: "PHÓ GIÁM ĐỐC",
      name: "Lò Văn Phó",
      signed: false,
    },
  ]);
});

test("until it is sent it says that it is a draft", () => {
  const draft = (state: "draft" | "returned" | "submitted" | "accepted") =>
    reviewDocument(facts({ review: { ...facts().review, state } })).draft;
  expect([draft("draft"), draft("returned"), draft("submitted"), draft("accepted")]).toEqual([
    "DỰ THẢO",
    "DỰ THẢO",
    null,
    null,
  ]);
});

test("headings are numbered as the law numbers them", () => {
  expect([1, 4, 9, 12, 14, 19, 23].map(roman)).toEqual(["I", "IV", "IX", "XII", "XIV", "XIX", "XXIII"]);
});

test("it prints as a Word file", async () => {
  expect((await printDocx(reviewDocument(facts()))).length).toBeGreaterThan(5000);
});
