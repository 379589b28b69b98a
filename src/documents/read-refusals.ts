import { type Refusal, refuse } from "../platform/refusal.ts";

/** Why a file can't be read as a document: one sentence each, saying what to do. */
export const emptyFile = (): Refusal => refuse("empty-file", "Tệp rỗng, không có gì để đọc.");

export const tooBig = (): Refusal =>
  refuse("file-too-big", "Tệp lớn hơn 20 MB; hãy tách hoặc nén hình trong tệp rồi thử lại.");

export const unpacksTooBig = (): Refusal =>
  refuse("unpacks-too-big", "Tệp nén bung ra quá lớn nên không được mở; hãy kiểm tra lại tệp.");

export const oldWord = (): Refusal =>
  refuse("old-word", "Đây là tệp Word đời cũ (.doc); hãy mở bằng Word và lưu lại thành .docx hoặc .pdf.");

export const encryptedOffice = (): Refusal =>
  refuse("encrypted-file", "Tệp Word được đặt mật khẩu; hãy gỡ mật khẩu rồi thử lại.");

export const encryptedPdf = (): Refusal =>
  refuse("encrypted-file", "Tệp PDF được đặt mật khẩu; hãy gỡ mật khẩu rồi thử lại.");

export const scannedPdf = (): Refusal =>
  refuse("scanned-pdf", "Tệp PDF chỉ có hình quét, không có chữ; hãy dùng bản có chữ hoặc nhập tay.");

export const brokenPdf = (): Refusal => refuse("broken-file", "Tệp PDF hỏng, không mở được.");

export const brokenDocx = (): Refusal => refuse("broken-file", "Tệp Word (.docx) hỏng, không mở được.");

export const otherFile = (what: string): Refusal =>
  refuse("not-a-document", `Tệp này là ${what}, không phải văn bản; chỉ đọc được .docx, .pdf và .txt.`);

export const binaryFile = (): Refusal =>
  refuse("not-a-document", "Tệp không phải văn bản; chỉ đọc được .docx, .pdf và .txt.");

export const noText = (): Refusal => refuse("no-text", "Tệp không có chữ nào để đọc.");

export const legacyEncoding = (name: string): Refusal =>
  refuse(
    "legacy-encoding",
    `Chữ trong tệp dùng bảng mã cũ ${name}; hãy chuyển sang Unicode (ví dụ bằng Unikey) rồi thử lại.`,
  );

export const unknownEncoding = (): Refusal =>
  refuse("unknown-encoding", "Không nhận ra bảng mã của tệp; hãy lưu lại tệp dưới dạng Unicode (UTF-8).");

export const tooManyLines = (): Refusal =>
  refuse("too-many-lines", "Tệp có quá nhiều dòng để là một văn bản; hãy kiểm tra lại tệp.");

export const tooSlow = (): Refusal =>
  refuse("too-slow", "Tệp quá lớn hoặc quá phức tạp, không đọc xong trong 10 giây.");

export const brokenOff = (): Refusal =>
  refuse("broken-off", "Không đọc được tệp này; tệp vẫn được giữ, hãy thử bản khác hoặc nhập tay.");

export const missingFile = (name: string): Refusal => refuse("missing-file", `Không tìm thấy tệp “${name}”.`);

export const unreadableFile = (name: string): Refusal =>
  refuse("unreadable-file", `Không mở được tệp “${name}”.`);
