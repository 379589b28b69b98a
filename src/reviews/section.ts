/** What a section of a review holds; every kind has words, the record adds to some of them. */
export type SectionKind = "text" | "figures" | "faults" | "lessons" | "proposals";

export const sectionKindNames: Readonly<Record<SectionKind, string>> = {
  text: "Lời văn",
  figures: "Số liệu kèm lời văn",
  faults: "Tồn tại, hạn chế",
  lessons: "Bài học kinh nghiệm",
  proposals: "Đề xuất, kiến nghị",
};

export const sectionKinds = Object.keys(sectionKindNames) as readonly SectionKind[];

/** A section as a template asks for it. */
export interface AskedSection {
  readonly position: number;
  readonly heading: string;
  /** What to write there, for whoever drafts. */
  readonly guidance: string | null;
  readonly kind: SectionKind;
  /** Which figures stand there: `registrations.` for all of a stage, a whole code for one. */
  readonly codes: readonly string[];
}

/** The same with what people wrote. */
export interface Section extends AskedSection {
  readonly words: string;
}

/** Headings that still wait for words; figures speak for themselves, and so does what was taken from units. */
export const emptyHeadings = (sections: readonly Section[], quotedAt: readonly number[]): string[] =>
  sections
    .filter(
      ({ kind, words, position }) =>
        kind !== "figures" && words.trim() === "" && !quotedAt.includes(position),
    )
    .map(({ heading }) => heading);

/** The paragraphs of a text: lines, empty ones left out. */
export const paragraphsOf = (words: string): string[] =>
  words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What stood at this place in another report: under the same heading, else the only section of its kind. */
export function counterpart<One extends AskedSection>(
  section: AskedSection,
  others: readonly One[],
): One | null {
  const named = others.find(({ heading }) => sameHeading(heading, section.heading));
  if (named) return named;
  const alike = others.filter(({ kind }) => kind === section.kind);
  return section.kind !== "text" && alike.length === 1 ? (alike[0] ?? null) : null;
}

const sameHeading = (left: string, right: string): boolean =>
  left.trim().toLocaleLowerCase("vi") === right.trim().toLocaleLowerCase("vi");
