import type { Child } from "hono/jsx";

export interface LinePart {
  readonly text: string;
  /** What was read here (`read`), what deserves a look (`watch`), what must be settled (`bad`). */
  readonly mark?: "read" | "watch" | "bad" | undefined;
  /** Id of the piece in the panel that speaks of it. */
  readonly target?: string | undefined;
  readonly bold?: boolean | undefined;
}

export interface DocumentLine {
  readonly number: number;
  readonly parts: readonly LinePart[];
  /** The line spoken of now. */
  readonly here?: boolean | undefined;
}

/** Address of a line inside the page, for links from the panel. */
export const lineId = (number: number): string => `dong-${number}`;

const markWords = { read: "Đã đọc", watch: "Nên xem", bad: "Phải xử lý" } as const;

/** A document as numbered lines with what was read in it marked. */
export const DocumentLines = ({ lines, label }: { lines: readonly DocumentLine[]; label: string }) => (
  <ol class="document-lines" aria-label={label}>
    {lines.map((line) => (
      <li id={lineId(line.number)} value={line.number} class={line.here ? "line-here" : undefined}>
        <span class="line-number" aria-hidden="true">
          {line.number}
        </span>
        <span>
          {line.parts.map((part) => (
            <Part part={part} />
          ))}
        </span>
      </li>
    ))}
  </ol>
);

function Part({ part }: { part: LinePart }) {
  const text = part.bold ? <b>{part.text}</b> : part.text;
  if (!part.mark) return text;
  return (
    <mark class={`mark-${part.mark}`}>
      <span class="unseen">{markWords[part.mark]}: </span>
      {part.target ? <a href={`#${part.target}`}>{text}</a> : text}
    </mark>
  );
}

/** A document at the left, what is said of it at the right; one below the other on a phone. */
export const SideBySide = ({ document, panel }: { document: Child; panel: Child }) => (
  <div class="side-by-side">
    <div class="side-document">{document}</div>
    <div class="stack">{panel}</div>
  </div>
);

interface DocumentPreviewProps {
  /** “Dự thảo Quyết định …”: what paper this is. */
  label: string;
  /** Not the paper itself yet. */
  draft?: boolean | undefined;
  /** Links to the files. */
  files?: Child;
  children?: Child;
}

/** An official paper as its page looks. */
export const DocumentPreview = ({ label, draft, files, children }: DocumentPreviewProps) => (
  <section class="preview" aria-label={label}>
    {(draft || files) && (
      <p class="preview-bar">
        {draft && <span>Bản xem trước, chưa ban hành</span>}
        {files}
      </p>
    )}
    <article class="paper">{children}</article>
  </section>
);
