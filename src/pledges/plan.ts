import type { Instant } from "../platform/day.ts";
import { movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { tidy } from "../platform/vietnamese.ts";

/** A version of the cluster's plan; none is overwritten. */
export interface Plan {
  readonly number: number;
  readonly sections: readonly Section[];
  readonly sourceName: string | null;
  readonly at: Instant;
  readonly actorName: string;
}

export interface Section {
  readonly title: string;
  readonly text: string;
}

/** The sections a cluster's plan usually has; a new one begins with them (mục II Kế hoạch phát động). */
export const usualSections: readonly string[] = [
  "Mục đích, yêu cầu",
  "Nội dung, chủ đề thi đua",
  "Chỉ tiêu, nhiệm vụ trọng tâm",
  "Các đợt thi đua cao điểm",
  "Tổ chức thực hiện",
];

/** Sections with something in them; a plan without any is none. */
export function decideSections(typed: readonly Section[]): readonly Section[] | Refusal {
  const sections = typed
    .map(({ title, text }) => ({ title: tidy(title), text: text.trim() }))
    .filter(({ title, text }) => title !== "" || text !== "");
  const nameless = sections.findIndex(({ title }) => title === "");
  if (nameless >= 0)
    return refuse("no-heading", `Mục thứ ${nameless + 1} có nội dung nhưng chưa có tên mục.`);
  if (sections.every(({ text }) => text === ""))
    return refuse("empty-plan", "Dự thảo chưa có nội dung ở mục nào.", { field: "sections.0.text" });
  return sections;
}

const HEADING = /^\s*(?:(?:[IVX]+|\d{1,2})\s*[.)]|Phần\s+\S+\s*[.:]?)\s+(.{2,150})$/u;

/** Cuts the lines of a document into sections at its first-level headings; what stands before is the first. */
export function sectionsOf(lines: readonly string[]): readonly Section[] {
  const roman = lines.some((line) => /^\s*[IVX]+\s*[.)]\s+\S/u.test(line));
  const isHeading = (line: string) =>
    roman ? /^\s*[IVX]+\s*[.)]\s+\S/u.test(line) : HEADING.test(line) && line.length < 120;
  const sections: { title: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (isHeading(line)) sections.push({ title: tidy(HEADING.exec(line)?.[1] ?? line), lines: [] });
    else if (sections.length > 0) sections.at(-1)!.lines.push(line);
    else if (line.trim() !== "") sections.push({ title: "Phần mở đầu", lines: [line] });
  }
  return sections.map(({ title, lines: own }) => ({
    title,
    text: own
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  }));
}

/** The plan as one text, for showing what changed between two versions. */
export const writePlan = (sections: readonly Section[]): string =>
  sections.map(({ title, text }) => `${title}\n${text}`).join("\n\n");

export interface PlanComment {
  readonly id: number;
  readonly unit: number;
  readonly unitName: string;
  readonly planVersion: number;
  readonly section: string | null;
  readonly words: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly verdict: CommentVerdict | null;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
}

export type CommentVerdict = "taken" | "partly" | "declined";

export const verdictNames: Readonly<Record<CommentVerdict, string>> = {
  taken: "Tiếp thu",
  partly: "Tiếp thu một phần",
  declined: "Giải trình, giữ nguyên",
};

/** Every comment gets one answer. */
export function decideAnswer(comment: PlanComment, words: string): string | Refusal {
  if (comment.verdict !== null) return movedOn("already-answered", "Ý kiến này đã được trả lời.");
  const answer = tidy(words);
  return answer || refuse("no-answer", "Hãy ghi nội dung trả lời.", { field: "answer" });
}
