import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readLines } from "../documents/read.ts";
import { officialCalendar } from "../platform/holidays.ts";
import { isRefusal } from "../platform/refusal.ts";
import { readPlan } from "./plan-assembly.ts";
import type { PlanReading } from "./plan-reading.ts";

/** Invented papers in the layouts of many bodies; what each must give is written here from the paper itself. */
async function reading(file: string): Promise<PlanReading> {
  const lines = await readLines(readFileSync(`fixtures/plans/${file}`));
  if (isRefusal(lines)) throw new Error(lines.sentence);
  return readPlan(lines, officialCalendar());
}

const head = (found: PlanReading) =>
  found.documents.map(({ kind, number, symbol, issuer, place, issuedOn }) => [
    kind,
    number,
    symbol,
    issuer,
    place,
    issuedOn,
  ]);

const due = (found: PlanReading) =>
  found.deadlines.map(({ raw, date, inclusive, audience, what }) => [raw, date, inclusive, audience, what]);

const phases = (found: PlanReading) => found.phases.map(({ name, from, to }) => [name, from, to]);

const told = (found: PlanReading, severity: "block" | "warn") =>
  found.findings.filter((each) => each.severity === severity).map((each) => [each.line, each.code, each.raw]);

const outline = (found: PlanReading) =>
  found.contents.map(({ label, level }) => `${level}:${label}`).join(" ");

test("a Party committee's plan: 71-KH/ĐU, T/M, stars, `I-` and `1-`", async () => {
  const found = await reading("dang-uy-71-kh.txt");
  expect(head(found)).toEqual([["KE_HOACH", "71", "KH/ĐU", "Đảng ủy Sở Tư pháp", "Phủ Lý", "2024-02-05"]]);
  expect(found.documents[0]?.grounds).toEqual([
    "Chỉ thị số 34-CT/TW, ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng",
    "Hướng dẫn số 15-HD/ĐUK, ngày 20/01/2024 của Đảng ủy Khối",
  ]);
  expect(found.documents[0]?.recipients).toEqual([
    { name: "Đảng ủy Khối các cơ quan tỉnh", purpose: "để b/c" },
    { name: "Các chi bộ trực thuộc", purpose: "để thực hiện" },
    { name: "Lưu Văn phòng Đảng ủy", purpose: null },
  ]);
  expect(found.documents[0]?.signatory).toEqual({
    capacity: "T/M BAN CHẤP HÀNH",
    role: "BÍ THƯ",
    name: "Trần Thị Minh Hạnh",
  });
  expect(found.movement.theme).toBe("Kỷ cương, trách nhiệm, sáng tạo, hiệu quả");
  expect(outline(found)).toBe("1:I 2:1 2:2 1:II 2:1 2:2 1:III 2:1 2:2");
  expect(due(found)).toEqual([
    ["chậm nhất ngày 29/02/2023", null, true, "Các chi bộ trực thuộc", "đăng ký thi đua"],
    ["trước ngày 20/12", "2024-12-20", false, "Văn phòng Đảng ủy", "tổng hợp, báo cáo Ban Thường vụ Đảng ủy"],
  ]);
  expect(told(found, "block")).toEqual([[22, "impossible-date", "29/02/2023"]]);
  expect(found.targets.map(({ value, unit }) => [value, unit])).toEqual([
    [100, "%"],
    [90, "%"],
  ]);
});

test("a trade union's guidance: parts, letters, a motto, a period, an hour on a holiday", async () => {
  const found = await reading("cong-doan-nganh-huong-dan.txt");
  expect(head(found)).toEqual([
    ["HUONG_DAN", "09", "HD-CĐVC", "Công đoàn Viên chức Việt Nam", "Hà Nội", "2025-03-12"],
  ]);
  const { year, from, to, name, motto, theme } = found.movement;
  expect([year, from, to, theme]).toEqual([null, 2025, 2028, null]);
  expect(name).toBe("Đoàn viên, viên chức, lao động thi đua đổi mới, sáng tạo, hiệu quả");
  expect(motto).toBe("Mỗi đoàn viên một việc làm tốt");
  expect(outline(found)).toBe("1:PHẦN I 2:1 2:2 1:PHẦN II 2:1 3:a 3:b 2:2 2:3");
  expect(due(found)).toEqual([
    ["trước 17 giờ 00 ngày 30/4/2025", "2025-04-30", true, "Công đoàn các bộ, ngành", "đăng ký"],
    ["trước ngày 15/4/2025", "2025-04-15", false, "Công đoàn cơ sở trực thuộc", null],
    ["trong tháng 6 năm 2026", null, true, null, "báo cáo sơ kết"],
    ["trước ngày 30/11/2028", "2028-11-30", false, null, "báo cáo tổng kết"],
  ]);
  expect(told(found, "warn")).toEqual([[31, "deadline-on-day-off", "trước 17 giờ 00 ngày 30/4/2025"]]);
});

test("an official letter whose columns ran together: V/v in two lines, a weekday that isn't, 31/9", async () => {
  const found = await reading("cuc-thads-cong-van.txt");
  expect(head(found)).toEqual([
    ["CONG_VAN", "215", "CTHADS-VP", "Cục Thi hành án dân sự tỉnh Gia Lai", "Gia Lai", "2023-01-31"],
  ]);
  expect(found.documents[0]?.title).toBe("phát động phong trào thi đua và đăng ký thi đua năm 2023");
  expect(found.documents[0]?.recipients.map((recipient) => recipient.name)).toEqual([
    "Như trên",
    "Tổng cục THADS",
    "Cục trưởng",
    "Lưu: VT, VP",
  ]);
  expect(found.documents[0]?.signatory).toEqual({
    capacity: "KT. CỤC TRƯỞNG",
    role: "PHÓ CỤC TRƯỞNG",
    name: "Rơ Châm Hùng",
  });
  expect([found.movement.theme, found.movement.themeOwner]).toEqual([
    "Thi hành án Gia Lai đoàn kết, vượt khó, hoàn thành vượt chỉ tiêu năm 2023",
    "document",
  ]);
  expect(due(found).map(([raw, date, inclusive]) => [raw, date, inclusive])).toEqual([
    ["chậm nhất là thứ Sáu, ngày 16/02/2023", "2023-02-16", true],
    ["trước ngày 28/02/2023", "2023-02-28", false],
    ["trước ngày 15/6", "2023-06-15", false],
    ["trước ngày 31/9", null, false],
  ]);
  expect(told(found, "block")).toEqual([[17, "impossible-date", "31/9"]]);
  expect(told(found, "warn")).toEqual([[15, "weekday-mismatch", "16/02/2023"]]);
  expect(found.findings.filter((each) => each.code === "foreign-theme").map((each) => each.raw)).toEqual([
    "Toàn ngành Tư pháp đoàn kết, kỷ cương, năng động, sáng tạo năm 2023",
  ]);
});

test("a draft decision by articles: no number, no day, a circular that wasn't there yet", async () => {
  const found = await reading("so-noi-vu-quyet-dinh-dieu.txt");
  expect(head(found)).toEqual([["QUYET_DINH", null, "QĐ-SNV", "Sở Nội vụ", "Quảng Nam", null]]);
  expect(found.documents[0]?.grounds).toEqual([
    "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
    "Thông tư số 01/2024/TT-BNV ngày 24 tháng 02 năm 2024 của Bộ trưởng Bộ Nội vụ",
    "Theo đề nghị của Chánh Văn phòng Sở",
  ]);
  expect(found.documents[0]?.signatory).toEqual({
    capacity: null,
    role: "Q. GIÁM ĐỐC",
    name: "Trần Thị Kim Hoa",
  });
  expect(outline(found)).toBe("1:Điều 1 1:Điều 2 2:1 2:2 1:Điều 3 1:Điều 4");
  expect(phases(found)).toEqual([["đợt thi đua cao điểm", "2022-03-24", "2022-09-02"]]);
  const bound = "Trưởng các phòng, Thủ trưởng đơn vị trực thuộc";
  expect(due(found)).toEqual([
    ["trước ngày 10/3/2022", "2022-03-10", false, bound, "đăng ký thi đua"],
    ["chậm nhất ngày 09/9/2022", "2022-09-09", true, bound, "báo cáo kết quả"],
  ]);
  expect(told(found, "warn")).toEqual([[12, "law-not-yet-in-force", "Thông tư số 01/2024/TT-BNV"]]);
});

test("a university's plan: parts, capitals A and B, three phases of which two overlap", async () => {
  const found = await reading("truong-dai-hoc-nghi-quyet-phan.txt");
  expect(head(found)).toEqual([
    ["KE_HOACH", "1045", "KH-ĐHLHN", "Trường Đại học Luật Hà Nội", "Hà Nội", "2025-09-08"],
  ]);
  expect(found.documents[0]?.signatory).toEqual({
    capacity: null,
    role: "HIỆU TRƯỞNG",
    name: "PGS.TS. Tô Văn Hòa",
  });
  expect(outline(found)).toBe("1:Phần thứ nhất 2:A 3:1 2:B 3:1 3:2 1:Phần thứ hai 2:I 2:II 3:1 3:2 3:3");
  expect(phases(found)).toEqual([
    ["Đợt 1", "2025-09-05", "2025-11-20"],
    ["Đợt 2", "2025-11-15", "2026-05-19"],
    ["Đợt 3", "2026-05-20", "2026-06-30"],
  ]);
  expect(due(found)).toEqual([
    ["định kỳ hằng quý", null, true, "Phòng Tổ chức cán bộ", "tổng hợp, báo cáo Hiệu trưởng"],
    ["hạn cuối 30/9/2025", "2025-09-30", true, "Các khoa, bộ môn, trung tâm", "đăng ký thi đua"],
  ]);
  expect(told(found, "warn")).toEqual([[19, "phase-overlap", "ngày 20/11/2025 – từ ngày 15/11/2025"]]);
});

test("a decision with its plan: signature before the recipients, page numbers inside sentences", async () => {
  const found = await reading("bo-quyet-dinh-kem-ke-hoach.txt");
  expect(head(found)).toEqual([
    ["QUYET_DINH", "236", "QĐ-BTP", "Bộ Tư pháp", "Hà Nội", "2023-02-27"],
    ["KE_HOACH", null, null, "Bộ Tư pháp", null, null],
  ]);
  expect(found.documents[0]?.signatory).toEqual({
    capacity: "TUQ. BỘ TRƯỞNG",
    role: "VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ",
    name: "Phan Thị Hồng Hà",
  });
  expect(outline(found)).toBe("1:I 1:II 2:1 3:1.1 3:1.2 2:2 1:III 1:IV 2:1 3:a 3:b 2:2 2:3");
  expect(found.movement.theme).toBe(
    "Cơ quan tư pháp địa phương thi đua nâng cao chất lượng công tác hộ tịch, chứng thực",
  );
  expect(due(found)).toEqual([
    ["trước ngày 31/12/2024", "2024-12-31", false, null, "hoàn thành số hóa 100% sổ hộ tịch"],
    ["trước ngày 10/11/2023", "2023-11-10", false, "Sở Tư pháp", "hồ sơ đề nghị khen thưởng"],
    [
      "chậm nhất Chủ nhật, ngày 19/11/2023",
      "2023-11-19",
      true,
      "Sở Tư pháp các tỉnh, thành phố thuộc Khu vực miền Trung",
      "bổ sung",
    ],
    [
      "trong tháng 12 năm 2023",
      null,
      true,
      "Vụ Tổ chức cán bộ",
      "tổng hợp kết quả, trình Lãnh đạo Bộ xem xét, khen thưởng",
    ],
  ]);
  expect(told(found, "block")).toEqual([]);
});

test("a youth union's plan: an impossible day of issue, months for ends, a name in capitals", async () => {
  const found = await reading("doan-thanh-nien-nghi-quyet.txt");
  const [plan] = found.documents;
  expect([plan?.number, plan?.symbol, plan?.issuedOn]).toEqual(["12", "KH/ĐTNK-VP", null]);
  expect(plan?.signatory.name).toBe("NGUYỄN ĐỨC MINH");
  expect(outline(found)).toBe("1:I 2:1 2:2 1:II 1:III 2:Thứ nhất 2:Thứ hai");
  expect(phases(found)).toEqual([
    ["Giai đoạn 1", "2022-03-01", "2023-12-31"],
    ["Giai đoạn 2", "2024-03-01", "2025-12-31"],
  ]);
  expect(told(found, "warn")).toEqual([
    [3, "impossible-date", "ngày 30 tháng 02 năm 2022"],
    [17, "phase-gap", "hết tháng 12/2023 – từ tháng 3/2024"],
  ]);
  expect(found.deadlines.map((deadline) => deadline.event ?? deadline.date)).toEqual([
    "2022-11-15",
    "trong vòng 10 ngày kể từ ngày nhận đủ báo cáo",
  ]);
});

test("a cluster's plan out of Markdown: glued bold, a table of contents, a digital signature", async () => {
  const found = await reading("khoi-thi-dua-markdown.txt");
  expect(head(found)).toEqual([
    [
      "KE_HOACH",
      "01",
      "KH-KTĐNC",
      "Khối thi đua các cơ quan nội chính tỉnh Cao Bằng",
      "Cao Bằng",
      "2025-01-20",
    ],
  ]);
  expect(found.documents[0]?.title).toBe("Hoạt động của Khối thi đua các cơ quan nội chính năm 2025");
  expect(outline(found)).toBe("1:I 2:1 1:II 2:1 2:2 2:3");
  expect(due(found).map(([raw, , , audience, what]) => [raw, audience, what])).toEqual([
    ["trước ngày 10/02/2025", "Các đơn vị thành viên", "bản đăng ký giao ước"],
    ["chậm nhất ngày 29/11/2025", "Các đơn vị", "tự chấm điểm, gửi Trưởng Khối và Phó Trưởng Khối"],
    ["trong quý IV năm 2025", "Trưởng Khối", "họp bình xét"],
    ["trước ngày 15/6/2025", "Trưởng Khối", "báo cáo 6 tháng"],
    ["trước ngày 05/01/2025", "Trưởng Khối", "báo cáo năm"],
  ]);
  expect(told(found, "warn").map(([line, code]) => `${line} ${code}`)).toEqual([
    "24 deadline-on-day-off",
    "28 deadline-on-day-off",
    "32 deadline-on-day-off",
    "32 deadline-on-day-off",
    "32 deadline-before-issue",
    "40 misspelt-office",
  ]);
  expect(found.findings.filter((each) => each.code === "furniture-dropped").map((each) => each.line)).toEqual(
    [44, 45, 46],
  );
});

test("a news item that gives a number: one document with what it gives, other news not read", async () => {
  const found = await reading("tin-bao-co-so.txt");
  expect([found.nature, found.movement.year, found.movement.themeOwner]).toEqual([
    "news-article",
    2024,
    "document",
  ]);
  expect(head(found)).toEqual([["KE_HOACH", "125", "KH-BNV", "Bộ Nội vụ", null, null]]);
  expect(phases(found)).toEqual([
    ["Đợt 1", "2024-01-01", "2024-06-30"],
    ["Đợt 2", "2024-07-15", "2024-12-31"],
  ]);
  expect(told(found, "block")).toEqual([]);
  expect(told(found, "warn")).toEqual([[7, "phase-gap", "30/6/2024 – từ 15/7/2024"]]);
});

test("an appeal: a theme after “phát động phong trào thi đua:”, a motto apart", async () => {
  const found = await reading("loi-keu-goi.txt");
  expect([found.nature, found.documents[0]?.kind, found.documents[0]?.issuer]).toEqual([
    "speech",
    "PHAT_DONG",
    "Công đoàn Viên chức tỉnh",
  ]);
  expect([found.movement.theme, found.movement.motto, found.movement.name]).toEqual([
    "Sáng tạo trong công vụ, tận tụy vì nhân dân",
    "Nói đi đôi với làm",
    null,
  ]);
  expect(outline(found)).toBe("1:Thứ nhất 1:Thứ hai");
});

test("a province's plan as PDF: columns, wrapped lines, a name in the title, 31/6", async () => {
  const found = await reading("ubnd-tinh-lang-son.pdf");
  expect(head(found)).toEqual([
    ["KE_HOACH", "187", "KH-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", "Lạng Sơn", "2024-03-15"],
  ]);
  expect(found.documents[0]?.title).toBe(
    "Tổ chức phong trào thi đua “Lạng Sơn chung sức xóa nhà tạm, nhà dột nát” năm 2024",
  );
  expect(found.documents[0]?.recipients).toHaveLength(5);
  expect(found.documents[0]?.signatory).toEqual({
    capacity: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
    role: "PHÓ CHỦ TỊCH",
    name: "Nông Văn Bình",
  });
  expect([found.movement.name, found.movement.theme]).toEqual([
    "Lạng Sơn chung sức xóa nhà tạm, nhà dột nát",
    "Đoàn kết, sáng tạo, thi đua hoàn thành xuất sắc các chỉ tiêu kinh tế - xã hội",
  ]);
  expect(outline(found)).toBe("1:I 2:1 2:2 1:II 2:1 2:2 1:III 2:1 2:2");
  expect(phases(found)).toEqual([
    ["Đợt 1", "2024-03-15", "2024-08-31"],
    ["Đợt 2", "2024-09-01", "2024-12-31"],
  ]);
  expect(told(found, "block").map(([, code, raw]) => [code, raw])).toEqual([
    ["impossible-date", "31/6/2024"],
  ]);
  expect(due(found).map(([raw, , , , what]) => [raw, what])).toEqual([
    ["trước ngày 31 tháng 3 năm 2024", "bản đăng ký thi đua"],
    ["chậm nhất ngày 31/6/2024", "báo cáo sơ kết"],
    ["trước ngày 15/12/2024", "tổng hợp, báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện"],
  ]);
});
