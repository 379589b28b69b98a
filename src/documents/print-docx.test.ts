import { text } from "node:stream/consumers";
import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { exampleDecision, exampleLetter, exampleWideList } from "./examples.ts";
import { printDocx } from "./print-docx.ts";
import type { OfficialDocument } from "./tree.ts";
import { officialDocument, paragraph } from "./tree-build.ts";

/** The parts of the Word file by name. */
async function reopened(document: OfficialDocument): Promise<ReadonlyMap<string, string>> {
  const archive = await fromBufferPromise(Buffer.from(await printDocx(document)), {
    lazyEntries: true,
    autoClose: false,
  });
  const parts = new Map<string, string>();
  for await (const entry of archive.eachEntry())
    parts.set(entry.fileName, await text(await archive.openReadStreamPromise(entry)));
  return parts;
}

const bodyOf = (parts: ReadonlyMap<string, string>): string => parts.get("word/document.xml") ?? "";

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, "&");

/** The text of each paragraph, table cells included, in the order of the file. */
const paragraphsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu)]
    .map(([, inner = ""]) =>
      [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/gu)]
        .map(([, words, mark]) => (mark ? " " : unescaped(words ?? "")))
        .join(""),
    )
    .filter((words) => words !== "");

test("a Word file holds what the paper holds, in its order", async () => {
  const words = paragraphsOf(bodyOf(await reopened(exampleLetter)));
  const room = "\u00a0".repeat(8);
  expect(words).toEqual([
    "BỘ TƯ PHÁP",
    "VỤ TỔ CHỨC CÁN BỘ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    `Số: ${room}/TCCB-TĐKT`,
    "V/v đôn đốc đăng ký thi đua năm 2026",
    "DỰ THẢO",
    `Hà Nội, ngày${room}tháng${room}năm 2026`,
    "Kính gửi: - Sở Tư pháp tỉnh Điện Biên;",
    "- Thi hành án dân sự tỉnh Điện Biên.",
    "Thực hiện Kế hoạch phát động phong trào thi đua ngành Tư pháp năm 2026, các cơ quan, đơn vị gửi kết quả đăng ký thi đua về Vụ Tổ chức cán bộ chậm nhất là ngày 27/02/2026. Đến nay, Vụ Tổ chức cán bộ chưa nhận được kết quả đăng ký của Quý cơ quan.",
    "Vụ Tổ chức cán bộ đề nghị Quý cơ quan gửi kết quả đăng ký thi đua trước ngày 10/3/2026 để tổng hợp, báo cáo Bộ trưởng./.",
    "Nơi nhận:",
    "- Như trên;",
    "- Bộ trưởng (để báo cáo);",
    "- Lưu: VT, TCCB.",
    "KT. VỤ TRƯỞNG",
    "PHÓ VỤ TRƯỞNG",
    "Lê Thị Hạnh",
  ]);
});

test("every part is well-formed and set in Times New Roman, 14 points, Vietnamese", async () => {
  const parts = await reopened(exampleDecision);
  for (const [name, content] of parts)
    if (/\.(xml|rels)$/u.test(name)) expect(() => new XMLParser().parse(content, true), name).not.toThrow();
  const styles = parts.get("word/styles.xml") ?? "";
  const fonts = /<w:docDefaults>.*?<w:rFonts ([^/]*)\/>/su.exec(styles)?.[1];
  expect(fonts).toBe(
    'w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman"',
  );
  expect(/<w:docDefaults>.*?<w:sz w:val="(\d+)"\/>/su.exec(styles)?.[1]).toBe("28");
  expect(/<w:docDefaults>.*?<w:lang w:val="([\w-]+)"/su.exec(styles)?.[1]).toBe("vi-VN");
});

test("sizes of the parts keep to the decree: quốc hiệu 13, recipients 11, their title 12, name 14", async () => {
  const xml = bodyOf(await reopened(exampleDecision));
  const sizeOf = (words: string) => {
    const before = xml.slice(0, xml.indexOf(`>${words}<`));
    return /.*<w:sz w:val="(\d+)"\/>/su.exec(before.slice(before.lastIndexOf("<w:r>")))?.[1] ?? "28";
  };
  expect(sizeOf("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).toBe("26");
  expect(sizeOf("Nơi nhận:")).toBe("24");
  expect(sizeOf("- Như Điều 3;")).toBe("22");
  expect(sizeOf("Nguyễn Thanh Tịnh")).toBe("28");
  expect(sizeOf("QUYẾT ĐỊNH")).toBe("28");
});

test("A4 with margins of 20, 20, 30 and 18 mm, the wide annex on its side, the number from page 2", async () => {
  const parts = await reopened(exampleWideList);
  const sections = [...bodyOf(parts).matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(([section]) => ({
    size: /<w:pgSz ([^/]*)\/>/u.exec(section)?.[1],
    margins: /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/u
      .exec(section)
      ?.slice(1),
    firstPageApart: section.includes("<w:titlePg/>"),
  }));
  const margins = ["1134", "1020", "1134", "1701"];
  expect(sections).toEqual([
    { size: 'w:w="11906" w:h="16838" w:orient="portrait"', margins, firstPageApart: true },
    { size: 'w:w="16838" w:h="11906" w:orient="landscape"', margins, firstPageApart: false },
  ]);
  const headers = [...parts].filter(([name]) => name.startsWith("word/header")).map(([, header]) => header);
  expect(
    headers.filter((header) => header.includes('<w:jc w:val="center"/>') && header.includes("PAGE")).length,
  ).toBe(2);
});

test("the titles of a long table repeat and its rows do not break; the last stay with the signature", async () => {
  const xml = bodyOf(await reopened(exampleWideList));
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)]
    .map(([row]) => row)
    .filter((row) => row.includes("STT") || row.includes("Nguyễn Thị Người"));
  expect(rows.length).toBe(201);
  expect(rows.filter((row) => row.includes("<w:tblHeader/>")).length).toBe(1);
  expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
  expect(rows.map((row) => row.includes("<w:keepNext/>"))).toEqual([
    true,
    ...Array(198).fill(false),
    true,
    true,
  ]);
});

test("what people wrote stays text, and control characters cannot break the file", async () => {
  const words = "<b>&amp; \"nháy\" 'đơn' ]]> {x}";
  const parts = await reopened(
    officialDocument({ ...exampleLetter, body: [paragraph(`${words}\u0000\u0008`)], annexes: [] }),
  );
  expect(paragraphsOf(bodyOf(parts))).toContain(`${words}./.`);
  expect(() => new XMLParser().parse(bodyOf(parts), true)).not.toThrow();
});
