import { fold } from "../platform/vietnamese.ts";
import type { MentionedMovement } from "./plan-reading.ts";
import { lineOf, type Passage, type Sentence, sentencesOf } from "./plan-text.ts";

const QUOTE = /[“"«]\s*([^“”"«»]{6,400}?)\s*[”"»]/gu;
const YEARS = /(?:giai đoạn|thời kỳ|từ năm)\s(\d{4})\s?(?:[-–]|đến(?: năm)?)\s?(\d{4})/iu;
/** What may stand between two names of one list. */
const BETWEEN =
  /^\s*(?:(?:giai đoạn|thời kỳ)\s\d{4}\s?[-–]\s?\d{4})?\s*(?:[,;.…]*\s*(?:và|cùng với|hoặc|phong trào thi đua|phong trào|các phong trào thi đua|cuộc vận động|các phong trào|chung)?\s*[,;:]?\s*)*$/u;
const INTRODUCED =
  /(?:phong trào(?:\sthi đua)?|cuộc vận động)(?:\s(?:yêu nước|khác|chuyên đề|theo chuyên đề|như|sau|là|trọng tâm|lớn|do [\p{L}\s,]{2,60} phát động|của [\p{L}\s,]{2,60}))*\s*[:,]?\s*$/iu;

/** Movements named in quotation marks, other than the launch's own; each once, where it stands first. */
export function mentionsOf(
  passages: readonly Passage[],
  own: readonly (string | null)[],
): MentionedMovement[] {
  const seen = new Set(own.filter((name) => name !== null).map(nameKey));
  const found: MentionedMovement[] = [];
  for (const passage of passages) {
    if (!/phong trào|cuộc vận động/iu.test(passage.text)) continue;
    for (const sentence of sentencesOf(passage)) {
      for (const mention of mentionsIn(sentence)) {
        const key = nameKey(mention.name);
        if (seen.has(key)) continue;
        seen.add(key);
        found.push(mention);
      }
    }
  }
  return found;
}

function mentionsIn(sentence: Sentence): MentionedMovement[] {
  const found: MentionedMovement[] = [];
  let listEnd = -1;
  for (const match of sentence.text.matchAll(QUOTE)) {
    const before = sentence.text.slice(Math.max(0, match.index - 160), match.index);
    const listed = listEnd >= 0 && BETWEEN.test(sentence.text.slice(listEnd, match.index).slice(-200));
    if (!listed && !INTRODUCED.test(before)) {
      listEnd = -1;
      continue;
    }
    listEnd = match.index + match[0].length;
    const name = (match[1] ?? "").replace(/[,;.]+$/u, "");
    const years = YEARS.exec(name) ?? yearsAfter(sentence.text.slice(listEnd, listEnd + 60));
    found.push({
      name,
      from: years ? Number(years[1]) : null,
      to: years ? Number(years[2]) : null,
      line: lineOf(sentence, match.index),
    });
  }
  return found;
}

const yearsAfter = (text: string): RegExpExecArray | null => {
  const years = YEARS.exec(text);
  return years && years.index < 4 ? years : null;
};

/** Names compare without accents, marks, years and case. */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/giai doan\s\d{4}\s?[-–]\s?\d{4}/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
