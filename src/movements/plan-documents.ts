import type { Line } from "../documents/lines.ts";
import { type Ending, endingOf, namesOffice } from "./plan-ending.ts";
import { type Ground, groundsOf } from "./plan-grounds.ts";
import {
  type HeaderDate,
  type HeaderNumber,
  hasNation,
  headerSegments,
  readNumber,
  readPlaceAndDate,
  withoutNation,
} from "./plan-header.ts";
import { issuerOf, issuerOfSymbol } from "./plan-issuer.ts";
import { bodiesOfSymbol, kindNamed, kindOfSymbol } from "./plan-kinds.ts";
import type { DocumentKind, PlanDocument } from "./plan-reading.ts";
import { folded, isCapitals, plain, readsOnAsTitle, segmentsOf } from "./plan-text.ts";

/** A document of the file with the lines of its body, between title and ending. */
export interface ReadDocument {
  readonly document: PlanDocument;
  readonly body: readonly Line[];
  readonly headerDate: HeaderDate | null;
}

/** Where a type's name stands in capitals: the title of a document. */
interface TitleLine {
  readonly index: number;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Index of the first line after the title. */
  readonly end: number;
}

/** The documents of a file: one, or a decision and the plan it issues. */
export function documentsOf(lines: readonly Line[]): ReadDocument[] {
  const first = firstTitle(lines);
  const second = first && attachedTitle(lines, first);
  if (!second) return [readDocument(lines, first, null)];
  const from = headerStart(lines, second.index);
  const decision = readDocument(lines.slice(0, from), first, null);
  const shifted = { ...second, index: second.index - from, end: second.end - from };
  return [decision, readDocument(lines.slice(from), shifted, decision.document)];
}

/** Whether the head of the text is an official document's. */
export const hasOfficialHead = (lines: readonly Line[]): boolean => {
  const head = lines.filter((line) => line.text !== "").slice(0, 40);
  return head.some(
    (line) =>
      headerSegments(line.text).some((text) => readNumber(text, line.number)) || hasNation(plain(line.text)),
  );
};

function firstTitle(lines: readonly Line[]): TitleLine | null {
  let seen = 0;
  for (let index = 0; index < lines.length && seen < 50; index += 1) {
    if ((lines[index]?.text ?? "") === "") continue;
    seen += 1;
    const title = titleAt(lines, index);
    if (title) return title;
  }
  return null;
}

/** After a decision or a letter: the plan it issues, which says so in brackets or has a header of its own. */
function attachedTitle(lines: readonly Line[], first: TitleLine): TitleLine | null {
  if (!["QUYET_DINH", "CONG_VAN", "NGHI_QUYET", "THONG_BAO", "TO_TRINH"].includes(first.kind)) return null;
  for (let index = first.end; index < lines.length; index += 1) {
    const text = plain(lines[index]?.text ?? "");
    if (/^(?:phu luc|mau so|mau )/.test(folded(text)) && text.length < 60) return null;
    const title = titleAt(lines, index);
    if (!title || !["KE_HOACH", "HUONG_DAN", "KHAC", "PHAT_DONG"].includes(title.kind)) continue;
    const below = lines.slice(title.index, title.end + 6).map((line) => folded(plain(line.text)));
    if (below.some((key) => /^\(?\s*(?:ban hanh )?kem theo/.test(key)) || hasHeaderAbove(lines, index))
      return title;
  }
  return null;
}

const hasHeaderAbove = (lines: readonly Line[], index: number): boolean =>
  lines.slice(headerStart(lines, index), index).some((line) => hasNation(plain(line.text)));

/** Walks up from a title over the lines of its header. */
function headerStart(lines: readonly Line[], index: number): number {
  let start = index;
  for (let at = index - 1; at >= 0 && index - at < 14; at -= 1) {
    const text = plain(lines[at]?.text ?? "");
    if (text === "") continue;
    const capitals = isCapitals(text) && !namesOffice(text) && text.split(" ").length > 1 && issuerLike(text);
    if (!capitals && !hasNation(text) && !readNumber(text, 0) && !readPlaceAndDate(text, 0)) break;
    start = at;
  }
  return start;
}

const issuerLike = (text: string): boolean => issuerOf([{ text, line: 0 }], "") !== null;

function titleAt(lines: readonly Line[], index: number): TitleLine | null {
  const line = lines[index];
  if (!line) return null;
  const segments = segmentsOf(line.text);
  const at = segments.findIndex((segment) => isTitleWord(segment));
  const segment = segments[at];
  if (at < 0 || segment === undefined) return null;
  const named = kindNamed(segment);
  if (!named) return null;
  const own = segment
    .slice(named.length)
    .replace(/^[\s:–-]+/u, "")
    .replace(/^(?:LIÊN TỊCH|LIÊN NGÀNH|PHỐI HỢP)$/u, "");
  const beside = segments.slice(at + 1).find((text) => !isCapitals(text));
  const parts = [own, beside ?? ""].filter((text) => text !== "");
  let end = index + 1;
  while (end < lines.length && parts.length < 6) {
    const text = plain(lines[end]?.text ?? "");
    const blankAbove = (lines[end - 1]?.text ?? "") === "" && end > index + 1;
    if (text === "" && (parts.length === 0 || end === index + 1)) {
      end += 1;
      continue;
    }
    if (
      text === "" ||
      (parts.length === 0 ? isProse(text) : endsTitle(text)) ||
      (beside !== undefined && parts.length > 0)
    )
      break;
    if (parts.length > 0 && !readsOnAsTitle(parts, text, blankAbove)) break;
    parts.push(text);
    end += 1;
  }
  return { index, kind: named.kind, title: parts.join(" "), end };
}

/** A type's name alone, or in capitals with its abstract; `QUYẾT ĐỊNH:` before the articles is none. */
function isTitleWord(text: string): boolean {
  const named = kindNamed(text);
  if (!named || text.length > 200 || /:\s*$/.test(text)) return false;
  if (text.length === named.length) return true;
  return isCapitals(text) && !/^\S+ \S+ số\s*:?\s*\d/iu.test(text);
}

/** Right under the type's name an abstract may begin with a verb (“Triển khai …”, “Thực hiện …”); a sentence is none. */
const isProse = (text: string): boolean =>
  !/^(?:Thực hiện|Triển khai|Phát huy|Tiếp tục|Hưởng ứng)(?!\p{L})/u.test(text) ||
  /[.;:,]$/.test(text) ||
  text.length > 240
    ? endsTitle(text)
    : false;

const endsTitle = (text: string): boolean =>
  /^[([]/.test(text) ||
  /^(?:Căn cứ|Thực hiện|Xét|Theo đề nghị|Để|Kính gửi|Nhằm|Trên cơ sở|Triển khai|Phát huy|Tiếp tục|Hưởng ứng)(?!\p{L})/u.test(
    text,
  ) ||
  /^(?:chủ đề|khẩu hiệu)(?:\s[\p{L}\d]+){0,4}\s*:/iu.test(text) ||
  /^(?:[IVX]+|\d{1,2}|[A-H])\s*[.)/-]/u.test(text) ||
  /^(?:Điều|Phần|Chương|PHẦN|CHƯƠNG) (?:thứ|THỨ|[IVX\d])/u.test(text) ||
  (isCapitals(text) && namesOffice(text)) ||
  /^(?:HỘI ĐỒNG|ỦY BAN|UỶ BAN|BAN) [\p{Lu}\s]+$/u.test(text);

function readDocument(
  lines: readonly Line[],
  title: TitleLine | null,
  parent: PlanDocument | null,
): ReadDocument {
  const head = headOf(lines, title?.index ?? endOfLetterHead(lines));
  const bodyFrom = title?.end ?? head.end;
  const after = lines.slice(bodyFrom);
  const ending = endingOf(after);
  const body = withoutAnnexes(after.slice(0, ending.from ?? after.length));
  const grounds = groundsOf(body);
  const document = assembled({ lines, title, parent, head, ending, grounds });
  return { document, body, headerDate: head.date };
}

/** A letter has no title: its head ends where it is addressed (Kính gửi), or at the first line of prose. */
function endOfLetterHead(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text }) => {
    const line = plain(text);
    return /^kinh gui/.test(folded(line)) || (line.length > 90 && !isCapitals(line) && !hasNation(line));
  });
  return at < 0 ? Math.min(lines.length, 24) : at;
}

/** Annexes (phụ lục) aren't the plan's own text. */
function withoutAnnexes(body: readonly Line[]): readonly Line[] {
  const at = body.findIndex(
    (line) =>
      /^(?:PHỤ LỤC|Phụ lục)(?:\s(?:số\s)?[IVX\d]+)?\s*[.:]?$/u.test(plain(line.text)) ||
      /^MẪU (?:SỐ )?\d/u.test(plain(line.text)),
  );
  return at < 0 ? body : body.slice(0, at);
}

interface Head {
  readonly number: HeaderNumber | null;
  readonly date: HeaderDate | null;
  readonly abstract: { text: string; line: number } | null;
  readonly capitals: readonly { text: string; line: number }[];
  /** Index after the last line that belongs to the head. */
  readonly end: number;
}

function headOf(lines: readonly Line[], upTo: number): Head {
  let number: HeaderNumber | null = null;
  let date: HeaderDate | null = null;
  let abstract: { text: string; line: number } | null = null;
  let abstractOpen = false;
  let end = 0;
  const capitals: { text: string; line: number }[] = [];
  for (let index = 0; index < upTo; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (line.text === "") abstractOpen = false;
    for (const segment of headerSegments(line.text)) {
      const numbered: HeaderNumber | null = number ? null : readNumber(segment, line.number);
      number ??= numbered;
      const dated: HeaderDate | null = date
        ? null
        : readPlaceAndDate(numbered ? numbered.rest : segment, line.number);
      date ??= dated;
      const text: string = numbered ? numbered.rest : segment;
      const letter = /^V\/v:?\s+(.+)/iu.exec(text);
      if (letter && !abstract) {
        abstract = { text: letter[1] ?? "", line: line.number };
        abstractOpen = true;
      } else if (abstractOpen && abstract && /^[\p{Ll}“"\d]/u.test(text) && !dated)
        abstract = joined(abstract, text);
      else if (!numbered && !dated) {
        const left = withoutNation(text);
        if (isCapitals(left) && !NOT_ISSUER.test(folded(left)))
          capitals.push({ text: left, line: line.number });
        else if (!hasNation(text)) continue;
      }
      end = index + 1;
    }
  }
  return { number, date, abstract, capitals, end };
}

const joined = (part: { text: string; line: number }, text: string) => ({
  text: `${part.text} ${text}`,
  line: part.line,
});

const NOT_ISSUER =
  /^(?:du thao|hoa toc|khan|thuong khan|mat|toi mat|tuyet mat|v\/v|so\s*:|ban sao|\(|kinh gui)/;

interface Parts {
  readonly lines: readonly Line[];
  readonly title: TitleLine | null;
  readonly parent: PlanDocument | null;
  readonly head: Head;
  readonly ending: Ending;
  readonly grounds: readonly Ground[];
}

function assembled({ lines, title, parent, head, ending, grounds }: Parts): PlanDocument {
  const { number, date, abstract } = head;
  const text = lines
    .map((line) => plain(line.text))
    .join(" ")
    .slice(0, 60_000);
  const read = issuerOf(head.capitals, text);
  const derived =
    read || !number ? null : issuerOfSymbol(bodiesOfSymbol(number.symbol), date?.place ?? null, text);
  const kind = title?.kind ?? (number ? kindOfSymbol(number.symbol) : abstract ? "CONG_VAN" : "KHAC");
  const titleText = title?.title || abstract?.text || null;
  return {
    kind: kind === "PHAT_DONG" && number ? kindOfSymbol(number.symbol) : kind,
    number: number?.number ?? null,
    symbol: number?.symbol ?? null,
    issuer: read?.name ?? derived ?? parent?.issuer ?? null,
    issuerDerived: !read && (derived !== null || (parent?.issuerDerived ?? false)),
    place: date?.place ?? null,
    issuedOn: date?.day ?? null,
    title: titleText,
    grounds: grounds.map((ground) => ground.text),
    recipients: ending.recipients,
    signatory: ending.signatory,
    lines: {
      kind: title ? (lines[title.index]?.number ?? null) : (number?.line ?? null),
      number: number?.line ?? null,
      issuer: read?.line ?? (derived ? (number?.line ?? null) : (parent?.lines.issuer ?? null)),
      issuedOn: date?.line ?? null,
      title: title ? (lines[title.index]?.number ?? null) : (abstract?.line ?? null),
      grounds: grounds.map((ground) => ground.line),
      recipients: ending.recipientLines,
      signatory: ending.signatoryLine,
    },
  };
}
