import type { Entry, ZipFile } from "yauzl";
import { type Refusal, refuse } from "../platform/refusal.ts";

const MOST_BYTES = 20_000_000;
const MOST_INFLATED = 200_000_000;
const MOST_PARTS = 2_000;
/** A data descriptor after a part's bytes; more room than this hides something. */
const GAP_BETWEEN_PARTS = 24;

const ASK_FOR_XLSX = "Hãy gửi tệp Excel (.xlsx) hoặc CSV.";

/**
 * What an upload is by its content, never by its name: exceljs opens a Word file without a word, and a
 * small archive may hold more than the machine can.
 */
export async function kindOf(bytes: Uint8Array): Promise<"xlsx" | "text" | Refusal> {
  if (bytes.length === 0) return refuse("empty-file", "Tệp rỗng, không có nội dung.");
  if (bytes.length > MOST_BYTES)
    return refuse("too-large", "Tệp lớn hơn 20 MB; hãy chia thành nhiều tệp nhỏ hơn.");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return lookInside(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return oldOffice(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return refuse("not-a-sheet", `Đây là tệp PDF, không phải bảng tính. ${ASK_FOR_XLSX}`);
  if (bytes.subarray(0, 4_096).includes(0) && !startsWith(bytes, [0xff, 0xfe]))
    return refuse("not-a-sheet", `Đây không phải là bảng tính. ${ASK_FOR_XLSX}`);
  return "text";
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Office before 2007, and today's files under a password, share one container. */
function oldOffice(bytes: Uint8Array): Refusal {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
  return encrypted
    ? refuse("encrypted", "Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu, lưu lại rồi gửi.")
    : refuse(
        "old-format",
        "Đây là tệp Office kiểu cũ (.xls, .doc). Mở bằng Excel, lưu lại thành .xlsx rồi gửi.",
      );
}

async function lookInside(bytes: Uint8Array): Promise<"xlsx" | Refusal> {
  const { fromBufferPromise } = await import("yauzl");
  const broken = refuse(
    "unreadable-sheet",
    "Tệp đã hỏng, không mở được. Hãy mở bằng Excel, lưu lại rồi gửi.",
  );
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const archive = await fromBufferPromise(buffer, {
      lazyEntries: true,
      validateEntrySizes: true,
      autoClose: false,
    });
    const parts: Entry[] = [];
    for await (const part of archive.eachEntry()) {
      parts.push(part);
      if (parts.length > MOST_PARTS) return broken;
    }
    if (parts.some((part) => part.isEncrypted()))
      return refuse("encrypted", "Tệp nén có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.");
    const other = otherDocument(new Set(parts.map((part) => part.fileName)));
    if (other !== null) return other;
    if (!(await withinSize(archive, parts)))
      return refuse(
        "too-large-inside",
        "Tệp nén chứa quá nhiều nội dung (hơn 200 MB khi mở); hãy chia nhỏ rồi gửi lại.",
      );
    return (await allListed(archive, parts, buffer)) ? "xlsx" : broken;
  } catch {
    return broken;
  }
}

function otherDocument(names: ReadonlySet<string>): Refusal | null {
  if (names.has("xl/workbook.xml")) return null;
  if (names.has("word/document.xml"))
    return refuse("not-a-sheet", `Đây là tệp Word (.docx), không phải bảng tính. ${ASK_FOR_XLSX}`);
  if (names.has("ppt/presentation.xml"))
    return refuse("not-a-sheet", `Đây là tệp trình chiếu, không phải bảng tính. ${ASK_FOR_XLSX}`);
  if (names.has("xl/workbook.bin") || names.has("content.xml"))
    return refuse("other-format", "Bảng tính này không ở dạng .xlsx. Mở tệp, lưu lại thành .xlsx rồi gửi.");
  return refuse("not-a-sheet", `Đây là tệp nén, không phải bảng tính. ${ASK_FOR_XLSX}`);
}

/** Unpacks every part and counts, since the sizes an archive states may be false. */
async function withinSize(archive: ZipFile, parts: readonly Entry[]): Promise<boolean> {
  const stated = parts.reduce((sum, part) => sum + part.uncompressedSize, 0);
  if (stated > MOST_INFLATED) return false;
  for (const part of parts) {
    const stream = await archive.openReadStreamPromise(part);
    // yauzl ends the stream with an error as soon as a part is longer than it states.
    for await (const _ of stream);
  }
  return true;
}

/** exceljs walks the bytes, not the list of parts: between the listed parts nothing else may stand. */
async function allListed(archive: ZipFile, parts: readonly Entry[], buffer: Buffer): Promise<boolean> {
  const inOrder = [...parts].sort(
    (left, right) => left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader,
  );
  let end = 0;
  for (const part of inOrder) {
    if (part.relativeOffsetOfLocalHeader - end > GAP_BETWEEN_PARTS) return false;
    const { fileDataStart } = await archive.readLocalFileHeaderPromise(part, { minimal: true });
    end = fileDataStart + part.compressedSize;
  }
  const list = buffer.readUInt32LE(buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) + 16);
  return list - end <= GAP_BETWEEN_PARTS;
}
