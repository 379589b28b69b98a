import type { Day } from "../platform/day.ts";
import { type Awards, awardName } from "./award.ts";
import { type Fact, factNames, gradeNames, sourceNames } from "./fact.ts";
import { detailOf, wordsOf } from "./fact-words.ts";

/** Columns of a list that leaves the product, in the shape the writer of spreadsheets takes. */
interface Column {
  readonly title: string;
  readonly width: number;
  readonly kind: "text" | "number" | "day";
}

type Cell = string | number | Day | null;

export const recordColumns: readonly Column[] = [
  { title: "Năm", width: 8, kind: "number" },
  { title: "Loại", width: 28, kind: "text" },
  { title: "Nội dung", width: 60, kind: "text" },
  { title: "Chi tiết", width: 40, kind: "text" },
  { title: "Số văn bản", width: 20, kind: "text" },
  { title: "Ngày văn bản", width: 14, kind: "day" },
  { title: "Cấp quyết định", width: 30, kind: "text" },
  { title: "Ghi chú", width: 30, kind: "text" },
  { title: "Nguồn", width: 16, kind: "text" },
];

/** The facts exactly as they were seen, one a row. */
export const recordRows = (facts: readonly Fact[], awards: Awards): Cell[][] =>
  facts.map((fact) => [
    ...[fact.year, factNames[fact.kind], wordsOf(fact, awards), detailOf(fact, awards)],
    ...[fact.paperSymbol, fact.paperDay, fact.decidedBy, fact.remarks, sourceNames[fact.source]],
  ]);

/** A row of the list of records, as far as a sheet shows it. */
interface Listed {
  readonly name: string;
  readonly placeName: string | null;
  readonly grade: keyof typeof gradeNames | null;
  readonly gradeYear: number | null;
  readonly honours: number;
  readonly lastCode: string | null;
  readonly lastYear: number | null;
}

export const listColumns: readonly Column[] = [
  { title: "Tên", width: 32, kind: "text" },
  { title: "Đơn vị", width: 40, kind: "text" },
  { title: "Xếp loại gần nhất", width: 32, kind: "text" },
  { title: "Năm xếp loại", width: 12, kind: "number" },
  { title: "Số lần khen thưởng", width: 12, kind: "number" },
  { title: "Khen thưởng gần nhất", width: 40, kind: "text" },
  { title: "Năm khen thưởng", width: 12, kind: "number" },
];

export const listRows = (rows: readonly Listed[], awards: Awards): Cell[][] =>
  rows.map((row) => [
    ...[
      row.name,
      row.placeName,
      row.grade === null ? null : gradeNames[row.grade],
      row.gradeYear,
      row.honours,
    ],
    ...[row.lastCode === null ? null : awardName(awards, row.lastCode), row.lastYear],
  ]);
