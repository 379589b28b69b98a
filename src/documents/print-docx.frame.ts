import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Paper, PaperSignature } from "./paper.ts";
import { lined, mm, PAGE, rule, twipsOf, wordsWidth } from "./print-docx.measures.ts";

type Head = Pick<Paper, "superior" | "issuer" | "country" | "motto">;
type NumberAndDay = Pick<Paper, "number" | "placeAndDay" | "subject" | "draft">;

/** Issuer on the left, quốc hiệu on the right, number and day below them, in a table without borders. */
export function letterheadOf(head: Head, below: NumberAndDay | null): readonly (Table | Paragraph)[] {
  const left = PAGE.portrait.text - twipsOf.national;
  const issuer = [
    ...(head.superior === null ? [] : [line(head.superior, { size: 26 })]),
    line(head.issuer, { size: 26, bold: true }),
    rule(wordsWidth(head.issuer, left) * 0.4, left),
  ];
  const national = [
    line(head.country, { size: 26, bold: true }),
    line(head.motto, { size: 28, bold: true }),
    rule(mm(61), twipsOf.national),
  ];
  const rows = [row([issuer, national], [left, twipsOf.national])];
  if (below !== null)
    rows.push(
      row(
        [numberPieces(below), [line(below.placeAndDay, { size: 26, italics: true })]],
        [left, twipsOf.national],
      ),
    );
  return [
    plainTable(rows, [left, twipsOf.national]),
    new Paragraph({ spacing: { after: 0, line: 200, lineRule: "exact" } }),
  ];
}

const numberPieces = ({ number, subject, draft }: NumberAndDay): readonly Paragraph[] => [
  line(number ?? "", { size: 26 }),
  ...(subject === null ? [] : [line(subject, { size: 24 })]),
  ...(draft === null ? [] : [framed(draft)]),
];

const edge = { style: BorderStyle.SINGLE, size: 6, space: 2, color: "000000" };
const framed = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm(16), right: mm(16) },
    spacing: { before: 120 },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    children: lined(text, { size: 26, bold: true }),
  });

/** Recipients beside the signature, or under several signatures; never parted from the last words above. */
export function closingOf(
  recipients: readonly string[],
  signatures: readonly PaperSignature[],
  width: number,
): readonly (Table | Paragraph)[] {
  if (recipients.length + signatures.length === 0) return [];
  const gap = new Paragraph({ keepNext: true, spacing: { line: 160, lineRule: "exact" } });
  if (signatures.length > 1) {
    const received = recipients.length === 0 ? [] : recipientPieces(recipients);
    return [gap, ...threes(signatures).flatMap((group) => signatureTable(group, width)), ...received];
  }
  const left = Math.round(width * 0.535);
  const signature = signatures.flatMap((only) => [...officePieces(only), ...namePieces(only)]);
  const cells = [recipients.length === 0 ? [new Paragraph({})] : recipientPieces(recipients), signature];
  return [gap, plainTable([row(cells, [left, width - left])], [left, width - left])];
}

const threes = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length === 0 ? [] : [items.slice(0, 3), ...threes(items.slice(3))];

function signatureTable(group: readonly PaperSignature[], width: number): readonly (Table | Paragraph)[] {
  const widths = group.map(() => Math.floor(width / group.length));
  const rows = [row(group.map(officePieces), widths), row(group.map(namePieces), widths)];
  return [plainTable(rows, widths), new Paragraph({ keepNext: true })];
}

const officePieces = (signature: PaperSignature): readonly Paragraph[] =>
  signature.offices.map((office) => line(office, { size: 28, bold: true }));

/** Room for the hand and the seal, then the name. */
const namePieces = (signature: PaperSignature): readonly Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: mm(12), after: mm(10) },
    children: lined(signature.signed ? "(Đã ký)" : "", { italics: true }),
  }),
  line(signature.name ?? "", { size: 28, bold: true }),
];

const recipientPieces = (lines: readonly string[]): readonly Paragraph[] => [
  new Paragraph({ keepNext: true, children: lined("Nơi nhận:", { size: 24, bold: true, italics: true }) }),
  ...lines.map(
    (text) =>
      new Paragraph({
        spacing: { line: 252 },
        indent: { left: 100, hanging: 100 },
        children: lined(text, { size: 22 }),
      }),
  ),
];

const line = (text: string, look: { size: number; bold?: boolean; italics?: boolean }): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: lined(text, look) });

const row = (cells: readonly (readonly Paragraph[])[], widths: readonly number[]): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: 0, rule: HeightRule.AUTO },
    children: cells.map(
      (children, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.TOP,
          children: children.length === 0 ? [new Paragraph({})] : [...children],
        }),
    ),
  });

const plainTable = (rows: readonly TableRow[], widths: readonly number[]): Table =>
  new Table({
    borders: TableBorders.NONE,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0 },
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [...rows],
  });
