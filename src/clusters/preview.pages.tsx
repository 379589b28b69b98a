import { frameOf, NotFound, pages, readerOf, show } from "../web/http.ts";
import { Card, type Column, DataTable, EmptyState, Page, Tag } from "../web/kit.ts";
import { totalOf } from "./criteria.ts";
import { writeHundredths } from "./points.ts";
import { earlierSheets } from "./preview.store.ts";
import { type PreviewRow, previewOf } from "./preview.ts";
import { seenTable } from "./table.pages.tsx";
import { tableCrumbs, tablesHref } from "./table.view.tsx";

/** What a table would have given on last year's published figures; for those who write tables. */
export function previewPages() {
  const preview = pages();

  preview.get(`${tablesHref}/:id{[0-9]+}/thu`, async (c) => {
    const { table, writes } = await seenTable(c);
    if (!writes) throw new NotFound();
    const rows = previewOf(table.criteria, await earlierSheets(readerOf(c), table));
    const most = rows.some(({ unknown }) => unknown > 0);
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title="Thử trên dữ liệu năm trước"
        crumbs={tableCrumbs("Thử", table)}
        lead={`Số liệu đã thẩm định năm ${table.year - 1} tính theo “${table.name}”, thang ${writeHundredths(totalOf(table.criteria))} điểm. Không lưu gì.`}
      >
        <Card flush>
          <DataTable
            id="thu"
            caption="Kết quả thử trên dữ liệu năm trước"
            columns={most ? [...columns, unknownColumn] : columns}
            rows={rows}
            rowKey={({ unit }) => `${unit}`}
            empty={
              <EmptyState title={`Chưa có kết quả công bố của năm ${table.year - 1}`}>
                Bảng thử được khi có cụm đã công bố kết quả năm trước cho cùng nhóm đơn vị.
              </EmptyState>
            }
          />
        </Card>
        <p class="soft">Tiêu chí của hai năm khớp với nhau theo nội dung ghi trong bảng.</p>
      </Page>,
    );
  });

  return preview;
}

const columns: readonly Column<PreviewRow>[] = [
  {
    key: "rank",
    label: "Hạng",
    kind: "number",
    cell: ({ rank, tied }) => (tied ? `${rank} (bằng điểm)` : `${rank}`),
  },
  { key: "unit", label: "Đơn vị", head: true, cell: ({ unitName }) => unitName },
  { key: "before", label: "Điểm năm trước", kind: "number", cell: ({ before }) => writeHundredths(before) },
  { key: "total", label: "Theo bảng này", kind: "number", cell: ({ total }) => writeHundredths(total) },
  {
    ...{ key: "change", label: "Thay đổi", kind: "number" },
    cell: ({ total, before }) => `${total > before ? "+" : ""}${writeHundredths(total - before)}`,
  },
  { key: "grade", label: "Xếp loại", kind: "tag", cell: ({ grade }) => (grade ? <Tag>{grade}</Tag> : "") },
];

const unknownColumn: Column<PreviewRow> = {
  ...{ key: "unknown", label: "Tiêu chí chưa có số liệu", kind: "number" },
  cell: ({ unknown }) => `${unknown}`,
};
