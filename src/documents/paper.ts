import { dateOf, monthOf, yearOf } from "../platform/day.ts";
import {
  type Annex,
  addresseeLines,
  type Block,
  COUNTRY,
  closedBody,
  groundLines,
  type Letterhead,
  MOTTO,
  numberLine,
  type OfficialDocument,
  officeLines,
  placeAndDay,
  recipientLines,
  type Signature,
  subjectLine,
} from "./tree.ts";

/** The document with every line worded, as the PDF's template reads it. */
export interface Paper {
  readonly heading: string;
  /** PDF/A wants a date; the document's own keeps its bytes the same whenever it is printed. */
  readonly date: { readonly year: number; readonly month: number; readonly date: number };
  readonly country: string;
  readonly motto: string;
  readonly draft: string | null;
  readonly superior: string | null;
  readonly issuer: string;
  readonly number: string | null;
  readonly placeAndDay: string;
  readonly subject: string | null;
  readonly name: string | null;
  readonly abstract: string | null;
  readonly addressees: readonly string[];
  readonly decider: string | null;
  readonly grounds: readonly string[];
  readonly verb: string | null;
  readonly body: readonly Block[];
  readonly recipients: readonly string[];
  readonly signatures: readonly PaperSignature[];
  readonly annexes: readonly PaperAnnex[];
}

export interface PaperSignature {
  readonly offices: readonly string[];
  readonly name: string | null;
  readonly signed: boolean;
}

interface PaperAnnex {
  readonly letterhead: boolean;
  readonly label: string | null;
  readonly name: string | null;
  readonly abstract: string | null;
  readonly reference: string | null;
  readonly landscape: boolean;
  readonly body: readonly Block[];
  readonly signatures: readonly PaperSignature[];
}

export function paperOf(document: OfficialDocument): Paper {
  const { letterhead, title } = document;
  return {
    heading: titleOf(document),
    date: dateOfPaper(letterhead),
    country: COUNTRY,
    motto: MOTTO,
    draft: document.draft,
    superior: letterhead.superior,
    issuer: letterhead.issuer,
    number: numberLine(letterhead),
    placeAndDay: placeAndDay(letterhead),
    subject: subjectLine(document),
    name: title.kind === "named" ? title.name : null,
    abstract: title.kind === "named" ? title.abstract : null,
    addressees: addresseeLines(document.addressees),
    decider: document.decider,
    grounds: groundLines(document.grounds),
    verb: document.verb,
    body: closedBody(document.body),
    recipients: document.recipients === null ? [] : recipientLines(document.recipients),
    signatures: document.signatures.map(paperSignature),
    annexes: document.annexes.map(paperAnnex),
  };
}

/** "Quyết định 252/QĐ-BTP: …" in the file's own title, as archives list it. */
function titleOf({ letterhead, title }: OfficialDocument): string {
  const name = title.kind === "named" ? title.name : "Công văn";
  const number =
    letterhead.number === null || letterhead.symbol === null
      ? ""
      : ` ${letterhead.number}/${letterhead.symbol}`;
  const abstract = title.abstract === null ? "" : `: ${title.abstract}`;
  return `${name}${number}${abstract}`;
}

const dateOfPaper = ({ day }: Letterhead): Paper["date"] =>
  typeof day === "string"
    ? { year: yearOf(day), month: monthOf(day), date: dateOf(day) }
    : { year: day.year, month: 1, date: 1 };

const paperSignature = (signature: Signature): PaperSignature => ({
  offices: officeLines(signature),
  name: signature.name,
  signed: signature.signed,
});

const paperAnnex = (annex: Annex): PaperAnnex => ({
  letterhead: annex.letterhead,
  label: annex.label,
  name: annex.name,
  abstract: annex.abstract,
  reference: annex.reference,
  landscape: annex.orientation === "landscape",
  body: annex.closed ? closedBody(annex.body) : annex.body,
  signatures: annex.signatures.map(paperSignature),
});
