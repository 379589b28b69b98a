import { type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";
import type { Content } from "./movement.ts";

/** Content as typed: label, heading and who answers for it, before the names are looked up. */
export type OutlineLine = Omit<Content, "units">;

const LABEL =
  /^(?<label>[IVXLC]{1,7}\.|\d{1,2}(?:\.\d{1,2}){0,3}\.?|[a-zđ]\)|Điều \d{1,3}\.|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là[:,]?|[-+])\s+(?<words>.+)$/u;
const RESPONSIBLE = /^(?<heading>.+?)\s*[|¦]\s*(?<who>.+)$/u;
const MOST_LINES = 400;
const LONGEST_HEADING = 2000;

/**
 * Reads contents typed as an outline, one heading a line: `1.1. Nội dung | đơn vị chịu trách nhiệm`. Roman
 * numerals stand highest; `1.`, `1.1.`, `1.1.1.` one step lower each; `-`, `a)` below what stands above.
 */
export function readOutline(text: string): readonly OutlineLine[] | Refusal {
  const lines = text
    .split("\n")
    .map(tidy)
    .filter((line) => line !== "");
  if (lines.length > MOST_LINES)
    return refuse("outline-too-long", `Nội dung có nhiều nhất ${MOST_LINES} đề mục.`, { field: "contents" });
  const hasRoman = lines.some((line) => /^[IVXLC]{1,7}\.\s/.test(line));
  const outline: OutlineLine[] = [];
  for (const line of lines) {
    const parts = LABEL.exec(line)?.groups;
    const label = parts?.label ?? "";
    const rest = RESPONSIBLE.exec(parts?.words ?? line)?.groups;
    const heading = rest?.heading ?? parts?.words ?? line;
    if (heading.length > LONGEST_HEADING)
      return refuse(
        "heading-too-long",
        `Đề mục “${heading.slice(0, 60)}…” dài quá ${LONGEST_HEADING} ký tự.`,
        {
          field: "contents",
        },
      );
    outline.push({
      label,
      level: levelOf(label, hasRoman, outline),
      heading,
      responsible: rest?.who ?? "",
      line: null,
    });
  }
  return outline;
}

function levelOf(label: string, hasRoman: boolean, before: readonly OutlineLine[]): number {
  if (/^[IVXLC]+\.$/.test(label)) return 1;
  const numbers = label.match(/\d+/g);
  if (numbers && !label.startsWith("Điều")) return Math.min(9, numbers.length + (hasRoman ? 1 : 0));
  if (/^(Điều|Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)/.test(label)) return hasRoman ? 2 : 1;
  const numbered = before.findLast((line) => /\d|[IVXLC]\./.test(line.label));
  return Math.min(9, (numbered?.level ?? 0) + 1);
}

/** A bare number or numeral with the dot that papers set after it: `1.1.` */
export const dotted = (label: string): string =>
  /^(?:[IVXLC]+|\d+(?:\.\d+)*)$/.test(label) ? `${label}.` : label;

/** The same outline as text, for the field it is typed in. */
export const writeOutline = (
  contents: readonly Pick<Content, "label" | "heading" | "responsible">[],
): string =>
  contents
    .map((content) =>
      [content.label, content.heading, content.responsible ? `| ${content.responsible}` : ""]
        .filter((part) => part !== "")
        .join(" "),
    )
    .join("\n");

/** Names of responsible bodies in one line: separated by semicolons. */
export const responsibleNames = (responsible: string): readonly string[] =>
  responsible
    .split(";")
    .map(tidy)
    .filter((name) => name !== "");

/** Keeps the line of the paper for headings that still stand as the paper has them. */
export function withLinesOf(
  outline: readonly OutlineLine[],
  before: readonly Pick<Content, "label" | "heading" | "line">[],
): readonly OutlineLine[] {
  const lines = new Map(before.map((content) => [`${content.label} ${content.heading}`, content.line]));
  return outline.map((content) => ({
    ...content,
    line: lines.get(`${content.label} ${content.heading}`) ?? null,
  }));
}
