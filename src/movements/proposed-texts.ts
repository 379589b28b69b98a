import { fold, tidy } from "../platform/vietnamese.ts";
import type { ContentHeading } from "./plan-reading.ts";

/** A line of the paper. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** A part of the launch found under a heading of the paper. */
export interface ProposedText {
  readonly key: TextKey;
  readonly label: string;
  readonly words: string;
  readonly line: number;
}

export type TextKey =
  | "goal"
  | "requirements"
  | "scopeWords"
  | "subjects"
  | "criteria"
  | "expectedCommendation"
  | "funding"
  | "solutions";

interface Part {
  readonly key: TextKey;
  readonly label: string;
  readonly heading: RegExp;
}

const parts: readonly Part[] = [
  { key: "goal", label: "Mục đích", heading: /^muc (dich|tieu)/ },
  { key: "requirements", label: "Yêu cầu", heading: /^yeu cau/ },
  { key: "scopeWords", label: "Phạm vi", heading: /^pham vi/ },
  { key: "subjects", label: "Đối tượng", heading: /^(pham vi,? )?(va )?doi tuong/ },
  { key: "criteria", label: "Tiêu chí", heading: /^(cac )?tieu chi|^tieu chuan/ },
  {
    key: "expectedCommendation",
    label: "Khen thưởng",
    heading: /^(ve )?(hinh thuc )?khen thuong|^hinh thuc khen/,
  },
  { key: "funding", label: "Kinh phí", heading: /^(ve )?(nguon )?kinh phi/ },
  { key: "solutions", label: "Giải pháp", heading: /^(cac |nhung )?(nhiem vu,? )?giai phap|^bien phap/ },
];

const LONGEST_HEADING = 110;
const LONGEST_TEXT = 8000;

/** Texts that stand under a heading naming the part: from the heading to the next of its rank or higher. */
export function proposedTexts(
  contents: readonly ContentHeading[],
  lines: readonly TextLine[],
): ProposedText[] {
  return parts.flatMap((part) => {
    // “Mục đích” goes before “Mục đích, yêu cầu”, which holds both.
    const [content] = contents
      .filter((one) => one.heading.length <= LONGEST_HEADING && part.heading.test(fold(tidy(one.heading))))
      .sort((left, right) => left.heading.length - right.heading.length);
    if (!content) return [];
    const index = contents.indexOf(content);
    const next = contents.slice(index + 1).find((other) => other.level <= content.level);
    const words = lines
      .filter((line) => line.number > content.line && (next === undefined || line.number < next.line))
      .map((line) => tidy(line.text))
      .filter((text) => text !== "")
      .join("\n")
      .slice(0, LONGEST_TEXT);
    return words === "" ? [] : [{ key: part.key, label: part.label, words, line: content.line }];
  });
}
