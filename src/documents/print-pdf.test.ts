import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, expect, test } from "vitest";
import { exampleDecision, exampleLetter, exampleWideList } from "./examples.ts";
import { closePrinter, type PrintedPdf, pdfWorkerEntry, printPdf } from "./print-pdf.ts";
import { unprintableIn } from "./printable.ts";
import type { OfficialDocument } from "./tree.ts";
import {
  cell,
  list,
  officialDocument,
  paragraph,
  recipient,
  recipients,
  signedBy,
  table,
} from "./tree-build.ts";

afterAll(closePrinter);

interface ReadPage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

async function readBack({ bytes }: PrintedPdf): Promise<readonly ReadPage[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : "")).join("");
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({
      text: words.replace(/\s+/gu, " ").trim(),
      width: Math.round(width),
      height: Math.round(height),
    });
  }
  await task.destroy();
  return pages;
}

const raw = ({ bytes }: PrintedPdf): string => Buffer.from(bytes).toString("latin1");

test("a decision stands on one page, its plan on the next", async () => {
  const printed = await printPdf(exampleDecision);
  const [decision, plan] = await readBack(printed);
  expect(printed.pages).toBe(2);
  expect(
    decision?.text.startsWith(
      "BỘ TƯ PHÁP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 252/QĐ-BTP Hà Nội, ngày 22 tháng 02 năm 2021 QUYẾT ĐỊNH Ban hành Kế hoạch",
    ),
  ).toBe(true);
  expect(decision?.text).toContain("chịu trách nhiệm thi hành Quyết định này./. Nơi nhận: - Như Điều 3;");
  expect(decision?.text.endsWith("KT. BỘ TRƯỞNG THỨ TRƯỞNG Nguyễn Thanh Tịnh")).toBe(true);
  // Only the first page goes without its number.
  expect(plan?.text.startsWith("2 BỘ TƯ PHÁP CỘNG HÒA")).toBe(true);
  expect(plan?.text.endsWith("chỉ đạo, giải quyết./.")).toBe(true);
});

test("the file is PDF/A-2a: tagged, titled, dated by the document, with Tinos embedded and nothing else", async () => {
  const printed = await printPdf(exampleDecision);
  const file = raw(printed);
  expect(/<pdfaid:part>(.)<\/pdfaid:part><pdfaid:conformance>(.)</u.exec(file)?.slice(1)).toEqual(["2", "A"]);
  expect(file).toContain("/MarkInfo");
  const fonts = [...file.matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/gu)].map(([, font]) => font);
  expect([...new Set(fonts)].toSorted()).toEqual([
    "Tinos-Bold",
    "Tinos-BoldItalic",
    "Tinos-Italic",
    "Tinos-Regular",
  ]);
  expect([...file.matchAll(/\/FontFile[23]/gu)].length).toBe(4);
  const task = getDocument({ data: printed.bytes.slice(), verbosity: 0 });
  const { info } = await (await task.promise).getMetadata();
  await task.destroy();
  expect(info).toMatchObject({
    Title: "QUYẾT ĐỊNH 252/QĐ-BTP: Ban hành Kế hoạch phát động phong trào thi đua ngành Tư pháp năm 2021",
    Language: "vi-VN",
    CreationDate: "D:20210222000000Z",
  });
});

test("the same document gives the same bytes", async () => {
  const [first, second] = await Promise.all([printPdf(exampleLetter), printPdf(exampleLetter)]);
  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
});

test("a công văn has its subject under the number and the draft's mark on the first page", async () => {
  const [page] = await readBack(await printPdf(exampleLetter));
  expect(page?.text).toContain(
    "V/v đôn đốc đăng ký thi đua năm 2026 DỰ THẢO Kính gửi: - Sở Tư pháp tỉnh Điện Biên;",
  );
});

test("200 rows run over landscape pages, each with the titles, the signature with the last two rows", async () => {
  const printed = await printPdf(exampleWideList);
  const pages = await readBack(printed);
  expect(printed.pages).toBe(15);
  expect(pages.map(({ width, height }) => `${width}×${height}`)).toEqual([
    "595×842",
    ...Array(14).fill("842×595"),
  ]);
  const titles = "STT Họ và tên Chức vụ Đơn vị Danh hiệu đăng ký Tiền thưởng (đồng)";
  expect(pages.slice(1).filter(({ text }) => text.includes(titles)).length).toBe(14);
  expect(pages.at(-1)?.text).toMatch(
    /^15 STT .* 199 .* 200 .* NGƯỜI LẬP BIỂU VỤ TRƯỞNG Lê Thị Hạnh Trần Văn Bình$/u,
  );
});

/** A document of so many lines, signed. */
const ofLines = (lines: number): OfficialDocument =>
  officialDocument({
    letterhead: exampleDecision.letterhead,
    title: { kind: "named", name: "THÔNG BÁO", abstract: "Kết quả" },
    body: Array.from({ length: lines }, (_, at) => paragraph(`Dòng thứ ${at + 1} của thông báo.`)),
    recipients: recipients([recipient("Như trên")], "VT"),
    signatures: [signedBy("VỤ TRƯỞNG", "Trần Văn Bình")],
  });

test("a signature never stands on a page without words of the text", async () => {
  for (let lines = 14; lines <= 28; lines += 1) {
    const last = (await readBack(await printPdf(ofLines(lines)))).at(-1);
    expect(last?.text).toContain(
      `Dòng thứ ${lines} của thông báo./. Nơi nhận: - Như trên; - Lưu: VT. VỤ TRƯỞNG Trần Văn Bình`,
    );
  }
});

test("what people wrote is never read as markup", async () => {
  const words = "#set text(red) *x* _y_ $z$ [a] `b` \\u{41} <l> @r // c /* d */ \"nháy\" & 'đơn' -- ~";
  const [page] = await readBack(await printPdf({ ...ofLines(0), body: [paragraph(words)] }));
  expect(page?.text).toContain(`${words}./.`);
});

test("boxes and ticks are drawn; a character without a shape is named before it reaches the printer", async () => {
  const ballot = officialDocument({ ...ofLines(0), body: [paragraph("☐ Đồng ý ☑ Không ☒ ✓ ✗")] });
  expect((await printPdf(ballot)).pages).toBe(1);
  expect(unprintableIn("☐ ✓ Đặng Thị Ước “…” – 100% 2.340.000 ₫")).toEqual([]);
  expect(unprintableIn("Chúc mừng 😀中😀")).toEqual(["😀", "中"]);
  await expect(printPdf({ ...ofLines(0), body: [paragraph("😀")] })).rejects.toThrow(
    /could not be displayed/u,
  );
  expect((await printPdf(ofLines(1))).pages).toBe(1);
});

test("control characters and decomposed letters leave no trace", async () => {
  const [page] = await readBack(
    await printPdf({ ...ofLines(0), body: [paragraph(`Ph\u0000ong\u200b ${"trào".normalize("NFD")}`)] }),
  );
  expect(page?.text).toContain("Phong trào./.");
});

test("joined titles and a cell longer than a page print without a warning, every word kept", async () => {
  const long = Array.from({ length: 900 }, (_, at) => `từ${at}`).join(" ");
  const sheet = table(
    [
      { title: "STT", share: 1 },
      { title: "Tên", share: 3 },
    ],
    [[cell("I. Khối cơ quan", { columns: 2 })], ["1", long], ["2", "b"], ["3", "c"], ["4", "d"]],
    { caption: "Biểu 1", head: [[cell("Danh sách", { columns: 2 })], ["STT", "Tên"]] },
  );
  const pages = await readBack(await printPdf({ ...ofLines(0), body: [sheet] }));
  const words = pages
    .map(({ text }) => text)
    .join(" ")
    .match(/từ\d+/gu);
  expect(words?.join(" ")).toBe(long);
  expect(pages.every(({ text }) => text.includes("Danh sách STT Tên"))).toBe(true);
});

test("a last paragraph or a last row longer than a page breaks, and no word of it is lost", async () => {
  const long = Array.from({ length: 1_500 }, (_, at) => `từ${at}`).join(" ");
  const columns = [
    { title: "STT", share: 1 },
    { title: "Tên", share: 9 },
  ];
  const rows = [...Array.from({ length: 5 }, () => ["1", "x"]), ["2", long]];
  for (const body of [
    [paragraph("Mở đầu."), paragraph(long)],
    [list(["một", long])],
    [table(columns, rows)],
  ]) {
    const pages = await readBack(await printPdf({ ...ofLines(0), body }));
    const words = pages.map(({ text }) => text).join(" ");
    expect(words.match(/từ\d+/gu)?.join(" ")).toBe(long);
    expect(words.endsWith("VỤ TRƯỞNG Trần Văn Bình")).toBe(true);
  }
});

test("sixty recipients and thirty signatures break over pages and none is lost", async () => {
  const names = Array.from(
    { length: 60 },
    (_, at) => `Đơn vị nhận thứ ${at + 1} trong danh sách các cơ quan nhận văn bản`,
  );
  const signers = Array.from({ length: 30 }, (_, at) => `Người Ký ${at + 1}`);
  const many = officialDocument({
    ...ofLines(3),
    recipients: recipients(
      names.map((name) => recipient(name)),
      "VT",
    ),
    signatures: signers.map((name) => signedBy("TRƯỞNG ĐƠN VỊ", name)),
  });
  const words = (await readBack(await printPdf(many))).map(({ text }) => text).join(" ");
  expect(names.filter((name) => !words.includes(`- ${name};`))).toEqual([]);
  expect(words.match(/Người Ký \d+/gu)).toEqual(signers);
});

test("closing the printer fails what it was printing, and the next document opens it again", async () => {
  const printing = expect(printPdf(exampleWideList)).rejects.toThrow("the printer's thread ended");
  await closePrinter();
  await printing;
  expect((await printPdf(exampleLetter)).pages).toBe(1);
});

test("a built program prints too, its printer beside it", async () => {
  // Inside the project, so that the bundle finds the packages it leaves outside.
  const folder = join(process.cwd(), "test-results", `printer-${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    const main = join(folder, "source.ts");
    await writeFile(
      main,
      `import { exampleLetter } from ${JSON.stringify(join(import.meta.dirname, "examples.ts"))};
       const { printPdf } = await import(${JSON.stringify(join(import.meta.dirname, "print-pdf.ts"))});
       const { pages, bytes } = await printPdf(exampleLetter);
       console.log(pages, new TextDecoder().decode(bytes.slice(0, 8)));`,
    );
    await build({
      entryPoints: { main, [pdfWorkerEntry.name]: pdfWorkerEntry.source },
      outdir: join(folder, "dist"),
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      external: ["@myriaddreamin/*"],
    });
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "dist", "main.js")]);
    expect(stdout).toBe("1 %PDF-1.7\n");
  } finally {
    await rm(folder, { recursive: true });
  }
});
