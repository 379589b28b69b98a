import type { Refusal } from "../platform/refusal.ts";
import { binaryFile, encryptedOffice, oldWord, otherFile } from "./read-refusals.ts";

export const BIGGEST_FILE = 20 * 1024 * 1024;

type Format = "docx" | "pdf" | "text";

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((value, index) => bytes[index] === value);

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

const OTHERS: readonly [readonly number[], string][] = [
  [[0xff, 0xd8, 0xff], "ảnh JPEG"],
  [[0x89, 0x50, 0x4e, 0x47], "ảnh PNG"],
  [[0x47, 0x49, 0x46, 0x38], "ảnh GIF"],
  [[0x49, 0x49, 0x2a, 0x00], "ảnh TIFF"],
  [[0x4d, 0x4d, 0x00, 0x2a], "ảnh TIFF"],
  [[0x42, 0x4d], "ảnh BMP"],
  [[0x52, 0x61, 0x72, 0x21], "tệp nén RAR"],
  [[0x37, 0x7a, 0xbc, 0xaf], "tệp nén 7z"],
  [[0x1f, 0x8b], "tệp nén gzip"],
  [[0x4d, 0x5a], "chương trình"],
  [[0x7f, 0x45, 0x4c, 0x46], "chương trình"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "tệp RTF"],
];

/** What the bytes are, whatever the file is called. */
export function formatOf(bytes: Uint8Array): Format | Refusal {
  if (startsWith(bytes, OLE)) return holdsEncryptedPackage(bytes) ? encryptedOffice() : oldWord();
  if (startsWith(bytes, ZIP)) return "docx";
  if (pdfStart(bytes)) return "pdf";
  const other = OTHERS.find(([signature]) => startsWith(bytes, signature));
  if (other && !(other[1] === "ảnh BMP" && looksLikeText(bytes))) return otherFile(other[1]);
  return looksLikeText(bytes) ? "text" : binaryFile();
}

/** `%PDF-` may stand after some bytes of rubbish. */
function pdfStart(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString("latin1");
  return head.includes("%PDF-");
}

/** A password-protected .docx is an OLE file with this stream, its name in UTF-16. */
const holdsEncryptedPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );

/** Text has hardly any control characters; UTF-16 has a zero in every second place. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  if (wideOrder(bytes)) return true;
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  let zeros = 0;
  for (const value of head) {
    if (value === 0) zeros += 1;
    else if (value < 9 || (value > 13 && value < 32 && value !== 0x1b)) controls += 1;
  }
  return zeros < head.length * 0.001 + 1 && controls < head.length * 0.01 + 1;
}

/** UTF-16 without a mark: spaces and Latin letters have a zero byte on one side. */
export function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.2 && even < odd / 4) return "utf-16le";
  return even > length * 0.2 && odd < even / 4 ? "utf-16be" : null;
}
