import { readFile, stat } from "node:fs/promises";
import { recount as recountExport } from "./count.cipher.ts";
import { LARGEST_EXPORT, readExport } from "./export.form.ts";

const AGREES = 0;
const DIFFERS = 1;
const UNREADABLE = 2;

/**
 * `./thidua recount FILE`: opens every ballot of an export anew and counts again, without a database. Prints the
 * count's text on standard output, what differs on standard error. Exit 0 agrees with the minutes byte for byte,
 * 1 differs, 2 the file cannot be read.
 */
export async function recount([path, ...more]: string[]): Promise<number> {
  if (path === undefined || more.length > 0) return unreadable("Cách dùng: ./thidua recount TỆP");
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_EXPORT)
    return unreadable(`Tệp ${path} quá lớn (${Math.round(size / 1024 / 1024)} MB), không phải tệp xuất.`);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return unreadable(`Không đọc được tệp ${path}.`);
  const recorded = readExport(text);
  if (!recorded) return unreadable(`Tệp ${path} không phải tệp xuất của một cuộc bỏ phiếu.`);
  const answer = await recountExport(recorded);
  if (!answer) return unreadable(`Tệp ${path} hỏng hoặc bị sửa: không mở và đếm lại được.`);
  const { canonical, differences } = answer;
  process.stdout.write(canonical);
  for (const difference of differences) console.error(`✘ ${difference}`);
  if (differences.length === 0) console.error("Khớp từng ký tự với biên bản kiểm phiếu.");
  return differences.length === 0 ? AGREES : DIFFERS;
}

function unreadable(sentence: string): number {
  console.error(sentence);
  return UNREADABLE;
}
