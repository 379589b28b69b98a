import type { PlanTarget } from "./plan-reading.ts";
import { lineOf, type Passage, sentencesOf } from "./plan-text.ts";

const MEASURE =
  /(?<![\d.,/])(?:(?:trên|từ|ít nhất|tối thiểu|không dưới|dưới|hơn|tối đa|không quá)\s)?(\d{1,3}(?:[.,]\d{1,2})?)(?:(?:[-–]|\s[-–]\s)\d{1,3}(?:[.,]\d{1,2})?)?\s?%/giu;
const COUNT =
  /(?:ít nhất|tối thiểu|không dưới)\s(?:có\s)?(?:từ\s)?(\d{1,4})\s(?:\([\p{L}\s]{2,20}\)\s)?(mô hình|sáng kiến|điển hình|tập thể|cá nhân|công trình|tin,? bài|bài|chuyên đề|đề tài|giải pháp|hội nghị|cuộc|lớp|vụ việc|văn bản|việc làm|phần việc|gương|đơn vị|lượt|buổi|sản phẩm|nhiệm vụ)/giu;
/** Of the past, of a ratio in law, of a quota: not something to be reached. */
const NOT_TARGET = /(?:đã đạt|đạt được|chiếm|quá|kết quả năm trước|năm trước đạt)\s*$/iu;
const LONGEST = 220;

/** Quantified targets (chỉ tiêu) as they stand, from the measure to the end of its clause. */
export function targetsOf(passages: readonly Passage[]): PlanTarget[] {
  const found: PlanTarget[] = [];
  for (const passage of passages) {
    if (!/\d\s?%|ít nhất|tối thiểu|không dưới/iu.test(passage.text)) continue;
    for (const sentence of sentencesOf(passage)) {
      for (const [pattern, unit] of [
        [MEASURE, "%"],
        [COUNT, null],
      ] as const) {
        for (const match of sentence.text.matchAll(pattern)) {
          if (NOT_TARGET.test(sentence.text.slice(Math.max(0, match.index - 24), match.index))) continue;
          found.push({
            raw: clauseFrom(sentence.text, match.index, match[0].length),
            value: Number((match[1] ?? "").replace(",", ".")),
            unit: unit ?? (match[2] ?? "").toLowerCase(),
            line: lineOf(sentence, match.index),
          });
        }
      }
    }
  }
  return found;
}

function clauseFrom(text: string, at: number, measure: number): string {
  const rest = text.slice(at, at + LONGEST);
  const end = rest
    .slice(measure)
    .search(/[;]|\.(?:\s|$)|\.\/|,\s(?=(?:trên|từ|ít nhất|tối thiểu)?\s?\d{1,3}(?:[.,]\d+)?\s?%)/u);
  return (end < 0 ? rest : rest.slice(0, measure + end)).trim();
}
