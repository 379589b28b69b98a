import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { PassThrough } from "node:stream";
import { crc32, deflateRawSync } from "node:zlib";
import excel from "exceljs";
import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { exampleLetter } from "./examples.ts";
import { printDocx } from "./print-docx.ts";
import { readPasted, readSheet, type SheetColumn, writeCsv, writeXlsx } from "./spreadsheet.ts";

const COLUMNS: readonly SheetColumn[] = [
  { title: "Họ và tên", kind: "text" },
  { title: "Số định danh", kind: "text" },
  { title: "Điểm", kind: "number" },
  { title: "Ngày", kind: "day" },
];
const ROWS = [
  ["Đặng Minh Ước", "001085000123", -2.5, day("2021-02-27")],
  ['=HYPERLINK("http://x")', "+84", 100, null],
  ["Lê Thị “Hạnh”, TP; HCM", "0", null, day("2026-11-21")],
] as const;
const READ_BACK = [
  ["Họ và tên", "Số định danh", "Điểm", "Ngày"],
  ["Đặng Minh Ước", "001085000123", "-2.5", "27/02/2021"],
  ['=HYPERLINK("http://x")', "+84", "100"],
  ["Lê Thị “Hạnh”, TP; HCM", "0", "", "21/11/2026"],
];
const utf8 = (text: string) => new TextEncoder().encode(text);

test("a list written as XLSX is read back as people see it", async () => {
  const bytes = await writeXlsx(COLUMNS, ROWS);
  expect(await readSheet(bytes, "ds.xlsx")).toEqual({ name: "Danh sách", rows: READ_BACK });
});

test("a list written as CSV is read back, and nothing in it runs as a formula", async () => {
  const bytes = await writeCsv(COLUMNS, ROWS);
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
    [
      "\ufeffHọ và tên,Số định danh,Điểm,Ngày",
      "Đặng Minh Ước,001085000123,-2.5,27/02/2021",
      '"\'=HYPERLINK(""http://x"")",\'+84,100,',
      '"Lê Thị “Hạnh”, TP; HCM",0,,21/11/2026',
      "",
    ].join("\r\n"),
  );
  expect(await readSheet(bytes, "ds.csv")).toEqual({ name: "ds.csv", rows: READ_BACK });
});

test.each([
  ["semicolons", 'STT;Họ và tên\r\n1;"Nguyễn; An"\r\n'],
  ["tabs", "STT\tHọ và tên\n1\tNguyễn; An"],
  ["a stated separator", "sep=|\r\nSTT|Họ và tên\r\n1|Nguyễn; An"],
])("a CSV with %s is read", async (_separator, text) => {
  const read = await readSheet(utf8(text), "a.csv");
  const rows = [
    ["STT", "Họ và tên"],
    ["1", "Nguyễn; An"],
  ];
  expect(read).toEqual({ name: "a.csv", rows: text.startsWith("sep=") ? [[], ...rows] : rows });
});

test("rows keep the numbers they have in the file, and names become NFC", async () => {
  const text = `Danh sách\n\n${"Đặng Ước".normalize("NFD")}, x \n,,\n`;
  expect(await readSheet(utf8(text), "a.csv")).toEqual({
    name: "a.csv",
    rows: [["Danh sách"], [], ["Đặng Ước", "x"]],
  });
});

test("cells pasted from Excel keep their line breaks, and a stray quotation mark is plain text", async () => {
  expect(await readPasted('A\t"hai\ndòng"\n1\t2')).toEqual({
    name: "",
    rows: [
      ["A", "hai\ndòng"],
      ["1", "2"],
    ],
  });
  expect(await readPasted('A\t"chưa đóng\n1\t2')).toEqual({
    name: "",
    rows: [
      ["A", '"chưa đóng'],
      ["1", "2"],
    ],
  });
  expect(await readPasted(" \n")).toMatchObject({ refusal: "empty-sheet" });
});

async function workbookOf(fill: (sheet: excel.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  workbook.addWorksheet("Trống");
  fill(workbook.addWorksheet("Đăng ký"));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test("formulas, formats, links and rich text are read as Excel shows them, from the first sheet with content", async () => {
  const bytes = await workbookOf((sheet) => {
    sheet.getCell("A3").value = 1085000123;
    sheet.getCell("A3").numFmt = "000000000000";
    sheet.getCell("B3").value = { formula: "1+1", result: 2 };
    sheet.getCell("C3").value = { richText: [{ text: "Đặng " }, { font: { bold: true }, text: "Ước" }] };
    sheet.getCell("D3").value = 0.855;
    sheet.getCell("D3").numFmt = "0.0%";
    sheet.getCell("E3").value = { formula: "TODAY()", result: 44254 };
    sheet.getCell("E3").numFmt = "dd/mm/yyyy";
    sheet.getCell("F3").value = 0.1 + 0.2;
    sheet.getCell("G3").value = { text: "Cổng", hyperlink: "https://moj.gov.vn" };
    sheet.getCell("H3").value = 79085000123456;
  });
  expect(await readSheet(bytes, "a.xlsx")).toEqual({
    name: "Đăng ký",
    rows: [[], [], ["001085000123", "2", "Đặng Ước", "85.5%", "27/02/2021", "0.3", "Cổng", "79085000123456"]],
  });
});

test("20,000 rows are read and one more is refused, as is a row too wide", async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => [`${at}`]);
  const one: readonly SheetColumn[] = [{ title: "STT", kind: "text" }];
  const full = await readSheet(await writeXlsx(one, rows(19_999)), "a.xlsx");
  expect(full).toMatchObject({ name: "Danh sách" });
  expect("rows" in full ? full.rows.length : 0).toBe(20_000);
  expect(await readSheet(await writeXlsx(one, rows(20_000)), "a.xlsx")).toMatchObject({
    refusal: "too-many-rows",
  });
  expect(await readSheet(utf8("a\n".repeat(20_001)), "a.csv")).toMatchObject({ refusal: "too-many-rows" });
  const wide = await workbookOf((sheet) => {
    sheet.getCell("XFD1").value = "x";
  });
  expect(await readSheet(wide, "a.xlsx")).toMatchObject({ refusal: "too-many-rows" });
});

interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly statedSize?: number;
}

/** A zip written by hand, so that it can lie. */
function zip(parts: readonly Part[], options: { hidden?: Buffer } = {}): Uint8Array {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedSize } of parts) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(statedSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, rest, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
    if (options.hidden !== undefined && bodies.length === 1) {
      bodies.push(options.hidden);
      offset += options.hidden.length;
    }
  }
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, ...list, end]));
}

const WORKBOOK: Part = { name: "xl/workbook.xml", content: Buffer.from("<workbook/>") };

test.each([
  ["an empty file", new Uint8Array(), "empty-file", "Tệp rỗng, không có nội dung."],
  [
    "a PDF",
    utf8("%PDF-1.7 …"),
    "not-a-sheet",
    "Đây là tệp PDF, không phải bảng tính. Hãy gửi tệp Excel (.xlsx) hoặc CSV.",
  ],
  [
    "a picture",
    new Uint8Array([0x89, 0x50, 0, 0, 0]),
    "not-a-sheet",
    "Đây không phải là bảng tính. Hãy gửi tệp Excel (.xlsx) hoặc CSV.",
  ],
  [
    "a file of Excel 2003",
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]),
    "old-format",
    "Đây là tệp Office kiểu cũ (.xls, .doc). Mở bằng Excel, lưu lại thành .xlsx rồi gửi.",
  ],
  [
    "a workbook with a password",
    new Uint8Array(
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
    ),
    "encrypted",
    "Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu, lưu lại rồi gửi.",
  ],
  [
    "any other archive",
    zip([{ name: "a.txt", content: Buffer.from("a") }]),
    "not-a-sheet",
    "Đây là tệp nén, không phải bảng tính. Hãy gửi tệp Excel (.xlsx) hoặc CSV.",
  ],
  [
    "an OpenDocument sheet",
    zip([{ name: "content.xml", content: Buffer.from("a") }]),
    "other-format",
    "Bảng tính này không ở dạng .xlsx. Mở tệp, lưu lại thành .xlsx rồi gửi.",
  ],
  [
    "a broken archive",
    utf8("PK\u0003\u0004 xxxx"),
    "unreadable-sheet",
    "Tệp đã hỏng, không mở được. Hãy mở bằng Excel, lưu lại rồi gửi.",
  ],
  [
    "a text in TCVN3",
    new Uint8Array([0x48, 0xe4, 0x20, 0xb5, 0x2c, 0x61]),
    "not-utf-8",
    "Tệp văn bản không theo bảng mã Unicode (UTF-8). Trong Excel chọn Lưu thành “CSV UTF-8” hoặc .xlsx rồi gửi lại.",
  ],
])("%s is refused with a sentence that says what to do", async (_what, bytes, refusal, sentence) => {
  expect(await readSheet(bytes, "danh-sach.xlsx")).toMatchObject({ refusal, sentence });
});

test("a Word file named .xlsx is refused as what it is", async () => {
  expect(await readSheet(await printDocx(exampleLetter), "danh-sach.xlsx")).toMatchObject({
    refusal: "not-a-sheet",
    sentence: "Đây là tệp Word (.docx), không phải bảng tính. Hãy gửi tệp Excel (.xlsx) hoặc CSV.",
  });
});

test("an archive larger inside than it may be, or than it says, is refused unread", async () => {
  const zeros = Buffer.alloc(201_000_000);
  const bomb = zip([WORKBOOK, { name: "xl/sharedStrings.xml", content: zeros }]);
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await readSheet(bomb, "a.xlsx")).toMatchObject({ refusal: "too-large-inside" });
  const lying = zip([WORKBOOK, { name: "xl/sharedStrings.xml", content: zeros, statedSize: 1_000 }]);
  expect(await readSheet(lying, "a.xlsx")).toMatchObject({ refusal: "unreadable-sheet" });
});

test("a part that the archive's own list hides is refused", async () => {
  const hidden = Buffer.alloc(500, 1);
  expect(
    await readSheet(zip([WORKBOOK, { name: "b", content: Buffer.from("b") }], { hidden }), "a.xlsx"),
  ).toMatchObject({
    refusal: "unreadable-sheet",
  });
});

test("a workbook streamed by another program leaves no temporary file behind", async () => {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const writer = new excel.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  for (const name of ["Một", "Hai"]) writer.addWorksheet(name).addRow([name]).commit();
  await writer.commit();
  const before = temporaryFiles();
  expect(await readSheet(new Uint8Array(Buffer.concat(chunks)), "a.xlsx")).toEqual({
    name: "Một",
    rows: [["Một"]],
  });
  await expect.poll(temporaryFiles).toEqual(before);
});

const temporaryFiles = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`tmp-${process.pid}-`));
