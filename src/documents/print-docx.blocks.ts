import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { lined, spaced, twipsOf } from "./print-docx.measures.ts";
import type { Alignment, Block, Cell, Heading, Run, Table as SheetTable } from "./tree.ts";

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const satisfies Record<Alignment, string>;

/** Rows at a table's end that stay on the page of the signature below. */
const ROWS_KEPT = 2;

/** The blocks of a text; `followed` when a signature comes next, so that it never stands alone on a page. */
export const blocksOf = (
  blocks: readonly Block[],
  width: number,
  followed: boolean,
): readonly (Paragraph | Table)[] =>
  blocks.flatMap((block, at) => blockOf(block, width, followed && at === blocks.length - 1));

function blockOf(block: Block, width: number, kept: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case "paragraph":
      return [
        text(block.runs, kept, {
          alignment: ALIGNMENTS[block.alignment],
          indent: { firstLine: block.alignment === "justified" ? twipsOf.indent : 0 },
        }),
      ];
    case "article":
      return [text([{ text: `Điều ${block.number}. `, bold: true, italic: false }, ...block.runs], kept)];
    case "part":
      return [block.label, block.title].map((line) =>
        text([{ text: line, bold: true, italic: false }], true, {
          alignment: AlignmentType.CENTER,
          indent: {},
          outlineLevel: 0,
        }),
      );
    case "heading":
      return [text([headingRun(block)], true, { outlineLevel: block.level })];
    case "list":
      return block.items.map((item, at) =>
        text(
          [{ text: `${block.marker} `, bold: false, italic: false }, ...item],
          kept && at === block.items.length - 1,
        ),
      );
    case "table":
      return tableOf(block, width, kept);
  }
}

const headingRun = ({ level, number, title }: Heading): Run => ({
  text: `${number} ${title}`,
  bold: level < 4,
  italic: level > 2,
});

const runsOf = (runs: readonly Run[], size: number) =>
  runs.flatMap((run) => lined(run.text, { bold: run.bold, italics: run.italic, size }));

const text = (runs: readonly Run[], kept: boolean, extras: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twipsOf.indent },
    spacing: spaced(6),
    keepNext: kept,
    ...extras,
    children: runsOf(runs, 28),
  });

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };

function tableOf(table: SheetTable, width: number, kept: boolean): readonly (Paragraph | Table)[] {
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = table.columns.map((column) => Math.floor((column.share / shares) * width));
  const firstKept = kept ? table.rows.length - ROWS_KEPT : table.rows.length;
  const drawn = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, share) => sum + share, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: EDGE,
      bottom: EDGE,
      left: EDGE,
      right: EDGE,
      insideHorizontal: EDGE,
      insideVertical: EDGE,
    },
    rows: [
      ...table.head.map((cells) =>
        rowOf(
          cells,
          cells.map(() => "centre"),
          table.size,
          { head: true, kept: true },
        ),
      ),
      ...placed(table.rows).map(({ cells, columns }, at) =>
        rowOf(
          cells,
          cells.map((cell, index) =>
            cell.columns > 1 ? "left" : (table.columns[columns[index] ?? 0]?.alignment ?? "left"),
          ),
          table.size,
          { head: false, kept: at >= firstKept },
        ),
      ),
    ],
  });
  const caption =
    table.caption === null
      ? []
      : [
          text([{ text: table.caption, bold: true, italic: false }], true, {
            alignment: AlignmentType.CENTER,
            indent: {},
          }),
        ];
  return [...caption, drawn, new Paragraph({ keepNext: kept, spacing: { line: 120, lineRule: "exact" } })];
}

/** Each cell with the column it begins in, past the cells that reach down from rows above. */
function placed(
  rows: readonly (readonly Cell[])[],
): readonly { cells: readonly Cell[]; columns: readonly number[] }[] {
  const reaching = new Map<number, number>();
  return rows.map((cells) => {
    let next = 0;
    const columns = cells.map((cell) => {
      while ((reaching.get(next) ?? 0) > 0) {
        reaching.set(next, (reaching.get(next) ?? 0) - 1);
        next += 1;
      }
      const start = next;
      for (let at = start; at < start + cell.columns; at += 1) reaching.set(at, cell.rows - 1);
      next = start + cell.columns;
      return start;
    });
    return { cells, columns };
  });
}

const rowOf = (
  cells: readonly Cell[],
  alignments: readonly Alignment[],
  size: number,
  place: { readonly head: boolean; readonly kept: boolean },
): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader: place.head,
    children: cells.map(
      (cell, at) =>
        new TableCell({
          columnSpan: cell.columns,
          rowSpan: cell.rows,
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { top: 30, bottom: 30, left: 80, right: 80 },
          children: [
            new Paragraph({
              alignment: ALIGNMENTS[alignments[at] ?? "left"],
              keepNext: place.kept,
              children: runsOf(
                place.head ? cell.runs.map((run) => ({ ...run, bold: true })) : cell.runs,
                size * 2,
              ),
            }),
          ],
        }),
    ),
  });
