import type { z } from "zod";
import { writeNumber } from "../platform/money.ts";

/** What zod found, as a Vietnamese sentence that says what to do. A schema's own message goes before these. */
export function sentenceFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return isMissing(issue.input) ? "Mục này chưa điền." : typeSentence(issue.expected);
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive ?? true);
    case "invalid_value":
      return isMissing(issue.input) ? "Hãy chọn một mục." : "Lựa chọn này không có trong danh sách.";
    case "invalid_union":
      return isMissing(issue.input) ? "Hãy chọn một mục." : "Lựa chọn này không hợp lệ.";
    case "invalid_format":
      return formatSentence(issue.format);
    case "not_multiple_of":
      return `Số này phải chia hết cho ${writeNumber(Number(issue.divisor))}.`;
    default:
      return "Nội dung này không hợp lệ.";
  }
}

const isMissing = (input: unknown): boolean => input === undefined || input === "" || input === null;

const typeSentence = (expected: string): string => {
  if (expected === "number" || expected === "int") return "Hãy nhập một số.";
  if (expected === "date") return "Hãy nhập ngày theo dạng dd/mm/yyyy.";
  if (expected === "file") return "Hãy chọn một tệp.";
  if (expected === "array") return "Hãy chọn ít nhất một mục.";
  return "Nội dung này không hợp lệ.";
};

function tooSmall(origin: string, minimum: number, inclusive: boolean): string {
  if (origin === "string")
    return minimum <= 1 ? "Mục này chưa điền." : `Hãy viết ít nhất ${writeNumber(minimum)} ký tự.`;
  if (origin === "array" || origin === "set")
    return minimum <= 1 ? "Hãy chọn ít nhất một mục." : `Hãy chọn ít nhất ${writeNumber(minimum)} mục.`;
  if (origin === "file") return "Tệp này rỗng; hãy chọn tệp khác.";
  return inclusive
    ? `Số này không được nhỏ hơn ${writeNumber(minimum)}.`
    : `Số này phải lớn hơn ${writeNumber(minimum)}.`;
}

function tooBig(origin: string, maximum: number, inclusive: boolean): string {
  if (origin === "string") return `Dài quá; nhiều nhất ${writeNumber(maximum)} ký tự.`;
  if (origin === "array" || origin === "set") return `Chọn nhiều nhất ${writeNumber(maximum)} mục.`;
  if (origin === "file") return `Tệp lớn quá; nhiều nhất ${writeNumber(Math.floor(maximum / 1_048_576))} MB.`;
  return inclusive
    ? `Số này không được lớn hơn ${writeNumber(maximum)}.`
    : `Số này phải nhỏ hơn ${writeNumber(maximum)}.`;
}

const formatSentence = (format: string): string => {
  if (format === "email") return "Địa chỉ thư điện tử không đúng dạng, ví dụ ten@coquan.gov.vn.";
  if (format === "url") return "Địa chỉ trang không đúng dạng, ví dụ https://moj.gov.vn.";
  return "Nội dung này không đúng dạng.";
};
