import { flatten, leavesOf } from "./criteria.ts";
import { writeHundredths } from "./points.ts";
import { writeRule } from "./rule-words.ts";
import { sumBelow } from "./score.ts";
import { pointsBySide, type ScoreEntry, type Sheet } from "./sheet.ts";
import type { CriteriaTable } from "./table.ts";

/** Columns of a sheet as a spreadsheet. The code of each row says which sheet and which table it belongs to. */
export const sheetColumns = [
  { title: "Mã", width: 18, kind: "text" },
  { title: "TT", width: 10, kind: "text" },
  { title: "Tiêu chí", width: 60, kind: "text" },
  { title: "Cách chấm", width: 50, kind: "text" },
  { title: "Điểm tối đa", width: 14, kind: "text" },
  { title: "Thực hiện", width: 14, kind: "text" },
  { title: "Được giao", width: 14, kind: "text" },
  { title: "Điểm tự chấm", width: 14, kind: "text" },
  { title: "Ghi chú", width: 40, kind: "text" },
] as const;

export const verifiedColumns = [
  { title: "Điểm thẩm định", width: 14, kind: "text" },
  { title: "Lý do", width: 40, kind: "text" },
] as const;

const codeOf = (sheet: number, table: number, criterion: number): string =>
  `P${sheet}-B${table}-M${criterion}`;

/** All rows of a sheet; verified points only for who may see them. */
export function sheetRows(
  sheet: Pick<Sheet, "id">,
  table: CriteriaTable,
  entries: readonly ScoreEntry[],
  verified: boolean,
): string[][] {
  const self = pointsBySide(entries, "self");
  const checked = pointsBySide(entries, "verified");
  return flatten(table.criteria.groups).map((criterion) => {
    const leaf = criterion.children.length === 0;
    const entry = entries.find((one) => one.criterion === criterion.id && one.side === "self");
    const reason = entries.find((one) => one.criterion === criterion.id && one.side === "verified")?.reason;
    return [
      leaf ? codeOf(sheet.id, table.id, criterion.id) : "",
      ...[
        criterion.number,
        criterion.name,
        leaf ? writeRule(criterion.rule) : "",
        writeHundredths(criterion.max),
      ],
      written(entry?.actual),
      written(entry?.planned),
      leaf && !self.has(criterion.id) ? "" : writeHundredths(sumBelow(criterion, self)),
      entry?.note ?? "",
      ...(verified
        ? [
            leaf && !checked.has(criterion.id) ? "" : writeHundredths(sumBelow(criterion, checked)),
            reason ?? "",
          ]
        : []),
    ];
  });
}

const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : writeHundredths(value);

/** What a spreadsheet puts into the fields of the grid, or why it is not this sheet's. */
export interface ReadSheetFile {
  /** Criterion with what stands in its three cells, as typed. */
  readonly rows: readonly {
    readonly criterion: number;
    readonly actual: string;
    readonly planned: string;
    readonly note: string;
  }[];
  readonly fault: string | null;
}

const nothingRead = (fault: string): ReadSheetFile => ({ rows: [], fault });

/** Reads such a file back: only of this very sheet and this very table, so that no unit's points land on another's. */
export function readSheetFile(
  rows: readonly (readonly string[])[],
  sheet: Pick<Sheet, "id" | "unitName">,
  table: CriteriaTable,
): ReadSheetFile {
  const header = rows.findIndex((row) => row.some((text) => text.trim() === "Mã"));
  if (header < 0)
    return nothingRead("Không thấy cột “Mã”; hãy tải phiếu ra Excel, điền vào tệp đó rồi gửi lại.");
  const at = (title: string) => rows[header]!.findIndex((text) => text.trim() === title);
  const columns = { code: at("Mã"), actual: at("Thực hiện"), planned: at("Được giao"), note: at("Ghi chú") };
  if (columns.actual < 0) return nothingRead("Không thấy cột “Thực hiện” trong tệp.");
  const leaves = new Set(leavesOf(table.criteria).map(({ id }) => id));
  const read: { criterion: number; actual: string; planned: string; note: string }[] = [];
  for (const [index, row] of rows.entries()) {
    const cell = (column: number) => (column < 0 ? "" : (row[column] ?? "").trim());
    const code = cell(columns.code);
    if (index <= header || code === "") continue;
    const parts = /^P(\d+)-B(\d+)-M(\d+)$/.exec(code);
    if (!parts) return nothingRead(`Dòng ${index + 1}: không đọc được mã “${code}”.`);
    const [of, by, criterion] = parts.slice(1).map(Number) as [number, number, number];
    if (of !== sheet.id)
      return nothingRead(`Dòng ${index + 1}: tệp này là phiếu khác, không phải phiếu của ${sheet.unitName}.`);
    if (by !== table.id || !leaves.has(criterion))
      return nothingRead(`Dòng ${index + 1}: tệp chấm theo bảng tiêu chí khác; hãy tải lại phiếu ra Excel.`);
    if (read.some((one) => one.criterion === criterion))
      return nothingRead(`Dòng ${index + 1}: mã ${code} lặp lại.`);
    read.push({
      criterion,
      actual: cell(columns.actual),
      planned: cell(columns.planned),
      note: cell(columns.note),
    });
  }
  return read.length === 0 ? nothingRead("Tệp không có dòng tiêu chí nào.") : { rows: read, fault: null };
}
