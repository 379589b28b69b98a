import { parseDocument } from "yaml";
import type { AwardLine } from "./bonus-list.ts";
import {
  type Fault,
  type Faults,
  isFault,
  isFaults,
  readCode,
  readDay,
  readLevel,
  readSubject,
} from "./options.command.ts";

/** Reads the file of `law bonus --file`: a YAML list of awards of one subject. */
const keys = ["code", "subject", "on", "period", "level", "achievement"] as const;

/** The awards of a YAML list `- { code, subject, on, period }`, or its faults. */
export function readAwards(text: string): readonly AwardLine[] | Faults {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return { faults: [`Tệp không đúng cú pháp YAML ở dòng ${error.linePos?.[0].line ?? 1}.`] };
  const list: unknown = document.toJS();
  if (!Array.isArray(list) || list.length === 0)
    return { faults: [`Tệp phải là danh sách các mục { ${keys.slice(0, 4).join(", ")} }.`] };
  const read = list.map((item: unknown, index) => readAward(item, `Mục ${index + 1}`));
  const faults = read.flatMap((one) => (isFaults(one) ? one.faults : []));
  return faults.length > 0 ? { faults } : read.filter((one): one is AwardLine => !isFaults(one));
}

function readAward(item: unknown, place: string): AwardLine | Faults {
  if (typeof item !== "object" || item === null || Array.isArray(item))
    return { faults: [`${place}: phải ghi dạng { ${keys.slice(0, 4).join(", ")} }.`] };
  const given = new Map(Object.entries(item));
  const faults = [...given.keys()]
    .filter((key) => !(keys as readonly string[]).includes(key))
    .map((key) => `${place}: không có khóa “${key}”; được dùng: ${keys.join(", ")}.`);
  const textOf = (key: string): string | null => {
    const value: unknown = given.get(key);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    return typeof value === "number" ? `${value}` : null;
  };
  const need = <Value>(key: string, read: (text: string, name: string) => Value | Fault) => {
    const text = textOf(key);
    const missing: Fault = { fault: `${place}: thiếu ${key}.` };
    const value: Value | Fault = text === null ? missing : read(text, `${place}, ${key}`);
    if (!isFault(value)) return value;
    faults.push(value.fault);
    return null;
  };
  const code = need("code", readCode);
  const subject = need("subject", readSubject);
  const on = need("on", readDay);
  const period = need("period", (text) => text);
  const level = given.has("level") ? need("level", readLevel) : null;
  const achievement = given.has("achievement") ? need("achievement", (text) => text) : null;
  if (code === null || subject === null || on === null || period === null || faults.length > 0)
    return { faults };
  return { code, subject, on, period, level, achievement };
}
