import { writeDay } from "../platform/day.ts";
import {
  ButtonLink,
  DataTable,
  EmptyState,
  type Frame,
  Notice,
  Page,
  type TableAddress,
  Tag,
} from "../web/kit.ts";
import { crumbs, validityWords } from "./document.view.tsx";
import { documentKindNames, documentKinds, type LibraryDocument, type UnderlyingChange } from "./library.ts";

/** A document of the list, with the line that matches the words and the changes under it. */
export interface LibraryLine extends LibraryDocument {
  readonly match: { readonly number: number; readonly text: string } | null;
  readonly changes: readonly UnderlyingChange[];
}

interface LibraryViewProps {
  frame: Frame;
  rows: readonly LibraryLine[];
  address: TableAddress;
  page: number;
  total: number;
  mayAdd: boolean;
  /** The day typed is none. */
  wrongDay: string | null;
}

/** The library: filters in the address, full-text search with the line that matches. */
export function LibraryView({ frame, rows, address, page, total, mayAdd, wrongDay }: LibraryViewProps) {
  return (
    <Page
      frame={frame}
      title="Thư viện văn bản"
      failed={wrongDay !== null}
      crumbs={crumbs()}
      lead="Văn bản pháp luật, văn bản hướng dẫn và quy chế của các cơ quan; tìm theo cả nội dung tệp, không cần gõ dấu."
      actions={mayAdd && <ButtonLink href="/phap-luat/thu-vien/moi">Thêm văn bản</ButtonLink>}
    >
      {wrongDay !== null && (
        <Notice tone="bad" title={`Ngày “${wrongDay}” không có thật; chưa lọc theo ngày.`} />
      )}
      <DataTable
        id="thu-vien"
        caption="Thư viện văn bản"
        address={address}
        rows={rows}
        rowKey={({ id }) => `${id}`}
        filters={[
          { kind: "search", name: "q", label: "Trong tên và nội dung" },
          {
            kind: "choice",
            name: "loai",
            label: "Loại",
            choices: documentKinds.map((kind) => ({ value: kind, label: documentKindNames[kind] })),
          },
          { kind: "search", name: "co-quan", label: "Cơ quan ban hành" },
          { kind: "search", name: "ngay", label: "Có hiệu lực ngày (dd/mm/yyyy)" },
        ]}
        paging={{ page, total, noun: "văn bản" }}
        columns={[
          {
            key: "van-ban",
            label: "Văn bản",
            cell: (row) => (
              <>
                <a href={`/phap-luat/thu-vien/${row.id}`}>{row.symbol}</a>
                <br />
                {row.title}
                {row.match && (
                  <small class="soft">
                    Dòng {row.match.number}: “{row.match.text.trim()}”
                  </small>
                )}
                {row.changes.length > 0 && (
                  <>
                    {!row.match && <br />}
                    <Tag tone="watch">Căn cứ đã thay đổi</Tag>
                  </>
                )}
              </>
            ),
          },
          { key: "loai", label: "Loại", cell: ({ kind }) => documentKindNames[kind] },
          { key: "co-quan", label: "Cơ quan ban hành", cell: ({ issuer }) => issuer },
          { key: "ban-hanh", label: "Ban hành", kind: "day", cell: ({ issued }) => writeDay(issued) },
          { key: "hieu-luc", label: "Hiệu lực", cell: validityWords },
        ]}
        empty={
          <EmptyState title="Không có văn bản nào khớp">
            {mayAdd
              ? "Hãy bỏ bớt điều kiện lọc, hoặc thêm văn bản vào thư viện."
              : "Hãy bỏ bớt điều kiện lọc."}
          </EmptyState>
        }
      />
    </Page>
  );
}
