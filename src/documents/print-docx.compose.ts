import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { type Paper, paperOf } from "./paper.ts";
import { blocksOf } from "./print-docx.blocks.ts";
import { closingOf, letterheadOf } from "./print-docx.frame.ts";
import { FONT, lined, mm, PAGE, rule, spaced, twipsOf, wordsWidth } from "./print-docx.measures.ts";
import { printable } from "./printable.ts";
import type { OfficialDocument } from "./tree.ts";

type Piece = Paragraph | Table;

export async function composeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const paper = paperOf(printable(document));
  const word = new Document({
    title: paper.heading,
    creator: paper.issuer,
    styles: {
      default: { document: { run: { font: FONT, size: 28, language: { value: "vi-VN" } } } },
    },
    sections: [
      sectionOf(mainPieces(paper), paper, "first"),
      ...paper.annexes.map((annex) => annexSection(annex, paper)),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(word));
}

function mainPieces(paper: Paper): readonly Piece[] {
  const signed = paper.signatures.length + paper.recipients.length > 0;
  return [
    ...letterheadOf(paper, paper),
    ...(paper.name === null ? [] : titlePieces(paper.name, paper.abstract)),
    ...addresseePieces(paper.addressees),
    ...(paper.decider === null ? [] : [centredBold(paper.decider)]),
    ...paper.grounds.map(ground),
    ...(paper.verb === null ? [] : [centredBold(paper.verb)]),
    ...blocksOf(paper.body, PAGE.portrait.text, signed),
    ...closingOf(paper.recipients, paper.signatures, PAGE.portrait.text),
  ];
}

function annexSection(annex: Paper["annexes"][number], paper: Paper): ISectionOptions {
  const width = annex.landscape ? PAGE.landscape.text : PAGE.portrait.text;
  const names = [annex.label, annex.name, annex.abstract].filter((line) => line !== null);
  const pieces: Piece[] = [
    ...(annex.letterhead ? letterheadOf(paper, null) : []),
    ...names.map(centredBold),
    ...(annex.reference === null
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: lined(annex.reference, { italics: true }),
          }),
          rule(mm(35), width),
        ]),
    ...blocksOf(annex.body, width, annex.signatures.length > 0),
    ...closingOf([], annex.signatures, width),
  ];
  return sectionOf(pieces, paper, annex.landscape ? "landscape" : "portrait");
}

function sectionOf(
  children: readonly Piece[],
  paper: Paper,
  place: "first" | "portrait" | "landscape",
): ISectionOptions {
  return {
    properties: {
      // Only page 1 of the whole document goes without its number.
      titlePage: place === "first",
      page: {
        size: {
          width: PAGE.short,
          height: PAGE.long,
          orientation: place === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: PAGE.margin,
      },
    },
    headers: {
      default: new Header({ children: [pageNumber(paper.draft)] }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    children,
  };
}

const pageNumber = (draft: string | null): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: [PageNumber.CURRENT], size: 26 }),
      ...(draft === null ? [] : [new TextRun({ text: ` (${draft})`, size: 22, italics: true })]),
    ],
  });

const centredBold = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: spaced(6),
    children: lined(text, { bold: true }),
  });

const titlePieces = (name: string, abstract: string | null): readonly Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    outlineLevel: 0,
    spacing: spaced(0),
    children: lined(name, { bold: true }),
  }),
  ...(abstract === null
    ? []
    : [centredBold(abstract), rule(wordsWidth(abstract, PAGE.portrait.text) * 0.4, PAGE.portrait.text)]),
];

const ground = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twipsOf.indent },
    spacing: spaced(6),
    children: lined(text, { italics: true }),
  });

function addresseePieces(addressees: readonly string[]): readonly Paragraph[] {
  const [only] = addressees;
  if (only === undefined) return [];
  if (addressees.length === 1)
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: spaced(12),
        children: lined(`Kính gửi: ${only}`, {}),
      }),
    ];
  return addressees.map(
    (line, at) =>
      new Paragraph({
        indent: { left: mm(45), hanging: at === 0 ? mm(23) : 0 },
        tabStops: [{ type: "left", position: mm(45) }],
        spacing: spaced(at === addressees.length - 1 ? 12 : 2),
        children: lined(at === 0 ? `Kính gửi:\t${line}` : line, {}),
      }),
  );
}
