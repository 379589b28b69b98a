import { type Day, writeLegalDay } from "../platform/day.ts";

/**
 * One official document (văn bản hành chính) as Nghị định 30/2020/NĐ-CP, Phụ lục I lays it out: what is
 * written, never how a printer draws it. Stages build it with `tree-build.ts`; the printers read it.
 */
export interface OfficialDocument {
  readonly letterhead: Letterhead;
  readonly title: DocumentTitle;
  /** "DỰ THẢO" with its round, while nothing of it binds anybody; null on the text to be signed. */
  readonly draft: string | null;
  /** Kính gửi. */
  readonly addressees: readonly string[];
  /** Who decides, above the grounds: "BỘ TRƯỞNG BỘ TƯ PHÁP". */
  readonly decider: string | null;
  /** Căn cứ, one each, without the mark at its end. */
  readonly grounds: readonly string[];
  /** "QUYẾT ĐỊNH:" between the grounds and the articles. */
  readonly verb: string | null;
  readonly body: readonly Block[];
  /** Nơi nhận; null where the document has none (a pledge, a list for the file). */
  readonly recipients: Recipients | null;
  /** One stands beside the recipients; several (minutes, a pledge) stand side by side above them. */
  readonly signatures: readonly Signature[];
  readonly annexes: readonly Annex[];
}

export interface Letterhead {
  readonly superior: string | null;
  readonly issuer: string;
  /** null until the clerical office has numbered it: room is left before the slash. */
  readonly number: string | null;
  /** "QĐ-BTP"; null on a document that bears neither number nor symbol (a launch text, a pledge). */
  readonly symbol: string | null;
  readonly place: string;
  /** A year alone leaves room for day and month, to be written at signing. */
  readonly day: Day | { readonly year: number };
}

export type DocumentTitle =
  | { readonly kind: "named"; readonly name: string; readonly abstract: string | null }
  /** A công văn has no name; its abstract stands under the number as "V/v …". */
  | { readonly kind: "letter"; readonly abstract: string };

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export type Alignment = "left" | "centre" | "right" | "justified";

export type Block = Paragraph | Article | Part | Heading | List | Table;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
  readonly alignment: Alignment;
}

/** Điều: its number bold, then its text; clauses and points follow as paragraphs. */
export interface Article {
  readonly kind: "article";
  readonly number: number;
  readonly runs: readonly Run[];
}

/** Phần, chương: label and title on centred lines of their own. */
export interface Part {
  readonly kind: "part";
  readonly label: string;
  readonly title: string;
}

/** I. / 1. / 1.1. / 1.1.1. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly number: string;
  readonly title: string;
}

export interface List {
  readonly kind: "list";
  readonly marker: "-" | "+";
  readonly items: readonly (readonly Run[])[];
}

export interface Table {
  readonly kind: "table";
  /** "Biểu 1. …" above the table. */
  readonly caption: string | null;
  readonly columns: readonly Column[];
  /** Rows repeated at the top of every page. */
  readonly head: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  /** Points; 13 reads like the body, 11 fits a wide table. */
  readonly size: 11 | 12 | 13;
}

export interface Column {
  /** Share of the table's width among the shares of all columns. */
  readonly share: number;
  readonly alignment: "left" | "centre" | "right";
}

export interface Cell {
  readonly runs: readonly Run[];
  readonly columns: number;
  readonly rows: number;
}

export interface Recipients {
  readonly lines: readonly Recipient[];
  /** What follows "Lưu:": "VT, TCCB"; null where nothing is kept. */
  readonly archive: string | null;
}

export interface Recipient {
  readonly name: string;
  /** "để báo cáo", "để biết"; printed in brackets. */
  readonly purpose: string | null;
}

/** TM. for a collective, KT. a deputy for the head, TL. by order, TUQ. by authorisation, Q. acting head. */
export type Capacity = "TM." | "KT." | "TL." | "TUQ." | "Q.";

export interface Signature {
  /** From the body or head downwards: TL. BỘ TRƯỞNG, then KT. VỤ TRƯỞNG. */
  readonly acting: readonly { readonly capacity: Capacity; readonly office: string }[];
  /** The signer's own office; null when the last acting line already names it (Q. GIÁM ĐỐC). */
  readonly office: string | null;
  /** null where the name is written by hand. */
  readonly name: string | null;
  /** Prints "(Đã ký)" in the place of the signature, on copies of what was signed. */
  readonly signed: boolean;
}

export interface Annex {
  /** A plan issued with a decision repeats issuer and quốc hiệu; a list does not. */
  readonly letterhead: boolean;
  /** "Phụ lục I"; null when the annex goes by its name alone. */
  readonly label: string | null;
  readonly name: string | null;
  readonly abstract: string | null;
  /** "(Kèm theo Quyết định số … ngày …)". */
  readonly reference: string | null;
  readonly orientation: "portrait" | "landscape";
  readonly body: readonly Block[];
  /** Whether "./." ends its text. */
  readonly closed: boolean;
  readonly signatures: readonly Signature[];
}

export const COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";
const BLANK = "\u00a0".repeat(8);

/** "Số: 05/QĐ-BTP": below 10 with a leading zero; room for the clerical office before it is numbered. */
export function numberLine({ number, symbol }: Letterhead): string | null {
  if (symbol === null) return null;
  return `Số: ${number === null ? BLANK : padded(number)}/${symbol}`;
}

const padded = (number: string): string => (/^\d(?!\d)/.test(number) ? `0${number}` : number);

/** "Hà Nội, ngày 22 tháng 02 năm 2021"; room for day and month before it is signed. */
export function placeAndDay({ place, day }: Letterhead): string {
  if (typeof day === "string") return `${place}, ${writeLegalDay(day)}`;
  return `${place}, ngày${BLANK}tháng${BLANK}năm ${day.year}`;
}

/** "V/v đôn đốc …" under the number of a công văn; null on a named document. */
export const subjectLine = ({ title }: OfficialDocument): string | null =>
  title.kind === "letter" ? `V/v ${title.abstract}` : null;

/** Each ends with ";", the last with "." (Phụ lục I, phần II, mục 6). */
export const groundLines = (grounds: readonly string[]): readonly string[] => endedLines(grounds);

/** "- Như Điều 3;" … "- Lưu: VT, TCCB." */
export function recipientLines({ lines, archive }: Recipients): readonly string[] {
  const named = lines.map(({ name, purpose }) => (purpose === null ? name : `${name} (${purpose})`));
  return endedLines(archive === null ? named : [...named, `Lưu: ${archive}`]).map((line) => `- ${line}`);
}

/** The names under "Kính gửi:": one stands alone, several end with ";" and ".". */
export const addresseeLines = (addressees: readonly string[]): readonly string[] =>
  addressees.length < 2 ? addressees : endedLines(addressees).map((line) => `- ${line}`);

/** "TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG", then the signer's own office. */
export function officeLines({ acting, office }: Signature): readonly string[] {
  const lines = acting.map((line) => `${line.capacity} ${line.office}`);
  return office === null ? lines : [...lines, office];
}

/** The body with "./." after its last words; a text that ends in a table needs no mark. */
export function closedBody(body: readonly Block[]): readonly Block[] {
  const last = body.at(-1);
  if (last === undefined) return body;
  return [...body.slice(0, -1), closed(last)];
}

function closed(block: Block): Block {
  if (block.kind === "paragraph" || block.kind === "article")
    return { ...block, runs: closedRuns(block.runs) };
  if (block.kind !== "list") return block;
  return {
    ...block,
    items: block.items.map((item, at, all) => (at === all.length - 1 ? closedRuns(item) : item)),
  };
}

function closedRuns(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  if (last === undefined) return runs;
  return [...runs.slice(0, -1), { ...last, text: `${unended(last.text).replace(/\.\/$/u, "")}./.` }];
}

const endedLines = (lines: readonly string[]): readonly string[] =>
  lines.map((line, at) => `${unended(line)}${at === lines.length - 1 ? "." : ";"}`);

const unended = (text: string): string => text.trimEnd().replace(/[\s.;,]+$/u, "");
