import {
  AlignmentType,
  DeletedTextRun,
  Document,
  Footer,
  Header,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { expect, test } from "vitest";
import { isRefusal } from "../platform/refusal.ts";
import { linesOfDocx } from "./read-docx.ts";

const texts = async (children: (Paragraph | Table)[], options: object = {}): Promise<string[]> => {
  const bytes = await Packer.toBuffer(new Document({ numbering, sections: [{ children, ...options }] }));
  const lines = await linesOfDocx(bytes);
  if (isRefusal(lines)) throw new Error(lines.sentence);
  return lines.map((line) => line.text);
};

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
});

const numbering = {
  config: [
    {
      reference: "outline",
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, "%1."),
        level(1, LevelFormat.DECIMAL, "%2."),
        level(2, LevelFormat.DECIMAL, "%2.%3."),
      ],
    },
    { reference: "letters", levels: [level(0, LevelFormat.LOWER_LETTER, "%1)")] },
    { reference: "dashes", levels: [level(0, LevelFormat.BULLET, "-")] },
    { reference: "signs", levels: [level(0, LevelFormat.BULLET, "\uF0B7")] },
  ],
};

const numbered = (text: string, reference: string, at = 0) =>
  new Paragraph({ text, numbering: { reference, level: at } });

test("automatic numbers count as text, level below level", async () => {
  expect(
    await texts([
      numbered("MỤC ĐÍCH", "outline"),
      numbered("Một", "outline", 1),
      numbered("Hai", "outline", 1),
      numbered("Sâu hơn", "outline", 2),
      numbered("Sâu nữa", "outline", 2),
      numbered("NỘI DUNG", "outline"),
      numbered("Lại từ một", "outline", 1),
      numbered("chữ cái", "letters"),
      numbered("chữ cái", "letters"),
      numbered("gạch", "dashes"),
      numbered("chấm", "signs"),
    ]),
  ).toEqual([
    "I. MỤC ĐÍCH",
    "1. Một",
    "2. Hai",
    "2.1. Sâu hơn",
    "2.2. Sâu nữa",
    "II. NỘI DUNG",
    "1. Lại từ một",
    "a) chữ cái",
    "b) chữ cái",
    "- gạch",
    "- chấm",
  ]);
});

test("a line break begins a line, a tab stays a tab, capitals set as format are capitals", async () => {
  expect(
    await texts([
      new Paragraph({ children: [new TextRun("KẾ HOẠCH"), new TextRun({ text: "Phát động", break: 1 })] }),
      new Paragraph({ children: [new TextRun("Số: 1/KH-STP\tHà Nội")] }),
      new Paragraph({ children: [new TextRun({ text: "Giám đốc", allCaps: true })] }),
    ]),
  ).toEqual(["KẾ HOẠCH", "Phát động", "Số: 1/KH-STP\tHà Nội", "GIÁM ĐỐC"]);
});

test("what track changes deleted is gone and what they inserted stays", async () => {
  const mark = { id: 1, author: "văn thư", date: "2024-01-01T00:00:00Z" };
  expect(
    await texts([
      new Paragraph({
        children: [
          new TextRun("trước ngày "),
          new DeletedTextRun({ text: "30/01/2024", ...mark }),
          new InsertedTextRun({ text: "15/02/2024", ...mark }),
        ],
      }),
    ]),
  ).toEqual(["trước ngày 15/02/2024"]);
});

const cell = (...lines: string[]) => new TableCell({ children: lines.map((text) => new Paragraph(text)) });
const row = (...cells: TableCell[]) => new TableRow({ children: cells });

test("a layout table is read cell by cell, a data table row by row", async () => {
  expect(
    await texts([
      new Table({
        rows: [
          row(cell("BỘ TƯ PHÁP"), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")),
          row(cell("Số: 3/KH-BTP"), cell("Hà Nội, ngày 02 tháng 01 năm 2024")),
        ],
      }),
      new Table({
        rows: [row(cell("TT"), cell("Việc"), cell("Hạn")), row(cell("1"), cell("Đăng ký"), cell("28/02"))],
      }),
    ]),
  ).toEqual([
    "BỘ TƯ PHÁP",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "",
    "Số: 3/KH-BTP\tHà Nội, ngày 02 tháng 01 năm 2024",
    "TT\tViệc\tHạn",
    "1\tĐăng ký\t28/02",
  ]);
});

test("text of headers comes first and of footers last; page numbers give none", async () => {
  const pageNumber = new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  expect(
    await texts([new Paragraph("Nội dung")], {
      headers: { default: new Header({ children: [new Paragraph("DỰ THẢO"), pageNumber] }) },
      footers: { default: new Footer({ children: [new Paragraph("Bản điện tử")] }) },
    }),
  ).toEqual(["DỰ THẢO", "Nội dung", "Bản điện tử"]);
});

test("text whose marks are letters of their own comes out composed", async () => {
  expect(await texts([new Paragraph("Kế hoạch".normalize("NFD"))])).toEqual(["Kế hoạch"]);
});
