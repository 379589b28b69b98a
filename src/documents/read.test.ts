import { crc32, deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { isRefusal } from "../platform/refusal.ts";
import { readLines } from "./read.ts";

/** Code of the refusal, or the texts of the lines. */
const outcome = async (bytes: Uint8Array): Promise<string | string[]> => {
  const read = await readLines(bytes);
  return isRefusal(read) ? read.refusal : read.map((line) => line.text);
};

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

/** A zip of these files, deflated. */
function zipOf(files: Record<string, Uint8Array>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, central, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const documentXml = (body: string): Uint8Array =>
  utf8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`);

/** A PDF of one page with this content and these further entries in its trailer. */
function pdfOf(content: string, trailer = "", objects = ""): Uint8Array {
  return latin1(
    [
      "%PDF-1.4",
      "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
      "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj",
      "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj",
      `4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
      "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj",
      objects,
      `trailer <</Root 1 0 R ${trailer}>>`,
      "%%EOF",
    ].join("\n"),
  );
}

test("plain text: UTF-8 with and without mark, UTF-16 with and without mark, composed letters", async () => {
  const text = "Kế hoạch\r\nphát động\n";
  const wide = Buffer.from(text, "utf16le");
  const swapped = Buffer.from(wide).swap16();
  const expected = ["Kế hoạch", "phát động"];
  expect(await outcome(utf8(text))).toEqual(expected);
  expect(await outcome(utf8(`\uFEFF${text}`))).toEqual(expected);
  expect(await outcome(utf8(text.normalize("NFD")))).toEqual(expected);
  expect(await outcome(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).toEqual(expected);
  expect(await outcome(Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]))).toEqual(expected);
  expect(await outcome(wide)).toEqual(expected);
});

test("old encodings are named and refused, as bytes and as letters", async () => {
  const tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. KÕ ho¹ch ph¸t ®éng thi ®ua";
  const vni =
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc. Keá hoaïch thi ñua";
  const sentence = async (bytes: Uint8Array) => {
    const read = await readLines(bytes);
    return isRefusal(read) ? read.sentence : "";
  };
  for (const bytes of [utf8(tcvn3), latin1(tcvn3)]) {
    expect(await outcome(bytes)).toBe("legacy-encoding");
    expect(await sentence(bytes)).toContain("TCVN3");
  }
  for (const bytes of [utf8(vni), latin1(vni)]) expect(await sentence(bytes)).toContain("VNI");
});

test("text in English or without marks is not taken for an old encoding", async () => {
  expect(await outcome(utf8("Ke hoach phat dong phong trao thi dua nam 2024"))).toEqual([
    "Ke hoach phat dong phong trao thi dua nam 2024",
  ]);
  expect(
    await outcome(utf8("Le café est fermé; où êtes-vous à présent? Naïve façade, crème brûlée.")),
  ).toEqual(["Le café est fermé; où êtes-vous à présent? Naïve façade, crème brûlée."]);
});

test("files that are no documents are refused by what they are, whatever their name", async () => {
  expect(await outcome(new Uint8Array())).toBe("empty-file");
  expect(await outcome(utf8(" \n\t\n"))).toBe("no-text");
  expect(await outcome(new Uint8Array(20 * 1024 * 1024 + 1))).toBe("file-too-big");
  expect(await outcome(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("old-word");
  expect(
    await outcome(
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
    ),
  ).toBe("encrypted-file");
  expect(await outcome(Buffer.from("89504e470d0a1a0a", "hex"))).toBe("not-a-document");
  expect(await outcome(latin1("{\\rtf1\\ansi K}"))).toBe("not-a-document");
  expect(await outcome(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)))).toBe(
    "not-a-document",
  );
  expect(await outcome(zipOf({ "xl/workbook.xml": utf8("<x/>") }))).toBe("not-a-document");
  expect(await outcome(zipOf({ "a.txt": utf8("x") }))).toBe("not-a-document");
});

test("a .docx that is broken, has a DOCTYPE, or unpacks to a flood is refused", async () => {
  const paragraph = "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>";
  const whole = zipOf({ "word/document.xml": documentXml(paragraph) });
  expect(await outcome(whole)).toEqual(["Kế hoạch"]);
  expect(await outcome(whole.subarray(0, whole.length - 40))).toBe("broken-file");
  expect(
    await outcome(zipOf({ "word/document.xml": utf8("<!DOCTYPE a [<!ENTITY b 'c'>]><w:document/>") })),
  ).toBe("broken-file");
  expect(await outcome(zipOf({ "word/document.xml": Buffer.alloc(100 * 1024 * 1024, 0x20) }))).toBe(
    "unpacks-too-big",
  );
});

test("a zip that lies about its size is stopped while it unpacks", async () => {
  const bomb = Buffer.from(zipOf({ "word/document.xml": Buffer.alloc(100 * 1024 * 1024, 0x20) }));
  const central = bomb.indexOf(Buffer.from("PK\x01\x02"));
  bomb.writeUInt32LE(1000, central + 24);
  expect(await outcome(bomb)).toBe("unpacks-too-big");
});

test("PDF: text comes in lines, columns with a tab; without text, with a password or broken it is refused", async () => {
  const text =
    "BT /F1 12 Tf 60 800 Td (SO TU PHAP TINH A) Tj 300 0 Td (Doc lap - Tu do) Tj -300 -16 Td (Ke hoach phat dong) Tj ET";
  expect(await outcome(pdfOf(text))).toEqual(["SO TU PHAP TINH A\tDoc lap - Tu do", "Ke hoach phat dong"]);
  expect(await outcome(pdfOf("0 0 m 9 9 l S"))).toBe("scanned-pdf");
  const secret = `6 0 obj <</Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4>> endobj`;
  expect(
    await outcome(pdfOf(text, `/Encrypt 6 0 R /ID [<${"01".repeat(16)}> <${"01".repeat(16)}>]`, secret)),
  ).toBe("encrypted-file");
  expect(await outcome(latin1("%PDF-1.7\nrubbish"))).toBe("broken-file");
});
