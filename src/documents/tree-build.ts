import { nfc } from "../platform/vietnamese.ts";
import type {
  Alignment,
  Annex,
  Article,
  Capacity,
  Cell,
  Column,
  Heading,
  List,
  OfficialDocument,
  Paragraph,
  Recipient,
  Recipients,
  Run,
  Signature,
  Table,
} from "./tree.ts";

/** Words of a paragraph: plain text or a run made with `bold` and `italic`. */
export type Words = string | Run;

/** A document with only what it needs said; what is left out is absent from the paper. */
export const officialDocument = (
  parts: Pick<OfficialDocument, "letterhead" | "title" | "body"> & Partial<OfficialDocument>,
): OfficialDocument => ({
  draft: null,
  addressees: [],
  decider: null,
  grounds: [],
  verb: null,
  recipients: null,
  signatures: [],
  annexes: [],
  ...parts,
});

export const annex = (parts: Pick<Annex, "body"> & Partial<Annex>): Annex => ({
  letterhead: false,
  label: null,
  name: null,
  abstract: null,
  reference: null,
  orientation: "portrait",
  closed: false,
  signatures: [],
  ...parts,
});

export const bold = (text: string): Run => ({ text: nfc(text), bold: true, italic: false });

export const italic = (text: string): Run => ({ text: nfc(text), bold: false, italic: true });

const runsOf = (words: readonly Words[]): readonly Run[] =>
  words.map((word) => (typeof word === "string" ? { text: nfc(word), bold: false, italic: false } : word));

export const paragraph = (...words: readonly Words[]): Paragraph => aligned("justified", ...words);

export const aligned = (alignment: Alignment, ...words: readonly Words[]): Paragraph => ({
  kind: "paragraph",
  runs: runsOf(words),
  alignment,
});

/** "Điều 1. …"; its clauses (khoản) follow as `clause`. */
export const article = (number: number, ...words: readonly Words[]): Article => ({
  kind: "article",
  number,
  runs: runsOf(words),
});

/** "1. …" */
export const clause = (number: number, ...words: readonly Words[]): Paragraph =>
  paragraph(`${number}. `, ...words);

export const heading = (level: Heading["level"], number: string, title: string): Heading => ({
  kind: "heading",
  level,
  number,
  title: nfc(title),
});

export const list = (items: readonly (Words | readonly Words[])[], marker: List["marker"] = "-"): List => ({
  kind: "list",
  marker,
  items: items.map((item) => runsOf(Array.isArray(item) ? item : [item as Words])),
});

/** A cell that covers several columns or rows; a plain cell is its text alone. */
export const cell = (words: Words, span: { columns?: number; rows?: number } = {}): Cell => ({
  runs: runsOf([words]),
  columns: span.columns ?? 1,
  rows: span.rows ?? 1,
});

const cellsOf = (row: readonly (Words | Cell)[]): readonly Cell[] =>
  row.map((content) => (typeof content === "object" && "runs" in content ? content : cell(content)));

interface TitledColumn {
  readonly title: string;
  readonly share: number;
  readonly alignment?: Column["alignment"];
}

interface TableExtras {
  readonly caption?: string;
  readonly size?: Table["size"];
  /** Replaces the single row of titles where titles stand in groups. */
  readonly head?: readonly (readonly (Words | Cell)[])[];
}

/** A table whose titles repeat on every page. */
export const table = (
  columns: readonly TitledColumn[],
  rows: readonly (readonly (Words | Cell)[])[],
  extras: TableExtras = {},
): Table => ({
  kind: "table",
  caption: extras.caption ?? null,
  columns: columns.map(({ share, alignment }) => ({ share, alignment: alignment ?? "left" })),
  head: (extras.head ?? [columns.map(({ title }) => title)]).map(cellsOf),
  rows: rows.map(cellsOf),
  size: extras.size ?? 12,
});

export const recipients = (lines: readonly Recipient[], archive: string | null): Recipients => ({
  lines,
  archive,
});

export const recipient = (name: string, purpose: string | null = null): Recipient => ({ name, purpose });

/** The head signs in their own name: "BỘ TRƯỞNG". */
export const signedBy = (office: string, name: string | null): Signature => ({
  acting: [],
  office,
  name,
  signed: false,
});

/** Somebody signs in another's place: `signedFor("KT.", "BỘ TRƯỞNG", "THỨ TRƯỞNG", name)`. */
export const signedFor = (
  capacity: Capacity,
  office: string,
  ownOffice: string | null,
  name: string | null,
): Signature => ({ acting: [{ capacity, office }], office: ownOffice, name, signed: false });
