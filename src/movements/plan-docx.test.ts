import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { expect, test } from "vitest";
import { isRefusal } from "../platform/refusal.ts";
import { readLaunchDocument } from "./plan-read.thread.ts";

const cell = (...lines: string[]) => new TableCell({ children: lines.map((text) => new Paragraph(text)) });
const row = (...cells: TableCell[]) => new TableRow({ children: cells });
const heading = (text: string, level: number) =>
  new Paragraph({ text, numbering: { reference: "outline", level } });

/** A plan of a department as Word makes it: tables for head and foot, automatic numbers, a schedule in an annex. */
const plan = new Document({
  numbering: {
    config: [
      {
        reference: "outline",
        levels: [LevelFormat.UPPER_ROMAN, LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER].map(
          (format, level) => ({
            level,
            format,
            text: level === 2 ? "%3)" : `%${level + 1}.`,
            alignment: AlignmentType.START,
          }),
        ),
      },
    ],
  },
  sections: [
    {
      children: [
        new Table({
          rows: [
            row(
              cell("UBND TỈNH TUYÊN QUANG", "SỞ TƯ PHÁP"),
              cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            ),
            row(cell("Số: 08/KH-STP"), cell("Tuyên Quang, ngày 09 tháng 01 năm 2026")),
          ],
        }),
        new Paragraph({
          children: [
            new TextRun({ text: "kế hoạch", allCaps: true, bold: true }),
            new TextRun({ text: "Phát động phong trào thi đua “Tư pháp Tuyên Quang", break: 1, bold: true }),
            new TextRun({ text: "đồng hành cùng cơ sở” năm 2026", break: 1, bold: true }),
          ],
        }),
        new Paragraph(
          "Thực hiện Kế hoạch số 01/KH-BTP ngày 02/01/2026 của Bộ Tư pháp, Sở Tư pháp xây dựng Kế hoạch:",
        ),
        heading("MỤC ĐÍCH", 0),
        heading("Tạo khí thế thi đua sôi nổi.", 1),
        heading("CHỈ TIÊU", 0),
        heading("Trên 98% hồ sơ giải quyết trước hạn.", 1),
        heading("TỔ CHỨC THỰC HIỆN", 0),
        heading("Các đợt thi đua", 1),
        heading("Đợt 1: từ ngày ban hành đến 30/6/2026", 2),
        heading("Đợt 2: từ 01/7/2026 đến hết năm", 2),
        heading("Trách nhiệm", 1),
        heading("Trưởng các phòng gửi bản đăng ký về Văn phòng Sở chậm nhất ngày 17/02/2026.", 2),
        heading("Văn phòng Sở tổng hợp, báo cáo Giám đốc Sở trong quý I.", 2),
        new Table({
          rows: [
            row(
              cell("Nơi nhận:", "- Bộ Tư pháp (để b/c);", "- Các phòng thuộc Sở;", "- Lưu: VT, VP."),
              cell("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Hà Thị Vân"),
            ),
          ],
        }),
        new Paragraph("PHỤ LỤC"),
        new Table({
          rows: [
            row(cell("TT"), cell("Nội dung công việc"), cell("Đơn vị chủ trì"), cell("Thời hạn")),
            row(cell("1"), cell("Sơ kết phong trào"), cell("Văn phòng Sở"), cell("Trước 31/6/2026")),
            row(cell("2"), cell("Tổng kết phong trào"), cell("Văn phòng Sở"), cell("Tháng 12/2026")),
          ],
        }),
      ],
    },
  ],
});

test("a department's plan as Word makes it", async () => {
  const read = await readLaunchDocument(await Packer.toBuffer(plan), "ke-hoach.pdf");
  if (isRefusal(read)) throw new Error(read.sentence);
  const { documents, movement, contents, phases, deadlines, findings } = read.reading;
  const { lines: _, ...document } = documents[0] ?? { lines: null };
  expect(document).toEqual({
    kind: "KE_HOACH",
    number: "08",
    symbol: "KH-STP",
    issuer: "Sở Tư pháp",
    issuerDerived: false,
    place: "Tuyên Quang",
    issuedOn: "2026-01-09",
    title: "Phát động phong trào thi đua “Tư pháp Tuyên Quang đồng hành cùng cơ sở” năm 2026",
    grounds: ["Kế hoạch số 01/KH-BTP ngày 02/01/2026 của Bộ Tư pháp"],
    recipients: [
      { name: "Bộ Tư pháp", purpose: "để b/c" },
      { name: "Các phòng thuộc Sở", purpose: null },
      { name: "Lưu: VT, VP", purpose: null },
    ],
    signatory: { capacity: "KT. GIÁM ĐỐC", role: "PHÓ GIÁM ĐỐC", name: "Hà Thị Vân" },
  });
  expect([movement.name, movement.year]).toEqual(["Tư pháp Tuyên Quang đồng hành cùng cơ sở", 2026]);
  expect(contents.map(({ label, level }) => `${level}:${label}`).join(" ")).toBe(
    "1:I 2:1 1:II 2:1 1:III 2:1 3:a 3:b 2:2 3:a 3:b",
  );
  expect(phases.map(({ name, from, to, fromRaw }) => [name, from, to, fromRaw])).toEqual([
    ["Đợt 1", null, "2026-06-30", "từ ngày ban hành"],
    ["Đợt 2", "2026-07-01", "2026-12-31", "từ 01/7/2026"],
  ]);
  expect(deadlines.map(({ raw, date, audience, what }) => [raw, date, audience, what])).toEqual([
    ["chậm nhất ngày 17/02/2026", "2026-02-17", "Trưởng các phòng", "bản đăng ký"],
    ["trong quý I", null, "Văn phòng Sở", "tổng hợp, báo cáo Giám đốc Sở"],
    ["Trước 31/6/2026", null, "Văn phòng Sở", "sơ kết phong trào"],
    ["Tháng 12/2026", null, "Văn phòng Sở", "tổng kết phong trào"],
  ]);
  expect(findings.map(({ severity, code, raw }) => [severity, code, raw])).toEqual([
    ["info", "year-inferred", "hết năm"],
    ["warn", "deadline-on-day-off", "chậm nhất ngày 17/02/2026"],
    ["info", "event-bound", "trong quý I"],
    ["block", "impossible-date", "31/6/2026"],
    ["info", "event-bound", "Tháng 12/2026"],
  ]);
});
