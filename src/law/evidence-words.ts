import { nameOf } from "./catalogue.ts";
import type { Facts } from "./facts.ts";

const plain: Readonly<Record<string, string>> = {
  registered: "đăng ký thi đua",
  reviewed: "bình xét của đơn vị",
  targetsExceeded: "mức hoàn thành chỉ tiêu",
  cleanBodies: "đánh giá tổ chức đảng, đoàn thể",
  tenureMonths: "thời gian công tác",
  existsMonths: "thời gian thành lập tập thể",
  absence: "thời gian nghỉ",
  quota: "tỷ lệ đã dùng",
  discipline: "kỷ luật",
  pending: "vụ việc đang xem xét",
  members: "thành viên của tập thể",
  cluster: "kết quả suy tôn của cụm",
  initiatives: "sáng kiến",
  initiativesUnknown: "sáng kiến chưa rõ",
  honours: "danh hiệu, hình thức đã được tặng",
};

/** A path of a fact that a verdict used, in words: `grades.2024` is “xếp loại năm 2024”. */
export function evidenceWords(path: string, facts: Facts | null): string {
  const grade = /^grades\.(\d{4})$/.exec(path);
  if (grade) return `xếp loại năm ${grade[1]}`;
  const honour = /^honours\[(\d+)\]$/.exec(path);
  if (honour) {
    const held = facts?.honours?.[Number(honour[1])];
    return held
      ? `${nameOf(held.code)}${held.year ? ` năm ${held.year}` : ""}`
      : "danh hiệu, hình thức đã được tặng";
  }
  const initiative = /^initiatives\.(.+)$/.exec(path);
  if (initiative) return `sáng kiến ${initiative[1]}`;
  const [first = ""] = path.split(/[.[]/);
  return plain[first] ?? path;
}
