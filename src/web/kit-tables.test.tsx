import type { Child } from "hono/jsx";
import { expect, test } from "vitest";
import { addressSortedBy, addressWith, type Column, DataTable, pageIn, pagesShown, sortIn } from "./kit.ts";

const html = (drawn: Child): string => String(drawn);

const rows = [
  { id: "1", name: "An", code: "25/KH" },
  { id: "2", name: "Bình", code: "26/KH" },
];
const columns: Column<(typeof rows)[number]>[] = [
  { key: "name", label: "Tên", sortable: true, cell: (row) => row.name },
  { key: "code", label: "Số", kind: "code", cell: (row) => row.code },
];

test("a table names its rows, labels its cells and says how it is sorted", () => {
  expect(
    html(
      <DataTable
        id="ds"
        caption="Danh sách"
        columns={columns}
        rows={rows.slice(0, 1)}
        rowKey={(row) => row.id}
        address={{ path: "/ds", query: { q: "an", trang: "2" } }}
        sort={{ column: "name", descending: false }}
      />,
    ),
  ).toBe(
    '<div class="data-table"><div class="table-scroll"><table class="table" id="ds">' +
      '<caption class="unseen">Danh sách</caption><thead><tr>' +
      '<th scope="col" class="cell-text" aria-sort="ascending"><a class="sort" href="/ds?q=an&amp;xep=-name#ds">Tên' +
      '<svg class="sort-sign" width="10" height="14" viewBox="0 0 10 14" aria-hidden="true" focusable="false">' +
      '<path d="M5 1l4 5H1z"></path></svg></a></th><th scope="col" class="cell-code">Số</th></tr></thead>' +
      '<tbody><tr><th scope="row" class="cell-text cell-head">An</th>' +
      '<td class="cell-code" data-label="Số">25/KH</td></tr></tbody></table></div></div>',
  );
});

test("several rows are chosen by boxes of a form that stands outside the table", () => {
  const drawn = html(
    <DataTable
      id="ds"
      caption="Danh sách"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      bulk={{
        name: "dong",
        rowLabel: (row) => row.name,
        actions: [{ label: "Trả lại…", address: "/tra-lai" }],
      }}
    />,
  );
  expect(drawn.match(/<input type="checkbox"[^>]*>/g)).toEqual([
    '<input type="checkbox" name="dong" value="1" form="ds-nhieu"/>',
    '<input type="checkbox" name="dong" value="2" form="ds-nhieu"/>',
  ]);
  expect(drawn.slice(drawn.indexOf("<form"))).toBe(
    '<form class="bulk-bar" id="ds-nhieu" method="get" action="/tra-lai">' +
      '<p class="bulk-count" role="status">Với các dòng đã chọn:</p>' +
      '<button class="button button-secondary button-small" type="submit" formaction="/tra-lai">Trả lại…</button>' +
      "</form></bulk-select></div>",
  );
});

test("an empty table says what to do", () => {
  expect(
    html(<DataTable id="ds" caption="Danh sách" columns={columns} rows={[]} rowKey={(row) => row.id} />),
  ).toBe(
    '<div class="data-table"><div class="empty"><p class="empty-title">Không có dòng nào khớp</p>' +
      "<p>Hãy bỏ bớt điều kiện lọc rồi xem lại.</p></div></div>",
  );
});

test("addresses of a table keep the filters and begin again at the first page", () => {
  const address = { path: "/ds", query: { q: "điện biên", trang: "3", xep: "-ten" } };
  expect(addressWith(address, { trang: null })).toBe("/ds?q=%C4%91i%E1%BB%87n+bi%C3%AAn&xep=-ten");
  expect(addressSortedBy({ path: "/ds", query: { trang: "3" } }, "ten", undefined)).toBe("/ds?xep=ten");
  expect(addressWith({ path: "/ds", query: {} }, {})).toBe("/ds");
  expect(sortIn(address, ["ten"], { column: "ngay", descending: false })).toEqual({
    column: "ten",
    descending: true,
  });
  expect(sortIn(address, ["so"], { column: "ngay", descending: false })).toEqual({
    column: "ngay",
    descending: false,
  });
  expect(["3", "0", "x", "-1"].map((trang) => pageIn({ path: "/ds", query: { trang } }))).toEqual([
    3, 1, 1, 1,
  ]);
});

test("the pager shows the ends and the neighbours", () => {
  expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
  expect(pagesShown(10, 20)).toEqual([1, null, 9, 10, 11, null, 20]);
  expect(pagesShown(4, 20)).toEqual([1, 2, 3, 4, 5, null, 20]);
});
